import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { Prisma } from '../../src/db/generated/client.ts'
import { createRetentionStore } from '../../src/db/retention-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const now = new Date('2025-11-10T08:00:00+07:00')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const none = {
  ...{ updates: 0, messages: 0, offers: 0, webMessages: 0, files: 0, codes: 0, attempts: 0, imports: 0, audit: 0 },
}

describeEachDatabase('retention', (open) => {
  let database: Database
  let bot: TestApp
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await emptyTables(database)
    bot = await createTestApp(database, { campaign })
  })
  afterAll(() => database.close())

  const { retention } = campaign
  const purge = (limits = retention) => createRetentionStore(database).purge(limits, now)
  /** As if everything that has the database's own time had come so long ago. */
  async function age(days: number): Promise<void> {
    const before = Prisma.sql`now() - make_interval(days => ${days}::int) - interval '1 hour'`
    await database.prisma.$executeRaw`UPDATE inbox SET received_at = ${before}`
    await database.prisma.$executeRaw`UPDATE outbox SET created_at = ${before},
      ended_at = CASE WHEN ended_at IS NOT NULL THEN ${before} END`
    await database.prisma.$executeRaw`UPDATE conversation SET updated_at = ${before}`
  }

  test('keeps everything for as long as the file says, and then the facts of the ledger alone', async () => {
    await bot.says('lan', 'xin chào')
    expect(await purge()).toEqual(none)
    await age(retention.updates)
    expect(await purge()).toEqual({ ...none, updates: 1 })
    await age(retention.messages)
    expect(await purge()).toEqual({ ...none, messages: 1, offers: 1 })
    expect(await purge()).toEqual(none)
    expect(await database.prisma.delivery.findMany()).toMatchObject([
      { state: 'sent', address: 'telegram:lan', message: null, externalId: '1' },
    ])
  })

  test('touches nothing that is not settled, however old', async () => {
    const { prisma } = database
    const update = { channel: 'telegram', address: 'telegram:lan', update: { input: {} } }
    await prisma.inboxUpdate.createMany({
      data: [
        { ...update, updateId: 'w', state: 'waiting' },
        { ...update, updateId: 'p', state: 'parked' },
        { ...update, updateId: 'd', state: 'done' },
      ],
    })
    const news = { campaignId: campaign.id, byPerson: 'mai', content: {}, audience: {}, createdAt: now }
    await prisma.broadcast.createMany({
      data: [
        { ...news, id: 'running', state: 'sending' },
        { ...news, id: 'over', state: 'done' },
      ],
    })
    const told = { channel: 'telegram', address: 'telegram:lan', lane: 'bulk', kind: 'news', message: { text: 'a' } }
    await prisma.delivery.createMany({
      data: [
        { ...told, state: 'queued' },
        { ...told, state: 'attempting' },
        { ...told, state: 'sent', endedAt: now, broadcastId: 'running' },
        { ...told, state: 'sent', endedAt: now, broadcastId: 'over' },
      ],
    })
    const table = { byPerson: 'mai', channel: 'telegram', address: 'telegram:mai', locale: 'vi', file: {} }
    await prisma.import.createMany({
      data: [
        { ...table, id: 'open', state: 'read', createdAt: ago(9999) },
        { ...table, id: 'ended', state: 'confirmed', createdAt: ago(9999), endedAt: ago(9999) },
      ],
    })
    // A certificate has no end.
    await prisma.storedFile.createMany({
      data: [
        { id: 'certificate', name: 'a', mime: 'b', bytes: new Uint8Array(1) },
        { id: 'export', name: 'a', mime: 'b', bytes: new Uint8Array(1), expiresAt: ago(1) },
      ],
    })
    await age(9999)
    expect(await purge()).toEqual({ ...none, updates: 1, messages: 1, imports: 1, files: 1 })
    expect((await prisma.inboxUpdate.findMany()).map((one) => one.updateId).sort()).toEqual(['p', 'w'])
    const left = await prisma.delivery.findMany({ where: { NOT: { message: { equals: Prisma.DbNull } } } })
    expect(left.map((one) => one.state).sort()).toEqual(['attempting', 'queued', 'sent'])
    expect((await prisma.storedFile.findMany()).map((one) => one.id)).toEqual(['certificate'])
    expect((await prisma.import.findMany()).map((one) => one.id)).toEqual(['open'])
  })

  test('drops codes, attempts, the page’s own record and what is written down of changes when their time is over', async () => {
    const { prisma } = database
    const code = { personId: 'lan', byPerson: 'mai', createdAt: ago(40) }
    await prisma.pairingCode.createMany({
      data: [
        { ...code, id: 'used', digest: '1', expiresAt: ago(1), usedAt: ago(31) },
        { ...code, id: 'expired', digest: '2', expiresAt: ago(31) },
        { ...code, id: 'fresh', digest: '3', expiresAt: ago(-1) },
      ],
    })
    await prisma.pairingAttempt.createMany({
      data: [ago(31), ago(1)].map((at) => ({ at, channel: 'telegram', userId: 'a' })),
    })
    await prisma.webMessage.createMany({
      data: [ago(366), ago(1)].map((at, place) => ({ at, chat: 'a', origin: `${place}`, author: 'bot', content: {} })),
    })
    await prisma.auditEntry.createMany({
      data: [ago(1096), ago(1)].map((at) => ({ at, action: 'role', kind: 'person', about: 'lan' })),
    })
    expect(await purge()).toEqual({ ...none, codes: 2, attempts: 1, webMessages: 1, audit: 1 })
    expect((await prisma.pairingCode.findMany()).map((one) => one.id)).toEqual(['fresh'])
  })

  test('works page by page, and two at once drop each row once', async () => {
    await database.prisma.$executeRaw`
      INSERT INTO inbox (channel, update_id, address, update, state, received_at)
      SELECT 'telegram', number::text, 'telegram:a', '{}', CASE WHEN number % 5 = 0 THEN 'parked' ELSE 'done' END,
        now() - interval '1 year'
      FROM generate_series(1, 3500) AS number`
    const both = await Promise.all([purge(), purge()])
    expect(both[0].updates + both[1].updates + (await purge()).updates).toBe(2800)
    expect(await database.prisma.inboxUpdate.count()).toBe(700)
  })

  describe('of several instances', () => {
    test('one does it, and the others when it is gone', async () => {
      const other = await createTestApp(database, { campaign })
      await bot.app.recover(false)
      await other.app.recover(false)
      await bot.says('lan', 'xin chào')
      await age(retention.updates)
      expect(await bot.app.purge()).toMatchObject({ updates: 1 })
      expect(await other.app.purge()).toEqual({})
      await bot.app.stop()
      expect(await other.app.purge()).toMatchObject({ updates: 0 })
    })
  })
})
