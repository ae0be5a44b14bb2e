import type { DossierTick } from './dossier.ts'
import type { PledgeState } from './life.ts'
import { type Pledge, type PledgeContent, pledgeDetails } from './pledge.ts'

/** A pledge as those who look after its unit see it. */
export interface DeskPledge extends Pledge {
  /**
   * What is known of its sender. verified: somebody who may has said that they are who they say. declared: they say to be
   * the very person whom it is about, and confirming it says so too. refused: somebody has said that they are not.
   */
  readonly sender: 'verified' | 'declared' | 'refused' | 'unknown'
  /** Of one that waits: what it said when it was last confirmed or returned, if it was. */
  readonly judged?: { readonly kind: 'confirmed' | 'returned'; readonly content: Partial<PledgeContent> }
  /** The papers of its dossiers that are there; read of the one that a button is about. */
  readonly dossier?: readonly DossierTick[]
}

/** Which part of the list is shown. */
export interface ListPage {
  readonly phase: string
  readonly state: PledgeState
  /** From 0. */
  readonly number: number
}

/** So many pledges stand on one page of the list. */
export const listSize = 5

/** So many can be confirmed at once: each of them is named before. */
export const mostAtOnce = 20

/** Somebody of the roster without a pledge in the phase. */
export interface Missing {
  readonly personId: string
  readonly name: string
  readonly unit: string
  /** no-account: never wrote to us, or cannot be reached. off: wants no reminders. reminded: was reminded today. */
  readonly state: 'open' | 'no-account' | 'off' | 'reminded'
}

/** What somebody who looks after units has before them. */
export interface UnitDesk {
  readonly page: ListPage
  /** How many pledges of the phase are in each state. */
  readonly counts: Readonly<Record<PledgeState, number>>
  /** Those of the page, and one more where more follow; as many more as are about to leave it. */
  readonly listed: readonly DeskPledge[]
  /** The pledge that the button or the open form is about, where it is of their units. */
  readonly named?: DeskPledge
  /** Those that have waited longest for their word, where they want to confirm all at once; `mostAtOnce` of them at most. */
  readonly waiting?: readonly DeskPledge[]
  /** Of a coordinator's units: the first of them, those last who were reminded today. */
  readonly missing?: readonly Missing[]
  /** How many they are. */
  readonly missingInAll?: number
  /** How many people the roster has in those units. */
  readonly roster?: number
}

const shownFields = ['subject', 'name', 'unit', 'titles', 'commendations', ...pledgeDetails] as const

/** What of a pledge is not as it was when somebody last confirmed or returned it. */
export function changedFields(pledge: DeskPledge): readonly (typeof shownFields)[number][] {
  const { judged } = pledge
  if (!judged) return []
  return shownFields.filter((field) => JSON.stringify(pledge[field]) !== JSON.stringify(judged.content[field]))
}
