import { hash } from 'node:crypto'
import type { ChannelName, OutgoingMessage } from '../core/message.ts'
import type { DeliveryKind, Lane } from '../core/outbox/policy.ts'
import { Prisma } from './generated/client.ts'
import { storableJson } from './storable.ts'

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
  if (deliveries.length > 0) await transaction.$executeRaw(insertion(deliveries))
}

/**
 * Queues them; `begun` are the places of those that may go out at once, at most one of each address, and `owner` the
 * name of the taking. They are attempted from the start where nothing else goes to their address before them. Gives the
 * rows as they are.
 */
export function insertion(
  deliveries: readonly NewDelivery[],
  { begun = new Set(), owner = '' }: { begun?: ReadonlySet<number>; owner?: string } = {},
): Prisma.Sql {
  const rows = deliveries.map((one, place) => ({ ...one, digest: digestOf(one.message), begins: begun.has(place) }))
  return Prisma.sql`
    INSERT INTO outbox (key, channel, address, person_id, lane, kind, message, digest, state, attempts, owner)
    SELECT one->>'key', one->>'channel', one->>'address', one->>'personId', one->>'lane', one->>'kind', one->'message',
      one->>'digest', CASE WHEN begins THEN 'attempting' ELSE 'queued' END, begins::int,
      CASE WHEN begins THEN ${owner} END
    FROM (
      SELECT one, place, (one->>'begins')::boolean AND NOT EXISTS (
        SELECT 1 FROM outbox earlier
        WHERE earlier.address = one->>'address' AND earlier.lane = one->>'lane'
          AND (earlier.state = 'queued' OR earlier.state = 'attempting')
        ${rowByRow}) AS begins
      FROM jsonb_array_elements(${storableJson(rows)}::jsonb) WITH ORDINALITY AS given(one, place)) AS given
    ORDER BY place
    ON CONFLICT (key) WHERE key IS NOT NULL DO NOTHING
    RETURNING id, address, state, ${repeats}`
}

/**
 * Ends a subquery that is asked row by row, through its index. Otherwise the database may join with the whole of a queue,
 * and read everything that went through it since its statistics were made.
 */
export const rowByRow = Prisma.sql`OFFSET 0`

/** How often the address of the row was told the same within the last hour. */
export const repeats = Prisma.sql`(
    SELECT count(*)::int FROM outbox told
    WHERE told.address = outbox.address AND told.digest = outbox.digest AND told.digest <> ''
      AND told.state IN ('sent', 'unknown') AND told.ended_at > now() - interval '1 hour') AS repeats`

/** A short name of what is said: the same words have the same. An edit says nothing new to anybody. */
export function digestOf(message: Pick<OutgoingMessage, 'text' | 'replaces'>): string {
  if (message.replaces !== undefined) return ''
  return hash('sha256', message.text, 'base64url').slice(0, 16)
}
