import { setImmediate as breathe } from 'node:timers/promises'
import type { Day } from '../core/campaign/calendar.ts'
import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import { type ChannelName, type FileReference, type OutgoingMessage, parseAddressKey } from '../core/message.ts'
import type { Person } from '../core/people/person.ts'
import { countRows, mayHandIn, type PlannedRow, type TableKind } from '../core/tables/plan.ts'
import { planTable, type TableContent } from '../core/tables/read-plan.ts'
import type { TableRecord } from '../core/tables/table.ts'
import type { Database } from './client.ts'
import type { Import, Prisma } from './generated/client.ts'
import { readPerson } from './meet.ts'
import { insertDeliveries } from './new-deliveries.ts'
import { parts, readRoster } from './roster-store.ts'
import { standingFor } from './standing-pledges.ts'
import type { CampaignView } from './unit-store.ts'

type Transaction = Prisma.TransactionClient

/** A table that was handed in and is not read yet. */
export interface WaitingTable {
  readonly id: string
  readonly file: FileReference
  readonly name: string
  /** Who handed it in, as they are now. */
  readonly by: Person
  readonly channel: ChannelName
  readonly locale: Locale
  readonly createdAt: Date
}

export interface ImportStore {
  /** The oldest one. */
  next(): Promise<WaitingTable | undefined>
  plan(
    table: WaitingTable,
    content: TableContent,
    about: { readonly campaign: Campaign; readonly day: Day },
  ): Promise<readonly PlannedRow[]>
  campaign(): Promise<Campaign>
  /** Keeps what was read and tells whoever handed it in; false where another instance did. */
  show(
    table: WaitingTable,
    content: TableContent,
    rows: readonly PlannedRow[],
    messages: readonly OutgoingMessage[],
  ): Promise<boolean>
  /** Ends it and tells whoever handed it in; nothing of it is kept. */
  refuse(table: WaitingTable, problem: object, now: Date, messages: readonly OutgoingMessage[]): Promise<boolean>
  /** Drops what was shown and left alone for a day. */
  forget(now: Date): Promise<{ dropped: number }>
}

/** Reading ten thousand rows back and forth takes a moment on a busy machine. */
const patience = { timeout: 60_000, maxWait: 15_000 }

export function createImportStore({ prisma }: Pick<Database, 'prisma'>, campaigns: CampaignView): ImportStore {
  function end(table: WaitingTable, data: Prisma.ImportUpdateManyMutationInput, messages: readonly OutgoingMessage[]) {
    return async (transaction: Transaction): Promise<boolean> => {
      const { count } = await transaction.import.updateMany({ where: { id: table.id, state: 'waiting' }, data })
      if (count === 1) await tell(transaction, table, messages)
      return count === 1
    }
  }

  return {
    async next() {
      const row = await prisma.import.findFirst({ where: { state: 'waiting' }, orderBy: { createdAt: 'asc' } })
      return row ? toWaiting(row, await readPerson(prisma, row.byPerson)) : undefined
    },
    campaign: () => campaigns.now(prisma),
    plan: ({ by }, content, about) => planNow(prisma, content, { ...about, person: by }),
    show: (table, content, rows, messages) =>
      prisma.$transaction(async (transaction) => {
        const data = { state: 'read', kind: content.kind, counts: countRows(rows) }
        const isMine = await end(table, data, messages)(transaction)
        if (isMine) await keepRows(transaction, table.id, content.records, rows)
        return isMine
      }, patience),
    refuse: (table, problem, now, messages) =>
      prisma.$transaction(end(table, { state: 'refused', problem, endedAt: now }, messages)),
    async forget(now) {
      const before = new Date(now.getTime() - 24 * 60 * 60_000)
      const dropped = await prisma.$executeRaw`
        UPDATE import SET state = 'cancelled', ended_at = ${now} WHERE state = 'read' AND created_at < ${before}`
      await prisma.$executeRaw`
        DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE state NOT IN ('waiting', 'read'))`
      return { dropped }
    },
  }
}

function toWaiting(row: Import, by: Person): WaitingTable {
  const { id, createdAt, address } = row
  const { channel } = parseAddressKey(address)
  const locale = row.locale === 'en' ? 'en' : 'vi'
  return { id, by, createdAt, channel, locale, file: row.file as FileReference, name: row.fileName ?? '' }
}

/** To where the table came from, unless its sender may hand it in no more. What is offered can be typed. */
async function tell(
  transaction: Transaction,
  { id }: WaitingTable,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  const { address, channel, byPerson, kind } = await transaction.import.findUniqueOrThrow({ where: { id } })
  if (!mayHandIn(await readPerson(transaction, byPerson), kind as TableKind | null)) return
  const to = { channel: channel as ChannelName, address, personId: byPerson, lane: 'reply', kind: 'reply' } as const
  await insertDeliveries(
    transaction,
    messages.map((message) => ({ ...to, message })),
  )
  const offered = (messages.at(-1)?.choices ?? []).flat().map((choice) => ({ id: choice.id, label: choice.label }))
  await transaction.conversation.upsert({
    where: { address },
    create: { address, offered },
    update: { offered },
  })
}

async function keepRows(
  transaction: Transaction,
  id: string,
  records: readonly TableRecord<string>[],
  rows: readonly PlannedRow[],
): Promise<void> {
  const planned = new Map(rows.map((one) => [one.row, one]))
  const given = records.map(({ row, cells }) => {
    const plan = planned.get(row)
    return { row, cells, change: plan?.change, reason: plan?.why, person: plan?.id }
  })
  for await (const part of parts(given))
    await transaction.$executeRaw`
      INSERT INTO import_row (import_id, row, cells, change, reason, person_id)
      SELECT ${id}, row, cells, change, reason, person
      FROM jsonb_to_recordset(${part}::jsonb) AS one(row int, cells jsonb, change text, reason jsonb, person text)`
}

/** So many rows at a time take a few milliseconds; then others have their turn. */
const atOnce = 250

/** What it would change as things stand. */
export async function planNow(
  client: Transaction,
  content: TableContent,
  about: { readonly campaign: Campaign; readonly day: Day; readonly person: Person },
): Promise<readonly PlannedRow[]> {
  const people = content.kind === 'roster' ? await readRoster(client) : []
  const standing = content.kind === 'pledges' ? await standingFor(client, about) : []
  const rows: PlannedRow[] = []
  for (const row of planTable(content, { ...about, people, standing }))
    if (rows.push(row) % atOnce === 0) await breathe()
  return rows
}
