import { type Saying, type Text, text } from '../message.ts'
import { rightOrStopCard, severalCard, stopCard, sureCard } from './cards.ts'
import {
  type Asking,
  activeFields,
  type Field,
  type Form,
  type FormInput,
  type FormState,
  type FormStep,
  type ManyField,
  type Value,
} from './form.ts'
import { fieldAt, prompt, readChoiceId } from './prompt.ts'
import { type Reading, readTyped } from './read-typed.ts'
import { isKept, isMissing, isOptional, nextOptional, stands, stepAfter, stepsOf, tickedOf } from './steps.ts'

/** What a form begins with. */
export type Given = Partial<Pick<FormState, 'values' | 'about' | 'at' | 'told'>>

/** A fresh state at the first question, or where `given.at` says, with what is known already. */
export function start(form: Form, token: string, given: Given = {}): FormState {
  const state: FormState = {
    dialogue: form.dialogue,
    version: form.version,
    token,
    turn: 0,
    at: 'review',
    values: given.values ?? {},
    ...(given.told && { told: given.told }),
    drafts: {},
    editing: false,
    page: 0,
    paused: false,
    about: given.about ?? {},
  }
  return { ...state, at: given.at ?? stepAfter(form, state, undefined) }
}

/** Takes one input. Never throws for anything that a person can send; what did not fit is kept as a draft. */
export function resume(form: Form, state: FormState, input: FormInput): FormStep {
  switch (input.kind) {
    case 'unsupported':
      return refuse(form, state, text('form-not-text'))
    case 'choice': {
      const choice = readChoiceId(state, input.id)
      return choice?.current ? pick(form, state, choice.value) : refuse(form, state, text('form-stale'))
    }
    case 'text':
      return take(form, state, readTyped(form, state, input.text, input.spans ? { spans: input.spans } : {}))
    case 'file':
      return takeFile(form, state, input)
  }
}

/** Puts the form aside: its buttons no longer count until it is taken up again. */
export function pause(state: FormState): FormState {
  return { ...settled(state), paused: true, turn: state.turn + 1 }
}

/** Takes the form up again where it was; `prompt` says what is asked. */
export function goOn(state: FormState): FormState {
  return { ...settled(state), paused: false, turn: state.turn + 1 }
}

function take(form: Form, state: FormState, reading: Reading): FormStep {
  switch (reading.kind) {
    case 'pick':
      return pick(form, state, reading.value)
    case 'value':
      return takeValue(form, state, fieldAt(form, state), reading.value)
    case 'elsewhere': {
      const given = { ...state, values: { ...state.values, ...reading.given } }
      const there = toField(form, given, reading.field).state
      return take(form, there, readTyped(form, there, reading.words))
    }
    case 'ticks': {
      const field = fieldAt(form, state)
      return moved(form, withoutDraft(withValue(state, field, reading.values), field), {})
    }
    case 'several': {
      const values = reading.options.map((option) => option.value)
      return ask(state, { kind: 'among', values }, (next) => severalCard(next, reading.options))
    }
    case 'right-or-stop':
      return openNext({ ...state, turn: state.turn + 1 }, (next) => rightOrStopCard(form, next, reading.yes))
    case 'refused': {
      const ticked = reading.values ? withValue(state, fieldAt(form, state), reading.values) : state
      return refuse(form, reading.draft ? withDraft(ticked, reading.draft) : ticked, reading.say)
    }
  }
}

function takeFile(form: Form, state: FormState, input: Extract<FormInput, { kind: 'file' }>): FormStep {
  const field = [...form.fields, ...form.closing].find((one) => one.name === state.at)
  if (field?.kind !== 'text' || !field.takesFiles) return refuse(form, state, text('form-not-text'))
  const { file, caption, spans } = input
  const parsed = field.parse(caption, { file, ...(spans && { spans }) })
  return parsed.ok ? takeValue(form, state, field, parsed.value) : refuse(form, withDraft(state, caption), parsed.say)
}

