import { parseAddressKey } from '../core/message.ts'
import type { Delivery, Outbox, Settlement } from '../core/outbox/outbox.ts'
import { ageing, type DeliveryKind, type Lane, repeatedKinds } from '../core/outbox/policy.ts'
import type { Database, Run } from './client.ts'
import { Prisma } from './generated/client.ts'
import { createGroupCommit } from './group-commit.ts'
import { moveGroup, shutGroup } from './group-store.ts'
import { ownerIsDead } from './instance.ts'
import { repeats, rowByRow } from './new-deliveries.ts'
import { storable, storableJson } from './storable.ts'

/** Does something that takes deliveries under the name that it is given; what of it got lost on the way is given back. */
export type Taking = <Result>(take: (owner: string) => Promise<Result>) => Promise<Result>

/** The ledger, and how many of its rows are in each state. */
export interface OutboxStore extends Outbox {
  readonly taking: Taking
  /** What has waited too long ends as expired; gives how many of each kind. */
  expire(): Promise<Partial<Record<DeliveryKind, number>>>
  counts(): Promise<Record<string, number>>
}

/** How long a statement whose answer was lost may still take effect. */
const orphanMs = 60_000
const most = { together: 500, waiting: 100_000 }
/** How much of what the pace allows is taken before its time. */
const aheadMs = 200

/** `instance` is the name under which this process takes deliveries. */
export function createOutboxStore({ prisma, run }: Pick<Database, 'prisma' | 'run'>, instance: string): OutboxStore {
  let takings = 0
  // Takings whose answer was lost: the rows say that we attempt them, and we have never seen them.
  const orphans = new Map<string, number>()
  const paced = new Set<string>()

  async function taking<Result>(take: (owner: string) => Promise<Result>): Promise<Result> {
    if (orphans.size > 0) await giveBack()
    takings += 1
    const owner = `${instance}/${takings}`
    try {
      return await take(owner)
    } catch (error) {
      orphans.set(owner, performance.now())
      throw error
    }
  }

  /** The channel's bucket has to be there before it can be locked. */
  async function paceOf(channel: string): Promise<void> {
    if (paced.has(channel)) return
    await prisma.$executeRaw`INSERT INTO pace (channel) VALUES (${channel}) ON CONFLICT (channel) DO NOTHING`
    paced.add(channel)
  }

  async function giveBack(): Promise<void> {
    const owners = [...orphans.keys()]
    await prisma.$executeRaw`
      UPDATE outbox SET state = 'queued', attempts = attempts - 1, owner = NULL
      WHERE state = 'attempting' AND owner = ANY(${owners})`
    // The statement may still be on its way through the database, and its rows come to be only then.
    for (const [owner, since] of orphans) if (performance.now() - since > orphanMs) orphans.delete(owner)
  }

  return {
    taking,
    async takeReplies(channels, limit) {
      return taking((owner) => run<Delivery>(takeAll('reply', channels, limit, owner)))
    },
    async takeBulk(channel, pace, limit) {
      if (!pace) {
        const taken = await taking((owner) => run<Delivery>(takeAll('bulk', [channel], limit, owner)))
        return { taken, firstMs: 0, waitMs: 0 }
      }
      await paceOf(channel)
      const taken = await taking((owner) =>
        run<Delivery & { firstMs: number }>(takePaced(channel, pace.perSecond, limit, owner)),
      )
      const firstMs = taken[0]?.firstMs ?? 0
      const stepMs = 1000 / pace.perSecond
      return { taken, firstMs, waitMs: Math.max(stepMs, firstMs + taken.length * stepMs - aheadMs / 2) }
    },
    settle: createGroupCommit((settlements) => settleAll(run, settlements), most),
    async hold(channel, ms) {
      await prisma.$executeRaw`
        INSERT INTO pace (channel, held_until) VALUES (${channel}, now() + make_interval(secs => ${ms / 1000}))
        ON CONFLICT (channel) DO UPDATE SET held_until = GREATEST(pace.held_until, excluded.held_until)`
    },
    async unreachable({ channel, address, personId }, reason, silenced) {
      const { chat, thread } = parseAddressKey(address)
      await shutGroup(prisma, { channel, chat, ...(thread !== undefined && { thread }) }, storable(reason), silenced)
      if (silenced || personId === null) return
      await prisma.account.updateMany({ where: { channel, personId, chat }, data: { unreachable: storable(reason) } })
    },
    async moved({ channel, address }, chat) {
      await moveGroup(prisma, channel, parseAddressKey(address).chat, chat)
    },
    async recover(idempotent, all) {
      const rows = await prisma.$queryRaw<{ state: string }[]>`
        UPDATE outbox SET doubts = doubts + 1, reason = 'stopped between sending and hearing back',
          state = CASE WHEN channel = ANY(${idempotent}) OR kind = ANY(${repeatedKinds}) THEN 'queued' ELSE 'unknown' END,
          ended_at = CASE WHEN channel = ANY(${idempotent}) OR kind = ANY(${repeatedKinds}) THEN NULL ELSE now() END
        WHERE id IN (
          SELECT id FROM outbox WHERE state = 'attempting' AND (${all} OR ${ownerIsDead(Prisma.sql`outbox.owner`)})
          FOR UPDATE SKIP LOCKED)
        RETURNING state`
      const queued = rows.filter((row) => row.state === 'queued').length
      return { queued, unknown: rows.length - queued }
    },
    async expire() {
      const rows = await prisma.$queryRaw<{ kind: DeliveryKind }[]>`
        UPDATE outbox SET state = 'expired', reason = 'waited too long to be sent', ended_at = now()
        WHERE id IN (
          SELECT waiting.id FROM outbox waiting
          WHERE waiting.state = 'queued' AND waiting.broadcast_id IS NULL AND ${isTooOld(Prisma.sql`waiting`)}
          UNION ALL
          SELECT waiting.id FROM broadcast JOIN outbox waiting ON waiting.broadcast_id = broadcast.id
          WHERE broadcast.state = 'sending' AND broadcast.expires_at < now() AND waiting.state = 'queued')
          AND state = 'queued'
        RETURNING kind`
      const counts: Partial<Record<DeliveryKind, number>> = {}
      for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1
      return counts
    },
    async counts() {
      const rows = await prisma.delivery.groupBy({ by: ['state'], _count: true })
      return Object.fromEntries(rows.map((row) => [row.state, row._count]))
    },
  }
}

