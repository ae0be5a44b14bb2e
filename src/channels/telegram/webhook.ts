import { hash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Log } from './connecting.ts'
import { describe } from './errors.ts'

/** Far above any update (a text has 4,096 characters); whoever sends more is not Telegram. */
const largestBody = 1_000_000

export interface Webhook {
  handle(request: Request): Promise<Response>
  /** From now on updates go to `take`, which resolves once one is stored. */
  open(take: (update: Update) => Promise<void>): void
  /** Takes no more and resolves when the updates in hand are stored. */
  close(): Promise<void>
}

/** Telegram's calls to us: https://core.telegram.org/bots/api#setwebhook */
export function createWebhook(options: { secret: string; log: Log }): Webhook {
  const secret = digest(options.secret)
  const inHand = new Set<Promise<Response>>()
  let take: ((update: Update) => Promise<void>) | undefined

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'POST') return new Response(undefined, { status: 405, headers: { allow: 'POST' } })
    const given = request.headers.get('x-telegram-bot-api-secret-token') ?? ''
    if (!timingSafeEqual(digest(given), secret)) return new Response(undefined, { status: 401 })
    if (take === undefined) return later()
    const body = await readBody(request)
    if (body === undefined) return new Response(undefined, { status: 413 })
    const update = parseUpdate(body)
    return update === undefined ? new Response(undefined, { status: 400 }) : store(update)
  }

  async function store(update: Update): Promise<Response> {
    // Closed while the body was on its way
    if (take === undefined) return later()
    try {
      await take(update)
      return new Response(undefined, { status: 200 })
    } catch (cause) {
      options.log.warn({ reason: describe(cause) }, 'An update from Telegram could not be stored')
      return later()
    }
  }

  return {
    async handle(request) {
      const work = answer(request)
      inHand.add(work)
      return work.finally(() => inHand.delete(work))
    },
    open(next) {
      take = next
    },
    async close() {
      take = undefined
      await Promise.allSettled([...inHand])
    },
  }
}

/** Telegram obeys Retry-After; a 410 would make it give the webhook up. */
function later(): Response {
  return new Response(undefined, { status: 503, headers: { 'retry-after': '2' } })
}

// Digests have one length, so that the comparison takes one time whatever was sent.
function digest(words: string): Buffer {
  return hash('sha256', words, 'buffer')
}

async function readBody(request: Request): Promise<string | undefined> {
  const length = request.headers.get('content-length')
  if (Number(length ?? 0) > largestBody) return undefined
  // The server lets nobody send more than the length they gave, and reads the whole in a third of the time.
  if (length !== null) return request.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseUpdate(body: string): Update | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    const isUpdate = typeof parsed === 'object' && parsed !== null && 'update_id' in parsed
    return isUpdate && Number.isSafeInteger(parsed.update_id) ? (parsed as Update) : undefined
  } catch {
    return undefined
  }
}
