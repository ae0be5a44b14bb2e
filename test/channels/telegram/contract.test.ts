import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts'
import type { Channel } from '../../../src/core/channel.ts'
import { type ChannelHarness, channelContract, type Failure, loadFile } from '../../contracts/channel.ts'
import { type FakeTelegram, type SentMessage, someone, startFakeTelegram } from '../../support/fake-telegram.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const secret = 'webhook-secret'

channelContract({
  name: 'telegram by polling',
  create: createPollingHarness,
  skip: [
    {
      reason: 'long polling has no webhook',
      tests: ['refuses a webhook call without the right secret'],
    },
  ],
})

channelContract({ name: 'telegram by webhook', create: createWebhookHarness })

async function createPollingHarness(): Promise<ChannelHarness> {
  const telegram = await startFakeTelegram()
  const { token, url: apiRoot } = telegram
  const channel = createTelegramChannel({
    token,
    apiRoot,
    mode: { kind: 'polling' },
    words: (key) => key,
    files: loadFile,
    log: silent,
  })
  return { ...harnessOf(channel, telegram), close: telegram.close }
}

async function createWebhookHarness(): Promise<ChannelHarness> {
  const telegram = await startFakeTelegram()
  const { token, url: apiRoot } = telegram
  const door = await openDoor((request) => channel.webhook?.(request) ?? new Response(undefined, { status: 404 }))
  const channel = createTelegramChannel({
    token,
    apiRoot,
    mode: { kind: 'webhook', publicUrl: door.url, secret },
    words: (key) => key,
    files: loadFile,
    log: silent,
  })
  return {
    ...harnessOf(channel, telegram),
    forged: () => forgedCall(door.url),
    async close() {
      await telegram.close()
      await door.close()
    },
  }
}

function harnessOf(channel: Channel, telegram: FakeTelegram): Omit<ChannelHarness, 'close'> {
  return {
    channel,
    person: { channel: 'telegram', chat: String(someone) },
    say: telegram.say,
    press: (label) => telegram.press(label),
    sticker: () => telegram.sticker(),
    repeat: telegram.repeat,
    echo: () => telegram.push(ownMessage(telegram)),
    seen: async () => telegram.sent.map(seenMessage),
    fail: async (failure) => breakPlatform(telegram, failure),
  }
}

function seenMessage({ text, entities, rows, file }: SentMessage) {
  const bold = entities.filter((one) => one.type === 'bold')
  return {
    text,
    bold: bold.map(({ offset, length }) => text.slice(offset, offset + length)),
    choices: rows.flat().map((button) => button.text),
    file: file?.bytes && { name: file.name ?? '', bytes: Uint8Array.from(file.bytes) },
  }
}

async function breakPlatform(telegram: FakeTelegram, failure: Failure): Promise<void> {
  if (failure === 'blocked') await telegram.block()
  if (failure === 'throttled') telegram.throttle(3)
  if (failure === 'broken') telegram.breakDown()
  if (failure === 'cut') telegram.fail('cut-after')
}

function ownMessage({ bot }: FakeTelegram) {
  const chat = { id: someone, type: 'private' as const, first_name: 'Ánh' }
  return { message: { message_id: 1, date: 1_762_736_400, chat, from: bot, text: 'Tôi nghe' } }
}

function forgedCall(url: string): Request {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': `${secret}?` }
  const update = { update_id: 1, message: { text: 'câu', chat: { id: 1, type: 'private' }, from: { id: 1 } } }
  return new Request(`${url}/channels/telegram`, { method: 'POST', headers, body: JSON.stringify(update) })
}

/** A real server for the channel's webhook, as production has one. */
async function openDoor(fetch: (request: Request) => Response | Promise<Response>) {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 })
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
