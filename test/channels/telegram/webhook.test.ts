import { describe, expect, test } from 'vitest'
import { createWebhook, type Webhook } from '../../../src/channels/telegram/webhook.ts'

const secret = 'webhook-secret'
const update = { update_id: 7, message: { message_id: 1 } }

function open(take: (one: object) => Promise<void> = async () => undefined): Webhook {
  const webhook = createWebhook({ secret, log: { info: ignore, warn: ignore, error: ignore } })
  webhook.open(take)
  return webhook
}

function ignore(): void {}

interface Call {
  readonly method?: string
  readonly secret?: string
  readonly body?: string
}

function call({ method = 'POST', secret: given = secret, body = JSON.stringify(update) }: Call = {}): Request {
  const headers = { 'x-telegram-bot-api-secret-token': given }
  return new Request('http://localhost/channels/telegram', { method, headers, ...(method === 'POST' && { body }) })
}

describe('the webhook', () => {
  test('answers 200 once the update is stored', async () => {
    const stored: object[] = []
    const response = await open(async (one) => void stored.push(one)).handle(call())
    expect(response.status).toBe(200)
    expect(stored).toEqual([update])
  })

  test.each([
    ['another method', { method: 'GET' }, 405],
    ['a wrong secret', { secret: 'webhook-secret2' }, 401],
    ['no secret', { secret: '' }, 401],
    ['broken JSON', { body: '{"update_id":' }, 400],
    ['JSON that is no update', { body: '[1]' }, 400],
    ['an update without an id', { body: '{"message":{}}' }, 400],
    ['a body over a megabyte', { body: `{"update_id":1,"x":"${'x'.repeat(1_000_000)}"}` }, 413],
  ] as const)('refuses %s', async (_, request, status) => {
    const stored: object[] = []
    const response = await open(async (one) => void stored.push(one)).handle(call(request))
    expect(response.status).toBe(status)
    expect(stored).toEqual([])
  })

  test('stops reading a body that grows over a megabyte without saying so', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(100_000))
      },
    })
    const headers = { 'x-telegram-bot-api-secret-token': secret }
    const request = new Request('http://localhost/', { method: 'POST', headers, body: endless, duplex: 'half' })
    expect((await open().handle(request)).status).toBe(413)
    expect(sent).toBeLessThan(20)
  })

  test('asks Telegram to come again when the update could not be stored', async () => {
    const response = await open(() => Promise.reject(new Error('no database'))).handle(call())
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('under overload asks Telegram to come again for what it could not store, and never gives the webhook up', async () => {
    let waiting = 0
    const webhook = open(async () => {
      if (waiting >= 20) throw new Error('too much is waiting to be written')
      waiting += 1
      await new Promise((resolve) => setTimeout(resolve, 5))
      waiting -= 1
    })
    const responses = await Promise.all(Array.from({ length: 200 }, () => webhook.handle(call())))
    const statuses = responses.map((one) => one.status)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    const refused = responses.filter((one) => one.status === 503)
    expect(refused.every((one) => Number(one.headers.get('retry-after')) > 0)).toBe(true)
    expect((await webhook.handle(call())).status).toBe(200)
  })

  test('asks Telegram to come again before it is open and after it is closed', async () => {
    const webhook = createWebhook({ secret, log: { info: ignore, warn: ignore, error: ignore } })
    expect((await webhook.handle(call())).status).toBe(503)
    webhook.open(async () => undefined)
    expect((await webhook.handle(call())).status).toBe(200)
    await webhook.close()
    expect((await webhook.handle(call())).status).toBe(503)
  })

  test('closes only when the update in hand is stored', async () => {
    const events: string[] = []
    let store: () => void = () => undefined
    const storing = new Promise<void>((resolve) => {
      store = resolve
    })
    let taken: () => void = () => undefined
    const inHand = new Promise<void>((resolve) => {
      taken = resolve
    })
    const webhook = open(async () => {
      taken()
      await storing
      events.push('stored')
    })
    const answering = webhook.handle(call())
    await inHand
    const closed = webhook.close().then(() => events.push('closed'))
    store()
    expect((await answering).status).toBe(200)
    await closed
    expect(events).toEqual(['stored', 'closed'])
  })
})
