import type { PledgeState, Shown } from './life.ts'

/** Pledges by their state, and how many of all these are of senders who are not verified. */
export interface StateCounts {
  readonly submitted: number
  readonly confirmed: number
  readonly returned: number
  readonly included: number
  readonly unverified: number
}

/** How many pledges there are of one unit in one phase; with an award only those that name it. */
export interface CountRow extends StateCounts {
  readonly phase: string
  readonly unit: string
  readonly award: string | null
}

/** What the office has before it about one phase. */
export interface OfficeDesk {
  readonly phase: string
  readonly rows: readonly CountRow[]
  /** How many of the roster have no pledge, by unit; of a unit that is not there it is not known. */
  readonly missing: Readonly<Record<string, number>>
  /** The confirmed pledges of verified senders, where the list is to be closed. */
  readonly ready?: readonly Shown[]
}

export const noCounts: StateCounts = { submitted: 0, confirmed: 0, returned: 0, included: 0, unverified: 0 }

/** All of them together. */
export function total(rows: readonly StateCounts[]): StateCounts {
  return rows.reduce<StateCounts>(
    (sum, one) => ({
      submitted: sum.submitted + one.submitted,
      confirmed: sum.confirmed + one.confirmed,
      returned: sum.returned + one.returned,
      included: sum.included + one.included,
      unverified: sum.unverified + one.unverified,
    }),
    noCounts,
  )
}

/** One row for each value of `by`, in the order in which they come. */
export function grouped<Row extends StateCounts>(
  rows: readonly Row[],
  by: (row: Row) => string,
): readonly (readonly [string, StateCounts])[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return [...groups].map(([key, members]) => [key, total(members)])
}

/** States in which a pledge is counted. */
export const countedStates = [
  'submitted',
  'confirmed',
  'returned',
  'included',
] as const satisfies readonly PledgeState[]

export interface CountWords {
  /** The wording of a key in `locales/`. */
  readonly say: (key: string) => string
  readonly phaseName: (id: string) => string
  readonly unitName: (code: string) => string
  readonly awardName: (code: string) => string
}

/** The table of all phases, for a spreadsheet: of each unit first all its pledges, then by award. */
export function countTable(rows: readonly CountRow[], words: CountWords): (string | number)[][] {
  const { say } = words
  const heading = ['phase', 'unit', 'award', ...countedStates, 'unverified'].map((one) => say(`counts-column-${one}`))
  return [
    heading,
    ...rows.map((row) => [
      words.phaseName(row.phase),
      words.unitName(row.unit),
      row.award === null ? say('counts-all-awards') : words.awardName(row.award),
      ...countedStates.map((state) => row[state]),
      row.unverified,
    ]),
  ]
}
