import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayAt,
  daysBetween,
  isWorkingDay,
  momentOf,
  timeAt,
  weekdayOf,
  workingDayOnOrBefore,
  writeDay,
} from '../../../src/core/campaign/calendar.ts'
import { phaseForPledge, stateOn } from '../../../src/core/campaign/state.ts'
import { readCampaign } from '../../support/test-app.ts'

const timezone = 'Asia/Ho_Chi_Minh'
const campaign = await readCampaign()

describe('stateOn', () => {
  test.each([
    ['2024-06-30', 'before', 'dot-1', 1],
    ['2024-07-01', 'phase', 'dot-1', 183],
    ['2024-12-31', 'phase', 'dot-1', 0],
    ['2025-01-01', 'phase', 'dot-2', 326],
    ['2025-11-10', 'phase', 'dot-2', 13],
    ['2025-11-23', 'phase', 'dot-2', 0],
    ['2025-11-24', 'after', 'dot-2', 1],
    ['2026-11-24', 'after', 'dot-2', 366],
  ])('on %s it is %s %s, %i days', (day, stage, phase, days) => {
    const state = stateOn(day, campaign)
    expect(state.stage).toBe(stage)
    const [about, count] =
      state.stage === 'phase'
        ? [state.phase, state.daysLeft]
        : state.stage === 'after'
          ? [state.last, state.daysSince]
          : [state.next, state.daysToStart]
    expect([about.id, count]).toEqual([phase, days])
  })

  test('knows the time between two phases', () => {
    const [first, second] = campaign.phases
    if (!first || !second) throw new Error('two phases expected')
    const gap = { ...campaign, phases: [{ ...first, close: '2024-12-20' }, second] }
    expect(stateOn('2024-12-25', gap)).toMatchObject({ stage: 'between', daysToStart: 7 })
    expect(phaseForPledge('2024-12-25', gap).id).toBe('dot-2')
  })

  test('a pledge belongs to the running phase, before to the first, after to the last', () => {
    expect(
      ['2024-01-01', '2024-08-01', '2025-08-01', '2026-08-01'].map((day) => phaseForPledge(day, campaign).id),
    ).toEqual(['dot-1', 'dot-1', 'dot-2', 'dot-2'])
  })
})

describe('the calendar of a place', () => {
  test('a day begins at midnight there, whatever the zone of the server', () => {
    expect(dayAt(new Date('2025-11-23T16:59:59Z'), timezone)).toBe('2025-11-23')
    expect(dayAt(new Date('2025-11-23T17:00:00Z'), timezone)).toBe('2025-11-24')
    expect(timeAt(new Date('2025-11-23T01:05:00Z'), timezone)).toBe('08:05')
    expect(momentOf('2025-11-21', '08:00', timezone).toISOString()).toBe('2025-11-21T01:00:00.000Z')
  })

  test('counts days over months and leap years', () => {
    expect(daysBetween('2024-07-05', '2025-11-23') + 1).toBe(507)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(weekdayOf('2025-11-23')).toBe(7)
  })

  test('writes dates as official documents do', () => {
    expect(['2024-07-05', '2025-01-01', '2025-11-23', '2025-02-10'].map(writeDay)).toEqual([
      '05/7/2024',
      '01/01/2025',
      '23/11/2025',
      '10/02/2025',
    ])
  })

  test('a day of rest moves back to the working day before it', () => {
    expect(isWorkingDay('2025-11-23', campaign)).toBe(false)
    expect(workingDayOnOrBefore('2025-11-23', campaign)).toBe('2025-11-21')
    expect(workingDayOnOrBefore('2025-11-21', campaign)).toBe('2025-11-21')
    // 1 January 2025 is a Wednesday and a holiday.
    expect(workingDayOnOrBefore('2025-01-01', campaign)).toBe('2024-12-31')
    expect(isWorkingDay('2025-11-22', { holidays: [], workdays: ['2025-11-22'] })).toBe(true)
  })
})
