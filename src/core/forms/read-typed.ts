import { type Candidate, choose, chooseMany } from '../language/choose.ts'
import { fold } from '../language/fold.ts'
import { type Text, text } from '../message.ts'
import {
  activeFields,
  type ChoiceField,
  type Field,
  type Form,
  type FormState,
  type ManyField,
  type Option,
  type Value,
} from './form.ts'
import { fieldAt, pageOf, pageSize, tickedOf } from './prompt.ts'

/** What typed words mean at this step of a form. */
export type Reading =
  | { readonly kind: 'value'; readonly value: Value }
  /** Ticks to set without leaving the question. */
  | { readonly kind: 'ticks'; readonly values: readonly string[] }
  /** The same as pressing that choice. */
  | { readonly kind: 'pick'; readonly value: string }
  | { readonly kind: 'several'; readonly options: readonly Option[] }
  /** Does not fit: what would be right, the part to keep as a draft, and ticks that were understood all the same. */
  | { readonly kind: 'refused'; readonly say: Text; readonly draft?: string; readonly values?: readonly string[] }

/** Reads words typed at the step where the form stands. */
export function readTyped(form: Form, state: FormState, words: string): Reading {
  const control = controls[fold(words)]
  if (control !== undefined) return { kind: 'pick', value: control }
  if (state.at === 'review') return readAtReview(form, state, words)
  if (state.at === 'edit') return readAtEdit(form, state, words)
  const field = fieldAt(form, state)
  switch (field.kind) {
    case 'text': {
      const parsed = field.parse(words)
      return parsed.ok ? { kind: 'value', value: parsed.value } : { kind: 'refused', say: parsed.say, draft: words }
    }
    case 'choice':
      return readChoice(field, state, words)
    case 'many':
      return readMany(field, state, words)
  }
}

function readAtReview(form: Form, state: FormState, words: string): Reading {
  const wanted = fold(words)
  if (sendWords.has(wanted)) return { kind: 'pick', value: '_next' }
  if (editWords.has(wanted)) return { kind: 'pick', value: '_edit' }
  const [, named] = /^(?:sua|doi|edit|change) (.+)$/.exec(wanted) ?? []
  const chosen = named === undefined ? undefined : choose(named, fieldCandidates(form, state))
  return chosen?.kind === 'one'
    ? { kind: 'pick', value: `@${chosen.value}` }
    : { kind: 'refused', say: text('form-review-unclear') }
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
  const all = field.options(state.values)
  // A number means a line of the page that is shown; words are looked for in the whole list.
  const shown = /^\s*\d+\s*$/.test(words) && all.length > pageSize ? pageOf(field, state).options : all
  const chosen = choose(words, shown.map(candidate))
  if (chosen.kind === 'one') return { kind: 'value', value: chosen.value }
  if (chosen.kind === 'several')
    return { kind: 'several', options: all.filter((one) => chosen.values.includes(one.value)) }
  return { kind: 'refused', say: text('form-choice-unclear', { label: field.label }), draft: words }
}

function readMany(field: ManyField, state: FormState, words: string): Reading {
  if (doneWords.has(fold(words))) return { kind: 'pick', value: '_next' }
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

// What people type instead of pressing, folded. The same words mean the same at every step.
const controls: Readonly<Record<string, string>> = {
  'quay lai': '_back',
  'tro lai': '_back',
  back: '_back',
  huy: '_stop',
  'huy bo': '_stop',
  thoi: '_stop',
  dung: '_stop',
  'dung lai': '_stop',
  cancel: '_stop',
  stop: '_stop',
  'de sau': '_keep',
  later: '_keep',
}
const sendWords = new Set(['gui', 'ok', 'dong y', 'xac nhan', 'dung roi', 'send', 'yes', 'tiep', 'tiep tuc'])
const editWords = new Set(['sua', 'sua lai', 'edit', 'change'])
const doneWords = new Set([
  'xong',
  'gui',
  'send',
  'ok',
  'done',
  'tiep',
  'tiep tuc',
  'khong',
  'khong co',
  'none',
  'no',
  'bo qua',
  'skip',
])
