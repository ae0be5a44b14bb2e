import { type Choice, literal, type Saying, text } from '../message.ts'
import type { Field, Form, FormState, Option } from './form.ts'
import { choiceId } from './prompt.ts'

/** Whether to stop, keep or drop. */
export function stopCard(state: FormState): Saying {
  return {
    text: [text('form-stop-ask')],
    choices: [
      [{ id: choiceId(state, '_stay'), label: text('form-stay'), tone: 'primary' }],
      [{ id: choiceId(state, '_keep'), label: text('form-keep') }],
      [{ id: choiceId(state, '_drop'), label: text('form-drop'), tone: 'danger' }],
    ],
    inPlace: true,
  }
}

/** Whether that is meant as the value. */
export function sureCard(state: FormState, field: Field, value: string): Saying {
  return {
    text: [text('form-sure', { label: field.label, value: literal(value) })],
    choices: [
      [{ id: choiceId(state, '_sure'), label: text('form-sure-yes'), tone: 'primary' }],
      [{ id: choiceId(state, '_stay'), label: text('form-sure-no') }],
    ],
  }
}

/** Which of these options was meant. */
export function severalCard(state: FormState, options: readonly Option[]): Saying {
  const rows = options.slice(0, 10).map((option) => [{ id: choiceId(state, `=${option.value}`), label: option.label }])
  return {
    text: [text('form-several')],
    choices: [...rows, [{ id: choiceId(state, '_stay'), label: text('form-back') }, stop(state)]],
  }
}

/** Whether "dung" is "đúng", which picks `yes`, or "dừng". */
export function rightOrStopCard(form: Form, state: FormState, yes: '_sure' | '_next'): Saying {
  const { send } = form.review
  const label = yes === '_next' ? (typeof send === 'function' ? send(state.values) : send) : text('form-sure-yes')
  return {
    text: [text('form-right-or-stop')],
    choices: [[{ id: choiceId(state, yes), label, tone: 'primary' }], [stop(state)]],
  }
}

function stop(state: FormState): Choice {
  return { id: choiceId(state, '_stop'), label: text('form-stop') }
}
