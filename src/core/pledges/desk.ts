import type { DossierTick } from './dossier.ts'
import type { PledgeState, Shown } from './life.ts'
import type { Pledge } from './pledge.ts'

/** A pledge as those who look after its unit see it. */
export interface DeskPledge extends Pledge {
  /**
   * What is known of its sender. verified: somebody who may has said that they are who they say. declared: they say to be
   * the very person whom it is about, and confirming it says so too.
   */
  readonly sender: 'verified' | 'declared' | 'unknown'
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
  /** All that wait for their word, where they want to confirm all at once. */
  readonly waiting?: readonly Shown[]
  /** Of a coordinator's units. */
  readonly missing?: readonly Missing[]
  /** How many people the roster has in those units. */
  readonly roster?: number
}
