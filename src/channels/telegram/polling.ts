import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { allowedUpdates, createBackoff, forGrammy, type Log, reportRevoked } from './connecting.ts'
import { describe, isConflict, isUnauthorized, toSendError } from './errors.ts'

/** Long enough to spare calls, short enough for the proxies that cut silent connections after a minute. */
const waitSeconds = 30

/** Beyond the wait itself, before a connection counts as dead. */
export const pollTimeoutSeconds = waitSeconds + 15

export interface PollOptions {
  readonly api: Api
  /** Resolves once the update is stored. */
  readonly take: (update: Update) => Promise<void>
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Fetches updates one after the other until the signal ends it or the token is revoked. An update is confirmed to Telegram,
 * by the next call's offset, only after it is stored: whatever stops us in between, Telegram sends it again.
 */
export async function pollUpdates({ api, take, log, signal }: PollOptions): Promise<void> {
  const backoff = createBackoff(signal)
  let offset = 0
  while (!signal.aborted) {
    try {
      for (const update of await fetchUpdates(api, offset, signal)) {
        if (signal.aborted) return
        await take(update)
        offset = update.update_id + 1
      }
      backoff.reset()
    } catch (cause) {
      if (signal.aborted) return
      if (isUnauthorized(cause)) return reportRevoked(log)
      log.warn({ reason: describe(cause) }, complaint(cause))
      await backoff.wait(toSendError(cause).retryAfterMs)
    }
  }
}

function fetchUpdates(api: Api, offset: number, signal: AbortSignal): Promise<Update[]> {
  return api.getUpdates({ offset, timeout: waitSeconds, allowed_updates: allowedUpdates }, forGrammy(signal))
}

function complaint(cause: unknown): string {
  return isConflict(cause)
    ? 'Another process polls Telegram with the same token, or a webhook is set (409): only one may receive updates'
    : 'Updates from Telegram could not be fetched and stored: trying again'
}
