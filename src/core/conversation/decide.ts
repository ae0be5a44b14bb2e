import type { Answerer } from '../answers/answer.ts'
import type { Wish } from '../answers/wishes.ts'
import { readAcknowledgeId } from '../broadcasts/content.ts'
import type { Locale } from '../campaign/campaign.ts'
import { isRightOrStop, readControl, withoutCourtesy } from '../forms/control-words.ts'
import type { Field, FormInput } from '../forms/form.ts'
import { readChoiceId } from '../forms/prompt.ts'
import { isPlainAnswer } from '../forms/read-typed.ts'
import { choose, isLabelled, isLabelledWithoutAccents } from '../language/choose.ts'
import { fold } from '../language/fold.ts'
import { looksLikeQuestion } from '../language/question.ts'
import { type FileReference, type Saying, type Span, text } from '../message.ts'
import { readPairingCode, readPeopleWish } from '../people/pairing-code.ts'
import { spokenCommand } from '../people/people-view.ts'
import { beginsLikeName } from '../people/surnames.ts'
import { stands } from '../pledges/life.ts'
import { readReceiptCode } from '../pledges/pledge.ts'
import type { QuickReader } from '../quick/read-quick.ts'
import { mayHandIn } from '../tables/plan.ts'
import { act, type Dialogues } from './act.ts'
import { answerSaying, ask, askTopic } from './answering.ts'
import { acknowledge, listBroadcasts, onDeskWords, sentTwice } from './broadcast-actions.ts'
import { readDataWords } from './data-words.ts'
import { aside, continueForm, formOf } from './form-turn.ts'
import { followMembership, followMove, followRename, followTopic } from './group-membership.ts'
import { identify, ownCode, useCode, useContact } from './identity-actions.ts'
import { inGroup } from './in-group.ts'
import { type Action, button, examples, menu, readActionId, welcome } from './menu.ts'
import { askInstead, asksForList, keptWords, offerNews } from './offered-news.ts'
import { listPeople, showFound } from './people-actions.ts'
import { quickTurn } from './quick-turn.ts'
import { asksForAnother, showReceipt } from './receipts.ts'
import { asksHowToHandIn, isTable, receiveTable, tellHowToHandIn } from './table-actions.ts'
import { nothing, type Outcome, say, type Turn } from './turn.ts'
import { asksToUndo } from './undo.ts'

export interface Deciders {
  readonly answerer: Answerer
  readonly quick: QuickReader
  readonly dialogues: Dialogues
  readonly random: (bytes: number) => Uint8Array
}

/** What one update leads to: a command, else the open form, else an answer. Pure; throws only on our own mistakes. */
export function decide(turn: Turn, deciders: Deciders): Outcome {
  const { update } = turn
  const { input } = update
  if (input.kind === 'reachable') return { say: [], effects: [{ kind: 'reachable', reachable: input.reachable }] }
  if (input.kind === 'membership') return followMembership(turn, input)
  if (input.kind === 'moved') return followMove(turn, input.to)
  if (input.kind === 'renamed') return followRename(turn, input.title)
  if (input.kind === 'topic') return followTopic(turn, input.state)
  if (!update.addressed) return nothing
  if (!update.private) return inGroup(turn, deciders.answerer)
  if (update.from.anonymous) return nothing
  switch (input.kind) {
    case 'contact':
      return useContact(turn, input.own)
    case 'command':
      return onCommand(turn, deciders, input.command, input.argument)
    case 'choice':
      return onChoice(turn, deciders, input.id)
    case 'unsupported':
      return openForm(turn)
        ? continueForm(turn, deciders, { kind: 'unsupported' })
        : say({ text: [text('not-readable')], choices: menu(turn) })
    case 'text':
      return onText(turn, deciders, input.text, input.spans)
    case 'file':
      if (openForm(turn)) return continueForm(turn, deciders, input)
      return isTable(input.file)
        ? onTable(turn, deciders, input.file)
        : (offerNews(turn, deciders, input) ?? onTable(turn, deciders, input.file))
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
    tin: 'news-list',
    nhom: 'groups',
    viec: 'work',
    ngonngu: 'language',
    huy: 'cancel',
  } as const),
)

