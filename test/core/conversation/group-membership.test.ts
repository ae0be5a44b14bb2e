import { describe, expect, test } from 'vitest'
import {
  followMembership,
  followMove,
  followRename,
  followTopic,
  noticed,
} from '../../../src/core/conversation/group-membership.ts'
import type { Outcome, Turn } from '../../../src/core/conversation/turn.ts'
import { type Group, isOurs, needsAdministrator, readGroupKey, topicClosed } from '../../../src/core/groups/group.ts'
import type { IncomingUpdate } from '../../../src/core/message.ts'
import { readCampaign } from '../../support/test-app.ts'

const campaign = await readCampaign()
const known: Group = { channel: 'telegram', chat: '-100', title: 'A', state: 'present', enabled: true, news: true }

function update(input: IncomingUpdate['input'], more: Partial<IncomingUpdate> = {}): IncomingUpdate {
  const address = { channel: 'telegram', chat: '-100' } as const
  return { id: '1', address, from: { id: '5' }, private: false, addressed: false, input, ...more }
}

function turnOf(group: Group | undefined): Turn {
  return {
    update: update({ kind: 'moved', to: '-1002' }),
    person: { id: 'nobody', role: 'staff', locale: 'vi', remindersOff: true, standing: 'declared', coordinates: [] },
    form: undefined,
    offered: [],
    pledges: [],
    consents: [],
    ...(group && { group }),
    campaign,
    timezone: 'Asia/Ho_Chi_Minh',
    now: new Date('2025-11-10T01:00:00Z'),
  }
}

function become(state: 'present' | 'silenced' | 'gone', group?: Group) {
  return seen(followMembership(turnOf(group), { kind: 'membership', state, title: 'A' }))
}

function seen({ say, effects }: Pick<Outcome, 'say' | 'effects'>) {
  return {
    introduced: say.length === 1,
    state: effects.flatMap((one) => (one.kind === 'group-state' ? [one.state] : []))[0],
    told: effects.flatMap((one) => (one.kind === 'tell-office' ? [one.about] : [])),
    joined: effects.some((one) => one.kind === 'group-state' && one.joined),
    reason: effects.flatMap((one) => (one.kind === 'group-state' ? [one.reason] : []))[0],
  }
}

