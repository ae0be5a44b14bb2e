import type { Pace } from '../channel.ts'
import type { ChannelName, OutgoingMessage } from '../message.ts'
import type { DeliveryKind, Lane, Verdict } from './policy.ts'

/** One message to one address, taken out of the ledger to be sent. */
export interface Delivery {
  readonly id: bigint
  readonly channel: ChannelName
  readonly address: string
  readonly personId: string | null
  readonly broadcastId: string | null
  readonly lane: Lane
  readonly kind: DeliveryKind
  readonly message: OutgoingMessage
  /** Counts the attempt that is under way. */
  readonly attempts: number
  /** The taking it belongs to: what is settled under another name changes nothing. */
  readonly owner: string
  /** How often the address was told the same, word for word, within the last hour. */
  readonly repeats: number
}

/** What became of an attempt. */
export interface Settlement {
  readonly delivery: Delivery
  readonly verdict:
    | Verdict
    /** `spaceMs`: for so long nothing more goes from the bulk lane to the same place. */
    | { readonly state: 'sent'; readonly externalId: string; readonly spaceMs: number }
}

export interface Bulk {
  readonly taken: readonly Delivery[]
  readonly firstMs: number
  readonly waitMs: number
}

/** The ledger of all that we send, as delivering needs it. Two instances never take the same delivery. */
export interface Outbox {
  /** Takes up to `limit` due deliveries, at most one per address and lane, and writes that they are attempted. */
  takeReplies(channels: readonly ChannelName[], limit: number): Promise<Delivery[]>
  /**
   * The same for the bulk lane of a channel, as far ahead as its pace allows; `waitMs` is when to look again. The first
   * may go in `firstMs`, and each of the others one step of the pace after the one before it.
   */
  takeBulk(channel: ChannelName, pace: Pace | undefined, limit: number): Promise<Bulk>
  /** Writes what became of an attempt; resolves once that is safe. */
  settle(settlement: Settlement): Promise<void>
  /** Stops the bulk lane of a channel for that long, on every instance. */
  hold(channel: ChannelName, ms: number): Promise<void>
  /**
   * Nothing more goes to this address until somebody writes from there again. `silenced`: we are still in the group and
   * may not write there, or not in that topic.
   */
  unreachable(delivery: Delivery, reason: string, silenced?: 'group' | 'topic'): Promise<void>
  /** The group has another id from now on: what waits for it goes there. */
  moved(delivery: Delivery, chat: string): Promise<void>
  /** Decides about attempts whose process died: `all` where no other process can be alive. */
  recover(idempotent: readonly ChannelName[], all: boolean): Promise<{ queued: number; unknown: number }>
}
