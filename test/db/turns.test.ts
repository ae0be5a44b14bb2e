import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Turn } from '../../src/core/conversation/turn.ts'
import type { IncomingUpdate } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { createInboxStore } from '../../src/db/inbox-store.ts'
import { createTurnStore, type Handled } from '../../src/db/turn-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign } from '../support/test-app.ts'

const campaign = await readCampaign()
const silent: Handled = { outcome: { say: [], effects: [] }, messages: [], kind: 'reply' }

function update(id: string, chat: string, words = 'xin chào'): IncomingUpdate {
  return {
    id,
    address: { channel: 'telegram', chat },
    from: { id: chat },
    private: true,
    addressed: true,
    input: { kind: 'text', text: words },
  }
}

const wordsOf = (turn: Turn) => (turn.update.input.kind === 'text' ? turn.update.input.text : '')

describeEachDatabase('turns', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  const createTurns = () =>
    createTurnStore(database, {
      campaign,
      timezone: 'Asia/Ho_Chi_Minh',
      clock: () => new Date('2025-11-10T01:00:00Z'),
      roleOf: () => 'staff',
      apology: () => [{ id: 'sorry', text: 'xin lỗi' }],
    })

  test('an update delivered twice is one turn', async () => {
    const inbox = createInboxStore(database)
    await Promise.all([inbox.accept(update('7', 'lan')), inbox.accept(update('7', 'lan'))])
    const turns = createTurns()
    expect([await turns.handleNext(() => silent), await turns.handleNext(() => silent)]).toEqual(['handled', 'idle'])
  })

  test('one address is served in order and never twice at once, others beside it', async () => {
    const inbox = createInboxStore(database)
    for (let number = 1; number <= 6; number++) {
      await inbox.accept(update(`a${number}`, 'an', String(number)))
      await inbox.accept(update(`b${number}`, 'binh', String(number)))
    }
    const seen: Record<string, string[]> = { an: [], binh: [] }
    const turns = createTurns()
    const note = (turn: Turn): Handled => {
      seen[turn.update.from.id]?.push(wordsOf(turn))
      return silent
    }
    const worker = async () => {
      for (let rounds = 0; rounds < 40; rounds++) await turns.handleNext(note)
    }
    await Promise.all([worker(), worker(), worker()])
    expect(seen).toEqual({ an: ['1', '2', '3', '4', '5', '6'], binh: ['1', '2', '3', '4', '5', '6'] })
  })

  test('a turn that throws leaves nothing behind, is tried again, and is parked with its reason', async () => {
    await createInboxStore(database).accept(update('1', 'lan'))
    const turns = createTurns()
    for (let attempt = 0; attempt < 4; attempt++) {
      await database.prisma.inboxUpdate.updateMany({ data: { dueAt: new Date(0) } })
      const outcome = await turns.handleNext(() => {
        throw new Error('broken on purpose')
      })
      expect(outcome).toBe('failed')
    }
    expect(await database.prisma.person.count()).toBe(0)
    expect(await database.prisma.delivery.findMany()).toMatchObject([
      { address: 'telegram:lan', message: { text: 'xin lỗi' } },
    ])
    expect(await database.prisma.inboxUpdate.findFirst()).toMatchObject({
      state: 'parked',
      attempts: 4,
      error: 'broken on purpose',
    })
  })

  test('a parked update does not hold up the next one', async () => {
    const inbox = createInboxStore(database)
    await inbox.accept(update('1', 'lan'))
    await database.prisma.inboxUpdate.updateMany({ data: { state: 'parked' } })
    await inbox.accept(update('2', 'lan'))
    expect(await createTurns().handleNext(() => silent)).toBe('handled')
    expect(await inbox.counts()).toEqual({ waiting: 0, parked: 1 })
  })

  test('nobody reaches the pledge of another, whatever a button says', async () => {
    const bot = await createTestApp(database, { campaign })
    await register(bot, 'lan', 'Nguyễn Thị Lan')
    const { code, id } = await database.prisma.pledge.findFirstOrThrow()
    for (const action of ['withdraw-yes', 'withdraw-pledge', 'change-pledge'])
      await bot.does('nam', { kind: 'choice', id: `do:${action}:${code}` })
    expect(await database.prisma.pledge.findUnique({ where: { id } })).toMatchObject({ state: 'submitted' })
    expect(
      bot.sent.filter((one) => one.to.chat === 'nam').some((one) => one.message.text.includes('Nguyễn Thị Lan')),
    ).toBe(false)
  })

  test('every step in the life of a pledge stays in its history, and consent is kept as given', async () => {
    const bot = await createTestApp(database, { campaign })
    await register(bot, 'lan', 'Nguyễn Thị Lan')
    await bot.says('lan', 'sửa đăng ký')
    await bot.says('lan', 'sửa tên')
    await bot.says('lan', 'Nguyễn Thị Lân')
    await bot.says('lan', 'gửi')
    await bot.says('lan', 'rút đăng ký')
    await bot.presses('lan', 'Rút bản đăng ký này')
    const events = await database.prisma.pledgeEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map((event) => [event.kind, (event.content as { name: string }).name])).toEqual([
      ['submitted', 'Nguyễn Thị Lan'],
      ['changed', 'Nguyễn Thị Lân'],
      ['withdrawn', 'Nguyễn Thị Lân'],
    ])
    const consents = await database.prisma.consent.findMany({ orderBy: { id: 'asc' } })
    expect(consents.map(({ purpose, given }) => [purpose, given])).toEqual([
      ['register', true],
      ['remind', false],
      ['count', false],
    ])
  })

  test('what a group says among itself is not stored', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.does('lan', { kind: 'text', text: 'chuyện riêng' }, { private: false, addressed: false })
    expect(await database.prisma.inboxUpdate.count()).toBe(0)
  })
})

async function register(bot: Awaited<ReturnType<typeof createTestApp>>, person: string, name: string): Promise<void> {
  await bot.does(person, { kind: 'command', command: 'dangky', argument: '' })
  for (const words of ['cá nhân', name, 'văn phòng', 'ldtt', 'xong', 'xong', 'gửi', '1', 'gửi'])
    await bot.says(person, words)
}
