import { type Candidate, choose, chooseMany, isName } from '../language/choose.ts'
import { fold } from '../language/fold.ts'
import { type Text, text } from '../message.ts'
import { type Control, isRightOrStop, readControl } from './control-words.ts'
import {
  activeFields,
  type ChoiceField,
  type Elsewhere,
  type Field,
  type Form,
  type FormState,
  type ManyField,
  type Option,
  type Sent,
  type Value,
  type Values,
} from './form.ts'
import { fieldAt, pageOf, pageSize } from './prompt.ts'
import { isKept, isOptional, stands, tickedOf } from './steps.ts'

/** What typed words mean at this step of a form. */
export type Reading =
  | { readonly kind: 'value'; readonly value: Value }
  /** Ticks to set without leaving the question. */
  | { readonly kind: 'ticks'; readonly values: readonly string[] }
  /** The same as pressing that choice. */
  | { readonly kind: 'pick'; readonly value: string }
  /** Another field is changed to these words. */
  | ({ readonly kind: 'elsewhere' } & Elsewhere)
  | { readonly kind: 'several'; readonly options: readonly Option[] }
  /** "dung" without accents, where both "đúng" and "dừng" make sense; `yes` is what the first one picks. */
  | { readonly kind: 'right-or-stop'; readonly yes: '_sure' | '_next' }
  /** Does not fit: what would be right, the part to keep as a draft, and ticks that were understood all the same. */
  | { readonly kind: 'refused'; readonly say: Text; readonly draft?: string; readonly values?: readonly string[] }

/** Reads words typed at the step where the form stands. */
export function readTyped(form: Form, state: FormState, words: string, sent: Sent = {}): Reading {
  const control = readControl(words)
  if (isRightOrStop(words)) {
    if (state.asking?.kind === 'sure') return { kind: 'right-or-stop', yes: '_sure' }
    if (state.at === 'review' && !state.asking) return { kind: 'right-or-stop', yes: '_next' }
  }
  const answer = control && readForAsking(state, control)
  if (answer !== undefined) return { kind: 'pick', value: answer }
  const way = control && ways[control]
  if (way !== undefined) return { kind: 'pick', value: way }
  const other = state.at === 'review' ? form.review.read?.(words, state.values) : undefined
  if (other) return { kind: 'elsewhere', ...other }
  // Nothing is sent but by the word or the button for it.
  if (isLast(form, state) && control !== undefined && control !== 'edit' && control !== 'agree')
    return control === 'send' ? { kind: 'pick', value: '_next' } : { kind: 'refused', say: text('form-not-sent') }
  // What was agreed to is ticked already: only sending is left.
  if (control === 'agree' && isLast(form, state) && state.at !== 'review' && isReady(fieldAt(form, state), state))
    return { kind: 'refused', say: text('form-not-sent') }
  if (state.at === 'edit') return readAtEdit(form, state, words)
  const change = readChange(form, state, words)
  if (change) return change
  if (state.at === 'review') return readAtReview(form, state, words, control)
  // Who says "sai rồi" at a question means the answer before it.
  if (control === 'edit') return { kind: 'pick', value: '_back' }
  const field = fieldAt(form, state)
  const goesOn = control === 'none' || control === 'go-on' || control === 'done'
  if (isKept(field, state) && (control === 'same' || goesOn)) return { kind: 'pick', value: '_same' }
  if (isOptional(field) && field.kind !== 'many' && (goesOn || control === 'clear'))
    return { kind: 'pick', value: '_skip' }
  switch (field.kind) {
    case 'text': {
      const parsed = field.parse(words, sent)
      if (!parsed.ok && parsed.elsewhere) return { kind: 'elsewhere', ...parsed.elsewhere }
      return parsed.ok ? { kind: 'value', value: parsed.value } : { kind: 'refused', say: parsed.say, draft: words }
    }
    case 'choice':
      return readChoice(field, state, words)
    case 'many':
      return readMany(field, state, words, control)
  }
}

/** Whether the words are an answer to this field and can mean nothing else. */
export function isPlainAnswer(field: Field, values: Values, words: string): boolean {
  return field.kind !== 'text' && field.plainNames === true && isOptionOf(field, values, words)
}

const ways: Readonly<Partial<Record<Control, string>>> = { back: '_back', stop: '_stop', drop: '_stop', keep: '_keep' }

// "Dừng ở đây?" - "không" goes on, "có" keeps what is there; only who says so drops it.
const stopAnswers: Readonly<Partial<Record<Control, string>>> = {
  none: '_stay',
  'go-on': '_stay',
  back: '_stay',
  stop: '_keep',
  agree: '_keep',
  drop: '_drop',
}

function readForAsking({ asking }: FormState, control: Control): string | undefined {
  if (asking?.kind === 'stop') return stopAnswers[control]
  if (asking?.kind !== 'sure') return undefined
  return control === 'agree' || control === 'done'
    ? '_sure'
    : control === 'none' || control === 'edit'
      ? '_stay'
      : undefined
}

/** Whether going on from here sends the form. */
function isLast(form: Form, state: FormState): boolean {
  const last = activeFields(form.closing, state.values).at(-1)?.name ?? 'review'
  return state.at === last
}

function isReady(field: Field, state: FormState): boolean {
  return tickedOf(state, field).length > 0 && stands(field, state)
}

