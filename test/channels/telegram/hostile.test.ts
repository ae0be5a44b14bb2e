/** Everything that Telegram, its users or somebody who pretends to be it can send, through the adapter and the whole bot. */
import type { Update } from 'grammy/types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, createApp } from '../../../src/app.ts'
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts'
import type { Channel } from '../../../src/core/channel.ts'
import type { Database } from '../../../src/db/client.ts'
import { createTestDatabase, emptyTables } from '../../support/database.ts'
import { type Actor, type Draft, type FakeTelegram, someone, startFakeTelegram } from '../../support/fake-telegram.ts'
import { placeDraft, pressDraft, textDraft } from '../../support/telegram/updates.ts'
import { answererOf, readCampaign, readerOf, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()
const secret = 'a-long-enough-secret'
const group = -1_001_234_567_890
const lan = 700_000_010
const chief = 700_000_020

let database: Database
let telegram: FakeTelegram
let channel: Channel
let app: App
let updates = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await emptyTables(database)
  telegram = await startFakeTelegram()
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.url,
    mode: { kind: 'webhook', publicUrl: 'https://bot.example', secret },
    files: async () => undefined,
    words: (key) => key,
    log: silent,
  })
  app = createApp({
    database,
    campaign,
    answerer: answererOf,
    channels: [channel],
    translator,
    timezone: 'Asia/Ho_Chi_Minh',
    clock: () => new Date('2025-11-10T01:00:00Z'),
    quick: readerOf,
    seatOf: (_channel, userId) => ({ role: userId === String(chief) ? 'owner' : 'staff' }),
    log: silent,
  })
  await channel.start((update) => app.accept(update))
})
afterEach(async () => {
  await channel.stop()
  await telegram.close()
})

async function post(body: unknown, id?: number): Promise<number> {
  updates += 1
  const whole = typeof body === 'string' ? body : JSON.stringify({ update_id: id ?? updates, ...(body as object) })
  const headers = { 'x-telegram-bot-api-secret-token': secret }
  const request = new Request('https://bot.example/channels/telegram', { method: 'POST', headers, body: whole })
  return (await channel.webhook?.(request))?.status ?? 0
}

/** The update is taken, and everything that follows from it happens. Gives what was sent meanwhile. */
async function take(draft: Draft, id?: number) {
  const before = telegram.sent.length
  expect(await post(draft, id)).toBe(200)
  await app.drain()
  return telegram.sent.slice(before)
}

const say = (text: string, actor?: Actor) => take(textDraft(text, 1_000 + updates, actor))
const press = (data: string, actor?: Actor) =>
  take(pressDraft({ data, query: `q${updates}`, message: { id: 1, text: 'x' } }, actor))
const parked = () => database.prisma.inboxUpdate.count({ where: { state: { not: 'done' } } })
const refused = () => database.prisma.delivery.findMany({ where: { state: { not: 'sent' } } })

/** Somebody with a pledge, a group, and an update that was given up: everything that could be told or changed. */
async function furnish(): Promise<void> {
  await say('/start', { id: lan, name: 'Lan' })
  await say('/start', { id: chief })
  const { personId } = await database.prisma.account.findFirstOrThrow({ where: { userId: String(lan) } })
  const unit = campaign.units[0]?.code ?? ''
  await database.prisma.person.update({ where: { id: personId }, data: { name: 'Trần Thị Bí Mật', unit } })
  const [phase] = campaign.phases
  const at = new Date('2025-11-01T01:00:00Z')
  await database.prisma.pledge.create({
    data: {
      id: 'pledge-1',
      code: 'TD-SECRET',
      campaignId: campaign.id,
      phase: phase?.id ?? '',
      personId,
      subject: 'individual',
      name: 'Trần Thị Bí Mật',
      unit,
      state: 'submitted',
      createdAt: at,
      updatedAt: at,
    },
  })
  await take(placeDraft('member', telegram.bot, { id: chief, group }))
  await database.prisma.inboxUpdate.create({
    data: { channel: 'telegram', updateId: 'p1', address: `telegram:${lan}`, state: 'parked', error: 'x', update: {} },
  })
}

