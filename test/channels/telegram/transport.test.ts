import { createServer, type RequestListener } from 'node:http'
import { createServer as createSocketServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTransport, NotReachedError } from '../../../src/channels/telegram/transport.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  const port = await listen(server)
  closing.unshift(async () => server.closeAllConnections())
  return `http://127.0.0.1:${port}`
}

function call(signal = new AbortController().signal) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"Ánh"}', signal }
}

const patience = { connectMs: 10_000, idleMs: 10_000 }

describe('the transport', () => {
  test('brings the body there and the answer back', async () => {
    const root = await serve((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part
      })
      request.on('end', () => response.end(JSON.stringify({ ok: true, result: body })))
    })
    const answer = await createTransport(root).fetch(`${root}/bot/getMe`, call())
    expect(await answer.json()).toEqual({ ok: true, result: '{"text":"Ánh"}' })
  })

  test('gives up a connection that does not come about, and knows that nothing left', async () => {
    // Accepts, and then says nothing that would make the connection secure.
    const silent = createSocketServer((socket) => closing.unshift(async () => void socket.destroy()))
    const root = `https://127.0.0.1:${await listen(silent)}`
    const transport = createTransport(root, { ...patience, connectMs: 50 })
    await expect(transport.fetch(`${root}/bot/getMe`, call())).rejects.toBeInstanceOf(NotReachedError)
  })

  test('waits longer for an answer than it keeps an unused connection', async () => {
    const root = await serve((_, response) => void setTimeout(() => response.end('{"ok":true,"result":[]}'), 150))
    const transport = createTransport(root, { ...patience, idleMs: 30 })
    const answer = await transport.fetch(`${root}/bot/getUpdates`, call())
    expect(await answer.json()).toEqual({ ok: true, result: [] })
  })

  test('uses one connection for calls that follow each other', async () => {
    const ports = new Set<number | undefined>()
    const root = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('{"ok":true,"result":true}')
    })
    const transport = createTransport(root)
    for (let calls = 0; calls < 3; calls += 1) await (await transport.fetch(`${root}/bot/getMe`, call())).json()
    expect(ports.size).toBe(1)
  })

  test('does not claim that nothing left once it was connected', async () => {
    const root = await serve((request) => request.socket.destroy())
    const failure = await createTransport(root)
      .fetch(`${root}/bot/getMe`, call())
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(NotReachedError)
  })

  test('does not take half an answer for an answer', async () => {
    const root = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"ok":true,', () => request.socket.destroy())
    })
    const failure = await createTransport(root)
      .fetch(`${root}/bot/sendMessage`, call())
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(NotReachedError)
  })

  test('ends a call that is cancelled', async () => {
    const stopping = new AbortController()
    const root = await serve(() => stopping.abort())
    await expect(createTransport(root).fetch(`${root}/bot/getUpdates`, call(stopping.signal))).rejects.toThrow(
      'cancelled',
    )
  })

  test.each([
    [502, '<html>Bad Gateway</html>', { ok: false, error_code: 502 }],
    [503, '', { ok: false, error_code: 503 }],
    [429, '{"ok":false,"error_code":429}', { ok: false, error_code: 429 }],
  ])('reads status %i with the body %s', async (status, body, expected) => {
    const root = await serve((_, response) => void response.writeHead(status).end(body))
    const answer = await createTransport(root).fetch(`${root}/bot/sendMessage`, call())
    expect(await answer.json()).toMatchObject(expected)
  })

  test.each([302, 403])('knows that a page with status %i is not from Telegram', async (status) => {
    const root = await serve((_, response) => void response.writeHead(status).end('<html>Blocked</html>'))
    const answer = await createTransport(root).fetch(`${root}/bot/sendMessage`, call())
    await expect(answer.json()).rejects.toBeInstanceOf(NotReachedError)
  })
})
