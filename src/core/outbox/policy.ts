import type { SendErrorKind } from '../channel.ts'

/** What a message is, for the question whether a repeat is worse than a loss. */
export type DeliveryKind = 'reply' | 'receipt' | 'reminder' | 'news' | 'notice' | 'alarm'
/** Answers go before what is sent to many. */
export type Lane = 'reply' | 'bulk'

/** How often one address may be told the same within an hour: a loop stops there, a person who asks again does not. */
export const mostRepeats: Readonly<Record<Lane, number>> = { reply: 40, bulk: 3 }

/** Where a delivery stands. Every one ends as sent, failed, unknown, cancelled or expired. */
export type DeliveryState = 'queued' | 'attempting' | 'sent' | 'failed' | 'unknown' | 'cancelled' | 'expired'

/** What happens to a delivery next: an end with its reason, or another try after a wait. */
export type Verdict =
  | { readonly state: 'failed' | 'unknown'; readonly reason: string }
  | {
      readonly state: 'queued'
      readonly reason: string
      readonly waitMs: number
      /** The platform refused it only for now: the attempt does not count. */
      readonly unspent?: boolean
      /** It may have arrived all the same: the next attempt may be a second copy. */
      readonly doubtful?: boolean
    }

/** A lost answer or receipt leaves a person in doubt; a doubled reminder or piece of news pesters them. */
const repeatsUnknown: Readonly<Record<DeliveryKind, boolean>> = {
  reply: true,
  receipt: true,
  reminder: false,
  news: false,
  // A date that moved, or something that the office must know: rather twice than never.
  notice: true,
  alarm: true,
}

/** The kinds that are sent again when nobody knows whether they arrived. */
export const repeatedKinds = (Object.keys(repeatsUnknown) as DeliveryKind[]).filter((kind) => repeatsUnknown[kind])

/**
 * After a day in the queue, which only a long outage brings about, an answer has lost its question, and a reminder may
 * say what is no longer so. A receipt, a date that moved and what the office must know hold however late they come.
 */
export const ageing = { hours: 24, kinds: ['reply', 'reminder', 'news'] } as const satisfies {
  hours: number
  kinds: readonly DeliveryKind[]
}

/** For so long after it began, or was let go on by the office, a broadcast may go out. */
export const broadcastHours = 48

/** With the waits between them, a little over an hour. */
const mostAttempts = 16
const firstWaitMs = 1_000
const longestWaitMs = 10 * 60_000

/** Waits double from a second to ten minutes, spread by `chance` in [0, 1) so that many do not come back at once. */
function backoffMs(attempts: number, chance: number): number {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1))
  return Math.round(whole * (0.75 + chance / 2))
}

/** After an attempt that failed: `attempts` counts it. */
export function afterFailure(
  error: { readonly kind: SendErrorKind; readonly message: string; readonly retryAfterMs: number | undefined },
  delivery: { readonly kind: DeliveryKind; readonly attempts: number },
  chance: number,
): Verdict {
  const reason = `${error.kind}: ${error.message}`
  switch (error.kind) {
    case 'blocked':
    case 'rejected':
      return { state: 'failed', reason }
    case 'throttled':
      return { state: 'queued', reason, waitMs: error.retryAfterMs ?? backoffMs(1, chance), unspent: true }
    case 'ambiguous':
      return repeatsUnknown[delivery.kind] && delivery.attempts < mostAttempts
        ? { state: 'queued', reason, waitMs: backoffMs(delivery.attempts, chance), doubtful: true }
        : { state: 'unknown', reason }
    case 'misconfigured':
    case 'unreachable':
      return retry(reason, delivery.attempts, chance)
  }
}

function retry(reason: string, attempts: number, chance: number): Verdict {
  if (attempts >= mostAttempts) return { state: 'failed', reason: `${reason} (after ${attempts} attempts)` }
  return { state: 'queued', reason, waitMs: backoffMs(attempts, chance) }
}
