import { expect, test } from 'vitest'
import { occurrences } from '../../src/core/reminders/occurrences.ts'
import { createDemoClock } from '../../src/jobs/demo-clock.ts'
import { readCampaign } from '../support/test-app.ts'

const campaign = await readCampaign()
const start = new Date('2025-11-10T08:00:00+07:00')

async function createClock(stored: { value?: unknown } = {}, begin = start, due: readonly Date[] = []) {
  const ticks: string[] = []
  const reminders = occurrences(campaign, 'Asia/Ho_Chi_Minh')
  const all = [...due, ...reminders.map((one) => one.dueAt)].sort((one, other) => one.getTime() - other.getTime())
  const clock = await createDemoClock({
    start: begin,
    read: async () => stored.value,
    write: async (value) => {
      stored.value = value
    },
    occurrences: reminders,
    nextDue: async (after) => all.find((one) => one > after),
    tick: async () => {
      ticks.push(clock.now().toISOString().slice(0, 16))
    },
  })
  return { clock, ticks, stored }
}

test('stops at each reminder on the way', async () => {
  const { clock, ticks } = await createClock()
  await clock.advance('week')
  await clock.advance('week')
  expect(
    ticks
      .slice(1)
      .filter((tick) => tick.endsWith('T01:00'))
      .slice(0, 1),
  ).toEqual(['2025-11-14T01:00'])
  expect(ticks).toEqual(expect.arrayContaining(['2025-11-20T01:00', '2025-11-21T01:00']))
  expect(clock.now().toISOString().slice(0, 10)).toBe('2025-11-24')
})

test('stops at whatever else falls due on the way, and does before what is due already', async () => {
  const { clock, ticks } = await createClock({}, start, [new Date('2025-11-10T16:30:00+07:00')])
  await clock.advance('hour')
  expect(ticks).toEqual(['2025-11-10T01:00', '2025-11-10T02:00'])
  await clock.advance('day')
  expect(ticks.slice(2)).toEqual(['2025-11-10T02:00', '2025-11-10T09:30', '2025-11-11T02:00'])
})

test('goes to the next reminder, and stays where it is when there is none', async () => {
  const { clock } = await createClock()
  expect((await clock.advance('next-reminder')).toISOString().slice(0, 16)).toBe('2025-11-14T01:00')
  const late = await createClock({}, new Date('2025-12-01T08:00:00+07:00'))
  expect(late.clock.nextReminder()).toBeUndefined()
  expect((await late.clock.advance('next-reminder')).toISOString().slice(0, 16)).toBe('2025-12-01T01:00')
})

test('goes on after a restart from where it stood, and anew from another start', async () => {
  const { clock, stored } = await createClock()
  await clock.advance('day')
  expect((await createClock(stored)).clock.now().toISOString().slice(0, 13)).toBe('2025-11-11T01')
  const other = new Date('2025-10-01T08:00:00+07:00')
  expect((await createClock(stored, other)).clock.now().toISOString().slice(0, 13)).toBe('2025-10-01T01')
})
