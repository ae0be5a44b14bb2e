import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Channel } from '../core/channel.ts'
import { createDemo, type DemoControls } from './demo.ts'
import type { Guard } from './guard.ts'

export interface ServerOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Those with a webhook are mounted at /channels/<name>. */
  readonly channels: readonly Channel[]
  /** The channel whose webhook also answers `/` with its page. */
  readonly page?: Channel
  readonly health: { ready(): Promise<{ ok: boolean; detail?: string }> }
  metrics(): Promise<string>
  /** Turns a foreign name or page away from the metrics and the demonstration. */
  readonly refuse: Guard
  /** Only in a demonstration: its levers. */
  readonly demo?: DemoControls
  readonly log: Pick<Logger, 'info' | 'error'>
}

export interface HttpServer {
  /** Resolves once it listens; rejects where the port is taken. */
  start(): Promise<{ port: number }>
  /** Takes no more connections and resolves when the open ones have ended, by themselves or cut off. */
  stop(): Promise<void>
}

// Time for answers that are being written; event streams would otherwise hold the process for ever.
const graceMs = 500

/** The one HTTP server: health, metrics, the channels' webhooks and the page. */
export function createServer(options: ServerOptions): HttpServer {
  const server = createAdaptorServer({ fetch: createRoutes(options).fetch })

  return {
    start: () =>
      new Promise((resolve, reject) => {
        const fail = (error: NodeJS.ErrnoException) => reject(explain(error, options))
        server.once('error', fail)
        server.listen(options.port, options.host, () => {
          server.off('error', fail)
          resolve({ port: (server.address() as AddressInfo).port })
        })
      }),
    stop: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve()
        const cut = setTimeout(() => closeConnections(server), graceMs)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

/** The error with words for the variable that would have to change. */
function explain(error: NodeJS.ErrnoException, { host, port }: ServerOptions): Error {
  const { code = '' } = error
  const noAddress = `HOST: ${host} is not an address of this machine; set 127.0.0.1, or 0.0.0.0 for all of them`
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: ${port} is taken by another program on ${host}; stop it, or set another port`,
    EACCES: `PORT: this user may not listen on ${port}; set a port above 1023`,
    EADDRNOTAVAIL: noAddress,
    ENOTFOUND: noAddress,
  }
  const message = known[code]
  return message === undefined ? error : Object.assign(new Error(message, { cause: error }), { code })
}

function createRoutes(options: ServerOptions): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    options.log.error({ err: error, path: c.req.path }, 'a request failed')
    return c.text('Internal error\n', 500)
  })
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const state = await options.health.ready().catch((error: unknown) => ({ ok: false, detail: String(error) }))
    return c.json(state, state.ok ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const text = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }
    return options.refuse(c.req.raw) ?? c.body(await options.metrics(), 200, text)
  })
  for (const channel of options.channels) mount(app, channel)
  const page = options.page?.webhook?.bind(options.page)
  if (page) app.get('/', (c) => page(c.req.raw))
  if (options.demo) app.route('/demo', createDemo(options.demo, options.refuse, options.log))
  return app
}

function mount(app: Hono, channel: Channel): void {
  const webhook = channel.webhook?.bind(channel)
  if (!webhook) return
  app.all(`/channels/${channel.name}`, (c) => webhook(c.req.raw))
  app.all(`/channels/${channel.name}/*`, (c) => webhook(c.req.raw))
}

function closeConnections(server: ReturnType<typeof createAdaptorServer>): void {
  if ('closeAllConnections' in server) server.closeAllConnections()
}
