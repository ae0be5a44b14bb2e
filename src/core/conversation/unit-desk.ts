import { type Choice, literal, text } from '../message.ts'
import { maySendNews, type Role } from '../people/person.ts'
import { looksAfter } from '../people/rights.ts'
import type { DeskPledge, UnitDesk } from '../pledges/desk.ts'
import { markOf, type Part, type PledgeState, type Step, stepTo } from '../pledges/life.ts'
import type { Pledge } from '../pledges/pledge.ts'
import { beginForm, type FormDeciders } from './form-turn.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import {
  aboutOf,
  cardButtons,
  cardText,
  deciderText,
  lineText,
  list,
  listButton,
  momentText,
  phaseText,
  placeOf,
} from './unit-list.ts'

/** Whether that role looks after pledges of others. */
export function hasDesk(role: Role): boolean {
  return role === 'coordinator' || maySendNews(role)
}

/** What is said to somebody who asks for what is for coordinators and the office. */
export function forCoordinators(): Outcome {
  return say({ text: [text('desk-not-yours')], choices: [[button('my-pledge'), button('register')]] })
}

/** The list as asked for. */
export function showList(turn: Turn): Outcome {
  return turn.unitDesk ? say({ ...list(turn, turn.unitDesk), inPlace: true }) : forCoordinators()
}

/** Confirms the pledge of the button, and shows what is left of the list. */
export function confirm(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'confirm', (pledge, desk) => {
    const done = text('desk-confirmed', { code: pledge.code, name: pledge.name })
    const apart = pledge.sender === 'verified' ? [] : [text(`desk-confirmed-${pledge.sender}`)]
    return {
      say: [{ ...list(turn, after(desk, [pledge.id], 'confirmed'), [done, ...apart]), inPlace: true }],
      effects: [{ kind: 'pledges-confirm', pledges: [{ id: pledge.id, version: pledge.version }] }],
    }
  })
}

/** Asks for the reason; `about` is the pledge and, at the end, the form that may be given up for it. */
export function beginReturn(turn: Turn, deciders: FormDeciders, about: string): Outcome {
  return withNamed(turn, about, 'return', (pledge) => {
    const [, , dropping = ''] = about.split(':')
    const anyway = (token: string): Choice => ({
      ...button('pledge-return', 'danger', `${aboutOf(pledge)}:${token}`),
      label: text('desk-return-anyway'),
    })
    const given = { about: { code: pledge.code, version: String(pledge.version) } }
    return beginForm(turn, deciders, { dialogue: 'return-pledge', given, dropping, anyway })
  })
}

/** Returns the pledge to its sender with the reason. */
export function returnPledge(turn: Turn, about: string, reason: string): Outcome {
  return withNamed(turn, about, 'return', (pledge, { page }) => ({
    say: [
      {
        text: [text('desk-returned', { code: pledge.code, name: pledge.name, reason: literal(reason) })],
        choices: [[listButton(turn, page)]],
        inPlace: true,
      },
    ],
    effects: [{ kind: 'pledge-return', id: pledge.id, version: pledge.version, reason }],
  }))
}

/** Takes the pledge of the button off its list. */
export function reopen(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'reopen', (pledge, desk) => {
    const done = text('desk-reopened', { code: pledge.code, name: pledge.name })
    return {
      say: [{ ...list(turn, after(desk, [pledge.id], 'confirmed'), [done]), inPlace: true }],
      effects: [{ kind: 'pledge-reopen', id: pledge.id, version: pledge.version }],
    }
  })
}

