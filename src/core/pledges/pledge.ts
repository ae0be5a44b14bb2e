import { type Campaign, type Locale, worded } from '../campaign/campaign.ts'
import { literal, type Text, text } from '../message.ts'
import type { Role } from '../people/person.ts'
import type { PledgeState, Result } from './life.ts'

export type Subject = 'individual' | 'collective'

export interface PledgeContent {
  readonly subject: Subject
  /** The person's full name; for a collective, the unit's name. */
  readonly name: string
  readonly unit: string
  readonly titles: readonly string[]
  readonly commendations: readonly string[]
}

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
  readonly createdAt: Date
  readonly updatedAt: Date
}

// Without 0/O, 1/I/L, 5/S, 2/Z and vowels: a code is read out over the telephone and must spell no word.
const codeLetters = '346789BCDFGHJKMNPQRTVWXY'

/** A receipt code from at least 6 random bytes: about 190 million of them, so a repeat is rare and the store refuses it. */
export function receiptCode(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 6), (byte) => codeLetters[byte % codeLetters.length])
  return `TD-${letters.join('')}`
}

/** Soft checks: what the person should know before sending. They inform, and never decide or block. */
export function pledgeNotes(content: PledgeContent, late: boolean): readonly Text[] {
  const notes: Text[] = []
  if (content.titles.includes('CSTDCS') && !content.titles.includes('LDTT')) notes.push(text('pledge-note-cstdcs'))
  if (late) notes.push(text('pledge-note-late'))
  return notes
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

/** The unit's name; its code where the campaign no longer has it. */
export function unitName(code: string, campaign: Campaign): string {
  return campaign.units.find((unit) => unit.code === code)?.name ?? code
}
