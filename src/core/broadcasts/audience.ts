import { type Campaign, type Locale, worded } from '../campaign/campaign.ts'
import type { GroupState } from '../groups/group.ts'
import { type ChannelName, literal, type Text, text } from '../message.ts'
import type { Role } from '../people/person.ts'
import { unitName } from '../pledges/pledge.ts'

/** Whom a broadcast is for. An empty list leaves nobody out; what is given narrows it further. */
export interface Audience {
  /** People in their private chats. */
  readonly people: boolean
  /** The groups that the office let have news. */
  readonly groups: boolean
  readonly units: readonly string[]
  readonly roles: readonly Role[]
  readonly pledge?: 'with' | 'without'
  /** The phase in which the pledge counts. */
  readonly phase: string
  readonly channels: readonly ChannelName[]
}

/** A broadcast that follows another one. */
export type FollowUp = {
  /** remind: those who have not acknowledged it · correct: those who have it. */
  readonly follows: 'remind' | 'correct'
  readonly broadcast: string
}

export const everyone: Omit<Audience, 'phase'> = { people: true, groups: false, units: [], roles: [], channels: [] }

/** One person's seat on a channel, as far as reaching them there goes. */
export interface Seat {
  readonly channel: ChannelName
  readonly state: 'open' | 'blocked' | 'no-chat'
}

/** How many can be reached and how, in as much detail as any audience needs; the author is not among them. */
export interface Reach {
  readonly people: readonly {
    readonly unit: string | null
    readonly role: Role
    /** In the current phase. */
    readonly hasPledge: boolean
    /** The newest first. */
    readonly seats: readonly Seat[]
    readonly count: number
  }[]
  readonly groups: readonly {
    readonly channel: ChannelName
    readonly state: GroupState
    readonly enabled: boolean
    readonly news: boolean
    readonly count: number
  }[]
}

/** Why somebody of the audience gets nothing. */
export type Excluded =
  | 'blocked'
  | 'no-chat'
  | 'other-channel'
  | 'no-files'
  | 'group-not-enabled'
  | 'group-no-news'
  | 'group-silenced'
  | 'group-channel'

export interface Count {
  readonly total: number
  readonly channels: readonly { readonly channel: ChannelName; readonly people: number; readonly groups: number }[]
  readonly excluded: readonly { readonly why: Excluded; readonly count: number }[]
}

/** On which channels a broadcast can arrive: those that were chosen, and with a file that a platform holds only its own. */
export interface Carrying {
  readonly channels: readonly ChannelName[]
  /** Where the file can be sent; absent without a file. */
  readonly file?: ChannelName
}

/** Exactly how many the audience has on each channel, each person once, and who of it gets nothing and why. */
export function countAudience(audience: Audience, reach: Reach, file: ChannelName | undefined): Count {
  const on = new Map<ChannelName, { people: number; groups: number }>()
  const out = new Map<Excluded, number>()
  const add = (channel: ChannelName, kind: 'people' | 'groups', count: number) => {
    const before = on.get(channel) ?? { people: 0, groups: 0 }
    on.set(channel, { ...before, [kind]: before[kind] + count })
  }
  const leave = (why: Excluded, count: number) => out.set(why, (out.get(why) ?? 0) + count)
  const carrying = { channels: audience.channels, ...(file && { file }) }
  for (const row of audience.people ? reach.people.filter((one) => isMeant(one, audience)) : []) {
    const seat = row.seats.find((one) => one.state === 'open' && carries(carrying, one.channel))
    if (seat) add(seat.channel, 'people', row.count)
    else leave(whyNot(row.seats, carrying), row.count)
  }
  for (const row of audience.groups ? reach.groups.filter((one) => one.state !== 'gone') : []) {
    const why = whyNotGroup(row, carrying)
    if (why === undefined) add(row.channel, 'groups', row.count)
    else leave(why, row.count)
  }
  const channels = [...on].map(([channel, counts]) => ({ channel, ...counts }))
  return {
    total: channels.reduce((sum, one) => sum + one.people + one.groups, 0),
    channels: channels.sort((a, b) => a.channel.localeCompare(b.channel)),
    excluded: [...out].map(([why, count]) => ({ why, count })),
  }
}

function isMeant(row: Reach['people'][number], { units, roles, pledge }: Audience): boolean {
  if (units.length > 0 && (row.unit === null || !units.includes(row.unit))) return false
  if (roles.length > 0 && !roles.includes(row.role)) return false
  return pledge === undefined || row.hasPledge === (pledge === 'with')
}

function carries({ channels, file }: Carrying, channel: ChannelName): boolean {
  return (channels.length === 0 || channels.includes(channel)) && (file === undefined || file === channel)
}

/** The reason that lies nearest to the person: another choice of channel would reach them, or nothing would. */
function whyNot(seats: readonly Seat[], { channels, file }: Carrying): Excluded {
  const open = seats.filter((one) => one.state === 'open')
  if (open.some((one) => carries({ channels }, one.channel))) return 'no-files'
  if (open.length > 0) return file === undefined || channels.length > 0 ? 'other-channel' : 'no-files'
  return seats.some((one) => one.state === 'blocked') ? 'blocked' : 'no-chat'
}

function whyNotGroup(group: Reach['groups'][number], carrying: Carrying): Excluded | undefined {
  if (!group.enabled) return 'group-not-enabled'
  if (!group.news) return 'group-no-news'
  if (group.state === 'silenced') return 'group-silenced'
  return carries(carrying, group.channel) ? undefined : 'group-channel'
}

/** The audience in a few words, for the card and the list. */
export function describeAudience(audience: Audience | FollowUp, campaign: Campaign, locale: Locale): Text {
  if ('follows' in audience) return text(`broadcast-to-${audience.follows}`)
  const phase = campaign.phases.find((one) => one.id === audience.phase)
  const parts: Text[] = []
  if (audience.people) parts.push(text(audience.groups ? 'broadcast-to-both' : 'broadcast-to-people'))
  else parts.push(text('broadcast-to-groups'))
  if (audience.units.length > 0) parts.push(literal(audience.units.map((code) => unitName(code, campaign)).join(', ')))
  if (audience.roles.length > 0) parts.push(...audience.roles.map((role) => text(`broadcast-role-${role}`)))
  if (audience.pledge)
    parts.push(text(`broadcast-pledge-${audience.pledge}`, { phase: phase ? worded(phase.name, locale) : '' }))
  if (audience.channels.length > 0) parts.push(...audience.channels.map((one) => text(`broadcast-channel-${one}`)))
  return parts.reduce((before, part) => text('broadcast-and', { before, part }))
}
