import type { Day } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { type Text, text } from '../message.ts'
import { type RosterColumn, rosterHeadings } from './columns.ts'
import type { PlannedRow, TableKind } from './plan.ts'
import { planRoster, type RosterPerson } from './roster.ts'
import { findColumns, readRecords, type Table, type TableRecord } from './table.ts'
import { planUnits, type UnitColumn, unitHeadings } from './unit-table.ts'

/** What a table says, row by row. */
export interface TableContent {
  readonly kind: TableKind
  readonly records: readonly TableRecord<string>[]
}

/** What the table is a list of, told by its headings, and its rows; or in one sentence why it cannot be taken. */
export function readContent(table: Table): TableContent | { readonly problem: Text } {
  const people = findColumns(table, rosterHeadings)
  const units = people ? undefined : findColumns(table, unitHeadings)
  const read = people ? readRecords(table, people) : units ? readRecords(table, units) : undefined
  if (!read) return { problem: text('table-headings') }
  return 'problem' in read ? read : { kind: people ? 'roster' : 'units', records: read.records }
}

/** What it would change as things stand. */
export function planTable(
  { kind, records }: TableContent,
  known: { readonly people: readonly RosterPerson[]; readonly campaign: Pick<Campaign, 'units'>; readonly day: Day },
): readonly PlannedRow[] {
  if (kind === 'units') return planUnits(records as readonly TableRecord<UnitColumn>[], known.campaign)
  return planRoster(records as readonly TableRecord<RosterColumn>[], known.people, known.campaign, known.day)
}

const reported = {
  roster: ['name', 'unit', 'position', 'phone', 'code'],
  units: ['code', 'name', 'shortName', 'aliases', 'parent', 'validFrom', 'validTo', 'successor', 'staff'],
} as const

/** The whole report as rows of words: what the file says, what becomes of it and why. */
export function reportRows(
  { kind, records }: TableContent,
  rows: readonly PlannedRow[],
  say: (text: Text) => string,
): (string | number)[][] {
  const columns = reported[kind]
  const said = new Map(records.map((one) => [one.row, one.cells]))
  const head = ['row', ...columns, 'change', 'why'].map((name) => say(text(`table-column-${name.toLowerCase()}`)))
  const body = rows.map(({ row, change, why, facts }) => {
    const cells = (said.get(row) ?? facts ?? {}) as Readonly<Record<string, unknown>>
    const words = columns.map((name) => wordsOf(cells, name))
    return [row === 0 ? '' : row, ...words, say(text(`table-change-${change}`)), why ? say(why) : '']
  })
  return [head, ...body]
}

/** A name that stands in two columns of the file is one in the report. */
function wordsOf(cells: Readonly<Record<string, unknown>>, name: string): string {
  const parts = name === 'name' ? [cells.family, cells.name] : [cells[name]]
  return parts.filter((one) => one !== undefined).join(' ')
}