function onCommand(turn: Turn, deciders: Deciders, command: string, argument: string): Outcome {
  const spoken = spokenCommand({ command, argument })
  const done = spoken === undefined || spoken === '' ? undefined : aboutPeople(turn, deciders, spoken)
  if (done) return done
  if (command === 'ma' || command === 'nguoi') return aside(turn, deciders, showFound(turn, 'card', deciders.random))
  if (command === 'hoi' && argument !== '')
    return inPassing(turn, deciders, answerSaying(ask(deciders.answerer, argument, turn), turn))
  const read = command === 'start' ? readAcknowledgeId(argument) : undefined
  if (read !== undefined) return aside(turn, deciders, acknowledge(read))
  const started = command === 'start' ? commands.get(fold(argument).replaceAll(' ', '')) : undefined
  const action = started ?? commands.get(command)
  if (!action) return inPassing(turn, deciders, { text: [text('command-unknown', { command })], choices: menu(turn) })
  return act(turn, deciders, action)
}

function onChoice(turn: Turn, deciders: Deciders, id: string): Outcome {
  const read = readAcknowledgeId(id)
  if (read !== undefined) return aside(turn, deciders, acknowledge(read))
  // A start word under a message that also went to groups.
  const word = commands.get(id)
  if (word) return act(turn, deciders, word)
  const action = readActionId(id)
  if (action) return act(turn, deciders, action.action, action.about)
  if (id === askInstead) return onQuestion(turn, deciders)
  if (id.startsWith('topic:')) {
    const answer = askTopic(deciders.answerer, id.slice('topic:'.length), turn)
    return inPassing(turn, deciders, answer ? answerSaying(answer, turn) : examples(turn))
  }
  if (openForm(turn) || (turn.form && readChoiceId(turn.form, id)?.current))
    return continueForm(turn, deciders, { kind: 'choice', id })
  return sentTwice(turn, id) ?? say({ text: [text('choice-stale')], choices: menu(turn) })
}

function onText(turn: Turn, deciders: Deciders, words: string, spans?: readonly Span[]): Outcome {
  if (fold(words) === '' && !openForm(turn))
    return say({ text: [text(words.trim() === '' ? 'text-empty' : 'text-no-words')], choices: menu(turn) })
  const named = turn.offered.find(isLabelled(words))
  if (named) return onChoice(turn, deciders, named.id)
  const field = openField(turn, deciders)
  // A name that differs from a known one by its accents alone is another name, and "dung" two words.
  const meant =
    field?.kind === 'text' || isRightOrStop(words) ? undefined : turn.offered.find(isLabelledWithoutAccents(words))
  if (meant) return onChoice(turn, deciders, meant.id)
  if (turn.people?.code?.state === 'good') return useCode(turn)
  const isOwnWords = field?.kind === 'text' && (field.anyWords || field.freeWords)
  const receipt = isOwnWords ? undefined : readReceiptCode(words)
  if (receipt !== undefined) return aside(turn, deciders, showReceipt(turn, receipt))
  if (!isOwnWords && asksToUndo(words)) return act(turn, deciders, 'undo-pledge')
  if (turn.news !== undefined && !(field?.kind === 'text' && field.anyWords))
    return aside(turn, deciders, acknowledge(turn.news))
  if (openForm(turn)) return onFormText(turn, deciders, field, words, spans)
  const done = aboutPeople(turn, deciders, words)
  if (done) return done
  if (asksForAnother(turn, words)) return say({ text: [text('desk-not-yours')], choices: [[button('my-pledge')]] })
  const answer = readAnswer(turn, words)
  if (answer !== undefined) return onChoice(turn, deciders, answer)
  const ownData = readDataWords(words)
  if (ownData) return act(turn, deciders, ownData)
  return quickTurn(turn, deciders, words) ?? onFreeText(turn, deciders, words, spans)
}

