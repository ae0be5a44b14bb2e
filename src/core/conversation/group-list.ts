import { type Group, groupKey, hasClosedTopic, readGroupKey } from '../groups/group.ts'
import { type Choice, type Saying, type Text, text } from '../message.ts'
import { titleOf } from './group-membership.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

const perPage = 6

/** The groups that the bot was added to, for the office: a page of them, each with what can be done about it. */
export function showGroups(turn: Turn, page: string): Outcome {
  if (!turn.office) return forOffice()
  return say({ ...listed(turn.office.groups, Number(page) || 0), inPlace: page !== '' })
}

/** The office lets a group have news, or does not. */
export function enableGroup(turn: Turn, key: string, enabled: boolean): Outcome {
  if (!turn.office) return forOffice()
  const group = find(turn.office.groups, key)
  if (!group) return say({ text: [text('group-list-unknown')], choices: [[button('groups')]] })
  const words = text(enabled ? 'group-now-enabled' : 'group-now-disabled', { title: titleOf(group) })
  const choices = [[toggle({ ...group, enabled })], [button('groups')]]
  return {
    say: [{ text: [words], choices, inPlace: true }],
    effects: [{ kind: 'group-change', place: group, enabled }],
  }
}

/** Leaves a group out of the list, which is possible once we are not in it any more. */
export function forgetGroup(turn: Turn, key: string): Outcome {
  if (!turn.office) return forOffice()
  const group = find(turn.office.groups, key)
  if (group?.state !== 'gone') return say({ text: [text('group-list-unknown')], choices: [[button('groups')]] })
  const left = turn.office.groups.filter((one) => one !== group)
  return { say: [{ ...listed(left, 0), inPlace: true }], effects: [{ kind: 'group-forget', place: group }] }
}

/** What is only for the office is denied to others without saying what it is. */
export function forOffice(): Outcome {
  return say({ text: [text('office-only')] })
}

function find(groups: readonly Group[], key: string): Group | undefined {
  const place = readGroupKey(key)
  return place && groups.find((one) => groupKey(one) === groupKey(place))
}

function listed(groups: readonly Group[], asked: number): Saying {
  if (groups.length === 0) return { text: [text('group-list-none')] }
  const pages = Math.ceil(groups.length / perPage)
  const page = Math.min(Math.max(Math.trunc(asked), 0), pages - 1)
  const shown = groups.slice(page * perPage, (page + 1) * perPage)
  const heading = text('group-list', { count: groups.length, ready: groups.filter(takesNews).length })
  return {
    text: [heading, ...shown.map(line)],
    choices: [...shown.map((one) => [toggle(one)]), turning(page, pages)].filter((row) => row.length > 0),
  }
}

/** Whether news may go there. */
export function takesNews({ state, enabled, news }: Group): boolean {
  return state === 'present' && enabled && news
}

function line(group: Group): Text {
  return text('group-line', {
    title: titleOf(group),
    state: text(`group-state-${hasClosedTopic(group) ? 'topic-closed' : group.state}`),
    enabled: text(group.enabled ? 'group-allowed' : 'group-not-allowed'),
    news: text(group.news ? 'group-news-on' : 'group-news-off'),
  })
}

function toggle(group: Group): Choice {
  const does = group.state === 'gone' ? 'group-forget' : group.enabled ? 'group-disable' : 'group-enable'
  return { ...button(does, undefined, groupKey(group)), label: text(`menu-${does}`, { title: titleOf(group) }) }
}

function turning(page: number, pages: number): Choice[] {
  const to = (other: number, key: string): Choice[] =>
    other < 0 || other >= pages
      ? []
      : [{ ...button('groups', undefined, String(other)), label: text(key), quiet: true }]
  return [...to(page - 1, 'group-page-back'), ...to(page + 1, 'group-page-on')]
}
