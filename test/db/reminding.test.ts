import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCampaignStore } from '../../src/db/campaign-store.ts'
import type { Database } from '../../src/db/client.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge } from '../support/pledges.ts'
import { createTestApp, readCampaign } from '../support/test-app.ts'

const campaign = await readCampaign()

describeEachDatabase('reminding', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  test('a group that refuses us does not make its people unreachable', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.says('lan', 'xin chào')
    const delivery = { channel: 'telegram', personId: (await database.prisma.person.findFirstOrThrow()).id } as const
    const outbox = createOutboxStore(database, 'me')
    const message = { id: 'x', text: 'x' }
    const rest = {
      id: 1n,
      broadcastId: null,
      repeats: 0,
      lane: 'reply',
      kind: 'reply',
      message,
      attempts: 1,
      owner: 'me/1',
    } as const
    await outbox.unreachable({ ...delivery, ...rest, address: 'telegram:-100' }, 'kicked')
    expect(await database.prisma.account.count({ where: { unreachable: null } })).toBe(1)
    await outbox.unreachable({ ...delivery, ...rest, address: 'telegram:lan' }, 'blocked')
    expect(await database.prisma.account.count({ where: { unreachable: null } })).toBe(0)
  })

  test('two instances at once, and again and again, remind each person once', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.says('lan', 'xin chào')
    await bot.says('nam', 'xin chào')
    const other = await createTestApp(database, { campaign, now: '2025-11-14T08:00:00+07:00' })
    bot.clock = other.clock
    await Promise.all([bot.app.remind(), other.app.remind(), bot.app.remind()])
    await other.app.remind()
    expect(await database.prisma.delivery.count({ where: { kind: 'reminder' } })).toBe(2)
  })

  test('those who blocked us, opted out or belong to the office get none', async () => {
    const bot = await createTestApp(database, { campaign })
    for (const person of ['lan', 'nam', 'hoa', 'thu-office']) await bot.says(person, 'xin chào')
    await bot.does('nam', { kind: 'reachable', reachable: false })
    await bot.says('hoa', 'tắt nhắc')
    bot.clock = new Date('2025-11-14T08:00:00+07:00')
    await bot.app.remind()
    const reminded = await database.prisma.delivery.findMany({ where: { kind: 'reminder' } })
    expect(reminded.map((row) => row.address)).toEqual(['telegram:lan'])
  })

  test('who withdrew has answered, and so has whom somebody else registered; who undid has not, nor who sent another’s', async () => {
    const bot = await createTestApp(database, { campaign })
    for (const [person, state] of [
      ['lan', 'withdrawn'],
      ['nam', 'undone'],
      ['hoa', undefined],
    ] as const) {
      const id = await makeKnown(database, bot, person, { name: person, unit: 'VP' })
      if (state) await makePledge(database, id, { state, name: person })
    }
    const hoa = await database.prisma.person.findFirstOrThrow({ where: { name: 'hoa' } })
    const sender = await makeKnown(database, bot, 'an', { name: 'an', unit: 'VP' })
    await makePledge(database, sender, { name: 'hoa', forOther: true, subjectId: hoa.id })
    expect((await bot.says('lan', 'lịch nhắc'))[0]?.text).toContain('không')
    for (const person of ['nam', 'an']) expect((await bot.says(person, 'lịch nhắc'))[0]?.text).toContain('14/11/2025')
    bot.clock = new Date('2025-11-14T08:00:00+07:00')
    await bot.app.remind()
    const reminded = await database.prisma.delivery.findMany({
      where: { kind: 'reminder' },
      orderBy: { address: 'asc' },
    })
    expect(reminded.map((row) => row.address)).toEqual(['telegram:an', 'telegram:nam'])
  })

  test('a person who blocked us and comes back is reachable again', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.says('nam', 'xin chào')
    await bot.does('nam', { kind: 'reachable', reachable: false })
    await bot.says('nam', 'tôi đây')
    bot.clock = new Date('2025-11-14T08:00:00+07:00')
    expect(await bot.app.remind()).toMatchObject({ people: 1, fired: 2 })
  })

  test('what came due while we were down is noted as expired, never sent in a flood', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.says('lan', 'xin chào')
    bot.clock = new Date('2025-11-24T09:00:00+07:00')
    const counts = await bot.app.remind()
    expect(counts).toMatchObject({ people: 0, fired: 0 })
    expect(await database.prisma.occurrence.count({ where: { state: 'expired' } })).toBe(counts.expired)
  })
})

describeEachDatabase('campaigns', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('loading the same again changes nothing; otherwise the changed parts are named', async () => {
    const store = createCampaignStore(database)
    const now = new Date('2025-11-10T01:00:00Z')
    expect(await store.load(campaign, 'one', now)).toEqual({ changed: 'new' })
    expect(await store.load(structuredClone(campaign), 'one', now)).toEqual({ changed: [] })
    expect(await store.load({ ...campaign, holidays: [] }, 'two', now)).toEqual({ changed: ['holidays'] })
    expect(await store.find('one')).toBeUndefined()
    expect(await store.find('two')).toEqual({ ...campaign, holidays: [] })
  })
})
