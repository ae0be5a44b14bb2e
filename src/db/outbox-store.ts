import { parseAddressKey } from '../core/message.ts'
import type { Delivery, Outbox } from '../core/outbox/outbox.ts'
import { afterDeath } from '../core/outbox/policy.ts'
import type { Database } from './client.ts'

/** The ledger, and how many of its rows are in each state. */
export interface OutboxStore extends Outbox {
  counts(): Promise<Record<string, number>>
}

/** Longer than any send takes, shorter than a person waits before asking again. */
const leaseSeconds = 30

export function createOutboxStore({ prisma }: Pick<Database, 'prisma'>): OutboxStore {
  return {
    async take(channels, limit) {
      const rows = await prisma.$queryRaw<Delivery[]>`
        UPDATE outbox SET state = 'attempting', attempts = attempts + 1,
          lease_until = now() + make_interval(secs => ${leaseSeconds})
        WHERE id IN (
          SELECT mine.id FROM outbox mine
          WHERE mine.state = 'queued' AND mine.due_at <= now() AND mine.channel = ANY(${channels})
            AND NOT EXISTS (
              SELECT 1 FROM outbox earlier
              WHERE earlier.address = mine.address AND earlier.lane = mine.lane AND earlier.id < mine.id
                AND earlier.state IN ('queued', 'attempting'))
          ORDER BY mine.lane = 'bulk', mine.id
          LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING id, channel, address, person_id AS "personId", lane, kind, message, attempts`
      return rows.sort((a, b) => Number(a.lane === 'bulk') - Number(b.lane === 'bulk') || Number(a.id - b.id))
    },
    async sent(id, externalId) {
      await prisma.$executeRaw`
        UPDATE outbox SET state = 'sent', external_id = ${externalId}, reason = NULL, lease_until = NULL, ended_at = now()
        WHERE id = ${id}`
    },
    async settle(id, verdict, spent) {
      const waitSeconds = verdict.state === 'queued' ? verdict.waitMs / 1000 : 0
      await prisma.$executeRaw`
        UPDATE outbox SET state = ${verdict.state}, reason = ${verdict.reason}, lease_until = NULL,
          attempts = attempts - ${spent ? 0 : 1}, due_at = now() + make_interval(secs => ${waitSeconds}),
          ended_at = CASE WHEN ${verdict.state} = 'queued' THEN NULL ELSE now() END
        WHERE id = ${id}`
    },
    async unreachable({ channel, address, personId }, reason) {
      if (personId === null) return
      await prisma.account.updateMany({
        where: { channel, personId, chat: parseAddressKey(address).chat },
        data: { unreachable: reason },
      })
    },
    async recover(idempotent, all) {
      const dead = await prisma.$queryRaw<Pick<Delivery, 'id' | 'channel' | 'kind'>[]>`
        SELECT id, channel, kind FROM outbox
        WHERE state = 'attempting' AND (${all} OR lease_until < now()) FOR UPDATE SKIP LOCKED`
      const again = dead
        .filter((one) => afterDeath(one.kind, idempotent.includes(one.channel)) === 'queued')
        .map((one) => one.id)
      const lost = dead.map((one) => one.id).filter((id) => !again.includes(id))
      const reason = 'stopped between sending and hearing back'
      await prisma.delivery.updateMany({
        where: { id: { in: again }, state: 'attempting' },
        data: { state: 'queued', leaseUntil: null },
      })
      await prisma.delivery.updateMany({
        where: { id: { in: lost }, state: 'attempting' },
        data: { state: 'unknown', reason, leaseUntil: null, endedAt: new Date() },
      })
      return { queued: again.length, unknown: lost.length }
    },
    async counts() {
      const rows = await prisma.delivery.groupBy({ by: ['state'], _count: true })
      return Object.fromEntries(rows.map((row) => [row.state, row._count]))
    },
  }
}