/** A table of who may hand one in is read, and what is none is refused in words that say why. */
function onTable(turn: Turn, deciders: Deciders, file: FileReference): Outcome {
  return file.kind === 'document' && mayHandIn(turn.person, null)
    ? receiveTable(file, deciders.random)
    : say({ text: [text('not-readable')], choices: menu(turn) })
}

/** Codes and people's names; `undefined` where the words are about something else. */
function aboutPeople(turn: Turn, deciders: Deciders, words: string): Outcome | undefined {
  // Not beside a form's question: an account that becomes somebody takes its form along as it is.
  if (readPairingCode(words) !== undefined) return useCode(turn)
  const wish = readPeopleWish(words)
  if (wish === undefined) return undefined
  const { random } = deciders
  if (wish.kind === 'identify') return aside(turn, deciders, identify(turn))
  if (wish.kind === 'own-code') return aside(turn, deciders, ownCode(turn, random))
  if (wish.kind === 'waiting')
    return turn.people && aside(turn, deciders, say(listPeople(turn, text('people-waiting'))))
  // "Tìm hiểu điều lệ", "mà cho hỏi": nobody of that name, so perhaps it was none.
  const isAsked =
    /mã /i.test(words.normalize('NFC')) || ('name' in wish && /^ma /i.test(words) && beginsLikeName(wish.name))
  if (!turn.people?.found?.length && !isAsked) return undefined
  return turn.people && aside(turn, deciders, showFound(turn, wish.kind === 'find' ? 'card' : 'code', random))
}

/** Words that answer what we asked last, or take up or give up the form that was put aside: the id of that choice. */
function readAnswer(turn: Turn, words: string): string | undefined {
  const control = readControl(words)
  const yes = turn.offered.find((one) => one.yes)
  if (yes && (control === 'agree' || control === 'done')) return yes.id
  if (turn.form && control === 'go-on') return button('resume').id
  if (turn.form && (control === 'drop' || control === 'stop')) return button('cancel').id
  if (!yes) return undefined
  // "Rút", "ừ rút đi" under "Rút bản đăng ký này"
  const chosen = choose(
    withoutCourtesy(words),
    turn.offered.map(({ id, label }) => ({ value: id, label })),
  )
  return chosen.kind === 'one' ? chosen.value : undefined
}

/** Words in the middle of a form are its answer, unless they ask for something else: then both are served. */
function onFormText(
  turn: Turn,
  deciders: Deciders,
  open: Field | undefined,
  words: string,
  spans?: readonly Span[],
): Outcome {
  const input: FormInput = { kind: 'text', text: words, ...(spans && { spans }) }
  if (open && turn.form && isPlainAnswer(open, turn.form.values, words)) return continueForm(turn, deciders, input)
  const field = open?.kind === 'text' ? open : undefined
  if (field?.anyWords || readControl(words)) return continueForm(turn, deciders, input)
  const answer = ask(deciders.answerer, words, turn)
  const asks = looksLikeQuestion(words)
  if (asks && answer.kind === 'answer' && answer.confidence >= 0.5)
    return inPassing(turn, deciders, answerSaying(answer, turn))
  if (field?.freeWords) return continueForm(turn, deciders, input)
  if (answer.action && isElsewhere(answer.action, field !== undefined))
    return onWish(turn, deciders, answer.action, answer.language)
  // A name takes nearly any words, so there what is no name must be heard first.
  const isElse = field !== undefined && (answer.kind === 'smalltalk' || (field.doubt?.(words) ?? true))
  const outcome = isElse ? undefined : continueForm(turn, deciders, input)
  if (outcome?.understood) return outcome
  // It does not fit the question that stands open: perhaps it is none of its answers.
  if (answer.action) return onWish(turn, deciders, answer.action, answer.language)
  if (asks || answer.kind === 'smalltalk') return inPassing(turn, deciders, answerSaying(answer, turn))
  return outcome ?? continueForm(turn, deciders, input)
}

