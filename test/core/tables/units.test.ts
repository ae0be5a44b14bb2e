import { expect, test } from 'vitest'
import { isWithin } from '../../../src/core/campaign/unit-list.ts'
import { planUnits, withUnits } from '../../../src/core/tables/unit-table.ts'
import { readCampaign, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()

function plan(...rows: readonly Record<string, string>[]) {
  return planUnits(
    rows.map((cells, at) => ({ row: at + 2, cells })),
    campaign,
  )
}

function said(...rows: readonly Record<string, string>[]) {
  return plan(...rows).map(({ row, change, why }) =>
    [row, change, why ? translator.say(why, 'vi') : ''].join(' ').trim(),
  )
}

test('a unit is new or changed, and what a list leaves empty stays', () => {
  const [added, changed] = plan(
    { code: 'nv9', name: 'Phòng 9', aliases: 'p9; nv 9', validFrom: '01/7/2025', staff: '12' },
    { code: 'NV2', name: 'Phòng Nghiệp vụ số 2', parent: 'NV9' },
  )
  expect(added).toMatchObject({
    change: 'add',
    facts: { code: 'NV9', aliases: ['p9', 'nv 9'], validFrom: '2025-07-01', staff: 12 },
  })
  expect(changed).toMatchObject({ change: 'change', facts: { name: 'Phòng Nghiệp vụ số 2', staff: 11, parent: 'NV9' } })
  const after = withUnits(
    campaign,
    [added, changed].flatMap((one) => (one?.facts ? [one.facts] : [])),
  )
  expect(after.units).toHaveLength(campaign.units.length + 1)
  expect(isWithin('NV2', 'NV9', after)).toBe(true)
  expect(said({ code: 'NV2', name: 'Phòng Nghiệp vụ 2' })).toEqual(['2 same'])
})

test.each([
  [{ code: 'A B', name: 'x' }, 'mã “A B”'],
  [{ code: 'NV9' }, 'thiếu tên'],
  [{ code: 'NV9', name: 'x', validFrom: '31/02/2025' }, 'ngày phải viết'],
  [{ code: 'NV9', name: 'x', validFrom: '2025-07-01', validTo: '01/01/2025' }, 'trước ngày bắt đầu'],
  [{ code: 'NV9', name: 'x', staff: 'nhiều' }, 'số người'],
  [{ code: 'NV9', name: 'x', parent: 'NV77' }, 'không có đơn vị mang mã “NV77”'],
  [{ code: 'NV9', name: 'x', successor: 'NV9' }, 'của chính mình'],
])('%j is rejected with its reason', (cells, why) => {
  expect(said(cells as Record<string, string>)[0]).toContain(`2 reject`)
  expect(said(cells as Record<string, string>)[0]).toContain(why)
})

test('a row that leans on a rejected one falls with it, and so does a circle', () => {
  expect(
    said({ code: 'X1', name: 'x', parent: 'X2' }, { code: 'X2', name: 'x', parent: 'X3' }, { code: 'X3' }),
  ).toEqual([
    '2 reject không có đơn vị mang mã “X2”',
    '3 reject không có đơn vị mang mã “X3”',
    '4 reject thiếu tên đơn vị',
  ])
  const circle = said({ code: 'X1', name: 'x', successor: 'X2' }, { code: 'X2', name: 'x', successor: 'X1' })
  expect(circle.every((one) => one.includes('reject'))).toBe(true)
})
