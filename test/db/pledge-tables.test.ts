import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makePledge } from '../support/pledges.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const hoa = 'hoa-coordinator-NV2'
const csv = (...lines: string[]) => Buffer.from(['Họ và tên,Đơn vị,Danh hiệu', ...lines].join('\n'))

describeEachDatabase('lists of pledges that are taken in', (open) => {
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

  const pledges = () => database.prisma.pledge.findMany({ orderBy: { name: 'asc' } })
  const confirm = (rows: number, who = hoa) => bot.presses(who, `✅ Ghi nhận ${rows} dòng`)

  test('nothing is recorded before it is confirmed, then all that was shown, as of a list', async () => {
    await bot.drops(
      hoa,
      'a.csv',
      csv('Lê Văn Cường,NV2,LĐTT', 'Mai Thị Khuê,NV2,"LĐTT, CSTĐCS"', 'Phan Giang,NV2,CSTĐ'),
    )
    expect(await pledges()).toEqual([])
    await confirm(2)
    const common = { phase: 'dot-2', unit: 'NV2', state: 'submitted', via: 'list', late: false, subject: 'individual' }
    expect(await pledges()).toMatchObject([
      { ...common, name: 'Lê Văn Cường', titles: ['LDTT'] },
      { ...common, name: 'Mai Thị Khuê', titles: ['LDTT', 'CSTDCS'] },
    ])
    expect(await database.prisma.pledgeEvent.count()).toBe(2)
    expect(await database.prisma.auditEntry.findMany({ where: { kind: 'table' } })).toMatchObject([
      { action: 'import', after: { kind: 'pledges', add: 2, ask: 1 } },
    ])
  })

  test('hundreds are recorded at once, each under a receipt of its own', async () => {
    const rows = Array.from(
      { length: 450 },
      (_, at) => `Lê ${'ABCDEFGHIJ'[at % 10]}${'a'.repeat(Math.floor(at / 10))} Cường,NV2,LĐTT`,
    )
    await bot.drops(hoa, 'a.csv', csv(...rows))
    await confirm(450)
    expect(new Set((await pledges()).map((one) => one.code)).size).toBe(450)
  })

  test('who was registered since it was shown makes it be shown anew', async () => {
    await bot.drops(hoa, 'a.csv', csv('Lê Văn Cường,NV2,LĐTT', 'Mai Thị Khuê,NV2,LĐTT'))
    const { personId } = await database.prisma.account.findFirstOrThrow()
    await makePledge(database, personId, { name: 'Lê Văn Cường', unit: 'NV2' })
    const [said, shown] = await confirm(2)
    expect(said?.text).toContain('dữ liệu đã thay đổi')
    expect(shown?.text).toContain('đã có bản đăng ký trong đợt này: 1')
    await confirm(1)
    expect(await pledges()).toHaveLength(2)
  })

  test('who looks after the unit no more cannot take in what was shown to them', async () => {
    await bot.drops(hoa, 'a.csv', csv('Lê Văn Cường,NV2,LĐTT'))
    await database.prisma.coordinator.deleteMany()
    const [, shown] = await confirm(1)
    expect(shown?.text).toContain('không thuộc đơn vị đồng chí phụ trách')
    await database.prisma.person.updateMany({ data: { role: 'staff' } })
    expect((await confirm(1))[0]?.text).toContain('Chỉ thường trực')
    expect(await pledges()).toEqual([])
  })

  test('a list is its sender’s alone', async () => {
    await bot.drops(hoa, 'a.csv', csv('Lê Văn Cường,NV2,LĐTT'))
    const id = (await database.prisma.import.findFirstOrThrow()).id
    for (const who of ['ba-coordinator-NV2', 'thu-office'])
      expect((await bot.does(who, { kind: 'choice', id: `do:table-confirm:${id}` }))[0]?.text).toContain(
        'không còn chờ',
      )
    expect(await pledges()).toEqual([])
  })
})
