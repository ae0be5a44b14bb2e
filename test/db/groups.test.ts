import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { SendError } from '../../src/core/channel.ts'
import type { IncomingUpdate, OutgoingMessage } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { createInboxStore } from '../../src/db/inbox-store.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import {
  answererOf,
  createTestApp,
  readCampaign,
  readerOf,
  recordingChannel,
  type TestApp,
  translator,
} from '../support/test-app.ts'

const campaign = await readCampaign()
const answerer = answererOf(campaign)
const quick = readerOf(campaign)
const present = { kind: 'membership', state: 'present', title: 'Phòng *1*' } as const
const tin = { kind: 'command', command: 'tin', argument: 'tắt' } as const

describeEachDatabase('groups', (open) => {
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

  const groups = () => database.prisma.group.findMany({ orderBy: { chat: 'asc' } })
  const command = (word: string) => ({ kind: 'command', command: word, argument: '' }) as const
  const openUpdates = () => database.prisma.inboxUpdate.count({ where: { state: { not: 'done' } } })

  test('joining is stored and introduced once, and the office is asked once', async () => {
    await bot.does('thu-office', command('start'))
    const before = bot.sent.length
    const said = await bot.inGroup('-100', 'an', present)
    await bot.inGroup('-100', 'an', present)
    expect(said).toHaveLength(1)
    expect(bot.sent.slice(before).map((one) => one.to.chat)).toEqual(['-100', 'thu-office'])
    expect(bot.sent.at(-1)?.message.text).toContain('Phòng *1*')
    expect(await groups()).toMatchObject([{ chat: '-100', title: 'Phòng *1*', state: 'present', enabled: false }])
  })

  test('what tells of a group leaves no person behind, nor do those who speak in its name', async () => {
    await bot.inGroup('-100', 'an', present)
    const from = { id: '-100', anonymous: true }
    expect(await bot.inGroup('-100', 'nobody', command('moc'), { from })).toHaveLength(1)
    expect(await bot.inGroup('-100', 'nobody', command('tin'), { from })).toHaveLength(1)
    await bot.inGroup('-100', 'an', { kind: 'moved', to: '-1002' }, { from })
    expect(await database.prisma.person.count()).toBe(0)
    expect(await database.prisma.account.count()).toBe(0)
    expect(await openUpdates()).toBe(0)
  })

  test('nothing that is told of a group makes a person of who did it', async () => {
    await bot.inGroup('-100', 'an', present)
    for (const input of [
      { kind: 'topic', state: 'closed' },
      { kind: 'renamed', title: 'B' },
    ] as const)
      await bot.inGroup('-100', 'an', input)
    expect(await groups()).toMatchObject([{ title: 'B', state: 'silenced' }])
    await bot.inGroup('-100', 'an', { kind: 'topic', state: 'open' })
    expect(await groups()).toMatchObject([{ title: 'B', state: 'present', reason: null }])
    expect(await database.prisma.person.count()).toBe(0)
  })

  test('is introduced once, in whatever order the joining and the first words come, and not when promoted', async () => {
    const introductions = () => bot.sent.filter((one) => one.message.text.includes('Kính chào các đồng chí'))
    const start = { kind: 'command', command: 'start', argument: 'them' } as const
    await bot.does('thu-office', command('start'))
    await bot.inGroup('-100', 'an', start, { title: 'Phòng *1*' })
    for (let times = 0; times < 3; times++) await bot.inGroup('-100', 'an', present)
    await bot.inGroup('-100', 'an', start, { title: 'Phòng *1*' })
    expect(introductions().map((one) => one.to.chat)).toEqual(['-100'])
    expect(bot.sent.filter((one) => one.message.text.includes('vừa được thêm vào nhóm Phòng *1*'))).toHaveLength(1)
    expect(await groups()).toMatchObject([{ title: 'Phòng *1*', state: 'present', reason: null }])
  })

  test('a membership update need not be addressed to us, and other talk is not stored', async () => {
    await bot.inGroup('-100', 'an', present, { addressed: false })
    await bot.inGroup('-100', 'an', { kind: 'text', text: 'chuyện riêng' }, { addressed: false })
    expect(await groups()).toHaveLength(1)
    expect(await database.prisma.inboxUpdate.count()).toBe(1)
  })

  test('only administrators change what the group receives, in the topic where they say so', async () => {
    await bot.inGroup('-100', 'an', present)
    await bot.inGroup('-100', 'an', tin)
    expect(await groups()).toMatchObject([{ news: true }])
    await bot.inGroup('-100', 'an-admin', tin)
    expect(await groups()).toMatchObject([{ news: false, thread: null }])
    const address = { channel: 'telegram', chat: '-100', thread: '7' } as const
    await bot.inGroup('-100', 'an-admin', { kind: 'choice', id: 'group:thread-here' }, { address })
    expect(await groups()).toMatchObject([{ news: false, thread: '7' }])
    expect(bot.sent.at(-1)?.to).toEqual(address)
  })

  test('rights that the platform does not vouch for are none, and what the sender claims is not asked', async () => {
    const channel = { ...recordingChannel(), administers: () => Promise.reject(new Error('away')) }
    const silent = () => undefined
    const app = createApp({
      database,
      campaign,
      answerer: () => answerer,
      quick: () => quick,
      channels: [channel],
      translator,
      timezone: 'Asia/Ho_Chi_Minh',
      clock: () => new Date('2025-11-10T01:00:00Z'),
      seatOf: () => ({ role: 'owner' }),
      log: { info: silent, warn: silent, error: silent },
    })
    const address = { channel: 'telegram', chat: '-100' } as const
    await app.accept({ id: '1', address, from: { id: '1' }, private: false, addressed: true, input: tin })
    await app.drain()
    expect(channel.sent.map((one) => one.message.text)).toEqual([expect.stringContaining('chưa xác minh được')])
    expect(await groups()).toMatchObject([{ news: true }])
  })

  test('a group of which nothing was told is made known by the first who asks there', async () => {
    await bot.does('thu-office', command('start'))
    await bot.inGroup('-100', 'lan', command('moc'))
    await bot.inGroup('-100', 'lan', command('moc'))
    expect(await groups()).toMatchObject([{ chat: '-100', title: '', state: 'present', enabled: false }])
    expect(bot.sent.filter((one) => one.message.text.includes('nhóm chưa rõ tên'))).toHaveLength(1)
  })

  test('a group that moves keeps what was decided, and what waits for it follows, twice as once', async () => {
    await bot.inGroup('-100', 'an', present)
    await database.prisma.group.updateMany({ data: { enabled: true, news: false, thread: '7' } })
    await database.prisma.delivery.create({
      data: { channel: 'telegram', address: 'telegram:-100', lane: 'bulk', kind: 'news', message: {}, dueAt: later() },
    })
    await bot.inGroup('-100', 'an', { kind: 'moved', to: '-1002' })
    await bot.inGroup('-100', 'an', { kind: 'moved', to: '-1002' })
    await createOutboxStore(database, 'me').moved({ channel: 'telegram', address: 'telegram:-100' } as never, '-1002')
    expect(await groups()).toMatchObject([
      { chat: '-1002', title: 'Phòng *1*', state: 'present', enabled: true, news: false, thread: null },
    ])
    expect(await database.prisma.delivery.findFirst({ where: { lane: 'bulk' } })).toMatchObject({
      address: 'telegram:-1002',
    })
  })

  test('who left and comes back has to be let in by the office again', async () => {
    await bot.inGroup('-100', 'an', present)
    await database.prisma.group.updateMany({ data: { enabled: true } })
    await bot.inGroup('-100', 'an', { ...present, state: 'gone' })
    await bot.inGroup('-100', 'an', { ...present, title: '' })
    expect(await groups()).toMatchObject([{ state: 'present', enabled: false, title: 'Phòng *1*', reason: null }])
  })

  test('a group that a delivery finds shut is told to the office', async () => {
    await bot.does('thu-office', command('start'))
    await bot.inGroup('-100', 'an', present)
    const channel = recordingChannel()
    const shut = async (to: { chat: string }, message: OutgoingMessage) => {
      if (to.chat === '-100') throw new SendError('blocked', 'bot was kicked from the group chat')
      return channel.send(to as never, message)
    }
    const silent = () => undefined
    const app = createApp({
      database,
      campaign,
      answerer: () => answerer,
      quick: () => quick,
      channels: [{ ...channel, send: shut }],
      translator,
      timezone: 'Asia/Ho_Chi_Minh',
      clock: () => new Date('2025-11-10T01:00:00Z'),
      seatOf: () => ({ role: 'staff' }),
      log: { info: silent, warn: silent, error: silent },
    })
    const address = { channel: 'telegram', chat: '-100' } as const
    for (const id of ['x1', 'x2'])
      await app.accept({ id, address, from: { id: '1' }, private: false, addressed: true, input: command('moc') })
    await app.drain()
    await app.drain()
    const told = channel.sent.filter((one) => one.message.text.includes('không còn trong nhóm'))
    expect(told.map((one) => one.to.chat)).toEqual(['thu-office'])
    expect(await groups()).toMatchObject([{ state: 'gone' }])
  })

  test('a choice of the list is the office’s alone', async () => {
    await bot.inGroup('-100', 'an', present)
    await bot.does('lan', { kind: 'choice', id: 'do:group-enable:telegram:-100' })
    expect(await groups()).toMatchObject([{ enabled: false }])
    await bot.does('thu-office', { kind: 'choice', id: 'do:group-enable:telegram:-100' })
    expect(await groups()).toMatchObject([{ enabled: true }])
    await bot.does('thu-office', { kind: 'choice', id: 'do:group-forget:telegram:-100' })
    expect(await groups()).toHaveLength(1)
    for (const id of ['do:group-enable:', 'do:group-enable:x', 'do:group-enable:telegram:-999', 'do:groups:x'])
      expect(await bot.does('thu-office', { kind: 'choice', id })).toHaveLength(1)
    expect(await openUpdates()).toBe(0)
  })

  test('a long list has pages, and every button fits', async () => {
    for (let number = 0; number < 20; number++)
      await bot.inGroup(String(-1_002_000_000_000 - number), 'an', { ...present, title: `Nhóm ${10 + number}` })
    const [first] = await bot.does('thu-office', command('nhom'))
    expect(first?.text).toContain('Nhóm 10')
    expect(first?.text).not.toContain('Nhóm 16')
    const ids = first?.choices?.flat().map((one) => one.id) ?? []
    expect(ids.filter((id) => Buffer.byteLength(id) > 60)).toEqual([])
    const [next] = await bot.presses('thu-office', 'Sau ▶️')
    expect(next?.text).toContain('Nhóm 16')
    await bot.presses('thu-office', 'Sau ▶️')
    const [last] = await bot.presses('thu-office', 'Sau ▶️')
    expect(last?.choices?.flat().map((one) => one.label)).not.toContain('Sau ▶️')
  })
})

