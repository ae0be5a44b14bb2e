import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts'
import { type Channel, SendError } from '../../../src/core/channel.ts'
import type { Address, Choice, FileReference } from '../../../src/core/message.ts'
import { type FakeTelegram, Refusal, startFakeTelegram } from '../../support/fake-telegram.ts'

const person: Address = { channel: 'telegram', chat: '700000001' }
const group: Address = { channel: 'telegram', chat: '-1001987654321', thread: '17' }
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const stored = { name: 'chứng nhận; "bản 1".xlsx', mime: 'application/zip', bytes: Uint8Array.of(1, 2, 255, 13, 10, 0) }

function channelAt(apiRoot: string, options: { token?: string; paidBroadcast?: boolean } = {}): Channel {
  return createTelegramChannel({
    token: '123456:fake-token',
    apiRoot,
    mode: { kind: 'polling' },
    words: (key) => key,
    async files(id) {
      if (id === 'away') throw new Error('no database')
      return id === 'stored' ? stored : undefined
    },
    log,
    ...options,
  })
}

async function setUp(options?: { paidBroadcast?: boolean }): Promise<{ telegram: FakeTelegram; channel: Channel }> {
  const telegram = await startFakeTelegram()
  closing.push(telegram.close)
  return { telegram, channel: channelAt(telegram.url, options) }
}

function methods(telegram: FakeTelegram): string[] {
  return telegram.calls.map((one) => one.method)
}

async function failureOf(sending: Promise<unknown>): Promise<SendError> {
  const error = await sending.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  return error as SendError
}

const offer: Choice<string>[][] = [[{ id: 'a', label: 'A' }]]

