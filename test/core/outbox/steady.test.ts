import { expect, test } from 'vitest'
import { createSteadyGate } from '../../../src/core/outbox/steady.ts'

test('lets as many through as it may, and the next ones a second after the one that many places before', () => {
  const gate = createSteadyGate(3)
  expect([0, 100, 200].map(gate)).toEqual([0, 0, 0])
  expect(gate(300)).toBe(720)
  expect(gate(1_020)).toBe(0)
  expect(gate(1_021)).toBe(99)
})
