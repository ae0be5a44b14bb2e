import { button } from '../core/actions.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import { type Campaign, worded } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import {
  changeNotes,
  countingNotes,
  identifyButton,
  pledgeButtons,
  pledgeCard,
  undoButton,
} from '../core/conversation/pledge-actions.ts'
import type { Dialogue, Effect, Outcome, Turn } from '../core/conversation/turn.ts'
import { decisionLines } from '../core/conversation/unit-list.ts'
import { type FormState, type ManyField, sentValues, type Value, type Values } from '../core/forms/form.ts'
import { prompt } from '../core/forms/prompt.ts'
import { literal, type Text, text } from '../core/message.ts'
import { consentVersion, purposes } from '../core/people/consent.ts'
import { isOpen, stands } from '../core/pledges/life.ts'
import { type Facts, pledgeNotes } from '../core/pledges/notes.ts'
import {
  asContent,
  isSameContent,
  type Pledge,
  type PledgeContent,
  receiptCode,
  undoMinutes,
  unitName,
} from '../core/pledges/pledge.ts'
import { mayEnter } from '../core/pledges/whose.ts'
import { isLate, pledgeFields } from './pledge-fields.ts'
import { subjectOf, whoseOf } from './whose-field.ts'

/** Registers a pledge, or changes one that was sent (`about.pledge`). */
export const pledgeDialogue: Dialogue = {
  name: 'pledge',
  form: (turn, about) => {
    const closing = about.pledge === undefined && !hasConsented(turn) ? [consentField(turn)] : []
    return {
      dialogue: 'pledge',
      version: 1,
      fields: pledgeFields(turn, about),
      closing,
      review: {
        title: titleOf(about),
        notes: (values) => {
          const content = contentOf(values, turn.campaign)
          return [
            ...(whoseOf(values, about, turn) === 'colleague' ? [text('pledge-note-colleague')] : []),
            ...pledgeNotes(content, factsOf(turn, about), turn.campaign),
            ...changed(turn, about.pledge).flatMap((one) => [
              ...(one.state === 'returned' ? decisionLines(one, turn) : []),
              ...changeNotes(one),
            ]),
            text('pledge-note-council'),
          ]
        },
        send: sendOf(about, closing.length > 0),
        check: (values) => foreign(turn, values, about),
        more: {
          value: 'more',
          label: text('pledge-more'),
          names: ['them', 'them chi tiet', 'chi tiet', 'bo sung', 'more'],
        },
      },
    }
  },
  complete: (turn, state, random) =>
    state.about.pledge === undefined ? submit(turn, state, random) : change(turn, state, state.about.pledge),
}

/** Why a coordinator may not enter it, if so: what was sent before stays in its unit. */
function foreign(turn: Turn, values: Values, about: FormState['about']): Text | undefined {
  const { person, campaign } = turn
  const { unit } = contentOf(values, campaign)
  const isThere = changed(turn, about.pledge).some((one) => one.unit === unit)
  if (isThere || mayEnter(person, unit, whoseOf(values, about, turn), campaign)) return undefined
  return text('quick-foreign', { unit: unitName(unit, campaign) })
}

function titleOf(about: FormState['about']): Text {
  if (about.code !== undefined) return text('pledge-review-change', { code: about.code })
  return text(about.via === 'quick' ? 'pledge-review-quick' : 'pledge-review')
}

function sendOf(about: FormState['about'], hasConsentCard: boolean): Text {
  if (about.pledge !== undefined) return text('pledge-send-change')
  return text(hasConsentCard ? 'pledge-to-consent' : 'pledge-send')
}

/** Whether the person has agreed to being registered in the words that would be shown now. */
function hasConsented({ consents }: Turn): boolean {
  return consents.some((one) => one.purpose === 'register' && one.version === consentVersion)
}

function factsOf(turn: Turn, about: FormState['about']): Facts {
  const phase = phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign).id
  const own = turn.pledges.filter((one) => stands(one) && one.phase === phase)
  const others = [...own, ...(turn.standing ?? [])].filter((one) => one.code !== about.code)
  return { late: isLate(turn), standing: others, ...(turn.fighterUnits && { fighterUnits: turn.fighterUnits }) }
}

