import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { enqueueBroadcast } from '../../src/db/enqueue-broadcast.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import { everyoneBut, type MessageFor } from '../../src/db/recipients.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'

describeEachDatabase('queueing a broadcast', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await emptyTables(database)
    await database.prisma.person.createMany({
      data: ['author', 'lan', 'nam', 'mary'].map((id) => ({ id, locale: id === 'mary' ? 'en' : 'vi' })),
    })
    await database.prisma.account.createMany({
      data: ['author', 'lan', 'nam', 'mary'].map((id) => ({ channel: 'telegram', userId: id, personId: id, chat: id })),
    })
    await database.prisma.broadcast.createMany({
      data: ['b1', 'b2'].map((id) => ({
        id,
        campaignId: 'c',
        byPerson: 'author',
        content: {},
        audience: {},
        state: 'sending',
        createdAt: new Date(0),
      })),
    })
  })
  afterAll(() => database.close())

  const twoParts: MessageFor = (locale, channel) => [
    { id: 'same', text: `${locale} ${channel} 1` },
    { id: 'same', text: `${locale} ${channel} 2` },
  ]
  const enqueue = (broadcastId: string, messageFor = twoParts) =>
    database.prisma.$transaction((transaction) =>
      enqueueBroadcast(transaction, { broadcastId, kind: 'news', audience: everyoneBut('author') }, messageFor),
    )

  test('everyone gets every part in their language, out of bodies that they share', async () => {
    expect([...(await enqueue('b1'))]).toEqual([['telegram', 3]])
    expect(await database.prisma.body.count()).toBe(4)
    const outbox = createOutboxStore(database, 'me')
    const told: string[][] = []
    for (let round = 0; round < 6; round++) {
      const { taken } = await outbox.takeBulk('telegram', undefined, 10)
      for (const delivery of taken) {
        told.push([delivery.address, delivery.message.text, String(delivery.broadcastId)])
        await outbox.settle({ delivery, verdict: { state: 'sent', externalId: '1', spaceMs: 0 } })
      }
    }
    expect(told.sort()).toEqual([
      ['telegram:lan', 'vi telegram 1', 'b1'],
      ['telegram:lan', 'vi telegram 2', 'b1'],
      ['telegram:mary', 'en telegram 1', 'b1'],
      ['telegram:mary', 'en telegram 2', 'b1'],
      ['telegram:nam', 'vi telegram 1', 'b1'],
      ['telegram:nam', 'vi telegram 2', 'b1'],
    ])
  })

  test('each delivery of a shared body has an id of its own', async () => {
    await enqueue('b1')
    const { taken } = await createOutboxStore(database, 'me').takeBulk('telegram', undefined, 10)
    expect(new Set(taken.map((one) => one.message.id)).size).toBe(3)
  })

  test('queueing it again adds nobody who is queued', async () => {
    await enqueue('b1')
    await enqueue('b1')
    expect(await database.prisma.delivery.count()).toBe(6)
  })

  test('two broadcasts in one transaction stay apart, and nobody is fine', async () => {
    await database.prisma.$transaction(async (transaction) => {
      for (const broadcastId of ['b1', 'b2'])
        await enqueueBroadcast(transaction, { broadcastId, kind: 'news', audience: everyoneBut('lan') }, twoParts)
    })
    expect(await database.prisma.delivery.groupBy({ by: ['broadcastId'], _count: true })).toHaveLength(2)
    await database.prisma.account.updateMany({ data: { unreachable: 'blocked' } })
    expect([...(await enqueue('b2'))]).toEqual([])
  })
})
