import type { Answerer } from '../answers/answer.ts'
import type { Wish } from '../answers/wishes.ts'
import { settingPrefix } from '../groups/group.ts'
import { asksAboutSomebody } from '../groups/personal.ts'
import { fold } from '../language/fold.ts'
import { type Choice, type Text, text } from '../message.ts'
import { answerSaying, ask, askTopic } from './answering.ts'
import { noticed } from './group-membership.ts'
import { groupSetting, groupSettings } from './group-settings.ts'
import { dates } from './menu.ts'
import { nothing, type Outcome, say, type Turn } from './turn.ts'

/** The words with which the private chat begins what a group is no place for. */
type StartWord = 'trogiup' | 'dangky' | 'cuatoi' | 'nhac' | 'dulieu' | 'ngonngu'

const personalCommands: ReadonlySet<string> = new Set<StartWord>(['dangky', 'cuatoi', 'nhac', 'dulieu', 'ngonngu'])

/**
 * In a group: answers about the campaign, and the way to a private chat for anything personal. An anonymous administrator
 * or a channel is answered like everyone, since nothing said there is about the person who asks.
 */
export function inGroup(turn: Turn, answerer: Answerer): Outcome {
  const outcome = answered(turn, answerer)
  return { ...outcome, effects: [...noticed(turn), ...outcome.effects] }
}

function answered(turn: Turn, answerer: Answerer): Outcome {
  const { input } = turn.update
  switch (input.kind) {
    case 'command':
      return onCommand(turn, answerer, input.command, input.argument)
    case 'choice':
      return onChoice(turn, answerer, input.id)
    case 'text':
      return onWords(turn, answerer, input.text)
    case 'file':
      return onWords(turn, answerer, input.caption)
    default:
      return help
  }
}

const help: Outcome = say({ text: [text('group-help')], choices: [[privately('trogiup')]] })

function onCommand(turn: Turn, answerer: Answerer, command: string, argument: string): Outcome {
  if (isStartWord(command)) return elsewhere('group-private', command)
  switch (command) {
    case 'moc':
      return say({ text: dates(turn).text })
    case 'hoi':
      return onWords(turn, answerer, argument)
    case 'tin':
      return groupSettings(turn, argument)
    case 'trogiup':
    case 'help':
      return help
    case 'start':
      // With a word after it, it comes of the platform's own "add to a group": the introduction comes with the joining.
      return argument === '' ? help : nothing
    default:
      // It may be meant for another bot.
      return nothing
  }
}

function isStartWord(command: string): command is StartWord {
  return personalCommands.has(command)
}

function onChoice(turn: Turn, answerer: Answerer, id: string): Outcome {
  if (id.startsWith(settingPrefix)) return groupSetting(turn, id)
  const answer = id.startsWith('topic:') ? askTopic(answerer, id.slice('topic:'.length), turn) : undefined
  return answer ? say(withoutChoices(answerSaying(answer, turn))) : elsewhere('group-private', 'trogiup', 'dangky')
}

function onWords(turn: Turn, answerer: Answerer, words: string): Outcome {
  if (fold(words) === '') return help
  if (asksAboutSomebody(words, turn.campaign)) return elsewhere('group-others', 'cuatoi')
  const answer = ask(answerer, words, turn)
  if (answer.action) return onWish(answer.action, answerSaying(answer, turn))
  if (answer.text.some((one) => 'key' in one && one.key === 'answer-off-topic-privacy'))
    return elsewhere('group-others', 'cuatoi')
  const saying = answerSaying(answer, turn)
  return say(answer.kind === 'clarify' ? saying : withoutChoices(saying))
}

function onWish(wish: Wish, saying: { text: readonly Text[] }): Outcome {
  switch (wish) {
    case 'register':
      return elsewhere('group-private', 'dangky')
    case 'my-pledge':
    case 'change-pledge':
    case 'withdraw-pledge':
      return elsewhere('group-private', 'cuatoi')
    case 'reminders':
    case 'reminders-on':
    case 'reminders-off':
      return elsewhere('group-private', 'nhac')
    case 'my-data':
    case 'delete-data':
      return elsewhere('group-private', 'dulieu')
    case 'language':
      return elsewhere('group-private', 'ngonngu')
    case 'help':
    case 'ask':
      return help
    case 'news':
    case 'unit-pledges':
    case 'who-missing':
    case 'unit-counts':
      return elsewhere('group-private', 'trogiup')
    case 'dates':
    case 'latest-news':
    case 'submit-story':
    case 'join-event':
      return say({ text: saying.text })
  }
}

function elsewhere(words: 'group-private' | 'group-others', ...to: readonly StartWord[]): Outcome {
  return say({ text: [text(words)], choices: to.map((one) => [privately(one)]) })
}

function withoutChoices<Words extends { choices?: unknown }>({ choices: _, ...words }: Words): Omit<Words, 'choices'> {
  return words
}

function privately(word: StartWord): Choice {
  return { id: word, label: text(`group-${word}`), opensPrivate: true }
}
