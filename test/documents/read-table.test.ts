import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createQuickReader } from '../../src/core/quick/read-quick.ts'
import { readContent } from '../../src/core/tables/read-plan.ts'
import { readTable } from '../../src/documents/read-table.ts'
import { writeXlsx } from '../../src/documents/xlsx.ts'
import { readCampaign, translator } from '../support/test-app.ts'

const campaign = await readCampaign()
const people = [
  ['Họ và tên', 'Đơn vị', 'Điện thoại'],
  ['Nguyễn Văn An', 'NV2', '0912345678'],
  ['Trần Thị Bình', 'NV2', ''],
]

/** What is read of the file, or the sentence that says why nothing is. */
async function read(bytes: Uint8Array) {
  const table = await readTable(bytes)
  const content =
    'problem' in table ? table : readContent(table, { quick: () => createQuickReader(campaign), day: '2025-11-10' })
  return 'problem' in content ? translator.say(content.problem, 'vi') : content.records.map((one) => one.cells)
}

const expected = [
  { name: 'Nguyễn Văn An', unit: 'NV2', phone: '0912345678' },
  { name: 'Trần Thị Bình', unit: 'NV2' },
]

describe('a workbook', () => {
  test('is read by its headings', async () => {
    expect(await read(await writeXlsx(people, 'Danh sách'))).toEqual(expected)
  })

  test('may have its title above the headings, merged over them', async () => {
    const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>DANH SÁCH</t></is></c></row>'
    const sheet = sheetOf(`${title}${rowOf(2, people[0])}${rowOf(3, people[1])}`, '<mergeCell ref="A1:C1"/>')
    expect(await read(workbook({ sheet }))).toEqual(expected.slice(0, 1))
  })

  test('with formulas is refused by the cells, those of other columns are passed over', async () => {
    const formula = '<row r="2"><c r="A2"><f>B9&amp;C9</f><v>1</v></c><c r="B2" t="str"><v>NV2</v></c></row>'
    expect(await read(workbook({ sheet: sheetOf(rowOf(1, people[0]) + formula) }))).toContain('A2 là công thức')
    const number = rowOf(2, people[1]).replace('</row>', '<c r="E2"><f>1+1</f><v>2</v></c></row>')
    expect(await read(workbook({ sheet: sheetOf(rowOf(1, people[0]) + number) }))).toEqual(expected.slice(0, 1))
  })

  test('with merged cells among its rows is refused by the cells', async () => {
    const sheet = sheetOf(rowOf(1, people[0]) + rowOf(2, people[1]), '<mergeCell ref="B2:B9"/>')
    expect(await read(workbook({ sheet }))).toContain('Các ô B2 bị gộp')
  })

  test('with macros is refused unopened', async () => {
    expect(await read(workbook({ more: { 'xl/vbaProject.bin': 'x' } }))).toContain('macro')
  })

  test.each([50_000, 1_000_000])('of %d rows is refused before it is read', async (rows) => {
    const sheet = sheetOf(
      Array.from({ length: rows }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"/></row>`).join(''),
    )
    expect(await read(workbook({ sheet }))).toMatch(/Bảng có [\d.]+ dòng trở lên|Tệp quá lớn/)
  })

  test('that names its millionth row is refused, however few rows it has', async () => {
    expect(await read(workbook({ sheet: sheetOf(rowOf(1_048_576, people[0])) }))).toContain('dòng trở lên')
    expect(await read(workbook({ sheet: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') }))).toContain('rộng hơn')
  })

  test('that unpacks to a hundred times itself is refused, whatever size it declares', async () => {
    const bomb = Buffer.alloc(80_000_000, ' ')
    expect(await read(workbook({ more: { 'xl/sharedStrings.xml': bomb } }))).toContain('Tệp quá lớn')
    expect(await read(workbook({ more: { 'xl/sharedStrings.xml': bomb }, declared: 10 }))).toContain('Tệp quá lớn')
  })

  test('with a password, of the old kind or damaged is told apart', async () => {
    expect(await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('.xls')
    expect(await read(workbook({ flags: 1 }))).toContain('mật khẩu')
    const whole = workbook({})
    expect(await read(whole.subarray(0, whole.length / 2))).toContain('không phải bảng tính')
    expect(await read(workbook({ sheet: '<worksheet><sheetData><row r="1"' }))).toMatch(/không phải|không thấy|Bảng/)
    expect(await read(workbook({ sheet: `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf('')}` }))).toContain('không phải')
    expect(await read(zip({ 'word/document.xml': '<a/>' }))).toContain('không phải bảng tính')
  })
})

describe('a text file', () => {
  const lines = (separator: string, end = '\n') => people.map((row) => row.join(separator)).join(end)

  test.each([
    ['commas', Buffer.from(lines(','))],
    ['semicolons, Windows line ends and a mark at the beginning', Buffer.from(`\uFEFF${lines(';', '\r\n')}`)],
    ['tabs in UTF-16', Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')],
    ['a line that names its separator', Buffer.from(`sep=;\n${lines(';')}`)],
    ['decomposed letters', Buffer.from(lines(',').normalize('NFD'))],
    ['quotes around everything', Buffer.from(people.map((row) => row.map((one) => `"${one}"`).join(',')).join('\n'))],
  ])('with %s is read', async (_, bytes) => {
    expect(await read(bytes)).toEqual(expected)
  })

  test('may quote separators, quotes and line ends', async () => {
    const words = 'Họ tên,Đơn vị,Chức vụ\n"Nguyễn Văn An",NV2,"Phó, ""quyền""\nTrưởng phòng"\n'
    expect(await read(Buffer.from(words))).toMatchObject([{ position: 'Phó, "quyền" Trưởng phòng' }])
  })

  test.each([
    ['in another encoding', Buffer.from([0x48, 0xf2, 0x20, 0x74, 0xea, 0x6e, 0x2c]), 'UTF-8'],
    ['with a quote that is never closed', Buffer.from('Họ tên,Đơn vị\n"An,NV2'), 'nháy kép'],
    ['without headings', Buffer.from('Nguyễn Văn An,NV2\nTrần Thị Bình,NV2'), 'tiêu đề cột'],
    ['without rows', Buffer.from('Họ tên,Đơn vị\n'), 'không có dòng nào'],
    ['that is empty', Buffer.alloc(0), 'không có dòng nào'],
    ['that is none', Buffer.from([1, 2, 3, 4]), 'không phải bảng tính'],
    ['of too many rows', Buffer.from(`Họ tên,Đơn vị\n${'An Ba,NV2\n'.repeat(50_000)}`), '50.001 dòng'],
    ['of too many bytes', Buffer.alloc(5_000_001, 'a'), '5 MB'],
  ])('%s is refused', async (_, bytes, why) => {
    expect(await read(bytes)).toContain(why)
  })
})

function rowOf(row: number, cells: readonly string[] = []): string {
  const drawn = cells.map((words, at) => `<c r="${'ABCDE'[at]}${row}" t="inlineStr"><is><t>${words}</t></is></c>`)
  return `<row r="${row}">${drawn.join('')}</row>`
}

function sheetOf(rows: string, merges = ''): string {
  const merged = merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merged}</worksheet>`
}

interface Parts {
  readonly sheet?: string
  readonly more?: Readonly<Record<string, string | Buffer>>
  readonly declared?: number
  readonly flags?: number
}

function workbook({ sheet = sheetOf(rowOf(1, people[0])), more = {}, ...lies }: Parts): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  return zip(parts, lies)
}

/** An archive that may lie about the sizes of its files and that they are encrypted. */
function zip(parts: Readonly<Record<string, string | Buffer>>, { declared, flags = 0 }: Parts = {}): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let place = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(declared ?? bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(place, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), shared, more, Buffer.from(name)]))
    pieces.push(local)
    place += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(pieces.length, 8)
  end.writeUInt16LE(pieces.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...pieces, listed, end])
}
