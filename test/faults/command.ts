import { parseArgs } from 'node:util'
import { type Outcome, onePass, play, problemsOf } from './rounds.ts'
import type { Engine } from './stage.ts'

const engines = ['pglite', 'postgres'] as const satisfies readonly Engine[]
const columns = [
  'round',
  'engine',
  's',
  'kills',
  'chat',
  'rows',
  'sent',
  'failed',
  'unknown',
  '429',
  'copies',
  'lost',
  'unreported',
  'disorder',
  'crashes',
  '',
] as const

/** Plays the rounds, prints what came of each and one last line; gives the exit code. */
async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string' },
      only: { type: 'string', default: '' },
      engine: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      recipients: { type: 'string', default: '2000' },
    },
  })
  const hasServer = process.env.TEST_DATABASE_URL !== undefined
  if (!hasServer) console.log('TEST_DATABASE_URL is not set: only on PGlite')
  const on = engines.filter((one) => (values.engine ?? one) === one && (one === 'pglite' || hasServer))
  const pass = onePass(values.only.split(',').filter(Boolean), on)
  const count = Number(values.rounds ?? pass.length)
  const [seed, recipients] = [Number(values.seed), Number(values.recipients)]
  if (pass.length === 0 || !(count > 0) || !(recipients > 0) || !(seed >= 0)) {
    console.error('Nothing to play: see test/faults/main.js for the options')
    return 1
  }
  console.log(`seed ${seed}`)
  printLine(columns)
  const outcomes: Outcome[] = []
  for (let index = 0; index < count; index++) {
    const round = pass[index % pass.length]
    if (!round) continue
    const outcome = await play(round, { seed: seed + index, recipients, lives: 8 })
    printOutcome(outcome)
    outcomes.push(outcome)
  }
  return conclude(outcomes)
}

function printOutcome({ round, seconds, result, notes, missed }: Outcome): void {
  const { states } = result
  const counts = [result.duplicates, result.lost.length, result.unreported.length, result.disordered.length]
  const ends = [states.sent, states.failed, states.unknown].map((one) => one ?? 0)
  const figures = [seconds.toFixed(0), result.kills, result.asked, result.entries, ...ends, result.refused, ...counts]
  printLine([round.name, round.engine, ...figures, result.crashes.length, notes.join(', ')])
  for (const [what, lines] of Object.entries(problemsOf({ result, missed })))
    for (const line of lines.slice(0, 5)) console.log(`  ${what}: ${line}`)
}

function printLine(cells: readonly (string | number)[]): void {
  console.log(
    cells
      .map((cell, index) =>
        index < 2 ? String(cell).padEnd(10) : String(cell).padStart(Math.max(5, columns[index]?.length ?? 0)),
      )
      .join(' ')
      .trimEnd(),
  )
}

function conclude(outcomes: readonly Outcome[]): number {
  const count = (what: keyof ReturnType<typeof problemsOf>) =>
    outcomes.reduce((sum, one) => sum + problemsOf(one)[what].length, 0)
  const figures = [
    `lost ${count('lost')} (target 0)`,
    `unreported duplicates ${count('unreported')} (target 0)`,
    `out of order ${count('disordered')} (target 0)`,
    `crashes ${count('crashes')} (target 0)`,
    `other targets missed ${count('missed')} (target 0)`,
  ]
  console.log(`faults: ${outcomes.length} rounds, ${figures.join(', ')}`)
  return outcomes.some((one) => Object.values(problemsOf(one)).some((lines) => lines.length > 0)) ? 1 : 0
}

/** Known only once all is played: what this file imports must stay loadable until then. */
export const code = await run(process.argv.slice(2))
