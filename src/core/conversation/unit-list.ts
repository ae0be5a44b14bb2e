import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import { worded } from '../campaign/campaign.ts'
import { phaseForPledge } from '../campaign/state.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { maySendNews } from '../people/person.ts'
import { changedFields, type DeskPledge, type ListPage, listSize, mostAtOnce, type UnitDesk } from '../pledges/desk.ts'
import { pledgeStates } from '../pledges/life.ts'
import { awardNames, detailKey, type Pledge, pledgeDetails, unitName } from '../pledges/pledge.ts'
import { button } from './menu.ts'
import type { Turn } from './turn.ts'

/** `about` of a list's buttons: the phase's place, the state and the page. */
export function readListPage(about: string, turn: Pick<Turn, 'campaign' | 'now' | 'timezone'>): ListPage {
  const [place = '', state = '', page = ''] = about.split('.')
  const phase = turn.campaign.phases[/^\d+$/.test(place) ? Number(place) : -1]
  return {
    phase: (phase ?? phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign)).id,
    state: pledgeStates.find((one) => one === state) ?? 'submitted',
    number: /^\d{1,4}$/.test(page) ? Number(page) : 0,
  }
}

/** One page of the list with what can be done with each pledge. */
export function list(turn: Turn, desk: UnitDesk, before: readonly Text[] = []): Saying {
  const { page, counts, listed } = desk
  const shown = listed.slice(0, listSize)
  const first = page.number * listSize
  const heading = text('desk-list', {
    ...counts,
    phase: phaseText(page.phase, turn),
    state: text(`desk-state-${page.state}`),
  })
  const cards = shown.map((pledge, index) => cardText(pledge, first + index + 1, turn))
  const turning: Choice[] = []
  const at = (number: number, label: string): Choice => ({
    ...listButton(turn, { ...page, number }),
    label: text(label),
    quiet: true,
  })
  if (page.number > 0) turning.push(at(page.number - 1, 'form-page-before'))
  if (listed.length > listSize) turning.push(at(page.number + 1, 'form-page-after'))
  return {
    text: [...before, heading, ...(cards.length > 0 ? cards : [text('desk-list-empty')])],
    choices: [
      ...shown.flatMap((pledge, index) => cardButtons(turn, pledge, first + index + 1)),
      ...(turning.length > 0 ? [turning] : []),
      ...allButton(turn, desk),
      stateButtons(turn, desk),
      phaseButtons(turn, desk),
      ...(turn.person.role === 'coordinator' ? [[button('who-missing')]] : [[button('unit-counts')]]),
    ].filter((row) => row.length > 0),
  }
}

function allButton(turn: Turn, { page, counts }: UnitDesk): Choice[][] {
  if (page.state !== 'submitted' || counts.submitted < 2) return []
  const all = button('confirm-all', undefined, String(placeOf(page.phase, turn)))
  const key = counts.submitted > mostAtOnce ? 'desk-all-first' : 'desk-all'
  return [[{ ...all, label: text(key, { count: Math.min(counts.submitted, mostAtOnce) }) }]]
}

function stateButtons(turn: Turn, { page, counts }: UnitDesk): Choice[] {
  const states = ['submitted', 'confirmed', 'returned', 'included'] as const
  return states
    .filter((state) => state !== page.state && counts[state] > 0)
    .map((state) => ({
      ...listButton(turn, { ...page, state, number: 0 }),
      label: text('desk-tab', { state: text(`desk-state-${state}`), count: counts[state] }),
      quiet: true,
    }))
}

function phaseButtons(turn: Turn, { page }: UnitDesk): Choice[] {
  return turn.campaign.phases
    .filter((phase) => phase.id !== page.phase)
    .map((phase) => ({
      ...listButton(turn, { phase: phase.id, state: 'submitted', number: 0 }),
      label: literal(worded(phase.name, turn.person.locale)),
      quiet: true,
    }))
}

/** What can be done with a pledge of the list; `number` is its place there. */
export function cardButtons(turn: Turn, pledge: DeskPledge, number: number): Choice[][] {
  const act = (
    action: 'pledge-confirm' | 'pledge-return' | 'pledge-reopen' | 'result-open',
    tone?: Choice['tone'],
  ): Choice => ({
    ...button(action, tone, aboutOf(pledge)),
    label: text(`desk-${action}`, { number }),
  })
  switch (pledge.state) {
    case 'submitted':
      return [[act('pledge-confirm', 'primary'), act('pledge-return')]]
    case 'confirmed':
      return [[act('pledge-return')]]
    case 'included':
      return maySendNews(turn.person.role) ? [[act('pledge-reopen'), act('result-open')]] : []
    default:
      return []
  }
}

