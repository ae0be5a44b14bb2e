import { expect, test } from 'vitest'
import { createLimiter } from './limits.ts'

const limits = { perSecond: 3, chatMs: 1_000, groupPerMinute: 2 }
let at = 0
const limiter = () => {
  at = 1_000_000
  return createLimiter(limits, () => at)
}

test('so many a second to all chats, and again a second later', () => {
  const { ask } = limiter()
  expect([1, 2, 3, 4].map(ask)).toEqual([0, 0, 0, 1])
  at += 1_001
  expect(ask(4)).toBe(0)
})

test('one a second to a chat, unless somebody has just written there', () => {
  const { ask, wrote } = limiter()
  expect([ask(1), ask(1)]).toEqual([0, 1])
  wrote(1)
  expect([ask(1), ask(1), ask(1), ask(1), ask(1)]).toEqual([0, 0, 0, 0, 0])
  at += 31_000
  expect([ask(1), ask(1)]).toEqual([0, 1])
})

test('so many a minute to a group, and nothing in a storm', () => {
  const { ask, storm } = limiter()
  const waits = [0, 3_000, 3_000].map((pause) => {
    at += pause
    return ask(-1)
  })
  expect(waits).toEqual([0, 0, 54])
  storm(4)
  expect(ask(2)).toBe(4)
  at += 4_001
  expect(ask(2)).toBe(0)
})
