import type { Locale } from '../campaign/campaign.ts'

export type Role = 'staff' | 'coordinator' | 'office' | 'owner'

/** A human being behind one or more accounts. */
export interface Person {
  readonly id: string
  readonly role: Role
  readonly locale: Locale
  /** As last declared by the person; known to nobody else but the office, as a recipient of its news or of trouble. */
  readonly name?: string
  readonly unit?: string
  readonly remindersOff: boolean
}

/** Whether that role may send news to everyone. */
export function maySendNews(role: Role): boolean {
  return role === 'office' || role === 'owner'
}
