import { maySendNews, type Person } from '../people/person.ts'
import type { Audience, FollowUp, Reach } from './audience.ts'
import type { Content } from './content.ts'

/** awaiting: a second person has to agree · scheduled: goes out at its time. */
export type BroadcastState = 'awaiting' | 'scheduled' | 'sending' | 'paused' | 'cancelled' | 'done'

/** Whether something is still to come of it. */
export function isOpen({ state }: { readonly state: BroadcastState }): boolean {
  return state !== 'done' && state !== 'cancelled'
}

/** News from the office to many. */
export interface Broadcast {
  readonly id: string
  readonly by: string
  readonly approvedBy?: string
  readonly content: Content
  readonly audience: Audience | FollowUp
  readonly acknowledge: boolean
  readonly state: BroadcastState
  readonly sendAt?: Date
  /** Why it is paused or was cancelled, where nobody of the office simply said so. */
  readonly reason?: 'failures' | 'missed' | 'refused'
  readonly createdAt: Date
  readonly startedAt?: Date
  readonly endedAt?: Date
}

/** A broadcast as it is sent off by its author. */
export interface NewBroadcast extends Pick<Broadcast, 'id' | 'content' | 'audience' | 'acknowledge'> {
  readonly state: BroadcastState
  readonly sendAt: Date
}

/** What can be done with a broadcast, and in which states. */
export const moves = {
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['awaiting', 'scheduled', 'sending', 'paused'], to: 'cancelled' },
  approve: { from: ['awaiting'], to: 'scheduled' },
  refuse: { from: ['awaiting'], to: 'cancelled' },
  retry: { from: ['done'], to: 'sending' },
} as const satisfies Record<string, { from: readonly BroadcastState[]; to: BroadcastState }>
export type Move = keyof typeof moves

/** Whether that person may do it with a broadcast in that state; the author never approves their own. */
export function mayMove(
  move: Move,
  { state, by }: Pick<Broadcast, 'state' | 'by'>,
  person: Pick<Person, 'id' | 'role'>,
): boolean {
  const from: readonly BroadcastState[] = moves[move].from
  if (!maySendNews(person.role) || !from.includes(state)) return false
  return (move !== 'approve' && move !== 'refuse') || by !== person.id
}

/** Where a new broadcast begins. */
export function firstState(needsApproval: boolean): BroadcastState {
  return needsApproval ? 'awaiting' : 'scheduled'
}

/** How many of a broadcast's deliveries stand where. */
export interface Tally {
  readonly waiting: number
  readonly sent: number
  /** Not counting those whom we cannot reach because they do not want us. */
  readonly failed: number
  readonly blocked: number
  readonly unknown: number
  readonly cancelled: number
}

export const noTally: Tally = { waiting: 0, sent: 0, failed: 0, blocked: 0, unknown: 0, cancelled: 0 }

export function endedOf({ sent, failed, blocked, unknown }: Tally): number {
  return sent + failed + blocked + unknown
}

/** Who has it and has not acknowledged it, as far as we know who they are. */
export interface Unread {
  /** Those who can be reminded. */
  readonly count: number
  /** The first of them who gave their names. */
  readonly people: readonly { readonly name: string; readonly unit: string | null }[]
  /** Those of them who did not. */
  readonly nameless: number
  /** People who have it in their private chats and acknowledged it. */
  readonly read: number
  /** People who have it, have not acknowledged it and cannot be reached any more. */
  readonly left: number
  /** People whom it has not reached. */
  readonly unreached: number
  /** Groups that have it: nobody knows who in them has read it. */
  readonly groups: number
  /** When they were last reminded. */
  readonly remindedAt?: Date
}

/** A broadcast with how it stands. */
export interface Standing {
  readonly broadcast: Broadcast
  readonly tally: Tally
  readonly unread?: Unread
}

/** The standing of that broadcast, where it was read. */
export function standingOf(desk: BroadcastDesk | undefined, id: string | undefined): Standing | undefined {
  return desk?.known.find((one) => one.broadcast.id === id)
}

/** Whether what it said may be corrected where it arrived: some have it, and no more go out at this moment. */
export function isCorrectable({ broadcast: { state, audience }, tally }: Standing): boolean {
  return (state === 'done' || state === 'cancelled' || state === 'paused') && !('follows' in audience) && tally.sent > 0
}

/** Whether those who have not acknowledged it can be looked at, and reminded. */
export function hasReaders({ broadcast: { state, audience, acknowledge }, tally }: Standing): boolean {
  const isHeld = state === 'done' || state === 'cancelled' || state === 'paused'
  return isHeld && !('follows' in audience) && acknowledge && tally.sent + tally.unknown > 0
}

/** When those who have not read it may be reminded again: an hour after the last time. */
export function nextReminder({ remindedAt }: Unread): Date | undefined {
  return remindedAt && new Date(remindedAt.getTime() + 3_600_000)
}

/** Whether it was to go out at a time that passed while nobody agreed to it. */
export function isLate({ state, sendAt, createdAt }: Broadcast, now: Date): boolean {
  return state === 'awaiting' && sendAt !== undefined && sendAt > createdAt && sendAt <= now
}

/** What somebody of the office has before them: read only for those who may send news. */
export interface BroadcastDesk {
  /** Those that are not over, then the others, the newest first. */
  readonly recent: readonly Broadcast[]
  /** Those that what was pressed or typed may be about. */
  readonly known: readonly Standing[]
  /** The one that the open form corrects. */
  readonly corrects?: Standing
  /** Only while a broadcast is being written. */
  readonly reach?: Reach
  /** How many others could agree to it; the same, and only where somebody has to. */
  readonly approvers?: number
}
