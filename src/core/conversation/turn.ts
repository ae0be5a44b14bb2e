import type { BroadcastDesk, Move, NewBroadcast } from '../broadcasts/broadcast.ts'
import type { Campaign, Locale } from '../campaign/campaign.ts'
import type { Form, FormState } from '../forms/form.ts'
import type { Group, GroupPlace, GroupState } from '../groups/group.ts'
import type { IncomingUpdate, Saying, Text } from '../message.ts'
import type { ConsentWay } from '../people/consent.ts'
import type { PeopleEffect, PeopleView } from '../people/people-view.ts'
import type { Person } from '../people/person.ts'
import type { OfficeDesk } from '../pledges/counts.ts'
import type { UnitDesk } from '../pledges/desk.ts'
import type { EnteredEffect, EnteredPledge } from '../pledges/entered.ts'
import type { LifeEffect, Shown } from '../pledges/life.ts'
import type { Standing } from '../pledges/notes.ts'
import type { Pledge, PledgeContent, Via } from '../pledges/pledge.ts'
import type { TableEffect, TableView } from '../tables/plan.ts'
import type { Held } from './held.ts'
import type { OfficeView } from './office-work.ts'

/** Everything that is known when one update is taken up. */
export interface Turn {
  readonly update: IncomingUpdate
  readonly person: Person
  readonly form: FormState | undefined
  /** The choices last offered here, so that their label or number can be typed. */
  readonly offered: readonly { readonly id: string; readonly label: string; readonly yes?: boolean }[]
  /** The person's own pledges in this campaign, oldest first, withdrawn ones among them, undone ones not. */
  readonly pledges: readonly Pledge[]
  /** What the person last agreed to, each with the wording that was agreed to. */
  readonly consents: readonly { readonly purpose: string; readonly version: string }[]
  /** The units in which somebody pledges to be a fighter; read where a collective's pledge may be shown. */
  readonly fighterUnits?: readonly string[]
  /** What others sent for the person; read only where the update may be about it. */
  readonly entered?: readonly EnteredPledge[]
  /** Pledges of this phase in the units that the person looks after; read only for who looks after any. */
  readonly standing?: readonly Standing[]
  /** The group that the update comes from, where we know it. */
  readonly group?: Group
  /** The broadcast that was the last thing said here and asks to be acknowledged; read only where the words may do so. */
  readonly news?: string
  /** Read only for somebody of the office in a private chat. */
  readonly office?: OfficeView
  /** The same. */
  readonly desk?: BroadcastDesk
  /** What the update asks about people, where it does. */
  readonly people?: PeopleView
  /** The table that a button of the office is about. */
  readonly table?: TableView
  /** Read for coordinators and the office where the update may be about pledges of others. */
  readonly unitDesk?: UnitDesk
  /** Read for the office where the update may be about the figures. */
  readonly officeDesk?: OfficeDesk
  /** Read where the update may be about the person's own data. */
  readonly held?: Held
  /** Here no file can be sent to the person. */
  readonly noFiles?: boolean
  /** Here the person can send words alone, without files and formatting. */
  readonly plainInput?: boolean
  readonly campaign: Campaign
  readonly timezone: string
  /** The campaign's clock. */
  readonly now: Date
}

/** A change to what we remember. Stored in one transaction with the answer. */
export type Effect =
  | {
      readonly kind: 'submit-pledge'
      readonly code: string
      readonly phase: string
      readonly late: boolean
      readonly content: PledgeContent
      readonly forOther: boolean
      readonly via: Via
    }
  /** Takes back what was just sent, as if it had not been. */
  | ({ readonly kind: 'undo-pledge' } & Shown)
  | ({ readonly kind: 'change-pledge'; readonly content: PledgeContent; readonly forOther: boolean } & Shown)
  | ({ readonly kind: 'withdraw-pledge' } & Shown)
  | LifeEffect
  | EnteredEffect
  | {
      readonly kind: 'consent'
      readonly purpose: string
      readonly version: string
      readonly given: boolean
      readonly way: ConsentWay
    }
  | DataEffect
  | { readonly kind: 'profile'; readonly name?: string; readonly unit?: string }
  | { readonly kind: 'reminders'; readonly off: boolean }
  | { readonly kind: 'locale'; readonly locale: Locale }
  | { readonly kind: 'reachable'; readonly reachable: boolean }
  | ({ readonly kind: 'broadcast' } & NewBroadcast)
  /** The message to oneself alone, through the ledger. */
  | { readonly kind: 'test-broadcast'; readonly saying: Saying }
  | { readonly kind: 'move-broadcast'; readonly id: string; readonly move: Move }
  | { readonly kind: 'certificate'; readonly id: string }
  | { readonly kind: 'acknowledge'; readonly id: string }
  /** What became of the group that the update comes from; `joined` begins its time with us anew. */
  | {
      readonly kind: 'group-state'
      readonly state: GroupState
      readonly title: string
      readonly joined: boolean
      readonly reason?: string
    }
  | { readonly kind: 'group-moved'; readonly to: string }
  | {
      readonly kind: 'group-change'
      readonly place: GroupPlace
      readonly state?: GroupState
      readonly title?: string
      readonly enabled?: boolean
      readonly news?: boolean
      readonly thread?: string | null
    }
  | { readonly kind: 'group-forget'; readonly place: GroupPlace }
  | { readonly kind: 'retry-update'; readonly id: string }
  | TableEffect
  | PeopleEffect
  /** Everyone of the office is told, of one matter at most once an hour. */
  | { readonly kind: 'tell-office'; readonly about: string; readonly saying: Saying }

/** What somebody does with the data that is held about them. */
export type DataEffect =
  /** Reminders that wait to be sent to them are not. */
  | { readonly kind: 'cancel-reminders' }
  | { readonly kind: 'correct-person'; readonly name: string; readonly unit: string; readonly position: string | null }
  /** Noted without what it was about. */
  | { readonly kind: 'data-request'; readonly action: 'export' | 'correct' }
  /** A document for them alone. Words in place of its content become one page in their language. */
  | {
      readonly kind: 'keep-file'
      readonly id: string
      readonly name: string
      readonly mime: string
      readonly content: string | readonly Text[]
      readonly expiresAt: Date
    }
  /** All that is held about them goes but what must stay. `request` names it; `mark` is the pledges as they were shown. */
  | { readonly kind: 'erase-person'; readonly request: string; readonly mark: string }

/** What an update leads to. `form: null` ends the open form, `undefined` leaves it as it is. */
export interface Outcome {
  readonly say: readonly Saying[]
  readonly effects: readonly Effect[]
  readonly form?: FormState | null
}

/** A guided conversation: its form for this person now, and what happens when it is sent. */
export interface Dialogue {
  readonly name: string
  form(turn: Turn, about: FormState['about']): Form
  /** Ends the form, unless the outcome says where it goes on. `random` gives that many random bytes. */
  complete(turn: Turn, state: FormState, random: (bytes: number) => Uint8Array): Outcome
  /** What is shown beside the review card, where the form offers something there. */
  beside?(turn: Turn, state: FormState, value: string): Omit<Outcome, 'form'>
}

export const nothing: Outcome = { say: [], effects: [] }

export function say(saying: Saying): Outcome {
  return { say: [saying], effects: [] }
}
