/** What people see on Telegram: the messages that were accepted, and the chats that accept none. */
import { type Button, type Entity, entitiesOf, type Payload, refusalOf, rowsOf } from './checks.ts'
import { Refusal } from './server.ts'

/** A message that was accepted, as it looks to the person now. */
export interface SentMessage {
  readonly chat: number
  readonly thread: number | undefined
  /** Counts per chat, together with what the people there write. */
  readonly id: number
  text: string
  entities: Entity[]
  rows: Button[][]
  edits: number
}

export interface Chats {
  readonly sent: readonly SentMessage[]
  nextId(chat: number): number
  accept(payload: Payload): SentMessage
  edit(payload: Payload): SentMessage
  /** From now on the chat refuses whatever is sent there. */
  close(chat: number, refusal: Refusal): void
  reopen(chat: number): void
}

export function createChats(): Chats {
  const sent: SentMessage[] = []
  const closed = new Map<number, Refusal>()
  const lastIds = new Map<number, number>()

  function nextId(chat: number): number {
    const id = (lastIds.get(chat) ?? 0) + 1
    lastIds.set(chat, id)
    return id
  }

  function openChat(payload: Payload): number {
    const chat = Number(payload.chat_id)
    if (!Number.isSafeInteger(chat) || chat === 0) throw badRequest('chat not found')
    const refusal = closed.get(chat)
    if (refusal) throw refusal
    return chat
  }

  return {
    sent,
    nextId,
    accept(payload) {
      const chat = openChat(payload)
      const thread = payload.message_thread_id === undefined ? undefined : Number(payload.message_thread_id)
      const content = contentOf(payload)
      const message: SentMessage = { chat, thread, id: nextId(chat), edits: 0, ...content }
      sent.push(message)
      return message
    },
    edit(payload) {
      const chat = openChat(payload)
      const message = sent.find((one) => one.chat === chat && one.id === Number(payload.message_id))
      if (message === undefined) throw badRequest('message to edit not found')
      const content = contentOf(payload)
      const { text, entities, rows } = message
      if (JSON.stringify(content) === JSON.stringify({ text, entities, rows })) throw badRequest(notModified)
      return Object.assign(message, content, { edits: message.edits + 1 })
    },
    close: (chat, refusal) => void closed.set(chat, refusal),
    reopen: (chat) => void closed.delete(chat),
  }
}

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

export function badRequest(words: string, parameters?: Payload): Refusal {
  return new Refusal(400, `Bad Request: ${words}`, parameters)
}

function contentOf(payload: Payload): { text: string; entities: Entity[]; rows: Button[][] } {
  const reason = refusalOf(payload)
  if (reason !== undefined) throw badRequest(reason)
  return { text: String(payload.text), entities: entitiesOf(payload), rows: rowsOf(payload) }
}
