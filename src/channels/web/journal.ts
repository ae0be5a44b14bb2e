import { type LoadFile, SendError } from '../../core/channel.ts'
import type { Address, Choice, OutgoingMessage } from '../../core/message.ts'
import { encode, entryNumber } from './encode.ts'
import { toSendError } from './errors.ts'
import type { Streams } from './streams.ts'
import type { WebContent, WebEntry, WebTranscript } from './transcript.ts'
import { isChat } from './visitor.ts'

export interface Journal {
  append(chat: string, origin: string, author: WebEntry['author'], content: WebContent): Promise<bigint>
  /** Tells the open pages that there is something new in the chat. */
  announce(chat: string): void
  /** A choice, where that entry of the chat still offers it. */
  choiceOf(chat: string, entry: bigint, id: string): Promise<Choice<string> | undefined>
  /** Delivers one message. Rejects only with SendError. */
  send(to: Address, message: OutgoingMessage): Promise<{ externalId: string }>
}

interface JournalDeps {
  readonly transcript: WebTranscript
  readonly streams: Streams
  readonly clock: () => Date
  readonly files: LoadFile
}

/** Writes the transcript and tells the open pages. */
export function createJournal(deps: JournalDeps): Journal {
  const inTurn = createTurns()

  const append = (chat: string, origin: string, author: WebEntry['author'], content: WebContent, at = deps.clock()) =>
    inTurn(chat, () => deps.transcript.append(chat, { origin, author, content, at }))

  async function find(chat: string, id: bigint): Promise<WebEntry | undefined> {
    const [entry] = await deps.transcript.since(chat, id - 1n, 1)
    return entry?.id === id && entry.author === 'bot' ? entry : undefined
  }

  async function replace(chat: string, id: bigint, content: WebContent): Promise<void> {
    const entry = await find(chat, id)
    if (!entry) throw new SendError('rejected', 'The message to replace is not in this chat')
    await deps.transcript.replace(chat, id, content)
    deps.streams.edited(chat, { ...entry, content })
  }

  async function deliver(chat: string, message: OutgoingMessage): Promise<string> {
    const content = encode(message)
    if (!isChat(chat)) throw new SendError('rejected', 'The address is none of the web chat')
    if (content.file && 'id' in content.file && !(await deps.files(content.file.id)))
      throw new SendError('rejected', 'The stored file is gone')
    if (message.replaces !== undefined) {
      await replace(chat, entryNumber(message.replaces), content)
      return message.replaces
    }
    // Dated when it was written: on a simulated clock that may be long before it is sent.
    const at = message.at === undefined ? deps.clock() : new Date(message.at)
    const id = await append(chat, message.id, 'bot', content, at)
    deps.streams.wake(chat)
    return id.toString()
  }

  return {
    append,
    announce: deps.streams.wake,
    async choiceOf(chat, entry, id) {
      const offered = (await find(chat, entry))?.content.choices?.flat()
      return offered?.find((one) => one.id === id)
    },
    async send(to, message) {
      try {
        return { externalId: await deliver(to.chat, message) }
      } catch (error) {
        throw toSendError(error)
      }
    },
  }
}

/**
 * One write after the other within a chat: a number that becomes visible after a greater one would be overlooked
 * by a page that has already read past it.
 */
function createTurns() {
  const tails = new Map<string, Promise<unknown>>()
  return <T>(chat: string, write: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(chat) ?? Promise.resolve()).then(write, write)
    tails.set(chat, turn)
    const forget = () => {
      if (tails.get(chat) === turn) tails.delete(chat)
    }
    turn.then(forget, forget)
    return turn
  }
}
