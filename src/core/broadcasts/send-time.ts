import { addDays, type Day, dayAt, isWorkingDay, momentOf, timeAt } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { readClock } from './read-clock.ts'
import { readDay } from './read-day.ts'
import { timeWords } from './time-words.ts'

export type SendTime =
  | { readonly kind: 'at'; readonly at: Date }
  /** Understood, and over. */
  | { readonly kind: 'past'; readonly at: Date }
  /** A day that is over, without a time. */
  | { readonly kind: 'past-day'; readonly day: Day }
  /** One of the two is meant, and the words do not say which. */
  | { readonly kind: 'either'; readonly one: Date; readonly other: Date }
  /** A day without its time. */
  | { readonly kind: 'no-time'; readonly day: Day }
  | { readonly kind: 'no-such-day' }
  /** At once. */
  | { readonly kind: 'now' }
  /** "Bay gio" without its accents: now, or at seven. */
  | { readonly kind: 'now-or-seven' }
  | { readonly kind: 'unclear' }

/**
 * "16h30", "8h ngày mai", "4 giờ chiều 20/11", "16h ngày 20 tháng 11": the moment that is meant, by the clock there, with
 * or without diacritics. Nothing is guessed: words that are not understood make it unclear, and where two moments to come
 * fit, both are given. Where only the day is missing it is today; where only the year is, the next such day within half
 * a year, else a past one.
 */
export function readSendTime(typed: string, now: Date, timezone: string): SendTime {
  const today = dayAt(now, timezone)
  const words = timeWords(typed)
  if (isNow(words)) return { kind: 'now' }
  if (/^(?:(?:gui|luc|vao) )*bay gio$/.test(words)) return { kind: 'now-or-seven' }
  const said = readDay(words, today)
  if (said === 'no-such-day') return { kind: 'no-such-day' }
  if (said === undefined) return { kind: 'unclear' }
  const clock = readClock(said.rest)
  if (clock === undefined) return { kind: 'unclear' }
  if (clock.kind === 'later') return said.days.length > 0 ? { kind: 'unclear' } : later(clock.minutes, now)
  const days = said.days.length > 0 ? said.days : [today]
  if (clock.kind === 'none') return withoutTime(said.days, today)
  // Midnight belongs to two days: with a day named, either may be meant; without one, it is the next.
  const midnight = said.days.length > 0 ? [0, 1] : [1]
  const offsets = clock.kind === 'midnight' ? midnight : [0]
  const times = clock.kind === 'midnight' ? ['00:00'] : clock.times
  const moments = days.flatMap((day) =>
    offsets.flatMap((offset) => times.map((time) => momentOf(addDays(day, offset), time, timezone))),
  )
  return chosen(moments, now)
}

/** "Ngay bây giờ", "gửi luôn", "thôi gửi ngay đi". */
function isNow(words: string): boolean {
  return (
    /^(?:(?:thoi|u|ok|ma|hay|thi|xin|gui|send|it|tin|nay|this|di|luon|ngay|now|rightnow|lap tuc|tuc thi|khong hen nua|ngay bay gio|right)(?: |$))+$/.test(
      words,
    ) &&
    /\b(?:luon|ngay|now|rightnow|lap tuc|tuc thi)\b/.test(words) &&
    !/\bngay (?:this|nay)\b/.test(words)
  )
}

function later(minutes: number, now: Date): SendTime {
  const at = new Date(now.getTime() + minutes * 60_000)
  // The clock of the office knows no seconds.
  return { kind: 'at', at: new Date(Math.ceil(at.getTime() / 60_000) * 60_000) }
}

function withoutTime(days: readonly Day[], today: Day): SendTime {
  const [day] = days
  if (day === undefined) return { kind: 'unclear' }
  return days.every((one) => one < today) ? { kind: 'past-day', day } : { kind: 'no-time', day }
}

/** What is over cannot be meant, as long as something else can. */
function chosen(moments: readonly Date[], now: Date): SendTime {
  const coming = moments.filter((one) => one > now)
  const [one, other] = coming
  const last = moments.at(-1)
  if (one && other) return { kind: 'either', one, other }
  if (one) return { kind: 'at', at: one }
  return last ? { kind: 'past', at: last } : { kind: 'unclear' }
}

/** Whether people would be at work or at least awake to it: not before seven, after twenty, or on a day off. */
export function isOfficeHours(at: Date, timezone: string, campaign: Pick<Campaign, 'holidays' | 'workdays'>): boolean {
  const time = timeAt(at, timezone)
  return isWorkingDay(dayAt(at, timezone), campaign) && time >= '07:00' && time <= '20:00'
}
