import { expect, test } from 'vitest'
import { certificateRows, type Receipt, reasonOf } from '../../../src/core/broadcasts/certificate.ts'
import { translator } from '../../support/test-app.ts'

const receipt: Receipt = {
  name: null,
  unit: null,
  group: null,
  isPerson: true,
  channel: 'telegram',
  address: 'telegram:1',
  state: 'sent',
  queuedAt: new Date('2025-11-10T01:00:00Z'),
  at: new Date('2025-11-10T01:01:00Z'),
  reason: null,
  attempts: 1,
  doubts: 0,
  acknowledgedAt: null,
}

const rowsOf = (receipts: readonly Receipt[], isOver = true) => [
  ...certificateRows(receipts, {
    say: (sentence) => translator.say(sentence, 'vi'),
    timezone: 'Asia/Ho_Chi_Minh',
    title: 'Họp',
    state: 'đã xong',
    author: 'Trần Thư',
    approver: 'Ngô Minh',
    audience: 'Mọi người',
    unitName: (code) => `Phòng ${code}`,
    writtenAt: new Date('2025-11-10T02:00:00Z'),
    isOver,
  }),
]

test('the certificate has its totals and a line for each recipient, all by one clock', () => {
  const rows = rowsOf([
    { ...receipt, name: 'Lê Nam', unit: '1', acknowledgedAt: new Date('2025-11-10T01:05:00Z') },
    { ...receipt, queuedAt: new Date('2025-11-10T00:59:00Z'), at: new Date('2025-11-10T01:02:00Z'), state: 'failed' },
  ])
  expect(rows.slice(0, 15)).toEqual([
    ['Nội dung', 'Họp'],
    ['Người soạn', 'Trần Thư'],
    ['Người duyệt', 'Ngô Minh'],
    ['Người nhận', 'Mọi người'],
    ['Tình trạng', 'đã xong'],
    ['Bắt đầu gửi', '07:59 10/11/2025'],
    ['Kết thúc', '08:02 10/11/2025'],
    ['Lập lúc', '09:00 10/11/2025'],
    ['Đồng hồ', 'giờ thật của máy chủ (Asia/Ho_Chi_Minh)'],
    ['Tổng số nơi nhận', 2],
    ['Đã gửi', 1],
    ['Không gửi được', 1],
    ['Tổng số đã đọc', 1],
    [],
    expect.arrayContaining(['Họ tên', 'Lý do', 'Nguyên văn lỗi']),
  ])
  expect(rows[15]).toEqual([
    1,
    'Lê Nam',
    'Phòng 1',
    'Telegram',
    'telegram:1',
    'Đã gửi',
    '08:01 10/11/2025',
    '',
    '',
    1,
    0,
    '08:05 10/11/2025',
  ])
  expect(rowsOf([receipt], false)[6]).toEqual(['Kết thúc', ''])
})

test('who gave no name and a group are called what they are', () => {
  const group = { ...receipt, isPerson: false, address: 'telegram:-5' }
  const names = rowsOf([receipt, { ...group, group: 'Phòng 1' }, { ...group, group: '' }]).map((row) => row[1])
  expect(names.slice(-3)).toEqual(['Người dùng Telegram chưa khai tên', 'Nhóm Phòng 1', 'Nhóm'])
})

test('a reason stands in plain words, and beside it as the platform gave it', () => {
  const reason = 'blocked: Forbidden: bot was blocked by the user'
  const row = rowsOf([{ ...receipt, state: 'failed', reason }]).at(-1)
  expect(row?.slice(7, 9)).toEqual(['Người nhận đã chặn trợ lý hoặc đã rời đi', reason])
})

test.each([
  'blocked: x',
  'rejected: x',
  'throttled: x',
  'held: the platform asked us to wait',
  'ambiguous: x',
  'misconfigured: x',
  'unreachable: x (after 16 attempts)',
  'repeated: the same words',
  'stopped between sending and hearing back',
  'cancelled by the office',
  'xyz',
  '',
])('the reason "%s" has words in both languages', (reason) => {
  for (const locale of ['vi', 'en'] as const) {
    const said = translator.say(reasonOf(reason), locale)
    expect(said).not.toContain('delivery-reason')
    expect(said.length).toBeGreaterThan(5)
  }
})
