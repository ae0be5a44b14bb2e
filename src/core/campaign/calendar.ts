import { Temporal } from 'temporal-polyfill'
import type { Campaign } from './campaign.ts'

/** A day as in the campaign file, for example `2025-11-23`. Days compare as strings. */
export type Day = string

/** The day that it is there at that moment, whatever the server's own zone. */
export function dayAt(now: Date, timezone: string): Day {
  // Asked several times for each message, and nowhere in the world does a day begin within a minute.
  const minute = Math.floor(now.getTime() / 60_000)
  if (lastDay.minute !== minute || lastDay.timezone !== timezone)
    lastDay = { minute, timezone, day: zoned(now, timezone).toPlainDate().toString() }
  return lastDay.day
}

let lastDay: { minute: number; timezone: string; day: Day } = { minute: Number.NaN, timezone: '', day: '' }

/** The time of day there at that moment, for example `08:05`. */
export function timeAt(now: Date, timezone: string): string {
  return zoned(now, timezone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The moment at which the clock there shows that day and time (`08:00`). */
export function momentOf(day: Day, time: string, timezone: string): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone, plainTime: time })
  return new Date(at.epochMilliseconds)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** `05/7/2024`, `01/01/2025`: a zero stands before days under 10 and months 1 and 2 (Decree 30/2020/NĐ-CP). */
export function writeDay(day: Day): string {
  const { day: date, month, year } = Temporal.PlainDate.from(day)
  return `${pad(date)}/${month <= 2 ? pad(month) : month}/${year}`
}

/** True on a day of work: neither weekend nor holiday, or worked by order to make up for one. */
export function isWorkingDay(day: Day, campaign: Pick<Campaign, 'holidays' | 'workdays'>): boolean {
  if (campaign.workdays.includes(day)) return true
  return weekdayOf(day) <= 5 && !campaign.holidays.some((holiday) => holiday.date === day)
}

/** That day where it is worked, else the last working day before it. */
export function workingDayOnOrBefore(day: Day, campaign: Pick<Campaign, 'holidays' | 'workdays'>): Day {
  let candidate = day
  while (!isWorkingDay(candidate, campaign)) candidate = addDays(candidate, -1)
  return candidate
}

function zoned(now: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
