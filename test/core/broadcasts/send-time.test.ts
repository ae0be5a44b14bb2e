import { describe, expect, test } from 'vitest'
import { isOfficeHours, readSendTime } from '../../../src/core/broadcasts/send-time.ts'

const timezone = 'Asia/Ho_Chi_Minh'
// A Monday.
const now = new Date('2025-11-10T08:00:00+07:00')

const read = (words: string, at = now) => {
  const time = readSendTime(words, at, timezone)
  return time.kind === 'unclear' ? 'unclear' : `${time.kind} ${time.at.toISOString()}`
}
const at = (local: string) => `at ${new Date(`${local}+07:00`).toISOString()}`

describe('the time at which news goes out', () => {
  test.each([
    ['16h30', '2025-11-10T16:30:00'],
    ['16 giờ 30', '2025-11-10T16:30:00'],
    ['16g30', '2025-11-10T16:30:00'],
    ['hẹn lúc 16:30 nhé', '2025-11-10T16:30:00'],
    ['8h ngày mai', '2025-11-11T08:00:00'],
    ['sáng mai 7 rưỡi', undefined],
    ['mai 7 giờ rưỡi', '2025-11-11T07:30:00'],
    ['20/11 8:00', '2025-11-20T08:00:00'],
    ['8:00 20/11', '2025-11-20T08:00:00'],
    ['8h ngày 20/11/2025', '2025-11-20T08:00:00'],
    ['8h 5/1', '2026-01-05T08:00:00'],
    ['2 giờ chiều', '2025-11-10T14:00:00'],
    ['chiều mai 2h', '2025-11-11T14:00:00'],
    ['8h thứ sáu', '2025-11-14T08:00:00'],
    ['8h thứ hai tuần sau', '2025-11-17T08:00:00'],
    ['9h chủ nhật', '2025-11-16T09:00:00'],
    ['8h ngày kia', '2025-11-12T08:00:00'],
    ['tomorrow 8:00', '2025-11-11T08:00:00'],
    ['3pm', '2025-11-10T15:00:00'],
  ])('"%s"', (words, local) => {
    expect(read(words)).toBe(local === undefined ? 'unclear' : at(local))
  })

  test.each(['', 'sớm nhất có thể', '25h', '8h75', 'ngày mai', '31/2 8:00', '8', '99/99 8:00', '0/0 8h'])(
    '"%s" is not one',
    (words) => {
      expect(read(words)).toBe('unclear')
    },
  )

  test.each(['7h', '7:59', '8:00', '8h 9/11', '8h 20/10', '8h 1/1/2020'])('"%s" is over', (words) => {
    expect(read(words)).toMatch(/^past /)
  })

  test('the clock is that of the campaign, whatever the server says', () => {
    expect(readSendTime('0h30', new Date('2025-11-10T17:00:00Z'), timezone)).toEqual({
      kind: 'at',
      at: new Date('2025-11-10T17:30:00Z'),
    })
  })

  test('office hours are those of working days', () => {
    const campaign = { holidays: [{ date: '2025-11-20', name: { vi: 'x' } }], workdays: ['2025-11-15'] }
    const is = (local: string) => isOfficeHours(new Date(`${local}+07:00`), timezone, campaign)
    expect(is('2025-11-10T08:00:00')).toBe(true)
    expect(is('2025-11-10T21:00:00')).toBe(false)
    expect(is('2025-11-16T08:00:00')).toBe(false)
    expect(is('2025-11-20T08:00:00')).toBe(false)
    expect(is('2025-11-15T08:00:00')).toBe(true)
  })
})
