import { type Text, text } from '../core/message.ts'
import { mostBytes, type Table } from '../core/tables/table.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** The table in a file, by what the file holds, whatever it is called; or in one sentence why there is none. */
export async function readTable(bytes: Uint8Array): Promise<Table | { readonly problem: Text }> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return { problem: text('table-empty') }
  if (file.length > mostBytes) return { problem: text('table-large') }
  const start = file.subarray(0, 4).toString('latin1')
  // The old binary workbooks, and new ones with a password
  if (start === '\xd0\xcf\x11\xe0') return { problem: text('table-old') }
  if (start.startsWith('PK')) return readXlsx(file)
  return isText(file) ? readCsv(file) : { problem: text('table-unreadable') }
}

function isText(file: Buffer): boolean {
  const [first, second] = file
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return false
  return file.subarray(0, 1_000).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}
