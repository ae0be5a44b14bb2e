import type { Answerer } from '../answers/answer.ts'
import type { FormInput, TextField } from '../forms/form.ts'
import { readChoiceId } from '../forms/prompt.ts'
import { fold } from '../language/fold.ts'
import { looksLikeQuestion } from '../language/question.ts'
import { type Saying, text } from '../message.ts'
import { act, type Dialogues } from './act.ts'
import { answerSaying, ask, askTopic } from './answering.ts'
import { aside, continueForm, formOf } from './form-turn.ts'
import { inGroup } from './in-group.ts'
import { type Action, examples, menu, readActionId } from './menu.ts'
import type { Outcome, Turn } from './turn.ts'

export interface Deciders {
  readonly answerer: Answerer
  readonly dialogues: Dialogues
  readonly random: (bytes: number) => Uint8Array
}

const nothing: Outcome = { say: [], effects: [] }

/** What one update leads to: a command, else the open form, else an answer. Pure; throws only on our own mistakes. */
export function decide(turn: Turn, deciders: Deciders): Outcome {
  const { update } = turn
  const { input } = update
  if (input.kind === 'reachable') return { say: [], effects: [{ kind: 'reachable', reachable: input.reachable }] }
  if (update.from.anonymous || !update.addressed) return nothing
  if (!update.private) return inGroup(turn, deciders.answerer)
  switch (input.kind) {
    case 'command':
      return onCommand(turn, deciders, input.command, input.argument)
    case 'choice':
      return onChoice(turn, deciders, input.id)
    case 'unsupported':
      return openForm(turn)
        ? continueForm(turn, deciders, { kind: 'unsupported' })
        : say({ text: [text('not-readable')], choices: menu(turn) })
    case 'text':
      return onText(turn, deciders, input.text)
  }
}

// The words after the slash, as they are registered with the platforms.
const commands: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    start: 'welcome',
    trogiup: 'help',
    help: 'help',
    dangky: 'register',
    cuatoi: 'my-pledge',
    hoi: 'ask',
    moc: 'dates',
    nhac: 'reminders',
    dulieu: 'my-data',
    tin: 'news',
    ngonngu: 'language',
    huy: 'cancel',
  } as const),
)

function onCommand(turn: Turn, deciders: Deciders, command: string, argument: string): Outcome {
  if (command === 'hoi' && argument !== '')
    return inPassing(turn, deciders, answerSaying(ask(deciders.answerer, argument, turn)))
  const started = command === 'start' ? commands.get(fold(argument).replaceAll(' ', '')) : undefined
  const action = started ?? commands.get(command)
  if (!action) return inPassing(turn, deciders, { text: [text('command-unknown', { command })], choices: menu(turn) })
  return act(turn, deciders, action, '')
}

function onChoice(turn: Turn, deciders: Deciders, id: string): Outcome {
  const action = readActionId(id)
  if (action) return act(turn, deciders, action.action, action.about)
  if (id.startsWith('topic:')) {
    const answer = askTopic(deciders.answerer, id.slice('topic:'.length), turn)
    return inPassing(turn, deciders, answer ? answerSaying(answer) : examples(turn))
  }
  if (openForm(turn) || (turn.form && readChoiceId(turn.form, id)?.current))
    return continueForm(turn, deciders, { kind: 'choice', id })
  return say({ text: [text('choice-stale')], choices: menu(turn) })
}

function onText(turn: Turn, deciders: Deciders, words: string): Outcome {
  if (fold(words) === '' && !openForm(turn))
    return say({ text: [text(words.trim() === '' ? 'text-empty' : 'text-no-words')], choices: menu(turn) })
  // A name that differs from an offered one by its accents alone is another name.
  const same = textField(turn, deciders) ? (one: string) => one.normalize('NFC').trim() : fold
  const picked = turn.offered.find((one) => same(one.label) === same(words) && fold(words) !== '')
  if (picked) return onChoice(turn, deciders, picked.id)
  if (openForm(turn)) return onFormText(turn, deciders, words)
  return turn.form && goOnWords.has(fold(words)) ? act(turn, deciders, 'resume', '') : onFreeText(turn, deciders, words)
}

// How people take up a form that they put aside, folded.
const goOnWords = new Set(['tiep tuc', 'tiep', 'lam tiep', 'tiep tuc dang ky', 'go on', 'continue', 'resume'])

/** Words in the middle of a form are its answer, unless they clearly ask something: then both are served. */
function onFormText(turn: Turn, deciders: Deciders, words: string): Outcome {
  const input: FormInput = { kind: 'text', text: words }
  if (textField(turn, deciders)?.anyWords) return continueForm(turn, deciders, input)
  const answer = looksLikeQuestion(words) ? ask(deciders.answerer, words, turn) : undefined
  const sure = answer?.kind === 'answer' && answer.confidence >= 0.5
  return sure && answer ? inPassing(turn, deciders, answerSaying(answer)) : continueForm(turn, deciders, input)
}

/** The field that takes typed words now, if the open form asks for one. */
function textField(turn: Turn, deciders: Deciders): TextField | undefined {
  if (!openForm(turn)) return undefined
  const field = formOf(turn, deciders)?.fields.find((one) => one.name === turn.form?.at)
  return field?.kind === 'text' ? field : undefined
}

function onFreeText(turn: Turn, deciders: Deciders, words: string): Outcome {
  const answer = ask(deciders.answerer, words, turn)
  if (answer.kind === 'action' && answer.action) {
    const action = actionOfAnswer[answer.action]
    if (action) return act(turn, deciders, action, '')
  }
  return say(answerSaying(answer))
}

// What the answer engine recognises that a person wants done, and what we can do about it.
const actionOfAnswer: Readonly<Record<string, Action>> = {
  register: 'register',
  'my-pledge': 'my-pledge',
  'change-pledge': 'change-pledge',
  'withdraw-pledge': 'withdraw-pledge',
  'reminders-off': 'reminders-off',
  'reminders-on': 'reminders-on',
  'reminder-schedule': 'reminders',
  'my-data': 'my-data',
  'delete-data': 'delete-data',
  help: 'help',
  news: 'news',
}

function openForm(turn: Turn): boolean {
  return turn.form !== undefined && !turn.form.paused
}

/** Beside an open form the choices of an answer would stand in the way of the form's own. */
function inPassing(turn: Turn, deciders: Deciders, saying: Saying): Outcome {
  const { choices: _, ...words } = saying
  return openForm(turn) ? aside(turn, deciders, say(words)) : say(saying)
}

function say(saying: Saying): Outcome {
  return { say: [saying], effects: [] }
}
