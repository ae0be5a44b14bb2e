import { activeFields, type Field, type Form, type FormState } from './form.ts'

/**
 * The steps that lead through the form as it stands: what was told before it began and still holds is passed over, and
 * so is what is only asked of those who want to say more.
 */
export function stepsOf(form: Form, state: FormState): readonly string[] {
  const told = new Set(state.told)
  const isPassed = (field: Field) =>
    field.name !== state.at &&
    ((told.has(field.name) && stands(field, state)) || (isExtra(field) && state.more !== true))
  const asked = activeFields(form.fields, state.values).filter((field) => !isPassed(field))
  const closing = activeFields(form.closing, state.values)
  return [...asked.map((field) => field.name), 'review', ...closing.map((field) => field.name)]
}

/** The step after that field; the review card where there is none before it. */
export function stepAfter(form: Form, state: FormState, name: string | undefined): string {
  const steps = stepsOf(form, state)
  if (name === undefined) return steps[0] ?? 'review'
  const order = [...activeFields(form.fields, state.values).map((field) => field.name), 'review']
  const later = order.slice(order.indexOf(name) + 1)
  return later.find((one) => steps.includes(one)) ?? 'review'
}

/** Whether the field's value still stands, now that other answers may have changed what can be chosen. */
export function stands(field: Field, state: FormState): boolean {
  const value = state.values[field.name]
  if (value === undefined || value === '') return isOptional(field)
  if (field.kind === 'text') return typeof value === 'string' && (field.stillFits?.(value) ?? true)
  const options = field.options(state.values).map((option) => option.value)
  if (field.kind === 'choice') return typeof value === 'string' && options.includes(value)
  const ticked = tickedOf(state, field)
  return ticked.every((one) => options.includes(one)) && field.check?.(ticked, state.values) === undefined
}

/** The ticks set so far. */
export function tickedOf(state: FormState, field: Field): readonly string[] {
  const value = state.values[field.name]
  return Array.isArray(value) ? value : []
}

/** The next field that the person could still say something in, though the form is complete without. */
export function nextOptional(form: Form, state: FormState): Field | undefined {
  return activeFields(form.fields, state.values).find((field) => isOptional(field) && isUnsaid(field, state))
}

/** Whether nothing was said in a field that cannot be left empty. */
export function isMissing(field: Field, { values }: FormState): boolean {
  return values[field.name] === undefined && !isOptional(field)
}

/** Whether the field was answered before and the answer still holds, so that it can stay as it is. */
export function isKept(field: Field, state: FormState): boolean {
  return field.kind !== 'many' && (state.values[field.name] ?? '') !== '' && stands(field, state)
}

/** Whether the field can be left empty. */
export function isOptional(field: Field): boolean {
  return field.optional !== undefined
}

function isExtra(field: Field): boolean {
  return field.optional === 'on-request'
}

function isUnsaid(field: Field, { values }: FormState): boolean {
  return values[field.name] === undefined
}
