import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Turn } from '../../src/core/conversation/turn.ts'
import type { IncomingUpdate } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { createInboxStore } from '../../src/db/inbox-store.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import type { Handled } from '../../src/db/store-turns.ts'
import { createTurnStore } from '../../src/db/turn-store.ts'
import { createCampaignView } from '../../src/db/unit-store.ts'
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

const answering = (words: string): Handled => ({ ...silent, messages: [{ id: words, text: words }] })

function broken(): never {
  throw new Error('broken on purpose')
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
      campaigns: createCampaignView(campaign),
      timezone: 'Asia/Ho_Chi_Minh',
      clock: () => new Date('2025-11-10T01:00:00Z'),
      seatOf: () => ({ role: 'staff' }),
      taking: createOutboxStore(database, 'me').taking,
      apology: (_update, locale) => [{ id: 'sorry', text: `xin lỗi (${locale})` }],
    })

  const addressesTold = async () =>
    (await database.prisma.delivery.findMany({ orderBy: { address: 'asc' } })).map((row) => row.address)

  test('an update delivered twice is one turn', async () => {
    const inbox = createInboxStore(database)
    await Promise.all([inbox.accept(update('7', 'lan')), inbox.accept(update('7', 'lan'))])
    const turns = createTurns()
    expect(await turns.handleNext(() => silent, 10)).toMatchObject({ handled: 1, failed: [] })
    expect(await turns.handleNext(() => silent, 10)).toMatchObject({ handled: 0, failed: [] })
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
      for (let rounds = 0; rounds < 40; rounds++) await turns.handleNext(note, 4)
    }
    await Promise.all([worker(), worker(), worker()])
    expect(seen).toEqual({ an: ['1', '2', '3', '4', '5', '6'], binh: ['1', '2', '3', '4', '5', '6'] })
  })

  test('a turn that throws changes nothing but that we met, is tried again, and is parked with its reason', async () => {
    await createInboxStore(database).accept(update('1', 'lan'))
    const turns = createTurns()
    for (let attempt = 0; attempt < 4; attempt++) {
      await database.prisma.inboxUpdate.updateMany({ data: { dueAt: new Date(0) } })
      const { handled, failed } = await turns.handleNext(broken, 10)
      expect([handled, failed.length]).toEqual([0, 1])
    }
    expect(await database.prisma.form.count()).toBe(0)
    expect(await database.prisma.delivery.findMany()).toMatchObject([
      { address: 'telegram:lan', message: { text: 'xin lỗi (vi)' } },
    ])
    expect(await database.prisma.inboxUpdate.findFirst()).toMatchObject({
      state: 'parked',
      attempts: 4,
      error: 'program: broken on purpose',
    })
  })

  test('a language that was chosen stays, whatever language the client reports; one that was not follows the client', async () => {
    const bot = await createTestApp(database, { campaign })
    const says = (who: string, language: string) =>
      bot.does(who, { kind: 'command', command: 'trogiup', argument: '' }, { from: { id: who, language } })
    await says('lan', 'vi')
    await bot.does('lan', { kind: 'choice', id: 'do:language:vi' })
    await says('nam', 'vi')
    for (const language of ['en', 'vi', 'en-GB', 'en']) {
      const [mine] = await says('lan', language)
      expect(mine?.text).toContain('đồng chí')
      const [his] = await says('nam', language)
      expect(his?.text.includes('đồng chí')).toBe(language === 'vi')
    }
    // Chosen once more: again for good.
    await bot.does('lan', { kind: 'choice', id: 'do:language:en' }, { from: { id: 'lan', language: 'vi' } })
    const [now] = await says('lan', 'vi')
    expect(now?.text).not.toContain('đồng chí')
  })

  test('a parked update does not hold up the next one', async () => {
    const inbox = createInboxStore(database)
    await inbox.accept(update('1', 'lan'))
    await database.prisma.inboxUpdate.updateMany({ data: { state: 'parked' } })
    await inbox.accept(update('2', 'lan'))
    expect(await createTurns().handleNext(() => silent, 10)).toMatchObject({ handled: 1 })
    expect(await inbox.counts()).toEqual({ waiting: 0, parked: 1 })
  })

  test('of a batch, the turn that throws is left out and the others are stored', async () => {
    const inbox = createInboxStore(database)
    for (const chat of ['an', 'binh', 'chi']) await inbox.accept(update(chat, chat))
    const { handled, failed } = await createTurns().handleNext(
      (turn) => (turn.update.id === 'binh' ? broken() : answering('chào')),
      10,
    )
    expect([handled, failed.length]).toEqual([2, 1])
    expect(await addressesTold()).toEqual(['telegram:an', 'telegram:chi'])
    expect(await database.prisma.inboxUpdate.findMany({ where: { state: 'waiting' } })).toMatchObject([
      { address: 'telegram:binh', attempts: 1, error: 'program: broken on purpose' },
    ])
  })

  test('of a batch, the turn that cannot be stored is found, parked alone, and its person told', async () => {
    const inbox = createInboxStore(database)
    for (const chat of ['an', 'binh', 'chi']) await inbox.accept(update(chat, chat))
    const turns = createTurns()
    // A pledge that nobody has can be decided, but not stored.
    const withdrawing = { kind: 'withdraw-pledge', id: 'nobody has it', version: 1 } as const
    const handle = (turn: Turn): Handled =>
      turn.update.id === 'binh'
        ? { ...answering('rút'), outcome: { say: [], effects: [withdrawing] } }
        : answering('chào')
    expect(await turns.handleNext(handle, 10)).toMatchObject({ handled: 2, failed: [{}] })
    expect(await addressesTold()).toEqual(['telegram:an', 'telegram:chi'])
    for (let attempt = 0; attempt < 3; attempt++) {
      await database.prisma.inboxUpdate.updateMany({ data: { dueAt: new Date(0) } })
      await turns.handleNext(handle, 10)
    }
    expect(await inbox.counts()).toEqual({ waiting: 0, parked: 1 })
    expect((await database.prisma.delivery.findMany()).map((row) => (row.message as { text: string }).text)).toEqual([
      'chào',
      'chào',
      'xin lỗi (undefined)',
    ])
  })

  test('answers are taken as they are written, the first of each address and only as many as there are places', async () => {
    const inbox = createInboxStore(database)
    for (const chat of ['an', 'binh', 'chi']) await inbox.accept(update(chat, chat))
    await database.prisma.delivery.create({
      data: { channel: 'telegram', address: 'telegram:an', lane: 'reply', kind: 'reply', message: { text: 'earlier' } },
    })
    const twice = (): Handled => ({ ...silent, messages: ['một', 'hai'].map((words) => ({ id: words, text: words })) })
    const { begun, queued } = await createTurns().handleNext(twice, 10, 2)
    // Before the answer to an another one waits, and for that to chi there is no place.
    expect(begun.map((one) => [one.address, one.message.text, one.attempts])).toEqual([['telegram:binh', 'một', 1]])
    expect(queued).toBe(5)
    const outbox = createOutboxStore(database, 'other')
    expect((await outbox.takeReplies(['telegram'], 10)).map((one) => one.message.text)).toEqual(['earlier', 'một'])
    for (const delivery of begun)
      await outbox.settle({ delivery, verdict: { state: 'sent', externalId: '1', spaceMs: 0 } })
    expect((await outbox.takeReplies(['telegram'], 10)).map((one) => one.message.text)).toEqual(['hai'])
  })

  test('answers that were taken although the transaction failed are nobody’s', async () => {
    const inbox = createInboxStore(database)
    await inbox.accept(update('1', 'an'))
    const bad = (): Handled => ({
      ...answering('x'),
      outcome: { say: [], effects: [{ kind: 'withdraw-pledge', id: 'no', version: 1 }] },
    })
    expect(await createTurns().handleNext(bad, 10, 10)).toMatchObject({ handled: 0, begun: [] })
    expect(await database.prisma.delivery.count()).toBe(0)
  })

  test('one person at two addresses takes one turn after the other, each seeing what the one before did', async () => {
    const inbox = createInboxStore(database)
    const inGroup = { address: { channel: 'telegram', chat: '-100' }, private: false } as const
    await inbox.accept(update('1', 'lan'))
    await inbox.accept({ ...update('2', 'lan'), ...inGroup })
    await inbox.accept(update('3', 'nam'))
    const turns = createTurns()
    const seen: (string | undefined)[] = []
    const named = (turn: Turn): Handled => {
      if (turn.update.from.id === 'lan') seen.push(turn.person.name)
      return { ...silent, outcome: { say: [], effects: [{ kind: 'profile', name: 'Lan' }] } }
    }
    expect(await turns.handleNext(named, 10)).toMatchObject({ handled: 2 })
    expect(await turns.handleNext(named, 10)).toMatchObject({ handled: 1 })
    expect(seen).toEqual([undefined, 'Lan'])
    expect(await database.prisma.person.count()).toBe(2)
  })

  test('two instances that meet a stranger at once make one person of them', async () => {
    const inbox = createInboxStore(database)
    const inGroup = { address: { channel: 'telegram', chat: '-100' }, private: false } as const
    await inbox.accept(update('1', 'lan'))
    await inbox.accept({ ...update('2', 'lan'), ...inGroup })
    const [one, other] = [createTurns(), createTurns()]
    await Promise.all([one.handleNext(() => silent, 1), other.handleNext(() => silent, 1)])
    await database.prisma.inboxUpdate.updateMany({ data: { dueAt: new Date(0) } })
    await one.handleNext(() => silent, 10)
    expect(await inbox.counts()).toEqual({ waiting: 0, parked: 0 })
    expect([await database.prisma.person.count(), await database.prisma.account.count()]).toEqual([1, 1])
  })

  test('where more is waiting than can be written, an update is refused at once and the rest is kept', async () => {
    const inbox = createInboxStore(database)
    const all = Array.from({ length: 5_010 }, (_, index) => inbox.accept(update(String(index), String(index))))
    const outcomes = await Promise.allSettled(all)
    const stored = outcomes.filter((one) => one.status === 'fulfilled').length
    expect(stored).toBe(5_000)
    expect(await inbox.counts()).toEqual({ waiting: stored, parked: 0 })
    await expect(inbox.accept(update('5009', '5009'))).resolves.toBeUndefined()
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
