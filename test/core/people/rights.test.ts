import { describe, expect, test } from 'vitest'
import { exists, isWithin, presentUnit, unitsOn } from '../../../src/core/campaign/unit-list.ts'
import type { Role } from '../../../src/core/people/person.ts'
import { looksAfter, unitsOf } from '../../../src/core/people/rights.ts'

const unit = (code: string, more: object = {}) => ({ code, name: code, aliases: [], ...more })
const campaign = {
  units: [
    unit('VP'),
    unit('NV1'),
    unit('TO1', { parent: 'NV1' }),
    unit('OLD', { validTo: '2025-06-30', successor: 'TO1' }),
    unit('NEW', { validFrom: '2025-07-01' }),
    unit('A', { successor: 'B' }),
    unit('B', { successor: 'A' }),
  ],
}
const person = (role: Role, ...coordinates: string[]) => ({ role, coordinates })

describe('units in time', () => {
  test('a unit exists from its first day to its last', () => {
    expect(unitsOn('2025-06-30', campaign).map((one) => one.code)).toContain('OLD')
    expect(unitsOn('2025-07-01', campaign).map((one) => one.code)).not.toContain('OLD')
    expect(exists(unit('NEW', { validFrom: '2025-07-01' }), '2025-06-30')).toBe(false)
  })

  test('the unit that does its work now', () => {
    expect(presentUnit('OLD', campaign)).toBe('TO1')
    expect(presentUnit('VP', campaign)).toBe('VP')
    expect(presentUnit('unheard of', campaign)).toBe('unheard of')
  })

  test('a circle in the data ends', () => {
    expect(['A', 'B']).toContain(presentUnit('A', campaign))
    expect(isWithin('A', 'VP', campaign)).toBe(false)
  })
})

describe('who looks after a unit', () => {
  test.each([
    ['NV1', true],
    ['TO1', true],
    ['OLD', true],
    ['VP', false],
    ['unheard of', false],
  ])('the coordinator of NV1 and %s: %s', (code, expected) => {
    expect(looksAfter(person('coordinator', 'NV1'), code, campaign)).toBe(expected)
  })

  test('the office looks after all, and the role counts, not what is left of it', () => {
    expect(looksAfter(person('office'), 'VP', campaign)).toBe(true)
    expect(looksAfter(person('owner'), 'VP', campaign)).toBe(true)
    expect(looksAfter(person('staff', 'NV1'), 'NV1', campaign)).toBe(false)
    expect(unitsOf(person('coordinator', 'NV1'), campaign)).toEqual(['NV1', 'TO1', 'OLD'])
    expect(unitsOf(person('staff'), campaign)).toEqual([])
  })
})
