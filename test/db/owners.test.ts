import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createBroadcastStore } from '../../src/db/broadcast-store.ts'
import type { Database } from '../../src/db/client.ts'
import { settleOwners } from '../../src/db/meet.ts'
import { createOfficeStore } from '../../src/db/office-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'

const message = { id: 'm1', text: 'chuyện của thường trực' }
const now = new Date('2025-11-10T01:00:00Z')

describeEachDatabase('owners', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await emptyTables(database)
    await person('an', 'owner', ['telegram:1', 'zalo-oa:1'])
    await person('binh', 'owner', ['telegram:2'])
    await person('chi', 'office', ['telegram:3'])
    await person('dung', 'staff', ['telegram:4'])
  })
  afterAll(() => database.close())

  async function person(id: string, role: string, accounts: readonly string[]): Promise<void> {
    await database.prisma.person.create({ data: { id, role } })
    for (const account of accounts) {
      const [channel = '', userId = ''] = account.split(':')
      await database.prisma.account.create({ data: { channel, userId, chat: userId, personId: id } })
    }
  }

  const roles = async () => {
    const rows = await database.prisma.person.findMany({ orderBy: { id: 'asc' } })
    return rows.map((row) => row.role)
  }
  const told = async () => {
    const rows = await database.prisma.delivery.findMany({ where: { state: 'queued' }, orderBy: { id: 'asc' } })
    return rows.map((row) => row.personId)
  }

  test('are those who are named by any of their accounts, and nobody else', async () => {
    const named = [
      { channel: 'zalo-oa', userId: '1' },
      { channel: 'telegram', userId: '4' },
      { channel: 'zalo-oa', userId: '2' },
      { channel: 'telegram', userId: '99' },
    ] as const
    await settleOwners(database, named, new Date())
    expect(await roles()).toEqual(['owner', 'staff', 'office', 'owner'])
    await settleOwners(database, named, new Date())
    expect(await roles()).toEqual(['owner', 'staff', 'office', 'owner'])
  })

  test('are nobody where nobody is named', async () => {
    await settleOwners(database, [], new Date())
    expect(await roles()).toEqual(['staff', 'staff', 'office', 'staff'])
    await createOfficeStore(database).tell('parked', now, () => [message])
    expect(await told()).toEqual(['chi'])
  })

  test('get nothing any more that waited for them as owners, but the answers to themselves', async () => {
    const to = { channel: 'telegram', lane: 'reply', message, address: 'telegram:2' }
    for (const personId of ['binh', 'chi']) {
      await database.prisma.delivery.create({ data: { ...to, personId, kind: 'alarm' } })
      await database.prisma.delivery.create({ data: { ...to, personId, kind: 'reply', key: `progress:${personId}` } })
      await database.prisma.delivery.create({
        data: { ...to, personId, kind: 'reply', key: `certificate:${personId}` },
      })
      await database.prisma.delivery.create({ data: { ...to, personId, kind: 'reply' } })
    }
    await settleOwners(database, [], new Date())
    expect(await told()).toEqual(['binh', 'chi', 'chi', 'chi', 'chi'])
    expect(await database.prisma.delivery.count({ where: { state: 'cancelled' } })).toBe(3)
  })

  test('who are none any more get no figures and no names of their broadcasts, nor are they asked', async () => {
    const progress = {
      channel: 'telegram',
      address: 'telegram:2',
      locale: 'vi',
      told: 0,
      shownAt: 0,
      certificate: true,
    }
    const broadcast = { campaignId: 'c', byPerson: 'binh', content: {}, audience: {}, state: 'awaiting', progress }
    await database.prisma.broadcast.create({ data: { ...broadcast, id: 'b1', createdAt: now } })
    await settleOwners(database, [], new Date())
    const store = createBroadcastStore(database)
    await store.look('b1', now, (seen, _tally, before) => ({
      broadcast: seen,
      progress: before,
      show: true,
      ends: false,
      tripped: true,
      asks: true,
      edits: true,
      shown: () => [message],
      alarm: () => [message],
      question: () => [message],
    }))
    await store.hand('b1', [message])
    expect(await told()).toEqual(['chi', 'chi'])
    expect(await store.wanted()).toEqual([])
  })
})
