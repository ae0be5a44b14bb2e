import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Turn } from '../../src/core/conversation/turn.ts'
import type { LifeEffect } from '../../src/core/pledges/life.ts'
import type { Database } from '../../src/db/client.ts'
import { applyLifeEffect } from '../../src/db/pledge-effects.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge, press } from '../support/pledges.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const own = { name: 'Phạm Văn Chín', unit: 'VP' }

describeEachDatabase('the life of pledges', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  const pledgeOf = (id: string) => database.prisma.pledge.findUniqueOrThrow({ where: { id } })
  const eventsOf = (pledgeId: string) => database.prisma.pledgeEvent.findMany({ where: { pledgeId } })

  /** Whoever was too slow is taken up again at once. */
  async function again(...bots: TestApp[]): Promise<void> {
    await database.prisma.inboxUpdate.updateMany({ where: { state: 'waiting' }, data: { dueAt: new Date(0) } })
    for (const bot of bots) await bot.app.drain()
  }
  const heard = (bots: readonly TestApp[], userId: string) =>
    bots
      .flatMap((bot) => bot.sent)
      .filter((one) => one.to.chat === userId)
      .map((one) => one.message.text)
      .join('\n')

  test('of two coordinators at once one confirms, and the other is told by whom it was', async () => {
    const bots = [await createTestApp(database, { campaign }), await createTestApp(database, { campaign })] as const
    const lan = await makeKnown(database, bots[0], 'lan', own)
    await makeKnown(database, bots[0], 'an-coordinator-VP', { name: 'Lê Thị An' })
    await makeKnown(database, bots[0], 'bo-coordinator-VP', { name: 'Võ Văn Bổ' })
    for (let round = 0; round < 3; round++) {
      const { id, code } = await makePledge(database, lan)
      const button = `do:pledge-confirm:${code}:1`
      await Promise.all([
        press(bots[0], 'an-coordinator-VP', button, `an-${round}`),
        press(bots[1], 'bo-coordinator-VP', button, `bo-${round}`),
      ])
      await again(...bots)
      expect(await pledgeOf(id)).toMatchObject({ state: 'confirmed', version: 2 })
      expect((await eventsOf(id)).map((one) => one.kind)).toEqual(['confirmed'])
      const words = heard(bots, 'an-coordinator-VP') + heard(bots, 'bo-coordinator-VP')
      expect(words.match(new RegExp(`Đã xác nhận bản ${code}`, 'g'))).toHaveLength(1)
      expect(words).toMatch(new RegExp(`Bản ${code} đã được .* xác nhận lúc`))
    }
    expect(await database.prisma.auditEntry.count({ where: { action: 'confirm' } })).toBe(3)
  })

  test('who confirms the pledge of somebody that says who they are judges them as a button would', async () => {
    const bot = await createTestApp(database, { campaign })
    const rosterAt = new Date('2025-11-01T00:00:00Z')
    const listed = { ...own, nameKey: 'pham van chin', standing: 'verified', rosterAt }
    await database.prisma.person.create({ data: { id: 'listed', ...listed } })
    const lan = await makeKnown(database, bot, 'lan', { ...own, nameKey: listed.nameKey })
    const an = await makeKnown(database, bot, 'an-coordinator-VP')
    const { id, code } = await makePledge(database, lan)
    expect(await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${code}:1`)).toContain('Đã xác nhận')
    expect(await pledgeOf(id)).toMatchObject({ state: 'confirmed', personId: 'listed', subjectId: 'listed' })
    expect(await database.prisma.person.findUnique({ where: { id: lan } })).toBeNull()
    expect(await database.prisma.person.findUnique({ where: { id: 'listed' } })).toMatchObject({
      verifiedHow: 'coordinator',
      verifiedBy: an,
    })
    expect(await database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { action: 'standing', about: 'listed', before: { standing: 'declared', id: lan }, byPerson: an },
      { action: 'confirm', about: id, byPerson: an },
    ])
  })

  test('a person who changes it while it is confirmed: what is confirmed is what was shown', async () => {
    const bots = [await createTestApp(database, { campaign }), await createTestApp(database, { campaign })] as const
    const lan = await makeKnown(database, bots[0], 'lan', { ...own, standing: 'verified' })
    await makeKnown(database, bots[0], 'an-coordinator-VP')
    for (let round = 0; round < 3; round++) {
      const { id, code } = await makePledge(database, lan)
      await press(bots[0], 'lan', `do:change-pledge:${code}`)
      await bots[0].says('lan', 'sửa danh hiệu')
      await bots[0].says('lan', 'chiến sĩ thi đua cơ sở')
      await bots[0].says('lan', 'xong')
      await Promise.all([
        bots[0].says('lan', 'gửi'),
        press(bots[1], 'an-coordinator-VP', `do:pledge-confirm:${code}:1`, `an-${round}`),
      ])
      await again(...bots)
      const pledge = await pledgeOf(id)
      expect(pledge.version).toBe(2)
      if (pledge.state === 'confirmed') {
        expect(pledge.titles).toEqual(['LDTT'])
        expect(heard(bots, 'lan')).toContain(`bản đã gửi ${code} vừa có thay đổi`)
        // What was being changed is there still, and can be sent now that it is known what that means.
        await bots[0].says('lan', 'gửi')
        expect(await pledgeOf(id)).toMatchObject({ state: 'submitted', version: 3, titles: ['LDTT', 'CSTDCS'] })
      } else {
        expect(pledge).toMatchObject({ state: 'submitted', titles: ['LDTT', 'CSTDCS'] })
        expect(heard(bots, 'an-coordinator-VP')).toContain(`Bản ${code} vừa được người gửi sửa`)
      }
      await database.prisma.form.deleteMany()
    }
  })

  test('forged, foreign and old buttons change nothing and are answered', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', own)
    const { id, code } = await makePledge(database, lan)
    for (const person of ['nam', 'khac-coordinator-NV1', 'an-coordinator-VP', 'thu-office'])
      await bot.says(person, 'chào')
    const forged: [string, string, RegExp][] = [
      ['nam', `do:pledge-confirm:${code}:1`, /dành cho đầu mối/],
      ['nam', `do:pledge-return:${code}:1`, /dành cho đầu mối/],
      ['nam', 'do:confirm-all:1', /dành cho đầu mối/],
      ['nam', 'do:missing-remind', /dành cho đầu mối/],
      ['nam', 'do:list-close-yes:1.1-abc', /dành cho thường trực/],
      ['nam', 'do:counts-export', /dành cho thường trực/],
      ['nam', `do:withdraw-yes:${code}:1`, /không thấy bản đăng ký nào của đồng chí/],
      ['nam', `do:change-pledge:${code}`, /không thấy bản đăng ký nào của đồng chí/],
      ['khac-coordinator-NV1', `do:pledge-confirm:${code}:1`, /không thấy bản này trong các đơn vị/],
      ['khac-coordinator-NV1', `do:pledge-return:${code}:1`, /không thấy bản này trong các đơn vị/],
      ['an-coordinator-VP', 'do:pledge-confirm:TD-NOBODY:1', /không thấy bản này/],
      ['an-coordinator-VP', `do:pledge-confirm:${code}:7`, /vừa được người gửi sửa/],
      ['an-coordinator-VP', `do:pledge-confirm:${code}`, /vừa được người gửi sửa/],
      ['an-coordinator-VP', `do:pledge-reopen:${code}:1`, /chỉ thường trực thi đua/],
      ['an-coordinator-VP', 'do:list-close-yes:1.1-abc', /dành cho thường trực/],
      ['an-coordinator-VP', `do:result-set:${code}:1:LDTT:achieved`, /chỉ thường trực thi đua/],
      ['an-coordinator-VP', `do:dossier-tick:${code}:1:CSTDTQ:0:on`, /chỉ thường trực thi đua/],
      ['thu-office', `do:result-set:${code}:1:LDTT:achieved`, /chờ xác nhận/],
      ['thu-office', `do:pledge-reopen:${code}:1`, /chờ xác nhận/],
      ['thu-office', 'do:list-close-yes:1.1-abc', /không có bản nào đã xác nhận/],
    ]
    for (const [person, button, words] of forged)
      expect([button, await press(bot, person, button)]).toEqual([button, expect.stringMatching(words)])
    expect(await pledgeOf(id)).toMatchObject({ state: 'submitted', version: 1 })
    expect(await eventsOf(id)).toEqual([])
  })

  test('a locked pledge can be changed by nobody until the office reopens it', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', own)
    const { id, code } = await makePledge(database, lan, { state: 'included' })
    for (const person of ['an-coordinator-VP', 'thu-office']) await bot.says(person, 'chào')
    expect(await press(bot, 'lan', `do:withdraw-yes:${code}:1`)).toContain('đã vào danh sách')
    expect(await press(bot, 'lan', `do:change-pledge:${code}`)).toContain('đã vào danh sách')
    expect(await press(bot, 'an-coordinator-VP', `do:pledge-return:${code}:1`)).toContain('đã nằm trong danh sách chốt')
    expect(await pledgeOf(id)).toMatchObject({ state: 'included', version: 1 })
    expect(await press(bot, 'thu-office', `do:pledge-reopen:${code}:1`)).toContain('Đã mở lại')
    expect(await pledgeOf(id)).toMatchObject({ state: 'confirmed', version: 2, listId: null })
    expect(await database.prisma.auditEntry.findMany()).toMatchObject([
      { action: 'reopen', kind: 'pledge', about: id, before: { state: 'included' }, after: { state: 'confirmed' } },
    ])
  })

  test('rights are asked again where it is written', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', own)
    const { id } = await makePledge(database, lan)
    const write = (person: Partial<Turn['person']>, effect: LifeEffect) =>
      database.prisma.$transaction((transaction) => {
        const turn = { person: { id: 'x', ...person }, campaign, timezone: 'Asia/Ho_Chi_Minh', now: bot.clock }
        return applyLifeEffect(transaction, turn as Turn, effect, undefined)
      })
    const shown = { id, version: 1 }
    const confirming: LifeEffect = { kind: 'pledges-confirm', pledges: [shown] }
    await expect(write({ role: 'staff', coordinates: ['VP'] }, confirming)).rejects.toThrow()
    await expect(write({ role: 'coordinator', coordinates: ['NV1'] }, confirming)).rejects.toThrow()
    const closing: LifeEffect = { kind: 'list-close', phase: 'dot-2', pledges: [shown] }
    await expect(write({ role: 'coordinator', coordinates: ['VP'] }, closing)).rejects.toThrow()
    await expect(write({ role: 'coordinator', coordinates: ['VP'] }, { kind: 'counts-export' })).rejects.toThrow()
    const result: LifeEffect = { kind: 'pledge-result', ...shown, award: 'LDTT', outcome: 'achieved' }
    await expect(write({ role: 'coordinator', coordinates: ['VP'] }, result)).rejects.toThrow()
    await expect(write({ role: 'office', coordinates: [] }, result)).rejects.toThrow()
    const paper: LifeEffect = {
      kind: 'dossier-item',
      ...shown,
      award: 'CSTDTQ',
      item: 'to-trinh',
      doneOn: '2025-11-11',
    }
    await expect(write({ role: 'coordinator', coordinates: ['VP'] }, paper)).rejects.toThrow()
    await expect(write({ role: 'office', coordinates: [] }, paper)).rejects.toThrow()
    expect(await pledgeOf(id)).toMatchObject({ state: 'submitted', version: 1 })
  })

  test('of two results at once one is noted, and the other is decided on what is there', async () => {
    const bots = [await createTestApp(database, { campaign }), await createTestApp(database, { campaign })] as const
    const lan = await makeKnown(database, bots[0], 'lan', own)
    const { id, code } = await makePledge(database, lan, { state: 'included' })
    for (const person of ['a-office', 'b-office']) await bots[0].says(person, 'chào')
    await Promise.all([
      press(bots[0], 'a-office', `do:result-set:${code}:1:LDTT:achieved`, 'a'),
      press(bots[1], 'b-office', `do:result-set:${code}:1:LDTT:not`, 'b'),
    ])
    await again(...bots)
    expect(await pledgeOf(id)).toMatchObject({ state: 'included', version: 2 })
    expect(await database.prisma.pledgeResult.count()).toBe(1)
    expect(await database.prisma.auditEntry.count({ where: { action: 'result' } })).toBe(1)
    // A paper ticked twice is there once, and an award of which nobody spoke has no dossier.
    for (let time = 0; time < 2; time++)
      await press(bots[0], 'a-office', `do:result-set:${code}:${2 + time}:LDTT:higher:CSTDTQ`)
    for (let time = 0; time < 2; time++) await press(bots[0], 'a-office', `do:dossier-tick:${code}:4:CSTDTQ:0:on`)
    await press(bots[0], 'a-office', `do:dossier-tick:${code}:4:HCLD3:0:on`)
    expect(await database.prisma.dossierItem.findMany()).toMatchObject([
      { pledgeId: id, award: 'CSTDTQ', item: 'to-trinh', doneOn: '2025-11-10' },
    ])
  })

  test('a list goes on where the pledge stood, with its next page', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', { ...own, standing: 'verified' })
    await makeKnown(database, bot, 'an-coordinator-VP')
    const codes: string[] = []
    for (let minute = 10; minute < 22; minute++) {
      const createdAt = new Date(`2025-11-10T08:${minute}:00+07:00`)
      codes.push((await makePledge(database, lan, { createdAt })).code)
    }
    const shown = () => (bot.sent.at(-1)?.message.text.match(/TD-T\d+(?=, )/g) ?? []).join()
    const hasNext = () => JSON.stringify(bot.sent.at(-1)?.message).includes('Trang sau')
    await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${codes[6]}:1`)
    expect(shown()).toBe([codes[5], codes[7], codes[8], codes[9], codes[10]].join())
    expect(hasNext()).toBe(true)
    await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${codes[11]}:1`)
    expect(shown()).toBe([codes[5], codes[7], codes[8], codes[9], codes[10]].join())
    expect(hasNext()).toBe(false)
    // The last of a page is gone with it.
    for (const code of [codes[5], codes[7], codes[8], codes[9]])
      await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${code}:1`)
    await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${codes[10]}:1`)
    expect(shown()).toBe(codes.slice(0, 5).join())
  })

  test('all at once: exactly those of whom it was asked, else it is asked again', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', own)
    for (let count = 0; count < 7; count++) await makePledge(database, lan)
    await makePledge(database, lan, { unit: 'NV1' })
    await bot.says('an-coordinator-VP', 'đăng ký của phòng')
    await bot.presses('an-coordinator-VP', 'Trang sau ▶')
    await bot.presses('an-coordinator-VP', '✅ Xác nhận tất cả (7)')
    const { id } = await makePledge(database, lan)
    const said = { staffCount: 12, targets: 'dài '.repeat(80).trim(), forOther: true }
    await database.prisma.pledge.update({ where: { id }, data: said })
    const content = { subject: 'individual', name: 'Phạm Văn Chín', unit: 'VP', titles: ['CSTDCS'], commendations: [] }
    await database.prisma.pledgeEvent.create({
      data: { pledgeId: id, kind: 'returned', byPerson: lan, at: new Date(0), content: { ...content, staffCount: 12 } },
    })
    const [asked] = await bot.presses('an-coordinator-VP', '✅ Đúng, xác nhận 7 bản')
    expect(asked?.text).toContain('7. Phạm Văn Chín · Văn phòng · Lao động tiên tiến')
    expect(asked?.text).toContain('Nhập hộ đồng nghiệp.')
    expect(asked?.text).toContain('Đã sửa sau khi trả lại: danh hiệu, mục tiêu, chỉ tiêu.')
    expect(asked?.text).toContain('tôi chưa xác nhận bản nào')
    expect(await database.prisma.pledge.count({ where: { state: 'confirmed' } })).toBe(0)
    const [done] = await bot.presses('an-coordinator-VP', '✅ Đúng, xác nhận 8 bản')
    expect(done?.text).toContain('Đã xác nhận 8 bản')
    expect(
      await database.prisma.pledge.groupBy({ by: ['unit', 'state'], _count: true, orderBy: { unit: 'asc' } }),
    ).toMatchObject([
      { unit: 'NV1', state: 'submitted', _count: 1 },
      { unit: 'VP', state: 'confirmed', _count: 8 },
    ])
  })

  test('all at once are never more than can be named', async () => {
    const bot = await createTestApp(database, { campaign })
    const lan = await makeKnown(database, bot, 'lan', { ...own, standing: 'verified' })
    for (let minute = 10; minute < 33; minute++) {
      const createdAt = new Date(`2025-11-10T08:${minute}:00+07:00`)
      await makePledge(database, lan, { createdAt, name: `Phạm Văn ${minute}` })
    }
    await bot.says('an-coordinator-VP', 'đăng ký của phòng')
    const [asked] = await bot.presses('an-coordinator-VP', '✅ Xác nhận 20 bản chờ lâu nhất')
    expect(asked?.text).toContain('20. Phạm Văn 29')
    expect(asked?.text).not.toContain('Phạm Văn 30')
    const [done] = await bot.presses('an-coordinator-VP', '✅ Đúng, xác nhận 20 bản')
    expect(done?.text).toContain('3 chờ xác nhận · 20 đã xác nhận')
    expect(done?.text).toContain('3. Phạm Văn 32')
  })

  test('a dissolved unit keeps its pledge of Đợt 1 under its name, and its successor’s coordinator sees it', async () => {
    const old = { code: 'CU', name: 'Phòng Cũ', aliases: [], validTo: '2025-06-30', successor: 'VP' }
    const bot = await createTestApp(database, { campaign: { ...campaign, units: [...campaign.units, old] } })
    const lan = await makeKnown(database, bot, 'lan', own)
    const { code } = await makePledge(database, lan, { unit: 'CU', phase: 'dot-1' })
    await bot.says('an-coordinator-VP', 'đăng ký của phòng')
    const [list] = await bot.presses('an-coordinator-VP', 'Đợt 1')
    expect(list?.text).toContain(code)
    expect(list?.text).toContain('Phòng Cũ')
    await bot.says('khac-coordinator-NV1', 'đăng ký của phòng')
    const [other] = await bot.presses('khac-coordinator-NV1', 'Đợt 1')
    expect(other?.text).not.toContain(code)
    expect(await press(bot, 'an-coordinator-VP', `do:pledge-confirm:${code}:1`)).toContain('Đã xác nhận')
  })
})
