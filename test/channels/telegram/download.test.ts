import { afterEach, expect, test } from 'vitest'
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts'
import { SendError } from '../../../src/core/channel.ts'
import { Refusal, startFakeTelegram } from '../../support/fake-telegram.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function setUp(token?: string) {
  const telegram = await startFakeTelegram()
  closing.push(telegram.close)
  const channel = createTelegramChannel({
    token: token ?? telegram.token,
    apiRoot: telegram.url,
    mode: { kind: 'polling' },
    words: (key) => key,
    files: async () => undefined,
    log,
  })
  const failure = async (id: string, most = 1_000) => {
    const error = await channel.download?.(id, most).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(SendError)
    expect(String((error as SendError).message)).not.toContain('fake-token')
    return (error as SendError).kind
  }
  return { telegram, channel, failure }
}

test('fetches the bytes of a file that somebody sent', async () => {
  const { telegram, channel } = await setUp()
  telegram.hold('a', Uint8Array.of(1, 2, 255))
  expect(await channel.download?.('a', 3)).toEqual(Buffer.of(1, 2, 255))
})

test('tells what can never be had from what may be tried again', async () => {
  const { telegram, failure } = await setUp()
  telegram.hold('a', new Uint8Array(1_001))
  expect(await failure('a')).toBe('rejected')
  expect(await failure('unknown')).toBe('rejected')
  telegram.hold('large', new Uint8Array(20_000_001))
  expect(await failure('large', 50_000_000)).toBe('rejected')
  telegram.fail('cut-after', { method: 'getFile' })
  expect(await failure('a')).toBe('unreachable')
  telegram.fail(new Refusal(500, 'Internal Server Error'), { method: 'getFile' })
  expect(await failure('a')).toBe('unreachable')
})