async function changed() {
  const [pledge, groups, waiting] = [
    await database.prisma.pledge.findFirst(),
    await database.prisma.group.findFirst(),
    await database.prisma.inboxUpdate.count({ where: { state: 'parked' } }),
  ]
  return [pledge?.state, groups?.enabled, groups?.news, groups?.thread, waiting]
}
const asItWas = ['submitted', false, true, null, 1]

const buttonsOfOthers = [
  'do:my-pledge',
  'do:change-pledge:TD-SECRET',
  'do:withdraw-pledge:TD-SECRET',
  'do:withdraw-yes:TD-SECRET',
  'do:my-data',
  'do:work',
  'do:retry-update:1',
  'do:groups',
  `do:group-enable:telegram:${group}`,
  `do:group-forget:telegram:${group}`,
  'do:news',
  'do:broadcast-approve:b1',
  'do:broadcast-certificate:b1',
  'group:news-off',
  'group:thread-here',
  'field:name:x',
]

describe('what is somebody’s own', () => {
  beforeEach(furnish)

  test('is not changed or shown by a press that was forged or belongs to somebody else', async () => {
    const shown = []
    for (const data of [
      ...buttonsOfOthers,
      '',
      'x'.repeat(200),
      'do:',
      'do:constructor',
      'topic:__proto__',
      'do:language:xx',
    ])
      shown.push(...(await press(data, { id: 700_000_099 })))
    expect(JSON.stringify(shown)).not.toMatch(/Bí Mật|TD-SECRET|Thanh tra tỉnh"/)
    expect(await changed()).toEqual(asItWas)
  })

  test.each([
    ['the person', lan],
    ['the office', chief],
    ['somebody else', 700_000_099],
  ])('stays out of a group, whatever %s does there', async (_, id) => {
    const actor = { id, group }
    const name = telegram.bot.username
    const shown = []
    for (const words of ['tôi đăng ký gì', 'bản đăng ký của tôi', 'Trần Thị Bí Mật đăng ký gì', 'danh sách sự cố'])
      shown.push(...(await say(`@${name} ${words}`, actor)))
    for (const command of ['start cuatoi', 'start dangky', 'cuatoi', 'dulieu', 'viec', 'nhom', 'dangky', 'ngonngu'])
      shown.push(
        ...(await say(
          command.replace(/^\w+/, (word) => `/${word}@${name}`),
          actor,
        )),
      )
    for (const data of buttonsOfOthers) shown.push(...(await press(data, actor)))
    expect(shown.filter((one) => one.chat !== group)).toEqual([])
    expect(JSON.stringify(shown)).not.toMatch(/Bí Mật|TD-SECRET|Đang chờ xử lý|Cho phép:/)
    // Whatever leads on from there leads into the private chat.
    const buttons = shown.flatMap((one) => one.rows.flat())
    expect(buttons.filter((one) => one.url === undefined && !one.callback_data?.startsWith('topic:'))).toEqual([])
    expect(await changed()).toEqual(asItWas)
    expect(await database.prisma.form.count()).toBe(0)
  })

  test('stays out of a group where who writes in its name asks, and no person comes of it', async () => {
    const people = await database.prisma.account.count()
    const nobody = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
    const shown = []
    for (const words of ['/tin', '/tin tắt', '/dangky', '/cuatoi', 'tôi đăng ký gì', 'đợt 2 kết thúc ngày nào']) {
      const { message } = textDraft(`@${telegram.bot.username} ${words}`, 50, { group })
      const anonymous = { ...message, from: nobody, sender_chat: message?.chat }
      const answers = await take({ message: anonymous } as Draft)
      expect(answers).toHaveLength(1)
      shown.push(...answers)
    }
    expect(JSON.stringify(shown)).not.toMatch(/Bí Mật|TD-SECRET/)
    expect(await changed()).toEqual(asItWas)
    expect(await database.prisma.account.count()).toBe(people)
  })
})

const member = () => placeDraft('member', telegram.bot, { group })
const promoted = () => placeDraft('administrator', telegram.bot, { group })
function joined(): Draft {
  const { message } = textDraft('x', 60, { group })
  const { text: _, ...notice } = message ?? {}
  return { message: { ...notice, new_chat_members: [telegram.bot] } } as Draft
}
const started = () => textDraft(`/start@${telegram.bot.username} them`, 61, { group })

describe('joining', () => {
  test.each([
    ['as it should be', [member, joined, started, promoted]],
    ['backwards', [promoted, started, joined, member]],
    ['the first words first', [started, joined, member, promoted]],
    ['each twice', [joined, joined, member, member, started, started, promoted, promoted]],
  ])('is introduced in one message: %s', async (_, drafts) => {
    for (const draft of drafts) await take(draft())
    expect(telegram.sent.filter((one) => one.text.includes('Kính chào các đồng chí'))).toHaveLength(1)
    expect(telegram.sent).toHaveLength(1)
    expect(await database.prisma.group.findMany()).toMatchObject([{ title: 'Thanh tra tỉnh', state: 'present' }])
  })

  test('again is introduced again, and the office lets news go there again', async () => {
    await take(member())
    await database.prisma.group.updateMany({ data: { enabled: true } })
    for (const place of ['kicked', 'member'] as const) await take(placeDraft(place, telegram.bot, { group }))
    expect(telegram.sent).toHaveLength(2)
    expect(await database.prisma.group.findMany()).toMatchObject([{ state: 'present', enabled: false }])
  })
})

// Each is a thing that some program somewhere trips over.
const words: readonly (readonly [string, string])[] = [
  ['nothing but a space', ' '],
  ['zero-width signs', '\u200B\u200C\u200D\uFEFF\u2060'],
  ['a right-to-left override', '\u202Eký gnăđ iôt\u202C \u2066đăng ký\u2069'],
  ['Arabic and Hebrew', 'مرحبا שלום đăng ký'],
  ['emoji of many parts', '👩🏽‍⚖️👨‍👩‍👧‍👦🇻🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(40)],
  ['piled-up marks', `z${'\u0301\u0323\u0302'.repeat(300)}`],
  ['half a letter and U+0000', 'a\uD83D b\u0000c \uDE00'],
  ['markup', '<b>đậm</b> & <script>alert(1)</script> **sao** __gạch__ [x](y) { $name } { "a" }'],
  ['10,000 characters', 'đăng ký '.repeat(1_250)],
  ['one endless word', 'ữ'.repeat(10_000)],
  ['lines without end', '\n'.repeat(4_000)],
  ['a slash alone', '/'],
  ['a command of nothing but its name', '/@thi_dua_bot'],
  ['a command in a script of its own', '/ĐĂNGKÝ giúp'],
  ['a start word that is none', `/start ${'../'.repeat(300)}`],
  ['SQL', `'; DROP TABLE person; -- \\'`],
]

describe('words', () => {
  test.each(words)(
    '%s are answered wherever they are said, and every answer is one that Telegram takes',
    async (_, one) => {
      expect((await say(one)).length).toBeGreaterThan(0)
      await say(`@${telegram.bot.username} ${one}`, { group })
      await say('/dangky')
      await press('form:none')
      expect((await say('cá nhân')).length).toBeGreaterThan(0)
      expect((await say(one)).length).toBeGreaterThan(0)
      expect((await say(one)).length).toBeGreaterThan(0)
      expect(await refused()).toEqual([])
      expect(await parked()).toBe(0)
    },
  )

  test.each(words)('%s may stand in a name and in a title', async (_, one) => {
    await say('/start', { id: chief, name: one })
    const draft = placeDraft('member', telegram.bot, { group, name: one }) as { my_chat_member: { chat: object } }
    Object.assign(draft.my_chat_member.chat, { title: one })
    const [, asked] = await take(draft as Draft)
    expect(asked?.chat).toBe(chief)
    await say('/nhom', { id: chief })
    expect(await refused()).toEqual([])
    expect(await parked()).toBe(0)
  })

  test('that look like markup come back as they are', async () => {
    const draft = placeDraft('member', telegram.bot, { group }) as { my_chat_member: { chat: object } }
    Object.assign(draft.my_chat_member.chat, { title: '<b>A</b> & **B** { $x }' })
    await say('/start', { id: chief })
    const [, asked] = await take(draft as Draft)
    expect(asked?.text).toContain('<b>A</b> & **B** { $x }')
  })
})

describe('what is no update of Telegram’s', () => {
  const broken: readonly unknown[] = [
    { message: null },
    { message: 5 },
    { message: {} },
    { message: { chat: null, text: 'x' } },
    { message: { chat: { id: 1, type: 'private' } } },
    { message: { ...textDraft('x', 1).message, text: 5 } },
    { message: { ...textDraft('x', 1).message, text: {} } },
    { message: { ...textDraft('x', 1).message, entities: 'x' } },
    { message: { ...textDraft('x', 1).message, from: {} } },
    { message: { ...textDraft('x', 1).message, chat: { id: 'x', type: 'private' } } },
    { message: { ...textDraft('x', 1).message, chat: { id: {}, type: 'private' } } },
    { message: { ...textDraft('x', 1).message, message_thread_id: 'x', is_topic_message: true } },
    { callback_query: [] },
    {
      callback_query: {
        id: 'q',
        from: { id: 1 },
        data: 5,
        message: { message_id: 1, chat: { id: 1, type: 'private' } },
      },
    },
    { my_chat_member: {} },
    { my_chat_member: { chat: { id: -1, type: 'group' }, from: {}, new_chat_member: null } },
    { message: { ...textDraft('x', 1).message, migrate_to_chat_id: 'x' } },
    { unheard_of: {} },
  ]

  test.each(broken.map((one) => [JSON.stringify(one).slice(0, 90), one]))('holds nothing up: %s', async (_, one) => {
    expect(await post(one)).toBe(200)
    await app.drain()
    expect((await say('xin chào', { id: 700_000_055 })).length).toBeGreaterThan(0)
    expect(await database.prisma.inboxUpdate.count({ where: { state: 'waiting' } })).toBe(0)
  })

  test.each([
    '',
    '[]',
    'null',
    '5',
    '{"update_id":"1"}',
    '{"update_id":1.5}',
    '{"update_id":1e300}',
    '{'.repeat(50_000),
  ])('is refused: %.20s', async (body) => expect(await post(body)).toBe(400))
})

test('the same update again is the same, and another under its number is not taken', async () => {
  const { message } = textDraft('xin chào', 70)
  expect(await take({ message } as Draft, 900_001)).toHaveLength(1)
  expect(await take({ message } as Draft, 900_001)).toEqual([])
  expect(await take(textDraft('/moc', 71), 900_001)).toEqual([])
  expect(await take({ message } as Update, 900_000)).toHaveLength(1)
})

test('a group that is renamed, closes a topic and loses its rights is followed', async () => {
  await say('/start', { id: chief })
  await take(member())
  telegram.administrators.add(someone)
  const notice = (more: object, thread?: number) => {
    const { message } = textDraft('x', 80, { group, ...(thread !== undefined && { thread }) })
    const { text: _, ...rest } = message ?? {}
    return take({ message: { ...rest, ...more } } as Draft)
  }
  const known = () => database.prisma.group.findFirstOrThrow()
  await notice({ new_chat_title: 'Tên mới' })
  expect(await known()).toMatchObject({ title: 'Tên mới' })
  await say('/tin chủ đề này', { group, thread: 7 })
  await notice({ forum_topic_closed: {} }, 8)
  await notice({ forum_topic_closed: {} })
  expect(await known()).toMatchObject({ state: 'present', thread: '7' })
  expect(await notice({ forum_topic_closed: {} }, 7)).toMatchObject([{ chat: chief }])
  expect(await known()).toMatchObject({ state: 'silenced' })
  expect(await notice({ forum_topic_reopened: {} }, 7)).toMatchObject([{ chat: chief }])
  expect(await known()).toMatchObject({ state: 'present' })
  const told = await take(placeDraft('silenced', telegram.bot, { group }))
  expect(told).toMatchObject([{ chat: chief }])
  await notice({ forum_topic_reopened: {} }, 7)
  expect(await known()).toMatchObject({ state: 'silenced' })
})
