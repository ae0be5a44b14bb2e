import { dayAt } from '../core/campaign/calendar.ts'
import { type Award, type Campaign, type Unit, worded } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import { button } from '../core/conversation/menu.ts'
import { changeNotes, pledgeButtons, pledgeCard } from '../core/conversation/pledge-actions.ts'
import type { Dialogue, Effect, Outcome, Turn } from '../core/conversation/turn.ts'
import { decisionLines } from '../core/conversation/unit-list.ts'
import type { ChoiceField, FormState, ManyField, Option, TextField, Value, Values } from '../core/forms/form.ts'
import { sentValues } from '../core/forms/form.ts'
import { prompt } from '../core/forms/prompt.ts'
import { fold } from '../core/language/fold.ts'
import { literal, type Text, text } from '../core/message.ts'
import { beginsLikeName } from '../core/people/surnames.ts'
import { isOpen } from '../core/pledges/life.ts'
import {
  awardNames,
  type Pledge,
  type PledgeContent,
  pledgeNotes,
  receiptCode,
  type Subject,
  unitName,
} from '../core/pledges/pledge.ts'

/** The wording of the consent card; raised whenever what it says changes. */
const consentVersion = '2026-11'
const purposes = ['register', 'remind', 'count'] as const

/** Registers a pledge, or changes one that was sent (`about.pledge`). */
export const pledgeDialogue: Dialogue = {
  name: 'pledge',
  form: (turn, about) => ({
    dialogue: 'pledge',
    version: 1,
    fields: [subjectField(turn), nameField(turn), unitField(turn), titlesField(turn), commendationsField(turn)],
    closing: about.pledge === undefined ? [consentField(turn)] : [],
    review: {
      title: about.code === undefined ? text('pledge-review') : text('pledge-review-change', { code: about.code }),
      notes: (values) => [
        ...pledgeNotes(contentOf(values, turn.campaign), isLate(turn)),
        ...changed(turn, about.pledge).flatMap((one) => [
          ...(one.state === 'returned' ? decisionLines(one, turn) : []),
          ...changeNotes(one),
        ]),
        text('pledge-note-council'),
      ],
      send: text(about.pledge === undefined ? 'pledge-to-consent' : 'pledge-send-change'),
    },
  }),
  complete: (turn, state, random) =>
    state.about.pledge === undefined ? submit(turn, state, random) : change(turn, state, state.about.pledge),
}

function submit(turn: Turn, state: FormState, random: (bytes: number) => Uint8Array) {
  const content = contentOf(sentForm(turn, state), turn.campaign)
  const code = receiptCode(random(6))
  const phase = phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign)
  const given = state.values.consent ?? []
  const consents = purposes.map(
    (purpose): Effect => ({ kind: 'consent', purpose, version: consentVersion, given: given.includes(purpose) }),
  )
  const remind = given.includes('remind')
  // Who registers for a colleague says nothing about themself.
  const isOwn = turn.person.name === undefined || fold(turn.person.name) === fold(content.name)
  const profile: Effect[] =
    content.subject === 'individual' ? [{ kind: 'profile', name: content.name, unit: content.unit }] : []
  const own: Effect[] = isOwn ? [...profile, { kind: 'reminders', off: !remind }] : []
  const reminded = isOwn ? remind : !turn.person.remindersOff
  const late = isLate(turn)
  return {
    say: [
      {
        text: [
          text('pledge-sent', { code, phase: literal(worded(phase.name, turn.person.locale)) }),
          pledgeCard(content, turn),
          ...(late ? [text('pledge-note-late')] : []),
          text(reminded ? 'pledge-sent-next' : 'pledge-sent-next-quiet'),
        ],
        choices: [[button('my-pledge')], pledgeButtons({ code })],
        inPlace: true,
      },
    ],
    effects: [{ kind: 'submit-pledge' as const, code, phase: phase.id, late, content }, ...consents, ...own],
  }
}

