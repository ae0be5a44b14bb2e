import type { Answerer } from '../answers/answer.ts'
import { type Choice, text } from '../message.ts'
import { answerSaying, ask } from './answering.ts'
import { dates } from './menu.ts'
import type { Outcome, Turn } from './turn.ts'

/** In a group: answers about the campaign, and the way to a private chat for anything personal. */
export function inGroup(turn: Turn, answerer: Answerer): Outcome {
  const { input } = turn.update
  if (input.kind === 'command' && input.command === 'moc') return { say: [{ text: dates(turn).text }], effects: [] }
  const question =
    input.kind === 'text' ? input.text : input.kind === 'command' && input.command === 'hoi' ? input.argument : ''
  if (question.trim() !== '') {
    const answer = ask(answerer, question, turn)
    if (answer.kind === 'answer' || answer.kind === 'unknown') {
      const { choices: _, ...short } = answerSaying(answer, turn)
      return { say: [short], effects: [] }
    }
  }
  return {
    say: [{ text: [text('group-private')], choices: [[privately('trogiup'), privately('dangky')]] }],
    effects: [],
  }
}

function privately(command: 'trogiup' | 'dangky'): Choice {
  return { id: command, label: text(`group-${command}`), opensPrivate: true }
}
