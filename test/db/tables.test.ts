import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { createFileStore } from '../../src/db/file-store.ts'
import { createCampaignView } from '../../src/db/unit-store.ts'
import { writeXlsx } from '../../src/documents/xlsx.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const office = 'thu-office'
const csv = (...lines: string[]) => Buffer.from(['Họ và tên,Đơn vị,Chức vụ,Mã cán bộ', ...lines].join('\n'))

describeEachDatabase('tables that are taken in', (open) => {
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

  const roster = () =>
    database.prisma.person.findMany({ where: { rosterAt: { not: null } }, orderBy: { nameKey: 'asc' } })
  const confirm = (rows: number) => bot.presses(office, `✅ Ghi nhận ${rows} dòng`)
  const textOf = (messages: readonly { text: string }[]) => messages.map((one) => one.text).join('\n')

  test('nothing is kept before it is confirmed, then all that was shown', async () => {
    const rows = [
      ['Họ và tên', 'Đơn vị', 'Điện thoại'],
      ['Nguyễn Văn An', 'NV2', '0912345678'],
      ['Lê 5', 'NV2', ''],
      ['Trần Thị Bình', 'Phòng Nghiệp vụ 3', ''],
    ]
    await bot.drops(office, 'ds.xlsx', await writeXlsx(rows, 'DS'))
    expect(await roster()).toEqual([])
    await confirm(2)
    expect(await roster()).toMatchObject([
      { name: 'Nguyễn Văn An', nameKey: 'nguyen van an', unit: 'NV2', phone: '+84912345678', standing: 'verified' },
      { name: 'Trần Thị Bình', unit: 'NV3', position: null, role: 'staff' },
    ])
    expect(await database.prisma.importRow.count()).toBe(0)
    expect(await database.prisma.auditEntry.findMany()).toMatchObject([
      { action: 'import', kind: 'table', after: { kind: 'roster', add: 2, reject: 1 } },
    ])
  })

  test('the report holds every row with its reason', async () => {
    const sent = await bot.drops(office, 'ds.csv', csv('Nguyễn Văn An,NV2,,', 'Lê 5,NV2,,'))
    const file = sent.at(-1)?.file
    const stored = file && 'stored' in file ? await createFileStore(database).read(file.stored) : undefined
    const words = Object.values(unzipSync(stored?.bytes ?? new Uint8Array())).map((one) => Buffer.from(one).toString())
    expect(words.join()).toContain('có chữ số hoặc ký hiệu')
    expect(words.join()).toContain('Nguyễn Văn An')
  })

  test('a move between units is written down with before and after', async () => {
    await bot.drops(office, 'ds.csv', csv('Nguyễn Văn An,NV2,,CB1', 'Trần Thị Bình,NV2,,CB2'))
    await confirm(2)
    await bot.drops(office, 'ds.csv', csv('Nguyễn Văn An,NV3,,CB1', 'Trần Thị Bình,NV2,Phó phòng,CB2'))
    await confirm(2)
    expect(await roster()).toMatchObject([{ unit: 'NV3' }, { unit: 'NV2', position: 'Phó phòng' }])
    const moved = await database.prisma.auditEntry.findMany({ where: { kind: 'person' } })
    expect(moved).toMatchObject([{ action: 'unit', before: { unit: 'NV2' }, after: { unit: 'NV3' } }])
  })

  test('where things changed since it was shown, it is shown anew and nothing is written', async () => {
    await bot.drops(office, 'a.csv', csv('Nguyễn Văn An,NV2,,'))
    await bot.drops('hai-office', 'b.csv', csv('Nguyễn Văn An,NV2,Chuyên viên,'))
    await bot.presses('hai-office', '✅ Ghi nhận 1 dòng')
    const [said, shown] = await confirm(1)
    expect(said?.text).toContain('dữ liệu đã thay đổi')
    expect(shown?.text).toContain('giữ nguyên: 1')
    expect(await roster()).toHaveLength(1)
  })

  test('a table is its sender’s alone, the office’s alone, and decided once', async () => {
    await bot.drops(office, 'a.csv', csv('Nguyễn Văn An,NV2,,'))
    const id = (await database.prisma.import.findFirstOrThrow()).id
    const press = (who: string) => bot.does(who, { kind: 'choice', id: `do:table-confirm:${id}` })
    expect(textOf(await press('lan'))).toContain('Chỉ thường trực')
    expect(textOf(await press('hai-office'))).toContain('không còn chờ')
    expect(textOf(await press('an-coordinator-NV2'))).toContain('Chỉ thường trực')
    expect(await roster()).toEqual([])
    const before = bot.sent.length
    for (const number of [1, 2, 3])
      await bot.app.accept({
        id: `p${number}`,
        address: { channel: 'telegram', chat: office },
        from: { id: office, language: 'vi' },
        private: true,
        addressed: true,
        input: { kind: 'choice', id: `do:table-confirm:${id}` },
      })
    await bot.app.drain()
    expect(bot.sent.slice(before).map((one) => one.message.text.split(':')[0])).toEqual([
      'Đã ghi danh sách',
      'Danh sách này không còn chờ đồng chí quyết định',
      'Danh sách này không còn chờ đồng chí quyết định',
    ])
    expect(await roster()).toHaveLength(1)
  })

  test('what fails while it is written leaves nothing of it', async () => {
    await bot.drops(office, 'a.csv', csv('Nguyễn Văn An,NV2,,CB1', 'Trần Thị Bình,NV2,,CB2'))
    // Somebody who is on no list yet has the number: the second row cannot be written.
    await database.prisma.person.create({ data: { id: 'x', rosterCode: 'CB2' } })
    const said = await confirm(2)
    expect(textOf(said)).not.toContain('Đã ghi')
    expect(await roster()).toEqual([])
    expect(await database.prisma.import.findFirstOrThrow()).toMatchObject({ state: 'read' })
    expect(await database.prisma.importRow.count()).toBe(2)
  })

  test('what is left alone for a day is dropped, and what it held with it', async () => {
    await bot.drops(office, 'a.csv', csv('Nguyễn Văn An,NV2,,'))
    expect(await bot.app.forget()).toMatchObject({ dropped: 0 })
    bot.clock = new Date(bot.clock.getTime() + 25 * 60 * 60_000)
    expect(await bot.app.forget()).toMatchObject({ dropped: 1 })
    expect(await database.prisma.importRow.count()).toBe(0)
    expect(textOf(await confirm(1))).toContain('không còn chờ')
  })

  test('units hold from the next turn on and outlive the process; the campaign’s own stay', async () => {
    const units = Buffer.from('Mã đơn vị;Tên đơn vị;Tên ngắn\nNV9;Phòng Nghiệp vụ 9;NV 9\nVP;Văn phòng Thanh tra tỉnh;')
    await bot.drops(office, 'u.csv', units)
    await confirm(2)
    const after = await createCampaignView(campaign).now(database.prisma)
    expect(after.units.map((one) => one.name)).toContain('Văn phòng Thanh tra tỉnh')
    expect(textOf(await bot.drops(office, 'a.csv', csv('Nguyễn Văn An,nv 9,,')))).toContain('thêm mới: 1')
    expect(
      await database.prisma.auditEntry.findMany({ where: { kind: 'unit' }, orderBy: { id: 'asc' } }),
    ).toMatchObject([
      { about: 'NV9', after: { name: 'Phòng Nghiệp vụ 9' } },
      { about: 'VP', before: { name: 'Văn phòng' }, after: { name: 'Văn phòng Thanh tra tỉnh' } },
    ])
    await bot.drops(office, 'u.csv', Buffer.from('Mã đơn vị;Tên đơn vị\nNV9;Phòng 9'))
    await confirm(1)
    expect(await database.prisma.importedUnit.findMany({ orderBy: { code: 'asc' } })).toMatchObject([
      { code: 'NV9', name: 'Phòng 9', shortName: 'NV 9' },
      { code: 'VP' },
    ])
  })
})
