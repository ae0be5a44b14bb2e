import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startScheduler } from '../../src/jobs/scheduler.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2025-11-10T01:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('what a job missed and what it was still at are lines of our own log, and none of the console', async () => {
  const console_ = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
  const lines: [string, object, string][] = []
  const say = (level: string) => (fields: object, message: string) => void lines.push([level, fields, message])
  let end = (_counts: Record<string, number>): void => undefined
  const run = () => new Promise<Record<string, number>>((resolve) => (end = resolve))
  const log = { info: say('info'), warn: say('warn'), error: say('error') }
  const scheduler = startScheduler([{ name: 'look', at: '* * * * * *', run }], 'UTC', log)
  await vi.advanceTimersByTimeAsync(1_100)
  // Still at it when it is due again; then the process stands still for some seconds.
  await vi.advanceTimersByTimeAsync(1_000)
  end({ seen: 1 })
  vi.setSystemTime(new Date('2025-11-10T01:00:07Z'))
  await vi.advanceTimersByTimeAsync(1_000)
  await scheduler.stop()
  const warnings = lines.filter(([level]) => level === 'warn')
  expect(warnings.map(([, fields]) => fields)).toEqual(
    expect.arrayContaining([{ job: 'look' }, { job: 'look', due: new Date('2025-11-10T01:00:04Z') }]),
  )
  expect(warnings.map(([, , message]) => message)).toContain('job missed its time')
  expect(lines).toContainEqual(['info', { job: 'look', ms: expect.any(Number), seen: 1 }, 'job done'])
  for (const one of console_) expect(one).not.toHaveBeenCalled()
})
