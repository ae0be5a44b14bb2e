import { type Award, type Campaign, type Locale, worded } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'
import { literal, type Text, text } from '../message.ts'
import { codeLetters } from '../people/pairing-code.ts'
import type { Role } from '../people/person.ts'
import { properName } from '../people/surnames.ts'
import type { PledgeState, Result } from './life.ts'

export type Subject = 'individual' | 'collective'

export interface PledgeContent {
  readonly subject: Subject
  /** The person's full name; for a collective, the unit's name. */
  readonly name: string
  readonly unit: string
  readonly titles: readonly string[]
  readonly commendations: readonly string[]
  readonly position?: string
  /** Of a collective: who speaks for it, and how many people it has. */
  readonly representative?: string
  readonly staffCount?: number
  /** The initiative or topic that a title rests on. */
  readonly topic?: string
  readonly targets?: string
  readonly notes?: string
}

/** How a pledge came in. */
export type Via = 'form' | 'quick' | 'list'

export interface Pledge extends PledgeContent {
  readonly id: string
  /** The receipt that the person keeps, for example TD-7KQ2M. */
  readonly code: string
  readonly phase: string
  readonly state: PledgeState
  /** Raised by every change: a button carries it. */
  readonly version: number
  /** Why it was returned. */
  readonly reason?: string
  /** Who confirmed or returned it last. */
  readonly decider?: { readonly name?: string; readonly role: Role }
  readonly decidedAt?: Date
  readonly results: readonly Result[]
  /** Sent after the closing date of its phase: what that means is for the office to say. */
  readonly late: boolean
  /** Entered for a colleague: it says nothing about its sender. */
  readonly forOther: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What a pledge may say beside what it must. */
export const pledgeDetails = ['position', 'representative', 'staffCount', 'topic', 'targets', 'notes'] as const

/** Under which key the name of that detail stands among the words. */
export function detailKey(name: (typeof pledgeDetails)[number]): string {
  return `pledge-${name === 'staffCount' ? 'staff-count' : name}`
}

/** For how long what was sent can be taken back as if it had not been. */
export const undoMinutes = 10

/** A receipt code from at least 6 random bytes: about 190 million of them, so a repeat is rare and the store refuses it. */
export function receiptCode(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 6), (byte) => codeLetters[byte % codeLetters.length])
  return `TD-${letters.join('')}`
}

/** The receipt code that these words are and nothing else, as it is shown. */
export function readReceiptCode(typed: string): string | undefined {
  const said = fold(typed).toUpperCase()
  const [, letters] = /^(?:(?:XEM|TRA CUU|MA|BIEN NHAN|BAN|DANG KY|CODE|RECEIPT) )*TD ?([A-Z0-9]{6})$/.exec(said) ?? []
  return letters === undefined ? undefined : `TD-${letters}`
}

/** The names of those awards, in the campaign's own words, joined for one line of a card. */
export function awardNames(codes: readonly string[], campaign: Campaign, locale: Locale): Text {
  const awards = [...campaign.titles, ...campaign.commendations]
  const names = codes.map((code) => {
    const award = awards.find((one) => one.code === code)
    return award ? worded(award.name, locale) : code
  })
  return names.length > 0 ? literal(names.join('; ')) : text('pledge-none')
}

/** The awards of the same kind that are above that one for such a subject, lowest first; none where it has no level. */
export function awardsAbove(
  code: string,
  subject: PledgeContent['subject'],
  { titles, commendations }: Pick<Campaign, 'titles' | 'commendations'>,
): readonly Award[] {
  const kind = titles.some((one) => one.code === code) ? titles : commendations
  const levelOf = (award: Award | undefined) => award?.level ?? Number.NaN
  const ladder = kind.filter((one) => one.for.includes(subject))
  const own = levelOf(ladder.find((one) => one.code === code))
  return ladder.filter((one) => levelOf(one) > own).sort((one, other) => levelOf(one) - levelOf(other))
}

/** The unit's name; its code where the campaign no longer has it. */
export function unitName(code: string, campaign: Campaign): string {
  return campaign.units.find((unit) => unit.code === code)?.name ?? code
}

/** What was given as it is recorded: a collective has its unit's name, a person one written as names are. */
export function asContent(given: PledgeContent, campaign: Campaign): PledgeContent {
  const isCollective = given.subject === 'collective'
  return { ...given, name: isCollective ? unitName(given.unit, campaign) : properName(given.name) }
}

/** So many of what one person sent are at hand in a turn: their own first, then the newest. */
export const mostSent = 50

/** Whether that title is a fighter's (CSTĐ), which rests on an initiative or topic. */
export function isFighterTitle(code: string): boolean {
  return code.startsWith('CSTD')
}

/** Whether both say the same in every respect; the order of awards says nothing. */
export function isSameContent(one: PledgeContent, other: PledgeContent): boolean {
  const awards = ({ titles, commendations }: PledgeContent) => [...titles, ...commendations].sort().join()
  const fields = ['subject', 'name', 'unit', ...pledgeDetails] as const
  return awards(one) === awards(other) && fields.every((field) => one[field] === other[field])
}

/** Whether two pledges are of the same person or collective, as they are written. */
export function isSameSubject(
  one: Pick<PledgeContent, 'subject' | 'name' | 'unit'>,
  other: Pick<PledgeContent, 'subject' | 'name' | 'unit'>,
): boolean {
  return one.subject === other.subject && one.unit === other.unit && fold(one.name) === fold(other.name)
}
