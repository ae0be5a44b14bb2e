import { fold } from '../language/fold.ts'
import { literal, type Text, text } from '../message.ts'

/** The rows of a file as words, with what in it is no plain value. Rows and columns count from 0. */
export interface Table {
  readonly rows: readonly (readonly string[])[]
  /** Cells whose value is calculated. */
  readonly formulas: readonly Cell[]
  /** Cells that were merged. */
  readonly merges: readonly { readonly from: Cell; readonly to: Cell }[]
}

export interface Cell {
  readonly row: number
  readonly column: number
}

/** More rows than any agency's list has. */
export const mostRows = 10_000
/** Of a file as it comes. */
export const mostBytes = 5_000_000

/** What a column may be headed, folded. The first ones are looked for first. */
export type Headings<Name extends string> = Readonly<Record<Name, Heading>>

interface Heading {
  readonly names: readonly string[]
  readonly required?: true
  /** Words that may not follow the name: "danh hiệu đã đạt" is another column than "danh hiệu". */
  readonly never?: RegExp
}

export interface Reading<Name extends string> {
  readonly records: readonly TableRecord<Name>[]
}

/** One row by the columns that were recognised; `row` is its number as a spreadsheet shows it. */
export interface TableRecord<Name extends string> {
  readonly row: number
  readonly cells: Readonly<Partial<Record<Name, string>>>
}

// Titles and the agency's name stand above the headings.
const lookedThrough = 20

/** The row of the headings, which column is what, or nothing where a column that must be there is not. */
export function findColumns<Name extends string>(
  { rows }: Table,
  headings: Headings<Name>,
): { readonly row: number; readonly columns: ReadonlyMap<Name, number> } | undefined {
  const names = Object.keys(headings) as Name[]
  let best: { row: number; columns: ReadonlyMap<Name, number> } | undefined
  for (const [row, cells] of rows.slice(0, lookedThrough).entries()) {
    const columns = columnsOf(cells, names, headings)
    const isWhole = names.every((name) => !headings[name].required || columns.has(name))
    if (isWhole && columns.size > (best?.columns.size ?? 0)) best = { row, columns }
  }
  return best
}

function columnsOf<Name extends string>(cells: readonly string[], names: readonly Name[], headings: Headings<Name>) {
  const said = cells.map(fold)
  const columns = new Map<Name, number>()
  const isTaken = (column: number) => [...columns.values()].includes(column)
  const take = (name: Name, fits: (heading: string, known: string) => boolean) => {
    if (columns.has(name)) return
    for (const known of headings[name].names) {
      const column = said.findIndex((heading, place) => fits(heading, known) && !isTaken(place))
      if (column >= 0) return void columns.set(name, column)
    }
  }
  for (const name of names) take(name, (heading, known) => heading === known)
  // "Họ và tên (viết hoa)": words may follow a heading that is not a bare "Tên".
  for (const name of names)
    take(name, (heading, known) => {
      const follows = known.includes(' ') && heading.startsWith(`${known} `) && heading.length < 40
      return follows && !headings[name].never?.test(heading.slice(known.length))
    })
  return columns
}

/** The rows below the headings that hold anything, or why the table cannot be taken as it is. */
export function readRecords<Name extends string>(
  table: Table,
  found: { readonly row: number; readonly columns: ReadonlyMap<Name, number> },
): { readonly records: readonly TableRecord<Name>[] } | { readonly problem: Text } {
  const used = new Set(found.columns.values())
  const concerns = ({ row, column }: Cell) => row > found.row && used.has(column)
  const formulas = table.formulas.filter(concerns)
  if (formulas.length > 0) return { problem: text('table-formulas', { cells: cellNames(formulas) }) }
  const covering = table.merges.filter(({ from, to }) => to.row >= found.row && covers(from, to, used))
  // A heading may stand over the row of subheadings of others: what stands beside those is no record.
  const isTall = ({ from, to }: (typeof covering)[number]) => from.row <= found.row && from.column === to.column
  const merged = covering.filter((one) => !isTall(one))
  if (merged.length > 0) return { problem: text('table-merged', { cells: cellNames(merged.map((one) => one.from)) }) }
  const last = Math.max(found.row, ...covering.map((one) => one.to.row))
  const records = table.rows.flatMap((cells, row): TableRecord<Name>[] => {
    if (row <= last) return []
    const read = [...found.columns].flatMap(([name, column]) => {
      const words = plainWords(cells[column] ?? '')
      return words === '' ? [] : [[name, words]]
    })
    return read.length === 0 ? [] : [{ row: row + 1, cells: Object.fromEntries(read) }]
  })
  if (records.length === 0) return { problem: text('table-empty') }
  if (records.length > mostRows) return { problem: tooManyRows(records.length) }
  return { records }
}

export function tooManyRows(rows: number): Text {
  return text('table-rows', { rows, most: mostRows })
}

function covers(from: Cell, to: Cell, used: ReadonlySet<number>): boolean {
  return [...used].some((column) => column >= from.column && column <= to.column)
}

/** Composed, without line breaks, invisible letters and more spaces than one. */
function plainWords(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
}

/** "C5, C6, D9…", as a spreadsheet names them. */
function cellNames(cells: readonly Cell[]): Text {
  const shown = cells.slice(0, 5).map(cellName)
  return literal(cells.length > shown.length ? `${shown.join(', ')}…` : shown.join(', '))
}

function cellName({ row, column }: Cell): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
