import { setImmediate } from 'node:timers/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Row = readonly (string | number)[]

/**
 * A spreadsheet of one sheet. Words stay words: each is written as such, so nothing in it is a formula, whatever it begins
 * with. The rows may be made while they are asked for: between a few of them everything else has its turn.
 */
export async function writeXlsx(rows: Iterable<Row>, sheet: string): Promise<Uint8Array> {
  return zip({
    '[Content_Types].xml': [
      `${xml}<Types xmlns="${package_}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${xlsxMime}.main+xml"/>`,
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${worksheetMime}"/></Types>`,
    ],
    '_rels/.rels': [relationships('officeDocument', 'xl/workbook.xml')],
    'xl/workbook.xml': [
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><sheets>`,
      `<sheet name="${escaped(sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/>`,
      '</sheets></workbook>',
    ],
    'xl/_rels/workbook.xml.rels': [relationships('worksheet', 'worksheets/sheet1.xml')],
    'xl/worksheets/sheet1.xml': sheetOf(rows),
  })
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const worksheetMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

function relationships(type: string, target: string): string {
  return `${xml}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/relationships/${type}" Target="${target}"/></Relationships>`
}

/** An archive of these files; each is compressed piece by piece, as the pieces come. */
async function zip(files: Readonly<Record<string, Iterable<string> | AsyncIterable<string>>>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const archive = new Zip((error, bytes) => {
    if (error) throw error
    parts.push(bytes)
  })
  for (const [name, pieces] of Object.entries(files)) {
    const file = new ZipDeflate(name)
    archive.add(file)
    for await (const piece of pieces) file.push(strToU8(piece))
    file.push(new Uint8Array(), true)
  }
  archive.end()
  return Buffer.concat(parts)
}

/** So many rows at a time take a few milliseconds. */
const atOnce = 100

async function* sheetOf(rows: Iterable<Row>): AsyncGenerator<string> {
  yield `${xml}<worksheet xmlns="${main}"><cols><col min="1" max="16" width="22" customWidth="1"/></cols><sheetData>`
  let written = ''
  let number = 0
  for (const row of rows) {
    number += 1
    written += rowOf(row, number)
    if (number % atOnce !== 0) continue
    yield written
    written = ''
    await setImmediate()
  }
  yield `${written}</sheetData></worksheet>`
}

function rowOf(row: Row, number: number): string {
  return `<row r="${number}">${row.map((value, column) => cellOf(value, `${letterOf(column)}${number}`)).join('')}</row>`
}

function cellOf(value: string | number, place: string): string {
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  if (value === '') return ''
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

function letterOf(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column)
}

// What XML cannot hold at all, and what a spreadsheet program would read as the code of another letter.
const impossible = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const code = /_(?=x[0-9a-f]{4}_)/gi

function escaped(words: string): string {
  return words
    .replace(impossible, '')
    .replace(code, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
