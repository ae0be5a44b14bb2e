import { createHash } from 'node:crypto'
import type { ChannelName, OutgoingMessage } from '../core/message.ts'
import type { DeliveryKind, Lane } from '../core/outbox/policy.ts'
import type { Prisma } from './generated/client.ts'

/** A message to one address, to be queued. */
export interface NewDelivery {
  /** Once ever: a second delivery of the same key is dropped. */
  readonly key?: string
  readonly channel: ChannelName
  readonly address: string
  readonly personId: string | null
  readonly lane: Lane
  readonly kind: DeliveryKind
  readonly message: OutgoingMessage
}

/** Queues the messages, those of one address in their order. */
export async function insertDeliveries(
  transaction: Prisma.TransactionClient,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return
  const rows = deliveries.map((one) => ({ ...one, digest: digestOf(one.message) }))
  await transaction.$executeRaw`
    INSERT INTO outbox (key, channel, address, person_id, lane, kind, message, digest)
    SELECT one->>'key', one->>'channel', one->>'address', one->>'personId', one->>'lane', one->>'kind', one->'message',
      one->>'digest'
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS given(one, place)
    ORDER BY place
    ON CONFLICT (key) DO NOTHING`
}

/** A short name of what is said: the same words have the same. An edit says nothing new to anybody. */
export function digestOf(message: Pick<OutgoingMessage, 'text' | 'replaces'>): string {
  if (message.replaces !== undefined) return ''
  return createHash('sha256').update(message.text).digest('base64url').slice(0, 16)
}
