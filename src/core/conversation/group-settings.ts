import { type Group, hasClosedTopic, settingPrefix } from '../groups/group.ts'
import { fold } from '../language/fold.ts'
import { type Choice, type Saying, text } from '../message.ts'
import { type Effect, type Outcome, say, type Turn } from './turn.ts'

const changes = ['news-on', 'news-off', 'thread-here', 'thread-general'] as const
type Change = (typeof changes)[number]

// What may follow the command, folded, for those who would rather type than press.
const typed: Readonly<Record<string, Change>> = {
  bat: 'news-on',
  on: 'news-on',
  tat: 'news-off',
  off: 'news-off',
  'chu de nay': 'thread-here',
  here: 'thread-here',
  'chu de chung': 'thread-general',
  general: 'thread-general',
}

/** The settings of the group that is written from: everyone sees them, its administrators change them. */
export function groupSettings(turn: Turn, argument: string): Outcome {
  return settings(turn, typed[fold(argument)])
}

/** The same by a choice that stood under them. */
export function groupSetting(turn: Turn, id: string): Outcome {
  const outcome = settings(
    turn,
    changes.find((one) => settingPrefix + one === id),
  )
  return { ...outcome, say: outcome.say.map((one) => (outcome.effects.length > 0 ? { ...one, inPlace: true } : one)) }
}

function settings(turn: Turn, change: Change | undefined): Outcome {
  const { from, address } = turn.update
  if (from.anonymous) return say({ text: [text('group-anonymous')] })
  const group = groupOf(turn)
  if (change === undefined) return say(shown(turn, group))
  // Only a plain yes of the platform lets anybody change what a whole group receives.
  if (from.administrator === undefined) return say({ text: [text('group-not-verified')] })
  if (!from.administrator) return say({ text: [text('group-not-administrator')] })
  const changed = heard(changedBy(change, group, address.thread), group, address.thread)
  const { state, news, thread } = changed
  const effect: Effect = {
    kind: 'group-change',
    place: group,
    news,
    thread: thread ?? null,
    ...(state === 'present' && { state }),
  }
  return { say: [shown(turn, changed)], effects: [effect] }
}

/** Where its settings are changed, we can be heard, but for a closed topic that was not the place and still is its news's. */
function heard(changed: Group, before: Group, here: string | undefined): Group {
  if (hasClosedTopic(before) && changed.thread === before.thread && changed.thread !== here) return changed
  const { reason: _, ...open } = changed
  return { ...open, state: 'present' }
}

/** A group of which nothing is known yet begins like every other. */
function groupOf({ group, update }: Turn): Group {
  const { channel, chat } = update.address
  return group ?? { channel, chat, title: '', state: 'present', enabled: false, news: true }
}

function changedBy(change: Change, group: Group, here: string | undefined): Group {
  const { thread: _, ...elsewhere } = group
  switch (change) {
    case 'news-on':
      return { ...group, news: true }
    case 'news-off':
      return { ...group, news: false }
    case 'thread-here':
      return here === undefined ? elsewhere : { ...elsewhere, thread: here }
    case 'thread-general':
      return elsewhere
  }
}

function shown(turn: Turn, group: Group): Saying {
  const { from, address } = turn.update
  const where = group.thread === undefined ? 'general' : group.thread === address.thread ? 'here' : 'elsewhere'
  const named = text(`group-where-${where}`)
  const state = text('group-settings', {
    news: text(group.news ? 'group-news-on' : 'group-news-off'),
    allowed: text(group.enabled ? 'group-allowed' : 'group-not-allowed'),
    where: hasClosedTopic(group) ? text('group-where-closed', { where: named }) : named,
  })
  if (!from.administrator) return { text: [state, text('group-not-administrator')] }
  const topic = address.thread !== undefined && where !== 'here' ? [choice('thread-here')] : []
  const general = where === 'general' ? [] : [choice('thread-general')]
  return {
    text: [state],
    choices: [[choice(group.news ? 'news-off' : 'news-on')], [...topic, ...general]].filter((row) => row.length > 0),
  }
}

function choice(change: Change): Choice {
  return { id: settingPrefix + change, label: text(`group-choice-${change}`) }
}