describe('send', () => {
  test('asks for a number on a keyboard, which alone can', async () => {
    const { telegram, channel } = await setUp()
    const choices = [[{ id: 'contact', label: 'Chia sẻ', asksContact: true }], [{ id: 'b', label: 'B' }]]
    await channel.send(person, { id: '1', text: 'Ai?', choices })
    expect(telegram.calls.at(-1)?.payload.reply_markup).toEqual({
      keyboard: [[{ text: 'Chia sẻ', request_contact: true }], [{ text: 'B' }]],
      one_time_keyboard: true,
      resize_keyboard: true,
    })
  })

  test('sends to a topic of a forum', async () => {
    const { telegram, channel } = await setUp()
    await channel.send(group, { id: '1', text: 'tin' })
    expect(telegram.sent[0]).toMatchObject({ chat: -1_001_987_654_321, thread: 17, text: 'tin' })
  })

  test('knows its own name for a link into the private chat before it has started', async () => {
    const { telegram, channel } = await setUp()
    const choices = [[{ id: 'dangky', label: 'Đăng ký', opensPrivate: true }]]
    await channel.send(group, { id: '1', text: 'tin', choices })
    await channel.send(group, { id: '2', text: 'tin', choices })
    expect(telegram.sent[0]?.rows[0]?.[0]?.url).toBe('https://t.me/thi_dua_bot?start=dangky')
    expect(telegram.calls.filter((one) => one.method === 'getMe')).toHaveLength(1)
  })

  test('may try again when it could not learn its own name, since nothing was sent', async () => {
    const { telegram, channel } = await setUp()
    telegram.fail('cut-after', { method: 'getMe' })
    const choices = [[{ id: 'dangky', label: 'Đăng ký', opensPrivate: true }]]
    expect((await failureOf(channel.send(group, { id: '1', text: 'tin', choices }))).kind).toBe('unreachable')
  })

  test('takes the buttons of a replaced message away where the new one has none', async () => {
    const { telegram, channel } = await setUp()
    const { externalId } = await channel.send(person, { id: '1', text: 'trước', choices: offer })
    const replaced = await channel.send(person, { id: '2', text: 'sau', replaces: externalId })
    expect(replaced.externalId).toBe(externalId)
    expect(telegram.sent).toEqual([expect.objectContaining({ text: 'sau', rows: [], edits: 1 })])
  })

  test('counts a replacement by the same words as done', async () => {
    const { telegram, channel } = await setUp()
    const { externalId } = await channel.send(person, { id: '1', text: 'câu', choices: offer })
    const again = { id: '2', text: 'câu', choices: offer, replaces: externalId }
    expect(await channel.send(person, again)).toEqual({ externalId })
    expect(telegram.sent).toHaveLength(1)
  })

  test.each(['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'])(
    'sends a new message where the old one is beyond editing: %s',
    async (words) => {
      const { telegram, channel } = await setUp()
      const { externalId } = await channel.send(person, { id: '1', text: 'trước' })
      telegram.fail(new Refusal(400, `Bad Request: ${words}`), { method: 'editMessageText' })
      const sent = await channel.send(person, { id: '2', text: 'sau', replaces: externalId })
      expect(sent.externalId).not.toBe(externalId)
      expect(telegram.sent.map((one) => one.text)).toEqual(['trước', 'sau'])
    },
  )

  test('does not send a new message where the replacement was refused for another reason', async () => {
    const { telegram, channel } = await setUp()
    const { externalId } = await channel.send(person, { id: '1', text: 'trước' })
    telegram.throttle(7)
    const error = await failureOf(channel.send(person, { id: '2', text: 'sau', replaces: externalId }))
    expect(error).toMatchObject({ kind: 'throttled', retryAfterMs: 7000 })
    expect(telegram.sent.map((one) => one.text)).toEqual(['trước'])
  })

  test('may repeat a replacement whose answer was lost, because twice is the same as once', async () => {
    const { telegram, channel } = await setUp()
    const { externalId } = await channel.send(person, { id: '1', text: 'trước' })
    telegram.fail('cut-after')
    const replacement = { id: '2', text: 'sau', replaces: externalId }
    expect((await failureOf(channel.send(person, replacement))).kind).toBe('unreachable')
    expect(await channel.send(person, replacement)).toEqual({ externalId })
    expect(telegram.sent.map((one) => one.text)).toEqual(['sau'])
  })

  test('tells the new id of a group that was upgraded', async () => {
    const { telegram, channel } = await setUp()
    telegram.migrate(-42, -1_001_987_654_321)
    const error = await failureOf(channel.send({ channel: 'telegram', chat: '-42' }, { id: '1', text: 'tin' }))
    expect(error).toMatchObject({ kind: 'rejected', migrateTo: '-1001987654321' })
  })

  test('tells a token that Telegram does not know', async () => {
    const { telegram } = await setUp()
    const error = await failureOf(
      channelAt(telegram.url, { token: '999:wrong-token' }).send(person, { id: '1', text: 'câu' }),
    )
    expect(error.kind).toBe('misconfigured')
    expect(`${error.stack}`).not.toContain('wrong-token')
  })

  test('may try again where nobody listens', async () => {
    const { telegram, channel } = await setUp()
    await telegram.close()
    closing.length = 0
    expect((await failureOf(channel.send(person, { id: '1', text: 'câu' }))).kind).toBe('unreachable')
  })

  test('may try again where a filter drops the connection before it is secure', async () => {
    const filter = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const channel = channelAt(`https://127.0.0.1:${await listen(filter)}`)
    expect((await failureOf(channel.send(person, { id: '1', text: 'câu' }))).kind).toBe('unreachable')
  })

  test('may try again where a gateway shows a page of its own', async () => {
    const { telegram, channel } = await setUp()
    telegram.fail('html')
    expect((await failureOf(channel.send(person, { id: '1', text: 'câu' }))).kind).toBe('unreachable')
  })

  test.each(['cut-before', 'cut-after'] as const)(
    'does not know what became of a request that was %s',
    async (fault) => {
      const { telegram, channel } = await setUp()
      await channel.send(person, { id: '1', text: 'kết nối đã mở' })
      telegram.fail(fault)
      expect((await failureOf(channel.send(person, { id: '2', text: 'câu' }))).kind).toBe('ambiguous')
    },
  )

  test('goes on sending after it stopped receiving', async () => {
    const { telegram, channel } = await setUp()
    await channel.start(async () => undefined)
    const sending = channel.send(person, { id: '1', text: 'câu' })
    await channel.stop()
    await sending
    await channel.send(person, { id: '2', text: 'câu nữa' })
    expect(telegram.sent).toHaveLength(2)
  })
})

const photo: FileReference = { kind: 'photo', channel: 'telegram', id: 'p1' }
const document: FileReference = { kind: 'document', channel: 'telegram', id: 'd1', name: 'kế hoạch.pdf' }
const long = 'ữ'.repeat(1025)

