import { describe, expect, test } from 'vitest'
import { type Broadcast, mayMove, noTally, type Tally } from '../../../src/core/broadcasts/broadcast.ts'
import { editEveryMs, failsTooOften, forgive } from '../../../src/core/broadcasts/progress.ts'
import { isMissed, type Progress, watch } from '../../../src/core/broadcasts/watch.ts'

const broadcast: Broadcast = {
  id: 'b',
  by: 'thu',
  content: { text: 'Họp', spans: [], buttons: [] },
  audience: { people: true, groups: false, units: [], roles: [], channels: [], phase: 'dot-2' },
  acknowledge: false,
  state: 'sending',
  createdAt: new Date(0),
  startedAt: new Date(0),
}
const progress: Progress = {
  channel: 'web',
  address: 'web:thu',
  locale: 'vi',
  told: 1,
  shown: 'sending',
  shownAt: 1_000,
  run: { at: 1_000, ended: 0 },
}
const tally = (some: Partial<Tally>): Tally => ({ ...noTally, ...some })

describe('watching a broadcast', () => {
  test('shows it at once when its state changed, else at the pace that platforms allow', () => {
    const waiting = tally({ waiting: 5 })
    expect(watch(broadcast, waiting, { ...progress, shown: 'scheduled' }, 1_001).show).toBe(true)
    expect(watch(broadcast, waiting, progress, 3_900).show).toBe(false)
    expect(watch(broadcast, waiting, progress, 4_000).show).toBe(true)
    expect(editEveryMs(59_000)).toBe(3_000)
    expect(editEveryMs(61_000)).toBeGreaterThanOrEqual(5_000)
  })

  test('ends when nothing waits, also where it was paused', () => {
    for (const state of ['sending', 'paused'] as const)
      expect(watch({ ...broadcast, state }, tally({ sent: 5 }), progress, 2_000)).toMatchObject({
        ends: true,
        broadcast: { state: 'done' },
      })
    expect(watch({ ...broadcast, state: 'cancelled' }, tally({ waiting: 1 }), progress, 2_000).ends).toBe(false)
    expect(watch({ ...broadcast, state: 'scheduled' }, noTally, progress, 2_000).ends).toBe(false)
  })

  test('pauses itself when more than 30 % of at least 20 fail, and not again until as many more did', () => {
    const bad = tally({ sent: 13, failed: 7, waiting: 50 })
    const tripped = watch(broadcast, bad, progress, 2_000)
    expect(tripped).toMatchObject({ tripped: true, broadcast: { state: 'paused', reason: 'failures' } })
    const again = watch(broadcast, tally({ sent: 25, failed: 10, waiting: 30 }), tripped.progress, 3_000)
    expect(again.broadcast.state).toBe('sending')
    expect(failsTooOften(tally({ sent: 20, failed: 27, waiting: 5 }), forgive(bad))).toBe(true)
  })

  test('what was never answered counts as failed', () => {
    expect(failsTooOften(tally({ sent: 13, failed: 3, unknown: 4, waiting: 50 }))).toBe(true)
    const silent = tally({ sent: 13, unknown: 7, waiting: 50 })
    expect(failsTooOften(silent)).toBe(true)
    expect(failsTooOften(silent, forgive(silent))).toBe(false)
  })

  test('a day after its time it has missed it', () => {
    const sendAt = new Date('2025-11-10T08:00:00+07:00')
    expect(isMissed({ sendAt }, new Date('2025-11-11T08:00:00+07:00'))).toBe(false)
    expect(isMissed({ sendAt }, new Date('2025-11-11T08:00:01+07:00'))).toBe(true)
    expect(isMissed({}, new Date('2025-11-11T08:00:01+07:00'))).toBe(false)
  })

  test.each([
    ['few ended', tally({ sent: 5, failed: 14, waiting: 50 })],
    ['few of many failed', tally({ sent: 70, failed: 30, waiting: 50 })],
    ['people who left', tally({ sent: 20, blocked: 60, waiting: 50 })],
  ])('goes on: %s', (_, figures) => {
    expect(watch(broadcast, figures, progress, 2_000).tripped).toBe(false)
  })

  test('asks the others of the office once', () => {
    const awaiting = { ...broadcast, state: 'awaiting' as const }
    const first = watch(awaiting, noTally, progress, 2_000)
    expect(first.asks).toBe(true)
    expect(watch(awaiting, noTally, first.progress, 3_000).asks).toBe(false)
  })
})

describe('who may do what', () => {
  const office = (id: string) => ({ id, role: 'office' as const })
  test('the author does not approve their own, and staff nothing at all', () => {
    const awaiting = { state: 'awaiting', by: 'thu' } as const
    expect(mayMove('approve', awaiting, office('thu'))).toBe(false)
    expect(mayMove('refuse', awaiting, office('thu'))).toBe(false)
    expect(mayMove('approve', awaiting, office('minh'))).toBe(true)
    expect(mayMove('approve', awaiting, { id: 'lan', role: 'coordinator' })).toBe(false)
    expect(mayMove('cancel', awaiting, office('thu'))).toBe(true)
  })
  test('what is over stays over', () => {
    for (const move of ['pause', 'resume', 'cancel', 'approve'] as const)
      expect(mayMove(move, { state: 'done', by: 'thu' }, office('thu'))).toBe(false)
    expect(mayMove('retry', { state: 'done', by: 'thu' }, office('thu'))).toBe(true)
    expect(mayMove('resume', { state: 'cancelled', by: 'thu' }, office('thu'))).toBe(false)
  })
})
