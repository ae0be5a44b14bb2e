import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { fold } from '../core/language/fold.ts'
import { openCampaign, readMoment } from './ask.ts'

// The share of a set that must be right before a change may go out.
const target = 93
const usage = 'npm run eval:answers -- FILE [--campaign FILE] [--failures]'

const questionSchema = z.object({
  id: z.string(),
  now: z.string(),
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

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { failures: { type: 'boolean' }, campaign: { type: 'string' } },
  })
  const file = positionals[0]
  if (file === undefined) {
    console.error(usage)
    process.exitCode = 1
    return
  }
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const questions = lines.map((line) => questionSchema.parse(JSON.parse(line)))
  const asker = openCampaign(values.campaign)
  const times: number[] = []
  const judged = questions.map((question): Judged => {
    const started = performance.now()
    const { answer, reply } = asker.ask(question.text, readMoment(question.now))
    times.push(performance.now() - started)
    return { question, reply, kind: answer.kind, wrong: findFault(question, answer.kind, reply) }
  })
  report(judged, times, values.failures === true)
}

function report(judged: readonly Judged[], times: readonly number[], failures: boolean): void {
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
  if (share < target) process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