describe('membership', () => {
  test('joining is introduced and told, once', () => {
    expect(become('present')).toMatchObject({ introduced: true, told: ['group-present:telegram:-100'], joined: true })
    expect(become('present', known)).toMatchObject({ introduced: false, told: [], joined: false })
  })

  test('who comes back is introduced again', () => {
    const gone = become('present', { ...known, state: 'gone' })
    expect(gone).toMatchObject({ introduced: true, told: ['group-present:telegram:-100'], joined: true })
  })

  test('who came in without a voice is introduced once there is one', () => {
    const { introduced, reason = '' } = become('silenced')
    expect(introduced).toBe(false)
    const silenced: Group = { ...known, state: 'silenced', reason }
    expect(become('silenced', silenced)).toMatchObject({ told: [], reason })
    expect(become('present', silenced)).toMatchObject({ introduced: true, joined: false })
  })

  test('who is spoken to before the joining is told is introduced then, once, and told under its name', () => {
    const turn = turnOf(undefined)
    const effects = noticed({ ...turn, update: { ...turn.update, title: 'Phòng 1' } })
    const { told, reason = '' } = seen({ say: [], effects })
    expect(told).toEqual(['group-present:telegram:-100'])
    expect(effects).toMatchObject([{ title: 'Phòng 1' }, {}])
    expect(become('present', { ...known, reason })).toMatchObject({ introduced: true, told: [], joined: false })
    expect(become('present', known)).toMatchObject({ introduced: false, told: [] })
  })

  test('a new name is noted where it is told or heard', () => {
    const renaming = [{ kind: 'group-change', place: known, title: 'B' }]
    expect(followRename(turnOf(known), 'B')).toEqual({ say: [], effects: renaming })
    expect(followRename(turnOf(known), 'A').effects).toEqual([])
    expect(followRename(turnOf(undefined), 'B').effects).toEqual([])
    const turn = turnOf(known)
    expect(noticed({ ...turn, update: { ...turn.update, title: 'B' } })).toEqual(renaming)
    expect(noticed({ ...turn, update: { ...turn.update, title: 'A' } })).toEqual([])
    expect(noticed(turn)).toEqual([])
  })

  test('a closed topic silences the group whose news goes there, until it is open', () => {
    const inTopic = { ...known, thread: '7' }
    const closing = (group: Group | undefined, thread?: string) => {
      const turn = turnOf(group)
      const address = { ...turn.update.address, ...(thread !== undefined && { thread }) }
      return (state: 'open' | 'closed') => seen(followTopic({ ...turn, update: { ...turn.update, address } }, state))
    }
    const told = ['group-topic-closed:telegram:-100']
    expect(closing(inTopic, '7')('closed')).toMatchObject({ state: 'silenced', told, reason: topicClosed })
    expect(closing(known)('closed')).toMatchObject({ state: 'silenced', told })
    for (const [group, thread] of [[inTopic, '8'], [inTopic], [known, '7'], [undefined, '7']] as const)
      expect(closing(group, thread)('closed').state).toBeUndefined()
    const closed = { ...inTopic, state: 'silenced', reason: topicClosed } as const
    expect(closing(closed, '7')('open')).toMatchObject({ state: 'present', told: ['group-back:telegram:-100'] })
    expect(closing(closed, '7')('closed').state).toBeUndefined()
    expect(closing(closed, '8')('open').state).toBeUndefined()
    // Only what a topic closed does a topic open.
    expect(closing({ ...closed, reason: 'no rights' }, '7')('open').state).toBeUndefined()
    expect(closing({ ...closed, state: 'gone' }, '7')('open').state).toBeUndefined()
  })

  test('a voice that was lost and found again needs no introduction', () => {
    const { told, reason = '' } = become('silenced', known)
    expect(told).toEqual(['group-silenced:telegram:-100'])
    const back = become('present', { ...known, state: 'silenced', reason })
    expect(back).toMatchObject({ introduced: false, told: ['group-back:telegram:-100'], joined: false })
  })

  test('leaving is told once, and of a group that nobody knows not at all', () => {
    expect(become('gone', known)).toMatchObject({ told: ['group-gone:telegram:-100'], joined: false })
    expect(become('gone', { ...known, state: 'gone' })).toMatchObject({ told: [], joined: false })
    expect(followMembership(turnOf(undefined), { kind: 'membership', state: 'gone', title: 'A' }).effects).toEqual([])
  })

  test('a move is told once, though the platform may say it twice', () => {
    expect(followMove(turnOf(known), '-1002').effects.map((one) => one.kind)).toEqual(['group-moved', 'tell-office'])
    expect(followMove(turnOf(undefined), '-1002').effects.map((one) => one.kind)).toEqual(['group-moved'])
  })
})

describe('which updates concern us', () => {
  test.each([
    [update({ kind: 'text', text: 'chuyện riêng' }), false],
    [update({ kind: 'text', text: 'hỏi' }, { addressed: true }), true],
    [update({ kind: 'membership', state: 'present', title: '' }), true],
    [update({ kind: 'moved', to: '-1002' }), true],
    [update({ kind: 'topic', state: 'closed' }), true],
    [update({ kind: 'renamed', title: 'B' }), true],
    [update({ kind: 'text', text: 'hỏi' }, { private: true }), true],
  ])('%#', (one, ours) => expect(isOurs(one)).toBe(ours))

  const tin = { kind: 'command', command: 'tin', argument: '' } as const
  test.each([
    [update(tin, { addressed: true }), true],
    [update({ kind: 'choice', id: 'group:news-on' }, { addressed: true }), true],
    [update({ kind: 'choice', id: 'topic:theme' }, { addressed: true }), false],
    [update({ kind: 'command', command: 'moc', argument: '' }, { addressed: true }), false],
    [update(tin, { addressed: true, private: true }), false],
    [update(tin, { addressed: true, from: { id: '-100', anonymous: true } }), false],
  ])('whose rights are asked for, %#', (one, needs) => expect(needsAdministrator(one)).toBe(needs))

  test.each(['', 'telegram', 'telegram:', 'telegram:1:2', ':1', 'x y:1'])('"%s" is no group', (key) =>
    expect(readGroupKey(key)).toBeUndefined(),
  )
})