describe('a file', () => {
  test.each([
    [photo, 'photo'],
    [document, 'document'],
  ] as const)('is sent by its id, with its words, their formatting and choices: %o', async (file, kind) => {
    const { telegram, channel } = await setUp()
    const spans = [
      { offset: 0, length: 3, style: 'underline' as const },
      { offset: 4, length: 2, style: 'link' as const, url: 'https://example.org/' },
    ]
    await channel.send(group, { id: '1', text: 'Tin mới', spans, choices: offer, file })
    expect(telegram.sent).toMatchObject([
      { thread: 17, text: 'Tin mới', file: { kind, id: file.kind === 'photo' ? 'p1' : 'd1' } },
    ])
    expect(telegram.sent[0]?.entities.map((one) => one.type)).toEqual(['underline', 'text_link'])
    expect(telegram.sent[0]?.rows).toEqual([[{ text: 'A', callback_data: 'a' }]])
  })

  test('keeps exactly as many words as Telegram allows under it', async () => {
    const { telegram, channel } = await setUp()
    await channel.send(person, { id: '1', text: long.slice(1), file: photo })
    expect(telegram.sent).toMatchObject([{ text: long.slice(1), file: { id: 'p1' } }])
  })

  test('goes before words that do not fit, and the words are what is named and edited later', async () => {
    const { telegram, channel } = await setUp()
    const { externalId } = await channel.send(person, { id: '1', text: long, choices: offer, file: photo })
    expect(telegram.sent).toMatchObject([
      { text: '', rows: [] },
      { text: long, rows: [[{ text: 'A' }]] },
    ])
    expect(externalId).toBe(String(telegram.sent[1]?.id))
    await channel.send(person, { id: '2', text: `${long}!`, file: photo, replaces: externalId })
    expect(telegram.sent).toMatchObject([{ text: '' }, { text: `${long}!`, edits: 1 }])
  })

  test('is not sent again with the words that did not go at first', async () => {
    const { telegram, channel } = await setUp()
    telegram.fail(new Refusal(429, 'Too Many Requests: retry after 3', { retry_after: 3 }), { method: 'sendMessage' })
    const message = { id: '1', text: long, file: photo }
    const error = await failureOf(channel.send(person, message))
    expect(error).toMatchObject({ kind: 'throttled', retryAfterMs: 3000 })
    expect(error.message).toMatch(/^The file has arrived, its text has not: /)
    // The same message to somebody else has a file of its own.
    await channel.send({ channel: 'telegram', chat: '700000002' }, message)
    await channel.send(person, message)
    expect(methods(telegram)).toEqual(['sendPhoto', 'sendMessage', 'sendPhoto', 'sendMessage', 'sendMessage'])
    await channel.send(person, message)
    expect(telegram.sent.filter((one) => one.chat === 700_000_001 && one.file)).toHaveLength(2)
  })

  test('of ours is uploaded as it is', async () => {
    const { telegram, channel } = await setUp()
    const file = { kind: 'document' as const, stored: 'stored', name: stored.name }
    await channel.send(person, { id: '1', text: '<Chứng nhận>', choices: offer, file })
    const [sent] = telegram.sent
    expect(sent).toMatchObject({ text: '<Chứng nhận>', rows: [[{ text: 'A' }]], file: { kind: 'document' } })
    expect(sent?.file?.name).toBe('chứng nhận_ _bản 1_.xlsx')
    expect([...(sent?.file?.bytes ?? [])]).toEqual([1, 2, 255, 13, 10, 0])
  })

  test('of ours is uploaded once and goes by its id from then on, also into a message that is changed', async () => {
    const { telegram, channel } = await setUp()
    const file = { kind: 'document' as const, stored: 'stored', name: stored.name }
    for (const chat of ['700000001', '700000002'])
      await channel.send({ channel: 'telegram', chat }, { id: chat, text: 'Tin', file })
    await channel.send(group, { id: '3', text: long, file })
    const { externalId } = await channel.send(person, { id: '4', text: 'chưa có tệp' })
    await channel.send(person, { id: '5', text: 'có tệp', file, replaces: externalId })
    const [first] = telegram.sent
    expect(first?.file?.bytes).toHaveLength(6)
    const others = telegram.sent.flatMap((one) => (one.file && one !== first ? [one.file] : []))
    expect(others.map(({ id, bytes }) => [id, bytes])).toEqual(Array(3).fill([first?.file?.id, undefined]))
  })

  test('of ours is uploaded again where Telegram does not know its id any more', async () => {
    const { telegram, channel } = await setUp()
    const file = { kind: 'document' as const, stored: 'stored', name: stored.name }
    await channel.send(person, { id: '1', text: 'một', file })
    const words = 'Bad Request: wrong file identifier/HTTP URL specified'
    telegram.fail(new Refusal(400, words), { method: 'sendDocument' })
    await channel.send(person, { id: '2', text: 'hai', file })
    await channel.send(person, { id: '3', text: 'ba', file })
    expect(telegram.sent.map((one) => one.file?.bytes?.length)).toEqual([6, 6, undefined])
    expect(telegram.sent[2]?.file?.id).toBe(telegram.sent[1]?.file?.id)
    expect(methods(telegram).filter((one) => one === 'sendDocument')).toHaveLength(4)
  })

  test('of ours is not uploaded again where something else went wrong', async () => {
    const { telegram, channel } = await setUp()
    const file = { kind: 'document' as const, stored: 'stored', name: stored.name }
    await channel.send(person, { id: '1', text: 'một', file })
    telegram.throttle(3)
    expect((await failureOf(channel.send(person, { id: '2', text: 'hai', file }))).kind).toBe('throttled')
    expect(methods(telegram)).toHaveLength(2)
  })

  test.each([
    [{ kind: 'document', stored: 'gone', name: 'x' }, 'rejected'],
    [{ kind: 'document', stored: 'away', name: 'x' }, 'unreachable'],
    [{ kind: 'photo', channel: 'zalo-oa', id: 'z' }, 'rejected'],
    [{ kind: 'photo', channel: 'telegram', id: 'no such id' }, 'rejected'],
  ] as const)('that cannot be had: %o', async (file, kind) => {
    const { telegram, channel } = await setUp()
    expect((await failureOf(channel.send(person, { id: '1', text: 'câu', file }))).kind).toBe(kind)
    expect(telegram.sent).toEqual([])
  })

  test('stays while the words under it are corrected, and comes to a message that had none', async () => {
    const { telegram, channel } = await setUp()
    const { externalId } = await channel.send(person, { id: '1', text: 'trước', file: photo })
    const corrected = { id: '2', text: 'sau', choices: offer, file: photo, replaces: externalId }
    await channel.send(person, corrected)
    expect(await channel.send(person, corrected)).toEqual({ externalId })
    const plain = await channel.send(person, { id: '3', text: 'câu' })
    await channel.send(person, { id: '4', text: 'có ảnh', file: photo, replaces: plain.externalId })
    expect(telegram.sent).toMatchObject([
      { text: 'sau', edits: 1, file: { id: 'p1' }, rows: [[{ text: 'A' }]] },
      { text: 'có ảnh', edits: 1, file: { id: 'p1' } },
    ])
  })
})

