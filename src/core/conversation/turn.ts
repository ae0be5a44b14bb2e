import type { BroadcastDesk, Move, NewBroadcast } from '../broadcasts/broadcast.ts'
import type { Campaign, Locale } from '../campaign/campaign.ts'
import type { Form, FormState } from '../forms/form.ts'
import type { Group, GroupPlace, GroupState } from '../groups/group.ts'
import type { IncomingUpdate, Saying } from '../message.ts'
import type { Person } from '../people/person.ts'
import type { Pledge, PledgeContent } from '../pledges/pledge.ts'
import type { OfficeView } from './office-work.ts'

/** Everything that is known when one update is taken up. */
export interface Turn {
  readonly update: IncomingUpdate
  readonly person: Person
  readonly form: FormState | undefined
  /** The choices last offered here, so that their label or number can be typed. */
  readonly offered: readonly { readonly id: string; readonly label: string; readonly yes?: boolean }[]
  /** The person's own pledges in this campaign, oldest first, withdrawn ones among them. */
  readonly pledges: readonly Pledge[]
  /** The group that the update comes from, where we know it. */
  readonly group?: Group
  /** The broadcast that was the last thing said here and asks to be acknowledged; read only where the words may do so. */
  readonly news?: string
  /** Read only for somebody of the office in a private chat. */
  readonly office?: OfficeView
  /** The same. */
  readonly desk?: BroadcastDesk
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
    }
  | { readonly kind: 'change-pledge'; readonly id: string; readonly content: PledgeContent }
  | { readonly kind: 'withdraw-pledge'; readonly id: string }
  | { readonly kind: 'consent'; readonly purpose: string; readonly version: string; readonly given: boolean }
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
  /** Everyone of the office is told, of one matter at most once an hour. */
  | { readonly kind: 'tell-office'; readonly about: string; readonly saying: Saying }

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
