import type { Audience, FollowUp } from '../core/broadcasts/audience.ts'
import { type Broadcast, type BroadcastState, noTally, type Tally } from '../core/broadcasts/broadcast.ts'
import type { Content } from '../core/broadcasts/content.ts'
import type { Prisma, Broadcast as Row } from './generated/client.ts'

type Reader = Pick<Prisma.TransactionClient, '$queryRaw'>

export function toBroadcast(row: Row): Broadcast {
  return {
    id: row.id,
    by: row.byPerson,
    content: row.content as unknown as Content,
    audience: row.audience as unknown as Audience | FollowUp,
    acknowledge: row.acknowledge,
    state: row.state as BroadcastState,
    createdAt: row.createdAt,
    ...(row.approvedBy !== null && { approvedBy: row.approvedBy }),
    ...(row.sendAt !== null && { sendAt: row.sendAt }),
    ...(row.reason !== null && { reason: row.reason as NonNullable<Broadcast['reason']> }),
    ...(row.startedAt !== null && { startedAt: row.startedAt }),
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
  }
}

/** How many deliveries of the broadcast stand where. */
export async function tallyOf(reader: Reader, id: string): Promise<Tally> {
  const rows = await reader.$queryRaw<{ place: keyof Tally; count: number }[]>`
    SELECT count(*)::int AS count, CASE
      WHEN state IN ('queued', 'attempting') THEN 'waiting'
      WHEN state = 'failed' AND starts_with(reason, 'blocked:') THEN 'blocked'
      WHEN state = 'expired' THEN 'cancelled'
      ELSE state END AS place
    FROM outbox WHERE broadcast_id = ${id} GROUP BY place`
  return { ...noTally, ...Object.fromEntries(rows.map((row) => [row.place, row.count])) }
}
