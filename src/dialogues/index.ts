import type { Dialogue } from '../core/conversation/turn.ts'
import { broadcastDialogue } from './broadcast.ts'
import { dataDialogue } from './data.ts'
import { pledgeDialogue } from './pledge.ts'
import { pledgeListDialogue } from './pledge-list.ts'
import { returnPledgeDialogue } from './return-pledge.ts'

/** Every guided conversation, by its name. */
export const dialogues: ReadonlyMap<string, Dialogue> = new Map(
  [pledgeDialogue, pledgeListDialogue, broadcastDialogue, returnPledgeDialogue, dataDialogue].map((dialogue) => [
    dialogue.name,
    dialogue,
  ]),
)
