import { dayAt } from '../campaign/calendar.ts'
import type { FormState } from '../forms/form.ts'
import { type Text, text } from '../message.ts'
import { homeUnit } from '../people/rights.ts'
import { isOpen } from '../pledges/life.ts'
import { mostRows, writeRows } from '../pledges/list-rows.ts'
import { type Pledge, unitName } from '../pledges/pledge.ts'
import { mayEnter, type Said, whoseIs } from '../pledges/whose.ts'
import {
  longestQuickText,
  type QuickDoubt,
  type QuickPledge,
  type QuickReader,
  type QuickReading,
} from '../quick/read-quick.ts'
import { beginForm, type FormDeciders } from './form-turn.ts'
import { button } from './menu.ts'
import { givenWhose, standingInPhase } from './pledge-actions.ts'
import { type Outcome, say, type Turn } from './turn.ts'

export interface QuickDeciders extends FormDeciders {
  readonly quick: QuickReader
}

/**
 * A registration in the person's own words, as a card on which only what is missing is asked; undefined where the words
 * are none, or say nothing more than that somebody wants to register.
 */
export function quickTurn(turn: Turn, deciders: QuickDeciders, words: string): Outcome | undefined {
  const { person } = turn
  const reading = deciders.quick.read(words, {
    day: dayAt(turn.now, turn.timezone),
    speaker: { name: person.name ?? null, unit: homeUnit(person, turn.campaign) ?? null },
  })
  const [first, ...more] = reading.pledges
  if (reading.kind === 'not-pledge' || !reading.specific || !first) return undefined
  if (turn.form) return unfinished(turn)
  if (more.length > 0 && person.role !== 'staff') {
    if (words.length > longestQuickText) return say({ text: [text('quick-too-long', { longest: longestQuickText })] })
    return beginList(turn, deciders, reading)
  }
  const before = saidOf(reading.said[0], turn)
  const whose = whoseIs({ ...first, name: first.name ?? '' }, person, { before, answer: before })
  if (!mayEnter(person, first.unit, whose, turn.campaign)) {
    const unit = unitName(first.unit ?? '', turn.campaign)
    return say({ text: [text('quick-foreign', { unit })], choices: [[button('register')]] })
  }
  const doubts = reading.doubts.filter((doubt) => doubt.pledge === 0)
  const isOwn = whose === 'self' || (whose !== 'collective' && first.name === null)
  const old = more.length === 0 && isOwn ? ownBefore(turn) : undefined
  const above: Text[] = more.length > 0 ? [text('quick-first-of', { count: more.length + 1 })] : []
  const begun = beginForm(turn, deciders, {
    dialogue: 'pledge',
    given: givenBy(first, doubts, turn, before),
    before: above,
    anyway: (token) => button('discard', 'danger', token),
  })
  return old && begun.form ? withChange(begun, begun.form.token, old) : begun
}

/** The own pledge of the phase that the words may mean to add to. */
function ownBefore(turn: Turn): Pledge | undefined {
  const standing = standingInPhase(turn)
  return standing && isOpen(standing) ? standing : undefined
}

/** The same card, with the way to change the old pledge in its place. */
function withChange(begun: Outcome, token: string, { code }: Pledge): Outcome {
  const change = {
    ...button('change-anyway', undefined, `${code}:${token}`),
    label: text('quick-change-old', { code }),
  }
  return { ...begun, say: begun.say.map((one) => ({ ...one, choices: [...(one.choices ?? []), [change]] })) }
}

/** Whether the words say that it is their writer's own. A bare name is that of whoever looks after nobody else. */
function saidOf(said: QuickReading['said'][number] | undefined, { person }: Turn): Said | undefined {
  return said === 'self' || (said === 'named' && person.role === 'staff' && person.name === undefined)
    ? 'self'
    : undefined
}

/** What was begun before is never given up for it: the words can be sent again once that is settled. */
function unfinished({ form }: Turn): Outcome {
  const choices = [[{ ...button('resume', 'primary'), yes: true }], [button('discard', 'danger', form?.token ?? '')]]
  return say({ text: [text('quick-unfinished')], choices })
}

/** Several pledges at once, each on its row of one card. */
function beginList(turn: Turn, deciders: QuickDeciders, { pledges, said, doubts }: QuickReading): Outcome {
  if (pledges.length > mostRows) return say({ text: [text('quick-too-many', { most: mostRows })] })
  const rows = pledges.map((pledge, index) => ({
    ...pledge,
    doubts: doubts.filter((one) => one.pledge === index),
    isOwn: said[index] === 'self',
  }))
  return beginForm(turn, deciders, {
    dialogue: 'pledge-list',
    given: { about: { rows: writeRows(rows) }, at: 'review' },
    anyway: (token) => button('discard', 'danger', token),
  })
}

const fields = ['subject', 'name', 'unit', 'titles', 'commendations'] as const
const details = ['topic', 'representative', 'staffCount']

/** A pledge as a form begins with it: what is known is passed over, what is doubtful asked with what it may be. */
function givenBy(pledge: QuickPledge, doubts: readonly QuickDoubt[], turn: Turn, whose: Said | undefined) {
  const { campaign } = turn
  const said = givenWhose(whose, turn)
  const { subject, name, unit, titles, commendations } = pledge
  const about: Record<string, string> = { via: 'quick', ...said.about }
  const doubtful = new Set<string>()
  for (const { why, said, options, ...doubt } of doubts) {
    const isCommendation =
      options.length > 0 && options.every((code) => campaign.commendations.some((one) => one.code === code))
    const field = doubt.field === 'titles' && isCommendation ? 'commendations' : doubt.field
    doubtful.add(field)
    if (why === 'unsaid') continue
    about[`why-${field}`] = why
    if (said !== undefined) about[`said-${field}`] = said
    const all = [about[`options-${field}`] ?? [], ...options].flat()
    if (all.length > 0) about[`options-${field}`] = all.join(',')
  }
  const saysAwards = doubts.every((one) => one.field !== 'titles' || one.why !== 'unsaid')
  const values: FormState['values'] = {
    ...(!doubtful.has('subject') && { subject }),
    ...(name !== null && { name }),
    ...(unit !== null && { unit }),
    // What is certain of the awards stays ticked beside what is not.
    ...(saysAwards && { titles, commendations }),
    ...said.values,
  }
  return { values, told: [...fields.filter((one) => !doubtful.has(one)), ...details, ...(said.told ?? [])], about }
}
