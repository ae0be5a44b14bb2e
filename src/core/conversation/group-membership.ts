import { worded } from '../campaign/campaign.ts'
import { type Group, type GroupPlace, type GroupState, groupKey, hasClosedTopic, topicClosed } from '../groups/group.ts'
import { type Choice, type Input, literal, type Saying, type Text, text } from '../message.ts'
import { button } from './menu.ts'
import { type Effect, nothing, type Outcome, type Turn } from './turn.ts'

// Who comes in without the right to write introduces itself once it has it; who is spoken to before the platform tells
// of the joining, once that is told.
const notIntroduced = 'not introduced yet'
const reasons: Readonly<Record<GroupState, string | undefined>> = {
  present: undefined,
  silenced: 'the right to write was taken away',
  gone: 'removed from the group',
}

/** Follows what became of our place in a group: introduces us once per joining and tells the office. */
export function followMembership(turn: Turn, { state, title }: Extract<Input, { kind: 'membership' }>): Outcome {
  const known = turn.group
  if (state === 'gone' && !known) return nothing
  const isNew = state !== 'gone' && (!known || known.state === 'gone')
  const waits = !isNew && known?.reason === notIntroduced
  const reason = state === 'silenced' && (isNew || waits) ? notIntroduced : reasons[state]
  const change: Effect = {
    kind: 'group-state',
    state,
    title,
    joined: isNew,
    ...(reason === undefined ? {} : { reason }),
  }
  const introduces = state === 'present' && (isNew || waits)
  const say = introduces ? [introduction(turn)] : []
  if (known?.state === state) return { say, effects: [change] }
  const group = { ...placeOf(turn), title: title === '' ? (known?.title ?? '') : title, state }
  const notice = stateNotice(group, state === 'present' && !introduces)
  return { say, effects: [change, { kind: 'tell-office', ...notice }] }
}

/** A topic was closed or opened again: that concerns us where the group's news goes to it. */
export function followTopic({ group, update }: Turn, state: 'open' | 'closed'): Outcome {
  if (!group || group.thread !== update.address.thread) return nothing
  const isChange = state === 'closed' ? group.state === 'present' : hasClosedTopic(group)
  if (!isChange) return nothing
  const change =
    state === 'closed' ? ({ state: 'silenced', reason: topicClosed } as const) : { state: 'present' as const }
  const notice = stateNotice({ ...group, ...change }, state === 'open')
  return {
    say: [],
    effects: [
      { kind: 'group-state', title: '', joined: false, ...change },
      { kind: 'tell-office', ...notice },
    ],
  }
}

/** The group is called otherwise. */
export function followRename({ group }: Turn, title: string): Outcome {
  return { say: [], effects: group ? renamed(group, title) : [] }
}

function renamed(group: Group, title: string): Effect[] {
  return title === '' || title === group.title ? [] : [{ kind: 'group-change', place: group, title }]
}

/** The group has another id from now on. A platform may say so twice, from the old place and from the new one. */
export function followMove(turn: Turn, to: string): Outcome {
  const moved: Effect = { kind: 'group-moved', to }
  if (!turn.group) return { say: [], effects: [moved] }
  const saying = { text: [text('group-office-moved', { title: titleOf(turn.group) })] }
  return { say: [], effects: [moved, { kind: 'tell-office', about: `group-moved:${groupKey(turn.group)}`, saying }] }
}

/** Somebody speaks to us in a group of which we know nothing, or only that we are gone: then we are there. Its name is new. */
export function noticed(turn: Turn): readonly Effect[] {
  const { title = '' } = turn.update
  if (turn.group && turn.group.state !== 'gone') return renamed(turn.group, title)
  const group = { ...placeOf(turn), title: title === '' ? (turn.group?.title ?? '') : title, state: 'present' as const }
  return [
    { kind: 'group-state', state: 'present', title, joined: true, reason: notIntroduced },
    { kind: 'tell-office', ...stateNotice(group) },
  ]
}

/** What the office hears of a group in that state, and under which name, so that it hears it once. */
export function stateNotice(
  group: GroupPlace & Pick<Group, 'title' | 'state' | 'reason'>,
  isBack = false,
): { about: string; saying: Saying } {
  const key = groupKey(group)
  const became = isBack ? 'back' : hasClosedTopic(group) ? 'topic-closed' : group.state
  const words = [text(`group-office-${became}`, { title: titleOf(group) })]
  const choices: Choice[][] =
    became === 'present'
      ? [
          [
            { ...button('group-enable', 'primary', key), label: text('group-choice-enable') },
            { ...button('group-disable', undefined, key), label: text('group-choice-refuse') },
          ],
        ]
      : [[button('groups')]]
  return { about: `group-${became}:${key}`, saying: { text: words, choices } }
}

/** How a group is called. */
export function titleOf({ title }: Pick<Group, 'title'>): Text {
  return title === '' ? text('group-untitled') : literal(title)
}

function placeOf({ update }: Turn): GroupPlace {
  return { channel: update.address.channel, chat: update.address.chat }
}

function introduction({ campaign, person }: Turn): Saying {
  return { text: [text('group-introduction', { campaign: literal(worded(campaign.name, person.locale)) })] }
}
