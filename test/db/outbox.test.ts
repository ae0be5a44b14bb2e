import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Delivery } from '../../src/core/outbox/outbox.ts'
import type { Database } from '../../src/db/client.ts'
import { createInstance } from '../../src/db/instance.ts'
import { digestOf, insertDeliveries } from '../../src/db/new-deliveries.ts'
import { createOutboxStore, type OutboxStore } from '../../src/db/outbox-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'

interface Row {
  readonly address: string
  readonly lane?: string
  readonly kind?: string
  readonly text?: string
  readonly broadcastId?: string
}

const bulk = (address: string, text = address): Row => ({ address, lane: 'bulk', kind: 'news', text })
const words = (deliveries: readonly Delivery[]) => deliveries.map((one) => one.message.text)
const sent = (delivery: Delivery, spaceMs = 0) =>
  ({ delivery, verdict: { state: 'sent', externalId: '99', spaceMs } }) as const

describeEachDatabase('the ledger', (open) => {
  let database: Database
  let outbox: OutboxStore
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await emptyTables(database)
    outbox = createOutboxStore(database, 'me')
  })
  afterAll(() => database.close())

  async function queue(...rows: Row[]) {
    for (const { address, lane = 'reply', kind = 'reply', text = '', broadcastId = null } of rows) {
      const message = { id: text, text }
      const to = { channel: 'telegram', address: `telegram:${address}`, lane, kind, broadcastId }
      await database.prisma.delivery.create({ data: { ...to, message, digest: digestOf(message) } })
    }
  }

  const replies = (store = outbox, limit = 10) => store.takeReplies(['telegram'], limit)
  const bulkOnes = async (store = outbox, limit = 10) => (await store.takeBulk('telegram', undefined, limit)).taken
  const rowsInOrder = () => database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })
  const allDue = () => database.prisma.delivery.updateMany({ data: { dueAt: new Date(0) } })

  async function only(taking: Promise<Delivery[]>): Promise<Delivery> {
    const [delivery] = await taking
    if (!delivery) throw new Error('nothing was taken')
    return delivery
  }

  test('gives one at a time per address and lane; the lanes do not wait for each other', async () => {
    await queue(
      bulk('1', 'news 1'),
      { address: '1', text: 'reply 1' },
      { address: '1', text: 'reply 2' },
      { address: '2', text: 'reply 3' },
    )
    expect(words(await replies())).toEqual(['reply 1', 'reply 3'])
    expect(words(await bulkOnes())).toEqual(['news 1'])
    expect([await replies(), await bulkOnes()]).toEqual([[], []])
  })

  test('two that take at once never take the same, nor do two instances', async () => {
    await queue(...Array.from({ length: 30 }, (_, index) => ({ address: String(index), text: String(index) })))
    const other = createOutboxStore(database, 'other')
    const batches = await Promise.all(Array.from({ length: 6 }, (_, index) => replies(index % 2 ? outbox : other, 5)))
    const taken = batches.flat()
    const left = await replies(outbox, 30)
    expect(new Set([...taken, ...left].map((one) => one.id)).size).toBe(taken.length + left.length)
    expect(taken.length + left.length).toBe(30)
  })

  test('an attempt that waits keeps its address waiting, and is due again in its time', async () => {
    await queue({ address: '1', text: 'first' }, { address: '1', text: 'second' })
    const first = await only(replies())
    await outbox.settle({ delivery: first, verdict: { state: 'queued', reason: 'cut', waitMs: 60_000 } })
    expect(await replies()).toEqual([])
    await allDue()
    const again = await only(replies())
    expect(again).toMatchObject({ attempts: 2, message: { text: 'first' } })
    await outbox.settle(sent(again))
    expect(words(await replies())).toEqual(['second'])
    expect(await outbox.counts()).toEqual({ sent: 1, attempting: 1 })
  })

  test('an attempt that was refused only for now does not count, and one in doubt is noted as such', async () => {
    await queue({ address: '1' }, { address: '2' }, { address: '3' })
    const [one, two, three] = await replies()
    if (!one || !two || !three) throw new Error('not all were taken')
    await Promise.all([
      outbox.settle({ delivery: one, verdict: { state: 'queued', reason: '429', waitMs: 0, unspent: true } }),
      outbox.settle({ delivery: two, verdict: { state: 'queued', reason: 'cut', waitMs: 0, doubtful: true } }),
      outbox.settle({ delivery: three, verdict: { state: 'unknown', reason: 'cut' } }),
    ])
    expect((await rowsInOrder()).map(({ state, attempts, doubts }) => [state, attempts, doubts])).toEqual([
      ['queued', 0, 0],
      ['queued', 1, 1],
      ['unknown', 1, 1],
    ])
  })

  test('a broadcast that is paused keeps its rows; the others go on', async () => {
    const content = { campaignId: 'c', byPerson: 'p', content: {}, audience: {}, createdAt: new Date() }
    await database.prisma.broadcast.create({ data: { id: 'b', state: 'paused', ...content } })
    await queue({ ...bulk('1'), broadcastId: 'b' }, bulk('2'))
    expect(words(await bulkOnes())).toEqual(['2'])
    // Nor do they hold up what goes to the same address.
    await queue({ ...bulk('1'), text: 'reminder' })
    expect(words(await bulkOnes())).toEqual(['reminder'])
    await database.prisma.delivery.updateMany({ where: { state: 'attempting' }, data: { state: 'sent' } })
    await database.prisma.broadcast.updateMany({ data: { state: 'sending' } })
    expect(words(await bulkOnes())).toEqual(['1'])
  })

  test('the bulk lane gives what its pace allows, to all instances together', async () => {
    await queue(...Array.from({ length: 40 }, (_, index) => bulk(String(index))))
    const other = createOutboxStore(database, 'other')
    const pace = { perSecond: 100, chatMs: 0, groupMs: 0 }
    const began = performance.now()
    let taken = 0
    while (taken < 30)
      for (const store of [outbox, other]) taken += (await store.takeBulk('telegram', pace, 20)).taken.length
    const seconds = (performance.now() - began) / 1000
    // A fifth of a second's worth is taken before its time.
    expect(taken).toBeLessThanOrEqual(Math.ceil((seconds + 0.2) * pace.perSecond))
    expect(await outbox.takeBulk('telegram', pace, 0)).toEqual({ taken: [], firstMs: 0, waitMs: 10 })
  })

  // A busy machine may take longer than the tenth of a second that it is about.
  test('what is taken before its time says when that is, and the next taking continues there', {
    retry: 3,
  }, async () => {
    await queue(...Array.from({ length: 9 }, (_, index) => bulk(String(index))))
    const pace = { perSecond: 30, chatMs: 0, groupMs: 0 }
    const first = await outbox.takeBulk('telegram', pace, 4)
    expect([first.taken.length, first.firstMs]).toEqual([4, 0])
    expect(first.waitMs).toBeCloseTo(4 * (1000 / 30) - 100, 5)
    await database.prisma.$executeRaw`UPDATE pace SET refilled_at = now() + interval '0.1 seconds'`
    const next = await outbox.takeBulk('telegram', pace, 9)
    expect(next.taken.length).toBeGreaterThanOrEqual(3)
    expect(next.firstMs).toBeGreaterThan(0)
    expect(next.firstMs).toBeLessThanOrEqual(100)
  })

  test('after a 429 the bulk lane waits on every instance, answers do not, and a shorter wait cuts nothing off', async () => {
    await queue(bulk('1'), { address: '2', text: 'reply' })
    const pace = { perSecond: 1_000, chatMs: 0, groupMs: 0 }
    await outbox.hold('telegram', 60_000)
    await outbox.hold('telegram', 1_000)
    const other = createOutboxStore(database, 'other')
    expect((await other.takeBulk('telegram', pace, 10)).taken).toEqual([])
    expect(words(await replies(other))).toEqual(['reply'])
    const { heldUntil } = await database.prisma.pace.findUniqueOrThrow({ where: { channel: 'telegram' } })
    expect(heldUntil.getTime()).toBeGreaterThan(Date.now() + 50_000)
    await database.prisma.pace.updateMany({ data: { heldUntil: new Date(Date.now() - 1_000) } })
    expect(words((await other.takeBulk('telegram', pace, 10)).taken)).toEqual(['1'])
  })

  test('after one to a place, the next of the bulk lane to the same place waits', async () => {
    await queue(bulk('1', 'first'), bulk('1', 'second'), bulk('2', 'elsewhere'), { address: '1', text: 'reply' })
    const [first] = await bulkOnes()
    if (!first) throw new Error('nothing was taken')
    await outbox.settle(sent(first, 60_000))
    expect(await bulkOnes()).toEqual([])
    expect(words(await replies())).toEqual(['reply'])
    await allDue()
    expect(words(await bulkOnes())).toEqual(['second'])
  })

  test('how often an address was told the same within the hour comes with it; an edit says nothing new', async () => {
    const past = Array.from({ length: 3 }, () => bulk('1', 'news'))
    await queue(...past, bulk('2', 'news'))
    await database.prisma.delivery.updateMany({ data: { state: 'sent', endedAt: new Date() } })
    await queue(bulk('1', 'news'), bulk('2', 'news'), bulk('3', 'news'))
    const taken = await bulkOnes()
    expect(taken.map((one) => [one.address, one.repeats])).toEqual([
      ['telegram:1', 3],
      ['telegram:2', 1],
      ['telegram:3', 0],
    ])
    await database.prisma.delivery.updateMany({
      where: { state: 'sent' },
      data: { endedAt: new Date(Date.now() - 61 * 60_000) },
    })
    await outbox.recover(['telegram'], true)
    expect((await bulkOnes()).map((one) => one.repeats)).toEqual([0, 0, 0])
    expect(digestOf({ text: 'news', replaces: '7' })).toBe('')
  })

  test('after a death, answers go again and news ends as unknown with its reason', async () => {
    await queue({ address: '1', text: 'reply' }, bulk('2'), bulk('3'))
    await database.prisma.delivery.updateMany({ where: { address: 'telegram:3' }, data: { channel: 'web' } })
    await replies()
    await outbox.takeBulk('telegram', undefined, 10)
    await outbox.takeBulk('web', undefined, 10)
    expect(await outbox.recover(['web'], true)).toEqual({ queued: 2, unknown: 1 })
    expect((await rowsInOrder()).map((row) => [row.state, row.doubts, row.endedAt !== null])).toEqual([
      ['queued', 1, false],
      ['unknown', 1, true],
      ['queued', 1, false],
    ])
    expect((await rowsInOrder())[1]?.reason).toMatch(/stopped/)
  })

  test('the attempts of an instance that fell silent are decided about, those of a living one are not', async () => {
    const living = createInstance(database)
    const dead = createInstance(database)
    await Promise.all([living.beat(), dead.beat()])
    await queue({ address: '1', text: 'of the dead' }, { address: '2', text: 'of the living' })
    await replies(createOutboxStore(database, dead.id), 1)
    await replies(createOutboxStore(database, living.id), 1)
    expect(await outbox.recover([], false)).toEqual({ queued: 0, unknown: 0 })
    await database.prisma.instance.update({ where: { id: dead.id }, data: { seenAt: new Date(Date.now() - 15_000) } })
    expect(await outbox.recover([], false)).toEqual({ queued: 1, unknown: 0 })
    expect(words(await replies())).toEqual(['of the dead'])
    await living.leave()
    expect(await outbox.recover([], false)).toMatchObject({ queued: 2 })
  })

  test('who comes late may say how it ended, unless another has begun again', async () => {
    await queue(bulk('1'), { address: '2', text: 'reply' })
    const [news] = await bulkOnes()
    const reply = await only(replies())
    if (!news) throw new Error('nothing was taken')
    await outbox.recover([], true)
    const again = await only(replies(createOutboxStore(database, 'other')))
    await Promise.all([outbox.settle(sent(news)), outbox.settle(sent(reply))])
    expect((await rowsInOrder()).map((row) => row.state)).toEqual(['sent', 'attempting'])
    await createOutboxStore(database, 'other').settle(sent(again))
    expect(await outbox.counts()).toEqual({ sent: 2 })
  })

  test('what was taken and never seen, because the answer was lost, is given back with the next taking', async () => {
    await queue({ address: '1', text: 'lost' }, { address: '2', text: 'other' })
    const broken = createOutboxStore(losingAnswers(database, 1), 'me')
    await expect(replies(broken, 1)).rejects.toThrow('the connection was cut')
    expect(await outbox.counts()).toEqual({ attempting: 1, queued: 1 })
    expect((await replies(broken)).map(({ message, attempts }) => [message.text, attempts])).toEqual([
      ['lost', 1],
      ['other', 1],
    ])
  })

  test('what has waited too long is not taken, holds nothing up and ends as expired', async () => {
    const content = { campaignId: 'c', byPerson: 'p', content: {}, audience: {}, createdAt: new Date() }
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    await database.prisma.broadcast.createMany({
      data: [
        { id: 'over', state: 'sending', expiresAt: inHours(-1), ...content },
        { id: 'held', state: 'paused', expiresAt: inHours(-1), ...content },
        { id: 'fresh', state: 'sending', expiresAt: inHours(1), ...content },
      ],
    })
    const kinds = ['reply', 'receipt', 'reminder', 'notice', 'alarm']
    await queue(
      ...kinds.map((kind) => ({ address: kind, kind, text: `old ${kind}` })),
      ...['over', 'held', 'fresh'].map((id) => ({ ...bulk(id, `old ${id}`), broadcastId: id })),
    )
    await database.prisma.delivery.updateMany({ data: { createdAt: inHours(-25) } })
    await queue({ address: 'reply', text: 'new reply' }, bulk('over', 'new reminder'))
    expect(words(await replies())).toEqual(['old receipt', 'old notice', 'old alarm', 'new reply'])
    expect(words(await bulkOnes())).toEqual(['old fresh', 'new reminder'])
    expect(await outbox.expire()).toEqual({ reply: 1, reminder: 1, news: 1 })
    expect(await outbox.expire()).toEqual({})
    expect(await outbox.counts()).toEqual({ expired: 3, attempting: 6, queued: 1 })
    const expired = await database.prisma.delivery.findMany({ where: { state: 'expired' }, orderBy: { id: 'asc' } })
    expect(expired.map((row) => [row.address, row.reason, row.endedAt !== null])).toEqual(
      ['reply', 'reminder', 'over'].map((place) => [`telegram:${place}`, 'waited too long to be sent', true]),
    )
  })

  test('who comes late says that it was sent, also of what was given up meanwhile; it stays as it is otherwise', async () => {
    await queue(...['queued', 'cancelled', 'expired', 'unknown'].map((one) => ({ ...bulk(one), kind: 'notice' })))
    const late = await bulkOnes()
    await outbox.recover([], true)
    const rows = await rowsInOrder()
    for (const { id, address } of rows)
      await database.prisma.delivery.update({ where: { id }, data: { state: address.split(':')[1] ?? '' } })
    const again = { state: 'queued', reason: 'unreachable', waitMs: 0 } as const
    await Promise.all(late.map((delivery) => outbox.settle({ delivery, verdict: again })))
    expect((await rowsInOrder()).map((row) => row.state)).toEqual(['queued', 'cancelled', 'expired', 'unknown'])
    await Promise.all(late.map((delivery) => outbox.settle(sent(delivery))))
    expect((await rowsInOrder()).map((row) => [row.state, row.doubts])).toEqual(late.map(() => ['sent', 1]))
  })

  test('what was settled and not heard of is settled again, and counted once', async () => {
    await queue({ address: '1' }, { address: '2' }, bulk('3'))
    const taken = [...(await replies()), ...(await bulkOnes())]
    const verdicts = [
      { state: 'queued', reason: 'cut', waitMs: 0, doubtful: true },
      { state: 'queued', reason: '429', waitMs: 0, unspent: true },
      { state: 'unknown', reason: 'cut' },
    ] as const
    const broken = createOutboxStore(losingAnswers(database, 4), 'me')
    const settle = (store: OutboxStore) =>
      Promise.allSettled(
        taken.map((delivery, place) => store.settle({ delivery, verdict: verdicts[place] ?? verdicts[2] })),
      )
    expect((await settle(broken)).map((one) => one.status)).toEqual(taken.map(() => 'rejected'))
    expect((await settle(outbox)).map((one) => one.status)).toEqual(taken.map(() => 'fulfilled'))
    await outbox.recover([], true)
    expect((await rowsInOrder()).map(({ state, attempts, doubts }) => [state, attempts, doubts])).toEqual([
      ['queued', 1, 1],
      ['queued', 0, 0],
      ['unknown', 1, 1],
    ])
  })

  test('when the clock is put back, neither the pace nor the taking over waits until it has caught up', async () => {
    await queue(bulk('1'), bulk('2'))
    const pace = { perSecond: 30, chatMs: 0, groupMs: 0 }
    expect((await outbox.takeBulk('telegram', pace, 1)).taken).toHaveLength(1)
    await database.prisma.$executeRaw`UPDATE pace SET refilled_at = now() + interval '1 hour'`
    expect(await outbox.takeBulk('telegram', pace, 1)).toMatchObject({ taken: [{ address: 'telegram:2' }], firstMs: 0 })
    const { refilledAt } = await database.prisma.pace.findUniqueOrThrow({ where: { channel: 'telegram' } })
    expect(refilledAt.getTime()).toBeLessThan(Date.now() + 10_000)
    const [living, dead] = [createInstance(database), createInstance(database)]
    await dead.beat()
    await database.prisma.$executeRaw`UPDATE instance SET seen_at = now() + interval '1 hour'`
    await living.beat()
    const { seenAt } = await database.prisma.instance.findUniqueOrThrow({ where: { id: dead.id } })
    expect(seenAt.getTime()).toBeLessThan(Date.now() + 10_000)
  })

  test('what the database cannot hold is left out of the texts, and takes nothing else with it', async () => {
    const to = { channel: 'telegram', personId: null, lane: 'reply', kind: 'reply' } as const
    const odd = 'cut \ud83d here\u0000'
    await insertDeliveries(
      database.prisma,
      [odd, 'fine'].map((text, place) => ({
        ...to,
        address: `telegram:${place}`,
        message: { id: text, at: '', text },
      })),
    )
    const taken = await replies()
    expect(words(taken)).toEqual(['cut \ufffd here', 'fine'])
    await Promise.all(taken.map((delivery) => outbox.settle({ delivery, verdict: { state: 'failed', reason: odd } })))
    expect((await rowsInOrder()).map((row) => row.reason)).toEqual(['cut \ufffd here', 'cut \ufffd here'])
    const [first] = taken
    if (first) await outbox.unreachable({ ...first, personId: 'p' }, odd)
  })

  test('what is queued or comes in is due at that moment, not a fraction of a millisecond later', async () => {
    const exact = await database.prisma.$queryRaw<{ place: string; digits: number }[]>`
      SELECT table_name || '.' || column_name AS place, datetime_precision::int AS digits FROM information_schema.columns
      WHERE column_name = 'due_at' AND table_name IN ('inbox', 'outbox') ORDER BY place`
    expect(exact).toEqual(['inbox.due_at', 'outbox.due_at'].map((place) => ({ place, digits: 6 })))
  })

  test('a group that became another one is served there', async () => {
    await database.prisma.group.create({ data: { channel: 'telegram', chat: '-1', state: 'present', enabled: true } })
    await queue({ address: '-1', text: 'first' }, { address: '-1', text: 'second' })
    const first = await only(replies())
    await outbox.moved(first, '-1001')
    await outbox.settle({ delivery: first, verdict: { state: 'queued', reason: 'moved', waitMs: 0, unspent: true } })
    expect(await only(replies())).toMatchObject({ address: 'telegram:-1001', attempts: 1, message: { text: 'first' } })
    expect(await database.prisma.group.findMany()).toMatchObject([{ chat: '-1001', enabled: true, state: 'present' }])
  })
})

/** The database, but the answers to the first statements get lost after they were carried out. */
function losingAnswers(database: Database, times: number): Database {
  let left = times
  return {
    ...database,
    async run<Row>(statement: Parameters<Database['run']>[0]) {
      const rows = await database.run<Row>(statement)
      left -= 1
      if (left >= 0) throw new Error('the connection was cut')
      return rows
    },
  }
}
