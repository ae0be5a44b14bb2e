import { button } from '../actions.ts'
import type { Campaign, Locale } from '../campaign/campaign.ts'
import { worded } from '../campaign/campaign.ts'
import { enteredButtons, senderText } from '../conversation/entered-actions.ts'
import { aboutOf } from '../conversation/unit-list.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { maySendNews, type Role } from '../people/person.ts'
import { looksAfter } from '../people/rights.ts'
import type { Sender } from '../pledges/entered.ts'
import type { PledgeState } from '../pledges/life.ts'
import { awardNames, type Pledge, unitName } from '../pledges/pledge.ts'

/**
 * confirm, list: what a coordinator and the office have to do. entered: what somebody else sent for them. The others: what
 * its sender should know of a pledge.
 */
export type NoticeKind = 'confirm' | 'list' | 'entered' | OwnKind

/** In the order in which they happen: of one pledge the last that is true is said. */
export const ownKinds = ['returned', 'confirmed', 'included', 'reopened', 'result', 'recanted'] as const
type OwnKind = (typeof ownKinds)[number]

/** The kind of a notice that somebody says to be of a unit, and nobody has said anything of them yet. */
export const newcomerNotice = 'newcomer'

/** What has gathered for one person, each as it is now. */
export interface Gathered {
  readonly person: {
    readonly id: string
    readonly role: Role
    readonly coordinates: readonly string[]
  }
  readonly notices: readonly {
    readonly kind: NoticeKind
    readonly pledge: Pledge & { readonly personId: string; readonly subjectId: string | null; readonly by: Sender }
  }[]
  /** Who waits to be told apart from strangers, each once. */
  readonly newcomers: readonly { readonly unit: string }[]
}

type Told = Gathered['notices'][number]['pledge']

/** In which state a pledge must be for the notice to be true still. */
const stillTrue: Readonly<Record<NoticeKind, readonly PledgeState[]>> = {
  confirm: ['submitted'],
  list: ['confirmed'],
  returned: ['returned'],
  confirmed: ['confirmed'],
  included: ['included'],
  reopened: ['confirmed'],
  result: ['included'],
  entered: ['submitted', 'returned', 'confirmed', 'included'],
  recanted: ['withdrawn'],
}

/** So many pledges are named; of more only the number is said. */
const most = 5

/** What has gathered, in one message; undefined where nothing of it is true any more. */
export function digestSaying(gathered: Gathered, campaign: Campaign, locale: Locale): Saying | undefined {
  const of = (kind: NoticeKind) => standing(gathered, kind, campaign)
  const [toConfirm, toList] = [of('confirm'), of('list')]
  const newcomers = gathered.newcomers.filter((one) => looksAfter(gathered.person, one.unit, campaign))
  const told = ownKinds.flatMap((kind) => of(kind).map((pledge) => [pledge.id, { kind, pledge }] as const))
  const own = [...new Map(told).values()].map(({ kind, pledge }) => ownLine(kind, pledge, campaign, locale))
  const entered = of('entered')
  const words: Text[] = [
    ...own,
    ...entered.map((pledge) => enteredLine(pledge, campaign, locale)),
    ...(newcomers.length > 0 ? [text('digest-newcomers', { count: newcomers.length })] : []),
    ...(toConfirm.length > 0 ? [confirmText(toConfirm, campaign)] : []),
    ...(toList.length > 0 ? [text('digest-list', { count: toList.length })] : []),
  ]
  if (words.length === 0) return undefined
  return {
    text: [text('digest-heading'), ...words],
    choices: [
      ...of('returned').slice(0, most).map(changeRow),
      ...entered.slice(0, most).map((pledge) => enteredRow(pledge, entered.length === 1)),
      ...toConfirm.slice(0, most).map((pledge, index) => confirmRow(pledge, index + 1)),
      ...(own.length > 0 ? [[button('my-pledge')]] : []),
      ...(newcomers.length > 0 ? [[button('people')]] : []),
      ...(toConfirm.length > 0 ? [[button('unit-pledges')]] : []),
      ...(toList.length > 0 ? [[button('unit-counts')]] : []),
    ],
  }
}

/** The pledges of which that is true still, and the person's to know; each once. */
function standing({ person, notices }: Gathered, kind: NoticeKind, campaign: Campaign): Told[] {
  const isTheirs = (pledge: Gathered['notices'][number]['pledge']) => {
    if (kind === 'confirm') return looksAfter(person, pledge.unit, campaign)
    if (kind === 'entered') return pledge.subjectId === person.id
    return kind === 'list' ? maySendNews(person.role) : pledge.personId === person.id
  }
  const pledges = notices
    .filter((one) => one.kind === kind && stillTrue[kind].includes(one.pledge.state) && isTheirs(one.pledge))
    .map((one) => one.pledge)
  return [...new Map(pledges.map((one) => [one.id, one])).values()]
}

function ownLine(kind: OwnKind, pledge: Pledge, campaign: Campaign, locale: Locale): Text {
  const phase = campaign.phases.find((one) => one.id === pledge.phase)
  const isObjection = kind === 'returned' && pledge.reason === undefined
  return text(isObjection ? 'digest-objected' : `digest-${kind}`, {
    code: pledge.code,
    phase: literal(phase ? worded(phase.name, locale) : pledge.phase),
    ...(kind === 'returned' && { reason: literal(pledge.reason ?? '') }),
  })
}

/** What somebody else sent for them, and who did. */
function enteredLine({ code, phase, by, titles, commendations }: Told, campaign: Campaign, locale: Locale): Text {
  const found = campaign.phases.find((one) => one.id === phase)
  return text('digest-entered', {
    code,
    phase: literal(found ? worded(found.name, locale) : phase),
    by: senderText(by),
    awards: awardNames([...titles, ...commendations], campaign, locale),
  })
}

/** Of several each is looked at first: two buttons of one name could not be told apart. */
function enteredRow(pledge: Told, isOnly: boolean): Choice[] {
  const see = { ...button('entered', 'primary', pledge.code), label: text('digest-see', { code: pledge.code }) }
  return [see, ...(isOnly ? enteredButtons(pledge) : [])]
}

function confirmText(pledges: readonly Pledge[], campaign: Campaign): Text {
  const lines = pledges.slice(0, most).map((pledge, index) =>
    text('digest-confirm-line', {
      number: index + 1,
      name: literal(pledge.name),
      unit: unitName(pledge.unit, campaign),
    }),
  )
  const more = pledges.length > most ? [text('digest-more', { more: pledges.length - most })] : []
  return [...lines, ...more].reduce<Text>(
    (above, line) => text('form-two-lines', { above, line }),
    text('digest-confirm', { count: pledges.length }),
  )
}

function changeRow({ code }: Pledge): Choice[] {
  return [{ ...button('change-pledge', 'primary', code), label: text('digest-change', { code }) }]
}

function confirmRow(pledge: Pledge, number: number): Choice[] {
  const act = (action: 'pledge-confirm' | 'pledge-return'): Choice => ({
    ...button(action, undefined, aboutOf(pledge)),
    label: text(`desk-${action}`, { number }),
  })
  return [act('pledge-confirm'), act('pledge-return')]
}
