import type { Day } from '../campaign/calendar.ts'
import { type Text, text } from '../message.ts'
import type { QuickReader } from '../quick/read-quick.ts'
import { type RosterColumn, rosterHeadings } from './columns.ts'
import type { PlannedRow, TableKind } from './plan.ts'
import { pledgeHeadings } from './pledge-columns.ts'
import { type KnownPledges, type PledgeRecord, planPledges, readPledgeRecords } from './pledge-table.ts'
import { planRoster, type RosterPerson } from './roster.ts'
import { findColumns, readRecords, type Table, type TableRecord } from './table.ts'
import { planUnits, type UnitColumn, unitHeadings } from './unit-table.ts'

/** What a table says, row by row. */
export interface TableContent {
  readonly kind: TableKind
  readonly records: readonly TableRecord<string>[]
}

/** Reads what people register in words, made when the first list of pledges needs it. */
export interface Reading {
  readonly quick: () => QuickReader
  readonly day: Day
}

/** What the table is a list of, told by its headings, and its rows; or in one sentence why it cannot be taken. */
export function readContent(table: Table, { quick, day }: Reading): TableContent | { readonly problem: Text } {
  const pledges = findColumns(table, pledgeHeadings)
  if (pledges?.columns.has('titles') || pledges?.columns.has('commendations')) {
    const read = readRecords(table, pledges)
    return 'problem' in read ? read : { kind: 'pledges', records: readPledgeRecords(read.records, quick(), day) }
  }
  const people = findColumns(table, rosterHeadings)
  const units = people ? undefined : findColumns(table, unitHeadings)
  const read = people ? readRecords(table, people) : units ? readRecords(table, units) : undefined
  if (!read) return { problem: text('table-headings') }
  return 'problem' in read ? read : { kind: people ? 'roster' : 'units', records: read.records }
}

/** What is known when a table is compared with it; `people` of a list of staff, `standing` of one of pledges. */
export interface Known extends KnownPledges {
  readonly people: readonly RosterPerson[]
}

/** What it would change as things stand; planned row by row as they are asked for. */
export function planTable({ kind, records }: TableContent, known: Known): Iterable<PlannedRow> {
  switch (kind) {
    case 'units':
      return planUnits(records as readonly TableRecord<UnitColumn>[], known.campaign)
    case 'roster':
      return planRoster(records as readonly TableRecord<RosterColumn>[], known.people, known.campaign, known.day)
    case 'pledges':
      return planPledges(records as readonly PledgeRecord[], known)
  }
}

const reported = {
  roster: ['name', 'unit', 'position', 'phone', 'code'],
  pledges: ['name', 'unit', 'titles', 'commendations'],
  units: ['code', 'name', 'shortName', 'aliases', 'parent', 'validFrom', 'validTo', 'successor', 'staff'],
} as const

/** The whole report as rows of words, made as they are asked for: what the file says, what becomes of it and why. */
export function* reportRows(
  { kind, records }: TableContent,
  rows: readonly PlannedRow[],
  say: (text: Text) => string,
): Generator<(string | number)[]> {
  const columns = reported[kind]
  const said = new Map(records.map((one) => [one.row, one.cells]))
  yield ['row', ...columns, 'change', 'why'].map((name) => say(text(`table-column-${name.toLowerCase()}`)))
  for (const { row, change, why, facts } of rows) {
    const cells = (said.get(row) ?? facts ?? {}) as Readonly<Record<string, unknown>>
    const words = columns.map((name) => wordsOf(cells, name))
    yield [row === 0 ? '' : row, ...words, say(text(`table-change-${change}`)), why ? say(why) : '']
  }
}

/** A name that stands in two columns of the file is one in the report. */
function wordsOf(cells: Readonly<Record<string, unknown>>, name: string): string {
  const parts = name === 'name' ? [cells.family, cells.name] : [cells[name]]
  return parts.filter((one) => one !== undefined).join(' ')
}
