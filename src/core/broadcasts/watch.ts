import type { Locale } from '../campaign/campaign.ts'
import type { ChannelName } from '../message.ts'
import { type Broadcast, type BroadcastState, endedOf, type Tally } from './broadcast.ts'
import { editEveryMs, type Forgiven, failsTooOften, forgive, type Speed } from './progress.ts'

/** Where the message stands that shows how far a broadcast is, and what it last showed: plain JSON. Times are real ones. */
export interface Progress {
  readonly channel: ChannelName
  readonly address: string
  readonly locale: Locale
  /** How often it was told: the first is the message itself. */
  readonly told: number
  readonly shown?: BroadcastState
  readonly shownAt: number
  /** When it last began to go out, and how many were told before. */
  readonly run?: { readonly at: number; readonly ended: number }
  readonly forgiven?: Forgiven
  /** The others of the office have been asked to agree. */
  readonly asked?: boolean
  /** The author waits for the certificate. */
  readonly certificate?: boolean
}

/** What watching a broadcast leads to. */
export interface Watched {
  /** As it stands from now on. */
  readonly broadcast: Broadcast
  readonly progress: Progress
  /** Nothing more happens with it by itself. */
  readonly ends: boolean
  /** The message is to be shown anew. */
  readonly show: boolean
  readonly speed?: Speed
  /** It paused itself: the office is told. */
  readonly tripped: boolean
  /** The others of the office are asked to agree. */
  readonly asks: boolean
}

const missedMs = 24 * 60 * 60 * 1000

/** Its time passed more than a day ago while we were down: whether it should still go out is for the office to say. */
export function isMissed({ sendAt }: Pick<Broadcast, 'sendAt'>, now: Date): boolean {
  return sendAt !== undefined && now.getTime() - sendAt.getTime() > missedMs
}

/** Looks at a broadcast that is not over: whether it has ended, fails too often, and whether there is something to show. */
export function watch(broadcast: Broadcast, tally: Tally, before: Progress, now: number): Watched {
  const next = moved(broadcast, tally, before)
  const isNew = next.state !== before.shown
  const run =
    next.state === 'sending' && (isNew || before.run === undefined) ? { at: now, ended: endedOf(tally) } : before.run
  const speed = run && { ended: endedOf(tally) - run.ended, ms: now - run.at }
  const isDue = next.state === 'sending' && now - before.shownAt >= editEveryMs(run ? now - run.at : 0)
  const tripped = next.state === 'paused' && next.reason === 'failures' && broadcast.state === 'sending'
  const asks = next.state === 'awaiting' && before.asked !== true
  return {
    broadcast: next,
    ends: isOver(next.state) && tally.waiting === 0,
    show: isNew || isDue,
    tripped,
    asks,
    progress: {
      ...before,
      ...(run && { run }),
      ...(tripped && { forgiven: forgive(tally) }),
      ...(asks && { asked: true }),
    },
    ...(speed && { speed }),
  }
}

function isOver(state: BroadcastState): boolean {
  return state === 'done' || state === 'cancelled'
}

function moved(broadcast: Broadcast, tally: Tally, { forgiven }: Progress): Broadcast {
  const isGoing = broadcast.state === 'sending' || broadcast.state === 'paused'
  if (isGoing && tally.waiting === 0) return { ...broadcast, state: 'done' }
  if (broadcast.state === 'sending' && failsTooOften(tally, forgiven))
    return { ...broadcast, state: 'paused', reason: 'failures' }
  return broadcast
}
