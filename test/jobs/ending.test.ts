import { expect, test } from 'vitest'
import { type Channel, SendError } from '../../src/core/channel.ts'
import type { Delivery, Outbox, Settlement } from '../../src/core/outbox/outbox.ts'
import { createDispatcher } from '../../src/jobs/deliver-outbox.ts'

const log = { info: () => undefined, warn: () => undefined }
const limits = { text: 1, caption: 1, choices: 1, buttons: true, edits: true, files: true, groups: true }

function delivery(id: bigint): Delivery {
  const address = `telegram:${id}`
  const message = { id: String(id), text: 'câu' }
  const more = { personId: null, broadcastId: null, attempts: 1, repeats: 0, owner: 'test/1' }
  return { id, channel: 'telegram', address, lane: 'reply', kind: 'reply', message, ...more }
}

/** A ledger with these replies, of which the named calls fail so many times as a database that went away would. */
function createLedger(replies: Delivery[], failures: Partial<Record<keyof Outbox, number>> = {}) {
  const settled: Settlement[] = []
  const stumble = async (name: keyof Outbox) => {
    const left = failures[name] ?? 0
    failures[name] = left - 1
    if (left > 0) throw new Error('no database')
  }
  const outbox: Outbox = {
    takeReplies: async () => replies.splice(0),
    takeBulk: async () => ({ taken: [], firstMs: 0, waitMs: 1_000 }),
    async settle(settlement) {
      await stumble('settle')
      settled.push(settlement)
    },
    hold: () => stumble('hold'),
    unreachable: () => stumble('unreachable'),
    moved: () => stumble('moved'),
    recover: async () => ({ queued: 0, unknown: 0 }),
  }
  return { outbox, settled }
}

function dispatch(outbox: Outbox, send: Channel['send']) {
  const nothing = async () => undefined
  const channel: Channel = { name: 'telegram', limits, start: nothing, stop: nothing, send }
  const none = () => undefined
  return createDispatcher({ outbox, channels: [channel], log, width: 8, onFree: none, onTrouble: none })
}

test('ends within seconds: calls that hang are given up and settled as nobody knows', async () => {
  const { outbox, settled } = createLedger([delivery(1n), delivery(2n)])
  const dispatcher = dispatch(outbox, async (to, _, signal) => {
    if (to.chat === '2') return { externalId: '9' }
    await new Promise((resolve) => signal?.addEventListener('abort', resolve))
    throw new SendError('ambiguous', 'given up')
  })
  await dispatcher.deliver()
  const begun = Date.now()
  await dispatcher.end()
  expect(Date.now() - begun).toBeLessThan(5_500)
  expect(settled.map((one) => one.verdict)).toMatchObject([{ state: 'sent' }, { state: 'queued', doubtful: true }])
})

test('ends within seconds although the database is away', async () => {
  const { outbox, settled } = createLedger([delivery(1n)], { settle: 14 })
  const dispatcher = dispatch(outbox, async () => ({ externalId: '9' }))
  await dispatcher.deliver()
  await dispatcher.end()
  expect(settled).toEqual([])
})
