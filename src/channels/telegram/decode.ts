import type { CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User } from 'grammy/types'
import type { Address, FileReference, IncomingUpdate, Input, Span } from '../../core/message.ts'
import { decodeFormatted, type Formatted, replaceIn } from './formatting.ts'

/** Who we are on Telegram. */
export interface Bot {
  readonly id: number
  readonly username: string
}

/** What the platform told us in our own words, or nothing where it does not concern us. */
export function decodeUpdate(update: Update, bot: Bot): IncomingUpdate | undefined {
  const id = String(update.update_id)
  if (update.message) return decodeMessage(id, update.message, bot)
  if (update.callback_query) return decodePress(id, update.callback_query)
  if (update.my_chat_member) return decodeMembership(id, update.my_chat_member)
  return undefined
}

function decodeMessage(id: string, message: Message, bot: Bot): IncomingUpdate | undefined {
  const notice = decodeMove(message) ?? decodeNotice(message)
  if (notice) return { id, ...notice, from: decodeMover(message), private: false, addressed: true }
  const from = decodeSender(message)
  if (from === undefined) return undefined
  const alone = message.chat.type === 'private'
  const repliesToUs = isReplyTo(message, bot)
  const read =
    message.text === undefined
      ? (readContact(message, alone) ?? readContent(message, bot))
      : readText(message.text, message, bot, alone)
  if (read === undefined) return undefined
  const addressed = alone || repliesToUs || read.addressed || mentionsById(message, bot)
  // What a group shows each other is none of our business.
  if ((read.input.kind === 'unsupported' || read.input.kind === 'file') && !addressed) return undefined
  const base = { id, address: addressOf(message.chat, message), from, private: alone, addressed, input: read.input }
  return { ...base, ...titled(message.chat) }
}

function decodePress(id: string, query: CallbackQuery): IncomingUpdate | undefined {
  const { data, message } = query
  if (typeof data !== 'string' || message === undefined) return undefined
  return {
    id,
    address: addressOf(message.chat, message),
    ...titled(message.chat),
    from: decodePerson(query.from),
    private: message.chat.type === 'private',
    addressed: true,
    input: { kind: 'choice', id: data },
    pressedOn: String(message.message_id),
  }
}

function decodeMembership(id: string, change: ChatMemberUpdated): IncomingUpdate | undefined {
  const { chat, from, new_chat_member: member } = change
  const base = { id, address: addressOf(chat, {}), addressed: true }
  const state = placeOf(member)
  if (chat.type === 'private')
    return {
      ...base,
      from: decodePerson(from),
      private: true,
      input: { kind: 'reachable', reachable: state !== 'gone' },
    }
  // A channel is read and not talked with.
  if (chat.type === 'channel') return undefined
  const input: Input = { kind: 'membership', state, title: (chat.title ?? '').normalize('NFC') }
  return { ...base, from: from.is_bot ? decodeStandIn(chat) : decodePerson(from), private: false, input }
}

function placeOf(member: ChatMember): 'present' | 'silenced' | 'gone' {
  if (member.status === 'kicked' || member.status === 'left') return 'gone'
  if (member.status !== 'restricted') return 'present'
  if (!member.is_member) return 'gone'
  return member.can_send_messages ? 'present' : 'silenced'
}

/** The group's id changed: told in the old group and once more in the new one, each time as a move of the old. */
function decodeMove(message: Message): Pick<IncomingUpdate, 'address' | 'input'> | undefined {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: before } = message
  if (to === undefined && before === undefined) return undefined
  const address = { channel: 'telegram' as const, chat: String(before ?? chat.id) }
  return { address, input: { kind: 'moved', to: String(to ?? chat.id) } }
}

/** What a group tells of itself: its new name, and which of its topics are closed. */
function decodeNotice(message: Message): Pick<IncomingUpdate, 'address' | 'input'> | undefined {
  const { chat } = message
  if (chat.type !== 'group' && chat.type !== 'supergroup') return undefined
  if (message.new_chat_title !== undefined)
    return { address: addressOf(chat, {}), input: { kind: 'renamed', title: message.new_chat_title.normalize('NFC') } }
  const state = message.forum_topic_reopened
    ? 'open'
    : // A general topic that is hidden is closed with it, and stays so when it is shown again.
      (message.forum_topic_closed ?? message.general_forum_topic_hidden) && 'closed'
  return state && { address: addressOf(chat, message), input: { kind: 'topic', state } }
}

function titled({ title }: Chat): { title?: string } {
  return title === undefined ? {} : { title: title.normalize('NFC') }
}

function decodeMover(message: Message): IncomingUpdate['from'] {
  return decodeSender(message) ?? decodeStandIn(message.chat)
}

function addressOf(chat: Chat, message: { message_thread_id?: number; is_topic_message?: boolean }): Address {
  const base = { channel: 'telegram' as const, chat: String(chat.id) }
  // Outside forums a thread id only marks a chain of replies, to which nothing can be sent.
  if (message.is_topic_message !== true || message.message_thread_id === undefined) return base
  // The general topic, to which one sends without naming it
  if (message.message_thread_id === 1) return base
  return { ...base, thread: String(message.message_thread_id) }
}

