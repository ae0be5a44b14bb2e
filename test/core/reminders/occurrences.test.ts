import { describe, expect, test } from 'vitest'
import { dueAt, nextAfter, occurrences } from '../../../src/core/reminders/occurrences.ts'
import { readCampaign } from '../../support/test-app.ts'

const timezone = 'Asia/Ho_Chi_Minh'
const campaign = await readCampaign()
const all = occurrences(campaign, timezone)
const noPledge = all.filter((one) => one.rule.when === 'no-pledge' && one.phase.id === 'dot-2')

describe('occurrences', () => {
  test('fall at 08:00 on working days before the closing date', () => {
    expect(noPledge.map((one) => one.day)).toEqual([
      '2025-10-24',
      '2025-11-07',
      '2025-11-14',
      '2025-11-20',
      '2025-11-21',
    ])
    expect(noPledge.map((one) => one.dueAt.toISOString().slice(11, 16))).toEqual(Array(5).fill('01:00'))
  })

  test('are the same in any zone of the server and have keys of their own', () => {
    expect(new Set(all.map((one) => one.key)).size).toBe(all.length)
    expect(noPledge[0]?.key).toMatch(/^reminder:ca-mau-80-nam:[a-z-]+:dot-2:2025-11-23:2025-10-24$/)
  })

  test('two offsets that meet on one working day are one reminder', () => {
    const rules = campaign.reminders.map((rule) => ({ ...rule, days: [2, 1, 0] }))
    const merged = occurrences({ ...campaign, reminders: rules }, timezone)
    const days = merged.filter((one) => one.rule.when === 'no-pledge' && one.phase.id === 'dot-2').map((one) => one.day)
    expect(days).toEqual(['2025-11-21'])
  })

  test('a closing date that moved gives other keys', () => {
    const phases = campaign.phases.map((phase) => (phase.id === 'dot-2' ? { ...phase, close: '2025-11-28' } : phase))
    const moved = new Set(occurrences({ ...campaign, phases }, timezone).map((one) => one.key))
    expect(noPledge.filter((one) => moved.has(one.key))).toEqual([])
  })
})

describe('dueAt', () => {
  test('nothing is due before its time', () => {
    expect(dueAt(new Date('2025-10-24T00:59:59Z'), noPledge)).toEqual({ fire: [], expire: [] })
  })

  test('after a stop over two dates only the later speaks, and the earlier is told as missed', () => {
    const { fire, expire } = dueAt(new Date('2025-11-21T00:59:00Z'), noPledge)
    expect(fire.map((one) => one.day)).toEqual(['2025-11-20'])
    const later = dueAt(new Date('2025-11-21T01:00:00Z'), noPledge)
    expect(later.fire.map((one) => one.day)).toEqual(['2025-11-21'])
    expect(later.expire.map((one) => one.day)).toContain('2025-11-20')
    expect(expire.map((one) => one.day)).toEqual(['2025-10-24', '2025-11-07', '2025-11-14'])
  })

  test('a reminder of a closing is never sent once the phase has closed', () => {
    const rules = campaign.reminders.map((rule) => ({ ...rule, days: [0] }))
    const phases = campaign.phases.map((phase) => ({
      ...phase,
      close: phase.id === 'dot-2' ? '2025-11-21' : phase.close,
    }))
    const last = occurrences({ ...campaign, phases, reminders: rules }, timezone)
    expect(dueAt(new Date('2025-11-21T23:59:00+07:00'), last).fire.map((one) => one.day)).toEqual([
      '2025-11-21',
      '2025-11-21',
    ])
    expect(dueAt(new Date('2025-11-22T00:00:00+07:00'), last).fire).toEqual([])
  })

  test('more than a day late is not sent any more', () => {
    const { fire, expire } = dueAt(new Date('2025-11-22T01:00:01Z'), noPledge)
    expect(fire).toEqual([])
    expect(expire).toHaveLength(5)
  })

  test('the next one after a moment', () => {
    expect(nextAfter(new Date('2025-11-10T08:00:00+07:00'), all)?.toISOString()).toBe('2025-11-14T01:00:00.000Z')
    expect(nextAfter(new Date('2025-11-24T08:00:00+07:00'), all)).toBeUndefined()
  })
})
