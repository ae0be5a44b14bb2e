import type { Campaign } from '../campaign/campaign.ts'
import { type Text, text } from '../message.ts'
import { isSameSubject, type Pledge, type PledgeContent } from './pledge.ts'

/** A pledge that stands in the phase, as far as a check needs it. */
export type Standing = Pick<Pledge, 'code' | 'subject' | 'name' | 'unit'>

/** What a soft check looks at beside the pledge itself. */
export interface Facts {
  readonly late: boolean
  /** Other pledges of the phase that the reader may know of. */
  readonly standing: readonly Standing[]
  readonly unitCheck?: UnitCheck
}

/** Whether somebody of that unit pledges to be a fighter at the base (CSTDCS) in the phase. */
export interface UnitCheck {
  readonly unit: string
  readonly hasFighter: boolean
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
export function unitNote({ titles, unit }: PledgeContent, { unitCheck }: Pick<Facts, 'unitCheck'>): Text[] {
  const isWithout = unitCheck?.unit === unit && !unitCheck.hasFighter
  return titles.includes('TTLDXS') && isWithout ? [text('pledge-note-ttldxs')] : []
}
