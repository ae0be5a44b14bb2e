/** A few of the rounds that `npm run test:faults` plays, on the real process. */
import { describe, expect, test } from 'vitest'
import { onePass, play, problemsOf } from '../faults/rounds.ts'
import { describeOnServer } from '../support/database.ts'

const none = { lost: [], unreported: [], disordered: [], crashes: [], missed: [] }

async function problems(name: string, engine: 'pglite' | 'postgres') {
  const outcome = await play({ name, engine }, { seed: Date.now() % 1_000_000, recipients: 300 })
  expect(outcome.result.asked).toBeGreaterThan(20)
  return problemsOf(outcome)
}

test('killed at every named point on pglite, it loses nothing and doubles nothing unseen', async () => {
  expect(await problems('points', 'pglite')).toEqual(none)
})

describeOnServer('with a server', () => {
  test('the other of two instances takes over, and nothing is lost', async () => {
    expect(await problems('instances', 'postgres')).toEqual(none)
  })

  test('the database goes away again and again, and nothing is lost', async () => {
    expect(await problems('database', 'postgres')).toEqual(none)
  })
})

describe('the rounds', () => {
  test('are played on both engines', () => {
    expect(onePass(['points'], ['pglite', 'postgres']).map((one) => one.engine)).toEqual(['pglite', 'postgres'])
  })
})
