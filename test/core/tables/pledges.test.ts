import { expect, test } from 'vitest'
import type { Person } from '../../../src/core/people/person.ts'
import { createQuickReader } from '../../../src/core/quick/read-quick.ts'
import { planTable, readContent } from '../../../src/core/tables/read-plan.ts'
import type { Table } from '../../../src/core/tables/table.ts'
import { readCampaign, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()
const reader = createQuickReader(campaign)
const day = '2025-11-10'
const who: Person = {
  id: 'hoa',
  role: 'coordinator',
  locale: 'vi',
  remindersOff: false,
  standing: 'verified',
  coordinates: ['NV2'],
}

/** What becomes of each row of the table, or why it cannot be taken. */
function plan(rows: string[][], { person = who, merges = [] as Table['merges'] } = {}) {
  const content = readContent({ rows, formulas: [], merges }, { quick: () => reader, day })
  if ('problem' in content) return translator.say(content.problem, 'vi')
  return [...planTable(content, { person, campaign, day, people: [], standing: [] })].map(
    ({ row, change, facts, why }) =>
      change === 'add' ? { row, ...(facts as object) } : `${row} ${change} ${why && translator.say(why, 'vi')}`,
  )
}

const lan = { subject: 'individual', name: 'Nguyễn Thị Lan', unit: 'NV2', titles: ['LDTT'], commendations: [] }

test('columns stand in any order, with or without accents, below a title', () => {
  expect(plan([['DANH SÁCH ĐĂNG KÝ NĂM 2025'], ['Danh hiệu', 'Họ và tên'], ['LĐTT', 'Nguyễn Thị Lan']])).toEqual([
    { row: 3, ...lan },
  ])
  expect(
    plan([
      ['ho ten', 'danh hieu', 'hinh thuc khen thuong'],
      ['Nguyễn Thị Lan', 'lao dong tien tien', 'GK'],
    ]),
  ).toEqual([{ row: 2, ...lan, commendations: ['GK'] }])
})

test('what somebody has been given is not what they register', () => {
  const rows = [
    ['Họ và tên', 'Danh hiệu đã đạt năm 2024', 'Danh hiệu đăng ký năm 2025'],
    ['Nguyễn Thị Lan', 'CSTĐCS', 'LĐTT'],
  ]
  expect(plan(rows)).toEqual([{ row: 2, ...lan }])
})

test('a heading may be merged with the cell below it, but not with the one beside it', () => {
  const rows = [
    ['Họ và tên', 'Danh hiệu', 'Ghi chú'],
    ['', '', '(nếu có)'],
    ['Nguyễn Thị Lan', 'LĐTT', ''],
  ]
  const down = { from: { row: 0, column: 0 }, to: { row: 1, column: 0 } }
  const across = { from: { row: 0, column: 1 }, to: { row: 0, column: 2 } }
  expect(plan(rows, { merges: [down] })).toEqual([{ row: 3, ...lan }])
  expect(plan(rows, { merges: [across] })).toContain('bị gộp')
})

test('the details of a pledge have columns of their own', () => {
  const rows = [
    ['Họ và tên', 'Chức vụ', 'Danh hiệu', 'Sáng kiến, đề tài', 'Ghi chú'],
    ['Nguyễn Thị Lan', 'Thanh tra viên', 'LĐTT', 'Số hóa hồ sơ', 'lần đầu'],
  ]
  expect(plan(rows)).toEqual([{ row: 2, ...lan, position: 'Thanh tra viên', topic: 'Số hóa hồ sơ', notes: 'lần đầu' }])
})

test('a cell may hold a whole sentence; it must not contradict the other cells', () => {
  const rows = (name: string, unit: string, words: string) => [
    ['Họ và tên', 'Đơn vị', 'Nội dung đăng ký'],
    [name, unit, words],
  ]
  expect(plan(rows('', '', 'Nguyễn Thị Lan, phòng nghiệp vụ 2, đăng ký LĐTT'))).toEqual([{ row: 2, ...lan }])
  expect(plan(rows('Lê Văn Cường', 'NV2', 'Nguyễn Thị Lan đăng ký LĐTT'))).toEqual([
    '2 ask họ tên: cột ghi Lê Văn Cường, nội dung ghi Nguyễn Thị Lan',
  ])
  expect(plan(rows('Nguyễn Thị Lan', 'NV2', 'Nguyễn Thị Lan, văn phòng, đăng ký LĐTT'))).toEqual([
    '2 ask đơn vị: cột ghi Phòng Nghiệp vụ 2, nội dung ghi Văn phòng',
  ])
  expect(plan(rows('Nguyễn Thị Lan', 'NV2', 'LĐTT, TTLĐTT'))).toEqual([
    '2 ask “LĐTT, TTLĐTT” là nhiều bản đăng ký; mỗi dòng ghi một bản',
  ])
})

test('what may be several awards is asked, what is none is rejected', () => {
  const [doubt, none, empty] = plan([
    ['Họ và tên', 'Danh hiệu'],
    ['Nguyễn Thị Lan', 'CSTĐ'],
    ['Lê Văn Cường', 'xuất ngũ'],
    ['Mai Thị Khuê', '-'],
  ])
  expect(doubt).toContain('2 ask danh hiệu, hình thức khen thưởng: “CSTĐ” có thể là Chiến sĩ thi đua cơ sở')
  expect(none).toBe('3 reject danh hiệu, hình thức khen thưởng: không đọc được từ “xuất ngũ”')
  expect(empty).toBe('4 reject danh hiệu, hình thức khen thưởng: ô trống')
})

test('a collective is one that the row names, and gets what collectives get', () => {
  const rows = (name: string, titles: string) => [
    ['Tên cá nhân, tập thể', 'Danh hiệu'],
    [name, titles],
  ]
  const collective = { row: 2, subject: 'collective', name: 'Phòng Nghiệp vụ 2', unit: 'NV2', titles: ['TTLDXS'] }
  expect(plan(rows('Tập thể Phòng Nghiệp vụ 2', 'TTLĐXS'))).toEqual([{ ...collective, commendations: [] }])
  expect(plan(rows('Phòng Nghiệp vụ 2', 'TTLĐXS'))).toEqual([{ ...collective, commendations: [] }])
  expect(plan(rows('Nguyễn Thị Lan', 'TTLĐXS'))).toEqual([
    '2 ask danh hiệu, hình thức khen thưởng: “TTLĐXS” có mục chỉ dành cho tập thể',
  ])
})

test('a coordinator enters people of their own units alone, the office everyone', () => {
  const rows = [
    ['Họ tên', 'Đơn vị', 'Danh hiệu'],
    ['Nguyễn Thị Lan', 'NV3', 'LĐTT'],
  ]
  expect(plan(rows)).toEqual(['2 reject đơn vị: Phòng Nghiệp vụ 3 không thuộc đơn vị đồng chí phụ trách'])
  expect(plan(rows, { person: { ...who, role: 'office', coordinates: [] } })).toEqual([{ row: 2, ...lan, unit: 'NV3' }])
})

test('the same person on two rows is taken once', () => {
  const rows = [['Họ tên', 'Danh hiệu'], ...['LĐTT', 'CSTĐCS'].map((title) => ['Nguyễn Thị Lan', title])]
  expect(plan(rows)).toEqual([{ row: 2, ...lan }, '3 reject trùng với dòng 2'])
})
