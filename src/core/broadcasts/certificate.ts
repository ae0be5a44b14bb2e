import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'

/** One recipient's line in the ledger. */
export interface Receipt {
  readonly name: string | null
  readonly unit: string | null
  readonly channel: string
  readonly address: string
  readonly state: string
  readonly at: Date | null
  readonly reason: string | null
  readonly attempts: number
  readonly doubts: number
  readonly acknowledgedAt: Date | null
}

export type Cell = string | number

/** A spreadsheet program would take these for a formula. */
const formula = /^[\s]*[=+\-@\t\r]|^[\t\r]/

/** Words of others as a cell that is only ever words. */
export function safeCell(words: string): string {
  return formula.test(words) ? `'${words}` : words
}

/** The certificate as rows of cells: the totals, an empty row, and one row for each recipient. */
export function certificateRows(
  receipts: readonly Receipt[],
  words: {
    /** The sentence of a key in the language of the reader. */
    readonly say: (key: string) => string
    readonly timezone: string
    readonly heading: readonly (readonly [string, string])[]
    readonly unitName: (code: string) => string
  },
): Cell[][] {
  const { say, timezone } = words
  const moment = (at: Date | null) => (at === null ? '' : `${timeAt(at, timezone)} ${writeDay(dayAt(at, timezone))}`)
  const states = new Map<string, number>()
  for (const one of receipts) states.set(one.state, (states.get(one.state) ?? 0) + 1)
  const totals = [...states].map(([state, count]): Cell[] => [say(`delivery-state-${state}`), count])
  return [
    ...words.heading.map(([label, value]): Cell[] => [label, safeCell(value)]),
    [say('certificate-total'), receipts.length],
    ...totals,
    [],
    columns.map((column) => say(`certificate-${column}`)),
    ...receipts.map((one, index): Cell[] => [
      index + 1,
      safeCell(one.name ?? ''),
      safeCell(one.unit === null ? '' : words.unitName(one.unit)),
      safeCell(one.channel),
      safeCell(one.address),
      say(`delivery-state-${one.state}`),
      moment(one.at),
      safeCell(one.reason ?? ''),
      one.attempts,
      one.doubts,
      moment(one.acknowledgedAt),
    ]),
  ]
}

const columns = [
  'number',
  'name',
  'unit',
  'channel',
  'address',
  'state',
  'at',
  'reason',
  'attempts',
  'doubts',
  'acknowledged',
] as const
