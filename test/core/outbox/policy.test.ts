import { describe, expect, test } from 'vitest'
import { afterDeath, afterFailure, backoffMs } from '../../../src/core/outbox/policy.ts'

const failure = (kind: Parameters<typeof afterFailure>[0]['kind'], retryAfterMs?: number) => ({
  kind,
  message: 'said the platform',
  retryAfterMs,
})

describe('afterFailure', () => {
  test.each(['blocked', 'rejected'] as const)('%s is the end, with its reason', (kind) => {
    const verdict = afterFailure(failure(kind), { kind: 'reply', attempts: 1 }, 0.5)
    expect(verdict).toEqual({ state: 'failed', reason: `${kind}: said the platform` })
  })

  test('throttled waits exactly as long as it is told', () => {
    const verdict = afterFailure(failure('throttled', 7_000), { kind: 'news', attempts: 99 }, 0.9)
    expect(verdict).toMatchObject({ state: 'queued', waitMs: 7_000 })
  })

  test.each(['unreachable', 'misconfigured'] as const)('%s is tried again, and in the end given up', (kind) => {
    expect(afterFailure(failure(kind), { kind: 'reply', attempts: 7 }, 0.5).state).toBe('queued')
    expect(afterFailure(failure(kind), { kind: 'reply', attempts: 8 }, 0.5).state).toBe('failed')
  })

  test.each([
    ['reply', 'queued'],
    ['receipt', 'queued'],
    ['reminder', 'unknown'],
    ['news', 'unknown'],
  ] as const)('an ambiguous %s becomes %s', (kind, state) => {
    expect(afterFailure(failure('ambiguous'), { kind, attempts: 1 }, 0.5).state).toBe(state)
    expect(afterDeath(kind, false)).toBe(state)
    expect(afterDeath(kind, true)).toBe('queued')
  })
})

describe('backoffMs', () => {
  test('doubles, is spread, and stops at ten minutes', () => {
    expect([1, 2, 3].map((attempts) => backoffMs(attempts, 0.5))).toEqual([1_000, 2_000, 4_000])
    expect(backoffMs(1, 0)).toBe(750)
    expect(backoffMs(30, 0.5)).toBe(600_000)
  })
})
