import { button } from '../actions.ts'
import { dayAt, daysBetween, writeDay } from '../campaign/calendar.ts'
import { type Locale, worded } from '../campaign/campaign.ts'
import { literal, type Saying, text } from '../message.ts'
import type { Occurrence } from './occurrences.ts'

/** The reminder as a person reads it: what, by when, why they get it, and one tap to act or to stop. */
export function reminderMessage(occurrence: Occurrence, now: Date, timezone: string, locale: Locale): Saying {
  const { phase, rule } = occurrence
  const args = {
    phase: literal(worded(phase.name, locale)),
    date: writeDay(phase.close),
    days: daysBetween(dayAt(now, timezone), phase.close),
  }
  const act = rule.when === 'unfinished-pledge' ? button('resume', 'primary') : button('register', 'primary')
  const note = rule.note ? [literal(worded(rule.note, locale))] : []
  return {
    text: [text(`reminder-${rule.when}`, args), ...note, text('reminder-why')],
    choices: [[act], [button('reminders-off')]],
  }
}
