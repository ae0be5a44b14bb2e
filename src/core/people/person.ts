import type { Locale } from '../campaign/campaign.ts'

/** Whether somebody who may has said that this account is the person it says. */
export type Standing = 'declared' | 'verified' | 'refused'

export type Role = 'staff' | 'coordinator' | 'office' | 'owner'

/** With what an account begins. */
export interface Seat {
  readonly role: Role
  /** Of a coordinator. */
  readonly coordinates?: readonly string[]
}

/** A human being behind one or more accounts. */
export interface Person {
  readonly id: string
  readonly role: Role
  readonly locale: Locale
  /** As last declared by the person; known to nobody else but the office and those who look after the unit. */
  readonly name?: string
  readonly unit?: string
  readonly remindersOff: boolean
  readonly standing: Standing
  /** The units whose people and pledges a coordinator looks after; empty for everyone else. */
  readonly coordinates: readonly string[]
}

/** Whether that role may send news to everyone. */
export function maySendNews(role: Role): boolean {
  return role === 'office' || role === 'owner'
}
