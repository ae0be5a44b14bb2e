import { get } from 'node:http'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import type { Channel } from '../../src/core/channel.ts'
import type { ChannelName } from '../../src/core/message.ts'
import { createGuard } from '../../src/server/guard.ts'
import { createServer, type HttpServer, type ServerOptions } from '../../src/server/index.ts'

const log = pino({ level: 'silent' })
const running: HttpServer[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})

function channel(name: ChannelName, webhook?: (request: Request) => Promise<Response>): Channel {
  return {
    name,
    limits: { text: 1, caption: 1, choices: 1, buttons: true, edits: true, files: false, groups: false },
    start: async () => {},
    stop: async () => {},
    send: async () => ({ externalId: '1' }),
    ...(webhook ? { webhook } : {}),
  }
}

async function serve(options: Partial<ServerOptions> = {}): Promise<{ url: string; server: HttpServer }> {
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    channels: [],
    health: { ready: async () => ({ ok: true }) },
    metrics: async () => 'thidua_up 1\n',
    refuse: createGuard({ host: '127.0.0.1', anyName: false }),
    log,
    ...options,
  })
  running.push(server)
  return { url: `http://127.0.0.1:${(await server.start()).port}`, server }
}

describe('createServer', () => {
  test('tells that it is alive, and whether it is ready', async () => {
    const { url } = await serve({ health: { ready: async () => ({ ok: false, detail: 'the database is away' }) } })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${url}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ ok: false, detail: 'the database is away' })
  })

  test('is not ready where asking already fails', async () => {
    const { url } = await serve({ health: { ready: () => Promise.reject(new Error('no answer')) } })
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
  })

  test('serves metrics as text', async () => {
    const { url } = await serve()
    const response = await fetch(`${url}/metrics`)
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(await response.text()).toBe('thidua_up 1\n')
  })

  test('keeps the metrics from foreign names and pages', async () => {
    const { url } = await serve()
    const ask = (headers: Record<string, string>) =>
      new Promise((resolve, reject) =>
        get(`${url}/metrics`, { headers }, (response) => resolve(response.resume().statusCode)).on('error', reject),
      )
    expect(await ask({ host: 'evil.example' })).toBe(403)
    expect(await ask({ origin: 'https://evil.example' })).toBe(403)
    expect(await ask({ host: '192.168.1.5:3000' })).toBe(200)
    expect(await ask({})).toBe(200)
  })

  test('hands a webhook call to its channel, body and all', async () => {
    const echo = async (request: Request) => new Response(`${request.method} ${await request.text()}`)
    const { url } = await serve({ channels: [channel('telegram', echo), channel('zalo-bot')] })
    const call = (path: string) => fetch(`${url}${path}`, { method: 'POST', body: 'cập nhật' })
    expect(await (await call('/channels/telegram')).text()).toBe('POST cập nhật')
    expect(await (await call('/channels/telegram/more')).text()).toBe('POST cập nhật')
    for (const path of ['/channels/zalo-bot', '/channels/telegrams', '/channels/web', '/', '/demo/state'])
      expect((await call(path)).status).toBe(404)
  })

  test('answers 500 without the reason when a channel throws, and goes on', async () => {
    const broken = channel('telegram', () => Promise.reject(new Error('token 123:abc')))
    const { url } = await serve({ channels: [broken] })
    const response = await fetch(`${url}/channels/telegram`)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('123:abc')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test('rejects a port that is taken', async () => {
    const { url } = await serve()
    const port = Number(new URL(url).port)
    await expect(serve({ port })).rejects.toThrow(`PORT: ${port} is taken by another program`)
  })

  test('ends within a second though a stream is open', async () => {
    const endless = channel(
      'web',
      async () => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) })),
    )
    const { url, server } = await serve({ channels: [endless] })
    const reader = (await fetch(`${url}/channels/web/events`)).body?.getReader()
    await reader?.read()
    const began = performance.now()
    await server.stop()
    expect(performance.now() - began).toBeLessThan(1000)
    await expect(reader?.read()).rejects.toThrow()
  })

  test('may be stopped twice', async () => {
    const { server } = await serve()
    await server.stop()
    await expect(server.stop()).resolves.toBeUndefined()
  })
})
