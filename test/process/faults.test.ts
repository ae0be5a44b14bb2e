/** A few of the rounds that `npm run test:faults` plays, with less in them, on the real process. */
import { expect, test } from 'vitest'
import { play, problemsOf } from '../faults/rounds.ts'
import { describeOnServer } from '../support/database.ts'

const none = { lost: [], unreported: [], disordered: [], crashes: [], missed: [] }
const patience = 300_000

async function problems(name: string, engine: 'pglite' | 'postgres') {
  const outcome = await play({ name, engine }, { seed: Date.now() % 1_000_000, recipients: 200, lives: 3 })
  expect(outcome.result.asked).toBeGreaterThan(20)
  return problemsOf(outcome)
}

test(
  'killed at named points on pglite, it loses nothing and doubles nothing unseen',
  async () => {
    expect(await problems('points', 'pglite')).toEqual(none)
  },
  patience,
)

// Most of their time they wait, so they may as well wait together.
describeOnServer('on postgres, nothing is lost and nothing doubled unseen', () => {
  test.concurrent(
    'of two instances one dies, and the other takes over in time',
    async () => {
      expect(await problems('instances', 'postgres')).toEqual(none)
    },
    patience,
  )

  test.concurrent(
    'one of two instances stands still until it is taken for dead, and wakes up',
    async () => {
      expect(await problems('zombie', 'postgres')).toEqual(none)
    },
    patience,
  )

  test.concurrent(
    'the database goes away again and again',
    async () => {
      expect(await problems('database', 'postgres')).toEqual(none)
    },
    patience,
  )
})
