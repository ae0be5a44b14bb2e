import { expect, test } from 'vitest'
import { SendError } from '../../src/core/channel.ts'
import type { Delivery, Outbox, Settlement } from '../../src/core/outbox/outbox.ts'
import { createDispatcher } from '../../src/jobs/deliver-outbox.ts'
import { recordingChannel } from '../support/test-app.ts'

const delivery: Delivery = {
  id: 1n,
  channel: 'telegram',
  address: 'telegram:5',
  personId: 'p',
  broadcastId: null,
  lane: 'reply',
  kind: 'reply',
  message: { id: 'd1', text: 'a' },
  attempts: 1,
  owner: 'me/1',
  repeats: 0,
}

/** A ledger with one delivery, of which each way of writing fails the first time. */
function forgetfulOutbox(settled: Settlement[]): Outbox {
  const tried = new Set<string>()
  const away = async (name: string) => {
    if (tried.has(name)) return
    tried.add(name)
    throw new Error('the database is away')
  }
  const left = [delivery]
  return {
    takeReplies: async () => left.splice(0),
    takeBulk: async () => ({ taken: [], firstMs: 0, waitMs: 0 }),
    unreachable: () => away('unreachable'),
    hold: () => away('hold'),
    moved: () => away('moved'),
    settle: (settlement) => away('settle').then(() => void settled.push(settlement)),
    recover: async () => ({ queued: 0, unknown: 0 }),
  }
}

test.each([
  ['accepted', undefined, 'sent'],
  ['throttled', new SendError('throttled', 'slower', { retryAfterMs: 1 }), 'queued'],
  ['blocked', new SendError('blocked', 'no more'), 'failed'],
  ['moved', new SendError('rejected', 'moved', { migrateTo: '-100' }), 'failed'],
])('what was taken is settled though the database is away in between: %s', async (_, error, state) => {
  const settled: Settlement[] = []
  const channel = recordingChannel()
  const send = error ? () => Promise.reject(error) : channel.send
  const quiet = () => undefined
  const dispatcher = createDispatcher({
    outbox: forgetfulOutbox(settled),
    channels: [{ ...channel, send }],
    log: { info: quiet, warn: quiet },
    width: 4,
    onFree: quiet,
    onTrouble: quiet,
  })
  await dispatcher.deliver()
  await dispatcher.idle()
  expect(settled.map((one) => one.verdict.state)).toEqual([state])
})
