import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OutgoingMessage } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { readReceipts } from '../../src/db/receipts.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const approving = { ...campaign, approval: true }

// On the embedded database only: who plays these against a server must wait for more than `drain` waits for.
describe('the desk of the office on pglite', () => {
  let database: Database
  let bot: TestApp
  const author = 'thu-office'

  beforeAll(async () => {
    database = await createTestDatabase('pglite')
  })
  beforeEach(async () => {
    await emptyTables(database)
    bot = await createTestApp(database, { campaign })
    await greet(author)
  })
  afterAll(() => database.close())

  const texts = (messages: readonly OutgoingMessage[]) => messages.map((one) => one.text).join('\n---\n')
  const to = (chat: string) => bot.sent.filter((one) => one.to.chat === chat).map((one) => one.message)
  const labels = (message: OutgoingMessage | undefined) => (message?.choices ?? []).flat().map((one) => one.label)
  const press = (who: string, action: string, id: string) =>
    bot.does(who, { kind: 'choice', id: `do:broadcast-${action}:${id}` })
  const stateOf = async (id: string) => (await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).state

  async function greet(...people: string[]) {
    for (const one of people) await bot.says(one, 'chào')
  }
  async function write(words: string, { extras = [] as string[], whom = 'mọi người', when = '' } = {}) {
    await bot.does(author, { kind: 'choice', id: 'do:news-new' })
    await bot.says(author, words)
    for (const one of extras) await bot.says(author, one)
    await bot.says(author, 'xong')
    await bot.says(author, whom)
    if (when === '') return bot.says(author, 'gửi ngay')
    await bot.says(author, 'hẹn giờ')
    return bot.says(author, when)
  }
  async function send(words: string, options: Parameters<typeof write>[1] = {}) {
    // The newest is told by its time.
    bot.clock = new Date(bot.clock.getTime() + 1_000)
    await write(words, options)
    await bot.says(author, 'gửi')
    return database.prisma.broadcast.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  }
  async function becomes(id: string, person: string, state: string, reason: string | null = null) {
    await database.prisma.delivery.updateMany({
      where: { broadcastId: id, address: `telegram:${person}` },
      data: { state, reason },
    })
  }

  test('any number of test copies arrive, and alarm nobody', async () => {
    await greet('lan')
    await write('Thử', { extras: ['đã đọc'] })
    for (let time = 0; time < 6; time++) await bot.presses(author, '🧪 Gửi thử cho tôi')
    expect(to(author).filter((one) => one.text.startsWith('📣 Tin từ') && one.text.endsWith('Thử'))).toHaveLength(6)
    expect(await database.prisma.delivery.count({ where: { state: 'failed' } })).toBe(0)
    expect(await database.prisma.delivery.count({ where: { kind: 'alarm' } })).toBe(0)
    const said = texts(await bot.presses(author, '✅ Đã đọc'))
    expect(said).toContain('bản xem trước')
    expect(await database.prisma.acknowledgement.count()).toBe(0)
  })

  test('more links than there is room for are refused, and stay typed', async () => {
    await greet('lan')
    await bot.does(author, { kind: 'choice', id: 'do:news-new' })
    for (const one of ['Tin', '1,2,4', 'xong']) await bot.says(author, one)
    const said = texts(await bot.says(author, 'Một | https://a.vn/1\nHai | https://a.vn/2'))
    expect(said).toContain('gõ 2 liên kết')
    expect(said).toContain('còn chỗ cho 1')
    expect(said).toContain('https://a.vn/2')
    await bot.says(author, 'Một | https://a.vn/1')
    for (const one of ['mọi người', 'gửi ngay', 'gửi']) await bot.says(author, one)
    expect(to('lan').at(-1)?.choices?.flat()).toHaveLength(3)
  })

  test('what reaches nobody is not sent, and the form stays where that can be mended', async () => {
    await greet('lan')
    const card = texts(await write('Tin', { whom: 'chỉ các nhóm' }))
    expect(card).toContain('không có nơi nào nhận được')
    const [said] = await bot.says(author, 'gửi')
    expect(said?.text).toContain('không có nơi nào nhận được')
    expect(labels(said)).toContain('Mọi người (nhắn riêng) · 1')
    expect(await database.prisma.broadcast.count()).toBe(0)
    await bot.says(author, 'mọi người')
    await bot.says(author, 'gửi')
    expect(to('lan').at(-1)?.text).toContain('Tin')
  })

  test('that it was sent is said only where somebody has it', async () => {
    await greet('lan', 'nam')
    const { id } = await send('Tin', { extras: ['đã đọc'] })
    await becomes(id, 'lan', 'failed', 'blocked: by the user')
    const partly = texts(await press(author, 'open', id))
    expect(partly).toContain('có nơi chưa nhận được')
    expect(partly).toContain('Đã chặn trợ lý hoặc đã rời đi: 1')
    await becomes(id, 'nam', 'failed', 'rejected: x')
    const [none] = await press(author, 'open', id)
    expect(none?.text).toContain('Không gửi được cho nơi nào')
    expect(none?.text).not.toContain('Đã gửi xong')
    expect(labels(none)).not.toContain('👀 Ai chưa đọc')
    await becomes(id, 'nam', 'unknown')
    expect(texts(await press(author, 'open', id))).toContain('chưa rõ có đến không')
  })

  test('all have read it only where somebody has it; of others it is said what is known', async () => {
    await greet('lan', 'nam', 'mai')
    const { id } = await send('Tin', { extras: ['đã đọc'] })
    await bot.presses('lan', '✅ Đã đọc')
    await becomes(id, 'mai', 'failed', 'rejected: x')
    await database.prisma.delivery.create({
      data: { channel: 'telegram', address: 'telegram:-5', broadcastId: id, lane: 'bulk', kind: 'news', state: 'sent' },
    })
    const [list] = await press(author, 'unread', id)
    expect(list?.text).toContain('1 người đã nhận mà chưa bấm')
    expect(list?.text).toContain('Không tính 1 người chưa nhận được tin')
    expect(list?.text).toContain('1 nhóm; trong nhóm tôi không biết ai chưa đọc')
    await bot.presses('nam', '✅ Đã đọc')
    const all = texts(await press(author, 'unread', id))
    expect(all).toContain('Cả 2 người đã nhận tin')
    expect(all).toContain('Không tính 1 người')
    for (const one of ['lan', 'nam']) await becomes(id, one, 'failed', 'rejected: x')
    expect(texts(await press(author, 'unread', id))).toContain('Chưa có ai nhận tin này trong tin nhắn riêng')
  })

  test('a second reminder within the hour says when it may be done, and one after it goes out', async () => {
    await greet('lan')
    const { id } = await send('Tin', { extras: ['đã đọc'] })
    const reminded = () => to('lan').filter((one) => one.text.includes('Nhắc lại')).length
    await press(author, 'remind', id)
    const again = texts(await press(author, 'remind', id))
    expect(again).toContain('Đã nhắc lúc 08:00 10/11/2025. Có thể nhắc lại từ 09:00 10/11/2025')
    const [list] = await press(author, 'unread', id)
    expect(list?.text).toContain('Có thể nhắc lại từ 09:00')
    expect(labels(list)).toEqual(['👁 Xem tin này'])
    expect(reminded()).toBe(1)
    bot.clock = new Date('2025-11-10T09:01:00+07:00')
    expect(texts(await press(author, 'remind', id))).toContain('Đang nhắc 1 người')
    expect(reminded()).toBe(2)
  })

  test('a correction follows its reminders, and its card counts its own whatever is looked at meanwhile', async () => {
    await greet('lan')
    const { id } = await send('Họp 8h', { extras: ['đã đọc'] })
    await press(author, 'remind', id)
    await greet('nam')
    const other = await send('Tin khác')
    await press(author, 'correct', id)
    await press(author, 'open', other.id)
    const card = texts(await bot.says(author, 'Họp 9h'))
    expect(card).toContain('Số nơi đã nhận tin: 1')
    await press(author, 'open', other.id)
    await bot.says(author, 'sửa nội dung')
    expect(texts(await bot.says(author, 'Họp 9h'))).toContain('Số nơi đã nhận tin: 1')
    await bot.says(author, 'gửi')
    const changed = to('lan').filter((one) => one.replaces !== undefined)
    expect(changed.map((one) => one.text)).toEqual([
      expect.stringContaining('Họp 9h'),
      expect.stringContaining('Họp 9h'),
    ])
    expect(new Set(changed.map((one) => one.replaces)).size).toBe(2)
  })

  test('one that is cancelled or held with copies out shows its share, can be corrected and asked about', async () => {
    await greet('lan', 'nam', 'mai', 'hoa')
    const { id } = await send('Họp 8h', { extras: ['đã đọc'] })
    for (const one of ['nam', 'mai', 'hoa']) await becomes(id, one, 'queued')
    await database.prisma.broadcast.update({ where: { id }, data: { state: 'paused', endedAt: null } })
    const [held] = await press(author, 'open', id)
    expect(labels(held)).toEqual(['▶️ Gửi tiếp', '⛔ Hủy gửi', '✏️ Đính chính tin đã gửi', '👀 Ai chưa đọc'])
    expect((await press(author, 'cancel-yes', id))[0]?.text).toMatch(/^⛔ Đã hủy, các tin chưa gửi được bỏ\D*$/)
    const [card] = await press(author, 'open', id)
    expect(card?.text).toContain('▓▓░░░░░░░░ đã ra ngoài 25% của 4')
    expect(card?.text).toContain('Đã bỏ, không gửi: 3')
    expect(labels(card)).toEqual(['📄 Biên bản gửi tin', '✏️ Đính chính tin đã gửi', '👀 Ai chưa đọc'])
    expect(texts(await press(author, 'unread', id))).toContain('1 người đã nhận')
    await press(author, 'correct', id)
    await bot.says(author, 'Họp 9h')
    await bot.says(author, 'gửi')
    expect(to('lan').at(-1)?.text).toContain('Họp 9h')
    expect(to('nam').filter((one) => one.text.includes('Họp 9h'))).toEqual([])
    expect(await stateOf(id)).toBe('cancelled')
  })

  test('who taps the button that sends several times is told that it was heard', async () => {
    await greet('lan')
    const [card] = (await write('Họp 8h')).slice(-1)
    const choice = card?.choices?.flat().find((one) => one.label === '📣 Gửi')
    const tap = () => bot.does(author, { kind: 'choice', id: choice?.id ?? '' })
    await tap()
    const [again] = await tap()
    expect(again?.text).toBe('Tin đã được nhận lệnh gửi, đồng chí không cần bấm lại.')
    expect(labels(again)).toEqual(['👁 Xem tin này'])
    expect(await database.prisma.broadcast.count()).toBe(1)
  })

  test('words that say so right after the news acknowledge it, and the reminder as well', async () => {
    await greet('lan', 'nam', 'mai')
    const { id } = await send('Họp 8h', { extras: ['đã đọc'] })
    const readers = () => database.prisma.acknowledgement.count({ where: { broadcastId: id } })
    expect(texts(await bot.says('lan', 'da doc'))).toContain('Đã ghi nhận')
    await bot.says('nam', 'chào')
    expect(texts(await bot.says('nam', 'đã hiểu'))).not.toContain('Đã ghi nhận')
    expect(await readers()).toBe(1)
    await press(author, 'remind', id)
    expect(texts(await bot.says('mai', 'tôi đã đọc rồi ạ'))).toContain('Đã ghi nhận')
    expect(await readers()).toBe(2)
    await send('Không cần xác nhận')
    expect(texts(await bot.says('lan', 'đã đọc'))).not.toContain('Đã ghi nhận')
  })

  test('a button that is typed is that button', async () => {
    await greet('lan')
    const { id } = await send('Họp 8h', { extras: ['đã đọc'] })
    await bot.does(author, { kind: 'command', command: 'tin', argument: '' })
    expect(texts(await bot.says(author, 'Xem tin 1'))).toContain('Đã gửi xong')
    await press(author, 'open', id)
    expect(texts(await bot.says(author, 'biên bản gửi tin'))).toContain('Biên bản đang được lập')
    await press(author, 'open', id)
    expect(texts(await bot.says(author, 'ai chua doc'))).toContain('1 người đã nhận')
    expect(texts(await bot.says(author, 'nhắc đúng 1 người này'))).toContain('Đang nhắc 1 người')
  })

  test('one that goes out is stopped in words, and waits while it is asked whether to give it up', async () => {
    await greet('lan', 'nam')
    const { id } = await send('Họp 8h')
    const open = async (state: string) => {
      await becomes(id, 'nam', 'queued')
      await database.prisma.delivery.updateMany({
        where: { broadcastId: id, address: 'telegram:nam' },
        data: { dueAt: new Date('2999-01-01') },
      })
      await database.prisma.broadcast.update({ where: { id }, data: { state, endedAt: null } })
      await bot.says(author, 'chào')
    }
    for (const words of ['tạm dừng', 'dừng gửi', 'dừng lại đi', 'tam dung gui tin']) {
      await open('sending')
      expect(texts(await bot.says(author, words))).toContain('Đã tạm dừng')
      expect(await stateOf(id)).toBe('paused')
    }
    await open('sending')
    const [asked] = await bot.says(author, 'hủy gửi')
    expect(asked?.text).toContain('có chắc chắn hủy không')
    expect(labels(asked)).toEqual(['Hủy hẳn', '▶️ Gửi tiếp'])
    expect(await stateOf(id)).toBe('paused')
    await bot.says(author, 'gửi tiếp')
    expect(await stateOf(id)).toBe('sending')
    await bot.says(author, 'hủy gửi')
    await bot.says(author, 'hủy hẳn')
    expect(await stateOf(id)).toBe('cancelled')
    expect(texts(await bot.says(author, 'tạm dừng'))).toContain('không còn làm được')
  })

  test('what is asked of news in words is asked of the newest that it can be', async () => {
    await greet('lan')
    expect(texts(await bot.says(author, 'biên bản'))).not.toContain('Biên bản đang được lập')
    await send('Họp 8h', { extras: ['đã đọc'] })
    await send('Tin khác', { when: '16h30' })
    await bot.says(author, 'chào')
    expect(texts(await bot.says(author, 'ai chưa đọc'))).toContain('1 người đã nhận')
    await bot.says(author, 'chào')
    expect(texts(await bot.says(author, 'biên bản'))).toContain('Biên bản đang được lập')
    await bot.says(author, 'chào')
    expect(texts(await bot.says(author, 'nhắc người chưa đọc'))).toContain('Đang nhắc 1 người')
    await send('Tin nữa', { when: '17h30' })
    expect(texts(await bot.says(author, 'hủy gửi'))).toContain('Các tin gần đây')
    expect(texts(await bot.says(author, 'đính chính'))).toContain('gõ lại toàn bộ nội dung đúng')
  })

  test('what is not over stands first in the list', async () => {
    await greet('lan')
    await send('Hẹn', { when: '16h30' })
    const sent = await send('Tin')
    await database.prisma.broadcast.createMany({
      data: Array.from({ length: 7 }, (_, number) => ({
        ...{ id: `sent-${number}`, campaignId: sent.campaignId, byPerson: sent.byPerson, state: 'done' },
        ...{ content: { text: `Tin ${number}`, spans: [], buttons: [] }, audience: sent.audience ?? {} },
        ...{ createdAt: new Date(sent.createdAt.getTime() + 1_000 + number), endedAt: bot.clock },
      })),
    })
    const [list] = await bot.does(author, { kind: 'command', command: 'tin', argument: '' })
    expect(list?.text).toContain('1. 16:30 10/11/2025 · hẹn giờ · Hẹn')
    expect(list?.text).toContain('Tin 6')
  })

  describe('where somebody has to agree', () => {
    beforeEach(async () => {
      await emptyTables(database)
      bot = await createTestApp(database, { campaign: approving })
      await greet(author, 'lan')
    })

    test('and there is nobody, it says so at once and keeps what was written', async () => {
      const card = texts(await write('Tin'))
      expect(card).toContain('Chưa có ai duyệt được')
      expect(card).toContain('OWNERS')
      expect(texts(await bot.says(author, 'gửi'))).toContain('Chưa gửi gì cả')
      expect(await database.prisma.broadcast.count()).toBe(0)
      await greet('minh-office')
      await bot.says(author, 'gửi')
      expect(await database.prisma.broadcast.count()).toBe(1)
    })

    test('nobody agrees to their own, and to look at it is not to have read it', async () => {
      await greet('minh-office')
      const { id } = await send('Tin', { extras: ['đã đọc'] })
      for (const action of ['approve', 'approve-now', 'refuse'])
        expect(texts(await press(author, action, id))).toContain('phải một đồng chí khác duyệt')
      await bot.presses('minh-office', '✅ Đã đọc')
      expect(await database.prisma.acknowledgement.count()).toBe(0)
      expect(await stateOf(id)).toBe('awaiting')
    })

    test('and its time has passed, it goes out only if it is still wanted', async () => {
      await greet('minh-office')
      const { id } = await send('Tin', { when: '16h30' })
      bot.clock = new Date('2025-11-10T17:00:00+07:00')
      const [asked] = await bot.presses('minh-office', '✅ Đồng ý cho gửi')
      expect(asked?.text).toContain('hẹn gửi lúc 16:30 10/11/2025, nay đã 17:00')
      expect(labels(asked)).toEqual(['✅ Gửi ngay', 'Không đồng ý'])
      expect(await stateOf(id)).toBe('awaiting')
      expect(texts(to('lan'))).not.toContain('Tin từ thường trực')
      await bot.presses('minh-office', '✅ Gửi ngay')
      expect(texts(to('lan'))).toContain('Tin từ thường trực')
    })

    test('in time, it goes out at its time', async () => {
      await greet('minh-office')
      const { id } = await send('Tin', { when: '16h30' })
      expect(texts(await bot.presses('minh-office', '✅ Đồng ý cho gửi'))).toContain('lúc 16:30 10/11/2025')
      expect(await stateOf(id)).toBe('scheduled')
    })
  })

  test('receipts come page by page, each once and in order, with the group or person that they are', async () => {
    await greet('lan')
    const { id } = await send('Tin')
    await database.prisma.delivery.deleteMany({ where: { broadcastId: id } })
    await database.prisma.group.create({
      data: { channel: 'telegram', chat: '-7', title: 'Phòng 1', state: 'present' },
    })
    await database.prisma.delivery.createMany({
      data: Array.from({ length: 4_500 }, (_, number) => ({
        channel: 'telegram',
        address: number === 0 ? 'telegram:-7:3' : `telegram:${number}`,
        broadcastId: id,
        lane: 'bulk',
        kind: 'news',
        state: 'sent',
      })),
    })
    const pages: number[] = []
    const addresses: string[] = []
    const groups: (string | null)[] = []
    for await (const page of readReceipts(database.prisma, id)) {
      pages.push(page.length)
      addresses.push(...page.map((one) => one.address))
      groups.push(...page.map((one) => one.group))
    }
    expect(pages).toEqual([2_000, 2_000, 500])
    expect(new Set(addresses).size).toBe(4_500)
    expect(groups.slice(0, 2)).toEqual(['Phòng 1', null])
  })
})
