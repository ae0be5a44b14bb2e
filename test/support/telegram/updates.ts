/** Updates as Telegram words them: https://core.telegram.org/bots/api#update */
import type { CallbackQuery, Chat, ChatMemberUpdated, Message, MessageEntity, Update, User } from 'grammy/types'

/** Who does something, and where. */
export interface Actor {
  readonly id?: number
  readonly name?: string
  readonly language?: string
  /** A group's id is negative; without it the private chat with the person. */
  readonly group?: number
  /** A topic of the group. */
  readonly thread?: number
}

export type Draft = Omit<Update, 'update_id'>

type Incoming = NonNullable<Update['message']>

export const someone = 700_000_001

/** A text as it was typed, with the commands and mentions that Telegram finds in it. */
export function textDraft(text: string, messageId: number, actor: Actor = {}, format: MessageEntity[] = []): Draft {
  const entities = [...entitiesIn(text), ...format]
  const content = entities.length === 0 ? { text } : { text, entities }
  return { message: { ...envelope(messageId, actor), ...content } as Incoming }
}

/** A photo, or where it has a name a document, with words under it. */
export function fileDraft(file: { id: string; name?: string }, caption: string, messageId: number, actor: Actor = {}) {
  const { id, name } = file
  const document = { file_id: id, file_unique_id: `${id}-u`, file_name: name }
  const photo = [
    { file_id: `${id}-small`, file_unique_id: `${id}-s`, width: 90, height: 67 },
    { file_id: id, file_unique_id: `${id}-u`, width: 1280, height: 960 },
  ]
  const words = caption === '' ? {} : { caption, caption_entities: entitiesIn(caption) }
  const content = name === undefined ? { photo } : { document }
  return { message: { ...envelope(messageId, actor), ...content, ...words } as Incoming }
}

/** Where the bot stands in a group. `silenced`: a member who may not write. */
export type Place = 'member' | 'administrator' | 'silenced' | 'kicked' | 'left'

export function placeDraft(place: Place, bot: User, actor: Actor): Draft {
  const change = { chat: chatOf(actor), from: userOf(actor), date: 1_762_736_400 }
  const status = place === 'silenced' ? 'restricted' : place
  const rights = place === 'silenced' ? { is_member: true, can_send_messages: false } : {}
  const next = { status, user: bot, until_date: 0, ...rights }
  const old = { status: place === 'member' ? 'left' : 'member', user: bot }
  return { my_chat_member: { ...change, old_chat_member: old, new_chat_member: next } as ChatMemberUpdated }
}

/** The notices that a group became a supergroup: the first in the old one, the second in the new one. */
export function moveDrafts(from: number, to: number, nextId: (chat: number) => number, actor: Actor = {}): Draft[] {
  const notice = (group: number, move: object) => ({
    message: { ...envelope(nextId(group), { ...actor, group }), ...move } as Incoming,
  })
  return [notice(from, { migrate_to_chat_id: to }), notice(to, { migrate_from_chat_id: from })]
}

export function stickerDraft(messageId: number, actor: Actor = {}): Draft {
  const file = { file_id: 'sticker', file_unique_id: 's', width: 512, height: 512 }
  const sticker = { ...file, type: 'regular', is_animated: false, is_video: false, emoji: '🌟' }
  return { message: { ...envelope(messageId, actor), sticker } as Incoming }
}

/** A press on a button of one of the bot's messages. */
export function pressDraft(pressed: Pressed, actor: Actor = {}): Draft {
  const bot: User = { id: 1, is_bot: true, first_name: 'Bot' }
  const { id, text } = pressed.message
  const message = { ...envelope(id, actor), from: bot, text } as Message
  const query = { id: pressed.query, from: userOf(actor), chat_instance: '1', data: pressed.data, message }
  return { callback_query: query as CallbackQuery }
}

interface Pressed {
  readonly data: string
  readonly query: string
  readonly message: { readonly id: number; readonly text: string }
}

/** The person blocks the bot or comes back. */
export function membershipDraft(status: 'kicked' | 'member', bot: User, actor: Actor = {}): Draft {
  const change = { chat: chatOf(actor), from: userOf(actor), date: 1_762_736_400 }
  const old = { status: status === 'kicked' ? 'member' : 'kicked', user: bot, until_date: 0 }
  const next = { status, user: bot, until_date: 0 }
  return { my_chat_member: { ...change, old_chat_member: old, new_chat_member: next } as ChatMemberUpdated }
}

/** Telegram keeps one queue per kind and chat or person: only inside one is the order kept. */
export function queueOf(update: Draft): string {
  if (update.callback_query) return `press:${update.callback_query.from.id}`
  if (update.my_chat_member) return `member:${update.my_chat_member.chat.id}`
  return `message:${update.message?.chat.id}`
}

function envelope(messageId: number, actor: Actor) {
  const topic = actor.thread === undefined ? {} : { message_thread_id: actor.thread, is_topic_message: true }
  return { message_id: messageId, date: 1_762_736_400, chat: chatOf(actor), from: userOf(actor), ...topic }
}

function chatOf({ group, ...actor }: Actor): Chat {
  if (group !== undefined) return { id: group, type: 'supergroup', title: 'Thanh tra tỉnh' } as Chat
  return { id: actor.id ?? someone, type: 'private', first_name: actor.name ?? 'Ánh' } as Chat
}

function userOf(actor: Actor): User {
  const id = actor.id ?? someone
  return { id, is_bot: false, first_name: actor.name ?? 'Ánh', language_code: actor.language ?? 'vi' }
}

function entitiesIn(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}/@])(?:\/[a-z0-9_]+(?:@\w+)?|@\w{3,})/giu)) {
    const type = match[0].startsWith('/') ? 'bot_command' : 'mention'
    found.push({ type, offset: match.index, length: match[0].length })
  }
  return found
}
