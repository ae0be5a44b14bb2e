import { parseAddressKey } from '../core/message.ts'
import type { Delivery, Outbox, Settlement } from '../core/outbox/outbox.ts'
import { type Lane, repeatedKinds } from '../core/outbox/policy.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'
import { createGroupCommit } from './group-commit.ts'
import { ownerIsDead } from './instance.ts'

/** The ledger, and how many of its rows are in each state. */
export interface OutboxStore extends Outbox {
  counts(): Promise<Record<string, number>>
}

const most = { together: 500, waiting: 100_000 }

/** `instance` is the name under which this process takes deliveries. */
export function createOutboxStore({ prisma }: Pick<Database, 'prisma'>, instance: string): OutboxStore {
  let takings = 0
  // Takings whose answer was lost: the rows say that we attempt them, and we have never seen them.
  const orphans = new Set<string>()
  const paced = new Set<string>()

  async function taking<Result>(take: (owner: string) => Promise<Result>): Promise<Result> {
    if (orphans.size > 0) await giveBack()
    takings += 1
    const owner = `${instance}/${takings}`
    try {
      return await take(owner)
    } catch (error) {
      orphans.add(owner)
      throw error
    }
  }

  /** The channel's bucket has to be there before it can be locked. */
  async function paceOf(channel: string): Promise<void> {
    if (paced.has(channel)) return
    await prisma.$executeRaw`INSERT INTO pace (channel, tokens) VALUES (${channel}, 1) ON CONFLICT (channel) DO NOTHING`
    paced.add(channel)
  }

  async function giveBack(): Promise<void> {
    const owners = [...orphans]
    await prisma.$executeRaw`
      UPDATE outbox SET state = 'queued', attempts = attempts - 1, owner = NULL
      WHERE state = 'attempting' AND owner = ANY(${owners})`
    for (const one of owners) orphans.delete(one)
  }

  return {
    async takeReplies(channels, limit) {
      return taking((owner) => prisma.$queryRaw<Delivery[]>(takeAll('reply', channels, limit, owner)))
    },
    async takeBulk(channel, pace, limit) {
      if (!pace) {
        const taken = await taking((owner) => prisma.$queryRaw<Delivery[]>(takeAll('bulk', [channel], limit, owner)))
        return { taken, waitMs: 0 }
      }
      await paceOf(channel)
      const taken = await taking((owner) =>
        prisma.$queryRaw<Delivery[]>(takePaced(channel, pace.perSecond, limit, owner)),
      )
      return { taken, waitMs: 1000 / pace.perSecond }
    },
    settle: createGroupCommit((settlements) => settleAll(prisma, settlements), most),
    async hold(channel, ms) {
      await prisma.$executeRaw`
        INSERT INTO pace (channel, held_until) VALUES (${channel}, now() + make_interval(secs => ${ms / 1000}))
        ON CONFLICT (channel) DO UPDATE SET held_until = GREATEST(pace.held_until, excluded.held_until), tokens = 0`
    },
    async unreachable({ channel, address, personId }, reason, silenced) {
      const { chat, thread } = parseAddressKey(address)
      // What is closed may be one topic only: the group is silenced for us where its news goes to that one.
      const where = silenced && thread !== undefined ? { channel, chat, thread } : { channel, chat }
      await prisma.group.updateMany({ where, data: { state: silenced ? 'silenced' : 'gone', reason } })
      if (silenced || personId === null) return
      await prisma.account.updateMany({ where: { channel, personId, chat }, data: { unreachable: reason } })
    },
    async moved({ channel, address }, chat) {
      const old = parseAddressKey(address)
      const now = `${channel}:${chat}`
      await prisma.$executeRaw`
        UPDATE outbox SET address = ${now} WHERE address = ${address} AND state IN ('queued', 'attempting')`
      await prisma.$executeRaw`
        INSERT INTO group_chat (channel, chat, title, state, enabled, news)
        SELECT channel, ${chat}, title, 'present', enabled, news FROM group_chat
        WHERE channel = ${channel} AND chat = ${old.chat}
        ON CONFLICT (channel, chat) DO UPDATE SET enabled = excluded.enabled, news = excluded.news`
      await prisma.group.deleteMany({ where: { channel, chat: old.chat } })
    },
    async repeated(deliveries, mostRepeats) {
      const asked = deliveries.map(({ id }) => id)
      if (asked.length === 0) return new Set()
      const rows = await prisma.$queryRaw<{ id: bigint }[]>`
        SELECT mine.id FROM outbox mine
        JOIN outbox told ON told.address = mine.address AND told.digest = mine.digest
          AND told.state IN ('sent', 'unknown') AND told.ended_at > now() - interval '1 hour'
        WHERE mine.id = ANY(${asked}) AND mine.digest <> ''
        GROUP BY mine.id, mine.lane
        HAVING count(*) >= CASE mine.lane WHEN 'bulk' THEN ${mostRepeats.bulk}::int ELSE ${mostRepeats.reply}::int END`
      return new Set(rows.map((row) => row.id))
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
            AND earlier.state IN ('queued', 'attempting'))
        AND NOT EXISTS (
          SELECT 1 FROM broadcast WHERE broadcast.id = mine.broadcast_id AND broadcast.state <> 'sending')
      ORDER BY mine.id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, channel, address, person_id, broadcast_id, lane, kind, message, body_id, attempts, owner`
}

function takeAll(lane: Lane, channels: readonly string[], limit: number, owner: string): Prisma.Sql {
  return Prisma.sql`WITH taken AS (${mark(lane, channels, Prisma.sql`${limit}`, owner)}) ${marked}`
}

const marked = Prisma.sql`
  SELECT taken.id, taken.channel, taken.address, taken.person_id AS "personId", taken.broadcast_id AS "broadcastId",
    taken.lane, taken.kind, taken.attempts, taken.owner,
    COALESCE(taken.message, body.message || jsonb_build_object('id', 'd' || taken.id)) AS message
  FROM taken LEFT JOIN body ON body.id = taken.body_id
  ORDER BY taken.id`

/** Within the channel's pace: one bucket of tokens for all instances, refilled by the database's clock. */
function takePaced(channel: string, perSecond: number, limit: number, owner: string): Prisma.Sql {
  // A bucket that holds little more than one token never lets more than a second's worth through in any second; above
  // a few hundred a second a tick of the timer is worth more than that.
  const bucket = Math.max(1.4, perSecond / 50)
  const allowed = Prisma.sql`COALESCE((SELECT LEAST(floor(tokens)::int, ${limit}::int) FROM bucket), 0)`
  return Prisma.sql`
    WITH bucket AS (
      SELECT LEAST(${bucket}::float8, tokens + ${perSecond}::float8 *
        GREATEST(0, EXTRACT(EPOCH FROM clock_timestamp() - GREATEST(refilled_at, held_until))::float8)) AS tokens
      FROM pace WHERE channel = ${channel} AND held_until <= clock_timestamp() FOR UPDATE),
    taken AS (${mark('bulk', [channel], allowed, owner)}),
    spent AS (
      UPDATE pace SET refilled_at = clock_timestamp(), tokens = bucket.tokens - (SELECT count(*) FROM taken)
      FROM bucket WHERE pace.channel = ${channel})
    ${marked}`
}

async function settleAll(prisma: Database['prisma'], settlements: readonly Settlement[]): Promise<void> {
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
  // Who was thought dead and comes back late may still say how it ended, as long as nobody else has begun again.
  await prisma.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one(id bigint, owner text, state text,
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
    WHERE outbox.id = given.id AND outbox.owner = given.owner AND outbox.state IN ('attempting', 'unknown')`
}
