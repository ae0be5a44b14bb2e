import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { activeFields, type ChoiceField, type Field, type Form, type FormState, type ManyField } from './form.ts'
import { isKept, isOptional, nextOptional, stepsOf, tickedOf } from './steps.ts'

/** A list longer than this is paged: more buttons do not fit on a telephone above the keyboard. */
export const pageSize = 8

/** What the person is asked now: the question, the review card, or which field to change. */
export function prompt(form: Form, state: FormState, before: readonly Text[] = []): Saying {
  const id = (value: string) => choiceId(state, value)
  if (state.at === 'review') {
    const card = review(form, state, id)
    return { ...card, text: [...before, ...card.text], inPlace: true }
  }
  if (state.at === 'edit')
    return { text: [...before, text('form-which-field')], choices: editChoices(form, state, id), inPlace: true }
  const field = fieldAt(form, state)
  const question = field.question(state.values)
  // Asked again, the question itself is enough: what introduces it was read the first time.
  const asked = before.length === 0 ? question : question.slice(-1)
  const words = [...before, ...progress(form, state), ...asked, ...presentOf(state, field), ...draftOf(state, field)]
  return { text: words, choices: [...fieldChoices(field, state, id), wayChoices(form, state, id)], inPlace: true }
}

/** The step in one line, with its choices: what is asked was read before. */
export function briefPrompt(form: Form, state: FormState): Saying {
  const { at } = state
  const what = at === 'review' || at === 'edit' ? text(`form-at-${at}`) : fieldAt(form, state).label
  return {
    text: [text('form-still-open', { place: placeOf(form, state, what) })],
    choices: prompt(form, state).choices ?? [],
  }
}

function placeOf(form: Form, state: FormState, what: Text): Text {
  const steps = stepsOf(form, state)
  const isStep = !state.editing && steps.length > 1 && steps.includes(state.at)
  return isStep ? text('form-place', { step: steps.indexOf(state.at) + 1, steps: steps.length, what }) : what
}

/** The id under which a choice of this very step is offered: it fits no other form and no other step. */
export function choiceId(state: FormState, value: string): string {
  return `${state.token}.${state.turn}:${value}`
}

/** What a choice says, where it was offered by this form; `current` is false when the form has moved on since. */
export function readChoiceId(state: FormState, id: string): { value: string; current: boolean } | undefined {
  const [, token, turn, value] = /^([^.:]+)\.(\d+):(.*)$/.exec(id) ?? []
  if (token === undefined || value === undefined || token !== state.token) return undefined
  return { value, current: Number(turn) === state.turn }
}

/** The field that is asked now. */
export function fieldAt(form: Form, state: FormState): Field {
  const field = [...form.fields, ...form.closing].find((one) => one.name === state.at)
  if (!field) throw new Error(`Form ${form.dialogue} has no field ${state.at}`)
  return field
}

/** The options on the page that is shown, and whether there are more. */
export function pageOf(field: ChoiceField | ManyField, state: FormState) {
  const all = field.options(state.values)
  const start = state.page * pageSize
  return { options: all.slice(start, start + pageSize), before: state.page > 0, after: all.length > start + pageSize }
}

function progress(form: Form, state: FormState): Text[] {
  if (state.editing) return [text('form-changing')]
  // Who wants to say more has left the counted steps.
  if (state.more) return []
  const steps = stepsOf(form, state)
  return steps.length > 1 ? [text('form-step', { step: steps.indexOf(state.at) + 1, steps: steps.length })] : []
}

/** What stands there already, for who came back to it; ticks show themselves. */
function presentOf(state: FormState, field: Field): readonly Text[] {
  const value = state.values[field.name] ?? ''
  return field.kind === 'many' || value === '' ? [] : [text('form-present', { value: field.show(value) })]
}

function draftOf(state: FormState, field: Field): readonly Text[] {
  const draft = state.drafts[field.name]
  return draft === undefined ? [] : [text('form-draft', { draft: shorten(draft) })]
}

/** A long text is kept whole but shown in part. */
function shorten(words: string): string {
  const letters = [...words]
  return letters.length <= 120 ? words : `${letters.slice(0, 120).join('')}…`
}

