import { type Channel, SendError } from '../core/channel.ts'
import { parseAddressKey } from '../core/message.ts'
import type { Delivery, Outbox } from '../core/outbox/outbox.ts'
import { afterFailure } from '../core/outbox/policy.ts'

export interface DeliveryLog {
  warn(fields: object, message: string): void
  info(fields: object, message: string): void
}

/** The most sends under way at once: grammY's own advice is few, and an embedded database has one connection. */
const batch = 8
/** Telegram allows some 30 messages a second in bulk; a batch that is faster waits for the rest of its share. */
const bulkPerSecond = 25

/**
 * Gives a function that takes a batch of what is due out of the ledger and sends it, and says whether there was any.
 * The only caller of `channel.send`.
 */
export function createDelivering(
  outbox: Outbox,
  channels: readonly Channel[],
  log: DeliveryLog,
): () => Promise<boolean> {
  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  const names = [...byName.keys()]

  async function attempt(delivery: Delivery): Promise<void> {
    const channel = byName.get(delivery.channel)
    if (!channel) throw new Error(`No channel ${delivery.channel}`)
    try {
      const { externalId } = await channel.send(parseAddressKey(delivery.address), delivery.message)
      await outbox.sent(delivery.id, externalId)
    } catch (cause) {
      await settleFailure(outbox, delivery, asSendError(cause), log)
    }
  }

  return async () => {
    const began = Date.now()
    const taken = await outbox.take(names, batch)
    await Promise.all(taken.map(attempt))
    const bulk = taken.filter((one) => one.lane === 'bulk' && one.channel !== 'web').length
    await pause((bulk / bulkPerSecond) * 1000 - (Date.now() - began))
    return taken.length > 0
  }
}

/** Attempts that no living process is making any more go back into the queue or end as unknown. */
export async function recoverDeliveries(
  outbox: Outbox,
  channels: readonly Channel[],
  all: boolean,
  log: DeliveryLog,
): Promise<void> {
  const idempotent = channels.filter((channel) => channel.idempotent).map((channel) => channel.name)
  const counts = await outbox.recover(idempotent, all)
  if (counts.queued + counts.unknown > 0) log.warn(counts, 'deliveries were interrupted: queued again, or unknown')
}

async function settleFailure(outbox: Outbox, delivery: Delivery, error: SendError, log: DeliveryLog): Promise<void> {
  const verdict = afterFailure(error, delivery, Math.random())
  await outbox.settle(delivery.id, verdict, error.kind !== 'throttled')
  if (error.kind === 'blocked') await outbox.unreachable(delivery, error.message)
  log.warn({ delivery: String(delivery.id), channel: delivery.channel, ...verdict }, 'delivery failed')
}

function asSendError(cause: unknown): SendError {
  if (cause instanceof SendError) return cause
  return new SendError('ambiguous', cause instanceof Error ? cause.message : String(cause), { cause })
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}