/** Asks once more before everything that waits is confirmed. */
export function askConfirmAll(turn: Turn): Outcome {
  const { unitDesk: desk } = turn
  if (!desk) return forCoordinators()
  const waiting = desk.waiting ?? []
  if (waiting.length === 0) return say({ text: [text('desk-none-waiting')], choices: [[listButton(turn, desk.page)]] })
  const about = `${placeOf(desk.page.phase, turn)}.${markOf(waiting)}`
  const yes = { ...button('confirm-all-yes', 'primary', about), yes: true }
  const all = desk.counts.submitted
  const phase = phaseText(desk.page.phase, turn)
  return say({
    text: [
      text(all > waiting.length ? 'desk-all-ask-first' : 'desk-all-ask', { count: waiting.length, all, phase }),
      ...waiting.map((pledge, index) => lineText(pledge, index + 1, turn)),
    ],
    choices: [
      [{ ...yes, label: text('desk-all-yes', { count: waiting.length }) }],
      [listButton(turn, { ...desk.page, state: 'submitted', number: 0 })],
    ],
  })
}

/** Confirms all, where they are still exactly those of whom it was asked. */
export function confirmAll(turn: Turn, about: string): Outcome {
  const { unitDesk: desk } = turn
  if (!desk) return forCoordinators()
  const waiting = desk.waiting ?? []
  const [, mark] = about.split('.')
  if (waiting.length > 0 && mark !== markOf(waiting)) {
    const again = askConfirmAll(turn)
    return { ...again, say: again.say.map((one) => ({ ...one, text: [text('desk-all-changed'), ...one.text] })) }
  }
  if (waiting.length === 0) return askConfirmAll(turn)
  const ids = waiting.map((one) => one.id)
  const done = text('desk-all-done', { count: waiting.length })
  return {
    say: [{ ...list(turn, after(desk, ids, 'confirmed'), [done]), inPlace: true }],
    effects: [{ kind: 'pledges-confirm', pledges: waiting.map(({ id, version }) => ({ id, version })) }],
  }
}

/** Takes the step with the pledge of the button where it may be taken; else says what has become of it. */
export function withNamed(
  turn: Turn,
  about: string,
  step: Step,
  then: (pledge: DeskPledge, desk: UnitDesk) => Outcome,
): Outcome {
  const { unitDesk: desk } = turn
  if (!desk) return forCoordinators()
  const [, version = ''] = about.split(':')
  const { named } = desk
  if (!named) return say({ text: [text('desk-not-found')], choices: [[listButton(turn, desk.page)]] })
  const verdict = stepTo(named, step, { parts: partsOf(turn, named), shown: Number(version) })
  if (verdict.ok) return then(named, desk)
  return verdict.why === 'part' ? say({ text: [text('desk-office-only')] }) : stale(turn, named, verdict.why)
}

function partsOf({ person, campaign }: Turn, pledge: Pledge): Part[] {
  return [
    ...(looksAfter(person, pledge.unit, campaign) ? (['unit'] as const) : []),
    ...(maySendNews(person.role) ? (['office'] as const) : []),
  ]
}

/** What has become of a pledge since the button was drawn, with what can be done now. */
function stale(turn: Turn, pledge: DeskPledge, why: 'state' | 'version'): Outcome {
  const isWaiting = why === 'state' && pledge.state === 'submitted'
  const words = text(isWaiting ? 'desk-waiting' : `desk-stale-${pledge.state}`, {
    code: pledge.code,
    by: deciderText(pledge),
    at: momentText(pledge.decidedAt ?? pledge.updatedAt, turn),
  })
  const page = { phase: pledge.phase, state: pledge.state, number: 0 } as const
  return say({
    text: [words, cardText(pledge, 1, turn)],
    choices: [...cardButtons(turn, pledge, 1), [listButton(turn, { ...page, state: 'submitted' })]],
  })
}

/** The desk as it is once those pledges have come to that state. */
function after(desk: UnitDesk, ids: readonly string[], state: PledgeState): UnitDesk {
  const { page, counts } = desk
  const from = page.state === state ? 0 : ids.length
  return {
    ...desk,
    counts: { ...counts, [page.state]: counts[page.state] - from, [state]: counts[state] + from },
    listed: desk.listed.filter((one) => !ids.includes(one.id)),
  }
}
