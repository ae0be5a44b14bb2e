import type { Locale } from './campaign/campaign.ts'

/** The one vocabulary in which channels, core and database speak about messages. */

export type ChannelName = 'telegram' | 'zalo-bot' | 'zalo-oa' | 'web'

/** Where a message goes to or came from. `thread` is a forum topic inside a group. */
export interface Address {
  readonly channel: ChannelName
  readonly chat: string
  readonly thread?: string
}

/** One line for an address: `telegram:123` or `telegram:-100123:7`. A chat id holds no colon. */
export function addressKey(address: Address): string {
  const base = `${address.channel}:${address.chat}`
  return address.thread === undefined ? base : `${base}:${address.thread}`
}

/** The address that `addressKey` wrote. */
export function parseAddressKey(key: string): Address {
  const [channel, chat, thread] = key.split(':')
  if (channel === undefined || chat === undefined) throw new Error(`Not an address: ${key}`)
  const base = { channel: channel as ChannelName, chat }
  return thread === undefined ? base : { ...base, thread }
}

/** What a person did, in our own words. */
export type Input =
  | { readonly kind: 'text'; readonly text: string; readonly spans?: readonly Span[] }
  /** A photo or document, with the words under it. */
  | {
      readonly kind: 'file'
      readonly file: FileReference
      readonly caption: string
      readonly spans?: readonly Span[]
    }
  /** A slash command without its slash and bot name, lower-case, with what followed it. */
  | { readonly kind: 'command'; readonly command: string; readonly argument: string }
  /** A telephone number that was shared, in the international form; `own`: the platform says that it is the sender's. */
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  /** A choice that was pressed, by the id under which it was offered. */
  | { readonly kind: 'choice'; readonly id: string }
  /** Something that we cannot read: a sticker, a photo, a voice message. `what` names it for the log. */
  | { readonly kind: 'unsupported'; readonly what: string }
  /** The person blocked us (`false`) or came back (`true`). */
  | { readonly kind: 'reachable'; readonly reachable: boolean }
  /** What became of our place in a group. `silenced`: we are there and may not write. */
  | { readonly kind: 'membership'; readonly state: 'present' | 'silenced' | 'gone'; readonly title: string }
  /** The group has another id from now on. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The group is called otherwise from now on. */
  | { readonly kind: 'renamed'; readonly title: string }
  /** The topic where it is told, or without one the group's general topic, was closed or opened again. */
  | { readonly kind: 'topic'; readonly state: 'open' | 'closed' }

/** One thing that a platform told us. `id` is unique per channel: the same id is the same update. */
export interface IncomingUpdate {
  readonly id: string
  readonly address: Address
  readonly from: {
    readonly id: string
    readonly name?: string
    /** BCP 47, as the platform gives it. */
    readonly language?: string
    /** Absent where the sender is a person; an anonymous group administrator is not one. */
    readonly anonymous?: boolean
    /** In a group, where it was asked for: whether the platform says that they administer it. Absent: it did not say. */
    readonly administrator?: boolean
  }
  readonly private: boolean
  /** What the group is called, where the platform tells it along. */
  readonly title?: string
  /** In a group: the bot was mentioned, replied to or commanded. Always true in a private chat. */
  readonly addressed: boolean
  readonly input: Input
  /** Given up once and taken up again by the office: what stood open when it was written may be another thing by now. */
  readonly retried?: boolean
  /** The message whose choice was pressed, where the press itself leaves no trace: the answer may replace it. */
  readonly pressedOn?: string
}

/** A sentence by its key in `locales/`, or words that stand for themselves (a unit's name, a campaign's answer). */
export type Text =
  | { readonly key: string; readonly args?: Readonly<Record<string, TextArgument>> }
  | { readonly literal: string; readonly spans?: readonly Span[] }
export type TextArgument = string | number | Text

/** `text('form-step', { step: 2, steps: 7 })`: a sentence by its key. */
export function text(key: string, args?: Readonly<Record<string, TextArgument>>): Text {
  return args === undefined ? { key } : { key, args }
}

/** `literal(unit.name)`: words that stand for themselves, in whatever language; as a paragraph they may be formatted. */
export function literal(words: string, spans?: readonly Span[]): Text {
  return spans === undefined ? { literal: words } : { literal: words, spans }
}

/** Something that a person may pick. Drawn as a button, or numbered where a channel has none. */
export interface Choice<Label = Text> {
  /** At most 60 bytes of ASCII: what comes back when it is picked. */
  readonly id: string
  readonly label: Label
  /** How it is drawn where the channel can: the one way on, or a way that loses something. */
  readonly tone?: 'primary' | 'danger'
  /** In a group: opens the private chat with this start word instead of coming back. */
  readonly opensPrivate?: boolean
  /** What a bare "có", "đồng ý" or "yes" to the message means. */
  readonly yes?: boolean
  /** Only changes the message that it stands on (a tick, another page): picking it leaves no trace of its own. */
  readonly quiet?: boolean
  /** Can still be picked when the conversation has gone on. */
  readonly lasts?: boolean
  /** Shares the person's telephone number, where the channel can ask for it; left out elsewhere. */
  readonly asksContact?: boolean
  /** Opens this page and comes back to nobody. */
  readonly url?: string
}

/** What the core wants said, before it is put into a language. */
export interface Saying {
  /** Paragraphs, joined by an empty line. */
  readonly text: readonly Text[]
  /** Rows of choices. */
  readonly choices?: readonly (readonly Choice[])[]
  /** Replaces the message whose choice was pressed, where the channel can. */
  readonly inPlace?: boolean
  /** The language of the question that it answers, where that is not the person's own. */
  readonly locale?: Locale
  /** A photo or document that goes with it. */
  readonly file?: FileReference
}

export interface Span {
  /** UTF-16 code units, as Telegram counts them. */
  readonly offset: number
  readonly length: number
  readonly style: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'link'
  /** Where a link leads. */
  readonly url?: string
}

/** A photo or document: one that a platform holds for us, or one of our own that we stored. */
export type FileReference =
  | { readonly kind: 'photo' | 'document'; readonly channel: ChannelName; readonly id: string; readonly name?: string }
  | { readonly kind: 'document'; readonly stored: string; readonly name: string }

/** A message as it enters the outbox: in the person's language, within the channel's limits. */
export interface OutgoingMessage {
  /** Stable across repeats of the same delivery: a channel that can tell a repeat by it drops the repeat. */
  readonly id: string
  /** When it was written by the campaign's clock, ISO 8601. */
  readonly at?: string
  readonly text: string
  readonly spans?: readonly Span[]
  readonly choices?: readonly (readonly Choice<string>[])[]
  /** The external id of the message that this one replaces. */
  readonly replaces?: string
  /** A photo or document that goes with it. */
  readonly file?: FileReference
  /** One of many: where a platform sells a faster lane for those, it goes there. */
  readonly bulk?: boolean
}

/** A message to everyone as it reads in that language on that channel. */
export type MessageFor = (locale: Locale, channel: ChannelName) => readonly OutgoingMessage[]
