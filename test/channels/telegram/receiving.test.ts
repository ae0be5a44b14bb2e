import { afterEach, describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts'
import type { Channel } from '../../../src/core/channel.ts'
import type { IncomingUpdate } from '../../../src/core/message.ts'
import { type FakeTelegram, Refusal, startFakeTelegram } from '../../support/fake-telegram.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Setup {
  readonly telegram: FakeTelegram
  readonly channel: Channel
  readonly logged: readonly string[]
  /** Resolves when a line of the log matches. */
  untilLogged(pattern: RegExp): Promise<void>
}

async function setUp(token?: string): Promise<Setup> {
  const telegram = await startFakeTelegram()
  const logged: string[] = []
  const readers = new Set<() => void>()
  const note = (level: string) => (fields: object, words: string) => {
    logged.push(`${level}: ${words} ${JSON.stringify(fields)}`)
    for (const reader of readers) reader()
  }
  const channel = createTelegramChannel({
    token: token ?? telegram.token,
    apiRoot: telegram.url,
    mode: { kind: 'polling' },
    words: (key, locale) => `${key} ${locale}`,
    files: async () => undefined,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
  })
  closing.push(telegram.close, channel.stop)
  const untilLogged = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      const reader = () => logged.some((line) => pattern.test(line)) && resolve()
      readers.add(reader)
      reader()
    })
  return { telegram, channel, logged, untilLogged }
}

function countOf(telegram: FakeTelegram, method: string): number {
  return telegram.calls.filter((one) => one.method === method).length
}

function textOf(update: IncomingUpdate): string {
  return update.input.kind === 'text' ? update.input.text : update.input.kind
}