/** Marks the first due deliveries of a lane as attempted by `owner`, the oldest of each address only. */
function mark(lane: Lane, channels: readonly string[], limit: Prisma.Sql, owner: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE outbox SET state = 'attempting', attempts = attempts + 1, owner = ${owner}
    WHERE id IN (
      SELECT mine.id FROM outbox mine
      WHERE mine.state = 'queued' AND mine.lane = ${lane} AND mine.due_at <= now() AND mine.channel = ANY(${channels})
        AND NOT EXISTS (
          SELECT 1 FROM outbox earlier
          WHERE earlier.address = mine.address AND earlier.lane = mine.lane AND earlier.id < mine.id
            AND (earlier.state = 'attempting' OR (earlier.state = 'queued' AND ${mayGo(Prisma.sql`earlier`)}))
          ${rowByRow})
        AND ${mayGo(Prisma.sql`mine`)}
      ORDER BY mine.id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, channel, address, person_id, broadcast_id, lane, kind, message, body_id, attempts, owner, ${repeats}`
}

/** It is not too old, and its broadcast is neither paused nor over: what may not go must not hold up anything else. */
function mayGo(row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${row}.broadcast_id IS NULL THEN NOT ${isTooOld(row)} ELSE NOT EXISTS (
    SELECT 1 FROM broadcast WHERE broadcast.id = ${row}.broadcast_id
      AND (broadcast.state <> 'sending' OR broadcast.expires_at < now())) END`
}

/** Of what belongs to no broadcast. */
function isTooOld(row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${row}.kind = ANY(${[...ageing.kinds]})
    AND ${row}.created_at < now() - make_interval(hours => ${ageing.hours}::int))`
}

function takeAll(lane: Lane, channels: readonly string[], limit: number, owner: string): Prisma.Sql {
  return Prisma.sql`WITH taken AS (${mark(lane, channels, Prisma.sql`${limit}`, owner)}) ${marked(Prisma.empty)}`
}

function marked(more: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT taken.id, taken.channel, taken.address, taken.person_id AS "personId", taken.broadcast_id AS "broadcastId",
      taken.lane, taken.kind, taken.attempts, taken.owner, taken.repeats,
      COALESCE(taken.message, body.message || jsonb_build_object('id', 'd' || taken.id)) AS message ${more}
    FROM taken LEFT JOIN body ON body.id = taken.body_id
    ORDER BY taken.id`
}

