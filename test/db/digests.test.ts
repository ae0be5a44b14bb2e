import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge, press } from '../support/pledges.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const own = { name: 'Phạm Văn Chín', unit: 'VP' }

describeEachDatabase('digests', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  async function moveTo(bot: TestApp, time: string): Promise<string> {
    const before = bot.sent.length
    bot.clock = new Date(`${time}+07:00`)
    await bot.app.remind()
    await bot.app.drain()
    return bot.sent
      .slice(before)
      .filter((one) => one.message.text.startsWith('🗂'))
      .map((one) => `${one.to.chat}: ${one.message.text}`)
      .join('\n')
  }

  test('a coordinator hears at 08:00 and 14:00 on working days of what waits, in one message and once', async () => {
    const bot = await createTestApp(database, { campaign, now: '2025-11-14T14:30:00+07:00' })
    const lan = await makeKnown(database, bot, 'lan', own)
    for (const person of ['an-coordinator-VP', 'xa-coordinator-NV1']) await bot.says(person, 'xin chào')
    const createdAt = bot.clock
    const { code } = await makePledge(database, lan, { createdAt })
    await makePledge(database, lan, { createdAt })
    expect(await moveTo(bot, '2025-11-14T15:00')).toBe('')
    expect(await moveTo(bot, '2025-11-15T09:00')).toBe('')
    expect(await moveTo(bot, '2025-11-17T07:59')).toBe('')
    const told = await moveTo(bot, '2025-11-17T08:00')
    expect(told).toMatch(/^an-coordinator-VP: /)
    expect(told).toContain('Có 2 bản đăng ký mới chờ')
    expect(told.match(/🗂/g)).toHaveLength(1)
    expect(await moveTo(bot, '2025-11-17T14:00')).toBe('')
    // Its buttons work.
    expect(await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${code}:1`)).toContain('Đã xác nhận')
  })

  test('what is no longer true when it is sent is left out', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', { ...own, standing: 'verified' })
    await bot.says('an-coordinator-VP', 'xin chào')
    const { code } = await makePledge(database, lan, { createdAt: bot.clock })
    expect(await moveTo(bot, '2025-11-10T09:00')).toBe('')
    await press(bot, 'lan', `do:withdraw-yes:${code}:1`)
    expect(await moveTo(bot, '2025-11-10T14:00')).toBe('')
    expect(await database.prisma.notice.count({ where: { sentAt: null } })).toBe(0)
  })

  test('who had a pledge returned hears of it five minutes later, and not after sending it again', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', own)
    const { code } = await makePledge(database, lan)
    await bot.says('an-coordinator-VP', 'đăng ký của phòng')
    await bot.presses('an-coordinator-VP', '↩ Trả lại 1')
    await bot.says('an-coordinator-VP', 'Thiếu tên đề tài')
    await bot.says('an-coordinator-VP', 'gửi')
    expect(await moveTo(bot, '2025-11-10T08:04')).toBe('')
    const told = await moveTo(bot, '2025-11-10T08:05')
    expect(told).toMatch(/^lan: .*/)
    expect(told).toContain('Thiếu tên đề tài')
    await bot.presses('lan', `✏️ Sửa và gửi lại ${code}`)
    await bot.says('lan', 'gửi')
    expect(await database.prisma.pledge.findUniqueOrThrow({ where: { code } })).toMatchObject({
      state: 'submitted',
      version: 3,
    })
  })

  test('who says to be of a unit is told to its coordinators, else to the office, until somebody decides', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', own)
    const nam = await makeKnown(database, bot, 'nam', { ...own, unit: 'NV1' })
    const hoa = await makeKnown(database, bot, 'hoa', { ...own, standing: 'verified' })
    for (const person of ['an-coordinator-VP', 'thu-office']) await bot.says(person, 'xin chào')
    for (const [id, unit] of [
      [lan, 'VP'],
      [nam, 'NV1'],
      [hoa, 'VP'],
    ] as const)
      await makePledge(database, id, { unit, state: 'returned' })
    const told = await moveTo(bot, '2025-11-10T14:00')
    const newcomers = (who: string) => new RegExp(`^${who}: [^]*?Có 1 người mới khai là của đơn vị, cần xác nhận`, 'm')
    expect(told).toMatch(newcomers('an-coordinator-VP'))
    expect(told).toMatch(newcomers('thu-office'))
    const [list] = await bot.presses('an-coordinator-VP', '👥 Người chờ xác nhận')
    expect(list?.choices?.flat().map((one) => one.label)).toEqual(['Phạm Văn Chín · Văn phòng'])
    expect(await moveTo(bot, '2025-11-11T08:00')).toBe('')
    // Who says to be of another unit is told there; decided about before it is time, they are not told of.
    await database.prisma.person.update({ where: { id: nam }, data: { unit: 'VP' } })
    await makePledge(database, nam, { state: 'returned', createdAt: bot.clock })
    await bot.app.remind()
    await press(bot, 'an-coordinator-VP', `do:person-no-yes:${nam}`)
    expect(await moveTo(bot, '2025-11-11T14:00')).toBe('')
    expect(await database.prisma.notice.count({ where: { sentAt: null } })).toBe(0)
  })

  test('whose pledge came onto the list hears that it is locked, and that it was reopened', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', { ...own, standing: 'verified' })
    const { code } = await makePledge(database, lan, { state: 'confirmed', createdAt: bot.clock })
    await bot.says('thu-office', 'số liệu đăng ký')
    await bot.presses('thu-office', '🔒 Chốt danh sách Đợt 2')
    await bot.presses('thu-office', '🔒 Đúng, chốt 1 bản')
    expect(await moveTo(bot, '2025-11-10T14:00')).toContain(`lan: 🗂 Việc và tin mới của đồng chí\n\n🔒 Bản ${code}`)
    await press(bot, 'thu-office', `do:pledge-reopen:${code}:2`)
    expect(await moveTo(bot, '2025-11-11T08:00')).toContain(`🔓 Bản ${code} (Đợt 2) được thường trực thi đua mở lại`)
  })

  test('the office hears of confirmed pledges; two instances at once tell everybody once', async () => {
    const bots = [await createTestApp(database, { campaign }), await createTestApp(database, { campaign })] as const
    const lan = await makeKnown(database, bots[0], 'lan', own)
    await bots[0].says('thu-office', 'xin chào')
    await makePledge(database, lan, { state: 'confirmed', createdAt: bots[0].clock })
    for (const bot of bots) bot.clock = new Date('2025-11-10T14:00:00+07:00')
    await Promise.all(bots.map((bot) => bot.app.remind()))
    const told = await database.prisma.delivery.findMany({ where: { kind: 'notice' } })
    expect(told.map((row) => row.address)).toEqual(['telegram:thu-office'])
  })
})
