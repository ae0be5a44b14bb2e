import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCampaignStore } from '../../src/db/campaign-store.ts'
import type { Database } from '../../src/db/client.ts'
import { settleOwners } from '../../src/db/meet.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'
import { makePledge, press } from '../support/pledges.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
const rosterAt = new Date('2025-11-01T00:00:00Z')
const [coordinator, office, owner, colleague] = ['an-coordinator-VP', 'thu-office', 'chu-owner', 'hai-office'] as const
const awards = { unit: 'VP', titles: ['LDTT'], commendations: [] }

/** Lan, who is known for sure, Nam, who says to be of the unit, and those who look after them; each is called as their account. */
interface Scene {
  readonly bot: TestApp
  readonly database: Database
  pledge(state: string): Promise<{ id: string; code: string }>
  broadcast(state: string, more?: object): Promise<string>
}

/** Makes ready, and gives what is done then. */
type Act = (scene: Scene) => Promise<() => Promise<unknown>>

const onPledge =
  (state: string, by: string, id: (code: string) => string): Act =>
  async ({ bot, pledge }) => {
    const { code } = await pledge(state)
    return () => press(bot, by, `do:${id(code)}`)
  }
const onBroadcast =
  (state: string, action: string, by: string = office): Act =>
  async ({ bot, broadcast }) => {
    const id = await broadcast(state)
    return () => press(bot, by, `do:broadcast-${action}:${id}`)
  }
const onPerson =
  (action: string, by: string, rest = '', who: 'lan' | 'nam' = 'lan'): Act =>
  async ({ bot }) =>
  () =>
    press(bot, by, `do:${action}:${who}${rest}`)
/** Words that follow each other, the last of which does it; a label in brackets is pressed. */
const says =
  (by: string, first: readonly string[], last: string): Act =>
  async ({ bot }) => {
    const one = (words: string) => (words.startsWith('[') ? bot.presses(by, words.slice(1, -1)) : bot.says(by, words))
    for (const words of first) await one(words)
    return () => one(last)
  }
const drops =
  (table: string): Act =>
  async ({ bot }) => {
    await bot.drops(office, 'a.csv', Buffer.from(table))
    return () => bot.presses(office, '✅ Ghi nhận 1 dòng')
  }

const byCode: Act = async ({ bot, database }) => {
  await database.prisma.person.create({
    data: { id: 'listed', name: 'Lê Thị Cúc', nameKey: 'le thi cuc', unit: 'VP', rosterAt, standing: 'verified' },
  })
  const [said] = await bot.says(coordinator, 'mã cho Lê Thị Cúc')
  await bot.says('cuc', 'xin chào')
  return () => bot.says('cuc', /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said?.text ?? '')?.[0] ?? '')
}

const changing: Act = async (scene) => {
  const { code } = await scene.pledge('submitted')
  await press(scene.bot, 'lan', `do:change-pledge:${code}`)
  await scene.bot.says('lan', 'sửa đơn vị thành phòng nghiệp vụ 2')
  return () => scene.bot.says('lan', 'gửi')
}

const closing: Act = async ({ bot, pledge }) => {
  await pledge('confirmed')
  await bot.says(office, 'số liệu đăng ký')
  await bot.presses(office, '🔒 Chốt danh sách Đợt 2')
  return () => bot.presses(office, '🔒 Đúng, chốt 1 bản')
}

const starting: Act = async ({ bot, broadcast }) => {
  await broadcast('scheduled', { sendAt: bot.clock })
  return () => bot.app.drain()
}

