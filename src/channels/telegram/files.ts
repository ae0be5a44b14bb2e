import { InputFile } from 'grammy'
import type { Message } from 'grammy/types'
import { type LoadFile, SendError } from '../../core/channel.ts'
import type { FileReference } from '../../core/message.ts'
import { isWrongFile } from './errors.ts'

/** A file as Telegram takes it: by the id that it gave, or uploaded. */
export interface OpenFile {
  readonly kind: 'photo' | 'document'
  readonly media: string | InputFile
}

/** What Telegram says of a message that holds a file. */
export type WithFile = Pick<Message, 'message_id' | 'document'>

// https://core.telegram.org/bots/api#sending-files
const largestUpload = 50_000_000

/** How many documents of ours are known by the id under which Telegram holds them. */
const mostHeld = 1_000

/**
 * Gives files to Telegram. A document of our own is uploaded until it has arrived once; from then on it goes by the id
 * under which Telegram holds it, for as long as this process lives and Telegram knows that id.
 */
export function createFileGiver(load: LoadFile) {
  const held = new Map<string, string>()

  /** Calls `use` with the file; once more with an upload where Telegram does not know its id any more. */
  return async function give<Result extends WithFile | true>(
    file: FileReference,
    use: (open: OpenFile) => Promise<Result>,
  ): Promise<Result> {
    if (!('stored' in file)) return use(heldElsewhere(file))
    const media = held.get(file.stored)
    if (media !== undefined) {
      try {
        return await use({ kind: file.kind, media })
      } catch (cause) {
        if (!isWrongFile(cause)) throw cause
        held.delete(file.stored)
      }
    }
    const done = await use({ kind: file.kind, media: await upload(file, load) })
    const id = done === true ? undefined : done.document?.file_id
    if (id !== undefined) remember(file.stored, id)
    return done
  }

  function remember(stored: string, id: string): void {
    for (const oldest of held.keys()) {
      if (held.size < mostHeld) break
      held.delete(oldest)
    }
    held.set(stored, id)
  }
}

function heldElsewhere(file: Exclude<FileReference, { stored: string }>): OpenFile {
  if (file.channel !== 'telegram') throw new SendError('rejected', `The file is held by ${file.channel}`)
  return { kind: file.kind, media: file.id }
}

async function upload({ stored, name }: Extract<FileReference, { stored: string }>, load: LoadFile) {
  const found = await load(stored).catch((cause: unknown) => {
    throw new SendError('unreachable', 'The stored file could not be read', { cause })
  })
  if (!found) throw new SendError('rejected', 'The stored file is gone')
  if (found.bytes.byteLength > largestUpload) throw new SendError('rejected', 'The stored file is over 50 MB')
  return new InputFile(found.bytes, safeName(name))
}

/** It stands bare in the head of its part of the form, which grammY writes. */
function safeName(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}"\\/;]/gu, '_')
}
