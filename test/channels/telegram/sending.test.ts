import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts'
import { type Channel, SendError } from '../../../src/core/channel.ts'
import type { Address, Choice } from '../../../src/core/message.ts'
import { type FakeTelegram, Refusal, startFakeTelegram } from '../../support/fake-telegram.ts'

const person: Address = { channel: 'telegram', chat: '700000001' }
const group: Address = { channel: 'telegram', chat: '-1001987654321', thread: '17' }
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function channelAt(apiRoot: string, token = '123456:fake-token'): Channel {
  return createTelegramChannel({ token, apiRoot, mode: { kind: 'polling' }, words: (key) => key, log })
}

async function setUp(): Promise<{ telegram: FakeTelegram; channel: Channel }> {
  const telegram = await startFakeTelegram()
  closing.push(telegram.close)
  return { telegram, channel: channelAt(telegram.url) }
}

async function failureOf(sending: Promise<unknown>): Promise<SendError> {
  const error = await sending.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  return error as SendError
}

const offer: Choice<string>[][] = [[{ id: 'a', label: 'A' }]]

describe('send', () => {
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
    const error = await failureOf(channelAt(telegram.url, '999:wrong-token').send(person, { id: '1', text: 'câu' }))
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

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