function fieldChoices(field: Field, state: FormState, id: (value: string) => string): Choice[][] {
  const same: Choice[][] = isKept(field, state)
    ? [[{ id: id('_same'), label: text('form-same'), tone: 'primary' }]]
    : []
  if (field.kind === 'text') {
    const known = (field.known ?? [])
      .slice(0, 3)
      .map((one, index) => ({ id: id(`=${index}`), label: literal(one), one }))
    return [
      ...same,
      ...known.flatMap(({ one, ...choice }) => (one === state.values[field.name] ? [] : [[choice]])),
      ...skipChoice(field, state, id),
    ]
  }
  const page = pageOf(field, state)
  const ticked = field.kind === 'many' ? tickedOf(state, field) : undefined
  const rows: Choice[][] = page.options.map((option) => [
    ticked
      ? {
          id: id(`+${option.value}`),
          label: text(ticked.includes(option.value) ? 'form-ticked' : 'form-unticked', { option: option.label }),
          quiet: true,
        }
      : { id: id(`=${option.value}`), label: option.label },
  ])
  const turning: Choice[] = []
  if (page.before) turning.push({ id: id('_fewer'), label: text('form-page-before'), quiet: true })
  if (page.after) turning.push({ id: id('_more'), label: text('form-page-after'), quiet: true })
  if (turning.length > 0) rows.push(turning)
  if (field.kind === 'many')
    rows.push([{ id: id('_next'), label: field.done ?? text('form-ticks-done'), tone: 'primary' }])
  return [...same, ...rows, ...skipChoice(field, state, id)]
}

function skipChoice(field: Field, state: FormState, id: (value: string) => string): Choice[][] {
  const label = text((state.values[field.name] ?? '').length > 0 ? 'form-clear' : 'form-skip')
  return isOptional(field) ? [[{ id: id('_skip'), label }]] : []
}

function wayChoices(form: Form, state: FormState, id: (value: string) => string): Choice[] {
  const first = stepsOf(form, state)[0] === state.at && !state.editing
  const back: Choice[] = first ? [] : [{ id: id('_back'), label: text('form-back') }]
  return [...back, { id: id('_stop'), label: text('form-stop') }]
}

function review(form: Form, state: FormState, id: (value: string) => string): Saying {
  const asked = activeFields(form.fields, state.values)
  const said = asked.filter((one) => !isOptional(one) || (state.values[one.name] ?? '').length > 0)
  const lines = said.map((field) =>
    text('form-review-line', { label: field.label, value: field.show(state.values[field.name] ?? '') }),
  )
  const { more } = form.review
  const adding = more && nextOptional(form, state) ? [[{ id: id('_more'), label: more.label }]] : []
  const { send, check } = form.review
  const label = typeof send === 'function' ? send(state.values) : send
  const complaint = check?.(state.values)
  const sending: Choice[][] = complaint ? [] : [[{ id: id('_next'), label, tone: 'primary' }]]
  const edit = asked.length > 0 ? [{ id: id('_edit'), label: text('form-edit') }] : []
  const beside = (form.review.beside ?? []).map((one) => ({ id: id(`_${one.value}`), label: one.label }))
  return {
    text: [
      ...progress(form, state),
      form.review.title,
      ...joinLines(lines),
      ...form.review.notes(state.values),
      ...(complaint ? [complaint] : []),
    ],
    choices: [...sending, ...adding, ...(beside.length > 0 ? [beside] : []), [...edit, ...wayChoices(form, state, id)]],
  }
}

/** Lines that belong together stand under each other, without the empty line between paragraphs. */
function joinLines(lines: readonly Text[]): Text[] {
  const [first, ...rest] = lines
  if (!first) return []
  return [rest.reduce((above, line) => text('form-two-lines', { above, line }), first)]
}

function editChoices(form: Form, state: FormState, id: (value: string) => string): Choice[][] {
  const fields = activeFields(form.fields, state.values).map((field) => [
    { id: id(`@${field.name}`), label: field.label },
  ])
  return [...fields, [{ id: id('_back'), label: text('form-back') }]]
}
