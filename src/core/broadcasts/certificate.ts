import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import { type ChannelName, type Text, text } from '../message.ts'

/** One recipient's line in the ledger. All times are those of the ledger's own clock. */
export interface Receipt {
  /** The name that the person declared. */
  readonly name: string | null
  readonly unit: string | null
  /** The group's title, where the recipient is one. */
  readonly group: string | null
  readonly isPerson: boolean
  readonly channel: ChannelName
  readonly address: string
  readonly state: string
  readonly queuedAt: Date
  readonly at: Date | null
  readonly reason: string | null
  readonly attempts: number
  readonly doubts: number
  readonly acknowledgedAt: Date | null
}

export type Cell = string | number

export interface CertificateWords {
  /** In the language of the reader. */
  readonly say: (text: Text) => string
  readonly timezone: string
  /** What the broadcast said, and in which state it is. */
  readonly title: string
  readonly state: string
  /** Who wrote it, who let it go out where somebody had to, and for whom it is. */
  readonly author: string
  readonly approver?: string
  readonly audience: string
  readonly unitName: (code: string) => string
  readonly writtenAt: Date
  /** Whether nothing more happens with it. */
  readonly isOver: boolean
}

/** The certificate as rows of cells: the totals, an empty row, and one row for each recipient, made one by one. */
export function* certificateRows(receipts: readonly Receipt[], words: CertificateWords): Generator<Cell[]> {
  const { timezone } = words
  const say = createSay(words.say)
  const moment = createMoment(timezone)
  const label = (name: string) => say(text(`certificate-${name}`))
  const { states, began, ended } = totalsOf(receipts)
  yield [label('title'), words.title]
  yield [label('author'), words.author]
  if (words.approver !== undefined) yield [label('approver'), words.approver]
  yield [label('audience'), words.audience]
  yield [label('state'), words.state]
  yield [label('started'), moment(began)]
  yield [label('ended'), words.isOver ? moment(ended) : '']
  yield [label('written'), moment(words.writtenAt)]
  yield [label('clock'), `${label('clock-of-server')} (${timezone})`]
  yield [label('total'), receipts.length]
  for (const [state, count] of states) yield [say(text(`delivery-state-${state}`)), count]
  yield [label('read'), receipts.filter((one) => one.acknowledgedAt !== null).length]
  yield []
  yield columns.map(label)
  let number = 0
  for (const one of receipts) {
    number += 1
    yield [
      number,
      one.name ?? say(nameOf(one)),
      one.unit === null ? '' : words.unitName(one.unit),
      say(text(`broadcast-channel-${one.channel}`)),
      one.address,
      say(text(`delivery-state-${one.state}`)),
      moment(one.at),
      one.reason === null ? '' : say(reasonOf(one.reason)),
      one.reason ?? '',
      one.attempts,
      one.doubts,
      moment(one.acknowledgedAt),
    ]
  }
}

const columns = [
  'number',
  'name',
  'unit',
  'channel',
  'address',
  'state',
  'at',
  'reason',
  'detail',
  'attempts',
  'doubts',
  'acknowledged',
] as const

/** What they are, where they are not called by a name. */
function nameOf({ group, isPerson, channel }: Receipt): Text {
  if (isPerson) return text('certificate-nameless', { channel: text(`broadcast-channel-${channel}`) })
  return group ? text('certificate-group', { title: group }) : text('certificate-group-untitled')
}

/** How the ledger begins its reasons. */
const kinds: ReadonlySet<string> = new Set([
  'blocked',
  'rejected',
  'throttled',
  'held',
  'ambiguous',
  'misconfigured',
  'unreachable',
  'repeated',
  'stopped',
  'cancelled',
])

/** Why it did not arrive, in plain words; the platform's own stand beside it. */
export function reasonOf(reason: string): Text {
  const kind = /^[a-z]+/.exec(reason)?.[0] ?? ''
  return text(`delivery-reason-${kinds.has(kind) ? kind : 'other'}`)
}

/** Says sentences: a hundred thousand lines hold the same few. */
function createSay(say: CertificateWords['say']): CertificateWords['say'] {
  const said = new Map<string, string>()
  return (sentence) => {
    const name = JSON.stringify(sentence)
    const known = said.get(name) ?? say(sentence)
    said.set(name, known)
    return known
  }
}

/** Writes moments: most of a hundred thousand fall into the same few minutes. */
function createMoment(timezone: string): (at: Date | undefined | null) => string {
  const written = new Map<number, string>()
  return (at) => {
    if (!at) return ''
    const minute = Math.floor(at.getTime() / 60_000)
    const known = written.get(minute) ?? `${timeAt(at, timezone)} ${writeDay(dayAt(at, timezone))}`
    written.set(minute, known)
    return known
  }
}

/** How many are in which state, and from when to when. */
function totalsOf(receipts: readonly Receipt[]) {
  const states = new Map<string, number>()
  let began: Date | undefined
  let ended: Date | undefined
  for (const { state, queuedAt, at } of receipts) {
    states.set(state, (states.get(state) ?? 0) + 1)
    if (!began || queuedAt < began) began = queuedAt
    if (at && (!ended || at > ended)) ended = at
  }
  return { states, began, ended }
}
