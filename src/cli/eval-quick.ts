import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { fold } from '../core/language/fold.ts'
import type { QuickPledge, QuickReading } from '../core/quick/read-quick.ts'
import { readMoment } from './ask.ts'
import { Misuse, readArguments, readText, runCommand } from './command.ts'
import { messageSchema, openQuick, whatIsWrong } from './quick.ts'

// Of a set, the share that must be read exactly, and the share that may at most be a wrong guess without a question.
const targets = { exact: 90, silent: 1 }
const usage = 'npm run eval:quick -- FILE [--holdout] [--now 2025-11-10T08:00] [--campaign FILE]'

const expectedSchema = z.object({
  kind: z.enum(['proposal', 'clarify', 'not-pledge']),
  pledges: z.array(
    z.object({
      subject: z.enum(['individual', 'collective']),
      name: z.string().nullable(),
      unit: z.string().nullable(),
      titles: z.array(z.string()),
      commendations: z.array(z.string()),
    }),
  ),
  ask: z.array(z.enum(['name', 'unit', 'titles', 'subject'])),
})
export type Expected = z.output<typeof expectedSchema>
const lineSchema = messageSchema.extend({ id: z.string(), style: z.string().default(''), expect: expectedSchema })
type Line = z.output<typeof lineSchema>

/** Whether a reading is the expected one: kind, every pledge and every question, in any order. */
export function isExact(reading: Pick<QuickReading, 'kind' | 'pledges' | 'ask'>, expected: Expected): boolean {
  return (
    reading.kind === expected.kind &&
    sameList(reading.ask, expected.ask) &&
    sameList(reading.pledges.map(keyOf), expected.pledges.map(keyOf))
  )
}

/** Whether a proposal fills a field with another value than the expected one, or one that should be open, unasked. */
export function isSilentlyWrong(reading: Pick<QuickReading, 'kind' | 'pledges'>, expected: Expected): boolean {
  if (reading.kind !== 'proposal') return false
  const open = [...expected.pledges]
  return reading.pledges.some((pledge) => {
    const closest = [...open].sort((a, b) => wrongFields(pledge, a) - wrongFields(pledge, b))[0]
    if (!closest) return true
    open.splice(open.indexOf(closest), 1)
    return wrongFields(pledge, closest) > 0
  })
}

/** Whether a line belongs to the third of a set that is only scored and not worked on: told by its id, for ever. */
export function isHeldOut(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 3 === 0
}

function wrongFields(pledge: QuickPledge, expected: QuickPledge): number {
  const name = pledge.name !== null && fold(pledge.name) !== fold(expected.name ?? '')
  const unit = pledge.unit !== null && pledge.unit !== expected.unit
  const awards = [...pledge.titles, ...pledge.commendations]
  const wanted = [...expected.titles, ...expected.commendations]
  const wrong = awards.length > 0 && !sameList(awards, wanted)
  return [pledge.subject !== expected.subject, name, unit, wrong].filter(Boolean).length
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join('\n') === [...other].sort().join('\n')
}

function keyOf({ subject, name, unit, titles, commendations }: QuickPledge): string {
  return JSON.stringify([
    subject,
    name === null ? null : fold(name),
    unit,
    [...titles].sort(),
    [...commendations].sort(),
  ])
}

function readLines(file: string): Line[] {
  const lines = readText(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]))
  if (lines.length === 0) throw new Error(`${file}: holds no messages; write one as JSON on each line`)
  return lines
}

function readLine(line: string, place: string): Line {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch (error) {
    throw new Error(`${place}: ${whatIsWrong(error)}`)
  }
}

interface Judged {
  readonly line: Line
  readonly reading: QuickReading
  readonly exact: boolean
  readonly silent: boolean
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(usage, {
    now: { type: 'string' },
    campaign: { type: 'string' },
    holdout: { type: 'boolean' },
  })
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Misuse(usage)
  const lines = readLines(file)
  const given = values.now === undefined ? undefined : readMoment(values.now, '--now')
  const run = openQuick(values.campaign, () => given ?? new Date())
  const judged = lines.map((line): Judged => {
    const reading = run.read(line)
    const exact = isExact(reading, line.expect)
    return { line, reading, exact, silent: !exact && isSilentlyWrong(reading, line.expect) }
  })
  const apart = values.holdout === true ? judged.filter(({ line }) => isHeldOut(line.id)) : []
  const open = judged.filter((one) => !apart.includes(one))
  for (const one of open) if (!one.exact) console.log(describeMiss(one))
  printStyles(judged.map(({ line, exact }) => ({ style: line.style, exact })))
  if (values.holdout !== true) return print('', judged) ? 0 : 1
  // Misses of the held-out part are not shown, so that nobody mends just these.
  const met = [print('worked on: ', open), print('held out: ', apart), print('', judged)]
  return met.every(Boolean) ? 0 : 1
}

/** Prints the shares of some lines beside the targets; whether these are met. */
function print(part: string, judged: readonly Judged[]): boolean {
  const share = (count: number) => (100 * count) / Math.max(1, judged.length)
  const exact = share(judged.filter((one) => one.exact).length)
  const silent = share(judged.filter((one) => one.silent).length)
  console.log(
    `${part}${judged.length} messages: exact ${exact.toFixed(1)} % (target ${targets.exact} %), silent wrong ${silent.toFixed(1)} % (target at most ${targets.silent} %)`,
  )
  return judged.length === 0 || (exact >= targets.exact && silent <= targets.silent)
}

function describeMiss({ line, reading, silent }: Judged): string {
  const brief = (kind: string, ask: readonly string[], pledges: readonly QuickPledge[]) =>
    `${kind} [${ask.join(' ')}] ${pledges.map(keyOf).join(' ')}`
  return [
    `${line.id} [${line.style}]${silent ? ' SILENT' : ''} ${JSON.stringify(line.text)}`,
    `  expected ${brief(line.expect.kind, line.expect.ask, line.expect.pledges)}`,
    `  read     ${brief(reading.kind, reading.ask, reading.pledges)}`,
  ].join('\n')
}

function printStyles(judged: readonly { style: string; exact: boolean }[]): void {
  console.log(`\n${'style'.padEnd(18)}${'exact'.padStart(6)}${'of'.padStart(5)}`)
  for (const style of [...new Set(judged.map((one) => one.style))].sort()) {
    const group = judged.filter((one) => one.style === style)
    const exact = group.filter((one) => one.exact).length
    console.log(`${style.padEnd(18)}${String(exact).padStart(6)}${String(group.length).padStart(5)}`)
  }
  console.log('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main, { misuse: 1 })
