import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'

describeEachDatabase('the ledger', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  async function queue(...rows: { address: string; lane?: string; kind?: string; text?: string }[]) {
    for (const { address, lane = 'reply', kind = 'reply', text = '' } of rows)
      await database.prisma.delivery.create({
        data: { channel: 'telegram', address: `telegram:${address}`, lane, kind, message: { id: text, text } },
      })
  }

  const take = async (limit = 10) =>
    (await createOutboxStore(database).take(['telegram'], limit)).map((one) => one.message.text)

  test('gives replies before bulk, and one at a time per address and lane', async () => {
    await queue(
      { address: '1', lane: 'bulk', kind: 'news', text: 'news 1' },
      { address: '1', text: 'reply 1' },
      { address: '1', text: 'reply 2' },
      { address: '2', text: 'reply 3' },
    )
    expect(await take()).toEqual(['reply 1', 'reply 3', 'news 1'])
    expect(await take()).toEqual([])
  })

  test('two that take at once never take the same', async () => {
    await queue(...Array.from({ length: 30 }, (_, index) => ({ address: String(index), text: String(index) })))
    const batches = await Promise.all(Array.from({ length: 6 }, () => take(5)))
    const taken = batches.flat()
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken).toHaveLength(30)
  })

  test('an attempt that waits keeps its address waiting, and is due again in its time', async () => {
    const outbox = createOutboxStore(database)
    await queue({ address: '1', text: 'first' }, { address: '1', text: 'second' })
    const [first] = await outbox.take(['telegram'], 1)
    if (!first) throw new Error('nothing taken')
    await outbox.settle(first.id, { state: 'queued', reason: 'throttled: later', waitMs: 60_000 }, false)
    expect(await take()).toEqual([])
    await database.prisma.delivery.updateMany({ where: { id: first.id }, data: { dueAt: new Date(0) } })
    const [again] = await outbox.take(['telegram'], 1)
    expect(again).toMatchObject({ attempts: 1, message: { text: 'first' } })
    await outbox.sent(first.id, '99')
    expect(await take()).toEqual(['second'])
    expect(await outbox.counts()).toEqual({ sent: 1, attempting: 1 })
  })

  test('after a death, answers go again and news ends as unknown with its reason', async () => {
    const outbox = createOutboxStore(database)
    await queue({ address: '1', text: 'reply' }, { address: '2', lane: 'bulk', kind: 'news', text: 'news' })
    await outbox.take(['telegram'], 10)
    expect(await outbox.recover([], false)).toEqual({ queued: 0, unknown: 0 })
    expect(await outbox.recover([], true)).toEqual({ queued: 1, unknown: 1 })
    const rows = await database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map((row) => [row.state, row.reason !== null])).toEqual([
      ['queued', false],
      ['unknown', true],
    ])
  })

  test('a lease that ran out is recovered while others are alive', async () => {
    const outbox = createOutboxStore(database)
    await queue({ address: '1', text: 'old' }, { address: '2', text: 'fresh' })
    const [old] = await outbox.take(['telegram'], 1)
    await database.prisma.delivery.updateMany({ where: { id: old?.id ?? 0n }, data: { leaseUntil: new Date(0) } })
    await outbox.take(['telegram'], 1)
    expect(await outbox.recover([], false)).toEqual({ queued: 1, unknown: 0 })
  })
})
