import { isSameName, type SaidAward, type SaidUnit } from './events.ts'
import type { Speaker } from './who-counts.ts'

/** One for whom titles are registered, while the message is read. */
export interface Subject {
  readonly kind: 'person' | 'collective'
  name: string | null
  readonly isSpeaker: boolean
  /** Named as one names others: "cho …", "anh …", "và …". */
  isOther?: boolean
  readonly awards: SaidAward[]
  unit: SaidUnit | undefined
  /** The unit is that of the heading, which one's own word overrides. */
  inherited: boolean
  contradicted: boolean
  nameUnsure?: boolean
  /** Of what was said of all, nothing holds for them. */
  excepted?: boolean
  /** No word says that it is a collective, only that a unit registers. */
  readonly implied?: boolean
}

/** Those of a row that have no unit yet, or else the last named. */
export function unplaced(row: readonly Subject[], group: readonly Subject[]): Subject[] {
  const free = row.filter((one) => one.unit === undefined)
  return free.length > 0 ? free : [...group]
}

/** How somebody is called: who writes has the name that is known of them. */
export function nameOf(name: string | null, isSpeaker: boolean, speaker: Speaker | undefined): string | null {
  if (!isSpeaker || !speaker?.name) return name
  return name === null || isSameName(name, speaker.name) ? speaker.name : name
}

/** A second unit for the same subject narrows the first, or contradicts it. */
export function combine(subject: Subject, unit: SaidUnit): void {
  const known = subject.unit
  if (!known || known === unit) return
  if (known.mine || unit.mine) {
    subject.unit = known.mine ? unit : known
    return
  }
  const both = known.codes.filter((code) => unit.codes.includes(code))
  if (both.length > 0 && !unit.unsure) subject.unit = { ...known, codes: both }
  else subject.contradicted = true
}
