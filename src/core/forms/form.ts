import type { FileReference, Saying, Span, Text } from '../message.ts'

/** A guided conversation as data: what is asked in which order, and how an answer is read. */
export interface Form {
  readonly dialogue: string
  /** Raised when old states no longer fit; a state of another version is started afresh. */
  readonly version: number
  /** Asked in this order, then shown on the review card, where each can be changed. */
  readonly fields: readonly Field[]
  /** Asked after the review and before sending, for example consent. */
  readonly closing: readonly Field[]
  /** What stands above and below the fields on the review card. */
  readonly review: {
    readonly title: Text
    readonly notes: (values: Values) => readonly Text[]
    readonly send: Text | ((values: Values) => Text)
    /** Why it cannot be sent as it stands, if so. */
    readonly check?: (values: Values) => Text | undefined
    /** The choice that asks what can be left empty and was not asked yet. */
    readonly more?: Option
    /** What can be looked at from the card before it is sent: the dialogue shows it, and the card stands again. */
    readonly beside?: readonly Option[]
    /** Words on the card that answer one of its fields without naming it. */
    readonly read?: (typed: string, values: Values) => Elsewhere | undefined
  }
}

/** These words answer another field, once the given values stand. */
export interface Elsewhere {
  readonly field: string
  readonly words: string
  readonly given?: Values
}

export type Values = Readonly<Record<string, Value>>
export type Value = string | readonly string[]

export interface Option {
  /** Short ASCII: it travels inside button data. */
  readonly value: string
  readonly label: Text
  /** In every language and spelling in which a person may type it; the first is its plain name. */
  readonly names: readonly string[]
}

interface FieldBase {
  readonly name: string
  /** What it is called on the review card and in messages about it. */
  readonly label: Text
  /** How people call it when they ask to change it: folded, in every language. */
  readonly names: readonly string[]
  /** What introduces the question, and last the question itself: it alone stands again when it is asked again. */
  readonly question: (values: Values) => readonly Text[]
  /** Left out while this says no; its value is dropped on sending. */
  readonly when?: (values: Values) => boolean
  /** Can be left empty. `on-request`: asked only of those who want to say more from the review card. */
  readonly optional?: 'skippable' | 'on-request'
  /** How the value reads on the review card. */
  readonly show: (value: Value) => Text
}

export interface TextField extends FieldBase {
  readonly kind: 'text'
  /** Reads what was typed; a refusal says what would be right. */
  readonly parse: (
    typed: string,
    sent: Sent,
  ) =>
    | { readonly ok: true; readonly value: string }
    | { readonly ok: false; readonly say: Text; readonly elsewhere?: Elsewhere }
  /** Known answers worth one tap, for example the name given last time. */
  readonly known?: readonly string[]
  /** True for a value that fits and yet is hardly meant: the person is asked before it is taken. */
  readonly doubt?: (value: string) => boolean
  /** Takes any words for its value, also those that look like a question to us. */
  readonly anyWords?: boolean
  /** Takes any words but a question that we can answer: nothing else is looked for in them. */
  readonly freeWords?: boolean
  /** False where the value, right when it was given, no longer is: it is asked for again before sending. */
  readonly stillFits?: (value: string) => boolean
  /** Takes a photo or document with the words under it. */
  readonly takesFiles?: boolean
}

/** What came with the words. */
export interface Sent {
  readonly spans?: readonly Span[]
  readonly file?: FileReference
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice'
  readonly options: (values: Values) => readonly Option[]
  /** The whole name of an option means nothing else here: no wish and no question is looked for in it. */
  readonly plainNames?: boolean
  /** Reads typed words in place of the options' names, where a name found among them is not enough: an option's value. */
  readonly read?: (typed: string) => string | Elsewhere | undefined
}

export interface ManyField extends FieldBase {
  readonly kind: 'many'
  readonly options: (values: Values) => readonly Option[]
  /** The whole name of an option means nothing else here: no wish and no question is looked for in it. */
  readonly plainNames?: boolean
  /** Why these ticks will not do, if so. */
  readonly check?: (ticked: readonly string[], values: Values) => Text | undefined
  /** What the choice that ends the ticking says, where it does more than go on. */
  readonly done?: Text
}

export type Field = TextField | ChoiceField | ManyField

/** Where a form stands: plain JSON, kept between messages and restarts. */
export interface FormState {
  readonly dialogue: string
  readonly version: number
  /** Random per form: a button of an older form is told by it. */
  readonly token: string
  /** Raised with each step: a button of an earlier step is told by it. */
  readonly turn: number
  /** A field's name, `review` or `edit`. */
  readonly at: string
  readonly values: Values
  /** What was typed and did not fit, by field: shown again rather than lost. */
  readonly drafts: Readonly<Record<string, string>>
  /** True while one field is being changed from the review card. */
  readonly editing: boolean
  /** Which page of a long list is shown, from 0. */
  readonly page: number
  /** Fields that the person told before the form began: passed over while that still holds, and changed from the card. */
  readonly told?: readonly string[]
  /** True once the person wants to say more than must be. */
  readonly more?: boolean
  /** Put aside: messages are not taken as answers until the person goes on. */
  readonly paused: boolean
  /** A question about the step itself that stands open; the next input answers it or goes to the step. */
  readonly asking?: Asking
  /** What the form is about, for example the pledge being changed. */
  readonly about: Readonly<Record<string, string>>
}

export type Asking =
  /** Whether to stop, keep or drop. */
  | { readonly kind: 'stop' }
  /** Which of these options was meant. */
  | { readonly kind: 'among'; readonly values: readonly string[] }
  /** Whether this is meant as the value. */
  | { readonly kind: 'sure'; readonly value: string }

export type FormInput =
  | { readonly kind: 'text'; readonly text: string; readonly spans?: readonly Span[] }
  | { readonly kind: 'file'; readonly file: FileReference; readonly caption: string; readonly spans?: readonly Span[] }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'unsupported' }

/**
 * What one input led to. `sent`: the person sent the form, with its values. `cancelled`: they gave it up. `beside`: they
 * asked to look at that from the card.
 */
export interface FormStep {
  readonly state: FormState
  readonly outcome: 'open' | 'paused' | 'sent' | 'cancelled' | 'beside'
  readonly beside?: string
  readonly say: readonly Saying[]
  /** False where the input did not fit: a caller may find another meaning for it first. */
  readonly understood: boolean
}

/** The fields that are asked with these values, in order. */
export function activeFields(fields: readonly Field[], values: Values): readonly Field[] {
  return fields.filter((field) => field.when?.(values) ?? true)
}

/** Only the values of fields that are asked: what a person took back by changing an earlier answer is not sent. */
export function sentValues(form: Form, values: Values): Values {
  const asked = [...form.fields, ...form.closing].filter((field) => field.when?.(values) ?? true)
  return Object.fromEntries(
    asked.flatMap((field) => (field.name in values ? [[field.name, values[field.name]]] : [])),
  ) as Values
}
