import { readActionId } from '../core/actions.ts'
import type { AuditEntry } from '../core/audit/entry.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import type { Campaign, Locale, Unit } from '../core/campaign/campaign.ts'
import type { Turn } from '../core/conversation/turn.ts'
import {
  addressKey,
  type ChannelName,
  type FileReference,
  type OutgoingMessage,
  parseAddressKey,
} from '../core/message.ts'
import { countRows, type PlannedRow, type TableEffect, type TableKind, type TableView } from '../core/tables/plan.ts'
import { planTable, type TableContent } from '../core/tables/read-plan.ts'
import type { RosterFacts } from '../core/tables/roster.ts'
import type { TableRecord } from '../core/tables/table.ts'
import { record } from './audit.ts'
import type { Database } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { insertDeliveries } from './new-deliveries.ts'
import type { Reader } from './read-desks.ts'
import { isOfOffice } from './recipients.ts'
import { parts, readRoster, writeRoster } from './roster-store.ts'
import { type CampaignView, writeUnits } from './unit-store.ts'

type Transaction = Prisma.TransactionClient

/** A table that was handed in and is not read yet. */
export interface WaitingTable {
  readonly id: string
  readonly file: FileReference
  readonly name: string
  readonly byPerson: string
  readonly channel: ChannelName
  readonly locale: Locale
  readonly createdAt: Date
}

export interface ImportStore {
  /** The oldest one. */
  next(): Promise<WaitingTable | undefined>
  /** What it would change as things stand. */
  plan(content: TableContent, timezone: string, now: Date): Promise<readonly PlannedRow[]>
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
      return row ? toWaiting(row) : undefined
    },
    async plan(content, timezone, now) {
      const campaign = await campaigns.now(prisma)
      return planNow(prisma, content, campaign, { timezone, now })
    },
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

function toWaiting(row: {
  id: string
  file: unknown
  fileName: string | null
  byPerson: string
  address: string
  locale: string
  createdAt: Date
}): WaitingTable {
  const { id, byPerson, createdAt, address } = row
  const { channel } = parseAddressKey(address)
  const locale = row.locale === 'en' ? 'en' : 'vi'
  return { id, byPerson, createdAt, channel, locale, file: row.file as FileReference, name: row.fileName ?? '' }
}

