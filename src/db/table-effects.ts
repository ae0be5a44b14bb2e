import { setImmediate as breathe } from 'node:timers/promises'
import type { AuditEntry } from '../core/audit/entry.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import type { Unit } from '../core/campaign/campaign.ts'
import { readActionId } from '../core/conversation/menu.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { addressKey } from '../core/message.ts'
import type { PledgeContent } from '../core/pledges/pledge.ts'
import {
  countRows,
  mayHandIn,
  type PlannedRow,
  type TableEffect,
  type TableKind,
  type TableView,
} from '../core/tables/plan.ts'
import type { TableContent } from '../core/tables/read-plan.ts'
import type { RosterFacts } from '../core/tables/roster.ts'
import type { TableRecord } from '../core/tables/table.ts'
import { record } from './audit.ts'
import type { Prisma } from './generated/client.ts'
import { planNow } from './import-store.ts'
import { settleSubjects } from './pledge-subject.ts'
import type { Reader } from './read-desks.ts'
import { writeRoster } from './roster-store.ts'
import { submitAll } from './submit-list.ts'
import { writeUnits } from './unit-store.ts'

type Transaction = Prisma.TransactionClient

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
  if (!found || !isKind(found.kind)) return undefined
  const rows = await readRows(transaction, id)
  const counts = found.counts as { missing?: number } | null
  return {
    byPerson: found.byPerson,
    isOpen: found.state === 'read',
    content: { kind: found.kind, records: rows.map(({ row, cells }) => ({ row, cells })) },
    shown: new Map(rows.map((one) => [one.row, fateOf(one.change, one.person)])),
    missing: counts?.missing ?? 0,
  }
}

interface ShownRow {
  readonly row: number
  readonly cells: TableRecord<string>['cells']
  readonly change: string
  readonly person: string | null
}

const together = 250

/** Some at a time: between two of them others have their turn, also where the database works in our own thread. */
async function readRows(transaction: Transaction, id: string): Promise<ShownRow[]> {
  const rows: ShownRow[] = []
  for (let last = -1; ; last = rows.at(-1)?.row ?? last) {
    const part = await transaction.$queryRaw<ShownRow[]>`
      SELECT row, cells, change, person_id AS person FROM import_row
      WHERE import_id = ${id} AND row > ${last} ORDER BY row LIMIT ${together}`
    rows.push(...part)
    if (part.length < together) return rows
    await breathe()
  }
}

function isKind(kind: string | null): kind is TableKind {
  return kind === 'roster' || kind === 'units' || kind === 'pledges'
}

function fateOf(change: string, id: string | null | undefined): string {
  return `${change} ${id ?? ''}`
}

/** The table that a pressed button is about, compared with how things stand now; it stays so until the turn is stored. */
export async function readTableView(transaction: Transaction, reader: Reader): Promise<TableView | undefined> {
  const { input } = reader.update
  const action = input.kind === 'choice' ? readActionId(input.id) : undefined
  if (!action?.action.startsWith('table-') || !mayHandIn(reader.person, null)) return undefined
  await lock(transaction)
  const found = await readShown(transaction, action.about)
  if (!found) return undefined
  const isTheirs = found.isOpen && found.byPerson === reader.person.id
  // The lock does not part turns that share a transaction: those are taken up again, each by itself.
  if (isTheirs && compared.has(transaction)) throw new Error('Another table is compared with what is known')
  if (isTheirs) compared.add(transaction)
  const rows = isTheirs ? await planNow(transaction, found.content, momentOf(reader)) : []
  const counts = countRows(rows)
  const isSame = rows.every((one) => one.row === 0 || found.shown.get(one.row) === fateOf(one.change, one.id))
  const { byPerson, isOpen, content } = found
  const isAsShown = isSame && counts.missing === found.missing
  return { id: action.about, kind: content.kind, byPerson, isOpen, counts, rows, isAsShown }
}

const compared = new WeakSet<Transaction>()

export async function applyTableEffect(transaction: Transaction, turn: Turn, effect: TableEffect): Promise<void> {
  if (!mayHandIn(turn.person, null)) throw new Error('This person hands in no tables')
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
  const { table } = turn
  if (table?.id !== id || !mayHandIn(turn.person, table.kind))
    throw new Error('This table is not for this person to take in')
  const { kind, rows } = table
  await move(transaction, turn, id, { state: 'confirmed', endedAt: turn.now })
  await write(transaction, turn, kind, rows, leave)
  await record(transaction, turn.person.id, turn.now, entriesOf(id, kind, rows, leave))
}

async function write(
  transaction: Transaction,
  turn: Turn,
  kind: TableKind,
  rows: readonly PlannedRow[],
  leave: boolean,
): Promise<void> {
  switch (kind) {
    case 'units':
      return writeUnits(transaction, changedUnits(rows), turn.now)
    case 'roster':
      await writeRoster(transaction, rows as readonly PlannedRow<RosterFacts>[], leave, turn.now)
      return settleSubjects(transaction)
    case 'pledges':
      return submitAll(
        transaction,
        turn,
        rows.flatMap(({ change, facts }) => (change === 'add' ? [facts as PledgeContent] : [])),
      )
  }
}

function changedUnits(rows: readonly PlannedRow[]): Unit[] {
  return rows.flatMap(({ change, facts }) => (change === 'add' || change === 'change' ? [facts as Unit] : []))
}

/** The table itself, each unit that it changed, and whom it moved between units; who is new stands with the day. */
function entriesOf(id: string, kind: TableKind, rows: readonly PlannedRow[], leave: boolean): AuditEntry[] {
  const table: AuditEntry = { action: 'import', kind: 'table', about: id, after: { kind, ...countRows(rows) } }
  return [table, ...rows.flatMap((one) => entryOf(kind, one, leave))]
}

/** Each pledge has a history of its own. */
function entryOf(kind: TableKind, row: PlannedRow, leave: boolean): AuditEntry[] {
  if (kind === 'pledges') return []
  return kind === 'units' ? unitEntry(row) : personEntry(row, leave)
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

function momentOf({ campaign, timezone, now, person }: Pick<Reader, 'campaign' | 'timezone' | 'now' | 'person'>) {
  return { campaign, person, day: dayAt(now, timezone) }
}