function decodeSender(message: Message): IncomingUpdate['from'] | undefined {
  // A channel's post that Telegram itself copied into the discussion group
  if (message.is_automatic_forward) return undefined
  // An anonymous administrator or a channel speaks through a stand-in user who is nobody.
  if (message.sender_chat) return decodeStandIn(message.sender_chat)
  if (message.from === undefined || message.from.is_bot) return undefined
  return decodePerson(message.from)
}

function decodeStandIn(chat: Chat): IncomingUpdate['from'] {
  const base = { id: String(chat.id), anonymous: true }
  return chat.title === undefined ? base : { ...base, name: chat.title.normalize('NFC') }
}

function decodePerson(user: User): IncomingUpdate['from'] {
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ').trim().normalize('NFC')
  return {
    id: String(user.id),
    ...(name === '' ? {} : { name }),
    ...(user.language_code === undefined ? {} : { language: user.language_code }),
  }
}

interface Read {
  readonly input: Input
  /** The words themselves name us. */
  readonly addressed: boolean
}

// A letter right behind it, as in "/dangký", or a path like "/24/11" makes it an ordinary word for Telegram too.
const commandPattern = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?![\p{L}\p{M}\p{N}_@/])/iu

function readText(raw: string, message: Message, bot: Bot, alone: boolean): Read | undefined {
  const typed = decodeFormatted(raw, message.entities)
  const { text, spans } = withoutMention(typed, bot)
  const addressed = text !== typed.text
  const command = commandPattern.exec(text)
  const name = command?.[1]?.toLowerCase()
  if (command === null || name === undefined) return { input: { kind: 'text', text, ...styled(spans) }, addressed }
  const meant = command[2]
  if (meant === undefined || sameName(meant, bot.username))
    return {
      input: { kind: 'command', command: name, argument: text.slice(command[0].length).trim() },
      addressed: true,
    }
  // A command for another bot; in a private chat somebody mistyped our name and still deserves an answer.
  return alone ? { input: { kind: 'text', text, ...styled(spans) }, addressed: true } : undefined
}

function styled(spans: readonly Span[]): { spans?: readonly Span[] } {
  return spans.length === 0 ? {} : { spans }
}

function withoutMention(typed: Formatted, bot: Bot): Formatted {
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_/@])@${bot.username}(?![\\p{L}\\p{N}_])[,:]?`, 'giu')
  if (typed.text.search(mention) < 0) return typed
  const rest = replaceIn(replaceIn(typed, mention, ' '), /[ \t]{2,}/g, ' ')
  return replaceIn(rest, /^\s+|\s+$/g, '')
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function isReplyTo(message: Message, bot: Bot): boolean {
  const original = message.reply_to_message
  // In a forum every message counts as a reply to the one that opened the topic.
  return original?.from?.id === bot.id && original.forum_topic_created === undefined
}

function mentionsById(message: Message, bot: Bot): boolean {
  return (message.entities ?? message.caption_entities ?? []).some(
    (one) => one.type === 'text_mention' && one.user.id === bot.id,
  )
}

// The more exact kind first: a venue also has a location, an animation also a document. What is not here is Telegram's
// own notice (somebody joined, a message was pinned) and wants no answer.
const contents = [
  'sticker',
  'live_photo',
  'photo',
  'voice',
  'contact',
  'venue',
  'location',
  'animation',
  'document',
  'video',
  'video_note',
  'audio',
  'poll',
  'dice',
  'story',
  'game',
  'checklist',
  'paid_media',
  'rich_message',
] as const satisfies readonly (keyof Message)[]

/** A number that is shared with us; in a group it is none of our business. */
function readContact({ contact, from }: Message, alone: boolean): Read | undefined {
  if (!contact || !alone) return undefined
  const phone = `+${contact.phone_number.replace(/\D/g, '')}`
  const own = contact.user_id !== undefined && contact.user_id === from?.id
  return { input: { kind: 'contact', phone, own }, addressed: true }
}

function readContent(message: Message, bot: Bot): Read | undefined {
  const what = contents.find((one) => message[one] !== undefined)
  if (what === undefined) return undefined
  const file = what === 'photo' || what === 'document' ? readFile(message) : undefined
  if (file === undefined) return { input: { kind: 'unsupported', what }, addressed: false }
  const typed = decodeFormatted(message.caption ?? '', message.caption_entities)
  const { text, spans } = withoutMention(typed, bot)
  return { input: { kind: 'file', file, caption: text, ...styled(spans) }, addressed: text !== typed.text }
}

function readFile({ photo, document }: Message): FileReference | undefined {
  if (document) {
    const name = document.file_name?.normalize('NFC')
    const base = { kind: 'document', channel: 'telegram', id: document.file_id } as const
    return name === undefined ? base : { ...base, name }
  }
  // Telegram keeps it in several sizes.
  const [largest] = [...(photo ?? [])].sort((one, other) => other.width - one.width)
  return largest && { kind: 'photo', channel: 'telegram', id: largest.file_id }
}
