import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OutgoingMessage } from '../../src/core/message.ts'
import { createBroadcastStore } from '../../src/db/broadcast-store.ts'
import type { Database } from '../../src/db/client.ts'
import { createFileStore } from '../../src/db/file-store.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const approving = { ...campaign, approval: true }

describeEachDatabase('broadcasts', (open) => {
  let database: Database
  let bot: TestApp
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await emptyTables(database)
    bot = await createTestApp(database, { campaign })
    await bot.says('thu-office', 'chào')
  })
  afterAll(() => database.close())

  const author = 'thu-office'
  const texts = (messages: readonly OutgoingMessage[]) => messages.map((one) => one.text)
  const to = (chat: string) => bot.sent.filter((one) => one.to.chat === chat).map((one) => one.message)
  const news = (chat: string) => to(chat).filter((one) => one.text.includes('Tin từ thường trực'))
  const labels = (message: OutgoingMessage | undefined) => (message?.choices ?? []).flat().map((one) => one.label)

  async function greet(...people: string[]) {
    for (const one of people) await bot.says(one, 'chào')
  }
  /** Writes a message up to the card: `extras` are ticked, `whom` is chosen, `when` typed where it is not now. */
  async function write(words: string, { extras = [] as string[], whom = 'mọi người', when = '', by = author } = {}) {
    await bot.does(by, { kind: 'command', command: 'tin', argument: '' })
    if (!(await database.prisma.form.findFirst())) await bot.presses(by, '✍️ Soạn tin mới')
    await bot.says(by, words)
    for (const one of extras) await bot.says(by, one)
    await bot.says(by, 'xong')
    await bot.says(by, whom)
    if (when === '') return bot.says(by, 'gửi ngay')
    await bot.says(by, 'hẹn giờ')
    return bot.says(by, when)
  }
  async function send(words: string, options: Parameters<typeof write>[1] = {}) {
    // The newest is told by its time.
    bot.clock = new Date(bot.clock.getTime() + 1_000)
    await write(words, options)
    await bot.says(options?.by ?? author, 'gửi')
    return database.prisma.broadcast.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  }
  const rows = (id: string) => database.prisma.delivery.findMany({ where: { broadcastId: id }, orderBy: { id: 'asc' } })
  const stateOf = async (id: string) => (await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).state

  test('formatting, a photo and buttons arrive as they were written', async () => {
    await greet('lan')
    await bot.does(author, { kind: 'command', command: 'tin', argument: '' })
    const spans = [{ offset: 0, length: 4, style: 'bold' }] as const
    const file = { kind: 'photo', channel: 'telegram', id: 'AgAC' } as const
    await bot.does(author, { kind: 'file', file, caption: 'Mời các đồng chí', spans })
    await bot.says(author, '1,4')
    await bot.says(author, 'xong')
    await bot.says(author, 'Kế hoạch | https://camau.gov.vn/ke-hoach')
    await bot.says(author, 'mọi người')
    await bot.says(author, 'gửi ngay')
    const preview = (await bot.presses(author, '👁 Xem trước'))[1]
    await bot.presses(author, '📣 Gửi')
    const [got] = news('lan')
    expect(got).toMatchObject({ file, text: '📣 Tin từ thường trực thi đua\n\nMời các đồng chí' })
    expect(got?.spans?.at(-1)).toEqual({ offset: got?.text.indexOf('Mời'), length: 4, style: 'bold' })
    expect(got?.choices?.flat()).toMatchObject([{ id: 'dangky' }, { url: 'https://camau.gov.vn/ke-hoach' }])
    expect(preview).toMatchObject({ text: got?.text, spans: got?.spans, choices: got?.choices, file })
  })

  test('a test goes to the author alone', async () => {
    await greet('lan')
    await write('Thử')
    expect(texts(await bot.presses(author, '🧪 Gửi thử cho tôi')).join()).toContain('Thử')
    expect(news('lan')).toEqual([])
    expect(await database.prisma.broadcast.count()).toBe(0)
  })

  test('goes out at its time to who is there then, once, whoever looks', async () => {
    await greet('lan')
    expect(texts(await write('Họp', { when: '7h' })).join()).toContain('đã qua rồi')
    await bot.says(author, '16h30')
    await bot.says(author, 'gửi')
    expect(labels(to(author).at(-1))).toEqual(['⛔ Hủy gửi'])
    await greet('nam')
    await bot.app.drain()
    expect([news('lan'), news('nam')]).toEqual([[], []])
    bot.clock = new Date('2025-11-10T16:30:00+07:00')
    const other = await createTestApp(database, { campaign, now: '2025-11-10T16:30:00+07:00' })
    await Promise.all([bot.app.drain(), other.app.drain()])
    const all = [...bot.sent, ...other.sent].filter((one) => one.message.text.includes('Họp') && one.to.chat !== author)
    expect(all.map((one) => one.to.chat).sort()).toEqual(['lan', 'nam'])
  })

  test('shows its figures in one message that changes itself, and holds, goes on and stops when told', async () => {
    await greet('lan', 'nam', 'mai')
    const { id } = await send('Họp')
    const shown = to(author).filter((one) => one.text.includes('% của 3'))
    expect(shown.length).toBeGreaterThan(1)
    expect(shown[0]?.replaces).toBeUndefined()
    expect(new Set(shown.slice(1).map((one) => one.replaces)).size).toBe(1)
    expect(shown.at(-1)?.text).toContain('100% của 3')

    // As if none had gone out yet.
    await database.prisma.delivery.updateMany({ where: { broadcastId: id }, data: { state: 'queued' } })
    await database.prisma.broadcast.update({ where: { id }, data: { state: 'paused', endedAt: null } })
    await bot.app.drain()
    expect((await rows(id)).map((row) => row.state)).toEqual(['queued', 'queued', 'queued'])
    expect(labels(to(author).at(-1))).toEqual(['▶️ Gửi tiếp', '⛔ Hủy gửi'])
    await bot.presses(author, '⛔ Hủy gửi')
    expect(to(author).at(-1)?.text).toContain('Còn 3 tin chưa gửi')
    expect(await stateOf(id)).toBe('paused')
    await bot.presses(author, 'Hủy hẳn')
    expect((await rows(id)).map((row) => row.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'cancelled',
      endedAt: bot.clock,
    })
    expect(texts(await bot.presses(author, '▶️ Gửi tiếp')).join()).toContain('không còn làm được')
    expect(await stateOf(id)).toBe('cancelled')
  })

  test('nobody but the office moves it, whatever button they have', async () => {
    await greet('lan')
    const { id } = await send('Họp', { when: '16h30' })
    for (const action of ['cancel-yes', 'approve', 'certificate', 'unread', 'remind', 'open'])
      await bot.does('lan', { kind: 'choice', id: `do:broadcast-${action}:${id}` })
    expect(texts(to('lan')).join()).not.toContain('Họp')
    expect(await stateOf(id)).toBe('scheduled')
  })

  test('where the campaign asks for it, a second person lets it go out', async () => {
    await emptyTables(database)
    bot = await createTestApp(database, { campaign: approving })
    await greet(author, 'lan', 'minh-office')
    const { id } = await send('Họp')
    expect(await stateOf(id)).toBe('awaiting')
    expect(texts(to('minh-office')).join()).toContain('chờ đồng chí duyệt')
    expect(texts(to(author)).join()).not.toContain('chờ đồng chí duyệt')
    await bot.does(author, { kind: 'choice', id: `do:broadcast-approve:${id}` })
    expect(await stateOf(id)).toBe('awaiting')
    expect(news('lan')).toEqual([])
    await bot.presses('minh-office', '✅ Đồng ý cho gửi')
    expect(news('lan')).toHaveLength(1)
    expect(await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'done' })
    const refused = await send('Lần hai')
    await bot.presses('minh-office', 'Không đồng ý')
    expect(await stateOf(refused.id)).toBe('cancelled')
    expect(to(author).at(-1)?.text).toContain('không đồng ý')
    expect(news('lan')).toHaveLength(1)
  })

  test('who has not read it is known, and exactly those are reminded, once an hour', async () => {
    await greet('lan', 'nam', 'mai')
    const { id } = await send('Đọc nhé', { extras: ['đã đọc'] })
    await bot.presses('lan', '✅ Đã đọc')
    await bot.presses('lan', '✅ Đã đọc')
    expect(await database.prisma.acknowledgement.count()).toBe(1)
    await database.prisma.person.updateMany({
      where: { accounts: { some: { userId: 'nam' } } },
      data: { name: 'Lê Nam' },
    })
    const [said] = await bot.presses(author, '👀 Ai chưa đọc')
    expect(said?.text).toContain('2 người')
    expect(said?.text).toContain('Lê Nam')
    await bot.presses(author, '🔔 Nhắc đúng 2 người này')
    await bot.presses(author, '🔔 Nhắc đúng 2 người này')
    const reminded = (chat: string) => to(chat).filter((one) => one.text.includes('Nhắc lại')).length
    expect(['lan', 'nam', 'mai', author].map(reminded)).toEqual([0, 1, 1, 0])
    await bot.presses('nam', '✅ Đã đọc')
    await bot.does('mai', { kind: 'command', command: 'start', argument: `ack-${id}` })
    expect(texts(await bot.does(author, { kind: 'choice', id: `do:broadcast-unread:${id}` })).join()).toContain(
      'đều đã bấm',
    )
  })

  test('a correction changes what arrived in its place', async () => {
    await greet('lan', 'nam')
    await send('Họp 8h', { extras: ['đăng ký'] })
    await bot.presses(author, '✏️ Đính chính tin đã gửi')
    await bot.says(author, 'Họp 9h')
    await bot.says(author, 'gửi')
    const place = bot.sent.findIndex((one) => one.to.chat === 'lan' && one.message.text.includes('Họp 8h'))
    const corrected = to('lan').at(-1)
    expect(corrected).toMatchObject({ replaces: String(place + 1) })
    expect(corrected?.text).toContain('Họp 9h')
    expect(corrected?.choices?.flat()).toMatchObject([{ id: 'dangky' }])
    expect(to('nam').filter((one) => one.replaces !== undefined)).toHaveLength(1)
  })

  test('a correction under a file keeps the file, and is as short as its caption', async () => {
    await greet('lan')
    const file = { kind: 'photo', channel: 'telegram', id: 'AgAC' } as const
    await bot.does(author, { kind: 'command', command: 'tin', argument: '' })
    await bot.does(author, { kind: 'file', file, caption: 'Sai' })
    for (const words of ['xong', 'mọi người', 'gửi ngay', 'gửi']) await bot.says(author, words)
    const [asked] = await bot.presses(author, '✏️ Đính chính tin đã gửi')
    expect(asked?.text).toContain('toàn bộ nội dung đúng')
    expect(texts(await bot.says(author, 'x'.repeat(951))).join()).toContain('950')
    await bot.says(author, 'Đúng')
    await bot.says(author, 'gửi')
    expect(to('lan').at(-1)).toMatchObject({
      file,
      replaces: expect.any(String),
      text: expect.stringContaining('Đúng'),
    })
  })

  test('those that failed are tried again, and nobody else', async () => {
    await greet('lan', 'nam', 'mai')
    const { id } = await send('Họp')
    const fail = (person: string, reason: string) =>
      database.prisma.delivery.updateMany({
        where: { broadcastId: id, address: `telegram:${person}` },
        data: { state: 'failed', reason },
      })
    await fail('lan', 'rejected: no')
    await fail('nam', 'blocked: by the user')
    await bot.does(author, { kind: 'choice', id: `do:broadcast-open:${id}` })
    await bot.presses(author, '🔁 Gửi lại 1 nơi lỗi')
    expect(['lan', 'nam', 'mai'].map((one) => news(one).length)).toEqual([2, 1, 1])
    expect(await stateOf(id)).toBe('done')
  })

  test('one that fails too often pauses itself and tells the office', async () => {
    const people = Array.from({ length: 30 }, (_, index) => `p${index}`)
    await greet(...people)
    const { id } = await send('Họp')
    await database.prisma.delivery.updateMany({
      where: { broadcastId: id },
      data: { state: 'failed', reason: 'rejected: x' },
    })
    const [last] = await rows(id)
    // Not due, so that it still waits.
    await database.prisma.delivery.update({
      where: { id: last?.id ?? 0n },
      data: { state: 'queued', dueAt: new Date(Date.now() + 3_600_000) },
    })
    await database.prisma.broadcast.update({ where: { id }, data: { state: 'sending', endedAt: null } })
    await bot.app.drain()
    expect(texts(to(author)).join()).toContain('tự tạm dừng')
    expect(await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'paused',
      reason: 'failures',
    })
    await bot.presses(author, '▶️ Gửi tiếp')
    expect(await stateOf(id)).toBe('sending')
  })

  test('one whose time passed more than a day ago while nobody looked is held, the office hears of it and decides', async () => {
    await greet('lan')
    const { id } = await send('Họp', { when: '16h30' })
    bot.clock = new Date('2025-11-11T16:31:00+07:00')
    await bot.app.drain()
    expect(await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'paused',
      reason: 'missed',
    })
    expect(news('lan')).toEqual([])
    expect(texts(to(author)).join()).toContain('chưa gửi vì đã quá giờ hẹn hơn một ngày')
    expect(to(author).at(-1)?.text).toContain('quá giờ hẹn hơn một ngày')
    await bot.presses(author, '▶️ Gửi tiếp')
    expect(news('lan')).toHaveLength(1)
    expect(await stateOf(id)).toBe('done')
  })

  test('who agrees after its time lets it go out now, however long that took', async () => {
    await emptyTables(database)
    bot = await createTestApp(database, { campaign: approving })
    await greet(author, 'lan', 'minh-office')
    const { id } = await send('Họp', { when: '16h30' })
    bot.clock = new Date('2025-11-13T08:00:00+07:00')
    await bot.presses('minh-office', '✅ Đồng ý cho gửi')
    expect(news('lan')).toHaveLength(0)
    await bot.presses('minh-office', '✅ Gửi ngay')
    expect(news('lan')).toHaveLength(1)
    expect(await stateOf(id)).toBe('done')
  })

  test('what could not go out within two days expires and is told, unless the office let it go on', async () => {
    await greet('lan', 'nam')
    const { id } = await send('Họp')
    const waitAgain = (state: string) =>
      database.prisma.$transaction([
        database.prisma.delivery.updateMany({ where: { broadcastId: id }, data: { state: 'queued', endedAt: null } }),
        database.prisma.broadcast.update({
          where: { id },
          data: { state, endedAt: null, expiresAt: new Date(Date.now() - 1_000) },
        }),
      ])
    await waitAgain('paused')
    await bot.app.expire()
    await bot.app.drain()
    await bot.presses(author, '▶️ Gửi tiếp')
    expect(['lan', 'nam'].map((one) => news(one).length)).toEqual([2, 2])
    await waitAgain('sending')
    await bot.app.drain()
    expect(await bot.app.expire()).toEqual({ expired: 2 })
    await bot.app.drain()
    expect(['lan', 'nam'].map((one) => news(one).length)).toEqual([2, 2])
    expect((await rows(id)).map((row) => row.state)).toEqual(['expired', 'expired'])
    expect(await stateOf(id)).toBe('done')
    expect(texts(to(author)).join()).toContain('Có 2 tin chờ quá lâu')
  })

  test('nothing of it waits once it is over; what was thought lost and was sent after all is in its certificate', async () => {
    await greet('lan', 'nam')
    const { id } = await send('Họp')
    // Taken by an instance that then stands still.
    await database.prisma.delivery.updateMany({
      where: { broadcastId: id },
      data: { state: 'queued', externalId: null, endedAt: null },
    })
    await database.prisma.broadcast.update({ where: { id }, data: { state: 'sending', endedAt: null } })
    const frozen = createOutboxStore(database, 'frozen')
    const { taken } = await frozen.takeBulk('telegram', undefined, 10)
    expect(taken).toHaveLength(2)
    await bot.does(author, { kind: 'choice', id: `do:broadcast-cancel-yes:${id}` })
    const over = async () =>
      (await database.prisma.broadcast.findUniqueOrThrow({ where: { id } })).endedAt?.getTime() !== undefined
    expect([await stateOf(id), await over()]).toEqual(['cancelled', false])
    const [first, second] = taken
    if (!first || !second) throw new Error('not all were taken')
    // One comes back into the queue and is called off with the rest, the other is decided about without them.
    await frozen.settle({ delivery: first, verdict: { state: 'queued', reason: 'unreachable', waitMs: 0 } })
    await bot.app.recover(false)
    await bot.app.drain()
    expect((await rows(id)).map((row) => row.state).sort()).toEqual(['cancelled', 'unknown'])
    expect(await over()).toBe(true)
    await frozen.settle({ delivery: second, verdict: { state: 'sent', externalId: '7', spaceMs: 0 } })
    expect((await rows(id)).map((row) => row.state).sort()).toEqual(['cancelled', 'sent'])
    const states: string[] = []
    for await (const page of createBroadcastStore(database).receipts(id)) states.push(...page.map((one) => one.state))
    expect(states.sort()).toEqual(['cancelled', 'sent'])
  })

  test('its certificate is a spreadsheet for the author alone', async () => {
    await greet('lan', 'minh-office')
    await database.prisma.person.updateMany({
      where: { accounts: { some: { userId: 'lan' } } },
      data: { name: '=HYPERLINK("http://x")' },
    })
    const { id } = await send('Họp')
    await bot.does('minh-office', { kind: 'choice', id: `do:broadcast-certificate:${id}` })
    expect(to('minh-office').some((one) => one.file)).toBe(false)
    await bot.presses(author, '📄 Biên bản gửi tin')
    const file = to(author).findLast((one) => one.file)?.file
    if (!file || !('stored' in file)) throw new Error('no certificate')
    expect(file.name).toMatch(/^bien-ban-gui-tin-[0-9a-f]{8}\.xlsx$/)
    const found = await createFileStore(database).read(file.stored)
    const sheet = Object.entries(unzipSync(Uint8Array.from(found?.bytes ?? [])))
    const xml = sheet.map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n')
    expect(xml).toContain('>=HYPERLINK(')
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('Đã gửi')
    expect(xml).toContain('telegram:lan')
  })
})
