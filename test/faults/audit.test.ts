import { describe, expect, test } from 'vitest'
import { audit, type Entry, type Evidence } from './audit.ts'

const entry = (more: Partial<Entry> = {}): Entry => ({
  id: 1,
  chat: 5,
  lane: 'reply',
  kind: 'reply',
  state: 'sent',
  doubts: 0,
  reason: null,
  text: 'm1',
  ...more,
})
const taken = (text = 'm1', state = 'done') => ({ updateId: `u-${text}`, chat: 5, state, text })
const accepted = (text = 'm1', chat = 5) => ({ chat, text, at: 0 })

/** What is found wrong where, apart from that, one message was asked and answered. */
function wrong(more: Partial<Evidence> = {}) {
  const right = { entries: [entry()], taken: [taken()], accepted: [accepted()], acknowledged: ['u-m1'], expected: [] }
  const { lost, unreported, disordered } = audit({ ...right, ...more })
  return { lost: lost.length, unreported: unreported.length, disordered: disordered.length }
}

describe('the comparison of the books finds', () => {
  const nothing = { lost: 0, unreported: 0, disordered: 0 }

  test('nothing where all is well', () => {
    expect(wrong()).toEqual(nothing)
  })

  test('what never ended, ended without a reason, or was said to be sent and was not', () => {
    expect(wrong({ entries: [entry({ state: 'attempting' })] })).toMatchObject({ lost: 1 })
    expect(wrong({ entries: [entry({ state: 'failed' })], accepted: [] })).toMatchObject({ lost: 1 })
    expect(wrong({ accepted: [] })).toMatchObject({ lost: 1 })
  })

  test('a message without an answer, an update that is not there, a recipient who was left out', () => {
    expect(wrong({ entries: [], accepted: [] })).toMatchObject({ lost: 1 })
    expect(wrong({ acknowledged: ['u-m1', 'u-m2'] })).toMatchObject({ lost: 1 })
    expect(wrong({ taken: [taken('m1', 'waiting')] }).lost).toBeGreaterThan(0)
    expect(wrong({ expected: [{ chat: 6, text: 'the news' }] })).toMatchObject({ lost: 1 })
  })

  test('a second copy, unless the ledger says that there may be one', () => {
    const twice = [accepted(), accepted()]
    expect(wrong({ accepted: twice })).toMatchObject({ unreported: 1 })
    expect(wrong({ accepted: twice, entries: [entry({ doubts: 1 })] })).toEqual(nothing)
    expect(wrong({ accepted: [...twice, accepted()], entries: [entry({ doubts: 1 })] })).toMatchObject({
      unreported: 1,
    })
  })

  test('an answer that was given twice, and what was accepted of a failed or unknown row', () => {
    expect(wrong({ entries: [entry(), entry({ id: 2 })], accepted: [accepted(), accepted()] })).toMatchObject({
      lost: 1,
    })
    const failed = entry({ state: 'failed', reason: 'blocked' })
    expect(wrong({ entries: [failed] })).toMatchObject({ unreported: 1 })
    expect(wrong({ entries: [entry({ state: 'unknown', reason: 'died', doubts: 1 })] })).toEqual(nothing)
    expect(wrong({ accepted: [accepted(), accepted('never written')] })).toMatchObject({ unreported: 1 })
  })

  test('what came in another order than it was asked or written', () => {
    const both = [entry(), entry({ id: 2, text: 'm2' })]
    const asked = [taken('m1'), taken('m2')]
    const right = { entries: both, taken: asked, accepted: [accepted('m1'), accepted('m2')] }
    expect(wrong(right)).toEqual(nothing)
    expect(wrong({ ...right, accepted: [accepted('m2'), accepted('m1')] })).toMatchObject({ disordered: 1 })
    expect(wrong({ ...right, taken: [taken('m2'), taken('m1')] })).toMatchObject({ disordered: 1 })
  })
})
