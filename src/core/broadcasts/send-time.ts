import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, dayAt, isWorkingDay, momentOf, timeAt, weekdayOf } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'

export type SendTime =
  | { readonly kind: 'at'; readonly at: Date }
  /** Understood, and over. */
  | { readonly kind: 'past'; readonly at: Date }
  | { readonly kind: 'unclear' }

/**
 * "16h30", "8h ngày mai", "20/11 8:00", "chiều thứ sáu 2 giờ": the next moment that is meant, by the clock there. Where
 * only the day is missing, it is today; where only the year is, the next such day within half a year, else a past one.
 */
export function readSendTime(typed: string, now: Date, timezone: string): SendTime {
  const words = typed.normalize('NFC').toLowerCase()
  const clock = readClock(words)
  const day = readDay(words, dayAt(now, timezone))
  if (clock === undefined || day === undefined) return { kind: 'unclear' }
  const at = momentOf(day, clock, timezone)
  return { kind: at > now ? 'at' : 'past', at }
}

function readClock(words: string): string | undefined {
  const spoken = /(?<![\d/])(\d{1,2})\s*(?:giờ|gio|h|g|:)\s*(\d{2}|rưỡi|ruoi)?(?![\d/])/u.exec(words)
  const english = /(?<![\d/:])(\d{1,2})\s*(?=[ap]m\b)/u.exec(words)
  const found = spoken ?? english
  if (!found) return undefined
  const minutes = found[2] === undefined ? 0 : /^\d/.test(found[2]) ? Number(found[2]) : 30
  const afternoon = /(?<!\p{L})(?:chiều|chieu|tối|toi)(?!\p{L})|pm\b/u.test(words)
  const hour = Number(found[1])
  const meant = afternoon && hour < 12 ? hour + 12 : hour
  if (meant > 23 || minutes > 59) return undefined
  return `${String(meant).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const weekdays: readonly [RegExp, number][] = [
  [/\bthu hai\b|\bthu 2\b|\bmonday\b/, 1],
  [/\bthu ba\b|\bthu 3\b|\btuesday\b/, 2],
  [/\bthu tu\b|\bthu 4\b|\bwednesday\b/, 3],
  [/\bthu nam\b|\bthu 5\b|\bthursday\b/, 4],
  [/\bthu sau\b|\bthu 6\b|\bfriday\b/, 5],
  [/\bthu bay\b|\bthu 7\b|\bsaturday\b/, 6],
  [/\bchu nhat\b|\bcn\b|\bsunday\b/, 7],
]

function readDay(words: string, today: Day): Day | undefined {
  const written = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)/.exec(words)
  if (written) return writtenDay(Number(written[1]), Number(written[2]), written[3], today)
  const said = fold(words)
  if (/\bngay kia\b|\bngay mot\b|\bday after tomorrow\b/.test(said)) return addDays(today, 2)
  if (/\bmai\b|\btomorrow\b/.test(said)) return addDays(today, 1)
  const weekday = weekdays.find(([pattern]) => pattern.test(said))?.[1]
  if (weekday !== undefined) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7
    const next = /\btuan (?:sau|toi)\b|\bnext week\b/.test(said)
    // "Thứ sáu tuần sau" lies in the week that begins on the next Monday.
    return addDays(today, next ? 7 - weekdayOf(today) + weekday : ahead)
  }
  return today
}

function writtenDay(day: number, month: number, year: string | undefined, today: Day): Day | undefined {
  const now = Temporal.PlainDate.from(today)
  const inYear = (which: number) => {
    try {
      return Temporal.PlainDate.from({ year: which, month, day }, { overflow: 'reject' })
    } catch {
      return undefined
    }
  }
  if (year !== undefined) return inYear(Number(year))?.toString()
  const here = inYear(now.year)
  // In December "5/1" is next month; in November "20/10" is over, and said to be.
  const isNextYear = here !== undefined && here.until(now, { largestUnit: 'day' }).days > 183
  return (isNextYear ? inYear(now.year + 1) : here)?.toString()
}

/** Whether people would be at work then; the office may still send, and is told. */
export function isOfficeHours(at: Date, timezone: string, campaign: Pick<Campaign, 'holidays' | 'workdays'>): boolean {
  const time = timeAt(at, timezone)
  return isWorkingDay(dayAt(at, timezone), campaign) && time >= '07:00' && time < '17:30'
}
