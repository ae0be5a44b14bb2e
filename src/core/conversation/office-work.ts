import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import type { Group } from '../groups/group.ts'
import { forOffice } from '../groups/list.ts'
import { type ChannelName, type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** An update that we gave up: where and when it came and why, never what it said. */
export interface ParkedUpdate {
  readonly id: string
  readonly channel: ChannelName
  readonly at: Date
  readonly reason: string
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
    text('work-parked', { number: index + 1, channel: one.channel, at: momentOf(turn, one.at), reason: one.reason }),
  )
  const stops = repeats.map((one) =>
    text('work-repeated', { channel: one.channel, count: one.count, at: momentOf(turn, one.at) }),
  )
  return {
    text: [text('work-counts', { waiting, parked }), ...lines, ...stops],
    choices: last.map((one, index): Choice[] => [
      { ...button('retry-update', undefined, one.id), label: text('menu-retry-update', { number: index + 1 }) },
    ]),
  }
}

function momentOf({ timezone }: Turn, at: Date): Text {
  return literal(`${timeAt(at, timezone)} ${writeDay(dayAt(at, timezone))}`)
}

/** What an error says, without any word that the person had written or is called by. */
export function withoutWords(reason: string, said: readonly string[]): string {
  const words = new Set(said.flatMap((one) => one.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []))
  const masked = reason.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (words.has(word.toLowerCase()) ? '…' : word))
  const line = masked.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${[...line].slice(0, 160).join('')}…` : line
}