function takeValue(form: Form, state: FormState, field: Field, value: Value): FormStep {
  const isDoubtful = field.kind === 'text' && typeof value === 'string' && field.doubt?.(value) === true
  if (!isDoubtful || typeof value !== 'string' || isSure(state, value)) return answered(form, state, field, value)
  return ask(withDraft(state, value), { kind: 'sure', value }, (next) => sureCard(next, field, value))
}

// Typed a second time, it is meant.
function isSure({ asking }: FormState, value: string): boolean {
  return asking?.kind === 'sure' && asking.value === value
}

function pick(form: Form, state: FormState, value: string): FormStep {
  switch (value) {
    case '_back':
      return back(form, state)
    case '_stop':
      return ask(state, { kind: 'stop' }, stopCard)
    case '_sure':
      return state.asking?.kind === 'sure'
        ? answered(form, state, fieldAt(form, state), state.asking.value)
        : refuse(form, state, text('form-stale'))
    case '_stay':
      return moved(form, state, {})
    case '_keep':
      return { state: pause(state), outcome: 'paused', say: [], understood: true }
    case '_drop':
      return { state, outcome: 'cancelled', say: [], understood: true }
  }
  const isAtCard = state.at === 'review' || state.at === 'edit'
  // Only what was passed already can be gone back to by its name.
  if (value.startsWith('@') && (isAtCard || state.values[value.slice(1)] !== undefined))
    return toField(form, state, value.slice(1))
  if (isAtCard) return pickAtCard(form, state, value)
  return pickAtField(form, state, fieldAt(form, state), value)
}

function pickAtCard(form: Form, state: FormState, value: string): FormStep {
  if (value === '_edit') return edit(form, state)
  if (value === '_more' && state.at === 'review') return sayMore(form, state)
  if (state.at === 'review' && form.review.beside?.some((one) => `_${one.value}` === value))
    return { state: goOn(state), outcome: 'beside', beside: value.slice(1), say: [], understood: true }
  if (value !== '_next' || state.at !== 'review') return refuse(form, state, text('form-stale'))
  const broken = activeFields(form.fields, state.values).find((field) => !stands(field, state))
  if (broken) return moved(form, state, { at: broken.name, editing: true })
  // The card says why.
  if (form.review.check?.(state.values)) return { ...moved(form, state, {}), understood: false }
  const closing = activeFields(form.closing, state.values)[0]
  return closing ? moved(form, state, { at: closing.name }) : sent(state)
}

/** Asks what can be left empty and was not asked yet, one after the other. */
function sayMore(form: Form, state: FormState): FormStep {
  const field = nextOptional(form, state)
  if (!field || !form.review.more) return refuse(form, state, text('form-stale'))
  const told = (state.told ?? []).filter((name) => state.values[name] !== undefined)
  return moved(form, state, { at: field.name, more: true, ...(state.told && { told }) })
}

/** Which field to change; where there is but one, that one. */
function edit(form: Form, state: FormState): FormStep {
  const [first, ...others] = activeFields(form.fields, state.values)
  return first && others.length === 0 ? toField(form, state, first.name) : moved(form, state, { at: 'edit' })
}

function pickAtField(form: Form, state: FormState, field: Field, value: string): FormStep {
  const rest = value.slice(1)
  if (value === '_more') return moved(form, state, { page: state.page + 1 })
  if (value === '_fewer') return moved(form, state, { page: Math.max(0, state.page - 1) })
  if (field.kind === 'many') {
    if (value === '_next') return finishMany(form, state, field)
    if (value.startsWith('+')) return tick(form, state, field, rest)
  }
  if (field.kind === 'choice' && field.options(state.values).some((option) => `=${option.value}` === value))
    return answered(form, state, field, rest)
  if (value === '_same' && isKept(field, state)) return answered(form, state, field, state.values[field.name] ?? '')
  if (value === '_skip' && isOptional(field)) return answered(form, state, field, '')
  const known = field.kind === 'text' && value.startsWith('=') ? field.known?.[Number(rest)] : undefined
  return known === undefined
    ? refuse(form, state, text('form-stale'))
    : take(form, state, readTyped(form, state, known))
}

function toField(form: Form, state: FormState, name: string): FormStep {
  const asked = activeFields(form.fields, state.values).some((field) => field.name === name)
  return asked ? moved(form, state, { at: name, editing: true }) : refuse(form, state, text('form-stale'))
}