describeEachDatabase('what was given up', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  function update(id: string, words: string): IncomingUpdate {
    const address = { channel: 'telegram', chat: `chat-${id}` } as const
    const from = { id: `user-${id}`, name: 'Trần Thị Bí Mật' }
    return { id, address, from, private: true, addressed: true, input: { kind: 'text', text: words } }
  }

  async function park(id: string, words: string, error: string): Promise<void> {
    await createInboxStore(database).accept(update(id, words))
    await database.prisma.inboxUpdate.updateMany({
      where: { updateId: id },
      data: { state: 'parked', attempts: 4, error },
    })
  }

  const viec = { kind: 'command', command: 'viec', argument: '' } as const

  test('is shown in plain words, by declared name or group, without what was written or any address', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.does('user-p1', { kind: 'command', command: 'start', argument: '' })
    await database.prisma.person.updateMany({ data: { name: 'Lê Văn Khai' } })
    await bot.inGroup('-100', 'an', { kind: 'membership', state: 'present', title: 'Phòng *1*' })
    await park('p1', 'số điện thoại 0912345678', 'program: column … does not exist')
    await park('p2', 'số điện thoại 0912345678', 'database: connection closed')
    await park('p3', 'số điện thoại 0912345678', 'something older')
    await database.prisma.inboxUpdate.updateMany({
      where: { updateId: 'p3' },
      data: {
        address: 'telegram:-100',
        update: { ...update('p3', 'x'), address: { channel: 'telegram', chat: '-100' }, private: false } as never,
      },
    })
    const [shown] = await bot.does('thu-office', viec)
    const lines = shown?.text.split('\n').filter((line) => /^\d\. /.test(line)) ?? []
    expect(lines.map((line) => line.replace(/^(\d)\. .*?\d{4}, /, '$1. '))).toEqual([
      '1. nhóm Phòng *1*: chương trình gặp lỗi khi xử lý',
      '2. một người trên Telegram chưa khai tên: chưa ghi được vào cơ sở dữ liệu',
      '3. Lê Văn Khai (Telegram): chương trình gặp lỗi khi xử lý',
    ])
    expect(shown?.text).not.toMatch(/0912345678|Bí Mật|chat-p|user-p|-100|exist|telegram/)
    const [denied] = await bot.does('lan', viec)
    expect(denied?.text).not.toMatch(/Lê Văn Khai|chương trình gặp lỗi/)
  })

  test('shows the last ten and takes one up again at a touch, once', async () => {
    for (let number = 1; number <= 12; number++) await park(`p${number}`, 'xin chào', 'broken')
    const bot = await createTestApp(database, { campaign })
    const [shown] = await bot.does('thu-office', { kind: 'command', command: 'viec', argument: '' })
    expect(shown?.text).toContain('Đang chờ xử lý: 0. Đã dừng sau nhiều lần thử: 12')
    const retries = shown?.choices?.flat() ?? []
    expect(retries).toHaveLength(10)
    await bot.presses('thu-office', 'Thử lại số 1')
    expect(bot.sent.filter((one) => one.to.chat === 'chat-p12')).toHaveLength(1)
    expect(await createInboxStore(database).counts()).toEqual({ waiting: 0, parked: 11 })
    const [again] = await bot.does('thu-office', { kind: 'choice', id: retries[0]?.id ?? '' })
    expect(again?.text).toContain('không còn trong danh sách')
    await bot.does('lan', { kind: 'choice', id: retries[1]?.id ?? '' })
    expect(await createInboxStore(database).counts()).toEqual({ waiting: 0, parked: 11 })
  })

  test('the office hears of it, at most once an hour', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.does('thu-office', { kind: 'command', command: 'start', argument: '' })
    for (const chat of ['lan', 'nam']) {
      await createInboxStore(database).accept(update(chat, 'xin chào'))
      await database.prisma.inboxUpdate.updateMany({
        where: { updateId: chat },
        data: { attempts: 3, update: { ...update(chat, ''), input: { kind: 'choice' } } as never },
      })
    }
    await bot.app.drain()
    expect(await createInboxStore(database).counts()).toEqual({ waiting: 0, parked: 2 })
    const told = bot.sent.filter((one) => one.message.text.includes('chưa xử lý được'))
    expect(told.map((one) => one.to.chat)).toEqual(['thu-office'])
    const [shown] = await bot.presses('thu-office', '🛠 Sự cố cần xem')
    expect(shown?.text).toContain('Đã dừng sau nhiều lần thử: 2')
  })

  test('words that are taken up again are no answer to what is asked by then', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.does('lan', { kind: 'command', command: 'dangky', argument: '' })
    for (const words of ['cá nhân', 'Nguyễn Thị Lan', 'văn phòng', 'ldtt', 'xong', 'xong', 'gửi', '1'])
      await bot.says('lan', words)
    const form = await database.prisma.form.findFirstOrThrow()
    const late = {
      ...update('late', 'gửi'),
      address: { channel: 'telegram', chat: 'lan' },
      from: { id: 'lan' },
    } as const
    await createInboxStore(database).accept(late)
    await database.prisma.inboxUpdate.updateMany({ where: { updateId: 'late' }, data: { state: 'parked' } })
    await bot.does('thu-office', { kind: 'command', command: 'viec', argument: '' })
    await bot.presses('thu-office', 'Thử lại số 1')
    expect(await createInboxStore(database).counts()).toEqual({ waiting: 0, parked: 0 })
    expect(await database.prisma.pledge.count()).toBe(0)
    expect(await database.prisma.form.findFirstOrThrow()).toEqual(form)
    // The same word sends it when it is said now.
    await bot.says('lan', 'gửi')
    expect(await database.prisma.pledge.count()).toBe(1)
  })

  test('retry takes up only what was given up', async () => {
    const inbox = createInboxStore(database)
    await park('p1', 'xin chào', 'broken')
    const [parked] = await inbox.parked()
    expect(await inbox.retry(parked?.id ?? '')).toBe(true)
    expect(await inbox.retry(parked?.id ?? '')).toBe(false)
    for (const id of ['', 'x', '-1', '9'.repeat(30)]) expect(await inbox.retry(id)).toBe(false)
    expect(await inbox.counts()).toEqual({ waiting: 1, parked: 0 })
  })

  test('messages that were stopped for repeating are counted, without the address', async () => {
    const failed = { channel: 'telegram', lane: 'reply', kind: 'reply', message: {}, state: 'failed' }
    for (const reason of ['repeated: the same words', 'repeated: the same words', 'blocked: gone'])
      await database.prisma.delivery.create({
        data: { ...failed, address: 'telegram:987654', reason, endedAt: new Date() },
      })
    const bot = await createTestApp(database, { campaign })
    const [shown] = await bot.does('thu-office', { kind: 'command', command: 'viec', argument: '' })
    expect(shown?.text).toContain('2 tin trên Telegram bị chặn')
    expect(shown?.text).not.toContain('987654')
  })
})

function later(): Date {
  return new Date(Date.now() + 3_600_000)
}
