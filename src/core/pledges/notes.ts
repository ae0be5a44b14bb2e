import type { Campaign } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'
import { type Input, type Text, text } from '../message.ts'
import { isSameSubject, type Pledge, type PledgeContent } from './pledge.ts'

/** A pledge that stands in the phase, as far as a check needs it. */
export type Standing = Pick<Pledge, 'code' | 'subject' | 'name' | 'unit'>

/** What a soft check looks at beside the pledge itself. */
export interface Facts {
  readonly late: boolean
  /** Other pledges of the phase that the reader may know of. */
  readonly standing: readonly Standing[]
  /** The units in which somebody pledges to be a fighter at the base (CSTDCS) in the phase, where that was looked at. */
  readonly fighterUnits?: readonly string[]
}

/** The title of a collective that needs such a person in its unit. */
export const titleOfFighters = 'TTLDXS'

/** Whether this may show a pledge for that title: its name is in the words, or a pledge that was sent is opened again. */
export function mayNoteFighters(input: Input, { titles }: Pick<Campaign, 'titles'>): boolean {
  if (input.kind === 'choice') return /^do:(?:change|undo)-/.test(input.id)
  const title = input.kind === 'text' ? titles.find((one) => one.code === titleOfFighters) : undefined
  if (!title || input.kind !== 'text') return false
  const words = fold(input.text)
  return [title.code, title.name.vi, ...title.aliases].some((name) => words.includes(fold(name)))
}

/** What the person should know before sending. It informs, and never decides or blocks: the council does. */
export function pledgeNotes(
  content: PledgeContent,
  facts: Facts,
  campaign: Pick<Campaign, 'titles' | 'commendations'>,
): readonly Text[] {
  const { titles, subject } = content
  const law: Text[] = []
  if (titles.includes('CSTDCS') && !titles.includes('LDTT')) law.push(text('pledge-note-cstdcs'))
  if (titles.includes('CSTDT')) law.push(text('pledge-note-cstdt'))
  law.push(...unitNote(content, facts))
  const twin = facts.standing.find((one) => isSameSubject(one, content))
  return [
    ...(misplaced(content, campaign) ? [text(`pledge-note-not-${subject}`)] : []),
    ...law,
    ...(law.length > 0 ? [text('pledge-note-law')] : []),
    ...(twin ? [text('pledge-note-twin', { code: twin.code })] : []),
    ...(facts.late ? [text('pledge-note-late')] : []),
  ]
}

/** Whether an award is meant for the other kind of subject. */
function misplaced(
  { subject, titles, commendations }: PledgeContent,
  campaign: Pick<Campaign, 'titles' | 'commendations'>,
) {
  const chosen = new Set([...titles, ...commendations])
  return [...campaign.titles, ...campaign.commendations].some(
    (award) => chosen.has(award.code) && !award.for.includes(subject),
  )
}

/** What the unit's own pledges say about it, where that is known. */
function unitNote({ titles, unit }: PledgeContent, { fighterUnits }: Pick<Facts, 'fighterUnits'>): Text[] {
  const isWithout = fighterUnits !== undefined && !fighterUnits.includes(unit)
  return titles.includes(titleOfFighters) && isWithout ? [text('pledge-note-ttldxs')] : []
}

/** The notes on several pledges, each once, with the numbers of those that it is about. */
export function notesOnRows(
  rows: readonly { readonly number: number; readonly content: PledgeContent }[],
  facts: Pick<Facts, 'fighterUnits'>,
  campaign: Pick<Campaign, 'titles' | 'commendations'>,
): readonly { readonly numbers: readonly number[]; readonly note: Text }[] {
  const found = new Map<string, { numbers: number[]; note: Text }>()
  const fighters = rows.flatMap(({ content }) => (content.titles.includes('CSTDCS') ? [content.unit] : []))
  const known = facts.fighterUnits && { fighterUnits: [...facts.fighterUnits, ...fighters] }
  for (const { number, content } of rows)
    for (const note of pledgeNotes(content, { ...known, late: false, standing: [] }, campaign)) {
      const key = JSON.stringify(note)
      const one = found.get(key) ?? { numbers: [], note }
      one.numbers.push(number)
      found.set(key, one)
    }
  return [...found.values()]
}
