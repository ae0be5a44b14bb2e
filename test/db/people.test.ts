import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nameKey } from '../../src/core/tables/roster.ts'
import type { Database } from '../../src/db/client.ts'
import { joinPeople, personColumns } from '../../src/db/join-people.ts'
import { applyPeopleEffect } from '../../src/db/people-effects.ts'
import { settleSubjects } from '../../src/db/pledge-subject.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const at = new Date('2025-11-10T01:00:00Z')

describeEachDatabase('people', (open) => {
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

  async function list(name: string, unit: string, more: object = {}) {
    const { id } = await database.prisma.person.create({
      data: {
        id: name,
        name,
        nameKey: nameKey(name),
        unit,
        rosterAt: at,
        standing: 'verified',
        verifiedHow: 'office',
        ...more,
      },
    })
    return id
  }
  const codeIn = (messages: readonly { text: string }[]) =>
    /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(messages[0]?.text ?? '')?.[0] ?? ''
  const personOf = async (userId: string) =>
    (await database.prisma.account.findFirstOrThrow({ where: { userId }, include: { person: true } })).person
  const textOf = (messages: readonly { text: string }[]) => messages.map((one) => one.text).join('\n')

  describe('a code', () => {
    test('is kept by its digest alone, holds 48 hours, and only the last one of a person', async () => {
      await list('Nguyễn Văn An', 'NV2')
      const first = codeIn(await bot.says('binh-coordinator-NV2', 'mã cho nguyen van an'))
      const second = codeIn(await bot.says('binh-coordinator-NV2', 'cấp mã cho Nguyễn Văn An'))
      expect(JSON.stringify(await database.prisma.pairingCode.findMany())).not.toContain(second.slice(0, 4))
      expect(textOf(await bot.says('an', first))).toContain('không dùng được')
      bot.clock = new Date(bot.clock.getTime() + 48 * 60 * 60_000)
      expect(textOf(await bot.says('an', second))).toContain('không dùng được')
      bot.clock = new Date(bot.clock.getTime() - 1_000)
      expect(textOf(await bot.says('an', second.toLowerCase().replace('-', ' ')))).toContain('Đã ghép')
      expect(await personOf('an')).toMatchObject({ name: 'Nguyễn Văn An', standing: 'verified', verifiedHow: 'code' })
      expect(await database.prisma.auditEntry.findMany({ where: { action: 'join' } })).toMatchObject([
        { about: 'Nguyễn Văn An', after: { how: 'code' } },
      ])
    })

    test('that twenty type at once makes one of them the person', async () => {
      await list('Nguyễn Văn An', 'NV2')
      const code = codeIn(await bot.says('thu-office', 'mã cho nguyen van an'))
      await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          bot.app.accept({
            id: `race-${number}`,
            address: { channel: 'telegram', chat: `racer-${number}` },
            from: { id: `racer-${number}` },
            private: true,
            addressed: true,
            input: { kind: 'text', text: code },
          }),
        ),
      )
      // What could not be stored is tried again a moment later.
      while ((await database.prisma.inboxUpdate.count({ where: { state: 'waiting' } })) > 0) await bot.app.drain()
      const accounts = await database.prisma.account.findMany({ where: { personId: 'Nguyễn Văn An' } })
      expect(accounts).toHaveLength(1)
      const said = bot.sent.filter((one) => one.to.chat.startsWith('racer-')).map((one) => one.message.text)
      expect(said.filter((one) => one.includes('Đã ghép'))).toHaveLength(1)
      expect(said).toHaveLength(20)
      expect(await database.prisma.person.count()).toBe(21)
    })

    test('may be tried five times in an hour, and the door is shut where very many are', async () => {
      for (let number = 0; number < 5; number++) await bot.says('an', 'KKKK-KKKK')
      expect(textOf(await bot.says('an', 'KKKK-KKKK'))).toContain('quá nhiều lần')
      expect(await database.prisma.pairingAttempt.count()).toBe(5)
      bot.clock = new Date(bot.clock.getTime() + 61 * 60_000)
      expect(textOf(await bot.says('an', 'KKKK-KKKK'))).toContain('không dùng được')
      await bot.says('thu-office', 'xin chào')
      const many = Array.from({ length: 58 }, () => ({ channel: 'telegram', userId: 'x', at: bot.clock }))
      await database.prisma.pairingAttempt.createMany({ data: many })
      const before = bot.sent.length
      await bot.says('cuc', 'KKKK-KKKK')
      expect(bot.sent.slice(before).find((one) => one.to.chat === 'thu-office')?.message.text).toContain('dò mã')
      expect(textOf(await bot.says('dung', 'KKKK-KKKK'))).toContain('quá nhiều lần')
    })

    test('of somebody who left the list is worth nothing', async () => {
      await list('Nguyễn Văn An', 'NV2')
      const code = codeIn(await bot.says('thu-office', 'mã cho nguyen van an'))
      await database.prisma.person.updateMany({ where: { name: 'Nguyễn Văn An' }, data: { leftAt: at } })
      expect(textOf(await bot.says('an', code))).toContain('không dùng được')
    })

    test('makes nobody somebody else: who is known for sure stays who they are', async () => {
      await list('Nguyễn Văn An', 'NV2')
      await list('Lê Thị Cúc', 'NV2')
      const codes = [
        codeIn(await bot.says('thu-office', 'mã cho nguyen van an')),
        codeIn(await bot.says('thu-office', 'mã cho le thi cuc')),
      ]
      await bot.says('an', codes[0] ?? '')
      expect(textOf(await bot.says('an', codes[1] ?? ''))).toContain('đã là một người khác')
      expect(await personOf('an')).toMatchObject({ name: 'Nguyễn Văn An' })
      const own = codeIn(await bot.says('dung', 'mã của tôi'))
      expect(textOf(await bot.says('an', own))).toContain('lấy mã ở đây')
    })

    test('of oneself joins two channels without saying who one is', async () => {
      const own = codeIn(await bot.says('dung', 'mã của tôi'))
      await bot.says('dung-khac', own)
      const person = await personOf('dung')
      expect(await database.prisma.account.count({ where: { personId: person.id } })).toBe(2)
      expect(person.standing).toBe('declared')
    })
  })

  test('every column that names a person moves with them', async () => {
    const columns = await database.prisma.$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = current_schema()
        AND column_name IN ('person_id', 'by_person', 'subject_id', 'verified_by', 'decided_by', 'approved_by')`
    const known = Object.entries(personColumns).flatMap(([table, names]) => names.map((one) => `${table}.${one}`))
    expect(columns.map((one) => `${one.table}.${one.column}`).sort()).toEqual(known.sort())
  })

  test('joining keeps pledges, consents, the form, deliveries and what both have at once', async () => {
    const { prisma } = database
    await list('Nguyễn Văn An', 'NV2', { role: 'coordinator' })
    await list('Chi', 'VP')
    const into = 'Nguyễn Văn An'
    await bot.does('an', { kind: 'command', command: 'dangky', argument: '' })
    const from = (await personOf('an')).id
    await prisma.person.update({ where: { id: from }, data: { role: 'office', locale: 'en', remindersOff: true } })
    const pledge = {
      campaignId: campaign.id,
      phase: 'dot-2',
      subject: 'individual',
      unit: 'NV2',
      titles: ['LDTT'],
      commendations: [],
      state: 'submitted',
      createdAt: at,
      updatedAt: at,
    }
    await prisma.pledge.create({
      data: { ...pledge, id: 'p1', code: 'TD-1', personId: from, name: 'nguyen van an', nameKey: 'nguyen van an' },
    })
    await prisma.pledge.create({
      data: {
        ...pledge,
        id: 'p2',
        code: 'TD-2',
        personId: from,
        name: 'Lê Thị Cúc',
        nameKey: 'le thi cuc',
        forOther: true,
      },
    })
    await prisma.pledgeEvent.create({ data: { pledgeId: 'p1', kind: 'submitted', byPerson: from, content: {}, at } })
    await prisma.consent.create({
      data: { personId: from, purpose: 'register', version: '1', given: true, channel: 'telegram', at },
    })
    await prisma.coordinator.createMany({ data: ['NV2', 'NV3'].map((unit) => ({ personId: from, unit })) })
    await prisma.coordinator.create({ data: { personId: into, unit: 'NV2', byPerson: 'Chi' } })
    await prisma.acknowledgement.createMany({
      data: [from, into].map((personId) => ({ broadcastId: 'b', personId, at })),
    })
    const form = await prisma.form.findUniqueOrThrow({ where: { personId: from } })
    await prisma.form.create({ data: { personId: into, dialogue: 'pledge', state: {}, updatedAt: at } })

    await prisma.$transaction(async (transaction) => {
      await joinPeople(transaction, from, into)
      await settleSubjects(transaction)
    })
    expect(await prisma.person.findUnique({ where: { id: from } })).toBeNull()
    expect(await prisma.person.findUniqueOrThrow({ where: { id: into } })).toMatchObject({
      name: 'Nguyễn Văn An',
      role: 'office',
      locale: 'en',
      remindersOff: true,
    })
    expect(await prisma.pledge.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { personId: into, subjectId: into },
      { personId: into, subjectId: null },
    ])
    expect(await prisma.form.findMany()).toMatchObject([{ personId: into, state: form.state }])
    expect((await prisma.coordinator.findMany()).map((one) => [one.personId, one.unit]).sort()).toEqual([
      [into, 'NV2'],
      [into, 'NV3'],
    ])
    expect(await prisma.acknowledgement.count()).toBe(1)
    expect(await prisma.consent.count({ where: { personId: into } })).toBe(1)
    expect(await prisma.pledgeEvent.count({ where: { byPerson: into } })).toBe(1)
    expect(await prisma.delivery.count({ where: { personId: from } })).toBe(0)
  })

  describe('rights', () => {
    const press = (who: string, id: string) => bot.does(who, { kind: 'choice', id: `do:${id}` })

    test('reach no further than the own units, nor up to those who have more', async () => {
      await list('Nguyễn Văn An', 'NV2')
      await list('Lê Thị Cúc', 'NV3')
      await list('Chi', 'NV2', { role: 'office' })
      const binh = 'binh-coordinator-NV2'
      for (const id of [
        'person-code:Lê Thị Cúc',
        'person:Lê Thị Cúc',
        'person-code:Chi',
        'appoint:Nguyễn Văn An:NV2',
        'office-on:Nguyễn Văn An',
      ])
        expect(textOf(await press(binh, id))).toMatch(/chỉ dành cho|Chỉ quản trị viên/)
      expect(textOf(await press('lan', 'person-code:Nguyễn Văn An'))).toContain('chỉ dành cho')
      expect(textOf(await press('thu-office', 'person-code:Chi'))).toContain('chỉ dành cho')
      expect(textOf(await press('thu-office', 'office-on:Nguyễn Văn An'))).toContain('Chỉ quản trị viên')
      expect(await database.prisma.pairingCode.count()).toBe(0)
      expect(await database.prisma.auditEntry.count()).toBe(0)
    })

    test('are asked again where an effect is written', async () => {
      await list('Lê Thị Cúc', 'NV3')
      await list('Nguyễn Văn An', 'NV2')
      const person = {
        id: 'binh',
        role: 'coordinator',
        locale: 'vi',
        remindersOff: false,
        standing: 'verified',
        coordinates: ['NV2'],
      } as const
      const update = {
        id: '1',
        address: { channel: 'telegram', chat: 'b' },
        from: { id: 'b' },
        private: true,
        addressed: true,
        input: { kind: 'text', text: '' },
      } as const
      const turn = {
        update,
        person,
        form: undefined,
        offered: [],
        pledges: [],
        consents: [],
        campaign,
        timezone: 'UTC',
        now: at,
      } as const
      for (const effect of [
        { kind: 'make-code', code: 'KKKK-KKKK', person: 'Lê Thị Cúc' },
        { kind: 'judge-person', id: 'Lê Thị Cúc', standing: 'refused' },
        { kind: 'appoint', id: 'Nguyễn Văn An', unit: 'NV2', on: true },
        { kind: 'office', id: 'Nguyễn Văn An', on: true },
        { kind: 'join', into: 'Nguyễn Văn An', by: { code: 'none', own: false } },
      ] as const)
        await expect(
          database.prisma.$transaction((transaction) => applyPeopleEffect(transaction, turn, effect)),
        ).rejects.toThrow()
      expect(await database.prisma.auditEntry.count()).toBe(0)
    })

    test('that are granted and taken are written down with before and after, and hold at once', async () => {
      await list('Nguyễn Văn An', 'NV2')
      await bot.says('an', codeIn(await bot.says('thu-office', 'mã cho nguyen van an')))
      await press('thu-office', 'appoint:Nguyễn Văn An:NV2')
      expect(textOf(await bot.does('an', { kind: 'command', command: 'nguoi', argument: 'an' }))).toContain(
        'Nguyễn Văn An',
      )
      await press('chu-owner', 'office-on:Nguyễn Văn An')
      expect(await personOf('an')).toMatchObject({ role: 'office' })
      await press('chu-owner', 'office-off:Nguyễn Văn An')
      await press('thu-office', 'dismiss:Nguyễn Văn An:NV2')
      expect(await personOf('an')).toMatchObject({ role: 'staff' })
      const entries = await database.prisma.auditEntry.findMany({ where: { action: 'role' }, orderBy: { id: 'asc' } })
      expect(entries.map((one) => [one.before, one.after])).toEqual([
        [{ units: [] }, { units: ['NV2'] }],
        [{ role: 'coordinator' }, { role: 'office' }],
        [{ role: 'office' }, { role: 'coordinator' }],
        [{ units: ['NV2'] }, { units: [] }],
      ])
    })

    test('an owner owns it from every account of theirs', async () => {
      const own = codeIn(await bot.says('chu-owner', 'mã của tôi'))
      await bot.says('chu-khac', own)
      await bot.says('chu-khac', 'xin chào')
      expect(await personOf('chu-khac')).toMatchObject({ role: 'owner' })
    })
  })

  test('somebody who is known for sure cannot declare another name or unit', async () => {
    await list('Nguyễn Văn An', 'NV2')
    await bot.says('an', codeIn(await bot.says('thu-office', 'mã cho nguyen van an')))
    const said = await register('an', 'Lê Văn Khác', 'NV3')
    expect(textOf(said)).toContain('Đã ghi nhận')
    expect(await personOf('an')).toMatchObject({ name: 'Nguyễn Văn An', unit: 'NV2' })
  })

  async function register(userId: string, name: string, unit: string) {
    await bot.does(userId, { kind: 'command', command: 'dangky', argument: '' })
    for (const words of ['cá nhân', name, unit, 'LĐTT', 'xong', 'xong']) await bot.says(userId, words)
    await bot.presses(userId, 'Đúng rồi, tiếp tục')
    await bot.presses(userId, '☐ Tổng hợp đăng ký thi đua (cần có)')
    return bot.presses(userId, '✔ Gửi đăng ký')
  }
})
