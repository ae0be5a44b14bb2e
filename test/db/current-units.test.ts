import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge } from '../support/pledges.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const office = 'thu-office'
const units = [
  'Mã đơn vị;Tên đơn vị;Hiệu lực đến;Đơn vị kế thừa',
  'NV9;Phòng Nghiệp vụ 9;;',
  'NV1;Phòng Nghiệp vụ 1;01/11/2025;NV9',
]

describeEachDatabase('units that were taken in', (open) => {
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

  async function takeIn(): Promise<void> {
    await bot.drops(office, 'u.csv', Buffer.from(units.join('\n')))
    await bot.presses(office, '✅ Ghi nhận 2 dòng')
  }
  const textOf = (messages: readonly { text: string }[]) => messages.map((one) => one.text).join('\n')

  test('are known to who reads and answers, here and on another instance that was there before', async () => {
    const other = await createTestApp(database, { campaign })
    await other.does('ba', { kind: 'text', text: 'xin chào' }, { id: 'other-1' })
    await takeIn()
    const words = 'em là Lê Thị Ba, phòng nghiệp vụ 9, đăng ký LĐTT'
    expect(textOf(await bot.says('an', words))).toContain('Đơn vị: Phòng Nghiệp vụ 9')
    const said = await other.does('ba', { kind: 'text', text: words }, { id: 'other-2' })
    expect(textOf(said)).toContain('Đơn vị: Phòng Nghiệp vụ 9')
  })

  test('can be an audience of the news', async () => {
    await takeIn()
    await makeKnown(database, bot, 'lan', { name: 'Lan', unit: 'NV9' })
    await bot.does(office, { kind: 'command', command: 'tin', argument: '' })
    for (const words of ['Họp lúc 8 giờ.', 'xong', 'chọn theo đơn vị', 'mọi người']) await bot.says(office, words)
    await bot.says(office, 'phòng nghiệp vụ 9')
    const [card] = await bot.presses(office, 'Trang sau ▶')
    expect((card?.choices ?? []).flat().map((one) => one.label)).toContainEqual(
      expect.stringMatching(/☑ Phòng Nghiệp vụ 9.*1/),
    )
  })

  test('what was sent for a dissolved one stays as it was, and waits for those who took it over', async () => {
    const lan = await makeKnown(database, bot, 'lan', { name: 'Lan', unit: 'NV1' })
    const first = await makePledge(database, lan, { unit: 'NV1', phase: 'dot-1', state: 'confirmed' })
    const second = await makePledge(database, lan, { unit: 'NV1' })
    await takeIn()
    const hoa = await makeKnown(database, bot, 'hoa-coordinator-NV9')
    bot.clock = new Date('2025-11-10T14:00:00+07:00')
    await bot.app.remind()
    await bot.app.drain()
    expect(await database.prisma.notice.findMany({ where: { personId: hoa, kind: 'confirm' } })).toMatchObject([
      { kind: 'confirm', about: second.id },
    ])
    expect(textOf(bot.sent.filter((one) => one.to.chat.startsWith('hoa')).map((one) => one.message))).toContain(
      'Phòng Nghiệp vụ 1',
    )
    expect(await database.prisma.pledge.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
      unit: 'NV1',
      state: 'confirmed',
      version: 1,
    })
  })
})
