import type { ChannelName, MessageFor, OutgoingMessage } from '../message.ts'
import type { Broadcast, Tally } from './broadcast.ts'
import type { Receipt } from './certificate.ts'
import type { Progress, Watched } from './watch.ts'

/** What becomes of a broadcast that was looked at, with the words in which it is told. */
export interface Looked extends Watched {
  /** The message with the figures, for the author. */
  readonly shown: MessageFor
  /** Whether the author's channel can change a message; where not, only ends and pauses are told, each in a new one. */
  readonly edits: boolean
  /** What the office hears where it paused itself. */
  readonly alarm: MessageFor
  /** What the others of the office are asked. */
  readonly question: MessageFor
}

/** What starting, watching and certifying broadcasts needs of the database. */
export interface BroadcastStore {
  /** Those whose time has come. */
  due(now: Date): Promise<Broadcast[]>
  /**
   * Queues it for everyone who is its audience now, once ever; false where somebody else did or it was cancelled. One
   * that missed its time is held, and the office is told so.
   */
  start(
    broadcast: Broadcast,
    now: Date,
    messages: { readonly news: MessageFor; readonly missed: MessageFor },
    editable: readonly ChannelName[],
  ): Promise<boolean>
  /** Those that are not over. */
  open(): Promise<string[]>
  /** Looks at one, unless another instance does, and writes what comes of it; gives whether anything did. */
  look(id: string, now: Date, see: (broadcast: Broadcast, tally: Tally, before: Progress) => Looked): Promise<boolean>
  /** Those whose author waits for the certificate. */
  wanted(): Promise<{ broadcast: Broadcast; progress: Progress }[]>
  /** Of the author and of who approved it, as they declared them. */
  names(broadcast: Broadcast): Promise<{ readonly author?: string; readonly approver?: string }>
  /** Every recipient with what became of it, in order, page by page. */
  receipts(id: string): AsyncIterable<readonly Receipt[]>
  /** Sends the certificate to the author, and to nobody else. */
  hand(id: string, message: readonly OutgoingMessage[]): Promise<void>
}
