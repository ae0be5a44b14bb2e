import type { CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User } from 'grammy/types'
import type { Address, IncomingUpdate, Input } from '../../core/message.ts'

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
  const from = decodeSender(message)
  if (from === undefined) return undefined
  const alone = message.chat.type === 'private'
  const repliesToUs = isReplyTo(message, bot)
  const read = message.text === undefined ? readContent(message) : readText(message.text, bot, alone)
  if (read === undefined) return undefined
  const addressed = alone || repliesToUs || read.addressed || mentionsById(message, bot)
  // What a group shows each other is none of our business, and unreadable besides.
  if (read.input.kind === 'unsupported' && !addressed) return undefined
  return { id, address: addressOf(message.chat, message), from, private: alone, addressed, input: read.input }
}

function decodePress(id: string, query: CallbackQuery): IncomingUpdate | undefined {
  const { data, message } = query
  if (data === undefined || message === undefined) return undefined
  return {
    id,
    address: addressOf(message.chat, message),
    from: decodePerson(query.from),
    private: message.chat.type === 'private',
    addressed: true,
    input: { kind: 'choice', id: data },
    pressedOn: String(message.message_id),
  }
}

function decodeMembership(id: string, change: ChatMemberUpdated): IncomingUpdate | undefined {
  if (change.chat.type !== 'private') return undefined
  const reachable = change.new_chat_member.status !== 'kicked' && change.new_chat_member.status !== 'left'
  return {
    id,
    address: addressOf(change.chat, {}),
    from: decodePerson(change.from),
    private: true,
    addressed: true,
    input: { kind: 'reachable', reachable },
  }
}

function addressOf(chat: Chat, message: { message_thread_id?: number; is_topic_message?: boolean }): Address {
  const base = { channel: 'telegram' as const, chat: String(chat.id) }
  // Outside forums a thread id only marks a chain of replies, to which nothing can be sent.
  if (message.is_topic_message !== true || message.message_thread_id === undefined) return base
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
  /** The text itself names us. */
  readonly addressed: boolean
}

// A letter right behind it, as in "/dangký", or a path like "/24/11" makes it an ordinary word for Telegram too.
const commandPattern = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?![\p{L}\p{M}\p{N}_@/])/iu

function readText(raw: string, bot: Bot, alone: boolean): Read | undefined {
  const { text, mentioned } = withoutMention(raw.normalize('NFC'), bot)
  const command = commandPattern.exec(text)
  const name = command?.[1]?.toLowerCase()
  if (command === null || name === undefined) return { input: { kind: 'text', text }, addressed: mentioned }
  const meant = command[2]
  if (meant === undefined || sameName(meant, bot.username))
    return {
      input: { kind: 'command', command: name, argument: text.slice(command[0].length).trim() },
      addressed: true,
    }
  // A command for another bot; in a private chat somebody mistyped our name and still deserves an answer.
  return alone ? { input: { kind: 'text', text }, addressed: true } : undefined
}

function withoutMention(text: string, bot: Bot): { text: string; mentioned: boolean } {
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_/@])@${bot.username}(?![\\p{L}\\p{N}_])[,:]?`, 'giu')
  if (!mention.test(text)) return { text, mentioned: false }
  const rest = text.replace(mention, ' ')
  return { text: rest.replace(/[ \t]{2,}/g, ' ').trim(), mentioned: true }
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
  return (message.entities ?? []).some((one) => one.type === 'text_mention' && one.user.id === bot.id)
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

function readContent(message: Message): Read | undefined {
  const what = contents.find((one) => message[one] !== undefined)
  return what === undefined ? undefined : { input: { kind: 'unsupported', what }, addressed: false }
}
