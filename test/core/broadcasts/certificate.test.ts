import { expect, test } from 'vitest'
import { certificateRows, safeCell } from '../../../src/core/broadcasts/certificate.ts'

test.each(['=1+1', '+84912', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', '\n=cmd'])('%j becomes words', (words) => {
  expect(safeCell(words)).toBe(`'${words}`)
})

test.each(['Nguyễn Thị Lan', '', 'telegram:123', 'a=b', 'Phòng 1-2'])('%j stays', (words) => {
  expect(safeCell(words)).toBe(words)
})

test('the certificate has its totals and a line for each recipient', () => {
  const receipt = {
    unit: 'P1',
    channel: 'telegram',
    address: 'telegram:1',
    attempts: 1,
    doubts: 0,
    acknowledgedAt: null,
  }
  const rows = certificateRows(
    [
      { ...receipt, name: '=HYPERLINK("x")', state: 'sent', at: new Date('2025-11-10T01:00:00Z'), reason: null },
      { ...receipt, name: null, state: 'failed', at: null, reason: '@blocked' },
    ],
    {
      say: (key) => key,
      timezone: 'Asia/Ho_Chi_Minh',
      heading: [['title', '=2']],
      unitName: (code) => `Phòng ${code}`,
    },
  )
  expect(rows.slice(0, 4)).toEqual([
    ['title', "'=2"],
    ['certificate-total', 2],
    ['delivery-state-sent', 1],
    ['delivery-state-failed', 1],
  ])
  expect(rows.at(-2)).toEqual([
    1,
    `'=HYPERLINK("x")`,
    'Phòng P1',
    'telegram',
    'telegram:1',
    'delivery-state-sent',
    '08:00 10/11/2025',
    '',
    1,
    0,
    '',
  ])
  expect(rows.at(-1)?.[7]).toBe("'@blocked")
})
