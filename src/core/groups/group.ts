import { addressKey, type ChannelName, type IncomingUpdate, parseAddressKey } from '../message.ts'

/** `silenced`: we are there and may not write. */
export type GroupState = 'present' | 'silenced' | 'gone'

/** A group that the bot was added to. */
export interface Group {
  readonly channel: ChannelName
  readonly chat: string
  /** Empty where the platform has not told it yet. */
  readonly title: string
  readonly state: GroupState
  /** The office lets it have news. */
  readonly enabled: boolean
  /** Its own administrators want news there. */
  readonly news: boolean
  /** The topic that news goes to. */
  readonly thread?: string
  readonly reason?: string
}

export type GroupPlace = Pick<Group, 'channel' | 'chat'>

/** Why a group is silenced of which one topic is closed: the one that its news goes to. */
export const topicClosed = 'the topic of its news is closed or gone'

/** Whether news cannot go there only because its topic is closed. */
export function hasClosedTopic({ state, reason }: Pick<Group, 'state' | 'reason'>): boolean {
  return state === 'silenced' && reason === topicClosed
}

/** One word for a group, short enough to stand in a choice. */
export function groupKey({ channel, chat }: GroupPlace): string {
  return addressKey({ channel, chat })
}

/** The group that `groupKey` wrote; undefined where the words are none. */
export function readGroupKey(key: string): GroupPlace | undefined {
  if (!/^[a-z-]+:[^:]+$/.test(key)) return undefined
  const { channel, chat } = parseAddressKey(key)
  return { channel, chat }
}

/** The choices under the settings of a group carry this before what they do. */
export const settingPrefix = 'group:'

const places: ReadonlySet<IncomingUpdate['input']['kind']> = new Set(['membership', 'moved', 'renamed', 'topic'])

/** Whether an update concerns us at all: what a group says among itself does not. */
export function isOurs({ private: isPrivate, addressed, input }: IncomingUpdate): boolean {
  return isPrivate || addressed || isAboutPlace(input)
}

/** It tells of our place in a group rather than of anything that a person said. */
export function isAboutPlace(input: IncomingUpdate['input']): boolean {
  return places.has(input.kind)
}

/** Whether it has to be known if the sender is an administrator of the group. */
export function needsAdministrator({ private: isPrivate, addressed, from, input }: IncomingUpdate): boolean {
  if (isPrivate || !addressed || from.anonymous) return false
  if (input.kind === 'command') return input.command === 'tin'
  return input.kind === 'choice' && input.id.startsWith(settingPrefix)
}
