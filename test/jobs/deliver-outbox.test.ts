import { expect, test, vi } from 'vitest'
import { type Channel, SendError } from '../../src/core/channel.ts'
import type { Delivery, Outbox, Settlement } from '../../src/core/outbox/outbox.ts'
import { mostRepeats } from '../../src/core/outbox/policy.ts'
import { createDispatcher, recoverDeliveries } from '../../src/jobs/deliver-outbox.ts'
import { recordingChannel } from '../support/test-app.ts'

const silent = { warn: () => undefined, info: () => undefined }
const pace = { perSecond: 30, chatMs: 1_000, groupMs: 3_000 }

function delivery(id: bigint, more: Partial<Delivery> = {}): Delivery {
  const address = `telegram:${id}`
  const to = { channel: 'telegram', address, personId: null, broadcastId: null } as const
  return {
    id,
    ...to,
    lane: 'reply',
    kind: 'reply',
    message: { id: `m${id}`, text: 'x' },
    attempts: 1,
    owner: 'me',
    repeats: 0,
    ...more,
  }
}

/** A ledger that gives these once, and what it was told. */
function ledger(replies: Delivery[], bulk: Delivery[] = [], more: Partial<Outbox> = {}) {
  const settled: Settlement[] = []
  const notes: unknown[][] = []
  const outbox: Outbox = {
    takeReplies: async (_channels, limit) => replies.splice(0, limit),
    takeBulk: async (_channel, _pace, limit) => ({ taken: bulk.splice(0, limit), firstMs: 0, waitMs: 0 }),
    settle: async (settlement) => void settled.push(settlement),
    hold: async (...told) => void notes.push(['hold', ...told]),
    unreachable: async (one, reason) => void notes.push(['unreachable', one.address, reason]),
    moved: async (one, chat) => void notes.push(['moved', one.address, chat]),
    recover: async () => ({ queued: 0, unknown: 0 }),
    ...more,
  }
  return { outbox, settled, notes }
}

async function deliverAll(outbox: Outbox, channel: Channel, width = 10) {
  const troubles: string[] = []
  const dispatcher = createDispatcher({
    outbox,
    channels: [channel],
    log: silent,
    width,
    onFree: () => undefined,
    onTrouble: (about) => troubles.push(about),
  })
  let taken = 0
  for (let round = 0; round < 5; round++) {
    taken += (await dispatcher.deliver()).taken
    await dispatcher.idle()
    dispatcher.hurry()
  }
  return { taken, troubles }
}

const refusing = (error: Error): Channel => ({ ...recordingChannel(), pace, send: () => Promise.reject(error) })

test('what was sent is settled as sent; a bulk message carries its mark and its pause, an answer neither', async () => {
  const group = delivery(3n, { lane: 'bulk', kind: 'news', address: 'telegram:-100' })
  const { outbox, settled } = ledger([delivery(1n)], [delivery(2n, { lane: 'bulk', kind: 'news' }), group])
  const channel = recordingChannel()
  await deliverAll(outbox, { ...channel, pace })
  expect(settled.map(({ delivery: { id }, verdict }) => [id, verdict])).toEqual([
    [1n, { state: 'sent', externalId: '1', spaceMs: 0 }],
    [2n, { state: 'sent', externalId: '2', spaceMs: 1_000 }],
    [3n, { state: 'sent', externalId: '3', spaceMs: 3_000 }],
  ])
  expect(channel.sent.map(({ message }) => message.bulk)).toEqual([undefined, true, true])
})

test('never more are under way than the width', async () => {
  let underWay = 0
  let most = 0
  const channel: Channel = {
    ...recordingChannel(),
    async send() {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setImmediate(resolve))
      underWay -= 1
      return { externalId: '1' }
    },
  }
  const { outbox, settled } = ledger([1n, 2n, 3n, 4n, 5n, 6n, 7n].map((id) => delivery(id)))
  await deliverAll(outbox, channel, 2)
  expect(most).toBe(2)
  expect(settled.length).toBe(7)
})

test('a 429 holds the bulk lane for exactly the time it names', async () => {
  const { outbox, settled, notes } = ledger([delivery(1n)])
  await deliverAll(outbox, refusing(new SendError('throttled', 'retry after 7', { retryAfterMs: 7_000 })))
  expect(notes).toEqual([['hold', 'telegram', 7_000]])
  expect(settled[0]?.verdict).toMatchObject({ state: 'queued', waitMs: 7_000, unspent: true })
})

test('what was taken before a 429 came waits with the others, unsent', async () => {
  const bulk = [1n, 2n, 3n].map((id) => delivery(id, { lane: 'bulk', kind: 'news' }))
  const { outbox, settled } = ledger([], bulk)
  let calls = 0
  const send = async () => {
    calls += 1
    throw new SendError('throttled', 'retry after 7', { retryAfterMs: 7_000 })
  }
  await deliverAll(outbox, { ...recordingChannel(), pace: { perSecond: 20, chatMs: 0, groupMs: 0 }, send })
  expect(calls).toBe(1)
  expect(settled).toHaveLength(3)
  for (const { verdict } of settled) expect(verdict).toMatchObject({ state: 'queued', unspent: true })
})