// Of each act the one entry: what it is called, on what, by whom (null: by a rule or a setting), before and after.
const acts: readonly (readonly [string, string, string | null, unknown, unknown, Act])[] = [
  [
    'submit',
    'pledge',
    'lan',
    null,
    { state: 'submitted', ...awards },
    says('lan', ['đăng ký LĐTT', 'gửi', '[☐ Tổng hợp đăng ký thi đua (cần có)]'], 'gửi'),
  ],
  ['change', 'pledge', 'lan', awards, { state: 'submitted', ...awards, unit: 'NV2' }, changing],
  [
    'undo',
    'pledge',
    'lan',
    { state: 'submitted' },
    { state: 'undone' },
    onPledge('submitted', 'lan', (code) => `undo-pledge:${code}`),
  ],
  [
    'withdraw',
    'pledge',
    'lan',
    { state: 'confirmed' },
    { state: 'withdrawn' },
    onPledge('confirmed', 'lan', (code) => `withdraw-yes:${code}:1`),
  ],
  [
    'confirm',
    'pledge',
    coordinator,
    { state: 'submitted' },
    { state: 'confirmed' },
    onPledge('submitted', coordinator, (code) => `pledge-confirm:${code}:1`),
  ],
  [
    'return',
    'pledge',
    coordinator,
    { state: 'submitted' },
    { state: 'returned', reason: 'Thiếu đề tài' },
    async (scene) => {
      const { code } = await scene.pledge('submitted')
      await press(scene.bot, coordinator, `do:pledge-return:${code}:1`)
      await scene.bot.says(coordinator, 'Thiếu đề tài')
      return () => scene.bot.says(coordinator, 'gửi')
    },
  ],
  ['include', 'pledge', office, { state: 'confirmed' }, { state: 'included' }, closing],
  [
    'reopen',
    'pledge',
    office,
    { state: 'included' },
    { state: 'confirmed' },
    onPledge('included', office, (code) => `pledge-reopen:${code}:1`),
  ],
  [
    'result',
    'pledge',
    office,
    { state: 'included' },
    { state: 'included', result: { award: 'LDTT', outcome: 'not' } },
    onPledge('included', office, (code) => `result-set:${code}:1:LDTT:not`),
  ],
  [
    'dossier',
    'pledge',
    office,
    { item: 'to-trinh', doneOn: null },
    { item: 'to-trinh', doneOn: '2025-11-10' },
    onPledge('included-fighter', office, (code) => `dossier-tick:${code}:1:CSTDTQ:0:on`),
  ],
  ['role', 'person', office, { units: [] }, { units: ['NV1'] }, onPerson('appoint', office, ':NV1')],
  [
    'role',
    'person',
    office,
    { units: ['NV1'] },
    { units: [] },
    async (scene) => {
      await press(scene.bot, office, `do:appoint:lan:NV1`)
      return () => press(scene.bot, office, `do:dismiss:lan:NV1`)
    },
  ],
  ['role', 'person', owner, { role: 'staff' }, { role: 'office' }, onPerson('office-on', owner)],
  [
    'role',
    'person',
    owner,
    { role: 'office' },
    { role: 'staff' },
    async (scene) => {
      await press(scene.bot, owner, `do:office-on:lan`)
      return () => press(scene.bot, owner, `do:office-off:lan`)
    },
  ],
  [
    'role',
    'person',
    null,
    { role: 'staff' },
    { role: 'owner' },
    async ({ bot, database }) =>
      () =>
        settleOwners(
          database,
          [
            { channel: 'telegram', userId: 'lan' },
            { channel: 'telegram', userId: owner },
          ],
          bot.clock,
        ),
  ],
  ['import', 'unit', office, null, { name: 'Phòng 9' }, drops('Mã đơn vị,Tên đơn vị\nNV9,Phòng 9')],
  ['import', 'table', office, null, { kind: 'roster', add: 1 }, drops('Họ và tên,Đơn vị\nVõ Thị Mai,NV2')],
  [
    'unit',
    'person',
    office,
    { unit: 'VP' },
    { unit: 'NV2' },
    drops('Họ và tên,Đơn vị,Mã cán bộ\nPhạm Văn Chín,NV2,CB1'),
  ],
  [
    'standing',
    'person',
    coordinator,
    { standing: 'declared' },
    { standing: 'verified' },
    onPerson('person-yes', coordinator, '', 'nam'),
  ],
  [
    'standing',
    'person',
    coordinator,
    { standing: 'declared' },
    { standing: 'refused' },
    onPerson('person-no-yes', coordinator, '', 'nam'),
  ],
  [
    'code',
    'person',
    coordinator,
    null,
    { expiresAt: '2025-11-12T01:00:00.000Z' },
    onPerson('person-code', coordinator),
  ],
  ['join', 'person', 'listed', { role: 'staff' }, { how: 'code', role: 'staff' }, byCode],
  [
    'send',
    'broadcast',
    office,
    null,
    { state: 'scheduled' },
    says(office, ['soạn tin mới', 'Họp lúc 8h', 'xong', 'mọi người', 'hẹn giờ', '16h30'], 'gửi'),
  ],
  ['start', 'broadcast', null, { state: 'scheduled' }, { state: 'sending' }, starting],
  ['pause', 'broadcast', office, { state: 'sending' }, { state: 'paused' }, onBroadcast('sending', 'pause')],
  ['resume', 'broadcast', office, { state: 'paused' }, { state: 'sending' }, onBroadcast('paused', 'resume')],
  ['cancel', 'broadcast', office, { state: 'paused' }, { state: 'cancelled' }, onBroadcast('paused', 'cancel-yes')],
  ['retry', 'broadcast', office, { state: 'done' }, { state: 'sending' }, onBroadcast('done', 'retry')],
  [
    'approve',
    'broadcast',
    colleague,
    { state: 'awaiting' },
    { state: 'scheduled' },
    onBroadcast('awaiting', 'approve', colleague),
  ],
  [
    'refuse',
    'broadcast',
    colleague,
    { state: 'awaiting' },
    { state: 'cancelled' },
    onBroadcast('awaiting', 'refuse', colleague),
  ],
  [
    'remind',
    'reminder',
    coordinator,
    null,
    { day: '2025-11-10' },
    async ({ bot }) =>
      () =>
        press(bot, coordinator, 'do:missing-remind'),
  ],
  [
    'load',
    'campaign',
    null,
    { phases: campaign.phases.map(({ id, start, close }) => ({ id, start, close })) },
    { changed: ['phases'] },
    async ({ bot, database }) => {
      const store = createCampaignStore(database)
      await store.load(campaign, 'one', bot.clock)
      const phases = campaign.phases.map((one) => ({ ...one, close: one.close.replace('-23', '-24') }))
      return () => store.load({ ...campaign, phases }, 'two', bot.clock)
    },
  ],
]

