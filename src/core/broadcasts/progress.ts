import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import type { Campaign, Locale } from '../campaign/campaign.ts'
import { button } from '../conversation/menu.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { describeAudience } from './audience.ts'
import { type Broadcast, endedOf, type Tally } from './broadcast.ts'

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
  const at = broadcast.sendAt ? whenText(broadcast.sendAt, timezone) : ''
  const title = text(`broadcast-state-${broadcast.state}`, { at })
  const said = text('broadcast-about', {
    words: firstWords(broadcast),
    audience: describeAudience(broadcast.audience, campaign, locale),
  })
  const reason = broadcast.reason === undefined ? [] : [text(`broadcast-reason-${broadcast.reason}`)]
  const began = broadcast.startedAt !== undefined
  const figures = began
    ? [figuresOf(tally, broadcast.state === 'sending' ? remaining(tally, view.speed) : undefined)]
    : []
  return {
    text: [title, said, ...figures, ...reason],
    choices: choicesOf(broadcast, tally),
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

const barLength = 10

function figuresOf(tally: Tally, minutes: number | undefined): Text {
  const ended = endedOf(tally) + tally.cancelled
  const total = ended + tally.waiting
  const full = total === 0 ? barLength : Math.floor((ended / total) * barLength)
  const figures = text('broadcast-figures', {
    bar: '▓'.repeat(full) + '░'.repeat(barLength - full),
    percent: total === 0 ? 100 : Math.floor((ended / total) * 100),
    total,
    ...tally,
  })
  return minutes === undefined
    ? figures
    : text('form-two-lines', { above: figures, line: text('broadcast-remaining', { minutes }) })
}

/** Whole minutes until all are told, at the speed so far; nothing while that says little. */
function remaining({ waiting }: Tally, speed: Speed | undefined): number | undefined {
  if (!speed || speed.ended < 5 || speed.ms < 2_000 || waiting === 0) return undefined
  return Math.ceil((waiting * speed.ms) / speed.ended / 60_000)
}

function choicesOf({ id, state, acknowledge, audience }: Broadcast, tally: Tally): Choice[][] {
  switch (state) {
    case 'awaiting':
    case 'scheduled':
      return [[button('broadcast-cancel', 'danger', id)]]
    case 'sending':
      return [[button('broadcast-pause', undefined, id), button('broadcast-cancel', 'danger', id)]]
    case 'paused':
      return [[button('broadcast-resume', 'primary', id), button('broadcast-cancel', 'danger', id)]]
    case 'cancelled':
      return endedOf(tally) > 0 ? [[button('broadcast-certificate', undefined, id)]] : []
    case 'done': {
      const isFirst = !('follows' in audience)
      const rows = [[button('broadcast-certificate', undefined, id)]]
      if (tally.failed > 0)
        rows.push([
          { ...button('broadcast-retry', undefined, id), label: text('menu-broadcast-retry', { count: tally.failed }) },
        ])
      if (isFirst && tally.sent > 0) rows.push([button('broadcast-correct', undefined, id)])
      if (isFirst && acknowledge) rows.push([button('broadcast-unread', undefined, id)])
      return rows
    }
  }
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