describe('a group', () => {
  const chat = { channel: 'telegram' as const, chat: '-1001987654321' }

  test.each([
    ['silenced', { kind: 'blocked', silenced: 'group' }],
    ['kicked', { kind: 'blocked', silenced: undefined }],
    ['left', { kind: 'blocked', silenced: undefined }],
  ] as const)('in which we are %s is told by that, and takes messages again afterwards', async (place, failure) => {
    const { telegram, channel } = await setUp()
    await telegram.place(place, { group: -1_001_987_654_321 })
    expect(await failureOf(channel.send(chat, { id: '1', text: 'tin' }))).toMatchObject(failure)
    await telegram.place('member', { group: -1_001_987_654_321 })
    await channel.send(chat, { id: '1', text: 'tin' })
    expect(telegram.sent).toHaveLength(1)
  })

  test.each(['TOPIC_CLOSED', 'message thread not found'] as const)('with a topic that refuses: %s', async (words) => {
    const { telegram, channel } = await setUp()
    telegram.closeTopic(-1_001_987_654_321, 17, words)
    expect(await failureOf(channel.send(group, { id: '1', text: 'tin' }))).toMatchObject({ silenced: 'topic' })
    await channel.send(chat, { id: '2', text: 'tin' })
    expect(telegram.sent).toHaveLength(1)
  })
})

describe('paid broadcast', () => {
  const paid = (telegram: FakeTelegram) => telegram.calls.map((one) => one.payload.allow_paid_broadcast)

  test('is paid for what goes to many, files too, and for nothing else', async () => {
    const { telegram, channel } = await setUp({ paidBroadcast: true })
    await channel.send(person, { id: '1', text: 'trả lời' })
    await channel.send(person, { id: '2', text: 'tin', bulk: true })
    await channel.send(person, { id: '3', text: 'tin', file: photo, bulk: true })
    await channel.send(person, { id: '4', text: long, file: photo, bulk: true })
    await channel.send(person, { id: '5', text: 'sửa', bulk: true, replaces: '2' })
    expect(paid(telegram)).toEqual([undefined, true, true, true, true, undefined])
    expect(channel.pace?.perSecond).toBe(1000)
  })

  test('is never paid unless it was asked for', async () => {
    const { telegram, channel } = await setUp()
    await channel.send(person, { id: '1', text: 'tin', bulk: true })
    expect(paid(telegram)).toEqual([undefined])
    expect(channel.pace?.perSecond).toBeLessThan(30)
  })
})

describe('a call that hangs', () => {
  test.each([
    ['a new message', {}],
    ['a file', { file: photo }],
    ['an upload', { file: { kind: 'document', stored: 'stored', name: 'x' } as const }],
  ])('is given up when it is told so, and nobody knows what became of it: %s', async (_, more) => {
    const { telegram, channel } = await setUp()
    telegram.fail('hang')
    const stopping = new AbortController()
    const sending = failureOf(channel.send(person, { id: '1', text: 'câu', ...more }, stopping.signal))
    await telegram.until(() => telegram.calls.length === 1)
    stopping.abort()
    expect((await sending).kind).toBe('ambiguous')
  })

  test('is not begun once it is given up, and may be made again', async () => {
    const { telegram, channel } = await setUp()
    const error = await failureOf(channel.send(person, { id: '1', text: 'câu' }, AbortSignal.abort()))
    expect(error.kind).toBe('unreachable')
    expect(telegram.sent).toEqual([])
  })
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
