import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import { type Saying, text } from '../message.ts'
import { consentVersion } from '../people/consent.ts'
import { maySendNews } from '../people/person.ts'
import { isOwn } from '../pledges/whose.ts'
import { occurrences } from '../reminders/occurrences.ts'
import { button } from './menu.ts'
import { type Effect, type Outcome, say, type Turn } from './turn.ts'

/** Turns reminders on or off. What was about to be sent is not; who wants them again agrees to them again. */
export function remind(turn: Turn, off: boolean): Outcome {
  const choices = [[button(off ? 'reminders-on' : 'reminders-off')]]
  const words = text(off ? 'reminders-now-off' : 'reminders-now-on')
  return { ...say({ text: [words], choices }), effects: [{ kind: 'reminders', off }, ...following(turn, off)] }
}

function following({ consents }: Turn, off: boolean): Effect[] {
  if (off) return [{ kind: 'cancel-reminders' }]
  if (consents.some((one) => one.purpose === 'remind')) return []
  return [{ kind: 'consent', purpose: 'remind', version: consentVersion, given: true, way: 'button' }]
}

/** Which reminders are still to come, for this person as things stand. */
export function schedule(turn: Turn): Saying {
  const { campaign, timezone, now, person } = turn
  // As the reminders themselves do: withdrawing was an answer too, and the office is not reminded.
  const done = new Set(turn.pledges.filter(isOwn).map((one) => one.phase))
  const isReminded = !maySendNews(person.role)
  const coming = occurrences(campaign, timezone).filter(
    (one) => isReminded && one.dueAt > now && one.rule.when === 'no-pledge' && !done.has(one.phase.id),
  )
  const dates = coming.map((one) => `${timeAt(one.dueAt, timezone)} ${writeDay(dayAt(one.dueAt, timezone))}`)
  const words = person.remindersOff
    ? text('reminders-are-off')
    : dates.length > 0
      ? text('reminders-coming', { dates: dates.join('; ') })
      : text('reminders-none')
  return { text: [words], choices: [[button(person.remindersOff ? 'reminders-on' : 'reminders-off')]] }
}
