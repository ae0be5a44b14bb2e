import { type Channel, SendError } from '../core/channel.ts'
import { parseAddressKey } from '../core/message.ts'
import type { Delivery, Outbox, Settlement } from '../core/outbox/outbox.ts'
import { afterFailure, mostRepeats } from '../core/outbox/policy.ts'
import { createSteadyGate } from '../core/outbox/steady.ts'

export interface DeliveryLog {
  warn(fields: object, message: string): void
  info(fields: object, message: string): void
}

export interface DispatcherOptions {
  readonly outbox: Outbox
  readonly channels: readonly Channel[]
  readonly log: DeliveryLog
  /** The most sends under way at once. */
  readonly width: number
  /** Called when one ended that something waited for. */
  readonly onFree: () => void
  /** Something that the office should hear of: `about` names it, the same thing under the same name. */
  readonly onTrouble: (about: string, delivery: Delivery, reason: string) => void
  /** Where a test may end the process. */
  readonly at?: ((point: 'taken' | 'before-send' | 'after-send' | 'settled') => void) | undefined
}

export interface Dispatcher {
  /** Takes what is due and begins to send it; for `restMs` there is nothing more to take. */
  deliver(): Promise<{ taken: number; restMs: number }>
  /** How many more may be under way. */
  free(): number
  /** Begins to send what was taken already. `isMore`: behind it there is more that is due. */
  begin(taken: readonly Delivery[], isMore: boolean): void
  /** Something was queued for many: the bulk lanes are looked at without delay. */
  hurry(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** How long to look away when there was nothing to do. */
const longestRestMs = 1_000
/** How often to look at a bulk lane where nothing was due. */
const idleBulkMs = 250
/** How often to look at one that has as much under way as it may. */
const fullBulkMs = 20
const settleAgainMs = 500

/** The only caller of `channel.send`. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { outbox, log, width } = options
  const mostWaiting = width / 2
  const channels = new Map(options.channels.map((channel) => [channel.name, channel]))
  const names = [...channels.keys()]
  const underWay = new Set<Promise<void>>()
  /** When the bulk lane of a channel may be looked at again. */
  const bulkAt = new Map<string, number>()
  const gates = new Map<string, ReturnType<typeof createSteadyGate>>()
  /** How many were taken before their time. */
  let waiting = 0
  /** Something waits for one of those that are under way to end. */
  let isShort = false

  async function attempt(delivery: Delivery, mayGo: Promise<void> | undefined): Promise<void> {
    await mayGo
    const isRepeated = delivery.repeats >= mostRepeats[delivery.lane]
    await settle(isRepeated ? stopRepeating(delivery) : await send(delivery))
    options.at?.('settled')
  }

  async function send(delivery: Delivery): Promise<Settlement> {
    const channel = channels.get(delivery.channel)
    if (!channel) throw new Error(`No channel ${delivery.channel}`)
    const to = parseAddressKey(delivery.address)
    try {
      options.at?.('before-send')
      const message = delivery.lane === 'bulk' ? { ...delivery.message, bulk: true } : delivery.message
      const { externalId } = await channel.send(to, message)
      options.at?.('after-send')
      const space = channel.pace?.[to.chat.startsWith('-') ? 'groupMs' : 'chatMs'] ?? 0
      return { delivery, verdict: { state: 'sent', externalId, spaceMs: delivery.lane === 'bulk' ? space : 0 } }
    } catch (cause) {
      return failure(delivery, asSendError(cause))
    }
  }

  async function failure(delivery: Delivery, error: SendError): Promise<Settlement> {
    log.warn({ delivery: String(delivery.id), channel: delivery.channel, kind: error.kind }, error.message)
    if (error.migrateTo !== undefined) {
      await outbox.moved(delivery, error.migrateTo)
      return { delivery, verdict: { state: 'queued', reason: error.message, waitMs: 0, unspent: true } }
    }
    if (error.kind === 'throttled') await outbox.hold(delivery.channel, error.retryAfterMs ?? 1_000)
    if (error.kind === 'blocked') await outbox.unreachable(delivery, error.message)
    if (error.kind === 'misconfigured') options.onTrouble(`misconfigured:${delivery.channel}`, delivery, error.message)
    return { delivery, verdict: afterFailure(error, delivery, Math.random()) }
  }

  function stopRepeating(delivery: Delivery): Settlement {
    const reason = 'repeated: the same words went to this address too often within an hour'
    options.onTrouble(`repeated:${delivery.address}`, delivery, reason)
    return { delivery, verdict: { state: 'failed', reason } }
  }

  // What was sent must be written down, however long the database is away: nobody else knows of it.
  async function settle(settlement: Settlement): Promise<void> {
    for (;;) {
      try {
        return await outbox.settle(settlement)
      } catch (error) {
        log.warn({ err: error, delivery: String(settlement.delivery.id) }, 'the ledger did not answer; trying again')
        await rest(settleAgainMs)
      }
    }
  }

  function begin(taken: readonly Delivery[], mayGo?: (place: number) => Promise<void>): void {
    if (taken.length === 0) return
    options.at?.('taken')
    for (const [place, delivery] of taken.entries()) {
      const work = attempt(delivery, mayGo?.(place)).finally(() => {
        underWay.delete(work)
        if (isShort) options.onFree()
      })
      underWay.add(work)
    }
  }

  /** Resolves for the one at that place of what was taken when it may go. */
  function pacing({ name, pace }: Channel, firstMs: number): ((place: number) => Promise<void>) | undefined {
    if (!pace) return undefined
    const gate = gates.get(name) ?? createSteadyGate(Math.ceil(pace.perSecond))
    gates.set(name, gate)
    return async (place) => {
      waiting += 1
      let ms = firstMs + (place * 1000) / pace.perSecond
      do {
        if (ms >= 1) await rest(ms)
        ms = gate(performance.now())
      } while (ms > 0)
      waiting -= 1
    }
  }

  async function takeBulk(): Promise<number> {
    let count = 0
    for (const channel of options.channels) {
      // Those that wait for their time must not take the places of answers.
      const free = waiting < mostWaiting ? width - underWay.size : 0
      if (Date.now() < (bulkAt.get(channel.name) ?? 0)) continue
      if (free <= 0) {
        bulkAt.set(channel.name, Date.now() + fullBulkMs)
        continue
      }
      const { taken, firstMs, waitMs } = await outbox.takeBulk(channel.name, channel.pace, free)
      // Where nothing is due there is no hurry: who queues something wakes us.
      bulkAt.set(channel.name, Date.now() + (taken.length > 0 ? waitMs : Math.max(waitMs, idleBulkMs)))
      begin(taken, pacing(channel, firstMs))
      count += taken.length
    }
    return count
  }

  return {
    async deliver() {
      isShort = underWay.size >= width
      if (isShort) return { taken: 0, restMs: longestRestMs }
      const replies = await outbox.takeReplies(names, width - underWay.size)
      // Behind each there may be another to the same address.
      isShort = replies.length > 0
      begin(replies)
      const taken = replies.length + (await takeBulk())
      const bulkMs = Math.min(longestRestMs, ...names.map((name) => (bulkAt.get(name) ?? 0) - Date.now()))
      return { taken, restMs: replies.length > 0 ? 0 : bulkMs }
    },
    free: () => Math.max(0, width - underWay.size),
    begin(taken, isMore) {
      if (isMore) isShort = true
      begin(taken)
    },
    hurry: () => bulkAt.clear(),
    async idle() {
      while (underWay.size > 0) await Promise.allSettled([...underWay])
    },
  }
}

/** Attempts that no living process is making any more go back into the queue or end as unknown. */
export async function recoverDeliveries(
  outbox: Outbox,
  channels: readonly Channel[],
  all: boolean,
  log: DeliveryLog,
): Promise<number> {
  const idempotent = channels.filter((channel) => channel.idempotent).map((channel) => channel.name)
  const counts = await outbox.recover(idempotent, all)
  if (counts.queued + counts.unknown > 0) log.warn(counts, 'deliveries were interrupted: queued again, or unknown')
  return counts.queued
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.ceil(ms)))
}

function asSendError(cause: unknown): SendError {
  if (cause instanceof SendError) return cause
  return new SendError('ambiguous', cause instanceof Error ? cause.message : String(cause), { cause })
}
