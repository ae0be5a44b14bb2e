import type { ChannelName, OutgoingMessage } from '../message.ts'
import type { DeliveryKind, Lane, Verdict } from './policy.ts'

/** One message to one address, taken out of the ledger to be sent. */
export interface Delivery {
  readonly id: bigint
  readonly channel: ChannelName
  readonly address: string
  readonly personId: string | null
  readonly lane: Lane
  readonly kind: DeliveryKind
  readonly message: OutgoingMessage
  /** Counts the attempt that is under way. */
  readonly attempts: number
}

/** The ledger of all that we send, as delivering needs it. */
export interface Outbox {
  /**
   * Takes up to `limit` deliveries that are due, replies first, at most one per address and lane, and writes that
   * they are being attempted. Two instances never take the same one.
   */
  take(channels: readonly ChannelName[], limit: number): Promise<Delivery[]>
  sent(id: bigint, externalId: string): Promise<void>
  /** `spent` is false where the attempt does not count. */
  settle(id: bigint, verdict: Verdict, spent: boolean): Promise<void>
  /** This account no longer wants us, until it writes again. */
  unreachable(delivery: Delivery, reason: string): Promise<void>
  /** Decides about attempts whose process died: `all` where no other process can be alive. */
  recover(idempotent: readonly ChannelName[], all: boolean): Promise<{ queued: number; unknown: number }>
}
