import { setMaxListeners } from 'node:events'
import { type Channel, SendError } from '../core/channel.ts'
import { describeFailure } from '../core/conversation/failure.ts'
import { addressKey, parseAddressKey } from '../core/message.ts'
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
  /** The same within a few seconds: calls that hang are given up, as if their connection had broken. */
  end(): Promise<void>
}

/** How long to look away when there was nothing to do. */
const longestRestMs = 1_000
/** How often to look at a bulk lane where nothing was due. */
const idleBulkMs = 250
/** How often to look at one that has as much under way as it may. */
const fullBulkMs = 20
const askAgainMs = 500
/** Who was stopped for longer may have been taken for dead: what it had in hand is looked at by others. */
const staleMs = 5_000
/** How long calls under way may go on when we stop, and how long what became of them may take to be written down. */
const graceMs = { calls: 4_000, settling: 1_000 }

/** The only caller of `channel.send`. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { outbox, log, width } = options
  const mostWaiting = width / 2
  const channels = new Map(options.channels.map((channel) => [channel.name, channel]))
  const names = [...channels.keys()]
  const underWay = new Set<Promise<void>>()
  /** When the bulk lane of a channel may be looked at again. */
  const bulkAt = new Map<string, number>()
  /** Until when the platform asked us to leave many alone. */
  const heldUntil = new Map<string, number>()
  const gates = new Map<string, ReturnType<typeof createSteadyGate>>()
  /** How many were taken before their time. */
  let waiting = 0
  /** Something waits for one of those that are under way to end. */
  let isShort = false
  const givingUp = new AbortController()
  // One listener for each call that is under way.
  setMaxListeners(0, givingUp.signal)

  async function attempt(delivery: Delivery, mayGo: Promise<void> | undefined): Promise<void> {
    const takenAt = performance.now()
    await mayGo
    if (performance.now() - takenAt > staleMs) return putOff(delivery, 0, 'late: we were stopped before it could go')
    const heldMs = delivery.lane === 'bulk' ? (heldUntil.get(delivery.channel) ?? 0) - performance.now() : 0
    if (heldMs > 0) return putOff(delivery, heldMs, 'held: the platform asked us to wait')
    const isRepeated = delivery.repeats >= mostRepeats[delivery.lane]
    const settlement = isRepeated ? stopRepeating(delivery) : await send(delivery)
    await untilAnswered(delivery, () => outbox.settle(settlement))
    options.at?.('settled')
  }

  async function send(delivery: Delivery, isMoved = false): Promise<Settlement> {
    const channel = channels.get(delivery.channel)
    if (!channel) throw new Error(`No channel ${delivery.channel}`)
    const to = parseAddressKey(delivery.address)
    try {
      options.at?.('before-send')
      const message = delivery.lane === 'bulk' ? { ...delivery.message, bulk: true } : delivery.message
      const { externalId } = await channel.send(to, message, givingUp.signal)
      options.at?.('after-send')
      const space = channel.pace?.[to.chat.startsWith('-') ? 'groupMs' : 'chatMs'] ?? 0
      return { delivery, verdict: { state: 'sent', externalId, spaceMs: delivery.lane === 'bulk' ? space : 0 } }
    } catch (cause) {
      const error = asSendError(cause)
      if (error.migrateTo === undefined || isMoved) return failure(delivery, error)
      return sendToMoved(delivery, error.migrateTo)
    }
  }

  /** Once only: a platform that sends us round in circles has rejected it. */
  async function sendToMoved(delivery: Delivery, chat: string): Promise<Settlement> {
    await untilAnswered(delivery, () => outbox.moved(delivery, chat))
    return send({ ...delivery, address: addressKey({ channel: delivery.channel, chat }) }, true)
  }

  async function failure(delivery: Delivery, error: SendError): Promise<Settlement> {
    // A platform may name the chat in its refusal.
    const { reason } = describeFailure(error)
    log.warn({ delivery: String(delivery.id), channel: delivery.channel, kind: error.kind }, reason)
    if (error.kind === 'throttled') {
      const ms = error.retryAfterMs ?? 1_000
      heldUntil.set(delivery.channel, Math.max(heldUntil.get(delivery.channel) ?? 0, performance.now() + ms))
      await untilAnswered(delivery, () => outbox.hold(delivery.channel, ms))
    }
    if (error.kind === 'blocked')
      await untilAnswered(delivery, () => outbox.unreachable(delivery, error.message, error.silenced))
    if (error.kind === 'misconfigured') options.onTrouble(`misconfigured:${delivery.channel}`, delivery, error.message)
    return { delivery, verdict: afterFailure(error, delivery, Math.random()) }
  }

  /** Taken, but not begun: it goes back into the queue where it is still ours. */
  async function putOff(delivery: Delivery, waitMs: number, reason: string): Promise<void> {
    const verdict = { state: 'queued', reason, waitMs, unspent: true } as const
    await untilAnswered(delivery, () => outbox.settle({ delivery, verdict }))
  }

  function stopRepeating(delivery: Delivery): Settlement {
    const reason = 'repeated: the same words went to this address too often within an hour'
    options.onTrouble(`repeated:${delivery.address}`, delivery, reason)
    return { delivery, verdict: { state: 'failed', reason } }
  }

  // What was taken or sent is known to nobody else: it must be written down, however long the database is away.
  async function untilAnswered<Result>({ id }: Delivery, ask: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        log.warn({ err: error, delivery: String(id) }, 'the ledger did not answer; trying again')
        await rest(askAgainMs)
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
      if (performance.now() < (bulkAt.get(channel.name) ?? 0)) continue
      if (free <= 0) {
        bulkAt.set(channel.name, performance.now() + fullBulkMs)
        continue
      }
      const { taken, firstMs, waitMs } = await outbox.takeBulk(channel.name, channel.pace, free)
      // Where nothing is due there is no hurry: who queues something wakes us.
      bulkAt.set(channel.name, performance.now() + (taken.length > 0 ? waitMs : Math.max(waitMs, idleBulkMs)))
      begin(taken, pacing(channel, firstMs))
      count += taken.length
    }
    return count
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled([...underWay])
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
      const bulkMs = Math.min(longestRestMs, ...names.map((name) => (bulkAt.get(name) ?? 0) - performance.now()))
      return { taken, restMs: replies.length > 0 ? 0 : bulkMs }
    },
    free: () => Math.max(0, width - underWay.size),
    begin(taken, isMore) {
      if (isMore) isShort = true
      begin(taken)
    },
    hurry: () => bulkAt.clear(),
    idle,
    async end() {
      await within(graceMs.calls, idle())
      givingUp.abort()
      // What still cannot be written down, because the database is away, is decided by whoever recovers it.
      await within(graceMs.settling, idle())
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

/** Resolves when the work ends, or after so long. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}

function asSendError(cause: unknown): SendError {
  if (cause instanceof SendError) return cause
  return new SendError('ambiguous', cause instanceof Error ? cause.message : String(cause), { cause })
}
