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
  mostSent,
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
  const card = text(pledge.subject === 'collective' ? 'pledge-card-collective' : 'pledge-card', {
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

const pageSize = 8

/**
 * The person's own pledges of this campaign in one message, of several that stand a line each, and what others sent for
 * them. `about` is the code of the one to open, or the page from 0.
 */
export function showPledges(turn: Turn, about: string): Outcome {
  const meant = turn.pledges.find((one) => one.code === about)
  if (meant) return say(pledgeStatus(meant, turn))

  const entered = turn.entered?.length ? showEntered(turn) : []
  if (turn.pledges.length === 0 && entered.length > 0) return { say: entered, effects: [] }
  if (turn.pledges.length === 0) {
    const unfinished = turn.form?.dialogue === 'pledge'
    const choice = unfinished ? button('resume', 'primary') : button('register', 'primary')
    return say({ text: [text(unfinished ? 'pledge-only-draft' : 'pledge-nothing-yet')], choices: [[choice]] })
  }
  const standing = turn.pledges.filter(stands)
  const main = standing[0] ?? turn.pledges.at(-1)
  if (main && standing.length < 2) {
    const { text: words, choices } = pledgeStatus(main, turn)
    const others = turn.pledges.filter((one) => one !== main).map((one) => statusLine(one, turn))
    const own = { text: [...words, ...under(others)], ...(choices && { choices }) }
    return { say: [own, ...entered], effects: [] }
  }
  const own = listPledges(turn, [...standing, ...turn.pledges.filter((one) => !stands(one))], about)
  return { say: [own, ...(about === '' ? entered : [])], effects: [] }
}

function listPledges(turn: Turn, pledges: readonly Pledge[], about: string): Saying {
  const last = Math.ceil(pledges.length / pageSize) - 1
  const page = Math.min(/^\d{1,3}$/.test(about) ? Number(about) : 0, last)
  const shown = pledges.slice(page * pageSize, (page + 1) * pageSize)
  const turning = [
    ...(page > 0 ? [{ to: page - 1, label: 'form-page-before' }] : []),
    ...(page < last ? [{ to: page + 1, label: 'form-page-after' }] : []),
  ].map(({ to, label }) => ({ ...button('my-pledge', undefined, String(to)), label: text(label), quiet: true }))
  return {
    text: [
      text(pledges.length < mostSent ? 'pledge-list-own' : 'pledge-list-own-cut', { count: pledges.length }),
      ...under(shown.map((one) => statusLine(one, turn))),
      ...(shown.some((one) => one.state === 'included') ? [text('life-locked')] : []),
    ],
    choices: [
      ...shown.map((one) => [
        { ...button('my-pledge', undefined, one.code), label: literal(`${one.code} · ${one.name}`), lasts: true },
      ]),
      ...(turning.length > 0 ? [turning] : []),
    ],
    inPlace: about !== '',
  }
}

function statusLine(pledge: Pledge, turn: Turn): Text {
  return text('pledge-status-line', { heading: heading(pledge, turn), name: literal(pledge.name) })
}

function heading({ state, code, phase, updatedAt }: Pledge, { campaign, person, timezone }: Turn): Text {
  const named = campaign.phases.find((one) => one.id === phase)
  return text(`pledge-status-${state}`, {
    code,
    phase: named ? literal(worded(named.name, person.locale)) : phase,
    date: writeDay(dayAt(updatedAt, timezone)),
  })
}

function under([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce((above, line) => text('form-two-lines', { above, line }), first)] : []
}

/** One of the person's own pledges in full, with what can be done with it. */
export function pledgeStatus(pledge: Pledge, turn: Turn): Saying {
  const late = pledge.late ? [text('pledge-note-late')] : []
  const life = [...decisionLines(pledge, turn), ...changeNotes(pledge), ...resultLines(pledge, turn)]
  const counting = stands(pledge) ? countingNotes(turn) : []
  return {
    text: [heading(pledge, turn), pledgeCard(pledge, turn), ...late, ...life, ...counting],
    choices: statusButtons(pledge, turn),
  }
}

function statusButtons(pledge: Pledge, turn: Turn): Choice[][] {
  if (!stands(pledge)) return [[button('register')]]
  return [
    ...(isOpen(pledge) ? [pledgeButtons(pledge)] : []),
    ...(isUndoable(pledge, turn.now) ? [[undoButton(pledge.code)]] : []),
    ...identifyButton(turn),
  ]
}

/** Whether nobody has said yet that the person is who they say: what they send is counted apart until then. */
function isUnknown({ person }: Turn): boolean {
  return person.role === 'staff' && person.standing !== 'verified'
}

/** Why the person's pledges do not count like others yet, if so. */
export function countingNotes(turn: Turn): Text[] {
  if (!isUnknown(turn)) return []
  return [text(turn.person.standing === 'refused' ? 'pledge-sender-refused' : 'pledge-sender-unknown')]
}

/** The way to say who one is, for whom that is open. */
export function identifyButton(turn: Turn): Choice[][] {
  return isUnknown(turn) ? [[button('identify')]] : []
}

/** Takes back what was sent, whatever was said since: only time ends it. */
export function undoButton(code: string): Choice {
  return { ...button('undo-pledge', undefined, code), lasts: true }
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