function change(turn: Turn, state: FormState, id: string): Outcome {
  const [mine] = changed(turn, id)
  if (!mine || !isOpen(mine)) {
    const why = mine?.state === 'included' ? text('life-locked') : text('pledge-none-standing')
    return { say: [{ text: [why], choices: [[button('my-pledge')]] }], effects: [] }
  }
  if (state.about.version !== String(mine.version)) return changedMeanwhile(turn, state, mine)
  const content = contentOf(sentForm(turn, state), turn.campaign)
  return {
    say: [
      {
        text: [
          text('pledge-changed', { code: mine.code }),
          pledgeCard(content, turn),
          ...(mine.state === 'submitted' ? [] : [text('life-waits-again')]),
        ],
        choices: [pledgeButtons({ code: mine.code })],
        inPlace: true,
      },
    ],
    effects: [{ kind: 'change-pledge' as const, id, version: mine.version, content }],
  }
}

/** The pledge that the form changes, as it is now. */
function changed(turn: Turn, id: string | undefined): readonly Pledge[] {
  return turn.pledges.filter((one) => one.id === id)
}

/** Somebody decided about it while it was being changed: that is said, and the form stays as it was filled. */
function changedMeanwhile(turn: Turn, state: FormState, mine: Pledge): Outcome {
  const about = { ...state.about, version: String(mine.version) }
  const open: FormState = { ...state, about, at: 'review', editing: false, turn: state.turn + 1 }
  const words = text('life-changed-meanwhile', { code: mine.code, state: text(`desk-state-${mine.state}`) })
  const saying = prompt(pledgeDialogue.form(turn, about), open, [words, ...decisionLines(mine, turn)])
  return { say: [{ ...saying, inPlace: false }], effects: [], form: open }
}

function sentForm(turn: Turn, state: FormState): Values {
  return sentValues(pledgeDialogue.form(turn, state.about), state.values)
}

function subjectOf(values: Values): Subject {
  return values.subject === 'collective' ? 'collective' : 'individual'
}

function contentOf(values: Values, campaign: Campaign): PledgeContent {
  const list = (value: Value | undefined) => (Array.isArray(value) ? value : [])
  const word = (value: Value | undefined) => (typeof value === 'string' ? value : '')
  const subject = subjectOf(values)
  const unit = word(values.unit)
  return {
    subject,
    name: subject === 'collective' ? unitName(unit, campaign) : word(values.name),
    unit,
    titles: list(values.titles),
    commendations: list(values.commendations),
  }
}

function isLate(turn: Turn): boolean {
  const today = dayAt(turn.now, turn.timezone)
  return today > phaseForPledge(today, turn.campaign).close
}

function subjectField(turn: Turn): ChoiceField {
  return {
    kind: 'choice',
    name: 'subject',
    label: text('pledge-subject'),
    names: ['loai', 'doi tuong', 'kind', 'type'],
    question: () => [...(isLate(turn) ? [text('pledge-late-begin')] : []), text('pledge-subject-ask')],
    options: () => [
      {
        value: 'individual',
        label: text('pledge-subject-individual'),
        names: ['ca nhan', 'individual', 'toi', 'em', 'minh', 'ban than'],
      },
      {
        value: 'collective',
        label: text('pledge-subject-collective'),
        names: ['tap the', 'collective', 'don vi', 'phong'],
      },
    ],
    show: (value) => text(`pledge-subject-${value}`),
  }
}

function nameField(turn: Turn): TextField {
  return {
    kind: 'text',
    name: 'name',
    label: text('pledge-name'),
    names: ['ten', 'ho ten', 'ho va ten', 'full name'],
    question: () => [text('pledge-name-ask')],
    when: (values) => values.subject !== 'collective',
    parse: parseName,
    doubt: (value) => !beginsLikeName(value),
    known: turn.person.name === undefined ? [] : [turn.person.name],
    show: (value) => literal(String(value)),
  }
}