/** What there is beside the awards is cut after so many characters; the receipt shows all of it. */
const mostOfDetail = 200

/** A pledge in a list: who, what, and what is to be known of it. */
export function cardText(pledge: DeskPledge, number: number, turn: Turn): Text {
  const { campaign, person, timezone } = turn
  const card = text('desk-card', {
    number,
    name: literal(pledge.name),
    subject: text(`pledge-subject-${pledge.subject}`),
    unit: unitName(pledge.unit, campaign),
    titles: awardNames(pledge.titles, campaign, person.locale),
    commendations: awardNames(pledge.commendations, campaign, person.locale),
    code: pledge.code,
    date: writeDay(dayAt(pledge.createdAt, timezone)),
  })
  return under(card, [...detailLines(pledge), ...noteLines(pledge), ...decisionLines(pledge, turn)])
}

/** A pledge in one line, with what is to be known before it is confirmed. */
export function lineText(pledge: DeskPledge, number: number, turn: Turn): Text {
  const { campaign, person } = turn
  const line = text('desk-line', {
    number,
    name: literal(pledge.name),
    unit: unitName(pledge.unit, campaign),
    awards: awardNames([...pledge.titles, ...pledge.commendations], campaign, person.locale),
  })
  return under(line, noteLines(pledge))
}

function under(above: Text, lines: readonly Text[]): Text {
  return lines.reduce((above, line) => text('form-two-lines', { above, line }), above)
}

function detailLines(pledge: DeskPledge): Text[] {
  return pledgeDetails.flatMap((name) => {
    const value = pledge[name]
    if (value === undefined) return []
    const isLong = typeof value === 'string' && value.length > mostOfDetail
    const shown = isLong ? text('desk-cut', { start: value.slice(0, mostOfDetail), code: pledge.code }) : value
    return [text('desk-detail', { label: text(detailKey(name)), value: shown })]
  })
}

function noteLines(pledge: DeskPledge): Text[] {
  const changed = changedFields(pledge).map((field) => text(`desk-field-${field}`))
  const [first, ...others] = changed
  const fields = first && others.reduce((before, one) => text('desk-fields', { before, one }), first)
  return [
    ...(pledge.forOther ? [text('desk-colleague')] : []),
    ...(pledge.sender === 'verified' ? [] : [text(`desk-sender-${pledge.sender}`)]),
    ...(pledge.late ? [text('desk-late')] : []),
    ...(fields && pledge.judged ? [text(`desk-changed-${pledge.judged.kind}`, { fields })] : []),
  ]
}

/** Who decided and why, as its sender and the unit read it. */
export function decisionLines(pledge: Pledge, turn: Turn): Text[] {
  if (!pledge.decidedAt || (pledge.state !== 'confirmed' && pledge.state !== 'returned')) return []
  const by = deciderText(pledge)
  const at = momentText(pledge.decidedAt, turn)
  if (pledge.state === 'confirmed') return [text('life-confirmed-by', { by, at })]
  if (pledge.reason === undefined)
    return [text('life-objected', { by: pledge.decider?.name ?? text('people-nameless'), at })]
  return [text('life-returned-by', { by, at, reason: literal(pledge.reason) })]
}

export function deciderText({ decider }: Pledge): Text {
  const role = decider && maySendNews(decider.role) ? text('life-by-office') : text('life-by-unit')
  return decider?.name === undefined ? role : text('life-by-name', { name: literal(decider.name), role })
}

export function momentText(at: Date, { timezone }: Pick<Turn, 'timezone'>): Text {
  return literal(`${timeAt(at, timezone)} ${writeDay(dayAt(at, timezone))}`)
}

export function phaseText(id: string, { campaign, person }: Pick<Turn, 'campaign' | 'person'>): Text {
  const phase = campaign.phases.find((one) => one.id === id)
  return literal(phase ? worded(phase.name, person.locale) : id)
}

/** What a button about a pledge carries. */
export function aboutOf({ code, version }: Pick<Pledge, 'code' | 'version'>): string {
  return `${code}:${version}`
}

/** Which phase of the campaign it is, from 0: short enough for a button. */
export function placeOf(phase: string, { campaign }: Pick<Turn, 'campaign'>): number {
  return campaign.phases.findIndex((one) => one.id === phase)
}

export function listButton(turn: Pick<Turn, 'campaign'>, { phase, state, number }: ListPage): Choice {
  return button('unit-list', undefined, `${placeOf(phase, turn)}.${state}.${number}`)
}
