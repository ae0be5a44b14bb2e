import { describe, expect, test } from 'vitest'
import { awardsAbove } from '../../../src/core/pledges/pledge.ts'
import { readCampaign } from '../../support/test-app.ts'

const campaign = await readCampaign()

describe('the awards above one', () => {
  test.each([
    ['LDTT', 'individual', ['CSTDCS', 'CSTDT', 'CSTDTQ']],
    ['CSTDT', 'individual', ['CSTDTQ']],
    ['CSTDTQ', 'individual', []],
    ['TTLDTT', 'collective', ['TTLDXS', 'COTINH', 'COCP']],
    // Two of the same level are not above each other, and what has no level is above nothing.
    ['GK', 'individual', ['BKT', 'BKTTCP', 'BKTTG', 'HCLD3']],
    ['BKT', 'collective', ['BKTTG', 'HCLD3']],
    ['KNC', 'individual', []],
    ['NOBODY', 'individual', []],
    ['LDTT', 'collective', []],
  ] as const)('%s of a pledge of kind %s', (code, subject, codes) => {
    expect(awardsAbove(code, subject, campaign).map((one) => one.code)).toEqual(codes)
  })
})