// "Tôi đã đăng ký gì rồi" holds "tôi", which the form would take for an answer.
const neverAnAnswer: ReadonlySet<Wish> = new Set(['my-pledge', 'withdraw-pledge', 'my-data', 'delete-data', 'help'])

/** Whether the wish is meant for sure. Where a name is asked, only "Đặng Ký" may be one and sounds like registering. */
function isElsewhere(wish: Wish, isName: boolean): boolean {
  return isName ? wish !== 'register' : neverAnAnswer.has(wish)
}

function onWish(turn: Turn, deciders: Deciders, wish: Wish, language: Locale): Outcome {
  const sent = turn.pledges.some(stands)
  // Who has sent nothing and wants to withdraw means the form that is open.
  if (wish === 'withdraw-pledge' && openForm(turn) && !sent) return act(turn, deciders, 'cancel')
  const done = act(turn, deciders, wish)
  const form = done.form ? done.say.at(-1) : undefined
  // A form is in the person's own language, what is said beside it in that of their words.
  return { ...done, say: done.say.map((one) => (one === form ? one : { ...one, locale: language })) }
}

/** The field that the open form asks for now. */
function openField(turn: Turn, deciders: Deciders): Field | undefined {
  return openForm(turn) ? formOf(turn, deciders)?.fields.find((one) => one.name === turn.form?.at) : undefined
}

function onFreeText(turn: Turn, deciders: Deciders, words: string, spans?: readonly Span[]): Outcome {
  if (turn.desk && asksForList(words)) return act(turn, deciders, 'news-list')
  if (mayHandIn(turn.person, null) && asksHowToHandIn(words)) return tellHowToHandIn(turn)
  const meant = onDeskWords(turn, words)
  if (meant && turn.desk)
    return meant === 'several' ? listBroadcasts(turn, turn.desk) : act(turn, deciders, meant.action, meant.about)
  const answer = ask(deciders.answerer, words, turn)
  // A few words that ask for something are that; more of them may be news that speaks of it.
  const isShort = fold(words).split(' ').length <= 4 && (answer.action !== undefined || answer.kind === 'smalltalk')
  const offered = isShort
    ? undefined
    : offerNews(turn, deciders, { kind: 'text', text: words, ...(spans && { spans }) })
  return offered ?? answered(turn, deciders, answer)
}

/** Words that were kept as news and are none. */
function onQuestion(turn: Turn, deciders: Deciders): Outcome {
  const words = keptWords(turn)
  if (words === undefined) return say({ text: [text('choice-stale')], choices: menu(turn) })
  const { form: _, ...rest } = turn
  const outcome = answered({ ...rest, form: undefined }, deciders, ask(deciders.answerer, words, turn))
  return { ...outcome, form: outcome.form ?? null }
}

function answered(turn: Turn, deciders: Deciders, answer: ReturnType<typeof ask>): Outcome {
  if (answer.action) return onWish(turn, deciders, answer.action, answer.language)
  // A greeting in words is greeted as fully as the first one.
  const isGreeting = answer.kind === 'smalltalk' && answer.topic === 'greeting'
  return say(isGreeting ? { ...welcome(turn), locale: answer.language } : answerSaying(answer, turn))
}

/** Whether words are an answer to a form; those that come late are none: it may ask something else by now. */
function openForm(turn: Turn): boolean {
  return turn.form !== undefined && !turn.form.paused && !turn.update.retried
}

/** Beside an open form the choices of an answer would stand in the way of the form's own. */
function inPassing(turn: Turn, deciders: Deciders, saying: Saying): Outcome {
  const { choices: _, ...words } = saying
  return openForm(turn) ? aside(turn, deciders, say(words)) : say(saying)
}
