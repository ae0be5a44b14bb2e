import { type ChannelLimits, SendError } from '../../core/channel.ts'
import type { FileReference, OutgoingMessage } from '../../core/message.ts'
import { readable, type WebContent, type WebEntry } from './transcript.ts'
import type { Seat } from './visitor.ts'

export const limits: ChannelLimits = {
  text: 4000,
  // Words and file stand in one entry.
  caption: 4000,
  choices: 40,
  buttons: true,
  edits: true,
  files: true,
  groups: false,
  plainInput: true,
}

/** The message as the transcript keeps it. */
export function encode(message: OutgoingMessage): WebContent {
  const choices = message.choices ?? []
  if (message.text.trim() === '' && message.file === undefined)
    throw new SendError('rejected', 'The message has no text')
  if (message.text.length > limits.text) throw new SendError('rejected', `The text is over ${limits.text} characters`)
  if (choices.flat().length > limits.choices) throw new SendError('rejected', `Over ${limits.choices} choices`)
  return {
    text: readable(message.text),
    ...(message.spans?.length ? { spans: message.spans } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    ...(message.file ? { file: encodeFile(message.file) } : {}),
  }
}

function encodeFile(file: FileReference): NonNullable<WebContent['file']> {
  return 'stored' in file ? { id: file.stored, name: readable(file.name) } : { elsewhere: true }
}

/** The number of the entry that an external id names. */
export function entryNumber(externalId: string): bigint {
  if (!/^\d{1,18}$/.test(externalId)) throw new SendError('rejected', 'The message to replace is none of ours')
  return BigInt(externalId)
}

/** An entry as the page reads it. */
export function entryData(seat: Seat, entry: WebEntry): string {
  return JSON.stringify({
    seat,
    id: entry.id.toString(),
    author: entry.author,
    at: entry.at.toISOString(),
    ...entry.content,
  })
}
