import type { Address, ChannelName, IncomingUpdate, OutgoingMessage } from './message.ts'

/** How fast a platform lets us send to many: messages a second in all, and the pause after each to one place. */
export interface Pace {
  readonly perSecond: number
  readonly chatMs: number
  readonly groupMs: number
}

export interface ChannelLimits {
  /** The longest text of one message, in UTF-16 code units. */
  readonly text: number
  readonly caption: number
  /** The most choices that one message may offer. */
  readonly choices: number
  readonly buttons: boolean
  readonly edits: boolean
  readonly files: boolean
  readonly groups: boolean
  /** A choice may ask the person to share their telephone number. */
  readonly contacts?: boolean
  /** What people can send is words alone, without files and formatting. */
  readonly plainInput?: boolean
}

/** A document of our own. */
export interface StoredFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** The document that was stored under that id. */
export type LoadFile = (id: string) => Promise<StoredFile | undefined>

/** A place people talk to us. Adding one is a folder in src/channels and a line in its index. */
export interface Channel {
  readonly name: ChannelName
  readonly limits: ChannelLimits
  /** Sending the same message id twice delivers once, so an unknown outcome may always be repeated. */
  readonly idempotent?: boolean
  /** Fetches its updates itself, which only one process may do at a time. */
  readonly exclusive?: boolean
  /** How fast many may be told; absent where nothing limits us. */
  readonly pace?: Pace
  /** Begins delivering updates to `receive`, which resolves once the update is stored; resolves when listening. */
  start(receive: (update: IncomingUpdate) => Promise<void>): Promise<void>
  /** Takes no more updates and resolves when the ones in hand are stored. */
  stop(): Promise<void>
  /** Delivers one message. Rejects only with SendError, and soon after the signal gives the call up. */
  send(to: Address, message: OutgoingMessage, signal?: AbortSignal): Promise<{ externalId: string }>
  /**
   * Present where people can send files: the bytes of one that the platform holds, at most that many. Rejects only with
   * SendError, as `rejected` where it can never be had.
   */
  download?(id: string, most: number): Promise<Uint8Array>
  /** Present where there are groups: whether that person administers the group. Rejects where the platform does not say. */
  administers?(group: Address, userId: string): Promise<boolean>
  /** Present where the platform pushes to us; mounted by the server at /channels/<name>. */
  webhook?(request: Request): Promise<Response>
}

/**
 * Why a delivery failed.
 * unreachable: the platform or network did not take it, try again · throttled: try again after `retryAfterMs` ·
 * blocked: this person or group no longer wants us · rejected: this message can never go · misconfigured: no
 * message can go until an administrator acts · ambiguous: it may or may not have arrived.
 */
export type SendErrorKind = 'unreachable' | 'throttled' | 'blocked' | 'rejected' | 'misconfigured' | 'ambiguous'

export class SendError extends Error {
  readonly kind: SendErrorKind
  readonly retryAfterMs: number | undefined
  /** The chat's new id: send there instead. */
  readonly migrateTo: string | undefined
  /** With `blocked`: we are still in that group, but may not write there, or not in that topic. */
  readonly silenced: 'group' | 'topic' | undefined

  constructor(
    kind: SendErrorKind,
    message: string,
    options: { retryAfterMs?: number; migrateTo?: string; silenced?: 'group' | 'topic'; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'SendError'
    this.kind = kind
    this.retryAfterMs = options.retryAfterMs
    this.migrateTo = options.migrateTo
    this.silenced = options.silenced
  }
}
