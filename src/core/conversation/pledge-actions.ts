import { dayAt, writeDay } from '../campaign/calendar.ts'
import { worded } from '../campaign/campaign.ts'
import { phaseForPledge } from '../campaign/state.ts'
import type { Given } from '../forms/engine.ts'
import type { FormState } from '../forms/form.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { isOpen, stands } from '../pledges/life.ts'
import {
  awardNames,
  detailKey,
  type Pledge,
  type PledgeContent,
  pledgeDetails,
  undoMinutes,
  unitName,
} from '../pledges/pledge.ts'
import { isOwn, type Said, storedWhose } from '../pledges/whose.ts'
import { showEntered } from './entered-actions.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { aboutOf, decisionLines } from './unit-list.ts'

/** A pledge as its owner reads it. */
export function pledgeCard(pledge: PledgeContent & Pick<Pledge, 'forOther'>, turn: Turn): Text {
  const { campaign, person } = turn
  const card = text('pledge-card', {
    subject: text(`pledge-subject-${pledge.subject}`),
    name: pledge.name,
    unit: unitName(pledge.unit, campaign),
    titles: awardNames(pledge.titles, campaign, person.locale),
    commendations: awardNames(pledge.commendations, campaign, person.locale),
  })
  const lines = pledgeDetails.flatMap((name) => {
    const value = pledge[name]
    return value === undefined ? [] : [text('pledge-card-line', { label: text(detailKey(name)), value })]
  })
  const marked = pledge.forOther ? [...lines, text('pledge-card-colleague')] : lines
  return marked.reduce((above, line) => text('form-two-lines', { above, line }), card)
}

/** Of somebody who entered a whole unit, the last ones; the others stand in the unit's list. */
const mostShown = 10

/** The person's own pledges of this campaign and what others sent for them, each with what can be done with it. */
export function showPledges(turn: Turn): Outcome {
  const entered = turn.entered?.length ? showEntered(turn) : []
  if (turn.pledges.length === 0 && entered.length > 0) return { say: entered, effects: [] }
  if (turn.pledges.length === 0) {
    const unfinished = turn.form?.dialogue === 'pledge'
    const choice = unfinished ? button('resume', 'primary') : button('register', 'primary')
    return say({ text: [text(unfinished ? 'pledge-only-draft' : 'pledge-nothing-yet')], choices: [[choice]] })
  }
  const shown = turn.pledges.slice(-mostShown)
  const more = turn.pledges.length - shown.length
  const before =
    more > 0 ? [{ text: [text('entered-more', { count: shown.length })], choices: [[button('unit-pledges')]] }] : []
  return { say: [...before, ...shown.map((pledge) => pledgeStatus(pledge, turn)), ...entered], effects: [] }
}

function pledgeStatus(pledge: Pledge, turn: Turn): Saying {
  const phase = turn.campaign.phases.find((one) => one.id === pledge.phase)
  const heading = text(`pledge-status-${pledge.state}`, {
    code: pledge.code,
    phase: phase ? literal(worded(phase.name, turn.person.locale)) : pledge.phase,
    date: writeDay(dayAt(pledge.updatedAt, turn.timezone)),
  })
  const late = pledge.late ? [text('pledge-note-late')] : []
  const life = [...decisionLines(pledge, turn), ...changeNotes(pledge), ...resultLines(pledge, turn)]
  return { text: [heading, pledgeCard(pledge, turn), ...late, ...life], choices: statusButtons(pledge) }
}

function statusButtons(pledge: Pledge): Choice[][] {
  if (!stands(pledge)) return [[button('register')]]
  return isOpen(pledge) ? [pledgeButtons(pledge)] : []
}

/** What the owner can do with a pledge that was sent; what was returned is changed and sent anew. */
export function pledgeButtons(pledge: Pick<Pledge, 'code'> & Partial<Pick<Pledge, 'state'>>): Choice[] {
  const change = button('change-pledge', pledge.state === 'returned' ? 'primary' : undefined, pledge.code)
  const changing = pledge.state === 'returned' ? { ...change, label: text('life-change-and-send') } : change
  return [changing, button('withdraw-pledge', 'danger', pledge.code)]
}

/** What changing it would mean, said before it is changed. */
export function changeNotes({ state }: Pick<Pledge, 'state'>): Text[] {
  if (state === 'confirmed') return [text('life-change-unconfirms')]
  return state === 'included' ? [text('life-locked')] : []
}