/** To where the table came from, unless its sender is of the office no more. What is offered can be typed. */
async function tell(
  transaction: Transaction,
  { id }: WaitingTable,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  const { address, channel, byPerson } = await transaction.import.findUniqueOrThrow({ where: { id } })
  if (!(await isOfOffice(transaction, byPerson))) return
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

async function planNow(
  client: Transaction,
  content: TableContent,
  campaign: Campaign,
  { timezone, now }: { readonly timezone: string; readonly now: Date },
): Promise<readonly PlannedRow[]> {
  const people = content.kind === 'roster' ? await readRoster(client) : []
  return planTable(content, { people, campaign, day: dayAt(now, timezone) })
}

/** One table at a time is taken in, from the moment when it is compared until all of it is written. */
async function lock(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('table'))`
}

interface Shown {
  readonly byPerson: string
  readonly isOpen: boolean
  readonly content: TableContent
  /** What was said of each row. */
  readonly shown: ReadonlyMap<number, string>
  readonly missing: number
}

async function readShown(transaction: Transaction, id: string): Promise<Shown | undefined> {
  const found = await transaction.import.findUnique({ where: { id } })
  if (!found || (found.kind !== 'roster' && found.kind !== 'units')) return undefined
  const rows = await transaction.$queryRaw<
    { row: number; cells: TableRecord<string>['cells']; change: string; person: string | null }[]
  >`SELECT row, cells, change, person_id AS person FROM import_row WHERE import_id = ${id} ORDER BY row`
  const counts = found.counts as { missing?: number } | null
  return {
    byPerson: found.byPerson,
    isOpen: found.state === 'read',
    content: { kind: found.kind, records: rows.map(({ row, cells }) => ({ row, cells })) },
    shown: new Map(rows.map((one) => [one.row, fateOf(one.change, one.person)])),
    missing: counts?.missing ?? 0,
  }
}

function fateOf(change: string, id: string | null | undefined): string {
  return `${change} ${id ?? ''}`
}

/** The table that a pressed button is about, compared with how things stand now; it stays so until the turn is stored. */
export async function readTableView(transaction: Transaction, reader: Reader): Promise<TableView | undefined> {
  const { input } = reader.update
  const action = input.kind === 'choice' ? readActionId(input.id) : undefined
  if (!action?.action.startsWith('table-')) return undefined
  await lock(transaction)
  const found = await readShown(transaction, action.about)
  if (!found) return undefined
  const rows = found.isOpen ? await planNow(transaction, found.content, reader.campaign, reader) : []
  const counts = countRows(rows)
  const isSame = rows.every((one) => one.row === 0 || found.shown.get(one.row) === fateOf(one.change, one.id))
  const { byPerson, isOpen, content } = found
  const isAsShown = isSame && counts.missing === found.missing
  return { id: action.about, kind: content.kind, byPerson, isOpen, counts, isAsShown }
}

export async function applyTableEffect(transaction: Transaction, turn: Turn, effect: TableEffect): Promise<void> {
  if (!(await isOfOffice(transaction, turn.person.id))) throw new Error('Only the office hands in tables')
  const { id } = effect
  switch (effect.kind) {
    case 'receive-table': {
      const { address } = turn.update
      const from = { byPerson: turn.person.id, channel: address.channel, address: addressKey(address) }
      const file = { file: effect.file as object, fileName: effect.name, locale: turn.person.locale }
      await transaction.import.create({ data: { id, ...from, ...file, state: 'waiting', createdAt: turn.now } })
      return
    }
    case 'take-in-table':
      return takeIn(transaction, turn, id, effect.leave)
    case 'drop-table':
      return move(transaction, turn, id, { state: 'cancelled', endedAt: turn.now })
    case 'reread-table':
      return move(transaction, turn, id, { state: 'waiting', createdAt: turn.now })
  }
}

/** What was read of it goes; a table that is read again brings its rows anew. */
async function move(
  transaction: Transaction,
  turn: Turn,
  id: string,
  data: Prisma.ImportUpdateManyMutationInput,
): Promise<void> {
  const where = { id, byPerson: turn.person.id, state: 'read' }
  const { count } = await transaction.import.updateMany({ where, data })
  if (count !== 1) throw new Error(`Table ${id} is not open to this person`)
  await transaction.importRow.deleteMany({ where: { importId: id } })
}

async function takeIn(transaction: Transaction, turn: Turn, id: string, leave: boolean): Promise<void> {
  await lock(transaction)
  const found = await readShown(transaction, id)
  if (!found) throw new Error(`Table ${id} is gone`)
  const rows = await planNow(transaction, found.content, turn.campaign, turn)
  await move(transaction, turn, id, { state: 'confirmed', endedAt: turn.now })
  if (found.content.kind === 'units') await writeUnits(transaction, changedUnits(rows), turn.now)
  else await writeRoster(transaction, rows as readonly PlannedRow<RosterFacts>[], leave, turn.now)
  await record(transaction, turn.person.id, turn.now, entriesOf(id, found.content.kind, rows, leave))
}

function changedUnits(rows: readonly PlannedRow[]): Unit[] {
  return rows.flatMap(({ change, facts }) => (change === 'add' || change === 'change' ? [facts as Unit] : []))
}

/** The table itself, each unit that it changed, and whom it moved between units; who is new stands with the day. */
function entriesOf(id: string, kind: TableKind, rows: readonly PlannedRow[], leave: boolean): AuditEntry[] {
  const table: AuditEntry = { action: 'import', kind: 'table', about: id, after: { kind, ...countRows(rows) } }
  return [table, ...rows.flatMap((one) => (kind === 'units' ? unitEntry(one) : personEntry(one, leave)))]
}

function unitEntry({ id, change, facts, before }: PlannedRow): AuditEntry[] {
  if (id === undefined || (change !== 'add' && change !== 'change')) return []
  return [{ action: 'import', kind: 'unit', about: id, before: before ?? null, after: facts }]
}

function personEntry({ id, change, facts, before }: PlannedRow, leave: boolean): AuditEntry[] {
  const unitOf = (one: unknown) => ({ unit: (one as RosterFacts | undefined)?.unit ?? null })
  if (id === undefined) return []
  if (change === 'missing') return leave ? [{ action: 'left', kind: 'person', about: id, before: unitOf(facts) }] : []
  const [was, is] = [unitOf(before), unitOf(facts)]
  if (change !== 'change' || was.unit === is.unit) return []
  return [{ action: 'unit', kind: 'person', about: id, before: was, after: is }]
}
