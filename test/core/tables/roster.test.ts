import { expect, test } from 'vitest'
import { nameKey, planRoster, type RosterPerson, readPhone } from '../../../src/core/tables/roster.ts'
import { readCampaign, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()
const day = '2025-11-10'
const an: RosterPerson = {
  id: 'an',
  name: 'Nguyễn Văn An',
  nameKey: 'nguyen van an',
  unit: 'NV2',
  phone: '+84912345678',
  code: 'CB1',
  onRoster: true,
  left: false,
}
const { code: _, ...uncoded } = an

function plan(rows: readonly Record<string, string>[], known: readonly RosterPerson[] = []) {
  const records = rows.map((cells, at) => ({ row: at + 2, cells }))
  return [...planRoster(records, known, campaign, day)].map(({ row, change, id, why }) =>
    [row, change, id, why && translator.say(why, 'vi')].filter((one) => one !== undefined).join(' '),
  )
}

test('who is not known is new, by any name of their unit', () => {
  for (const unit of ['NV2', 'Phòng Nghiệp vụ 2', 'phong nghiep vu 2', 'PNV2'])
    expect(plan([{ name: 'Lê Thị Cúc', unit }])).toEqual(['2 add'])
})

test('somebody is known by the number of the office, by name and unit, or by name and telephone', () => {
  expect(plan([{ name: 'Nguyễn Văn An', unit: 'NV3', code: 'CB1' }], [an])).toEqual(['2 change an trước đây: NV2'])
  expect(plan([{ name: 'NGUYEN VAN AN', unit: 'NV2' }], [an])).toEqual(['2 change an trước đây: Nguyễn Văn An'])
  expect(plan([{ name: 'Nguyễn Văn An', unit: 'NV3', phone: '912345678' }], [an])).toEqual([
    '2 change an trước đây: NV2',
  ])
  expect(plan([{ name: 'Nguyễn Văn An', unit: 'NV2', code: 'CB1' }], [an])).toEqual(['2 same an'])
})

test('a namesake with another number is another person, two without one are not told apart', () => {
  expect(plan([{ name: 'Nguyễn Văn An', unit: 'NV2', code: 'CB2' }], [an])).toEqual(['2 add', '0 missing an'])
  const twins = [uncoded, { ...uncoded, id: 'an2' }]
  expect(plan([{ name: 'Nguyễn Văn An', unit: 'NV2' }], twins)[0]).toContain('reject nhiều người trùng họ tên')
})

test('the same person twice in a list is one', () => {
  const row = { name: 'Lê Thị Cúc', unit: 'NV2' }
  expect(plan([row, { ...row, name: 'LÊ THỊ CÚC' }])).toEqual(['2 add', '3 reject trùng với dòng 2'])
  expect(
    plan(
      [{ name: 'Nguyễn Văn An', unit: 'NV3', code: 'CB1' }, row, { name: 'An Ba', unit: 'NV1', code: 'CB1' }],
      [an],
    ).at(2),
  ).toContain('trùng với dòng 2')
})

test('who left comes back, and only the units of the list are looked through for who is missing', () => {
  expect(plan([{ name: 'Nguyễn Văn An', unit: 'NV2' }], [{ ...an, left: true }])[0]).toContain('2 change an')
  expect(plan([{ name: 'Lê Thị Cúc', unit: 'NV3' }], [an])).toEqual(['2 add'])
})

test.each([
  [{ unit: 'NV2' }, 'thiếu họ tên'],
  [{ name: 'Lê Thị Cúc' }, 'thiếu đơn vị'],
  [{ name: 'Cúc', unit: 'NV2' }, 'chưa đủ họ và tên'],
  [{ name: 'Lê Thị Cúc 2', unit: 'NV2' }, 'không phải họ tên'],
  [{ name: '=HYPERLINK("x")', unit: 'NV2' }, 'không phải họ tên'],
  [{ name: `Lê ${'Cúc '.repeat(50)}`, unit: 'NV2' }, 'ký tự'],
  [{ name: 'Lê Thị Cúc', unit: 'Phòng 99' }, 'không có đơn vị'],
  [{ name: 'Lê Thị Cúc', unit: 'Thanh tra huyện Thới Bình' }, 'nay là Phòng Nghiệp vụ 1'],
  [{ name: 'Lê Thị Cúc', unit: 'NV2', phone: '123' }, 'không đọc được'],
])('%j is rejected with its reason', (cells, why) => {
  expect(plan([cells as Record<string, string>])[0]).toMatch(new RegExp(`^2 reject .*${why}`))
})

test('a name may stand in two columns and with its title', () => {
  const record = { row: 2, cells: { family: 'TS. Lê Thị', name: 'Cúc', unit: 'NV2' } }
  expect([...planRoster([record], [], campaign, day)]).toMatchObject([{ facts: { name: 'Lê Thị Cúc' } }])
  expect(nameKey('ĐẶNG  Thị Ánh')).toBe('dang thi anh')
})

test.each([
  ['0912 345 678', '+84912345678'],
  ['912345678', '+84912345678'],
  ['+84 912.345.678', '+84912345678'],
  ['0912345678 / 0987654321', '+84912345678'],
  ['(0290) 3831-234', '+842903831234'],
  ['không có', ''],
  ['12', ''],
])('the number %s is %s', (words, phone) => {
  expect(readPhone(words)).toBe(phone)
})
