import type { Campaign } from '../campaign/campaign.ts'
import type { Values } from '../forms/form.ts'
import type { Person } from '../people/person.ts'
import type { QuickDoubt, QuickField, QuickPledge } from '../quick/read-quick.ts'
import type { Standing } from './notes.ts'
import { asContent, isSameSubject, type PledgeContent } from './pledge.ts'
import { mayEnter, type Whose, whoseIs } from './whose.ts'

/** One pledge of several that were handed in together, and what was not clear in it. */
export interface ListRow extends QuickPledge {
  readonly doubts: readonly Omit<QuickDoubt, 'pledge'>[]
  /** The words say that it is the writer's own. */
  readonly isOwn?: boolean
}

/** More than that is no message any more that somebody could check on a telephone. */
export const mostRows = 40

export function writeRows(rows: readonly ListRow[]): string {
  return JSON.stringify(rows)
}

export function readRows(written: string | undefined): readonly ListRow[] {
  return JSON.parse(written ?? '[]') as readonly ListRow[]
}

/** What became of a row with the answers given since. */
export interface JudgedRow {
  readonly row: QuickPledge
  readonly whose: Whose
  readonly state:
    | { readonly kind: 'ready'; readonly content: PledgeContent }
    | { readonly kind: 'missing'; readonly fields: readonly QuickField[] }
    /** The same subject stands on that row of the list, counted from 1, or in a pledge that was sent. */
    | { readonly kind: 'twin'; readonly of: string }
    /** The unit is not that person's to enter pledges for. */
    | { readonly kind: 'foreign' }
}

/** Judges every row: only those that are ready are recorded. Answers stand under `<field><row from 0>`. */
export function judgeRows(
  rows: readonly ListRow[],
  answers: Values,
  { person, campaign, standing }: { person: Person; campaign: Campaign; standing: readonly Standing[] },
): readonly JudgedRow[] {
  const ready: { readonly number: number; readonly content: PledgeContent }[] = []
  return rows.map((given, index) => {
    const { row, open } = answered(given, index, answers, campaign)
    const whose = whoseOf(given, row, person)
    if (!mayEnter(person, row.unit, whose, campaign)) return { row, whose, state: { kind: 'foreign' } }
    if (open.length > 0) return { row, whose, state: { kind: 'missing', fields: open } }
    const content = asContent({ ...row, name: row.name ?? '', unit: row.unit ?? '' }, campaign)
    const twin = ready.find((one) => isSameSubject(one.content, content))?.number
    const sent = standing.find((one) => isSameSubject(one, content))?.code
    const of = twin === undefined ? sent : String(twin)
    if (of !== undefined) return { row, whose, state: { kind: 'twin', of } }
    ready.push({ number: index + 1, content })
    return { row, whose, state: { kind: 'ready', content } }
  })
}

/** Of many rows nobody is asked whose they are: one's own is what says so, or has the name that is known. */
function whoseOf(given: ListRow, { subject, name }: QuickPledge, person: Person): Whose {
  const said = given.isOwn ? 'self' : 'colleague'
  const whose = whoseIs({ subject, name: name ?? '' }, person, { before: said, answer: said })
  return whose === 'ask' ? 'colleague' : whose
}

/** The row with what was answered since, and what is open still. */
function answered(row: ListRow, index: number, answers: Values, campaign: Campaign) {
  const said = (field: string) => answers[`${field}${index}`]
  const word = (field: string) => {
    const value = said(field)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const ticked = said('titles')
  const codes = Array.isArray(ticked) ? ticked : []
  const isTitle = (code: string) => campaign.titles.some((one) => one.code === code)
  const subject = word('subject') === 'collective' ? 'collective' : word('subject') ? 'individual' : row.subject
  const now: QuickPledge = {
    subject,
    name: word('name') ?? row.name,
    unit: word('unit') ?? row.unit,
    titles: [...new Set([...row.titles, ...codes.filter(isTitle)])],
    commendations: [...new Set([...row.commendations, ...codes.filter((code) => !isTitle(code))])],
  }
  const open = row.doubts
    .map((doubt) => doubt.field)
    .filter((field) => (field === 'titles' ? codes.length === 0 : word(field) === undefined))
    .filter((field) => field !== 'name' || subject === 'individual')
  return { row: now, open: [...new Set(open)] }
}
