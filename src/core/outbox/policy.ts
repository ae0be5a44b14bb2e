import type { SendErrorKind } from '../channel.ts'

/** What a message is, for the question whether a repeat is worse than a loss. */
export type DeliveryKind = 'reply' | 'receipt' | 'reminder' | 'news'
export type Lane = 'reply' | 'bulk'

/** Where a delivery stands. Every one ends as sent, failed, unknown, cancelled or expired. */
export type DeliveryState = 'queued' | 'attempting' | 'sent' | 'failed' | 'unknown' | 'cancelled' | 'expired'

/** What happens to a delivery next: an end with its reason, or another try after a wait. */
export type Verdict =
  | { readonly state: 'failed' | 'unknown'; readonly reason: string }
  | { readonly state: 'queued'; readonly reason: string; readonly waitMs: number }

/** A lost answer or receipt leaves a person in doubt; a doubled reminder or piece of news pesters them. */
const repeatsUnknown: Readonly<Record<DeliveryKind, boolean>> = {
  reply: true,
  receipt: true,
  reminder: false,
  news: false,
}

const mostAttempts = 8
const firstWaitMs = 1_000
const longestWaitMs = 10 * 60_000

/** Waits double from a second to ten minutes, spread by `chance` in [0, 1) so that many do not come back at once. */
export function backoffMs(attempts: number, chance: number): number {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1))
  return Math.round(whole * (0.75 + chance / 2))
}

/** After an attempt that failed: `attempts` counts it. A throttled attempt spends nothing of the budget. */
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
      return { state: 'queued', reason, waitMs: error.retryAfterMs ?? backoffMs(1, chance) }
    case 'ambiguous':
      return repeatsUnknown[delivery.kind] ? retry(reason, delivery.attempts, chance) : { state: 'unknown', reason }
    case 'misconfigured':
    case 'unreachable':
      return retry(reason, delivery.attempts, chance)
  }
}

/** After we died in the middle of an attempt: nobody knows whether it arrived, unless the channel drops repeats. */
export function afterDeath(kind: DeliveryKind, idempotent: boolean): 'queued' | 'unknown' {
  return idempotent || repeatsUnknown[kind] ? 'queued' : 'unknown'
}

function retry(reason: string, attempts: number, chance: number): Verdict {
  if (attempts >= mostAttempts) return { state: 'failed', reason: `${reason} (after ${attempts} attempts)` }
  return { state: 'queued', reason, waitMs: backoffMs(attempts, chance) }
}
