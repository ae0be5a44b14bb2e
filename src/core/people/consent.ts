/** The wording of the consent card; raised whenever what it says changes. */
export const consentVersion = '2026-11-24.2'

/** What a person agrees to, each by itself. */
export const purposes = ['register', 'remind', 'count'] as const
export type Purpose = (typeof purposes)[number]

/** How somebody said it: on the consent card, on the page of their data, or by having all of it erased. */
export type ConsentWay = 'form' | 'button' | 'erase'

/** One thing that somebody said about one purpose. What was said before it is never changed. */
export interface ConsentEntry {
  readonly purpose: string
  readonly given: boolean
  readonly version: string
  readonly channel: string
  readonly way: string
  readonly at: Date
}

export function isPurpose(word: string): word is Purpose {
  return purposes.some((one) => one === word)
}

/** What was said last about each purpose. */
export function lastConsents(entries: readonly ConsentEntry[]): ReadonlyMap<string, ConsentEntry> {
  return new Map(entries.map((one) => [one.purpose, one]))
}
