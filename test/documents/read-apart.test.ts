import { expect, test } from 'vitest'
import { readFileApart } from '../../src/documents/read-apart.ts'
import { readFile } from '../../src/documents/read-content.ts'
import { writeXlsx } from '../../src/documents/xlsx.ts'
import { readCampaign } from '../support/test-app.ts'

const about = { campaign: await readCampaign(), day: '2025-11-10' }
const rows = [
  ['Họ và tên', 'Đơn vị', 'Danh hiệu'],
  ['Nguyễn Văn An', 'NV2', 'LĐTT, CSTĐCS'],
]

test('a file is read in a thread as it is read here', async () => {
  const file = await writeXlsx(rows, 'Danh sách')
  expect(await readFileApart(file, about)).toEqual(await readFile(file, about))
  expect(await readFileApart(Buffer.from('%PDF-1.7'), about)).toEqual({ problem: { key: 'table-unreadable' } })
})

test('what takes too much memory or too long is refused', async () => {
  const many = Array.from({ length: 9_000 }, (_, at) => [`Nguyễn Văn ${'a'.repeat(1 + (at % 50))}`, 'NV2', 'LĐTT'])
  const file = await writeXlsx([...rows, ...many], 'Danh sách')
  const heavy = { problem: { key: 'table-heavy' } }
  expect(await readFileApart(file, about, { megabytes: 10, seconds: 60 })).toEqual(heavy)
  expect(await readFileApart(file, about, { megabytes: 512, seconds: 0 })).toEqual(heavy)
})