/** "Sửa tên", "đổi đơn vị thành phòng 2": at any step, another field is meant. */
function readChange(form: Form, state: FormState, words: string): Reading | undefined {
  const [, named = '', value] =
    /^\s*(?:sửa|sua|đổi|doi|edit|change)(?: lại| lai)?\s+(?:mục |muc |the |my )?(.+?)(?:\s+(?:thành|thanh|sang|qua|to)\s+(.+))?$/iu.exec(
      words.normalize('NFC'),
    ) ?? []
  const chosen = choose(named, fieldCandidates(form, state))
  if (chosen.kind !== 'one' || chosen.value === state.at || !isReached(form, state, chosen.value)) return undefined
  if (value === undefined) return { kind: 'pick', value: `@${chosen.value}` }
  return { kind: 'elsewhere', field: chosen.value, words: value, ...replaced(form, state, chosen.value, value) }
}

/** "Thành" puts the new ticks in the place of the old ones, where all of them are understood. */
function replaced(form: Form, { values }: FormState, name: string, words: string): { given?: Values } {
  const field = form.fields.find((one) => one.name === name)
  if (field?.kind !== 'many') return {}
  const chosen = chooseMany(words, field.options(values).map(candidate))
  return chosen.values.length > 0 && chosen.unclear.length === 0 ? { given: { [name]: [] } } : {}
}

function isReached(form: Form, state: FormState, name: string): boolean {
  return (
    activeFields(form.fields, state.values).some((field) => field.name === name) && state.values[name] !== undefined
  )
}

function readAtReview(form: Form, state: FormState, words: string, control: Control | undefined): Reading {
  if (control === 'edit') return { kind: 'pick', value: '_edit' }
  if (form.review.more?.names.includes(fold(words))) return { kind: 'pick', value: '_more' }
  const beside = form.review.beside?.find((one) => one.names.includes(fold(words)))
  if (beside) return { kind: 'pick', value: `_${beside.value}` }
  const meant = control === undefined ? readField(form, state, words) : undefined
  if (meant) return meant
  const goesOn = control === 'send' || (control !== undefined && control !== 'none' && !isLast(form, state))
  return goesOn ? { kind: 'pick', value: '_next' } : { kind: 'refused', say: text('form-review-unclear') }
}

/** A field's name, or the whole name of what can be chosen in just one of them. */
function readField(form: Form, state: FormState, words: string): Reading | undefined {
  const fields = activeFields(form.fields, state.values)
  const named = fields.find((field) => isName(words, [{ value: field.name, label: '', aliases: field.names }]))
  if (named) return { kind: 'pick', value: `@${named.name}` }
  const [holder, ...others] = fields.filter((field) => isOptionOf(field, state.values, words))
  return holder && others.length === 0 ? { kind: 'elsewhere', field: holder.name, words } : undefined
}

function isOptionOf(field: Field, values: Values, words: string): boolean {
  return field.kind !== 'text' && isName(words, field.options(values).map(candidate))
}

function readAtEdit(form: Form, state: FormState, words: string): Reading {
  const chosen = choose(words, fieldCandidates(form, state))
  return chosen.kind === 'one'
    ? { kind: 'pick', value: `@${chosen.value}` }
    : { kind: 'refused', say: text('form-edit-unclear') }
}

function fieldCandidates(form: Form, state: FormState): Candidate[] {
  return activeFields(form.fields, state.values).map((field: Field) => ({
    value: field.name,
    label: field.name,
    aliases: field.names,
  }))
}

function readChoice(field: ChoiceField, state: FormState, words: string): Reading {
  const { asking } = state
  const options = field.options(state.values)
  if (field.read && !/^\s*\d+\s*$/.test(words)) {
    const value = field.read(words)
    if (typeof value === 'object') return { kind: 'elsewhere', ...value }
    return options.some((one) => one.value === value) && value !== undefined
      ? { kind: 'value', value }
      : { kind: 'refused', say: text('form-choice-unclear', { label: field.label }), draft: words }
  }
  const all = asking?.kind === 'among' ? options.filter((one) => asking.values.includes(one.value)) : options
  // A number means a line of the page that is shown; words are looked for in the whole list.
  const shown = /^\s*\d+\s*$/.test(words) && all.length > pageSize ? pageOf(field, state).options : all
  const among = choose(words, shown.map(candidate))
  const chosen = among.kind === 'none' ? choose(words, options.map(candidate)) : among
  if (chosen.kind === 'one') return { kind: 'value', value: chosen.value }
  if (chosen.kind === 'several')
    return { kind: 'several', options: options.filter((one) => chosen.values.includes(one.value)) }
  return { kind: 'refused', say: text('form-choice-unclear', { label: field.label }), draft: words }
}

function readMany(field: ManyField, state: FormState, words: string, control: Control | undefined): Reading {
  if (control === 'done' || control === 'none' || control === 'go-on' || control === 'send')
    return { kind: 'pick', value: '_next' }
  const { values, unclear } = chooseMany(words, field.options(state.values).map(candidate))
  const ticks = [...new Set([...tickedOf(state, field), ...values])]
  if (values.length > 0 && unclear.length === 0) return { kind: 'ticks', values: ticks }
  const draft = unclear.join(', ')
  return {
    kind: 'refused',
    say: text('form-many-unclear', { label: field.label }),
    draft,
    ...(values.length > 0 ? { values: ticks } : {}),
  }
}

function candidate(option: Option): Candidate {
  return { value: option.value, label: option.names[0] ?? option.value, aliases: option.names.slice(1) }
}
