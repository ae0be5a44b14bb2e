import { worded } from '../campaign/campaign.ts'
import { type Choice, literal, type Text, text } from '../message.ts'
import { grouped, type OfficeDesk, total } from '../pledges/counts.ts'
import { markOf } from '../pledges/life.ts'
import { awardNames, unitName } from '../pledges/pledge.ts'
import { button, shortMenu } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { listButton, phaseText, placeOf } from './unit-list.ts'

/** In one message; the rest is in the spreadsheet. */
const mostUnits = 25

function forOfficeOnly(turn: Turn): Outcome {
  return say({ text: [text('counts-not-yours')], choices: shortMenu(turn) })
}

/** How far the registration of a phase is, by unit and by award. */
export function showCounts(turn: Turn): Outcome {
  const { officeDesk: desk, campaign, person } = turn
  if (!desk) return forOfficeOnly(turn)
  const phase = phaseText(desk.phase, turn)
  const units = desk.rows.filter((row) => row.award === null)
  const lines = unitLines(desk, turn)
  const awards = grouped(
    desk.rows.flatMap((row) => (row.award === null ? [] : [{ ...row, award: row.award }])),
    (row) => row.award,
  ).map(([award, counts]) =>
    text('counts-award', {
      award: awardNames([award], campaign, person.locale),
      all: counts.submitted + counts.confirmed + counts.returned + counts.included,
      confirmed: counts.confirmed + counts.included,
      unverified: counts.unverified,
    }),
  )
  const sum = total(units)
  return say({
    text: [
      text('counts-heading', { ...sum, phase }),
      ...under(lines),
      ...(awards.length > 0 ? under([text('counts-by-award'), ...awards]) : []),
    ],
    choices: [
      [button('counts-export')],
      [{ ...listButton(turn, { phase: desk.phase, state: 'submitted', number: 0 }), label: text('counts-pledges') }],
      ...(sum.confirmed > 0 ? [[closeButton(turn, desk)]] : []),
      campaign.phases
        .filter((one) => one.id !== desk.phase)
        .map((one) => ({
          ...button('unit-counts', undefined, String(placeOf(one.id, turn))),
          label: literal(worded(one.name, person.locale)),
        })),
    ].filter((row) => row.length > 0),
  })
}

function unitLines({ rows, missing }: OfficeDesk, turn: Turn): Text[] {
  const { campaign } = turn
  const counted = new Map(
    grouped(
      rows.filter((row) => row.award === null),
      (row) => row.unit,
    ),
  )
  const codes = [
    ...campaign.units.map((unit) => unit.code).filter((code) => counted.has(code) || code in missing),
    ...[...counted.keys()].filter((code) => campaign.units.every((unit) => unit.code !== code)),
  ]
  const shown = codes.slice(0, mostUnits).map((code) => {
    const counts = counted.get(code) ?? total([])
    const number = missing[code]
    const open = number === undefined ? text('counts-no-roster') : text('counts-missing', { number })
    return text('counts-unit', { ...counts, unit: unitName(code, campaign), missing: open })
  })
  return codes.length > mostUnits ? [...shown, text('counts-more', { more: codes.length - mostUnits })] : shown
}

function closeButton(turn: Turn, desk: OfficeDesk): Choice {
  return {
    ...button('list-close', undefined, String(placeOf(desk.phase, turn))),
    label: text('list-close', { phase: phaseText(desk.phase, turn) }),
  }
}

/** The counts of all phases as a spreadsheet, which comes by itself. */
export function exportCounts(turn: Turn): Outcome {
  if (!turn.officeDesk) return forOfficeOnly(turn)
  return { ...say({ text: [text('counts-coming')] }), effects: [{ kind: 'counts-export' }] }
}

/** Asks once more before the confirmed pledges of a phase are put on a list and locked. */
export function askCloseList(turn: Turn): Outcome {
  const { officeDesk: desk } = turn
  if (!desk) return forOfficeOnly(turn)
  const ready = desk.ready ?? []
  const phase = phaseText(desk.phase, turn)
  if (ready.length === 0) return say({ text: [text('list-nothing', { phase })], choices: [[button('unit-counts')]] })
  const { unverified } = total(desk.rows.filter((row) => row.award === null))
  const yes: Choice = {
    ...button('list-close-yes', 'primary', `${placeOf(desk.phase, turn)}.${markOf(ready)}`),
    label: text('list-close-yes', { count: ready.length }),
    yes: true,
  }
  return say({
    text: [
      text('list-ask', { count: ready.length, phase }),
      ...(unverified > 0 ? [text('list-apart', { unverified })] : []),
    ],
    choices: [[yes], [button('unit-counts', undefined, String(placeOf(desk.phase, turn)))]],
  })
}

/** Closes the list, where it is still exactly those of which it was asked. */
export function closeList(turn: Turn, about: string): Outcome {
  const { officeDesk: desk } = turn
  if (!desk) return forOfficeOnly(turn)
  const ready = desk.ready ?? []
  const [, mark] = about.split('.')
  if (ready.length === 0) return askCloseList(turn)
  if (mark !== markOf(ready)) {
    const again = askCloseList(turn)
    return { ...again, say: again.say.map((one) => ({ ...one, text: [text('list-changed'), ...one.text] })) }
  }
  const list = { phase: desk.phase, state: 'included', number: 0 } as const
  return {
    ...say({
      text: [text('list-done', { count: ready.length, phase: phaseText(desk.phase, turn) })],
      choices: [[listButton(turn, list)], [button('unit-counts')]],
      inPlace: true,
    }),
    effects: [{ kind: 'list-close', phase: desk.phase, pledges: ready }],
  }
}

function under([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce((above, line) => text('form-two-lines', { above, line }), first)] : []
}
