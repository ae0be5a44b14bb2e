import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup } from 'grammy/types'
import type { Pace } from '../../core/channel.ts'
import { type ChannelLimits, SendError } from '../../core/channel.ts'
import type { Address, Choice, OutgoingMessage } from '../../core/message.ts'
import { encodeSpan } from './formatting.ts'

/** https://core.telegram.org/bots/api#sendmessage */
export const limits: ChannelLimits = {
  text: 4096,
  caption: 1024,
  choices: 100,
  buttons: true,
  edits: true,
  files: true,
  groups: true,
  contacts: true,
}

// https://core.telegram.org/bots/api#inlinekeyboardbutton: bytes, not characters
const choiceBytes = 64

// https://core.telegram.org/bots/features#deep-linking
const startWord = /^[A-Za-z0-9_-]{1,64}$/

export interface EncodedMessage {
  readonly chat_id: number
  readonly message_thread_id?: number
  readonly text: string
  readonly entities: MessageEntity[]
  readonly link_preview_options: { readonly is_disabled: true }
  readonly reply_markup?: InlineKeyboardMarkup
}

/** The same words under a file. */
export function asCaption({ text, entities, link_preview_options: _, ...other }: EncodedMessage) {
  return { ...other, caption: text, caption_entities: entities }
}

/** Where a message goes. */
export function encodePlace(to: Address): Pick<EncodedMessage, 'chat_id' | 'message_thread_id'> {
  const chat_id = encodeId(to.chat)
  return to.thread === undefined ? { chat_id } : { chat_id, message_thread_id: encodeId(to.thread) }
}

/** A choice of the message leads from a group into the private chat, for which the bot's name is needed. */
export function opensPrivate(to: Address, message: OutgoingMessage): boolean {
  return isGroup(to) && (message.choices ?? []).flat().some((choice) => choice.opensPrivate)
}

/** The message in Telegram's words, or a SendError where it could never go. */
export function encode(to: Address, message: OutgoingMessage, botName: string): EncodedMessage {
  const { length } = message.text
  if ((length === 0 && message.file === undefined) || length > limits.text)
    throw new SendError('rejected', `A text of ${length} characters: Telegram takes 1 to ${limits.text}`)
  const inGroup = isGroup(to)
  const inline = (message.choices ?? []).map((row) => row.filter((choice) => !choice.asksContact))
  const rows = inline.map((row) => row.map((choice) => encodeChoice(choice, inGroup, botName)))
  return {
    ...encodePlace(to),
    text: message.text,
    // Entities rather than markup: no text that a person typed can break them.
    entities: (message.spans ?? []).map(encodeSpan),
    link_preview_options: { is_disabled: true },
    ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }),
  }
}

/**
 * A message that asks for a telephone number has its choices on a keyboard, which alone can ask for it; the others on it
 * send their label, which is understood as typed.
 */
export function encodeKeyboard({ choices = [] }: OutgoingMessage): ReplyKeyboardMarkup | undefined {
  if (!choices.flat().some((choice) => choice.asksContact)) return undefined
  const keyboard = choices.map((row) =>
    row.map((choice) => ({ text: choice.label, ...(choice.asksContact && { request_contact: true as const }) })),
  )
  return { keyboard, one_time_keyboard: true, resize_keyboard: true }
}

function encodeChoice(choice: Choice<string>, inGroup: boolean, botName: string): InlineKeyboardButton {
  const style = choice.tone === undefined ? {} : { style: choice.tone }
  if (choice.url !== undefined) return { text: choice.label, url: choice.url, ...style }
  if (choice.opensPrivate && inGroup) {
    if (!startWord.test(choice.id)) throw new SendError('rejected', `"${choice.id}" is no start word for Telegram`)
    return { text: choice.label, url: `https://t.me/${botName}?start=${choice.id}`, ...style }
  }
  if (Buffer.byteLength(choice.id) > choiceBytes)
    throw new SendError('rejected', `The choice "${choice.id}" is longer than ${choiceBytes} bytes`)
  return { text: choice.label, callback_data: choice.id, ...style }
}

function isGroup(to: Address): boolean {
  return to.chat.startsWith('-')
}

/** Ids of up to 52 bits, which a number holds exactly. */
function encodeId(id: string): number {
  const number = Number(id)
  if (id === '' || !Number.isSafeInteger(number)) throw new SendError('rejected', 'The address is no chat of Telegram')
  return number
}

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, a little less than allowed. */
export const pace: Pace = { perSecond: 29.2, chatMs: 1_000, groupMs: 3_000 }

/** What each message of a broadcast costs Stars for: https://core.telegram.org/bots/api#sendmessage */
export const paidPace: Pace = { ...pace, perSecond: 1_000 }
