import { setImmediate as breathe } from 'node:timers/promises'
import { readSheet } from 'read-excel-file/node'
import { type Text, text } from '../core/message.ts'
import { type Cell, mostRows, type Table, tooManyRows } from '../core/tables/table.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

// Some rows more than people: the title and the headings.
const most = { entries: 200, bytes: 60_000_000, columns: 200, rows: mostRows + 100 }

/**
 * The first sheet of a workbook. What the reader would choke on, pass over or guess about is looked for before: size,
 * rows, macros, formulas and merged cells.
 */
export async function readXlsx(bytes: Buffer): Promise<Table | { readonly problem: Text }> {
  const entries = readZipDirectory(bytes)
  if (!entries?.some((one) => one.name === 'xl/workbook.xml')) return { problem: text('table-unreadable') }
  if (entries.some((one) => one.isEncrypted)) return { problem: text('table-locked') }
  if (entries.some((one) => /vbaProject/i.test(one.name))) return { problem: text('table-macros') }
  if (entries.length > most.entries) return { problem: text('table-large') }
  const parts = await unpack(entries)
  if (!parts) return { problem: text('table-large') }
  const sheet = firstSheet(parts)
  if (!sheet || [...parts.values()].some((part) => part.includes('<!DOCTYPE')))
    return { problem: text('table-unreadable') }
  const marks = await readMarks(sheet)
  if (marks.rows > most.rows) return { problem: tooManyRows(marks.rows) }
  if (marks.isWide) return { problem: text('table-wide', { most: most.columns }) }
  const rows = await readSheet(bytes).catch(() => undefined)
  if (!rows) return { problem: text('table-unreadable') }
  return { rows: rows.map((row) => row.map(toWords)), formulas: marks.formulas, merges: marks.merges }
}

/** All that the reader will open, or nothing where it is more than we take. */
async function unpack(entries: readonly ZipEntry[]): Promise<Map<string, Buffer> | undefined> {
  const parts = new Map<string, Buffer>()
  let left = most.bytes
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue
    const part = entry.size > left ? undefined : await entry.read(left).catch(() => undefined)
    if (!part) return undefined
    left -= part.length
    parts.set(entry.name, part)
  }
  return parts
}

/** The one that the reader takes: the first that the workbook names. */
function firstSheet(parts: ReadonlyMap<string, Buffer>): Buffer | undefined {
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8') ?? ''
  const links = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? ''
  const [, id = ''] = /<(?:\w+:)?sheet\b[^>]*\b\w+:id="([^"]+)"/.exec(workbook) ?? []
  const link = [...links.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(([one]) => one.includes(` Id="${id}"`))
  const [, target = ''] = /\bTarget="\/?(?:xl\/)?([^"]+)"/.exec(link?.[0] ?? '') ?? []
  return parts.get(`xl/${target}`)
}

interface Marks {
  rows: number
  isWide: boolean
  readonly formulas: Cell[]
  readonly merges: { from: Cell; to: Cell }[]
}

// A row, a cell with its place, a formula, a range of merged cells.
const marked =
  /<(?:\w+:)?(?:(row)\b(?:[^<>]*?\br="(\d+)")?|(c)\b[^<>]*?\br="([A-Z]{1,7})(\d+)"|(f)[\s>/]|(mergeCell)\b[^<>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)")/g

/** Goes through the sheet a stretch at a time, so that others are served meanwhile; ends where there are too many rows. */
async function readMarks(sheet: Buffer): Promise<Marks> {
  const marks: Marks = { rows: 0, isWide: false, formulas: [], merges: [] }
  const words = sheet.toString('latin1')
  let cell: Cell = { row: 0, column: 0 }
  let count = 0
  for (const [, row, rowNumber, isCell, letters = '', number, isFormula, isMerge, ...range] of words.matchAll(marked)) {
    if (row) marks.rows = Math.max(marks.rows + 1, Number(rowNumber ?? 0))
    if (marks.rows > most.rows) break
    if (isCell) cell = placeOf(letters, number)
    if (isCell && cell.column >= most.columns) marks.isWide = true
    if (isFormula) marks.formulas.push(cell)
    const [left = '', top, right = '', bottom] = range
    if (isMerge) marks.merges.push({ from: placeOf(left, top), to: placeOf(right, bottom) })
    if (++count % 5_000 === 0) await breathe()
  }
  return marks
}

function placeOf(letters: string, number: string | undefined): Cell {
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(number) - 1, column: column - 1 }
}

function toWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}
