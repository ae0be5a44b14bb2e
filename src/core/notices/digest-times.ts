import { isOfficeHours } from '../broadcasts/send-time.ts'
import { addDays, dayAt, isWorkingDay, momentOf } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'

type Calendar = Pick<Campaign, 'holidays' | 'workdays'>

/** When what has gathered is told, on working days. */
const times = ['08:00', '14:00'] as const

/** How long a returned pledge waits: the coordinator may have more of the same person's. */
const soonMs = 5 * 60_000

/** The next time after that moment at which what has gathered is told. */
export function digestAfter(moment: Date, timezone: string, campaign: Calendar): Date {
  for (let day = dayAt(moment, timezone); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, campaign)) continue
    const next = times.map((time) => momentOf(day, time, timezone)).find((at) => at > moment)
    if (next) return next
  }
}

/** Five minutes after that moment where people are at work then, else when they next are told. */
export function soonInOfficeHours(moment: Date, timezone: string, campaign: Calendar): Date {
  const soon = new Date(moment.getTime() + soonMs)
  return isOfficeHours(soon, timezone, campaign) ? soon : digestAfter(moment, timezone, campaign)
}
