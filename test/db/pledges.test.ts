import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()

describeEachDatabase('pledges from words', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  async function sends(bot: TestApp, person: string, words: string): Promise<void> {
    await bot.says(person, words)
    await bot.says(person, 'gửi')
    if ((await database.prisma.form.count()) === 0) return
    await bot.presses(person, '☐ Tổng hợp đăng ký thi đua (cần có)')
    await bot.says(person, 'gửi')
  }

  test('keep every detail, also through a change, and leave out what is cleared', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.says('lan', 'Nguyễn Thị Lan, văn phòng, đk LĐTT, CSTĐCS')
    await bot.presses('lan', '➕ Thêm chi tiết (không bắt buộc)')
    for (const words of ['Số hóa hồ sơ', 'Thanh tra viên', 'Xong 100% kế hoạch', 'bỏ qua', 'gửi'])
      await bot.says('lan', words)
    await bot.presses('lan', '☐ Tổng hợp đăng ký thi đua (cần có)')
    await bot.says('lan', 'gửi')
    const details = { topic: 'Số hóa hồ sơ', position: 'Thanh tra viên', targets: 'Xong 100% kế hoạch', notes: null }
    expect(await database.prisma.pledge.findFirstOrThrow()).toMatchObject({ ...details, via: 'quick', unit: 'VP' })
    await bot.presses('lan', '✏️ Sửa')
    await bot.says('lan', 'sửa chức vụ')
    await bot.presses('lan', 'Để trống')
    await bot.says('lan', 'gửi')
    const changed = { ...details, position: null }
    expect(await database.prisma.pledge.findFirstOrThrow()).toMatchObject(changed)
    const events = await database.prisma.pledgeEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map((event) => event.kind)).toEqual(['submitted', 'changed'])
    expect(events[0]?.content).toMatchObject({ position: 'Thanh tra viên', topic: 'Số hóa hồ sơ' })
    expect(events[1]?.content).not.toHaveProperty('position')
  })

  test('are tied to the one person of that name in that unit on the roster, and to nobody where there are two', async () => {
    const bot = await createTestApp(database, { campaign })
    const onRoster = (id: string) => ({
      id,
      name: 'Trần Văn Bình',
      nameKey: 'tran van binh',
      unit: 'NV2',
      rosterAt: new Date(),
    })
    await database.prisma.person.create({ data: onRoster('binh') })
    await sends(bot, 'lan', 'em là Nguyễn Thị Lan, văn phòng, đăng ký LĐTT')
    await sends(bot, 'lan', 'dk cstdcs, ldtt cho TRẦN VĂN BÌNH phòng nghiệp vụ 2')
    await database.prisma.person.create({ data: onRoster('binh-2') })
    await sends(bot, 'lan', 'dk ldtt cho Trần Văn Bình phòng nghiệp vụ 2')
    const pledges = await database.prisma.pledge.findMany({ orderBy: { createdAt: 'asc' } })
    expect(pledges.map(({ name, subjectId }) => [name.toLowerCase(), subjectId])).toEqual(
      expect.arrayContaining([
        ['nguyễn thị lan', null],
        ['trần văn bình', 'binh'],
        ['trần văn bình', null],
      ]),
    )
    // Registering a colleague changes nothing about who the sender is.
    expect(await database.prisma.person.findFirst({ where: { name: 'Nguyễn Thị Lan', unit: 'VP' } })).not.toBeNull()
  })

  test('can be undone once, by their sender alone', async () => {
    const bot = await createTestApp(database, { campaign })
    await sends(bot, 'lan', 'em là Nguyễn Thị Lan, văn phòng, đăng ký LĐTT')
    const { code } = await database.prisma.pledge.findFirstOrThrow()
    await bot.does('nam', { kind: 'choice', id: `do:undo-pledge:${code}` })
    expect(await database.prisma.pledge.count({ where: { state: 'submitted' } })).toBe(1)
    await bot.does('lan', { kind: 'choice', id: `do:undo-pledge:${code}` })
    await bot.does('lan', { kind: 'choice', id: `do:undo-pledge:${code}` })
    const events = await database.prisma.pledgeEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map((event) => event.kind)).toEqual(['submitted', 'undone'])
    expect(await database.prisma.form.count({ where: { dialogue: 'pledge' } })).toBe(1)
    await bot.says('lan', 'gửi')
    expect(await database.prisma.pledge.count({ where: { state: 'submitted' } })).toBe(1)
  })

  test('of a list are recorded all together', async () => {
    const bot = await createTestApp(database, { campaign })
    await sends(bot, 'hoa-coordinator-NV2', 'NV2: Nguyễn Văn An LĐTT; Trần Thị Bình LĐTT; Hoàng Thị Dung, NV1, LĐTT')
    const pledges = await database.prisma.pledge.findMany({ orderBy: { name: 'asc' } })
    expect(pledges.map(({ name, unit, via }) => [name, unit, via])).toEqual([
      ['Nguyễn Văn An', 'NV2', 'list'],
      ['Trần Thị Bình', 'NV2', 'list'],
    ])
  })

  test('left half done are asked about once, by one of two instances, and dropped in the end', async () => {
    const bot = await createTestApp(database, { campaign })
    await bot.says('lan', 'em đăng ký LĐTT')
    await bot.says('nam', 'tắt nhắc')
    await bot.says('nam', 'em đăng ký LĐTT')
    const asked = () => database.prisma.delivery.count({ where: { key: { startsWith: 'nudge:' } } })
    bot.clock = new Date('2025-11-11T07:59:00+07:00')
    expect(await bot.app.nudge()).toEqual({ nudged: 0, dropped: 0 })
    const other = await createTestApp(database, { campaign, now: '2025-11-11T08:00:00+07:00' })
    bot.clock = other.clock
    await Promise.all([bot.app.nudge(), other.app.nudge()])
    await other.app.nudge()
    expect(await asked()).toBe(1)
    // Another form of the same person is another matter.
    await bot.says('lan', 'hủy')
    await bot.presses('lan', 'Bỏ, không giữ')
    await bot.says('lan', 'em đăng ký LĐTT')
    bot.clock = new Date('2025-11-12T08:00:00+07:00')
    await bot.app.nudge()
    expect(await asked()).toBe(2)
    bot.clock = new Date('2026-01-05T09:00:00+07:00')
    expect(await bot.app.nudge()).toEqual({ nudged: 0, dropped: 2 })
    expect(await database.prisma.form.count()).toBe(0)
  })
})
