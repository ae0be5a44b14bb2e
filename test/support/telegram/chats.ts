/** What people see on Telegram: the messages that were accepted, and the chats that accept none. */
import {
  type Button,
  captionOf,
  type Entity,
  entitiesOf,
  type Payload,
  refusalOf,
  refusalOfFile,
  rowsOf,
} from './checks.ts'
import { isUpload } from './form.ts'
import { Refusal } from './server.ts'

/** A file that goes with a message; `bytes` where the bot uploaded it. */
export interface SentFile {
  readonly kind: 'photo' | 'document'
  readonly id: string
  readonly name?: string
  readonly bytes?: Buffer
}

/** A message that was accepted, as it looks to the person now. */
export interface SentMessage {
  readonly chat: number
  readonly thread: number | undefined
  /** Counts per chat, together with what the people there write. */
  readonly id: number
  /** Under a file its caption. */
  text: string
  entities: Entity[]
  rows: Button[][]
  file?: SentFile
  edits: number
}

export interface Chats {
  readonly sent: readonly SentMessage[]
  nextId(chat: number): number
  accept(payload: Payload): SentMessage
  acceptFile(kind: SentFile['kind'], payload: Payload): SentMessage
  edit(payload: Payload): SentMessage
  editFile(payload: Payload): SentMessage
  /** From now on the chat, or that topic of it, refuses whatever is sent there. */
  close(chat: number, refusal: Refusal, thread?: number): void
  reopen(chat: number, thread?: number): void
}

type Content = Pick<SentMessage, 'text' | 'entities' | 'rows' | 'file'>

export function createChats(): Chats {
  const sent: SentMessage[] = []
  const closed = new Map<string, Refusal>()
  const lastIds = new Map<number, number>()
  let uploads = 0

  function nextId(chat: number): number {
    const id = (lastIds.get(chat) ?? 0) + 1
    lastIds.set(chat, id)
    return id
  }

  function openChat(payload: Payload): number {
    const chat = Number(payload.chat_id)
    if (!Number.isSafeInteger(chat) || chat === 0) throw badRequest('chat not found')
    const refusal = closed.get(placeOf(chat)) ?? closed.get(placeOf(chat, Number(payload.message_thread_id)))
    if (refusal) throw refusal
    return chat
  }

  function add(payload: Payload, read: () => Content): SentMessage {
    const chat = openChat(payload)
    const thread = payload.message_thread_id === undefined ? undefined : Number(payload.message_thread_id)
    const message: SentMessage = { chat, thread, ...read(), id: nextId(chat), edits: 0 }
    sent.push(message)
    return message
  }

  function change(payload: Payload, read: (message: SentMessage) => Content): SentMessage {
    const chat = openChat(payload)
    const message = sent.find((one) => one.chat === chat && one.id === Number(payload.message_id))
    if (message === undefined) throw badRequest('message to edit not found')
    const content = read(message)
    if (looks(content) === looks(message)) throw badRequest(notModified)
    return Object.assign(message, content, { edits: message.edits + 1 })
  }

  function fileOf(kind: SentFile['kind'], given: unknown): SentFile {
    if (isUpload(given)) {
      uploads += 1
      return { kind, id: `upload-${uploads}`, ...given }
    }
    if (typeof given !== 'string' || !/^[\w-]+$/.test(given))
      throw badRequest('wrong file identifier/HTTP URL specified')
    return { kind, id: given }
  }

  return {
    sent,
    nextId,
    accept: (payload) => add(payload, () => contentOf(payload)),
    acceptFile: (kind, payload) => add(payload, () => ({ ...captionedOf(payload), file: fileOf(kind, payload[kind]) })),
    edit: (payload) =>
      change(payload, (message) => {
        if (message.file) throw badRequest('there is no text in the message to edit')
        return contentOf(payload)
      }),
    editFile: (payload) =>
      change(payload, () => {
        const { type, media, ...caption } = payload.media as Payload
        const rows = { reply_markup: payload.reply_markup }
        return { ...captionedOf({ ...caption, ...rows }), file: fileOf(type === 'photo' ? 'photo' : 'document', media) }
      }),
    close: (chat, refusal, thread) => void closed.set(placeOf(chat, thread), refusal),
    reopen: (chat, thread) => void closed.delete(placeOf(chat, thread)),
  }
}

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

export function badRequest(words: string, parameters?: Payload): Refusal {
  return new Refusal(400, `Bad Request: ${words}`, parameters)
}

function placeOf(chat: number, thread?: number): string {
  return thread === undefined ? String(chat) : `${chat}:${thread}`
}

function looks({ text, entities, rows, file }: Content): string {
  return JSON.stringify({ text, entities, rows, file: file?.id })
}

function contentOf(payload: Payload): Content {
  const reason = refusalOf(payload)
  if (reason !== undefined) throw badRequest(reason)
  return { text: String(payload.text), entities: entitiesOf(payload), rows: rowsOf(payload) }
}

function captionedOf(payload: Payload): Content {
  const reason = refusalOfFile(payload)
  if (reason !== undefined) throw badRequest(reason)
  return { text: captionOf(payload), entities: entitiesOf(payload, 'caption_entities'), rows: rowsOf(payload) }
}