describe('polling', () => {
  test('removes a webhook before it polls and asks for exactly what it reads', async () => {
    const { telegram, channel } = await setUp()
    await channel.start(async () => undefined)
    await telegram.until(() => telegram.waiting() === 1)
    const methods = telegram.calls.map((one) => one.method).filter((one) => one !== 'setMyCommands')
    expect(methods).toEqual(['getMe', 'deleteWebhook', 'getUpdates'])
    const poll = telegram.calls.find((one) => one.method === 'getUpdates')
    expect(poll?.payload.allowed_updates).toEqual(['message', 'callback_query', 'my_chat_member'])
  })

  test('confirms an update only after it is stored', async () => {
    const { telegram, channel } = await setUp()
    let store: () => void = () => undefined
    const stored = new Promise<void>((resolve) => {
      store = resolve
    })
    const arrived = new Promise<void>((resolve) => {
      void channel.start(() => {
        resolve()
        return stored
      })
    })
    await telegram.say('câu')
    await arrived
    expect(countOf(telegram, 'getUpdates')).toBe(1)
    store()
    await telegram.until(() => countOf(telegram, 'getUpdates') === 2)
    expect(telegram.calls.filter((one) => one.method === 'getUpdates').at(-1)?.payload.offset).toBe(870_000_002)
  })

  test('repeats from the update that could not be stored, without losing or reordering any', async () => {
    const { telegram, channel } = await setUp()
    for (const one of ['một', 'hai', 'ba']) await telegram.say(one)
    const stored: string[] = []
    let failures = 1
    await channel.start(async (update) => {
      if (textOf(update) === 'hai' && failures-- > 0) throw new Error('no database')
      stored.push(textOf(update))
    })
    await telegram.until(() => stored.length === 3 && telegram.waiting() === 1)
    expect(stored).toEqual(['một', 'hai', 'ba'])
  })

  test('ends the waiting call at once when it stops', async () => {
    const { telegram, channel } = await setUp()
    await channel.start(async () => undefined)
    await telegram.until(() => telegram.waiting() === 1)
    await channel.stop()
    await telegram.until(() => telegram.waiting() === 0)
    await telegram.say('sau')
    expect(telegram.waiting()).toBe(0)
  })

  test('stores the update in hand before it has stopped, and takes no other', async () => {
    const { telegram, channel } = await setUp()
    await telegram.say('một')
    await telegram.say('hai')
    const stored: string[] = []
    let stopped: Promise<void> | undefined
    const begun = new Promise<void>((resolve) => {
      void channel.start(async (update) => {
        stopped = channel.stop()
        resolve()
        await Promise.resolve()
        stored.push(textOf(update))
      })
    })
    await begun
    await stopped
    expect(stored).toEqual(['một'])
  })

  test('hands what it left behind to the next process', async () => {
    const { telegram, channel } = await setUp()
    await channel.start(async () => {
      throw new Error('no database')
    })
    await telegram.say('câu')
    await channel.stop()
    const stored: string[] = []
    await channel.start(async (update) => void stored.push(textOf(update)))
    await telegram.until(() => stored.length === 1)
    expect(stored).toEqual(['câu'])
  })

  test('answers a press once it is stored', async () => {
    const { telegram, channel } = await setUp()
    const choices = [[{ id: 'a', label: 'A' }]]
    await channel.send({ channel: 'telegram', chat: '700000001' }, { id: '1', text: 'câu', choices })
    await channel.start(async () => void expect(countOf(telegram, 'answerCallbackQuery')).toBe(0))
    await telegram.press('A')
    await telegram.until(() => countOf(telegram, 'answerCallbackQuery') === 1)
  })

  test('goes on when a press can no longer be answered', async () => {
    const { telegram, channel, logged } = await setUp()
    const words = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
    telegram.fail(new Refusal(400, words), { method: 'answerCallbackQuery' })
    const choices = [[{ id: 'a', label: 'A' }]]
    await channel.send({ channel: 'telegram', chat: '700000001' }, { id: '1', text: 'câu', choices })
    const stored: string[] = []
    await channel.start(async (update) => void stored.push(textOf(update)))
    await telegram.press('A')
    await telegram.say('câu')
    await telegram.until(() => stored.length === 2 && countOf(telegram, 'answerCallbackQuery') === 1)
    expect(stored).toEqual(['choice', 'câu'])
    expect(logged.filter((line) => /^(warn|error)/.test(line))).toEqual([])
  })

  test('skips an update that cannot be read', async () => {
    const { telegram, channel, untilLogged } = await setUp()
    const stored: string[] = []
    await channel.start(async (update) => void stored.push(textOf(update)))
    await telegram.push({ message: { message_id: 1, from: { id: 1, first_name: 'Ánh' }, text: 'hỏng' } } as never)
    await telegram.say('câu')
    await telegram.until(() => stored.length === 1 && telegram.waiting() === 1)
    expect(stored).toEqual(['câu'])
    await untilLogged(/^error: An update could not be read/)
  })

  test('comes back after the platform broke, dropped the connection or showed the page of a gateway', async () => {
    const { telegram, channel } = await setUp()
    telegram.fail('cut-before', { method: 'getUpdates' })
    telegram.fail(new Refusal(500, 'Internal Server Error'), { method: 'getUpdates' })
    telegram.fail('html', { method: 'getUpdates' })
    await telegram.say('câu')
    const stored: string[] = []
    await channel.start(async (update) => void stored.push(textOf(update)))
    await telegram.until(() => stored.length === 1)
    expect(countOf(telegram, 'getUpdates')).toBeGreaterThanOrEqual(4)
  })

  test('starts although Telegram cannot be reached yet', async () => {
    const { telegram, channel, logged } = await setUp()
    telegram.fail('cut-before', { method: 'getMe' })
    const stored: string[] = []
    await channel.start(async (update) => void stored.push(textOf(update)))
    expect(logged[0]).toMatch(/^warn: Telegram is not connected yet/)
    await telegram.say('câu')
    await telegram.until(() => stored.length === 1)
  })

  test('stops with a clear word when the token is wrong from the start', async () => {
    const { channel, logged } = await setUp('999:wrong-token')
    await channel.start(async () => undefined)
    expect(logged).toEqual([expect.stringMatching(/^error: Telegram refuses the token \(401\)/)])
  })

  test('stops with a clear word when the token is revoked', async () => {
    const { telegram, channel, untilLogged } = await setUp()
    telegram.fail(new Refusal(401, 'Unauthorized'), { method: 'getUpdates' })
    await channel.start(async () => undefined)
    await untilLogged(/^error: Telegram refuses the token \(401\)/)
    await channel.stop()
    expect(countOf(telegram, 'getUpdates')).toBe(1)
  })

  test('says that somebody else polls with its token', async () => {
    const { telegram, channel, logged } = await setUp()
    telegram.fail(new Refusal(409, 'Conflict: terminated by other getUpdates request'), { method: 'getUpdates' })
    await channel.start(async () => undefined)
    await telegram.until(() => telegram.waiting() === 1)
    expect(logged.some((line) => line.includes('(409)'))).toBe(true)
  })

  test('never logs the token', async () => {
    const { telegram, channel, logged, untilLogged } = await setUp()
    telegram.fail('cut-before', { method: 'getMe' })
    telegram.fail('html', { method: 'setMyCommands' })
    telegram.fail('cut-before', { method: 'getUpdates' })
    await channel.start(async () => undefined)
    await untilLogged(/^warn: The command menu could not be set/)
    await untilLogged(/^warn: Updates from Telegram/)
    expect(logged.join('\n')).not.toContain(telegram.token)
  })

  test('refuses to be started twice', async () => {
    const { channel } = await setUp()
    await channel.start(async () => undefined)
    await expect(channel.start(async () => undefined)).rejects.toThrow('running already')
  })
})

describe('the command menu', () => {
  test('is set for private chats and groups, in Vietnamese for everybody and in English for English readers', async () => {
    const { telegram, channel } = await setUp()
    await channel.start(async () => undefined)
    await telegram.until(() => countOf(telegram, 'setMyCommands') === 6)
    const menus = telegram.calls.filter((one) => one.method === 'setMyCommands').map((one) => one.payload)
    expect(menus.map((one) => [(one.scope as { type: string }).type, one.language_code])).toEqual([
      ['all_private_chats', undefined],
      ['all_private_chats', 'vi'],
      ['all_private_chats', 'en'],
      ['all_group_chats', undefined],
      ['all_group_chats', 'vi'],
      ['all_group_chats', 'en'],
    ])
    expect(menus[2]?.commands).toContainEqual({ command: 'dangky', description: 'telegram-command-dangky en' })
    expect(menus[3]?.commands).toHaveLength(3)
    expect(JSON.stringify(menus)).not.toContain('"tin"')
  })

  test('is no reason to stop when it cannot be set', async () => {
    const { telegram, channel, untilLogged } = await setUp()
    telegram.fail(new Refusal(400, 'Bad Request: BOT_COMMAND_INVALID'), { method: 'setMyCommands' })
    const stored: string[] = []
    await channel.start(async (update) => void stored.push(textOf(update)))
    await telegram.say('câu')
    await telegram.until(() => stored.length === 1)
    await untilLogged(/^warn: The command menu could not be set/)
  })
})