describeEachDatabase('the audit log', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  async function stage(): Promise<Scene> {
    const bot = await createTestApp(database, { campaign })
    const known = { unit: 'VP', standing: 'verified' }
    const lan = { ...known, id: 'lan', name: 'Phạm Văn Chín', nameKey: 'pham van chin', rosterAt, rosterCode: 'CB1' }
    const nam = { ...known, id: 'nam', name: 'Ngô Văn Nam', nameKey: 'ngo van nam', standing: 'declared' }
    const seats = [lan, nam, { id: coordinator, role: 'coordinator' }, { id: owner, role: 'owner' }]
    const people = [...seats, { id: office, role: 'office' }, { id: colleague, role: 'office' }]
    await database.prisma.person.createMany({ data: people })
    await database.prisma.account.createMany({
      data: people.map(({ id }) => ({ channel: 'telegram', userId: id, personId: id, chat: id, language: 'vi' })),
    })
    await database.prisma.coordinator.create({ data: { personId: coordinator, unit: 'VP' } })
    return {
      ...{ bot, database },
      pledge: (state) => {
        const fighter = state === 'included-fighter'
        const more = { state: fighter ? 'included' : state, titles: fighter ? ['CSTDTQ'] : ['LDTT'] }
        return makePledge(database, 'lan', { ...more, createdAt: bot.clock })
      },
      async broadcast(state, more = {}) {
        const content = { text: 'Họp', spans: [], buttons: [] }
        const audience = { people: true, groups: false, units: [], roles: [], channels: [] }
        const by = { campaignId: campaign.id, byPerson: office, createdAt: bot.clock }
        const { id } = await database.prisma.broadcast.create({
          data: {
            id: 'b'.repeat(20),
            content,
            audience,
            state,
            sendAt: new Date('2025-11-10T16:30:00+07:00'),
            ...by,
            ...more,
          },
        })
        return id
      },
    }
  }
  const entries = () => database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })

  test.each(acts)(
    'holds one entry of %s of a %s by %s: from %j to %j',
    async (action, kind, by, before, after, act) => {
      const scene = await stage()
      const doIt = await act(scene)
      const had = (await entries()).length
      await doIt()
      const found = (await entries()).slice(had).filter((one) => one.action === action && one.kind === kind)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ byPerson: by, at: scene.bot.clock })
      expect({ before: found[0]?.before, after: found[0]?.after }).toMatchObject({ before, after })
    },
  )

  test('holds nothing of what was forbidden, came too late or was about something that had changed', async () => {
    const scene = await stage()
    const { bot } = scene
    const sent = await scene.pledge('submitted')
    const locked = await scene.pledge('included')
    const id = await scene.broadcast('awaiting')
    await bot.says('xa-coordinator-NV1', 'xin chào')
    const had = await entries()
    for (const [who, button] of [
      ['nam', `withdraw-yes:${sent.code}:1`],
      ['nam', `undo-pledge:${sent.code}`],
      ['nam', `pledge-confirm:${sent.code}:1`],
      ['xa-coordinator-NV1', `pledge-confirm:${sent.code}:1`],
      [coordinator, `pledge-confirm:${sent.code}:7`],
      [coordinator, `pledge-reopen:${locked.code}:1`],
      ['lan', `withdraw-yes:${locked.code}:1`],
      [office, `result-set:${sent.code}:1:LDTT:not`],
      [office, `dossier-tick:${sent.code}:1:LDTT:0:on`],
      ['nam', 'list-close-yes:1.1-abc'],
      ['nam', 'missing-remind'],
      ['xa-coordinator-NV1', `person-yes:nam`],
      [coordinator, `person-yes:lan`],
      [coordinator, `appoint:lan:VP`],
      [office, `office-on:lan`],
      ['xa-coordinator-NV1', `person-code:lan`],
      ['lan', `broadcast-approve:${id}`],
      [office, `broadcast-approve:${id}`],
      [office, `broadcast-resume:${id}`],
      [office, `broadcast-retry:${id}`],
    ] as const)
      await press(bot, who, `do:${button}`)
    for (let time = 0; time < 2; time++) await bot.says('cuc', 'KKKK-KKKK')
    expect(await entries()).toEqual(had)
    expect(await database.prisma.inboxUpdate.count({ where: { state: { not: 'done' } } })).toBe(0)
  })
})
