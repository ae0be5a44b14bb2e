import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createQuickReader } from '../../../src/core/quick/read-quick.ts'
import { readCampaign } from '../../support/test-app.ts'

interface Asked {
  readonly text: string
  readonly basis: string
}

const asked = readFileSync('test/eval/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Asked)

test('what is asked is answered: at most 2 of the questions become proposals', async () => {
  const reader = createQuickReader(await readCampaign())
  const questions = asked.filter((one) => !one.basis.startsWith('register'))
  expect(questions.length).toBeGreaterThan(150)
  const taken = questions.filter(({ text }) => {
    const { kind, specific } = reader.read(text, { day: '2025-11-10' })
    return kind !== 'not-pledge' && specific
  })
  expect(taken.map((one) => one.text).length).toBeLessThanOrEqual(2)
})
