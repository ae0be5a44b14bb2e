import { type Given, goOn, resume, start } from '../forms/engine.ts'
import type { Form, FormInput, FormState, FormStep } from '../forms/form.ts'
import { briefPrompt, prompt } from '../forms/prompt.ts'
import { type Choice, type Saying, type Text, text } from '../message.ts'
import { button, shortMenu } from './menu.ts'
import { type Dialogue, type Outcome, say, type Turn } from './turn.ts'

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

/** A dialogue to begin: with what is known already, and what to do about a form that is in its way. */
export interface Beginning {
  readonly dialogue: string
  readonly given?: Given
  /** Said above the first question. */
  readonly before?: readonly Text[]
  /** The token of the form that the person said may be given up. */
  readonly dropping?: string
  /** The choice that says so. */
  readonly anyway: (token: string) => Choice
}

/** Begins a dialogue. A form that was begun is never given up for it unless the person said so of that very form. */
export function beginForm(turn: Turn, deciders: FormDeciders, beginning: Beginning): Outcome {
  const { given = {} } = beginning
  if (turn.form && turn.form.token !== beginning.dropping) {
    const choices = [[{ ...button('resume', 'primary'), yes: true }], [beginning.anyway(turn.form.token)]]
    return say({ text: [text('form-unfinished')], choices })
  }
  const form = dialogueOf(beginning.dialogue, deciders).form(turn, given.about ?? {})
  const token = Array.from(deciders.random(5), (byte) => byte.toString(36).padStart(2, '0')).join('')
  const state = start(form, token, given)
  const first = prompt(form, state)
  return { ...say({ ...first, text: [...(beginning.before ?? []), ...first.text] }), form: state }
}

function dialogueOf(name: string, deciders: FormDeciders): Dialogue {
  const dialogue = deciders.dialogues.get(name)
  if (!dialogue) throw new Error(`No dialogue ${name}`)
  return dialogue
}

/** Gives the open form its next input. `understood` is false where that did not fit: it may mean something else. */
export function continueForm(turn: Turn, deciders: FormDeciders, input: FormInput): Outcome & { understood: boolean } {
  const form = formOf(turn, deciders)
  if (!form || !turn.form) return { ...outdated(turn), understood: true }
  const step = resume(form, turn.form, input)
  return { ...afterStep(turn, deciders, form, step), understood: step.understood }
}

function afterStep(turn: Turn, deciders: FormDeciders, form: Form, step: FormStep): Outcome {
  switch (step.outcome) {
    case 'open':
      return { say: step.say, effects: [], form: step.state }
    case 'paused':
      return { ...say({ ...kept(step.state), inPlace: true }), form: step.state }
    case 'cancelled':
      return { ...say({ text: [text('form-dropped')], choices: shortMenu(turn), inPlace: true }), form: null }
    case 'beside': {
      const shown = dialogueOf(form.dialogue, deciders).beside?.(turn, step.state, step.beside ?? '')
      const again = { ...prompt(form, step.state), inPlace: false }
      return { say: [...(shown?.say ?? []), again], effects: shown?.effects ?? [], form: step.state }
    }
    case 'sent':
      return { form: null, ...dialogueOf(form.dialogue, deciders).complete(turn, step.state, deciders.random) }
  }
}

/** A form that was put aside, and the two things that can be done with it. */
export function kept(state: FormState): Saying {
  const choices = [[{ ...button('resume', 'primary'), yes: true }], [button('discard', 'danger', state.token)]]
  return { text: [text('form-kept')], choices }
}

/** Gives up the form of that token; an older one's button drops no other. */
export function discardForm(turn: Turn, token: string): Outcome {
  if (turn.form?.token !== token) return say({ text: [text('choice-stale')], choices: shortMenu(turn) })
  return { ...say({ text: [text('form-dropped')], choices: shortMenu(turn), inPlace: true }), form: null }
}

/** Takes up a form that was put aside or is still open, where it was. */
export function resumeForm(turn: Turn, deciders: FormDeciders): Outcome {
  if (!turn.form) return say({ text: [text('form-nothing-open')], choices: [[button('register', 'primary')]] })
  const form = formOf(turn, deciders)
  if (!form) return outdated(turn)
  const state = goOn(turn.form)
  return { ...say(prompt(form, state, [text('form-welcome-back')])), form: state }
}

/** Something said in passing: below it one line says where the open form stands, with its choices. */
export function aside(turn: Turn, deciders: FormDeciders, outcome: Outcome): Outcome {
  const form = turn.form && !turn.form.paused ? formOf(turn, deciders) : undefined
  if (!form || !turn.form || outcome.form !== undefined) return outcome
  const state = goOn(turn.form)
  return { ...outcome, say: [...outcome.say, briefPrompt(form, state)], form: state }
}

/** A form of an older version cannot go on; what was typed into it is shown, so that it is not lost. */
function outdated(turn: Turn): Outcome {
  const typed = Object.values(turn.form?.values ?? {})
    .flat()
    .join('; ')
  return {
    ...say({ text: [text('form-outdated', { typed })], choices: [[button('register', 'primary')]] }),
    form: null,
  }
}
