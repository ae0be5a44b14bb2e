import { describe, expect, test } from 'vitest'
import { isOfficeHours, readSendTime } from '../../../src/core/broadcasts/send-time.ts'

const timezone = 'Asia/Ho_Chi_Minh'
// A Monday.
const now = new Date('2025-11-10T08:00:00+07:00')

const read = (words: string, at = now) => {
  const time = readSendTime(words, at, timezone)
  switch (time.kind) {
    case 'at':
      return local(time.at)
    case 'past':
      return `past ${local(time.at)}`
    case 'either':
      return `${local(time.one)} or ${local(time.other)}`
    case 'no-time':
    case 'past-day':
      return `${time.kind} ${time.day}`
    default:
      return time.kind
  }
}
const local = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
const withoutAccents = (words: string) =>
  words.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

const clear: [string, string][] = [
  ['16h30', '11-10 16:30'],
  ['16 giờ 30', '11-10 16:30'],
  ['16 giờ 30 phút', '11-10 16:30'],
  ['16g30', '11-10 16:30'],
  ['16 h', '11-10 16:00'],
  ['hẹn lúc 16:30 nhé', '11-10 16:30'],
  ['gửi vào 16h giúp em ạ', '11-10 16:00'],
  ['gửi cho tôi lúc 16h', '11-10 16:00'],
  ['8h ngày mai', '11-11 08:00'],
  ['mai 7h30', '11-11 07:30'],
  ['mai 7 giờ rưỡi', '11-11 07:30'],
  ['sáng mai 7 rưỡi', '11-11 07:30'],
  ['7h30 sáng mai', '11-11 07:30'],
  ['tám giờ sáng mai', '11-11 08:00'],
  ['9 giờ kém 15 sáng mai', '11-11 08:45'],
  ['20/11 8:00', '11-20 08:00'],
  ['8:00 20/11', '11-20 08:00'],
  ['8h ngày 20/11/2025', '11-20 08:00'],
  ['8h 20/11/25', '11-20 08:00'],
  ['2025-11-20 08:00', '11-20 08:00'],
  ['20-11 8h', '11-20 08:00'],
  ['16h ngày 20 tháng 11', '11-20 16:00'],
  ['ngày 20 tháng 11 lúc 16h', '11-20 16:00'],
  ['8 giờ 30 ngày 20 tháng 11 năm 2025', '11-20 08:30'],
  ['8h ngày 20', '11-20 08:00'],
  ['8h ngày 5', '12-05 08:00'],
  ['8h mùng 5 tháng sau', '12-05 08:00'],
  ['20/11 lúc 4 giờ chiều', '11-20 16:00'],
  ['4h chiều 20/11', '11-20 16:00'],
  ['8h 5/1', '01-05 08:00'],
  ['2 giờ chiều', '11-10 14:00'],
  ['2 rưỡi chiều', '11-10 14:30'],
  ['chiều mai 2h', '11-11 14:00'],
  ['1h trưa', '11-10 13:00'],
  ['12h trưa', '11-10 12:00'],
  ['12h', '11-10 12:00'],
  ['8h tối', '11-10 20:00'],
  ['tối nay 8h', '11-10 20:00'],
  ['8h tối nay', '11-10 20:00'],
  ['8h tối mai', '11-11 20:00'],
  ['11 giờ đêm', '11-10 23:00'],
  ['12h đêm', '11-11 00:00'],
  ['12 giờ đêm nay', '11-11 00:00'],
  ['nửa đêm', '11-11 00:00'],
  ['24h', '11-11 00:00'],
  ['02:00 mai', '11-11 02:00'],
  ['8h thứ sáu', '11-14 08:00'],
  ['8h sáng thứ sáu', '11-14 08:00'],
  ['sáng thứ sáu lúc 8h', '11-14 08:00'],
  ['8h thứ sáu tuần này', '11-14 08:00'],
  ['8h thứ sáu tuần sau', '11-21 08:00'],
  ['8h thứ sáu tuần tới', '11-21 08:00'],
  ['8h thứ sáu ngày 14/11', '11-14 08:00'],
  ['thứ 6, 8h', '11-14 08:00'],
  ['8h t6', '11-14 08:00'],
  ['8h thứ ba', '11-11 08:00'],
  ['8h thứ tư', '11-12 08:00'],
  ['8h sáng thứ hai', '11-17 08:00'],
  ['8h thứ hai tuần sau', '11-17 08:00'],
  ['9h chủ nhật', '11-16 09:00'],
  ['8h ngày kia', '11-12 08:00'],
  ['30 phút nữa', '11-10 08:30'],
  ['2 tiếng nữa', '11-10 10:00'],
  ['1 tiếng rưỡi nữa', '11-10 09:30'],
  ['nửa tiếng nữa', '11-10 08:30'],
  ['sau 2 giờ', '11-10 10:00'],
  ['3 ngày nữa lúc 8h', '11-13 08:00'],
  ['16.30', '11-10 16:30'],
  ['9.30 ngày mai', '11-11 09:30'],
  ['8h 20.11', '11-20 08:00'],
  ['mười lăm giờ', '11-10 15:00'],
  ['mười bảy giờ', '11-10 17:00'],
  ['hai mươi giờ', '11-10 20:00'],
  ['mười sáu giờ ba mươi', '11-10 16:30'],
  ['bảy giờ sáng mai', '11-11 07:00'],
  ['8h sáng mồng 5/12', '12-05 08:00'],
  ['9h 15 ph', '11-10 09:15'],
  ['16h30 nhé đồng chí', '11-10 16:30'],
  ['ừ 16h30', '11-10 16:30'],
  // One of the two is over.
  ['4 giờ', '11-10 16:00'],
  ['tomorrow 8:00', '11-11 08:00'],
  ['3pm', '11-10 15:00'],
  ['8am friday', '11-14 08:00'],
  ['next friday 8:00', '11-14 08:00 or 11-21 08:00'],
]

