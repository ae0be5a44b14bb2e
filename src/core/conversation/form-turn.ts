import { goOn, resume, start } from '../forms/engine.ts'
import type { Form, FormInput, FormState } from '../forms/form.ts'
import { prompt } from '../forms/prompt.ts'
import { type Choice, text } from '../message.ts'
import { button } from './menu.ts'
import type { Dialogue, Outcome, Turn } from './turn.ts'

export type Dialogues = ReadonlyMap<string, Dialogue>

export interface FormDeciders {
  readonly dialogues: Dialogues
  readonly random: (bytes: number) => Uint8Array
}

/** The form that the person has open, as it is for them today; undefined where its dialogue has changed since. */
export function formOf(turn: Turn, deciders: FormDeciders): Form | undefined {
  if (!turn.form) return undefined
  const form = deciders.dialogues.get(turn.form.dialogue)?.form(turn, turn.form.about)
  return form?.version === turn.form.version ? form : undefined
}

/** Begins a dialogue. A form that was begun is not given up for it without asking: `anyway` is the way to say so. */
export function beginForm(
  turn: Turn,
  deciders: FormDeciders,
  name: string,
  given: Partial<Pick<FormState, 'values' | 'about' | 'at'>>,
  anyway: Choice | undefined,
): Outcome {
  if (turn.form && anyway) {
    const choices = [[button('resume', 'primary')], [anyway]]
    return { say: [{ text: [text('form-unfinished')], choices }], effects: [] }
  }
  const dialogue = deciders.dialogues.get(name)
  if (!dialogue) throw new Error(`No dialogue ${name}`)
  const form = dialogue.form(turn, given.about ?? {})
  const token = Array.from(deciders.random(5), (byte) => byte.toString(36).padStart(2, '0')).join('')
  const state = start(form, token, given)
  return { say: [prompt(form, state)], effects: [], form: state }
}

/** Gives the open form its next input. */
export function continueForm(turn: Turn, deciders: FormDeciders, input: FormInput): Outcome {
  const form = formOf(turn, deciders)
  if (!form || !turn.form) return outdated(turn)
  const step = resume(form, turn.form, input)
  switch (step.outcome) {
    case 'open':
      return { say: step.say, effects: [], form: step.state }
    case 'paused':
      return {
        say: [{ text: [text('form-kept')], choices: [[button('resume', 'primary')]], inPlace: true }],
        effects: [],
        form: step.state,
      }
    case 'cancelled':
      return {
        say: [
          {
            text: [text('form-dropped')],
            choices: [[button('register')], [button('dates'), button('ask')]],
            inPlace: true,
          },
        ],
        effects: [],
        form: null,
      }
    case 'sent': {
      const dialogue = deciders.dialogues.get(form.dialogue)
      if (!dialogue) throw new Error(`No dialogue ${form.dialogue}`)
      return { ...dialogue.complete(turn, step.state, deciders.random), form: null }
    }
  }
}

/** Takes up a form that was put aside or is still open, where it was. */
export function resumeForm(turn: Turn, deciders: FormDeciders): Outcome {
  if (!turn.form)
    return { say: [{ text: [text('form-nothing-open')], choices: [[button('register', 'primary')]] }], effects: [] }
  const form = formOf(turn, deciders)
  if (!form) return outdated(turn)
  const state = goOn(turn.form)
  return { say: [prompt(form, state, [text('form-welcome-back')])], effects: [], form: state }
}

/** Something said in passing: an open form asks its question again below it. */
export function aside(turn: Turn, deciders: FormDeciders, outcome: Outcome): Outcome {
  const form = turn.form && !turn.form.paused ? formOf(turn, deciders) : undefined
  if (!form || !turn.form || outcome.form !== undefined) return outcome
  const state = goOn(turn.form)
  const again = { ...prompt(form, state, [text('form-still-open')]), inPlace: false }
  return { ...outcome, say: [...outcome.say, again], form: state }
}

/** A form of an older version cannot go on; what was typed into it is shown, so that it is not lost. */
function outdated(turn: Turn): Outcome {
  const typed = Object.values(turn.form?.values ?? {})
    .flat()
    .join('; ')
  return {
    say: [{ text: [text('form-outdated', { typed })], choices: [[button('register', 'primary')]] }],
    effects: [],
    form: null,
  }
}
