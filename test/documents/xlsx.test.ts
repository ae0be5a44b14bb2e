import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeXlsx } from '../../src/documents/xlsx.ts'

async function sheetOf(rows: Iterable<(string | number)[]>) {
  const files = unzipSync(Uint8Array.from(await writeXlsx(rows, 'Biên bản [1]')))
  const texts = Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const)
  return { names: texts.map(([name]) => name), ...Object.fromEntries(texts) } as Record<string, string> & {
    names: string[]
  }
}

test('has the parts that a spreadsheet program asks for', async () => {
  const file = await sheetOf([['a']])
  expect(file.names.sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
  expect(file['xl/workbook.xml']).toContain('name="Biên bản  1 "')
})

test('words stay words as they are, whatever they begin with: no cell is a formula', async () => {
  const words = [
    '=1+1',
    '+84912',
    '-5',
    '@SUM(A1)',
    '\t=1',
    ' =1+1',
    '=HYPERLINK("http://x")',
    "'a",
    '_x0041_',
    'a\u0001\ud800b',
  ]
  const sheet = (await sheetOf([words]))['xl/worksheets/sheet1.xml'] ?? ''
  const cells = [...sheet.matchAll(/<c r="([A-Z]\d+)" t="(\w+)"><is><t xml:space="preserve">([^<]*)<\/t><\/is><\/c>/g)]
  expect(cells.map(([, place]) => place)).toEqual(words.map((_, index) => `${'ABCDEFGHIJ'[index]}1`))
  expect(new Set(cells.map(([, , type]) => type))).toEqual(new Set(['inlineStr']))
  expect(cells.map(([, , , value]) => value)).toEqual([
    '=1+1',
    '+84912',
    '-5',
    '@SUM(A1)',
    '\t=1',
    ' =1+1',
    '=HYPERLINK(&quot;http://x&quot;)',
    "'a",
    '_x005F_x0041_',
    'a\ufffdb',
  ])
  expect(sheet).not.toMatch(/<f[ >]/)
})

test('figures are figures, an empty cell is none', async () => {
  const sheet = (await sheetOf([[1, '', 2.5], [], ['<&>']]))['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toContain(
    '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2.5</v></c></row><row r="2"></row><row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;</t></is></c></row>',
  )
})

test('many rows are made while others have their turn', async () => {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 0)
  function* rows() {
    for (let number = 0; number < 20_000; number++) yield [number, `Nguyễn Văn ${number}`]
  }
  const sheet = (await sheetOf(rows()))['xl/worksheets/sheet1.xml'] ?? ''
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
  expect(sheet.match(/<row /g)).toHaveLength(20_000)
  expect(sheet).toContain('Nguyễn Văn 19999')
})
