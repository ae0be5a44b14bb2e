import type { Answer, Answerer } from '../answers/answer.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { button, shortMenu } from './menu.ts'
import type { Turn } from './turn.ts'

/** The answer to a question, with its sources and the questions next to it. */
export function answerSaying(answer: Answer, turn: Turn): Saying {
  const sources: Text[] =
    answer.sources.length > 0 ? [text('answer-sources', { sources: answer.sources.join('; ') })] : []
  return { text: [...answer.text, ...sources], choices: suggestions(answer, turn), locale: answer.language }
}

function suggestions(answer: Answer, turn: Turn): Choice[][] {
  const rows = answer.suggestions.map((one): Choice[] => [{ id: `topic:${one.topic}`, label: literal(one.title) }])
  if (answer.kind === 'smalltalk') return shortMenu(turn)
  return answer.kind === 'off-topic' ? [[button('dates'), button('ask')]] : rows
}

export function ask(answerer: Answerer, question: string, turn: Turn): Answer {
  return answerer.answer(question, { now: turn.now, timezone: turn.timezone, locale: turn.person.locale })
}

/** The answer to a topic that was offered; undefined where the campaign no longer has it. */
export function askTopic(answerer: Answerer, topic: string, turn: Turn): Answer | undefined {
  return answerer.answerTopic(topic, { now: turn.now, timezone: turn.timezone, locale: turn.person.locale })
}
