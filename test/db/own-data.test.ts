import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../src/core/people/consent.ts'
import type { Database } from '../../src/db/client.ts'
import { applyDataEffect } from '../../src/db/data-effects.ts'
import { createNoticeStore } from '../../src/db/notice-store.ts'
import { createCampaignView } from '../../src/db/unit-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge, press } from '../support/pledges.ts'
import { createTestApp, readCampaign, recordingChannel, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const timezone = 'Asia/Ho_Chi_Minh'

describeEachDatabase('own data', (open) => {
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

  const textOf = (messages: readonly { text: string }[]) => messages.map((one) => one.text).join('\n')
  const files = () => database.prisma.storedFile.findMany({ orderBy: { mime: 'asc' } })

  describe('an export', () => {
    test('is two files for the person alone, and all that is theirs stands in them', async () => {
      const id = await makeKnown(database, bot, 'lan', { name: 'Nguyễn Thị Lan', unit: 'VP' })
      const hoa = await makeKnown(database, bot, 'hoa', { name: 'Trần Thị Hoa', unit: 'VP' })
      const { code } = await makePledge(database, id, { name: 'Nguyễn Thị Lan' })
      const other = await makePledge(database, hoa, { name: 'Trần Thị Hoa' })
      const sent = await bot.says('lan', 'xuất dữ liệu của tôi')
      expect(sent.map((one) => one.file && 'name' in one.file && one.file.name)).toEqual([
        'du-lieu-cua-toi.txt',
        'du-lieu-cua-toi.json',
      ])
      const [json, page] = await files()
      expect([json?.personId, page?.personId]).toEqual([id, id])
      expect(page?.expiresAt).toEqual(new Date(bot.clock.getTime() + 86_400_000))
      const words = Buffer.from(page?.bytes ?? []).toString('utf8')
      expect(words.startsWith('\ufeffDỮ LIỆU TÔI GIỮ VỀ ĐỒNG CHÍ')).toBe(true)
      expect(words).toContain(code)
      const record = JSON.parse(Buffer.from(json?.bytes ?? []).toString('utf8'))
      expect(record).toMatchObject({
        person: { id, name: 'Nguyễn Thị Lan', unit: 'VP' },
        accounts: [{ channel: 'telegram', user_id: 'lan' }],
        pledges: [{ code, state: 'submitted' }],
        messagesFromYou: [{ input: { text: 'xin chào' } }, { input: { text: 'xuất dữ liệu của tôi' } }],
        changesToYourRecord: [],
      })
      expect(record.messagesToYou[0].text).toContain('Kính chào')
      for (const strange of [other.code, 'Trần Thị Hoa', hoa]) {
        expect(words).not.toContain(strange)
        expect(JSON.stringify(record)).not.toContain(strange)
      }
    })

    test('is in words where no file can be sent', async () => {
      const channel = recordingChannel()
      const plain = { ...channel, limits: { ...channel.limits, files: false } }
      const words = await createTestApp(database, { campaign, channel: plain })
      const id = await makeKnown(database, words, 'lan', { name: 'Nguyễn Thị Lan', unit: 'VP' })
      const { code } = await makePledge(database, id)
      const said = textOf(await words.says('lan', 'xuất dữ liệu'))
      expect(said).toContain('không nhận được tệp')
      expect(said).toContain(code)
      expect(await files()).toEqual([])
    })

    test('in a group nothing of it is said, whichever button is pressed', async () => {
      const id = await makeKnown(database, bot, 'lan', { name: 'Nguyễn Thị Lan', unit: 'VP' })
      const { code } = await makePledge(database, id)
      for (const action of [
        'my-data',
        'data-export',
        'consents',
        'delete-data',
        'delete-data-yes',
        'consent-withdraw:remind',
      ])
        expect(textOf(await bot.inGroup('-100', 'lan', { kind: 'choice', id: `do:${action}` }))).not.toMatch(
          new RegExp(`${code}|Lan|đồng ý lúc`),
        )
      expect(await files()).toEqual([])
      expect(await database.prisma.consent.count()).toBe(0)
    })
  })

  describe('consent', () => {
    test('withdrawn is a line of its own, honoured at once, and can be given again', async () => {
      const id = await makeKnown(database, bot, 'lan')
      for (const purpose of ['register', 'remind', 'count']) await press(bot, 'lan', `do:consent-give:${purpose}`)
      // A reminder that waits to go out, as while the platform is away.
      await database.prisma.delivery.create({
        data: {
          ...{ channel: 'telegram', address: 'telegram:lan', personId: id, lane: 'bulk', kind: 'reminder' },
          ...{ message: { text: 'nhắc' }, dueAt: new Date('2100-01-01') },
        },
      })
      await press(bot, 'lan', 'do:consent-withdraw:remind')
      const waiting = await database.prisma.delivery.findFirstOrThrow({ where: { kind: 'reminder' } })
      expect(waiting.state).toBe('cancelled')
      bot.clock = new Date('2025-11-14T08:00:00+07:00')
      expect((await bot.app.remind()).people).toBe(0)
      await press(bot, 'lan', 'do:consent-withdraw:remind')
      await press(bot, 'lan', 'do:consent-give:remind')
      const rows = await database.prisma.consent.findMany({ where: { purpose: 'remind' }, orderBy: { id: 'asc' } })
      expect(rows.map(({ given, way, version }) => [given, way, version])).toEqual([
        [true, 'button', consentVersion],
        [false, 'button', consentVersion],
        [true, 'button', consentVersion],
      ])
      bot.clock = new Date('2025-11-21T08:00:00+07:00')
      expect((await bot.app.remind()).people).toBe(1)
    })

    test('to registering withdrawn withdraws what is open, only once it was said what that is', async () => {
      const id = await makeKnown(database, bot, 'lan')
      await press(bot, 'lan', 'do:consent-give:register')
      const first = await makePledge(database, id)
      await makePledge(database, id, { state: 'included', phase: 'dot-1' })
      const asked = await press(bot, 'lan', 'do:consent-withdraw:register')
      expect(asked).toContain(first.code)
      expect(asked).toContain('33/2024/QH15')
      const states = async () =>
        (await database.prisma.pledge.findMany({ orderBy: { code: 'asc' } })).map((one) => one.state)
      expect(await states()).toEqual(['submitted', 'included'])
      expect(await press(bot, 'lan', 'do:consent-withdraw-yes:0-x')).toContain(first.code)
      expect(await states()).toEqual(['submitted', 'included'])
      await press(bot, 'lan', 'do:consent-withdraw:register')
      await bot.says('lan', 'có')
      expect(await states()).toEqual(['withdrawn', 'included'])
    })

    test('to statistics withdrawn leaves the pledge out of the figures that are handed on', async () => {
      const id = await makeKnown(database, bot, 'lan', { standing: 'verified' })
      await makePledge(database, id)
      const figures = () => createNoticeStore(database, { campaigns: createCampaignView(campaign), timezone }).figures()
      expect(await figures()).not.toEqual([])
      await press(bot, 'lan', 'do:consent-give:count')
      await press(bot, 'lan', 'do:consent-withdraw:count')
      expect(await figures()).toEqual([])
    })
  })

  describe('a correction', () => {
    test('of who was confirmed waits to be confirmed anew where the name or the unit changes', async () => {
      const id = await makeKnown(database, bot, 'lan', { name: 'Nguyễn Thị Lan', unit: 'VP', standing: 'verified' })
      const turn = { person: { id }, now: bot.clock } as Parameters<typeof applyDataEffect>[1]
      const correct = (name: string, position: string | null) =>
        database.prisma.$transaction((one) =>
          applyDataEffect(one, turn, { kind: 'correct-person', name, unit: 'VP', position }),
        )
      const person = () => database.prisma.person.findUniqueOrThrow({ where: { id } })
      await correct('Nguyễn Thị Lan', 'Thanh tra viên')
      expect(await person()).toMatchObject({ standing: 'verified', position: 'Thanh tra viên' })
      await correct('Nguyễn Thị Lan Anh', null)
      expect(await person()).toMatchObject({ standing: 'declared', nameKey: 'nguyen thi lan anh', position: null })
      await database.prisma.person.update({ where: { id }, data: { rosterAt: bot.clock } })
      await expect(correct('Kẻ Mạo Danh', null)).rejects.toThrow('not theirs')
    })

    test('of the office’s list is asked of the office and changes nothing', async () => {
      await bot.says('mai-office', 'xin chào')
      const more = { name: 'Nguyễn Thị Lan', unit: 'VP', standing: 'verified', rosterAt: bot.clock }
      const id = await makeKnown(database, bot, 'lan', more)
      await bot.says('lan', 'sửa thông tin của tôi')
      for (const words of ['sửa', 'họ và tên', 'Nguyễn Thị Lan Anh']) await bot.says('lan', words)
      const before = bot.sent.length
      expect(textOf(await bot.presses('lan', '✔ Gửi đề nghị sửa'))).toContain('02 ngày làm việc')
      const told = bot.sent.slice(before).filter((one) => one.to.chat === 'mai-office')
      expect(told.map((one) => one.message.text).join()).toContain('Nguyễn Thị Lan → Nguyễn Thị Lan Anh')
      expect(await database.prisma.person.findUniqueOrThrow({ where: { id } })).toMatchObject(more)
      expect(await database.prisma.auditEntry.findMany({ where: { kind: 'data' } })).toMatchObject([
        { action: 'correct', about: id, before: null, after: null },
      ])
    })
  })

  test('somebody of the office with news under way is asked to end it first', async () => {
    const id = await makeKnown(database, bot, 'mai-office')
    const news = { id: 'n', campaignId: campaign.id, byPerson: id, content: {}, audience: {}, createdAt: bot.clock }
    await database.prisma.broadcast.create({ data: { ...news, state: 'awaiting' } })
    expect(textOf(await bot.says('mai-office', 'xoá dữ liệu của tôi'))).toContain('tin chưa gửi xong')
    expect(await press(bot, 'mai-office', 'do:delete-data-yes:0-0')).toContain('tin chưa gửi xong')
    expect(await database.prisma.account.count()).toBe(1)
  })
})
