import { dayAt, writeDay } from '../campaign/calendar.ts'
import { type Locale, worded } from '../campaign/campaign.ts'
import { phaseForPledge } from '../campaign/state.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import type { Missing } from '../pledges/desk.ts'
import { unitName } from '../pledges/pledge.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { forCoordinators } from './unit-desk.ts'
import { phaseText } from './unit-list.ts'

const pageSize = 20

/** Who of the coordinator's roster has no pledge in the present phase, with one tap to remind those who can be reminded. */
export function showMissing(turn: Turn, about: string): Outcome {
  const missing = turn.unitDesk?.missing
  if (!missing) return forCoordinators()
  const phase = phaseText(phaseOf(turn), turn)
  if (missing.length === 0) {
    const words = turn.unitDesk?.roster === 0 ? text('missing-no-roster') : text('missing-none', { phase })
    return say({ text: [words], choices: [[button('unit-pledges')]] })
  }
  const inAll = turn.unitDesk?.missingInAll ?? missing.length
  const last = Math.ceil(missing.length / pageSize) - 1
  const page = Math.min(/^\d{1,3}$/.test(about) ? Number(about) : 0, last)
  const shown = missing.slice(page * pageSize, (page + 1) * pageSize)
  const lines = shown.map((one, index) => line(one, page * pageSize + index + 1, turn))
  const open = missing.filter((one) => one.state === 'open')
  const turning: Choice[] = []
  const at = (number: number, label: string): Choice => ({
    ...button('who-missing', undefined, String(number)),
    label: text(label),
    quiet: true,
  })
  if (page > 0) turning.push(at(page - 1, 'form-page-before'))
  if (page < last) turning.push(at(page + 1, 'form-page-after'))
  const remind: Choice = {
    ...button('missing-remind', 'primary'),
    label: text('missing-remind', { count: open.length }),
  }
  return say({
    text: [
      text('missing-list', { count: inAll, phase }),
      ...(inAll > missing.length ? [text('missing-cut', { count: missing.length })] : []),
      ...under(lines),
    ],
    choices: [
      ...(turning.length > 0 ? [turning] : []),
      ...(open.length > 0 ? [[remind]] : []),
      [button('unit-pledges')],
    ],
    inPlace: about !== '',
  })
}

/** Reminds exactly those who can be and were not reminded today; the ledger holds that to once a day. */
export function remindMissing(turn: Turn): Outcome {
  const missing = turn.unitDesk?.missing
  if (!missing) return forCoordinators()
  const open = missing.filter((one) => one.state === 'open')
  const count = (state: Missing['state']) => missing.filter((one) => one.state === state).length
  const left = { reminded: count('reminded'), accountless: count('no-account'), off: count('off') }
  if (open.length === 0)
    return say({ text: [text('missing-nobody-to-remind', left)], choices: [[button('unit-pledges')]] })
  return {
    ...say({
      text: [text('missing-reminded-now', { count: open.length, ...left })],
      choices: [[button('unit-pledges')]],
    }),
    effects: [
      {
        kind: 'missing-remind',
        phase: phaseOf(turn),
        day: dayAt(turn.now, turn.timezone),
        people: open.map((one) => one.personId),
      },
    ],
  }
}

/** What those who are reminded read. */
export function missingSaying({ campaign, now, timezone }: Turn, locale: Locale): Saying {
  const phase = phaseForPledge(dayAt(now, timezone), campaign)
  return {
    text: [text('missing-ask', { phase: literal(worded(phase.name, locale)), date: writeDay(phase.close) })],
    choices: [[button('register', 'primary')], [button('reminders-off')]],
  }
}

function line(one: Missing, number: number, { campaign }: Turn): Text {
  return text(`missing-${one.state}`, { number, name: literal(one.name), unit: unitName(one.unit, campaign) })
}

function under([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce((above, line) => text('form-two-lines', { above, line }), first)] : []
}

function phaseOf(turn: Turn): string {
  return phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign).id
}