function submit(turn: Turn, state: FormState, random: (bytes: number) => Uint8Array) {
  const content = contentOf(sentForm(turn, state), turn.campaign)
  const whose = whoseOf(state.values, state.about, turn)
  const forOther = content.subject === 'individual' && whose !== 'self'
  const code = receiptCode(random(6))
  const phase = phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign)
  const given = hasConsented(turn) ? undefined : (state.values.consent ?? [])
  const consents = given === undefined ? [] : purposes.map((purpose) => consentTo(purpose, given.includes(purpose)))
  // Who registers for a colleague or a collective says nothing about who they are.
  const profile: Effect[] = whose === 'self' ? [{ kind: 'profile', name: content.name, unit: content.unit }] : []
  const remind = given?.includes('remind') ?? !turn.person.remindersOff
  const reminders: Effect[] = given === undefined ? [] : [{ kind: 'reminders', off: !remind }]
  const late = isLate(turn)
  const via = state.about.via === 'quick' ? 'quick' : 'form'
  return {
    say: [
      {
        text: [
          text('pledge-sent', { code, phase: literal(worded(phase.name, turn.person.locale)) }),
          pledgeCard({ ...content, forOther }, turn),
          ...(late ? [text('pledge-note-late')] : []),
          text('life-waits'),
          ...countingNotes(turn),
          text(remind ? 'pledge-sent-next' : 'pledge-sent-next-quiet', { minutes: undoMinutes }),
        ],
        choices: [[button('my-pledge')], pledgeButtons({ code }), [undoButton(code)], ...identifyButton(turn)],
        inPlace: true,
      },
    ],
    effects: [
      { kind: 'submit-pledge' as const, code, phase: phase.id, late, content, forOther, via } as const,
      ...consents,
      ...profile,
      ...reminders,
    ],
  }
}

function consentTo(purpose: string, given: boolean): Effect {
  return { kind: 'consent', purpose, version: consentVersion, given, way: 'form' }
}

function change(turn: Turn, state: FormState, id: string): Outcome {
  const [mine] = changed(turn, id)
  if (!mine || !isOpen(mine)) {
    const why = mine?.state === 'included' ? text('life-locked') : text('pledge-none-standing')
    return { say: [{ text: [why], choices: [[button('my-pledge')]] }], effects: [] }
  }
  if (state.about.version !== String(mine.version)) return changedMeanwhile(turn, state, mine)
  const content = contentOf(sentForm(turn, state), turn.campaign)
  const forOther = content.subject === 'individual' && whoseOf(state.values, state.about, turn) !== 'self'
  // What was returned may be right as it is: then it is sent again.
  if (mine.state !== 'returned' && forOther === mine.forOther && isSameContent(content, mine))
    return {
      say: [{ text: [text('pledge-unchanged', { code: mine.code })], choices: [[button('my-pledge')]], inPlace: true }],
      effects: [],
    }
  return {
    say: [
      {
        text: [
          text('pledge-changed', { code: mine.code }),
          pledgeCard({ ...content, forOther }, turn),
          ...(mine.state === 'submitted' ? [] : [text('life-waits-again')]),
        ],
        choices: [pledgeButtons({ code: mine.code })],
        inPlace: true,
      },
    ],
    effects: [{ kind: 'change-pledge' as const, id, version: mine.version, content, forOther }],
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

function contentOf(values: Values, campaign: Campaign): PledgeContent {
  const list = (value: Value | undefined) => (Array.isArray(value) ? value : [])
  const word = (value: Value | undefined) => (typeof value === 'string' ? value : '')
  const subject = subjectOf(values)
  const unit = word(values.unit)
  const staffCount = Number(word(values.staffCount))
  const details = (['position', 'representative', 'topic', 'targets', 'notes'] as const).map((name) => [
    name,
    word(values[name]),
  ])
  const given = {
    ...{ subject, name: word(values.name), unit },
    titles: list(values.titles),
    commendations: list(values.commendations),
    ...(staffCount > 0 && { staffCount }),
    ...Object.fromEntries(details.filter(([, said]) => said !== '')),
  }
  return asContent(given, campaign)
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
