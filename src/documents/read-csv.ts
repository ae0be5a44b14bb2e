import { setImmediate as breathe } from 'node:timers/promises'
import { type Text, text } from '../core/message.ts'
import { mostRows, type Table, tooManyRows } from '../core/tables/table.ts'

/** The rows of a text file whose cells are set apart by commas, semicolons or tabs, as its first line shows. */
export async function readCsv(bytes: Buffer): Promise<Table | { readonly problem: Text }> {
  const decoded = decode(bytes)
  if (decoded === undefined) return { problem: text('table-encoding') }
  const [, said, rest = decoded] = /^sep=(.)\r?\n([\s\S]*)$/.exec(decoded) ?? []
  const rows = await split(rest, said ?? separatorOf(rest))
  if (rows === 'open') return { problem: text('table-quotes') }
  if (rows.length > mostRows * 2) return { problem: tooManyRows(rows.length) }
  return { rows, formulas: [], merges: [] }
}

/** Nothing where the letters are in none of the encodings that say of themselves what they are. */
function decode(bytes: Buffer): string | undefined {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The one that stands most often in a line among the first; a list's title above the headings holds none. */
function separatorOf(words: string): string {
  const lines = words.split(/\r?\n/, 20).map((line) => line.replace(/"[^"]*"/g, ''))
  const counts = [';', '\t', ','].map((mark) => ({
    mark,
    count: Math.max(...lines.map((line) => line.split(mark).length)),
  }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

/** A quoted cell may hold separators, line ends and doubled quotes. `open`: the last quote is never closed. */
async function split(words: string, separator: string): Promise<string[][] | 'open'> {
  const rows: string[][] = []
  let row: string[] = []
  let place = 0
  while (place < words.length) {
    const isQuoted = words[place] === '"'
    const closing = isQuoted ? closingQuote(words, place + 1) : place
    if (closing === undefined) return 'open'
    let after = closing
    while (after < words.length && words[after] !== separator && words[after] !== '\n') after++
    const cell = isQuoted ? words.slice(place + 1, closing).replaceAll('""', '"') : words.slice(place, after)
    row.push(cell.trim())
    place = after + 1
    if (words[after] === separator && after + 1 < words.length) continue
    rows.push(row)
    row = []
    if (rows.length % 2_000 === 0) await breathe()
  }
  return rows
}

function closingQuote(words: string, from: number): number | undefined {
  for (let at = words.indexOf('"', from); at >= 0; at = words.indexOf('"', at + 2)) if (words[at + 1] !== '"') return at
  return undefined
}
