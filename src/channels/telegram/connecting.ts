import { setTimeout as pass } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Bot } from './decode.ts'
import { isUnauthorized, toSendError } from './errors.ts'

/** Where the channel reports what an administrator should know. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type Mode =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string }

/** The updates that we can decode. Telegram remembers the list, so that it is always given in full. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

const firstWaitMs = 250
const longestWaitMs = 30_000

export interface ConnectOptions {
  readonly api: Api
  readonly mode: Mode
  readonly whoAmI: (signal?: AbortSignal) => Promise<Bot>
  readonly log: Log
}

/** Connects however long it takes, and calls `tried` after the first failure. Nothing where that can never succeed. */
export async function connect(
  options: ConnectOptions,
  signal: AbortSignal,
  tried: () => void,
): Promise<Bot | undefined> {
  const backoff = createBackoff(signal)
  while (!signal.aborted) {
    try {
      return await tryToConnect(options, signal)
    } catch (cause) {
      if (signal.aborted) return undefined
      if (isUnauthorized(cause)) {
        reportRevoked(options.log)
        return undefined
      }
      const error = toSendError(cause)
      options.log.warn({ kind: error.kind, reason: error.message }, 'Telegram is not connected yet: trying again')
      tried()
      await backoff.wait(error.retryAfterMs)
    }
  }
  return undefined
}

/** Says that the token is dead, in the same words wherever we learn it. */
export function reportRevoked(log: Log): void {
  log.error(
    { kind: 'misconfigured' },
    'Telegram refuses the token (401): receiving has stopped until a valid one is set',
  )
}

async function tryToConnect({ api, mode, whoAmI }: ConnectOptions, signal: AbortSignal): Promise<Bot> {
  const bot = await whoAmI(signal)
  // Telegram refuses getUpdates while a webhook is set.
  if (mode.kind === 'polling') await api.deleteWebhook(undefined, forGrammy(signal))
  else await api.setWebhook(webhookUrl(mode.publicUrl), webhookSettings(mode.secret), forGrammy(signal))
  return bot
}

function webhookUrl(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/channels/telegram`
}

function webhookSettings(secret: string) {
  return { secret_token: secret, allowed_updates: allowedUpdates, max_connections: 40 }
}

/** Waits that grow with each failure in a row and end at once when the signal does. */
export interface Backoff {
  /** `leastMs` is what the platform asked for. Never rejects. */
  wait(leastMs?: number): Promise<void>
  /** Something worked: the next failure starts from the shortest wait. */
  reset(): void
}

export function createBackoff(signal: AbortSignal): Backoff {
  let failures = 0
  return {
    async wait(leastMs = 0) {
      const grown = Math.min(longestWaitMs, firstWaitMs * 2 ** failures)
      failures = Math.min(failures + 1, 10)
      await pass(Math.max(grown, leastMs), undefined, { signal }).catch(() => undefined)
    },
    reset() {
      failures = 0
    },
  }
}

/** Node's own signal under the name that grammY's typings know: that of a stand-in for old versions of Node. */
export function forGrammy(signal: AbortSignal): NonNullable<Parameters<Api['getMe']>[0]> {
  return signal as NonNullable<Parameters<Api['getMe']>[0]>
}
