import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge, press } from '../support/pledges.ts'
import { createTestApp, readCampaign } from '../support/test-app.ts'

const campaign = await readCampaign()
const rosterAt = new Date('2025-11-01T00:00:00Z')

describeEachDatabase('who is missing', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  async function roster() {
    const bot = await createTestApp(database, { campaign })
    const on = (userId: string, name: string, more = {}) =>
      makeKnown(database, bot, userId, { name, unit: 'VP', rosterAt, ...more })
    const an = await on('an', 'Lê Thị An')
    await on('binh', 'Trần Bình')
    await on('chi', 'Phạm Chi', { remindersOff: true })
    await on('xa', 'Võ Xa', { unit: 'NV1' })
    await on('bi', 'Hồ Bị', { standing: 'refused' })
    await database.prisma.person.create({ data: { id: 'paper', name: 'Đỗ Giấy', unit: 'VP', rosterAt } })
    await database.prisma.person.create({
      data: { id: 'gone', name: 'Bùi Đi', unit: 'VP', rosterAt, leftAt: rosterAt },
    })
    await bot.says('dm-coordinator-VP', 'xin chào')
    return { bot, an }
  }
  const reminded = () =>
    database.prisma.delivery.findMany({ where: { key: { startsWith: 'ask:' } }, orderBy: { address: 'asc' } })

  test('names the roster’s people of the unit without a pledge, and those who cannot be reminded', async () => {
    const { bot, an } = await roster()
    const [list] = await bot.says('dm-coordinator-VP', 'ai chưa đăng ký?')
    expect(list?.text.split('\n').slice(1).filter(Boolean)).toEqual([
      '1. Lê Thị An · Văn phòng',
      '2. Phạm Chi · Văn phòng · đã tắt nhắc',
      '3. Trần Bình · Văn phòng',
      '4. Đỗ Giấy · Văn phòng · chưa dùng bot',
    ])
    // A pledge of one's own counts, one that a colleague sent for somebody is that one's.
    const own = await makePledge(database, an, { state: 'undone' })
    await makePledge(database, an, { name: 'Đỗ Giấy', forOther: true, subjectId: 'paper' })
    const [then] = await bot.says('dm-coordinator-VP', 'ai chưa đăng ký?')
    expect(then?.text).toContain('Lê Thị An')
    expect(then?.text).not.toContain('Đỗ Giấy')
    // Withdrawing is an answer, undoing is none.
    for (const state of ['submitted', 'withdrawn']) {
      await database.prisma.pledge.update({ where: { id: own.id }, data: { state } })
      const [last] = await bot.says('dm-coordinator-VP', 'ai chưa đăng ký?')
      expect(last?.text).not.toContain('Lê Thị An')
    }
  })

  test('reminds exactly those, once a day, whoever asks and however often', async () => {
    const { bot } = await roster()
    const other = await createTestApp(database, { campaign })
    await other.does('hai-coordinator-VP', { kind: 'text', text: 'xin chào' }, { id: 'o-1' })
    await Promise.all([
      press(bot, 'dm-coordinator-VP', 'do:missing-remind'),
      press(other, 'hai-coordinator-VP', 'do:missing-remind', 'o-2'),
    ])
    expect((await reminded()).map((row) => row.address)).toEqual(['telegram:an', 'telegram:binh'])
    expect(await press(bot, 'dm-coordinator-VP', 'do:missing-remind')).toContain('2 người đã được nhắc hôm nay')
    const [list] = await bot.says('dm-coordinator-VP', 'ai chưa đăng ký?')
    expect(list?.text).toContain('Trần Bình · Văn phòng · đã nhắc hôm nay')
    bot.clock = new Date('2025-11-11T08:00:00+07:00')
    await press(bot, 'dm-coordinator-VP', 'do:missing-remind')
    expect(await reminded()).toHaveLength(4)
    expect(bot.sent.filter((one) => one.to.chat === 'an').at(-1)?.message.text).toContain('Đăng ký là tự nguyện')
  })
})

describeEachDatabase('the desk of the office', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  test('counts those of unknown senders apart, leaves them off the list, and locks the others', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', { name: 'Phạm Văn Chín', unit: 'VP', standing: 'verified' })
    const nam = await makeKnown(database, bot, 'nam', { name: 'Ai Đó', unit: 'VP' })
    await makePledge(database, lan, { state: 'confirmed', titles: ['LDTT', 'CSTDCS'] })
    await makePledge(database, lan, { state: 'confirmed', unit: 'NV1' })
    await makePledge(database, lan, { state: 'returned' })
    await makePledge(database, lan, { state: 'withdrawn' })
    await makePledge(database, lan, { state: 'undone' })
    await makePledge(database, nam, { state: 'confirmed' })
    const [counts] = await bot.says('thu-office', 'số liệu đăng ký')
    expect(counts?.text).toContain('2 đã xác nhận · 0 chờ xác nhận · 1 trả lại · 0 đã chốt')
    expect(counts?.text).toContain('1 bản của người chưa xác minh')
    expect((await bot.says('thu-office', 'ai chưa đăng ký'))[0]?.text).toBe(counts?.text)
    await bot.says('thu-office', 'số liệu đăng ký')
    expect(counts?.text).toContain('• Văn phòng: 1 xác nhận, 0 chờ, 1 trả lại, 0 chốt; chưa xác minh 1')
    expect(counts?.text).toContain('• Chiến sĩ thi đua cơ sở: 1 bản, 1 có xác nhận')
    const [asked] = await bot.presses('thu-office', '🔒 Chốt danh sách Đợt 2')
    expect(asked?.text).toContain('1 bản của người chưa xác minh tính riêng')
    await makePledge(database, lan, { state: 'confirmed' })
    const [again] = await bot.presses('thu-office', '🔒 Đúng, chốt 2 bản')
    expect(again?.text).toContain('tôi chưa chốt')
    await bot.presses('thu-office', '🔒 Đúng, chốt 3 bản')
    const [list] = await database.prisma.pledgeList.findMany()
    expect(list).toMatchObject({ phase: 'dot-2', number: 1, campaignId: campaign.id })
    expect(await database.prisma.pledge.count({ where: { state: 'included', listId: list?.id ?? '' } })).toBe(3)
    expect(await database.prisma.pledge.count({ where: { state: 'confirmed', personId: nam } })).toBe(1)
  })

  test('the figures come as a spreadsheet without names, to nobody but the office', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', { name: 'Phạm Văn Chín', unit: 'VP', standing: 'verified' })
    await makePledge(database, lan)
    await bot.says('thu-office', 'số liệu đăng ký')
    const answers = await bot.presses('thu-office', '⬇️ Tải bảng Excel')
    const file = answers.find((one) => one.file !== undefined)?.file
    expect(file).toMatchObject({ kind: 'document', name: 'so-lieu-dang-ky.xlsx' })
    const [stored] = await database.prisma.storedFile.findMany()
    const parts = unzipSync(new Uint8Array(stored?.bytes ?? []))
    const words = Object.values(parts)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n')
    for (const word of ['Văn phòng', 'Đợt 2', 'Lao động tiên tiến', 'Chờ xác nhận']) expect(words).toContain(word)
    expect(words).not.toContain('Phạm Văn Chín')
    await bot.app.drain()
    expect(await database.prisma.storedFile.count()).toBe(1)
  })
})