/**
 * Within the channel's pace: `refilled_at` is when the next message may go, by the database's clock and for all instances
 * together. Each message taken moves it on by one step; up to `aheadMs` of them are taken before their time, so that a
 * timer or a query that comes late costs no speed. More than those cannot lie ahead but where the clock was put back.
 */
function takePaced(channel: string, perSecond: number, limit: number, owner: string): Prisma.Sql {
  const allowed = Prisma.sql`COALESCE((
    SELECT GREATEST(0, LEAST(${limit}::int,
      floor((${aheadMs / 1000}::float8 - EXTRACT(EPOCH FROM next_at - at)::float8) * ${perSecond}::float8)::int))
    FROM gate), 0)`
  return Prisma.sql`
    WITH locked AS MATERIALIZED (SELECT * FROM pace WHERE channel = ${channel} FOR UPDATE),
    gate AS MATERIALIZED (
      SELECT at, CASE WHEN refilled_at > at + interval '1 second' THEN at ELSE GREATEST(refilled_at, at) END AS next_at FROM (SELECT *, clock_timestamp() AS at FROM locked) AS now_locked
      WHERE held_until <= at),
    taken AS (${mark('bulk', [channel], allowed, owner)}),
    spent AS (
      UPDATE pace SET refilled_at = gate.next_at + make_interval(secs => many.taken / ${perSecond}::float8)
      FROM gate, (SELECT count(*) AS taken FROM taken) AS many
      WHERE pace.channel = ${channel} AND many.taken > 0)
    ${marked(Prisma.sql`, (SELECT EXTRACT(EPOCH FROM next_at - at)::float8 * 1000 FROM gate) AS "firstMs"`)}`
}

async function settleAll(run: Run, settlements: readonly Settlement[]): Promise<void> {
  const rows = settlements.map(({ delivery, verdict }) => ({
    id: String(delivery.id),
    owner: delivery.owner,
    state: verdict.state,
    external_id: verdict.state === 'sent' ? verdict.externalId : null,
    reason: verdict.state === 'sent' ? null : verdict.reason,
    wait: verdict.state === 'queued' ? verdict.waitMs / 1000 : 0,
    address: delivery.address,
    space: verdict.state === 'sent' ? verdict.spaceMs / 1000 : 0,
    unspent: verdict.state === 'queued' && verdict.unspent ? 1 : 0,
    doubt: verdict.state === 'unknown' || (verdict.state === 'queued' && verdict.doubtful) ? 1 : 0,
  }))
  // Who was thought dead and comes back late may still say how it ended, as long as nobody else has begun again. Said
  // twice, because the answer to the first time was lost, it changes nothing more.
  await run(Prisma.sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS one(id bigint, owner text, state text,
        external_id text, reason text, wait float8, address text, space float8, unspent int, doubt int)),
    spaced AS (
      UPDATE outbox SET due_at = now() + make_interval(secs => given.space) FROM given
      WHERE given.space > 0 AND outbox.address = given.address AND outbox.state = 'queued' AND outbox.lane = 'bulk'
        AND outbox.due_at < now() + make_interval(secs => given.space))
    UPDATE outbox SET state = given.state, external_id = given.external_id, reason = given.reason,
      attempts = attempts - given.unspent, doubts = doubts + given.doubt,
      due_at = now() + make_interval(secs => given.wait),
      ended_at = CASE WHEN given.state = 'queued' THEN NULL ELSE now() END
    FROM given
    WHERE outbox.id = ANY(${settlements.map(({ delivery }) => delivery.id)})
      AND outbox.id = given.id AND outbox.owner = given.owner AND (outbox.state = 'attempting'
      OR (given.state = 'failed' AND outbox.state IN ('unknown', 'queued'))
      OR (given.state = 'sent' AND outbox.state IN ('unknown', 'queued', 'cancelled', 'expired')))`)
}
