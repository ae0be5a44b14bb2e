import type { Locale } from '../core/campaign/campaign.ts'
import type { ChannelName, OutgoingMessage } from '../core/message.ts'
import type { DeliveryKind } from '../core/outbox/policy.ts'
import type { Prisma } from './generated/client.ts'
import { digestOf } from './new-deliveries.ts'
import type { MessageFor } from './recipients.ts'
import { storableJson } from './storable.ts'

type Transaction = Prisma.TransactionClient

export interface Enqueued {
  readonly broadcastId: string
  /** Decides what happens where nobody knows whether it arrived. */
  readonly kind: DeliveryKind
  /** A SELECT that gives "personId" (null for a group), locale, channel and address of each recipient, each once. */
  readonly audience: Prisma.Sql
}

/**
 * Queues a broadcast for its whole audience, each recipient once ever, and gives how many there are on each channel.
 * The recipients never leave the database and share one body per channel, language and part, so that a hundred thousand
 * of them cost this process no more than one. The message's id is not kept: each delivery has its own.
 */
export async function enqueueBroadcast(
  transaction: Transaction,
  { broadcastId, kind, audience }: Enqueued,
  messageFor: MessageFor,
): Promise<ReadonlyMap<ChannelName, number>> {
  // Read once: who changes language meanwhile must not fall between the bodies that were made and the rows.
  await transaction.$executeRaw`CREATE TEMPORARY TABLE audience ON COMMIT DROP AS ${audience}`
  const groups = await transaction.$queryRaw<{ channel: ChannelName; locale: Locale; people: number }[]>`
    SELECT channel, locale, count(*)::int AS people FROM audience GROUP BY channel, locale ORDER BY channel, locale`
  const bodies = groups.flatMap(({ channel, locale }) =>
    messageFor(locale, channel).map((message, part) => ({ ...bodyOf(message), channel, locale, part })),
  )
  await insertBodies(transaction, broadcastId, bodies)
  // Part after part, so that everyone has the beginning before anyone has the end.
  await transaction.$executeRaw`
    INSERT INTO outbox (key, channel, address, person_id, broadcast_id, lane, kind, body_id, digest)
    SELECT concat_ws(':', 'news', ${broadcastId}::text, COALESCE(told."personId", told.address), body.part), told.channel,
      told.address, told."personId", ${broadcastId}, 'bulk', ${kind}, body.id, body.digest
    FROM audience told JOIN body
      ON body.broadcast_id = ${broadcastId} AND body.channel = told.channel AND body.locale = told.locale
    ORDER BY body.part, told.address
    ON CONFLICT (key) WHERE key IS NOT NULL DO NOTHING`
  // Another broadcast may follow in this transaction.
  await transaction.$executeRaw`DROP TABLE audience`
  const counts = new Map<ChannelName, number>()
  for (const { channel, people } of groups) counts.set(channel, (counts.get(channel) ?? 0) + people)
  return counts
}

function bodyOf(message: OutgoingMessage) {
  const { id: _, ...shared } = message
  return { message: shared, digest: digestOf(message) }
}

async function insertBodies(transaction: Transaction, broadcastId: string, bodies: readonly object[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO body (broadcast_id, channel, locale, part, message, digest)
    SELECT ${broadcastId}, channel, locale, part, message, digest
    FROM jsonb_to_recordset(${storableJson(bodies)}::jsonb)
      AS one(channel text, locale text, part int, message jsonb, digest text)
    ON CONFLICT (broadcast_id, channel, locale, part) DO NOTHING`
}