describe('the time at which news goes out', () => {
  test.each(clear)('"%s"', (words, meant) => {
    expect(read(words)).toBe(meant)
    expect(read(words.toUpperCase())).toBe(meant)
    expect(read(words.normalize('NFD'))).toBe(meant)
  })

  test.each(clear)('"%s" without accents', (words, meant) => {
    expect(read(withoutAccents(words))).toBe(meant)
  })

  test.each([
    ['4h mai', '11-11 04:00 or 11-11 16:00'],
    ['12h đêm 20/11', '11-20 00:00 or 11-21 00:00'],
    ['16h thứ hai', '11-10 16:00 or 11-17 16:00'],
    ['8h thứ sáu tới', '11-14 08:00 or 11-21 08:00'],
  ])('"%s" may be either of two', (words, meant) => {
    expect(read(words)).toBe(meant)
  })

  test.each([
    ['ngày 20', 'no-time 2025-11-20'],
    ['ngay 20', 'no-time 2025-11-20'],
    ['ngày mai', 'no-time 2025-11-11'],
    ['sáng mai', 'no-time 2025-11-11'],
    ['tối nay', 'no-time 2025-11-10'],
    ['20/11', 'no-time 2025-11-20'],
    ['hôm qua', 'past-day 2025-11-09'],
    ['hom qua', 'past-day 2025-11-09'],
  ])('"%s" has no time', (words, meant) => {
    expect(read(words)).toBe(meant)
  })

  test.each([
    'ngay bây giờ',
    'bây giờ',
    'gửi luôn',
    'gửi ngay',
    'thôi gửi ngay',
    'gửi ngay bây giờ nhé',
    'ngay lập tức',
    'send it now',
  ])('"%s" is now', (words) => {
    expect(read(words)).toBe('now')
  })

  test.each(['bay gio', 'gửi bay gio'])('"%s" is now or at seven', (words) => {
    expect(read(words)).toBe('now-or-seven')
  })

  test('seven with its accent is seven', () => {
    expect(read('bảy giờ', new Date('2025-11-10T06:00:00+07:00'))).toBe('11-10 07:00')
  })

  test.each(['31/11 8h', '31/2 8:00', 'ngày 31 8h', '99/99 8:00', '0/0 8h'])('"%s" is no day', (words) => {
    expect(read(words)).toBe('no-such-day')
  })

  test.each([
    '',
    'không gửi ngay',
    'ngày này',
    'gửi',
    'sớm nhất có thể',
    '25h',
    '8h75',
    '8',
    '8h hoặc 9h',
    '8h-9h',
    '16h sáng',
    '8h sáng chiều',
    'thứ năm 14/11 8h',
    'thu hai toi 8h',
    '8h cuối tháng',
    '8h mùng 5 Tết',
    'trước 8h mai',
    '8h hằng ngày',
    '8h20 21 22',
    'thu sau toi 8h',
    '12h sáng',
  ])('"%s" is not one', (words) => {
    expect(read(words)).toBe('unclear')
  })

  test.each([
    '7h',
    '7:59',
    '8:00',
    '8h 9/11',
    '8h 20/10',
    '8h 1/1/2020',
    '8h hôm qua',
    '8h sáng qua',
    '8h thứ hai tuần này',
  ])('"%s" is over', (words) => {
    expect(read(words)).toMatch(/^past /)
    expect(read(withoutAccents(words))).toMatch(/^past /)
  })

  test('the clock is that of the campaign, whatever the server says', () => {
    expect(readSendTime('0h30', new Date('2025-11-10T17:00:00Z'), timezone)).toEqual({
      kind: 'at',
      at: new Date('2025-11-10T17:30:00Z'),
    })
  })

  test('office hours are those of working days', () => {
    const campaign = { holidays: [{ date: '2025-11-20', name: { vi: 'x' } }], workdays: ['2025-11-15'] }
    const is = (when: string) => isOfficeHours(new Date(`${when}+07:00`), timezone, campaign)
    expect(is('2025-11-10T08:00:00')).toBe(true)
    expect(is('2025-11-10T19:30:00')).toBe(true)
    expect(is('2025-11-10T20:01:00')).toBe(false)
    expect(is('2025-11-10T06:59:00')).toBe(false)
    expect(is('2025-11-16T08:00:00')).toBe(false)
    expect(is('2025-11-20T08:00:00')).toBe(false)
    expect(is('2025-11-15T08:00:00')).toBe(true)
  })
})
