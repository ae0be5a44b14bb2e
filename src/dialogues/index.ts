import type { Dialogue } from '../core/conversation/turn.ts'
import { newsDialogue } from './news.ts'
import { pledgeDialogue } from './pledge.ts'

/** Every guided conversation, by its name. */
export const dialogues: ReadonlyMap<string, Dialogue> = new Map(
  [pledgeDialogue, newsDialogue].map((dialogue) => [dialogue.name, dialogue]),
)