function resultLines({ results }: Pledge, { campaign, person }: Turn): Text[] {
  return results.map(({ award, outcome, higher }) =>
    text(`life-result-${outcome}`, {
      award: awardNames([award], campaign, person.locale),
      ...(higher !== undefined && { higher: awardNames([higher], campaign, person.locale) }),
    }),
  )
}

/** Asks before withdrawing; with several pledges and none named, asks which. */
export function askWithdraw(turn: Turn, code: string): Outcome {
  return withOwn(turn, code, 'withdraw-pledge', (pledge) =>
    say({
      text: [text('withdraw-ask', { code: pledge.code }), pledgeCard(pledge, turn), ...decisionLines(pledge, turn)],
      choices: [[{ ...button('withdraw-yes', 'danger', aboutOf(pledge)), yes: true }], [button('my-pledge')]],
    }),
  )
}

/** `about` is the pledge as it was asked about; one that has changed since is asked about again. */
export function withdraw(turn: Turn, about: string): Outcome {
  const [code = '', version] = about.split(':')
  return withOwn(turn, code, 'withdraw-pledge', (pledge) => {
    if (version !== String(pledge.version)) return askWithdraw(turn, code)
    return {
      say: [{ text: [text('withdraw-done', { code: pledge.code })], choices: [[button('register')]], inPlace: true }],
      effects: [{ kind: 'withdraw-pledge', id: pledge.id, version: pledge.version }],
    }
  })
}

/** Whether what was sent can still be taken back as if it had not been: nobody has worked with it yet. */
export function isUndoable(pledge: Pledge, now: Date): boolean {
  const isFresh = now.getTime() - pledge.createdAt.getTime() <= undoMinutes * 60_000
  return isFresh && pledge.state === 'submitted' && pledge.updatedAt.getTime() === pledge.createdAt.getTime()
}

/** Finds the person's own standing pledge by its code; nobody reaches another's, whatever a button says. */
export function withOwn(
  turn: Turn,
  code: string,
  action: 'change-pledge' | 'withdraw-pledge',
  then: (pledge: Pledge) => Outcome,
): Outcome {
  const standing = turn.pledges.filter(isOpen)
  const meant =
    code === '' ? (standing.length === 1 ? standing[0] : undefined) : standing.find((one) => one.code === code)
  if (meant) return then(meant)
  if (code === '' && standing.length > 1) {
    const choices = standing.map((pledge) => [
      { ...button(action, undefined, pledge.code), label: literal(`${pledge.code} · ${pledge.name}`) },
    ])
    return say({ text: [text('pledge-which')], choices })
  }
  const isLocked = turn.pledges.some((one) => one.state === 'included' && (code === '' || one.code === code))
  if (isLocked) return say({ text: [text('life-locked')], choices: [[button('my-pledge')]] })
  return say({ text: [text('pledge-none-standing')], choices: [[button('my-pledge'), button('register')]] })
}

/** Whether registering would add to a pledge that the person already has in this phase. */
export function standingInPhase(turn: Turn): Pledge | undefined {
  const phase = phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign)
  return turn.pledges.find((one) => stands(one) && one.phase === phase.id && isOwn(one))
}

/** How a form begins for which somebody has said whose pledge it is; of whom no name is known, that stands on the card. */
export function givenWhose(whose: Said | undefined, { person }: Pick<Turn, 'person'>): Given {
  if (whose === undefined) return {}
  return { about: { whose }, ...(person.name === undefined && { values: { whose }, told: ['whose'] }) }
}

/** A sent pledge as its form begins with it, on the card. */
export function givenPledge(pledge: Pledge, turn: Turn): Given {
  const whose = storedWhose(pledge)
  const { about, values } = givenWhose(whose === 'collective' ? undefined : whose, turn)
  return { values: { ...valuesOf(pledge), ...values }, about: { ...about }, at: 'review' }
}

/** A pledge as the values of its form, for changing it. */
function valuesOf(pledge: Pledge): FormState['values'] {
  return {
    subject: pledge.subject,
    name: pledge.name,
    unit: pledge.unit,
    titles: [...pledge.titles],
    commendations: [...pledge.commendations],
    ...Object.fromEntries(
      pledgeDetails.flatMap((name) => (pledge[name] === undefined ? [] : [[name, String(pledge[name])]])),
    ),
  }
}
