import { addDays, type Day, momentOf, workingDayOnOrBefore } from '../campaign/calendar.ts'
import type { Campaign, Phase, ReminderRule } from '../campaign/campaign.ts'

/** One appointed time of one rule. */
export interface Occurrence {
  /** The same for the same rule, phase, closing date and day, however often it is worked out. */
  readonly key: string
  readonly rule: ReminderRule
  readonly phase: Phase
  readonly day: Day
  readonly dueAt: Date
  /** When the phase is over and a reminder of its closing would be late. */
  readonly endsAt: Date
}

/** Down for longer than this, a reminder is no longer sent: late news of a date is worse than none. */
const catchUpMs = 24 * 60 * 60 * 1000

/** Every reminder of the campaign, earliest first. A day of rest moves back; two that meet on one day are one. */
export function occurrences(campaign: Campaign, timezone: string): Occurrence[] {
  const all = new Map<string, Occurrence>()
  for (const rule of campaign.reminders)
    for (const phase of campaign.phases)
      for (const days of rule.days) {
        const endsAt = momentOf(addDays(phase.close, 1), '00:00', timezone)
        const day = workingDayOnOrBefore(addDays(phase.close, -days), campaign)
        const key = `reminder:${campaign.id}:${rule.id}:${phase.id}:${phase.close}:${day}`
        all.set(key, { key, rule, phase, day, dueAt: momentOf(day, rule.at, timezone), endsAt })
      }
  return [...all.values()].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.key.localeCompare(b.key))
}

export interface DueOccurrences {
  readonly fire: readonly Occurrence[]
  readonly expire: readonly Occurrence[]
}

/** Which of the occurrences that have not run are to be sent now, and which came too late to be of use. */
export function dueAt(now: Date, pending: readonly Occurrence[]): DueOccurrences {
  const due = pending.filter((one) => one.dueAt <= now)
  const fresh = due.filter((one) => now.getTime() - one.dueAt.getTime() <= catchUpMs && now < one.endsAt)
  // After a stop over several dates only the last one speaks: the earlier say the same with an old count of days.
  const last = new Map(fresh.map((one) => [`${one.rule.id}:${one.phase.id}`, one]))
  const fire = [...last.values()]
  return { fire, expire: due.filter((one) => !fire.includes(one)) }
}

/** The next moment at which anything is due, for the display of a schedule. */
export function nextAfter(now: Date, all: readonly Occurrence[]): Date | undefined {
  return all.find((one) => one.dueAt > now)?.dueAt
}