test('who blocked us is unreachable, a group that moved is served there, a wrong token is told to the office', async () => {
  const blocked = ledger([delivery(1n)])
  await deliverAll(blocked.outbox, refusing(new SendError('blocked', 'bot was blocked')))
  expect(blocked.notes).toEqual([['unreachable', 'telegram:1', 'bot was blocked']])
  expect(blocked.settled[0]?.verdict.state).toBe('failed')
  const moved = ledger([delivery(1n)])
  const movedTo = (chat: string) => new SendError('rejected', 'upgraded', { migrateTo: chat })
  const channel = recordingChannel()
  await deliverAll(moved.outbox, {
    ...channel,
    send: (to, ...given) => (to.chat === '1' ? Promise.reject(movedTo('-1001')) : channel.send(to, ...given)),
  })
  expect(moved.notes).toEqual([['moved', 'telegram:1', '-1001']])
  expect(channel.sent.map((one) => one.to.chat)).toEqual(['-1001'])
  expect(moved.settled.map((one) => one.verdict.state)).toEqual(['sent'])
  const circling = ledger([delivery(1n)])
  await deliverAll(circling.outbox, refusing(movedTo('-1001')))
  expect(circling.notes).toHaveLength(1)
  expect(circling.settled.map((one) => one.verdict)).toEqual([{ state: 'failed', reason: 'rejected: upgraded' }])
  const wrong = ledger([delivery(1n)])
  const { troubles } = await deliverAll(wrong.outbox, refusing(new SendError('misconfigured', 'Unauthorized')))
  expect(troubles).toEqual(['misconfigured:telegram'])
})

test('who was stopped for seconds sends nothing of what it had taken', async () => {
  const real = performance.now.bind(performance)
  let stoodMs = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => real() + stoodMs)
  const taken = delivery(1n, { lane: 'bulk', kind: 'news' })
  const { outbox, settled } = ledger([], [], { takeBulk: async () => ({ taken: [taken], firstMs: 100, waitMs: 0 }) })
  const channel = { ...recordingChannel(), pace }
  const options = { outbox, channels: [channel], log: silent, width: 10, onFree: () => undefined }
  const dispatcher = createDispatcher({ ...options, onTrouble: () => undefined })
  await dispatcher.deliver()
  stoodMs = 12_000
  await dispatcher.idle()
  clock.mockRestore()
  expect(channel.sent).toEqual([])
  expect(settled.map((one) => one.verdict)).toMatchObject([{ state: 'queued', waitMs: 0, unspent: true }])
})

test('an error that the channel did not name leaves it open whether it arrived', async () => {
  const { outbox, settled } = ledger([delivery(1n)], [delivery(2n, { lane: 'bulk', kind: 'news' })])
  await deliverAll(outbox, refusing(new Error('odd')))
  expect(settled.map((one) => one.verdict.state)).toEqual(['queued', 'unknown'])
})

test('what an address was told too often is not sent again, and the office hears of it', async () => {
  const { outbox, settled } = ledger([delivery(1n, { repeats: mostRepeats.reply }), delivery(2n, { repeats: 5 })])
  const channel = recordingChannel()
  const { troubles } = await deliverAll(outbox, channel)
  expect(channel.sent.map((one) => one.to.chat)).toEqual(['2'])
  expect(settled.map((one) => one.verdict.state).sort()).toEqual(['failed', 'sent'])
  expect(troubles).toEqual(['repeated:telegram:1'])
})

test('what was sent is written down although the ledger is away at first, and not sent again for that', async () => {
  const { outbox, settled } = ledger([delivery(1n)])
  const { settle } = outbox
  let failures = 2
  const flaky: Outbox = {
    ...outbox,
    settle: (one) => (failures-- > 0 ? Promise.reject(new Error('away')) : settle(one)),
  }
  const channel = recordingChannel()
  await deliverAll(flaky, channel)
  expect(channel.sent).toHaveLength(1)
  expect(settled).toHaveLength(1)
})

test('of the bulk lane each goes at its time; no second holds more than the pace, also where takings overlap', async () => {
  const at: number[] = []
  const channel: Channel = {
    ...recordingChannel(),
    pace: { perSecond: 10, chatMs: 0, groupMs: 0 },
    async send() {
      at.push(performance.now())
      return { externalId: '1' }
    },
  }
  const rows = Array.from({ length: 12 }, (_, index) => delivery(BigInt(index), { lane: 'bulk', kind: 'news' }))
  await deliverAll(ledger([], rows).outbox, channel, 6)
  expect(at).toHaveLength(12)
  expect((at[5] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(350)
  for (const [place, time] of at.slice(10).entries()) expect(time - (at[place] ?? 0)).toBeGreaterThan(1_000)
})

test('recovering names the channels that may always repeat', async () => {
  const asked: unknown[] = []
  const recover: Outbox['recover'] = async (...args) => {
    asked.push(args)
    return { queued: 2, unknown: 1 }
  }
  const { outbox } = ledger([], [], { recover })
  const channels = [recordingChannel(), { ...recordingChannel('web'), idempotent: true }]
  expect(await recoverDeliveries(outbox, channels, false, silent)).toBe(2)
  expect(asked).toEqual([[['web'], false]])
})
