import type { Dialogue } from '../core/conversation/turn.ts'
import { broadcastDialogue } from './broadcast.ts'
import { pledgeDialogue } from './pledge.ts'
import { pledgeListDialogue } from './pledge-list.ts'

/** Every guided conversation, by its name. */
export const dialogues: ReadonlyMap<string, Dialogue> = new Map(
  [pledgeDialogue, pledgeListDialogue, broadcastDialogue].map((dialogue) => [dialogue.name, dialogue]),
)
