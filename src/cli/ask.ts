import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Answer, type Answerer, createAnswerer } from '../core/answers/answer.ts'
import { momentOf } from '../core/campaign/calendar.ts'
import { parseCampaign } from '../core/campaign/parse-campaign.ts'
import { text } from '../core/message.ts'
import { createTranslator, type Translator } from '../i18n/fluent.ts'

const timezone = 'Asia/Ho_Chi_Minh'
const usage = 'npm run ask -- "câu hỏi" [--now 2025-11-10T08:00] [--campaign FILE]   |   npm run --silent ask -- --json'

export interface Asker {
  /** The answer and the whole reply as a person would get it. */
  ask(question: string, now: Date): { readonly answer: Answer; readonly reply: string }
}

/** Opens a campaign file with the words of this package. Exits the process with the problems where the file has any. */
export function openCampaign(file: string | undefined): Asker {
  const path = file ?? fileURLToPath(new URL('../../prisma/seed/ca-mau-80-nam.yaml', import.meta.url))
  const parsed = parseCampaign(readFileSync(path, 'utf8'))
  if ('problems' in parsed) {
    for (const problem of parsed.problems) console.error(`${path}:${problem.line}: ${problem.path} ${problem.reason}`)
    process.exit(1)
  }
  const answerer = createAnswerer(parsed.campaign)
  const translator = createTranslator(fileURLToPath(new URL('../../locales', import.meta.url)))
  return { ask: (question, now) => askOnce(answerer, translator, question, now) }
}

/** A moment as it is typed: with an offset as it stands, without one by the clock in Vietnam. */
export function readMoment(typed: string): Date {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?$/.exec(typed)
  const moment = local?.[1] ? momentOf(local[1], local[2] ?? '08:00', timezone) : new Date(typed)
  if (Number.isNaN(moment.getTime())) throw new Error(`Not a moment: ${typed}`)
  return moment
}

function askOnce(answerer: Answerer, translator: Translator, question: string, now: Date) {
  const answer = answerer.answer(question, { now, timezone, locale: 'vi' })
  const sources = answer.sources.length > 0 ? [text('answer-sources', { sources: answer.sources.join('; ') })] : []
  const choices = answer.kind === 'clarify' ? answer.suggestions.map(({ title }) => `• ${title}`) : []
  const reply = translator.render([...answer.text, ...sources], answer.language).text
  return { answer, reply: [reply, ...choices].join('\n') }
}

async function answerLines(asker: Asker): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    process.stdout.write(`${JSON.stringify(answerLine(asker, line))}\n`)
  }
}

function answerLine(asker: Asker, line: string): Record<string, unknown> {
  let id: unknown = null
  try {
    const asked: unknown = JSON.parse(line)
    if (typeof asked !== 'object' || asked === null) throw new Error('A line must be an object')
    if ('id' in asked) id = asked.id
    if (!('text' in asked) || typeof asked.text !== 'string') throw new Error('A line must have a text')
    const now = 'now' in asked && typeof asked.now === 'string' ? readMoment(asked.now) : new Date()
    const { answer, reply } = asker.ask(asked.text, now)
    return { id, kind: answer.kind, topic: answer.topic ?? null, text: reply, sources: answer.sources }
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause)
    return { id, kind: 'unknown', topic: null, text: '', sources: [], error }
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, now: { type: 'string' }, campaign: { type: 'string' } },
  })
  const asker = openCampaign(values.campaign)
  if (values.json) return answerLines(asker)
  const question = positionals.join(' ')
  if (question === '') {
    console.error(usage)
    process.exitCode = 1
    return
  }
  const { answer, reply } = asker.ask(question, values.now === undefined ? new Date() : readMoment(values.now))
  console.log(`${reply}\n\n[${[answer.kind, answer.action ?? answer.topic].filter(Boolean).join(': ')}]`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
