import { expect, test } from 'vitest'
import { createSteadyGate } from '../../../src/core/outbox/steady.ts'

test('lets as many through as it may, and the next ones a second after the one that many places before', () => {
  const gate = createSteadyGate(3)
  expect([0, 100, 200].map(gate)).toEqual([0, 0, 0])
  expect(gate(300)).toBe(715)
  expect(gate(1_015)).toBe(0)
  expect(gate(1_016)).toBe(99)
})
