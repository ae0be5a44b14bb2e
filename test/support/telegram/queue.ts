/** Updates on their way from Telegram to the bot: fetched by long polling or pushed to a webhook. */
import type { Update } from 'grammy/types'
import type { Payload } from './checks.ts'
import { type Draft, queueOf } from './updates.ts'

export interface UpdateQueue {
  /** Queues it; under a webhook resolves after the first attempt to deliver it. */
  push(draft: Draft): Promise<void>
  repeat(): Promise<void>
  /** Waits as long as the payload asks; `onGone` registers what must happen when the caller leaves. */
  poll(payload: Payload, onGone: (leave: () => void) => void): Promise<Poll>
  setWebhook(url: string, secret: string, payload: Payload): true
  webhookInfo(): Payload
  waiting(): number
  close(): void
}

/** `webhook`: one is set, so nobody may poll. `other`: somebody else has begun to poll meanwhile. */
export type Poll = readonly Update[] | 'webhook' | 'other'

/** Telegram waits one second and more; a test has no time for that. */
const retryMs = 20

export function createUpdateQueue(): UpdateQueue {
  const waitingPolls = new Set<(other?: 'other') => void>()
  const lanes = new Map<string, Promise<void>>()
  const timers = new Set<NodeJS.Timeout>()
  /** Sent once more although confirmed: what a restarted bot sees when its last confirmation was lost. */
  const again = new Set<Update>()
  let pending: Update[] = []
  let newest: Update | undefined
  let lastId = 870_000_000
  let webhook = { url: '', secret: '' }
  let allowed: readonly string[] = []
  let closed = false

  function enqueue(update: Update): Promise<void> {
    newest = update
    const kind = Object.keys(update).find((key) => key !== 'update_id') ?? ''
    if (allowed.length > 0 && !allowed.includes(kind)) return Promise.resolve()
    if (webhook.url !== '') return deliver(update)
    pending.push(update)
    wake()
    return Promise.resolve()
  }

  function wake(): void {
    for (const one of [...waitingPolls]) one()
  }

  /** One at a time in each lane; resolves after the first attempt. */
  function deliver(update: Update): Promise<void> {
    const lane = queueOf(update)
    const before = lanes.get(lane) ?? Promise.resolve()
    const first = before.then(() => post(update))
    lanes.set(
      lane,
      first.then((taken) => (taken ? undefined : retry(update))),
    )
    return first.then(() => undefined)
  }

  async function retry(update: Update): Promise<void> {
    while (!closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, retryMs)
        timers.add(timer)
      })
      if (closed || (await post(update))) return
    }
  }

  async function post(update: Update): Promise<boolean> {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret }
    try {
      const response = await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) })
      await response.arrayBuffer()
      return response.ok
    } catch {
      return false
    }
  }

  function batch(limit: number): readonly Update[] {
    const updates = pending.slice(0, limit)
    for (const update of updates) again.delete(update)
    return updates
  }

  function wait(limit: number, seconds: number, onGone: (leave: () => void) => void): Promise<Poll> {
    return new Promise((resolve) => {
      const finish = (other?: 'other') => {
        waitingPolls.delete(finish)
        clearTimeout(timer)
        timers.delete(timer)
        resolve(other ?? batch(limit))
      }
      const timer = setTimeout(finish, seconds * 1000)
      timers.add(timer)
      waitingPolls.add(finish)
      onGone(() => finish())
    })
  }

  return {
    push(draft) {
      lastId += 1
      return enqueue({ update_id: lastId, ...draft } as Update)
    },
    async repeat() {
      if (newest === undefined) throw new Error('Nothing to repeat yet')
      again.add(newest)
      await enqueue(newest)
    },
    async poll(payload, onGone) {
      if (webhook.url !== '') return 'webhook'
      for (const finish of [...waitingPolls]) finish('other')
      if (Array.isArray(payload.allowed_updates)) allowed = payload.allowed_updates as string[]
      const offset = Number(payload.offset ?? 0)
      pending = pending.filter((one) => one.update_id >= offset || again.has(one))
      const limit = Number(payload.limit ?? 100)
      return pending.length > 0 ? batch(limit) : wait(limit, Number(payload.timeout ?? 0), onGone)
    },
    setWebhook(url, secret, payload) {
      webhook = { url, secret }
      if (Array.isArray(payload.allowed_updates)) allowed = payload.allowed_updates as string[]
      const held = url === '' ? [] : pending
      if (url !== '') pending = []
      for (const update of held) void deliver(update)
      return true
    },
    webhookInfo: () => ({ url: webhook.url, has_custom_certificate: false, pending_update_count: pending.length }),
    waiting: () => waitingPolls.size,
    close() {
      closed = true
      wake()
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
