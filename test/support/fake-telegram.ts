/**
 * A stand-in for Telegram: the Bot API over real HTTP on loopback, with the platform's limits and, on demand, its failures.
 *
 *     const telegram = await startFakeTelegram()
 *     createTelegramChannel({ token: telegram.token, apiRoot: telegram.url, ... })
 *     await telegram.say('/start')
 *     await telegram.until(() => telegram.sent.length === 1)
 */
import type { MessageEntity, User } from 'grammy/types'
import { badRequest, type Chats, createChats, type SentMessage } from './telegram/chats.ts'
import type { Payload } from './telegram/checks.ts'
import { createUpdateQueue, type UpdateQueue } from './telegram/queue.ts'
import { type BotApiServer, type Fault, type Method, Refusal, startBotApi } from './telegram/server.ts'
import {
  type Actor,
  type Draft,
  fileDraft,
  membershipDraft,
  moveDrafts,
  type Place,
  placeDraft,
  pressDraft,
  someone,
  stickerDraft,
  textDraft,
} from './telegram/updates.ts'

export interface FakeTelegram {
  readonly url: string
  readonly token: string
  readonly bot: User & { readonly username: string }
  /** The people who administer the groups that they are in. */
  readonly administrators: Set<number>
  /** Accepted messages in the order of acceptance, each as it looks now. */
  readonly sent: readonly SentMessage[]
  /** Every call with the right token in the order of arrival, refused ones too. */
  readonly calls: readonly { readonly method: string; readonly payload: Payload }[]
  /** Resolves when the condition holds; it is looked at as each call arrives and ends. */
  until(condition: () => boolean): Promise<void>

  /** What people do. Resolves when the update is queued and, under a webhook, after the first attempt to deliver it. */
  say(text: string, actor?: Actor, format?: MessageEntity[]): Promise<void>
  /** A file with a name is a document, without one a photo. */
  show(file: { id: string; name?: string }, caption?: string, actor?: Actor): Promise<void>
  sticker(actor?: Actor): Promise<void>
  /** Presses the button of that label, on the newest message unless told otherwise. */
  press(label: string, message?: SentMessage, actor?: Actor): Promise<void>
  push(draft: Draft): Promise<void>
  /** Sends the newest update again under the same id, as Telegram does when it missed our answer. */
  repeat(): Promise<void>
  /** The person blocks the bot: whatever is sent there is refused until `unblock`. */
  block(chat?: number): Promise<void>
  unblock(chat?: number): Promise<void>
  /** What becomes of the bot in a group: it is told, and what it sends there is refused as Telegram would. */
  place(place: Place, actor: Actor & { readonly group: number }): Promise<void>
  /** The topic refuses whatever is sent there, with `message thread not found` where it is gone. */
  closeTopic(group: number, thread: number, words?: 'TOPIC_CLOSED' | 'message thread not found'): void
  /** The group becomes a supergroup, and says so in both. */
  upgrade(from: number, to: number): Promise<void>

  /** The next `times` calls, of what sends and edits unless a method is named, end in this fault. */
  fail(fault: Fault, options?: { readonly times?: number; readonly method?: string }): void
  throttle(seconds: number, times?: number): void
  breakDown(times?: number): void
  /** The group became a supergroup: its old id is refused from now on. */
  migrate(from: number, to: number): void
  /** The bot may fetch a file of that id. */
  hold(id: string, bytes: Uint8Array): void
  /** Long polls that wait at this moment. */
  waiting(): number
  close(): Promise<void>
}

export type { SentMessage } from './telegram/chats.ts'
export { type Fault, Refusal } from './telegram/server.ts'
export { type Actor, type Draft, type Place, someone } from './telegram/updates.ts'

const bot = { id: 123_456, is_bot: true as const, first_name: 'Thi đua', username: 'thi_dua_bot' }

/** Presses that wait for their answer. */
type Presses = Set<string>

/** `wrap` puts something in front of the methods, for example limits. */
export async function startFakeTelegram(
  options: {
    token?: string
    port?: number
    wrap?: (methods: Readonly<Record<string, Method>>) => Readonly<Record<string, Method>>
  } = {},
): Promise<FakeTelegram> {
  const token = options.token ?? '123456:fake-token'
  const chats = createChats()
  const updates = createUpdateQueue()
  const presses: Presses = new Set()
  const administrators = new Set<number>()
  const { wrap = (methods) => methods } = options
  const files = new Map<string, Uint8Array>()
  const more = { getChatMember: memberIn(administrators), getFile: fileIn(files) }
  const methods = wrap({ ...botApi(chats, updates, presses), ...more })
  const server = await startBotApi({ token, port: options.port ?? 0, methods, files })
  return {
    url: server.url,
    token,
    bot,
    administrators,
    sent: chats.sent,
    calls: server.calls,
    until: server.until,
    ...people(chats, updates, presses),
    ...failures(chats, server),
    hold: (id, bytes) => void files.set(`documents/${id}`, bytes),
    waiting: updates.waiting,
    async close() {
      updates.close()
      await server.close()
    },
  }
}

function memberIn(administrators: ReadonlySet<number>): Method {
  return ({ user_id: id }) => ({ status: administrators.has(Number(id)) ? 'administrator' : 'member' })
}

