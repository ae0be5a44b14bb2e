import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { createOfficeStore } from '../../src/db/office-store.ts'
import { createWebStore } from '../../src/db/web-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { findEverywhere } from '../support/every-column.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const chat = 'mk-7731'
const name = 'Đặng Thị Mốc Xanh'
const markers = {
  ...{ name, folded: 'dang thi moc xanh', chat, account: 'web-mk-7731', shown: 'Xanh Hiển Thị', phone: '987612345' },
  ...{ position: 'Chuyên viên Đánh Dấu', targets: 'hoàn thành chỉ tiêu đánh dấu', notes: 'ghi chú đánh dấu' },
  ...{ reason: 'thiếu minh chứng đánh dấu', group: 'phong trào đánh dấu bắt đầu', parked: 'lời kẹt đánh dấu' },
} as const

describeEachDatabase('erasing', (open) => {
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

  const from = { id: chat, name: markers.shown, language: 'vi' }
  const says = (words: string) => bot.does(chat, { kind: 'text', text: words }, { from })
  const presses = (label: string) => bot.presses(chat, label)
  const erase = async () => {
    await says('xoá dữ liệu của tôi')
    return presses('Xoá tất cả, không lấy lại được')
  }

  async function register(words: string): Promise<void> {
    await says(words)
    await presses('➕ Thêm chi tiết (không bắt buộc)')
    for (const one of [markers.position, markers.targets, markers.notes]) await says(one)
    const isFirst = (await database.prisma.consent.count()) === 0
    const consent = ['Đúng rồi, tiếp tục', '☐ Tổng hợp đăng ký thi đua (cần có)', '☐ Nhắc tôi trước hạn']
    for (const label of [...(isFirst ? consent : []), '✔ Gửi đăng ký']) await presses(label)
  }

  /** Everywhere that somebody can leave something. */
  async function live(): Promise<void> {
    const { prisma } = database
    await bot.does(chat, { kind: 'command', command: 'start', argument: '' }, { from })
    await register(`em là ${name}, văn phòng, đăng ký LĐTT`)
    await bot.says('hoa-coordinator-VP', `tìm ${name.toLowerCase()}`)
    await bot.says('hoa-coordinator-VP', 'đăng ký của đơn vị')
    await bot.presses('hoa-coordinator-VP', '✅ Xác nhận 1')
    await bot.says('mai-office', 'số liệu đăng ký')
    await bot.presses('mai-office', '🔒 Chốt danh sách Đợt 2')
    await bot.presses('mai-office', '🔒 Đúng, chốt 1 bản')
    await register(`em là ${name}, văn phòng, đăng ký giấy khen`)
    await bot.says('hoa-coordinator-VP', 'đăng ký của đơn vị')
    await bot.presses('hoa-coordinator-VP', '↩ Trả lại 1')
    await bot.says('hoa-coordinator-VP', markers.reason)
    await bot.presses('hoa-coordinator-VP', '↩ Trả lại')
    bot.clock = new Date('2025-11-10T14:00:00+07:00')
    await bot.app.remind()
    await bot.app.drain()
    await bot.does(chat, { kind: 'contact', phone: `+84${markers.phone}`, own: true }, { from })
    await says('ABCD-7346')
    await says('mã của tôi')
    await bot.inGroup('-100', chat, { kind: 'text', text: markers.group }, { from, private: false })
    await says('xuất dữ liệu của tôi')
    const { personId } = await prisma.account.findFirstOrThrow({ where: { userId: chat } })
    await prisma.account.create({ data: { channel: 'web', userId: markers.account, chat: markers.account, personId } })
    await createWebStore(database).append(markers.account, {
      ...{ origin: 'in:1', author: 'person', at: bot.clock },
      content: { text: markers.notes },
    })
    await prisma.inboxUpdate.create({
      data: {
        ...{ channel: 'telegram', updateId: 'parked', address: `telegram:${chat}`, state: 'parked', error: 'x' },
        update: { from, input: { kind: 'text', text: markers.parked }, address: { channel: 'telegram', chat } },
      },
    })
    await createOfficeStore(database).tell(`repeated:telegram:${chat}`, bot.clock, () => [
      { id: 'alarm', text: `Tin cho ${name} gặp sự cố` },
    ])
    await bot.app.drain()
    await says('đăng ký LĐTT')
  }

  test('leaves nothing of somebody anywhere but what a list needs of them', async () => {
    await live()
    const words = Object.values(markers)
    const before = await findEverywhere(database, words)
    expect(new Set(before.map((one) => one.word))).toEqual(new Set(words))
    const [last] = await erase()
    expect(last?.text).toContain('Đã xoá dữ liệu của đồng chí')
    await bot.app.forget()
    const left = await findEverywhere(database, words)
    const locked = await database.prisma.pledge.findFirstOrThrow({ where: { state: 'included' } })
    // The one permitted place: the pledge on the list, with what the list says.
    expect(left.map(({ table, row, word }) => [table, row.id, word])).toEqual([
      ['pledge', locked.id, name],
      ['pledge', locked.id, markers.position],
    ])
    expect(locked).toMatchObject({ name, unit: 'VP', titles: ['LDTT'], targets: null, notes: null })
    expect(locked.restrictedAt).toEqual(bot.clock)
    expect(await database.prisma.delivery.count({ where: { state: { in: ['queued', 'attempting'] } } })).toBe(0)
  })

  test('keeps the proof of consent, and that it was asked for, without a name', async () => {
    await live()
    const { personId } = await database.prisma.account.findFirstOrThrow({ where: { userId: chat } })
    await erase()
    const consents = await database.prisma.consent.findMany({ where: { personId }, orderBy: { id: 'asc' } })
    expect(consents.map(({ purpose, given, way }) => [purpose, given, way])).toEqual([
      ['register', true, 'form'],
      ['remind', true, 'form'],
      ['count', false, 'form'],
      ['register', false, 'erase'],
      ['remind', false, 'erase'],
    ])
    const asked = await database.prisma.auditEntry.findMany({ where: { kind: 'data' }, orderBy: { id: 'asc' } })
    expect(asked.map(({ action, about, before, after }) => ({ action, about, before, after }))).toMatchObject([
      { action: 'export', about: personId, before: null, after: null },
      { action: 'erase', about: personId, before: null, after: { pledges: 1, kept: 1 } },
    ])
  })

  test('who writes again is a stranger, and the message in between is not lost', async () => {
    await live()
    const { personId } = await database.prisma.account.findFirstOrThrow({ where: { userId: chat } })
    await erase()
    expect((await says('bản đăng ký của tôi'))[0]?.text).toContain('chưa gửi bản đăng ký nào')
    await bot.app.forget()
    const account = await database.prisma.account.findFirstOrThrow({
      where: { userId: chat },
      include: { person: true },
    })
    expect(account.personId).not.toBe(personId)
    expect(account.person).toMatchObject({ name: null, standing: 'declared', role: 'staff' })
    const spoken = await database.prisma.delivery.findMany({ where: { personId: account.personId } })
    expect(spoken.map((one) => one.address)).toEqual([`telegram:${chat}`])
  })

  test('a pledge that comes off the list again goes too', async () => {
    await live()
    await erase()
    await database.prisma.pledge.updateMany({ where: { state: 'included' }, data: { state: 'confirmed' } })
    await bot.app.forget()
    expect(await findEverywhere(database, [name, markers.position])).toEqual([])
    expect(
      await database.prisma.pledgeEvent.count({ where: { kind: 'erased', NOT: { content: { equals: {} } } } }),
    ).toBe(0)
  })

  test('of somebody on the list of the office its row stays without the telephone, and the office is told', async () => {
    await bot.drops('mai-office', 'ds.csv', Buffer.from(`Họ và tên,Đơn vị,Điện thoại\n${name},VP,0${markers.phone}`))
    await bot.presses('mai-office', '✅ Ghi nhận 1 dòng')
    await bot.does(chat, { kind: 'contact', phone: `+84${markers.phone}`, own: true }, { from })
    const { personId } = await database.prisma.account.findFirstOrThrow({ where: { userId: chat } })
    const count = bot.sent.length
    await erase()
    const told = bot.sent.slice(count).filter((one) => one.to.chat === 'mai-office')
    expect(told.map((one) => one.message.text).join()).toContain('hồ sơ của cơ quan')
    await bot.app.forget()
    const left = await findEverywhere(database, [name, markers.phone, markers.shown, chat])
    // Its own row, what it is told of the request, and the report of the list, which expires with other files.
    expect(new Set(left.map(({ table, row }) => `${table} ${row.kind ?? row.name}`))).toEqual(
      new Set(['outbox alarm', `person ${name}`, 'stored_file Báo cáo nhập danh sách cán bộ.xlsx']),
    )
    expect(left.filter((one) => one.word === markers.phone).map((one) => one.table)).toEqual(['stored_file'])
    // A code of the office leads back to the row.
    const code = await bot.says('mai-office', `mã cho ${name}`)
    await says(/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(code[0]?.text ?? '')?.[0] ?? '')
    expect(await database.prisma.account.findFirstOrThrow({ where: { userId: chat } })).toMatchObject({ personId })
  })

  test('a mark of other pledges than were shown asks again', async () => {
    await says(`em là ${name}, văn phòng, đăng ký LĐTT`)
    await says('xoá dữ liệu của tôi')
    const { personId } = await database.prisma.account.findFirstOrThrow({ where: { userId: chat } })
    await database.prisma.pledge.create({
      data: {
        ...{ id: 'new', code: 'TD-NEW111', campaignId: campaign.id, phase: 'dot-2', personId, subject: 'individual' },
        ...{ name, unit: 'VP', state: 'submitted', createdAt: bot.clock, updatedAt: bot.clock },
      },
    })
    expect((await presses('Xoá tất cả, không lấy lại được')).map((one) => one.text).join()).toContain('TD-NEW111')
    expect(await database.prisma.account.count()).toBe(1)
  })
})
