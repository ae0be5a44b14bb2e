import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { type Answer, type Answerer, createAnswerer } from '../core/answers/answer.ts'
import { momentOf } from '../core/campaign/calendar.ts'
import { text } from '../core/message.ts'
import { createTranslator, type Translator } from '../i18n/fluent.ts'
import { Misuse, readArguments, readCampaign, runCommand } from './command.ts'

const timezone = 'Asia/Ho_Chi_Minh'
const usage = 'npm run ask -- "câu hỏi" [--now 2025-11-10T08:00] [--campaign FILE]   |   npm run --silent ask -- --json'

export interface Asker {
  /** The answer and the whole reply as a person would get it. */
  ask(question: string, now: Date): { readonly answer: Answer; readonly reply: string }
}

/** Opens a campaign file with the words of this package. */
export function openCampaign(file: string | undefined): Asker {
  const path = file ?? fileURLToPath(new URL('../../prisma/seed/ca-mau-80-nam.yaml', import.meta.url))
  const answerer = createAnswerer(readCampaign(path).campaign)
  const translator = createTranslator(fileURLToPath(new URL('../../locales', import.meta.url)))
  return { ask: (question, now) => askOnce(answerer, translator, question, now) }
}

/** A moment as it is typed there: with an offset as it stands, without one by the clock in Vietnam. */
export function readMoment(typed: string, name: string): Date {
  const [, day, time = '08:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}[\d:.]*))?$/.exec(typed) ?? []
  try {
    return day ? momentOf(day, time, timezone) : new Date(Temporal.Instant.from(typed).epochMilliseconds)
  } catch {
    throw new Error(`${name}: "${typed}" is not a moment; write a day and a time such as 2025-11-10T08:00`)
  }
}

function askOnce(answerer: Answerer, translator: Translator, question: string, now: Date) {
  const answer = answerer.answer(question, { now, timezone, locale: 'vi' })
  const sources = answer.sources.length > 0 ? [text('answer-sources', { sources: answer.sources.join('; ') })] : []
  const choices = answer.kind === 'clarify' ? answer.suggestions.map(({ title }) => `• ${title}`) : []
  const reply = translator.render([...answer.text, ...sources], answer.language).text
  return { answer, reply: [reply, ...choices].join('\n') }
}

async function answerLines(asker: Asker, clock: () => Date): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    process.stdout.write(`${JSON.stringify(answerLine(asker, line, clock))}\n`)
  }
}

function answerLine(asker: Asker, line: string, clock: () => Date): Record<string, unknown> {
  let id: unknown = null
  try {
    const asked: unknown = JSON.parse(line)
    if (typeof asked !== 'object' || asked === null) throw new Error('A line must be an object')
    if ('id' in asked) id = asked.id
    if (!('text' in asked) || typeof asked.text !== 'string') throw new Error('A line must have a text')
    const now = 'now' in asked && typeof asked.now === 'string' ? readMoment(asked.now, 'now') : clock()
    const { answer, reply } = asker.ask(asked.text, now)
    return { id, kind: answer.kind, topic: answer.topic ?? null, text: reply, sources: answer.sources }
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause)
    return { id, kind: 'unknown', topic: null, text: '', sources: [], error }
  }
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(usage, {
    json: { type: 'boolean' },
    now: { type: 'string' },
    campaign: { type: 'string' },
  })
  const question = positionals.join(' ')
  if ((values.json === true) !== (question === '')) throw new Misuse(usage)
  const given = values.now === undefined ? undefined : readMoment(values.now, '--now')
  const clock = () => given ?? new Date()
  const asker = openCampaign(values.campaign)
  if (values.json) {
    await answerLines(asker, clock)
    return 0
  }
  const { answer, reply } = asker.ask(question, clock())
  console.log(`${reply}\n\n[${[answer.kind, answer.action ?? answer.topic].filter(Boolean).join(': ')}]`)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main, { misuse: 1 })
