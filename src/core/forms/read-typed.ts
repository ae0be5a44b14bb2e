import { type Candidate, choose, chooseMany } from '../language/choose.ts'
import { fold } from '../language/fold.ts'
import { type Text, text } from '../message.ts'
import { type Control, readControl } from './control-words.ts'
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
  const control = readControl(words)
  const way = control && ways[control]
  if (way !== undefined) return { kind: 'pick', value: way }
  if (state.at === 'review') return readAtReview(form, state, words, control)
  if (state.at === 'edit') return readAtEdit(form, state, words)
  // Who says "sai rồi" at a question means the answer before it.
  if (control === 'edit') return { kind: 'pick', value: '_back' }
  const field = fieldAt(form, state)
  switch (field.kind) {
    case 'text': {
      const parsed = field.parse(words)
      return parsed.ok ? { kind: 'value', value: parsed.value } : { kind: 'refused', say: parsed.say, draft: words }
    }
    case 'choice':
      return readChoice(field, state, words)
    case 'many':
      return readMany(field, state, words, control)
  }
}

const ways: Readonly<Partial<Record<Control, string>>> = { back: '_back', stop: '_stop', keep: '_keep' }

function readAtReview(form: Form, state: FormState, words: string, control: Control | undefined): Reading {
  if (control === 'edit') return { kind: 'pick', value: '_edit' }
  if (control === 'done' || control === 'agree' || control === 'go-on') return { kind: 'pick', value: '_next' }
  const [, named] = /^(?:sua|doi|edit|change) (.+)$/.exec(fold(words)) ?? []
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

function readMany(field: ManyField, state: FormState, words: string, control: Control | undefined): Reading {
  if (control === 'done' || control === 'none' || control === 'go-on') return { kind: 'pick', value: '_next' }
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
