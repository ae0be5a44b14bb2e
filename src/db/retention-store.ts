import { setImmediate as breathe } from 'node:timers/promises'
import type { Campaign } from '../core/campaign/campaign.ts'
import type { Database } from './client.ts'
import { blankDeliveries, blankPledges } from './erase-person.ts'
import { Prisma } from './generated/client.ts'
import { erasureKey } from './store-turns.ts'

export type Purged = Readonly<Record<(typeof kinds)[number], number>>

export interface RetentionStore {
  /**
   * Drops what has been kept long enough, a bounded number of rows in each transaction; gives how much. What is not
   * settled stays, however old: updates that wait or were given up, deliveries that have not ended, news that is not over,
   * tables that are open. Run twice at once it only does less.
   */
  purge(retention: Campaign['retention'], now: Date): Promise<Purged>
  /** Takes what was left for the last word to those who were forgotten, once that has ended; gives of how many. */
  finishErasures(now: Date): Promise<number>
}

const rowsTogether = 1_000

const kinds = [
  'updates',
  'messages',
  'offers',
  'webMessages',
  'files',
  'codes',
  'attempts',
  'imports',
  'audit',
] as const

interface Rule {
  readonly table: string
  readonly key: 'id' | 'address'
  readonly type: 'bigint' | 'text'
  /** What may go; beside it stands what is older. */
  readonly settled: Prisma.Sql
  /** Where the row does not go but only what it says. */
  readonly set?: Prisma.Sql
}

export function createRetentionStore({ prisma }: Pick<Database, 'prisma'>): RetentionStore {
  /** Page by page in the order of the key, so that each row is looked at once. */
  async function sweep({ table, key, type, settled, set }: Rule): Promise<number> {
    const [name, id] = [Prisma.raw(`"${table}"`), Prisma.raw(key)]
    const change = set ? Prisma.sql`UPDATE ${name} SET ${set}` : Prisma.sql`DELETE FROM ${name}`
    let after: string | undefined
    let count = 0
    for (;;) {
      const rows: { id: string }[] = await prisma.$queryRaw`
        WITH page AS (
          SELECT ${id} FROM ${name}
          WHERE ${settled} AND (${after === undefined} OR ${id} > CAST(${after ?? '0'} AS ${Prisma.raw(type)}))
          ORDER BY ${id} LIMIT ${rowsTogether} FOR UPDATE SKIP LOCKED),
        changed AS (${change} WHERE ${id} IN (SELECT ${id} FROM page) RETURNING ${id})
        SELECT ${id}::text AS id FROM changed ORDER BY changed.${id}`
      count += rows.length
      if (rows.length < rowsTogether) return count
      after = rows.at(-1)?.id
      await breathe()
    }
  }

  return {
    async purge(retention, now) {
      const counts: Partial<Record<(typeof kinds)[number], number>> = {}
      const rules = rulesOf(retention, now)
      for (const kind of kinds) counts[kind] = await sweep(rules[kind])
      return counts as Purged
    },
    async finishErasures(now) {
      await dropFreed(prisma, now)
      const rows = await prisma.$queryRaw<{ person: string; request: string }[]>`
        SELECT audit.about AS person, audit.after->>'request' AS request
        FROM audit JOIN outbox ON outbox.key = 'erased:' || (audit.after->>'request') || ':0'
        WHERE audit.kind = 'data' AND audit.action = 'erase' AND outbox.ended_at IS NOT NULL`
      for (const { person, request } of rows) await prisma.$transaction((one) => finish(one, person, request))
      return rows.length
    },
  }
}

/** `now` is the campaign's clock, by which what people did is dated; what goes in and out has the database's own. */
function rulesOf(retention: Campaign['retention'], now: Date): Readonly<Record<(typeof kinds)[number], Rule>> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const ago = (days: number) => Prisma.sql`now() - make_interval(days => ${days}::int)`
  return {
    updates: {
      table: 'inbox',
      key: 'id',
      type: 'bigint',
      settled: Prisma.sql`state = 'done' AND received_at < ${ago(retention.updates)}`,
    },
    messages: {
      table: 'outbox',
      key: 'id',
      type: 'bigint',
      settled: Prisma.sql`message IS NOT NULL AND ended_at < ${ago(retention.messages)}
        AND NOT EXISTS (
          SELECT 1 FROM broadcast WHERE broadcast.id = outbox.broadcast_id AND broadcast.state NOT IN ('done', 'cancelled'))`,
      set: Prisma.sql`message = NULL, digest = ''`,
    },
    offers: {
      table: 'conversation',
      key: 'address',
      type: 'text',
      settled: Prisma.sql`updated_at < ${ago(retention.messages)}`,
    },
    webMessages: {
      table: 'web_message',
      key: 'id',
      type: 'bigint',
      settled: Prisma.sql`at < ${before(retention.webMessages)}`,
    },
    files: { table: 'stored_file', key: 'id', type: 'text', settled: Prisma.sql`expires_at < ${now}` },
    codes: {
      table: 'pairing_code',
      key: 'id',
      type: 'text',
      settled: Prisma.sql`COALESCE(used_at, expires_at) < ${before(retention.codes)}`,
    },
    attempts: {
      table: 'pairing_attempt',
      key: 'id',
      type: 'bigint',
      settled: Prisma.sql`at < ${before(retention.codes)}`,
    },
    imports: {
      table: 'import',
      key: 'id',
      type: 'text',
      settled: Prisma.sql`state NOT IN ('waiting', 'read') AND ended_at < ${before(retention.imports)}
        AND NOT EXISTS (SELECT 1 FROM import_row WHERE import_row.import_id = import.id)`,
    },
    audit: { table: 'audit', key: 'id', type: 'bigint', settled: Prisma.sql`at < ${before(retention.audit)}` },
  }
}

/** A pledge that was kept for a list alone, and stands on none any more. */
async function dropFreed(prisma: Database['prisma'], now: Date): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM pledge WHERE restricted_at IS NOT NULL AND state <> 'included' ORDER BY id FOR UPDATE SKIP LOCKED`
    if (rows.length === 0) return
    await blankPledges(
      transaction,
      rows.map((one) => one.id),
      null,
      now,
    )
  })
}

/**
 * The last word has arrived or never will: where it went is forgotten too, and so is what was queued for them by somebody
 * who did not know yet. Who has come back by then has another row.
 */
async function finish(transaction: Prisma.TransactionClient, person: string, request: string): Promise<void> {
  const keys = [0, 1, 2, 3].map((part) => erasureKey(request, part))
  const theirs = Prisma.sql`(key = ANY(${keys}) OR (person_id = ${person} AND NOT EXISTS (
    SELECT 1 FROM account WHERE account.channel || ':' || account.chat = outbox.address)
    AND NOT EXISTS (
      SELECT 1 FROM group_chat WHERE group_chat.channel = outbox.channel
        AND group_chat.chat = split_part(outbox.address, ':', 2))))`
  await transaction.$executeRaw`
    UPDATE outbox SET state = 'cancelled', reason = 'the person was forgotten', ended_at = now()
    WHERE state = 'queued' AND ${theirs} AND NOT (key = ANY(${keys}))`
  await blankDeliveries(transaction, theirs)
  await transaction.$executeRaw`UPDATE outbox SET key = NULL WHERE key = ANY(${keys}) AND ended_at IS NOT NULL`
}