function tick(form: Form, state: FormState, field: ManyField, value: string): FormStep {
  if (!field.options(state.values).some((option) => option.value === value))
    return refuse(form, state, text('form-stale'))
  const before = tickedOf(state, field)
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return moved(form, withoutDraft(withValue(state, field, after), field), {})
}

function finishMany(form: Form, state: FormState, field: ManyField): FormStep {
  const offered = new Set(field.options(state.values).map((option) => option.value))
  const ticked = tickedOf(state, field).filter((one) => offered.has(one))
  const complaint = field.check?.(ticked, state.values)
  return complaint ? refuse(form, state, complaint) : answered(form, state, field, ticked)
}

/** The field has its answer: on to the next one, back to the card, or sent. */
function answered(form: Form, state: FormState, field: Field, value: Value): FormStep {
  const filled = withoutDraft(withValue(state, field, value), field)
  const closing = activeFields(form.closing, filled.values).map((one) => one.name)
  const place = closing.indexOf(field.name)
  if (place >= 0) {
    const next = closing[place + 1]
    return next === undefined ? sent(filled) : moved(form, filled, { at: next })
  }
  if (!filled.editing) return moved(form, filled, { at: stepAfter(form, filled, field.name) })
  const broken = activeFields(form.fields, filled.values).find((one) => !stands(one, filled))
  // A field that was never asked is no change any more: the form goes on.
  const isNew = broken !== undefined && isMissing(broken, filled)
  return moved(form, filled, broken ? { at: broken.name, editing: !isNew } : { at: 'review', editing: false })
}

function back(form: Form, state: FormState): FormStep {
  // There may be no card yet to go back to: another field was changed on the way.
  const unasked = activeFields(form.fields, state.values).find((one) => isMissing(one, state))
  if (state.editing || state.at === 'edit')
    return moved(form, state, { at: unasked && unasked.name !== state.at ? unasked.name : 'review', editing: false })
  const steps = stepsOf(form, state)
  const previous = steps[steps.indexOf(state.at) - 1]
  return previous === undefined ? refuse(form, state, text('form-at-start')) : moved(form, state, { at: previous })
}

function sent(state: FormState): FormStep {
  return { state, outcome: 'sent', say: [], understood: true }
}

/** The next step is asked; its choices carry a new number, so that those of the step before are known as old. */
function moved(form: Form, state: FormState, change: Partial<FormState>): FormStep {
  const page = change.at !== undefined && change.at !== state.at ? 0 : state.page
  const next: FormState = { ...settled(state), page, ...change, turn: state.turn + 1 }
  return open(next, prompt(form, next))
}

function refuse(form: Form, state: FormState, say: Text): FormStep {
  const next = { ...settled(state), turn: state.turn + 1 }
  const again = prompt(form, next, [say])
  // The card stands above; said again it would hide what is wrong.
  const words = state.at === 'review' ? [say] : again.text
  return { ...open(next, { ...again, text: words, inPlace: false }), understood: false }
}

/** Asks something about the step before it goes on. */
function ask(state: FormState, asking: Asking, card: (state: FormState) => Saying): FormStep {
  return openNext({ ...state, asking, turn: state.turn + 1 }, card)
}

/** The step's own question stands open again. */
function settled({ asking: _, ...state }: FormState): FormState {
  return state
}

function openNext(next: FormState, card: (state: FormState) => Saying): FormStep {
  return open(next, card(next))
}

function open(state: FormState, say: Saying): FormStep {
  return { state, outcome: 'open', say: [say], understood: true }
}

function withValue(state: FormState, field: Field, value: Value): FormState {
  return { ...state, values: { ...state.values, [field.name]: value } }
}

function withDraft(state: FormState, words: string): FormState {
  return words.trim() === '' ? state : { ...state, drafts: { ...state.drafts, [state.at]: words } }
}

function withoutDraft(state: FormState, field: Field): FormState {
  const drafts = Object.fromEntries(Object.entries(state.drafts).filter(([name]) => name !== field.name))
  return { ...state, drafts }
}
