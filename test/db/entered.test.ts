import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nameKey } from '../../src/core/tables/roster.ts'
import type { Database } from '../../src/db/client.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, press } from '../support/pledges.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const hoa = 'hoa-coordinator-NV2'

describeEachDatabase('pledges that somebody else sent', (open) => {
  let database: Database
  let bot: TestApp
  let an: string
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await emptyTables(database)
    bot = await createTestApp(database, { campaign })
    an = await listed('an', 'Nguyễn Văn An')
  })
  afterAll(() => database.close())

  /** Somebody of the office's list with an account. */
  async function listed(userId: string, name: string): Promise<string> {
    const id = await makeKnown(database, bot, userId, { name, unit: 'NV2', standing: 'verified', rosterAt: bot.clock })
    await database.prisma.person.update({ where: { id }, data: { nameKey: nameKey(name) } })
    return id
  }

  async function enter(...names: string[]): Promise<void> {
    const rows = names.map((name) => `${name},NV2,LĐTT`)
    await bot.drops(hoa, 'a.csv', Buffer.from(['Họ tên,Đơn vị,Danh hiệu', ...rows].join('\n')))
    await bot.presses(hoa, `✅ Ghi nhận ${rows.length} dòng`)
  }
  const entered = () => database.prisma.notice.findMany({ where: { kind: 'entered' } })
  const pledge = () => database.prisma.pledge.findFirstOrThrow({ where: { subjectId: an } })
  const about = async () => pledge().then(({ code, version }) => `${code}:${version}`)

  test('who has an account hears of it once, who has none does not', async () => {
    await enter('Nguyễn Văn An', 'Lê Văn Cường')
    expect(await entered()).toMatchObject([{ personId: an, about: (await pledge()).id, sentAt: null }])
    const before = bot.sent.length
    bot.clock = new Date('2025-11-10T14:00:00+07:00')
    for (let times = 0; times < 2; times++) await bot.app.remind()
    await bot.app.drain()
    const told = bot.sent.slice(before).filter((one) => one.to.chat === 'an')
    expect(told.map((one) => one.message.text)).toEqual([expect.stringContaining('nhập hộ bản đăng ký')])
  })

  test('a single pledge for a colleague is told as well, one’s own is not', async () => {
    for (const [who, words] of [
      ['ba', 'đăng ký LĐTT cho đồng chí Nguyễn Văn An, phòng nghiệp vụ 2'],
      ['an', 'em đăng ký CSTĐCS'],
    ] as const) {
      await makeKnown(database, bot, 'ba', { name: 'Phan Thị Ba', unit: 'NV2' })
      await bot.says(who, words)
      for (const label of ['Đúng rồi, tiếp tục', '☐ Tổng hợp đăng ký thi đua (cần có)', '✔ Gửi đăng ký'])
        await bot.presses(who, label)
    }
    expect(await database.prisma.pledge.count({ where: { subjectId: an, via: 'quick' } })).toBe(2)
    expect(await entered()).toMatchObject([{ personId: an }])
  })

  test('what was taken back before the notice is not told', async () => {
    await enter('Nguyễn Văn An')
    await database.prisma.pledge.updateMany({ data: { state: 'withdrawn' } })
    const before = bot.sent.length
    bot.clock = new Date('2025-11-10T14:00:00+07:00')
    await bot.app.remind()
    await bot.app.drain()
    expect(bot.sent.slice(before)).toEqual([])
  })

  test('an objection gives it back to who sent it, with its history', async () => {
    await enter('Nguyễn Văn An')
    expect(await press(bot, 'an', `do:entered-object:${await about()}`)).toContain('không phải đăng ký của đồng chí')
    expect(await pledge()).toMatchObject({ state: 'returned', reason: null, decidedBy: an, version: 2 })
    const events = await database.prisma.pledgeEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events).toMatchObject([{ kind: 'submitted' }, { kind: 'returned', byPerson: an }])
    expect(await database.prisma.notice.findMany({ where: { kind: 'returned' } })).toHaveLength(1)
  })

  test('it is withdrawn by the one for whom it was sent, who is asked before', async () => {
    await enter('Nguyễn Văn An')
    const shown = await about()
    await press(bot, 'an', `do:entered-withdraw:${shown}`)
    expect(await pledge()).toMatchObject({ state: 'submitted' })
    await press(bot, 'an', `do:entered-withdraw-yes:${shown}`)
    expect(await pledge()).toMatchObject({ state: 'withdrawn' })
    expect(await database.prisma.auditEntry.findMany({ where: { action: 'recant' } })).toMatchObject([
      { action: 'recant', byPerson: an, before: { state: 'submitted' }, after: { state: 'withdrawn' } },
    ])
    expect(await database.prisma.notice.findMany({ where: { kind: 'recanted' } })).toHaveLength(1)
  })

  test('nobody else reaches it, and nobody decides on what they have not seen', async () => {
    await enter('Nguyễn Văn An')
    await listed('cuong', 'Lê Văn Cường')
    const shown = await about()
    for (const action of ['entered-object', 'entered-withdraw-yes'])
      for (const who of ['cuong', 'lan'])
        expect(await press(bot, who, `do:${action}:${shown}`)).toContain('Hiện không có')
    await database.prisma.pledge.updateMany({ data: { version: 2, titles: ['CSTDCS'] } })
    expect(await press(bot, 'an', `do:entered-withdraw-yes:${shown}`)).toContain('Chiến sĩ thi đua cơ sở')
    await database.prisma.pledge.updateMany({ data: { state: 'included' } })
    expect(await press(bot, 'an', `do:entered-object:${await about()}`)).toContain('đã vào danh sách')
    expect(await pledge()).toMatchObject({ state: 'included', version: 2 })
  })

  test('of those who entered a whole unit the last pledges are shown', async () => {
    await enter(...Array.from({ length: 60 }, (_, at) => `Phan Văn ${'ABCDEF'[at % 6]}${'a'.repeat(at)}`))
    const said = await bot.says(hoa, 'bản đăng ký của tôi')
    expect(said).toHaveLength(1)
    expect(said[0]?.text).toContain('50 bản đăng ký đồng chí gửi gần nhất')
  })
})
