import { dayAt, writeDay } from '../campaign/calendar.ts'
import { worded } from '../campaign/campaign.ts'
import { phaseForPledge } from '../campaign/state.ts'
import type { FormState } from '../forms/form.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import {
  awardNames,
  detailKey,
  isForColleague,
  type Pledge,
  type PledgeContent,
  pledgeDetails,
  undoMinutes,
  unitName,
} from '../pledges/pledge.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** A pledge as its owner reads it. */
export function pledgeCard(pledge: PledgeContent, turn: Turn): Text {
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
  const marked = isForColleague(pledge, person) ? [...lines, text('pledge-card-colleague')] : lines
  return marked.reduce((above, line) => text('form-two-lines', { above, line }), card)
}

/** The person's own pledges of this campaign, each with what can be done with it. */
export function showPledges(turn: Turn): Outcome {
  if (turn.pledges.length === 0) {
    const unfinished = turn.form?.dialogue === 'pledge'
    const choice = unfinished ? button('resume', 'primary') : button('register', 'primary')
    return say({ text: [text(unfinished ? 'pledge-only-draft' : 'pledge-nothing-yet')], choices: [[choice]] })
  }
  return { say: turn.pledges.map((pledge) => pledgeStatus(pledge, turn)), effects: [] }
}

function pledgeStatus(pledge: Pledge, turn: Turn): Saying {
  const phase = turn.campaign.phases.find((one) => one.id === pledge.phase)
  const heading = text(pledge.state === 'submitted' ? 'pledge-status-submitted' : 'pledge-status-withdrawn', {
    code: pledge.code,
    phase: phase ? literal(worded(phase.name, turn.person.locale)) : pledge.phase,
    date: writeDay(dayAt(pledge.updatedAt, turn.timezone)),
  })
  const late = pledge.late ? [text('pledge-note-late')] : []
  const said = { text: [heading, pledgeCard(pledge, turn), ...late] }
  return { ...said, choices: [pledge.state === 'submitted' ? pledgeButtons(pledge) : [button('register')]] }
}

/** What the owner can do with a pledge that was sent. */
export function pledgeButtons(pledge: Pick<Pledge, 'code'>): Choice[] {
  return [button('change-pledge', undefined, pledge.code), button('withdraw-pledge', 'danger', pledge.code)]
}

/** Asks before withdrawing; with several pledges and none named, asks which. */
export function askWithdraw(turn: Turn, code: string): Outcome {
  return withOwn(turn, code, 'withdraw-pledge', (pledge) =>
    say({
      text: [text('withdraw-ask', { code: pledge.code }), pledgeCard(pledge, turn)],
      choices: [[{ ...button('withdraw-yes', 'danger', pledge.code), yes: true }], [button('my-pledge')]],
    }),
  )
}

export function withdraw(turn: Turn, code: string): Outcome {
  return withOwn(turn, code, 'withdraw-pledge', (pledge) => ({
    say: [{ text: [text('withdraw-done', { code: pledge.code })], choices: [[button('register')]], inPlace: true }],
    effects: [{ kind: 'withdraw-pledge', id: pledge.id }],
  }))
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
  const standing = turn.pledges.filter((pledge) => pledge.state === 'submitted')
  const meant =
    code === '' ? (standing.length === 1 ? standing[0] : undefined) : standing.find((one) => one.code === code)
  if (meant) return then(meant)
  if (code === '' && standing.length > 1) {
    const choices = standing.map((pledge) => [
      { ...button(action, undefined, pledge.code), label: literal(`${pledge.code} · ${pledge.name}`) },
    ])
    return say({ text: [text('pledge-which')], choices })
  }
  return say({ text: [text('pledge-none-standing')], choices: [[button('my-pledge'), button('register')]] })
}

/** Whether registering would add to a pledge that the person already has in this phase. */
export function standingInPhase(turn: Turn): Pledge | undefined {
  const phase = phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign)
  return turn.pledges.find((one) => one.state === 'submitted' && one.phase === phase.id && one.subject === 'individual')
}

/** A pledge as the values of its form, for changing it. */
export function valuesOf(pledge: Pledge): FormState['values'] {
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
