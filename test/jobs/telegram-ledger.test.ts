/** What the ledger makes of Telegram's answers: the real channel and dispatcher, a stand-in for the platform. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/index.ts'
import { topicClosed } from '../../src/core/groups/group.ts'
import type { OutgoingMessage } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { insertDeliveries } from '../../src/db/new-deliveries.ts'
import { createOutboxStore } from '../../src/db/outbox-store.ts'
import { createDispatcher, type Dispatcher } from '../../src/jobs/deliver-outbox.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { type FakeTelegram, Refusal, someone, startFakeTelegram } from '../support/fake-telegram.ts'

const group = -1_001_987_654_321
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

let database: Database
let telegram: FakeTelegram
let dispatcher: Dispatcher

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await emptyTables(database)
  telegram = await startFakeTelegram()
  const { token, url: apiRoot } = telegram
  const mode = { kind: 'polling' as const }
  const channel = createTelegramChannel({
    token,
    apiRoot,
    mode,
    words: (key) => key,
    files: async () => undefined,
    log,
  })
  const outbox = createOutboxStore(database, 'test')
  const none = () => undefined
  dispatcher = createDispatcher({ outbox, channels: [channel], log, width: 8, onFree: none, onTrouble: none })
})
afterEach(() => telegram.close())

async function queue(message: Omit<OutgoingMessage, 'id'>, to: number | string = someone): Promise<void> {
  const one = { channel: 'telegram', address: `telegram:${to}`, personId: null, lane: 'reply', kind: 'reply' } as const
  await database.prisma.$transaction((transaction) =>
    insertDeliveries(transaction, [{ ...one, message: { id: crypto.randomUUID(), ...message } }]),
  )
}

/** Delivers until nothing waits any more. */
async function deliver(): Promise<void> {
  for (;;) {
    await dispatcher.deliver()
    await dispatcher.idle()
    if ((await database.prisma.delivery.count({ where: { state: 'queued' } })) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const states = async () =>
  (await database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map((row) => [row.state, row.externalId])

describe('a message that is edited often', () => {
  test('shows the newest words although an edit was told to wait', async () => {
    await queue({ text: '0%' })
    await deliver()
    telegram.fail(new Refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 }), {
      method: 'editMessageText',
    })
    await queue({ text: '40%', replaces: '1' })
    await dispatcher.deliver()
    await dispatcher.idle()
    await queue({ text: '80%', replaces: '1' })
    await queue({ text: '100%', replaces: '1' })
    await deliver()
    expect(telegram.sent).toMatchObject([{ text: '100%', edits: 3 }])
    expect(await states()).toEqual(Array.from({ length: 4 }, () => ['sent', '1']))
    expect(await database.prisma.delivery.count({ where: { attempts: { gt: 1 } } })).toBe(0)
  })

  test('is sent anew where it is gone, and the ledger says under which number', async () => {
    await queue({ text: '40%', replaces: '77' })
    await deliver()
    await queue({ text: '80%', replaces: '1' })
    await deliver()
    expect(telegram.sent).toMatchObject([{ text: '80%', edits: 1 }])
    expect(await states()).toEqual([
      ['sent', '1'],
      ['sent', '1'],
    ])
  })
})

describe('a group that refuses', () => {
  beforeEach(async () => {
    const chat = String(group)
    await database.prisma.group.create({ data: { channel: 'telegram', chat, state: 'present', thread: '17' } })
  })

  const known = () => database.prisma.group.findFirstOrThrow()

  test('because we may not write there is silenced, with the reason', async () => {
    await telegram.place('silenced', { group })
    await queue({ text: 'tin' }, group)
    await deliver()
    expect(await known()).toMatchObject({ state: 'silenced', reason: expect.stringContaining('not enough rights') })
    expect((await states())[0]?.[0]).toBe('failed')
  })

  test('because we were removed is gone', async () => {
    await telegram.place('kicked', { group })
    await queue({ text: 'tin' }, group)
    await deliver()
    expect(await known()).toMatchObject({ state: 'gone', reason: expect.stringContaining('bot was kicked') })
  })

  test('because a topic is closed is silenced only where that is the topic of its news', async () => {
    telegram.closeTopic(group, 5)
    telegram.closeTopic(group, 17)
    await queue({ text: 'trả lời' }, `${group}:5`)
    await deliver()
    expect(await known()).toMatchObject({ state: 'present', reason: null })
    await queue({ text: 'tin' }, `${group}:17`)
    await deliver()
    expect(await known()).toMatchObject({ state: 'silenced', reason: topicClosed })
  })

  test('because its general topic is closed is silenced only where its news goes there', async () => {
    telegram.fail(new Refusal(400, 'Bad Request: TOPIC_CLOSED'), { times: 2 })
    await queue({ text: 'trả lời' }, group)
    await deliver()
    expect(await known()).toMatchObject({ state: 'present', reason: null })
    await database.prisma.group.updateMany({ data: { thread: null } })
    await queue({ text: 'tin' }, group)
    await deliver()
    expect(await known()).toMatchObject({ state: 'silenced', reason: topicClosed })
  })

  test('because we may not write at all stays silenced whatever becomes of its topics', async () => {
    telegram.closeTopic(group, 17)
    await queue({ text: 'tin' }, `${group}:17`)
    await deliver()
    await telegram.place('silenced', { group })
    await queue({ text: 'trả lời' }, `${group}:5`)
    await deliver()
    expect(await known()).toMatchObject({ state: 'silenced', reason: expect.stringContaining('not enough rights') })
  })

  test('because it moved gets the message under its new id', async () => {
    telegram.migrate(group, -1_001_987_654_999)
    await queue({ text: 'tin' }, group)
    await deliver()
    expect(telegram.sent).toMatchObject([{ chat: -1_001_987_654_999, text: 'tin' }])
    expect(await known()).toMatchObject({ chat: '-1001987654999', state: 'present' })
  })
})
