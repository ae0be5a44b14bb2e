import { button } from '../actions.ts'
import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import type { Campaign, Locale } from '../campaign/campaign.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { describeAudience } from './audience.ts'
import {
  type Broadcast,
  type BroadcastState,
  endedOf,
  hasReaders,
  isCorrectable,
  type Standing,
  type Tally,
} from './broadcast.ts'

/** How fast it has gone since it last began to. */
export interface Speed {
  readonly ended: number
  readonly ms: number
}

/** The message that shows how far a broadcast is, with what can be done about it. */
export function progressSaying(
  broadcast: Broadcast,
  tally: Tally,
  view: { readonly campaign: Campaign; readonly timezone: string; readonly locale: Locale; readonly speed?: Speed },
): Saying {
  const { campaign, timezone, locale } = view
  const title = titleOf(broadcast, tally, timezone)
  const said = text('broadcast-about', {
    words: firstWords(broadcast),
    audience: describeAudience(broadcast.audience, campaign, locale),
  })
  const reason = broadcast.reason === undefined ? [] : [text(`broadcast-reason-${broadcast.reason}`)]
  const began = broadcast.startedAt !== undefined
  const minutes = broadcast.state === 'sending' ? remaining(tally, view.speed) : undefined
  const hasAny = endedOf(tally) + tally.cancelled + tally.waiting > 0
  const figures = began && hasAny ? [figuresOf(broadcast.state, tally, minutes)] : []
  return {
    text: [title, said, ...figures, ...reason],
    choices: choicesOf({ broadcast, tally }),
    locale,
    inPlace: true,
  }
}

/** The beginning of what it says, as its name in lists. */
export function firstWords({ content }: Pick<Broadcast, 'content'>): Text {
  const letters = [...content.text.replace(/\s+/g, ' ')]
  if (letters.length === 0) return text('broadcast-only-file')
  return literal(letters.length <= 60 ? letters.join('') : `${letters.slice(0, 60).join('')}…`)
}

export function whenText(at: Date, timezone: string): string {
  return `${timeAt(at, timezone)} ${writeDay(dayAt(at, timezone))}`
}

/** Lines as one paragraph; none where there is none. */
export function linesBelow([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce((above, line) => text('form-two-lines', { above, line }), first)] : []
}

/** What became of it, in a word: that it was sent is said only where somebody has it. */
function titleOf({ state, sendAt }: Broadcast, tally: Tally, timezone: string): Text {
  if (state === 'done') return text(`broadcast-state-${endOf(tally)}`)
  return text(`broadcast-state-${state}`, { at: sendAt ? whenText(sendAt, timezone) : '' })
}

function endOf({ sent, failed, blocked, unknown }: Tally): 'done' | 'partly' | 'unheard' | 'failed' | 'nobody' {
  const lost = failed + blocked
  if (sent > 0) return lost + unknown > 0 ? 'partly' : 'done'
  if (unknown > 0) return 'unheard'
  return lost > 0 ? 'failed' : 'nobody'
}

const barLength = 10
const lostPlaces = ['failed', 'blocked', 'unknown', 'cancelled'] as const

/** How much is done; of a cancelled one, how much of it went out. */
function figuresOf(state: BroadcastState, tally: Tally, minutes: number | undefined): Text {
  const ended = endedOf(tally) + tally.cancelled
  const total = ended + tally.waiting
  const share = total === 0 ? 0 : (state === 'cancelled' ? tally.sent + tally.unknown : ended) / total
  const full = Math.floor(share * barLength)
  const bar = text(state === 'cancelled' ? 'broadcast-bar-cancelled' : 'broadcast-bar', {
    bar: '▓'.repeat(full) + '░'.repeat(barLength - full),
    percent: Math.floor(share * 100),
    total,
  })
  const lost = lostPlaces.filter((place) => tally[place] > 0)
  const lines = [
    bar,
    text(tally.waiting > 0 ? 'broadcast-sent-waiting' : 'broadcast-sent-all', {
      sent: tally.sent,
      waiting: tally.waiting,
    }),
    ...lost.map((place) => text(`broadcast-figure-${place}`, { count: tally[place] })),
    ...(minutes === undefined ? [] : [text('broadcast-remaining', { minutes })]),
  ]
  return lines.reduce((above, line) => text('form-two-lines', { above, line }))
}

/** Whole minutes until all are told, at the speed so far; nothing while that says little. */
function remaining({ waiting }: Tally, speed: Speed | undefined): number | undefined {
  if (!speed || speed.ended < 5 || speed.ms < 2_000 || waiting === 0) return undefined
  return Math.ceil((waiting * speed.ms) / speed.ended / 60_000)
}

function choicesOf(standing: Standing): Choice[][] {
  const { id, state } = standing.broadcast
  const { failed } = standing.tally
  switch (state) {
    case 'awaiting':
    case 'scheduled':
      return [[button('broadcast-cancel', 'danger', id)]]
    case 'sending':
      return [[button('broadcast-pause', undefined, id), button('broadcast-cancel', 'danger', id)]]
    case 'paused':
      return [
        [button('broadcast-resume', 'primary', id), button('broadcast-cancel', 'danger', id)],
        ...afterwards(standing),
      ]
    case 'cancelled':
    case 'done': {
      const retry = {
        ...button('broadcast-retry', undefined, id),
        label: text('menu-broadcast-retry', { count: failed }),
      }
      return [
        ...(endedOf(standing.tally) > 0 ? [[button('broadcast-certificate', undefined, id)]] : []),
        ...(state === 'done' && failed > 0 ? [[retry]] : []),
        ...afterwards(standing),
      ]
    }
  }
}

/** What can be done about copies that are out. */
function afterwards(standing: Standing): Choice[][] {
  const { id } = standing.broadcast
  return [
    ...(isCorrectable(standing) ? [[button('broadcast-correct', undefined, id)]] : []),
    ...(hasReaders(standing) ? [[button('broadcast-unread', undefined, id)]] : []),
  ]
}

/** How long the progress message rests between two changes: platforms count edits as messages. */
export function editEveryMs(runningMs: number): number {
  if (runningMs < 60_000) return 3_000
  return runningMs < 600_000 ? 5_000 : 10_000
}

/** The figures up to which the office knows of the failures, and has let it go on. */
export interface Forgiven {
  readonly failed: number
  readonly ended: number
}

const breaker = { share: 0.3, least: 20 }

/** Whether so many failed or were never answered that the rest should wait for somebody to look: who left does not count. */
export function failsTooOften(tally: Tally, forgiven: Forgiven = { failed: 0, ended: 0 }): boolean {
  const ended = endedOf(tally) - tally.blocked - forgiven.ended
  const failed = tally.failed + tally.unknown - forgiven.failed
  return ended >= breaker.least && failed / ended > breaker.share
}

/** The figures to forgive from here on. */
export function forgive(tally: Tally): Forgiven {
  return { failed: tally.failed + tally.unknown, ended: endedOf(tally) - tally.blocked }
}
