import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { fold } from '../core/language/fold.ts'
import { openCampaign, readMoment } from './ask.ts'
import { Misuse, readArguments, readText, runCommand } from './command.ts'

// The share of a set that must be right before a change may go out.
const target = 93
const usage = 'npm run eval:answers -- FILE [--campaign FILE] [--failures]'

const questionSchema = z.object({
  id: z.string(),
  now: z.string().transform((typed) => readMoment(typed, 'now')),
  style: z.string(),
  text: z.string(),
  kind: z.enum(['answer', 'unknown', 'off-topic', 'action', 'smalltalk', 'clarify']),
  must: z.array(z.array(z.string())).default([]),
  mustNot: z.array(z.string()).default([]),
})
type Question = z.output<typeof questionSchema>

interface Judged {
  readonly question: Question
  readonly reply: string
  readonly kind: string
  readonly wrong: string | undefined
}

/** What is wrong with a reply, or undefined where it meets the question's every condition. */
export function findFault(question: Question, kind: string, reply: string): string | undefined {
  const words = plain(reply)
  const accepted = question.kind === 'answer' ? ['answer', 'clarify'] : [question.kind]
  if (!accepted.includes(kind)) return `kind ${kind} instead of ${question.kind}`
  const missing = question.must.find((alternatives) => !alternatives.some((one) => words.includes(plain(one))))
  if (missing) return `lacks ${missing.slice(0, 3).join(' | ')}`
  const forbidden = question.mustNot.find((one) => words.includes(plain(one)))
  return forbidden === undefined ? undefined : `says ${forbidden}`
}

// As the format has it: without regard to case, diacritics and runs of white space; punctuation counts.
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ')
}

function printTable(heading: string, judged: readonly Judged[], by: (one: Judged) => string): void {
  console.log(`\n${heading.padEnd(16)}${'right'.padStart(8)}${'of'.padStart(6)}${'share'.padStart(9)}`)
  for (const name of [...new Set(judged.map(by))].sort()) {
    const group = judged.filter((one) => by(one) === name)
    const right = group.filter((one) => one.wrong === undefined).length
    const share = `${((100 * right) / group.length).toFixed(1)} %`
    console.log(`${name.padEnd(16)}${String(right).padStart(8)}${String(group.length).padStart(6)}${share.padStart(9)}`)
  }
}

function readQuestions(file: string): Question[] {
  const questions = readText(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readQuestion(line, `${file}:${index + 1}`)]))
  if (questions.length === 0) throw new Error(`${file}: holds no questions; write one as JSON on each line`)
  return questions
}

function readQuestion(line: string, place: string): Question {
  try {
    return questionSchema.parse(JSON.parse(line))
  } catch (error) {
    throw new Error(`${place}: ${whatIsWrong(error)}`)
  }
}

function whatIsWrong(error: unknown): string {
  if (error instanceof SyntaxError) return 'is not JSON; write one question as an object'
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error)
  const [issue] = error.issues
  return [...(issue?.path ?? []), issue?.message].join(': ')
}

async function main(): Promise<number> {
  const options = { failures: { type: 'boolean' }, campaign: { type: 'string' } } as const
  const { values, positionals } = readArguments(usage, options)
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Misuse(usage)
  const questions = readQuestions(file)
  const asker = openCampaign(values.campaign)
  const times: number[] = []
  const judged = questions.map((question): Judged => {
    const started = performance.now()
    const { answer, reply } = asker.ask(question.text, question.now)
    times.push(performance.now() - started)
    return { question, reply, kind: answer.kind, wrong: findFault(question, answer.kind, reply) }
  })
  return report(judged, times, values.failures === true)
}

/** Prints the scores and returns the exit code. */
function report(judged: readonly Judged[], times: readonly number[], failures: boolean): number {
  if (failures)
    for (const { question, reply, wrong } of judged)
      if (wrong !== undefined)
        console.log(
          `${question.id} [${question.style}] ${question.text}\n  ${wrong}\n  -> ${fold(reply).slice(0, 110)}`,
        )
  printTable('kind', judged, (one) => one.question.kind)
  printTable('style', judged, (one) => one.question.style)
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2)
  console.log(`\ntime per question: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
  const right = judged.filter((one) => one.wrong === undefined).length
  const share = (100 * right) / judged.length
  console.log(`${right} of ${judged.length} right: ${share.toFixed(1)} % (target ${target} %)`)
  return share < target ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main, { misuse: 1 })
