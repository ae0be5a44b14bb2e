import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import type { Group } from '../groups/group.ts'
import { type ChannelName, type Choice, literal, type Saying, type Text, text } from '../message.ts'
import type { FailureCause } from './failure.ts'
import { forOffice } from './group-list.ts'
import { titleOf } from './group-membership.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** Whom something is about: by the name that they declared, a group by its title; never by an address. */
export type Who =
  | { readonly kind: 'person'; readonly channel: ChannelName; readonly name?: string }
  | { readonly kind: 'group'; readonly title: string }

/** An update that we gave up: from whom and when it came and why, never what it said. */
export interface ParkedUpdate {
  readonly id: string
  readonly who: Who
  readonly at: Date
  readonly cause: FailureCause
}

/** What waits for somebody of the office to look at. */
export interface OfficeView {
  readonly groups: readonly Group[]
  readonly waiting: number
  readonly parked: number
  /** The last ones that were given up. */
  readonly last: readonly ParkedUpdate[]
  /** Messages that were stopped within a day because their address was told the same too often. */
  readonly repeats: readonly { readonly channel: ChannelName; readonly count: number; readonly at: Date }[]
}

/** What went wrong and waits for somebody, for the office. */
export function showWork(turn: Turn): Outcome {
  return turn.office ? say(work(turn, turn.office)) : forOffice()
}

/** Takes up again what was given up. */
export function retryUpdate(turn: Turn, id: string): Outcome {
  if (!turn.office) return forOffice()
  const { last, parked, waiting } = turn.office
  if (!last.some((one) => one.id === id)) return say({ text: [text('work-not-parked')], choices: [[button('work')]] })
  const left = { ...turn.office, parked: parked - 1, waiting: waiting + 1, last: last.filter((one) => one.id !== id) }
  const { text: words, choices = [] } = work(turn, left)
  return {
    say: [{ text: [text('work-retried'), ...words], choices, inPlace: true }],
    effects: [{ kind: 'retry-update', id }],
  }
}

function work(turn: Turn, { waiting, parked, last, repeats }: OfficeView): Saying {
  const lines = last.map((one, index) =>
    text('work-parked', {
      number: index + 1,
      at: momentOf(turn, one.at),
      who: whoText(one.who),
      reason: text(`work-cause-${one.cause}`),
    }),
  )
  const stops = repeats.map((one) =>
    text('work-repeated', { channel: channelText(one.channel), count: one.count, at: momentOf(turn, one.at) }),
  )
  return {
    text: [text('work-counts', { waiting, parked }), ...lines, ...stops],
    choices: last.map((one, index): Choice[] => [
      { ...button('retry-update', undefined, one.id), label: text('menu-retry-update', { number: index + 1 }) },
    ]),
  }
}

/** How the office reads whom something is about. */
export function whoText(who: Who): Text {
  if (who.kind === 'group') return text('work-who-group', { title: titleOf(who) })
  return who.name === undefined
    ? text('work-who-nameless', { channel: channelText(who.channel) })
    : text('work-who-person', { name: literal(who.name), channel: channelText(who.channel) })
}

export function channelText(channel: ChannelName): Text {
  return text(`broadcast-channel-${channel}`)
}

function momentOf({ timezone }: Turn, at: Date): Text {
  return literal(`${timeAt(at, timezone)} ${writeDay(dayAt(at, timezone))}`)
}