function parseName(typed: string): ReturnType<TextField['parse']> {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (name === '') return { ok: false, say: text('pledge-name-empty') }
  if (name.length > 80) return { ok: false, say: text('pledge-name-long', { length: name.length }) }
  if (!/^[\p{Script=Latin}\p{M}'’. -]+$/u.test(name)) return { ok: false, say: text('pledge-name-letters') }
  if (name.split(' ').length < 2) return { ok: false, say: text('pledge-name-short') }
  return { ok: true, value: name === name.toLowerCase() ? capitalised(name) : name }
}

/** "nguyễn thị lan", typed in a hurry, is written as names are. */
function capitalised(name: string): string {
  return name.replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase())
}

function unitField(turn: Turn): ChoiceField {
  const { campaign } = turn
  const today = dayAt(turn.now, turn.timezone)
  const valid = campaign.units.filter((unit) => (unit.validFrom ?? today) <= today && today <= (unit.validTo ?? today))
  const known = valid.find((unit) => unit.code === turn.person.unit)
  const listed = known ? [known, ...valid.filter((unit) => unit !== known)] : valid
  return {
    kind: 'choice',
    name: 'unit',
    label: text('pledge-unit'),
    names: ['don vi', 'phong', 'unit'],
    question: () => [...(campaign.unitsAreSample ? [text('pledge-unit-sample')] : []), text('pledge-unit-ask')],
    options: () => listed.map(unitOption),
    show: (value) => literal(unitName(String(value), campaign)),
  }
}

function unitOption(unit: Unit): Option {
  return { value: unit.code, label: literal(unit.name), names: [unit.name, ...unit.aliases] }
}

function titlesField(turn: Turn): ManyField {
  return awardsField(turn, 'titles', turn.campaign.titles, ['danh hieu', 'danh hieu thi dua', 'titles'])
}

function commendationsField(turn: Turn): ManyField {
  const names = ['khen thuong', 'hinh thuc khen thuong', 'commendations']
  const nothingChosen = (ticked: readonly string[], values: Values) =>
    ticked.length === 0 && (values.titles ?? []).length === 0 ? text('pledge-awards-none') : undefined
  return { ...awardsField(turn, 'commendations', turn.campaign.commendations, names), check: nothingChosen }
}

function awardsField(
  turn: Turn,
  name: 'titles' | 'commendations',
  awards: readonly Award[],
  names: readonly string[],
): ManyField {
  const { campaign, person } = turn
  return {
    kind: 'many',
    name,
    label: text(`pledge-${name}`),
    names,
    question: () => [text(`pledge-${name}-ask`)],
    options: (values) =>
      awards.filter((one) => one.for.includes(subjectOf(values))).map((one) => awardOption(one, person.locale)),
    show: (value) => awardNames(Array.isArray(value) ? value : [], campaign, person.locale),
  }
}

function awardOption(award: Award, locale: 'vi' | 'en'): Option {
  return {
    value: award.code,
    label: literal(worded(award.name, locale)),
    names: [worded(award.name, 'vi'), worded(award.name, 'en'), ...award.aliases],
  }
}

function consentField(turn: Turn): ManyField {
  const controller = (campaign: Campaign): Text => literal(worded(campaign.controller, turn.person.locale))
  return {
    kind: 'many',
    name: 'consent',
    label: text('consent'),
    names: ['dong y', 'consent'],
    question: () => [text('consent-ask', { controller: controller(turn.campaign) })],
    options: () =>
      purposes.map((purpose) => ({ value: purpose, label: text(`consent-${purpose}`), names: consentNames[purpose] })),
    done: text('pledge-send'),
    check: (ticked) => (ticked.includes('register') ? undefined : text('consent-needed')),
    show: () => text('consent'),
  }
}

const consentNames: Readonly<Record<(typeof purposes)[number], readonly string[]>> = {
  register: ['tong hop dang ky', 'tong hop', 'dong y', 'register'],
  remind: ['nhac han', 'nhac', 'remind'],
  count: ['thong ke', 'count'],
}