function fileIn(files: ReadonlyMap<string, Uint8Array>): Method {
  return ({ file_id: id }) => {
    const path = `documents/${id}`
    const file = files.get(path)
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.length > 20_000_000) throw badRequest('file is too big')
    return { file_id: id, file_unique_id: `${id}-u`, file_size: file.length, file_path: path }
  }
}

function botApi(chats: Chats, updates: UpdateQueue, presses: Presses): Readonly<Record<string, Method>> {
  return {
    getMe: () => ({ ...bot, can_join_groups: true, can_read_all_group_messages: false }),
    setWebhook: (payload) => updates.setWebhook(String(payload.url), String(payload.secret_token ?? ''), payload),
    deleteWebhook: () => updates.setWebhook('', '', {}),
    getWebhookInfo: () => updates.webhookInfo(),
    async getUpdates(payload, onGone) {
      const found = await updates.poll(payload, onGone)
      if (typeof found !== 'string') return found
      throw new Refusal(409, conflicts[found])
    },
    setMyCommands: () => true,
    sendMessage: (payload) => describeMessage(chats.accept(payload)),
    editMessageText: (payload) => describeMessage(chats.edit(payload)),
    sendPhoto: (payload) => describeMessage(chats.acceptFile('photo', payload)),
    sendDocument: (payload) => describeMessage(chats.acceptFile('document', payload)),
    editMessageMedia: (payload) => describeMessage(chats.editFile(payload)),
    answerCallbackQuery(payload) {
      if (presses.delete(String(payload.callback_query_id))) return true
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    },
  }
}

const conflicts = {
  webhook:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  other: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
}

function people(chats: Chats, updates: UpdateQueue, presses: Presses) {
  let queries = 0
  const nextId = (actor: Actor = {}) => chats.nextId(actor.group ?? actor.id ?? someone)
  return {
    say: (text: string, actor?: Actor, format?: MessageEntity[]) =>
      updates.push(textDraft(text, nextId(actor), actor, format)),
    show: (file: { id: string; name?: string }, caption = '', actor?: Actor) =>
      updates.push(fileDraft(file, caption, nextId(actor), actor)),
    sticker: (actor?: Actor) => updates.push(stickerDraft(nextId(actor), actor)),
    async press(label: string, message = chats.sent.at(-1), actor: Actor = {}) {
      const button = message?.rows.flat().find((one) => one.text === label)
      if (message === undefined || button?.callback_data === undefined) throw new Error(`No button "${label}" to press`)
      queries += 1
      presses.add(`query-${queries}`)
      const where = message.chat < 0 ? { group: message.chat } : { id: message.chat }
      const topic = message.thread === undefined ? {} : { thread: message.thread }
      const pressed = { data: button.callback_data, query: `query-${queries}`, message }
      await updates.push(pressDraft(pressed, { ...where, ...topic, ...actor }))
    },
    push: updates.push,
    repeat: updates.repeat,
    block(chat = someone) {
      chats.close(chat, new Refusal(403, 'Forbidden: bot was blocked by the user'))
      return updates.push(membershipDraft('kicked', bot, { id: chat }))
    },
    unblock(chat = someone) {
      chats.reopen(chat)
      return updates.push(membershipDraft('member', bot, { id: chat }))
    },
    place(place: Place, actor: Actor & { readonly group: number }) {
      const refusal = refusals[place]
      if (refusal) chats.close(actor.group, refusal)
      else chats.reopen(actor.group)
      return updates.push(placeDraft(place, bot, actor))
    },
    closeTopic(group: number, thread: number, words = 'TOPIC_CLOSED') {
      chats.close(group, badRequest(words), thread)
    },
    async upgrade(from: number, to: number) {
      chats.close(from, upgraded(to))
      for (const draft of moveDrafts(from, to, chats.nextId)) await updates.push(draft)
    },
  }
}

const refusals: Partial<Record<Place, Refusal>> = {
  silenced: badRequest('not enough rights to send text messages to the chat'),
  kicked: new Refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
  left: new Refusal(403, 'Forbidden: bot is not a member of the supergroup chat'),
}

function upgraded(to: number): Refusal {
  return badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to })
}

function failures(chats: Chats, server: BotApiServer) {
  const sending = ['sendMessage', 'editMessageText', 'sendPhoto', 'sendDocument', 'editMessageMedia']
  return {
    fail(fault: Fault, { times = 1, method }: { times?: number; method?: string } = {}) {
      server.fail(fault, times, method === undefined ? sending : [method])
    },
    throttle(seconds: number, times = 1) {
      const refusal = new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
      server.fail(refusal, times, sending)
    },
    breakDown(times = 1) {
      server.fail(new Refusal(500, 'Internal Server Error: restart'), times, sending)
    },
    migrate(from: number, to: number) {
      chats.close(from, upgraded(to))
    },
  }
}

function describeMessage(message: SentMessage) {
  const chat = { id: message.chat, type: message.chat > 0 ? 'private' : 'supergroup' }
  const { id, text, entities, file } = message
  const base = { message_id: id, date: 1_762_736_400, chat, from: bot }
  if (file === undefined) return { ...base, text, entities }
  const held = { file_id: file.id, file_unique_id: `${file.id}-u` }
  const content = file.kind === 'photo' ? { photo: [{ ...held, width: 1280, height: 960 }] } : { document: held }
  return { ...base, ...content, caption: text, caption_entities: entities }
}
