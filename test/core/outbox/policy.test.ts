import { describe, expect, test } from 'vitest'
import { afterFailure, repeatedKinds } from '../../../src/core/outbox/policy.ts'

const failure = (kind: Parameters<typeof afterFailure>[0]['kind'], retryAfterMs?: number) => ({
  kind,
  message: 'said the platform',
  retryAfterMs,
})
const waitAfter = (attempts: number, chance: number) => {
  const verdict = afterFailure(failure('unreachable'), { kind: 'reply', attempts }, chance)
  return verdict.state === 'queued' ? verdict.waitMs : undefined
}

describe('afterFailure', () => {
  test.each(['blocked', 'rejected'] as const)('%s is the end, with its reason', (kind) => {
    const verdict = afterFailure(failure(kind), { kind: 'reply', attempts: 1 }, 0.5)
    expect(verdict).toEqual({ state: 'failed', reason: `${kind}: said the platform` })
  })

  test('throttled waits exactly as long as it is told, however often, and the attempt does not count', () => {
    const verdict = afterFailure(failure('throttled', 7_000), { kind: 'news', attempts: 99 }, 0.9)
    expect(verdict).toMatchObject({ state: 'queued', waitMs: 7_000, unspent: true })
  })

  test.each(['unreachable', 'misconfigured'] as const)('%s is tried again, and in the end given up', (kind) => {
    expect(afterFailure(failure(kind), { kind: 'reply', attempts: 15 }, 0.5)).not.toHaveProperty('unspent')
    expect(afterFailure(failure(kind), { kind: 'reply', attempts: 15 }, 0.5).state).toBe('queued')
    const last = afterFailure(failure(kind), { kind: 'reply', attempts: 16 }, 0.5)
    expect(last).toEqual({ state: 'failed', reason: `${kind}: said the platform (after 16 attempts)` })
  })

  test.each([
    ['reply', 'queued'],
    ['receipt', 'queued'],
    ['notice', 'queued'],
    ['alarm', 'queued'],
    ['reminder', 'unknown'],
    ['news', 'unknown'],
  ] as const)('an ambiguous %s becomes %s', (kind, state) => {
    expect(afterFailure(failure('ambiguous'), { kind, attempts: 1 }, 0.5).state).toBe(state)
    expect(repeatedKinds.includes(kind)).toBe(state === 'queued')
  })

  test('an ambiguous answer says that the next try may be a second copy, and is not repeated for ever', () => {
    const verdict = afterFailure(failure('ambiguous'), { kind: 'reply', attempts: 1 }, 0.5)
    expect(verdict).toMatchObject({ state: 'queued', doubtful: true })
    expect(afterFailure(failure('ambiguous'), { kind: 'reply', attempts: 16 }, 0.5).state).toBe('unknown')
  })

  test('the wait doubles, is spread, and stops at ten minutes', () => {
    expect([1, 2, 3].map((attempts) => waitAfter(attempts, 0.5))).toEqual([1_000, 2_000, 4_000])
    expect(waitAfter(1, 0)).toBe(750)
    expect(waitAfter(15, 0.5)).toBe(600_000)
  })
})
