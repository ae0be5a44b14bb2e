import { worded } from '../campaign/campaign.ts'
import { button } from '../conversation/menu.ts'
import { type Effect, nothing, type Outcome, type Turn } from '../conversation/turn.ts'
import { type Choice, type Input, literal, type Saying, type Text, text } from '../message.ts'
import { type Group, type GroupPlace, type GroupState, groupKey } from './group.ts'

// Who comes in without the right to write introduces itself once it has it.
const notIntroduced = 'added without the right to write'
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
  const waits = known?.state === 'silenced' && known.reason === notIntroduced
  const reason = state === 'silenced' && (isNew || waits) ? notIntroduced : reasons[state]
  const change: Effect = {
    kind: 'group-state',
    state,
    title,
    joined: isNew,
    ...(reason === undefined ? {} : { reason }),
  }
  if (known?.state === state) return { say: [], effects: [change] }
  const introduces = state === 'present' && (isNew || waits)
  const group = { ...placeOf(turn), title: title === '' ? (known?.title ?? '') : title, state }
  const notice = stateNotice(group, state === 'present' && !introduces)
  return { say: introduces ? [introduction(turn)] : [], effects: [change, { kind: 'tell-office', ...notice }] }
}

/** The group has another id from now on. A platform may say so twice, from the old place and from the new one. */
export function followMove(turn: Turn, to: string): Outcome {
  const moved: Effect = { kind: 'group-moved', to }
  if (!turn.group) return { say: [], effects: [moved] }
  const saying = { text: [text('group-office-moved', { title: titleOf(turn.group) })] }
  return { say: [], effects: [moved, { kind: 'tell-office', about: `group-moved:${groupKey(turn.group)}`, saying }] }
}

/** Somebody speaks to us in a group of which we know nothing, or only that we are gone: then we are there. */
export function noticed(turn: Turn): readonly Effect[] {
  if (turn.group && turn.group.state !== 'gone') return []
  const group = { ...placeOf(turn), title: turn.group?.title ?? '', state: 'present' as const }
  return [
    { kind: 'group-state', state: 'present', title: '', joined: true },
    { kind: 'tell-office', ...stateNotice(group) },
  ]
}

/** What the office hears of a group in that state, and under which name, so that it hears it once. */
export function stateNotice(
  group: GroupPlace & Pick<Group, 'title' | 'state'>,
  isBack = false,
): { about: string; saying: Saying } {
  const key = groupKey(group)
  const became = isBack ? 'back' : group.state
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
