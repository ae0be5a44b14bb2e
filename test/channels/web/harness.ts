import { pino } from 'pino'
import { createWebChannel } from '../../../src/channels/web/index.ts'
import type { WebEntry, WebTranscript } from '../../../src/channels/web/transcript.ts'
import { chatOf, type Seat } from '../../../src/channels/web/visitor.ts'
import type { Channel } from '../../../src/core/channel.ts'
import type { IncomingUpdate } from '../../../src/core/message.ts'
import { createGuard } from '../../../src/server/guard.ts'
import { createServer } from '../../../src/server/index.ts'
import { loadFile } from '../../contracts/channel.ts'
import { say } from './words.ts'

export const log = pino({ level: 'silent' })
export const morning = new Date('2025-11-10T01:00:00Z')
export const pageFolder = new URL('../../../src/channels/web/page/', import.meta.url).pathname

type Row = WebEntry & { readonly chat: string; readonly origin: string }

export interface FakeTranscript extends WebTranscript {
  readonly rows: Row[]
  /** Makes the next call fail, as a database that went away would. */
  failNext(): void
}

/** A transcript in an array. */
export function createFakeTranscript(): FakeTranscript {
  const rows: Row[] = []
  let failing = false
  const stumble = () => {
    if (!failing) return
    failing = false
    throw new Error('The database went away')
  }
  return {
    rows,
    failNext() {
      failing = true
    },
    async append(chat, { origin, author, content, at }) {
      stumble()
      const known = rows.find((row) => row.origin === origin)
      if (known) return known.id
      const id = (rows.at(-1)?.id ?? 0n) + 1n
      rows.push({ chat, id, origin, author, content: structuredClone(content), at })
      return id
    },
    async replace(chat, id, content) {
      const index = rows.findIndex((row) => row.chat === chat && row.id === id)
      const row = rows[index]
      if (row) rows[index] = { ...row, content }
    },
    async holdsFile(chats, id) {
      return rows.some(
        ({ chat, author, content: { file } }) =>
          chats.includes(chat) && author === 'bot' && file !== undefined && 'id' in file && file.id === id,
      )
    },
    async since(chat, after, limit) {
      return rows.filter((row) => row.chat === chat && row.id > after).slice(0, limit)
    },
  }
}

export interface Site {
  readonly url: string
  readonly channel: Channel
  readonly transcript: FakeTranscript
  /** What the channel handed over that somebody said. */
  readonly updates: IncomingUpdate[]
  /** What it handed over because somebody sat down. */
  readonly seated: IncomingUpdate[]
  /** The files that were sent, by the id that they were given. */
  readonly kept: Map<string, Uint8Array>
  /** Called with each update before it counts as stored. */
  onReceive: (update: IncomingUpdate) => Promise<void>
  close(): Promise<void>
}

/** The channel behind the real server. */
export async function openSite(
  options: { seats?: boolean; heartbeatMs?: number; start?: boolean; port?: number; transcript?: FakeTranscript } = {},
): Promise<Site> {
  const kept = new Map<string, Uint8Array>()
  const transcript = options.transcript ?? createFakeTranscript()
  const seats = options.seats ?? true
  const refuse = createGuard({ host: '127.0.0.1', anyName: false })
  const channel = createWebChannel({
    transcript,
    files: loadFile,
    async keep(_name, _mime, bytes) {
      const id = `kept-${'0'.repeat(16)}-${kept.size}`
      kept.set(id, bytes)
      return id
    },
    seats,
    clock: () => morning,
    timezone: 'Asia/Ho_Chi_Minh',
    say,
    pageFolder,
    secureCookies: false,
    refuse,
    log,
    heartbeatMs: options.heartbeatMs ?? 15_000,
    pollMs: 5_000,
  })
  const server = createServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    channels: [channel],
    page: channel,
    health: { ready: async () => ({ ok: true }) },
    metrics: async () => '',
    refuse,
    ...(seats ? { demo: createFakeControls() } : {}),
    log,
  })
  const { port } = await server.start()
  const site: Site = {
    url: `http://127.0.0.1:${port}`,
    channel,
    transcript,
    updates: [],
    seated: [],
    kept,
    onReceive: async () => {},
    async close() {
      await channel.stop()
      await server.stop()
    },
  }
  if (options.start ?? true)
    await channel.start(async (update) => {
      if (update.input.kind === 'reachable') return void site.seated.push(update)
      await site.onReceive(update)
      site.updates.push(update)
    })
  return site
}

function createFakeControls() {
  const hours = { hour: 1, day: 24, week: 7 * 24, 'next-reminder': 96 }
  let now = morning
  return {
    seats: ['staff', 'coordinator', 'office'],
    state: async () => ({ now }),
    advance: async (by: keyof typeof hours) => {
      now = new Date(now.getTime() + hours[by] * 3_600_000)
      return { now }
    },
  }
}

export interface Visitor {
  readonly cookie: string
  chat(seat?: Seat): string
  post(body: object, headers?: Record<string, string>): Promise<Response>
  events(query?: string, headers?: Record<string, string>): Promise<EventReader>
  /** What the link of a file brings. */
  download(id: string): Promise<Uint8Array>
}

/** Somebody who opened the page. */
export async function visit(site: Site): Promise<Visitor> {
  const response = await fetch(`${site.url}/channels/web/session`, { method: 'POST' })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    cookie,
    chat: (seat = 'staff') => chatOf(cookie.replace('visitor=', ''), seat),
    post: (body, headers = {}) =>
      fetch(`${site.url}/channels/web/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: JSON.stringify({ id: crypto.randomUUID(), seat: 'staff', ...body }),
      }),
    async download(id) {
      const response = await fetch(`${site.url}/channels/web/files/${id}`, { headers: { cookie } })
      return new Uint8Array(await response.arrayBuffer())
    },
    async events(query = 'seat=staff', headers = {}) {
      const stop = new AbortController()
      const opened = await fetch(`${site.url}/channels/web/events?${query}`, {
        headers: { cookie, ...headers },
        signal: stop.signal,
      })
      return createEventReader(opened, stop)
    },
  }
}

export interface ServerEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: Record<string, unknown>
}

export interface EventReader {
  readonly response: Response
  /** The next event of that name; `comment` is the next heartbeat. Everything before it is returned as well. */
  until(event: string): Promise<ServerEvent[]>
  /** Resolves when the server ends the stream. */
  ended(): Promise<void>
  close(): void
}

function createEventReader(response: Response, stop: AbortController): EventReader {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''

  async function next(): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = buffer.indexOf('\n\n')
      if (end >= 0) {
        const block = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        return parseBlock(block)
      }
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return undefined
      buffer += chunk.value
    }
  }

  return {
    response,
    async until(event) {
      const found: ServerEvent[] = []
      for (;;) {
        const one = await next()
        if (!one) throw new Error(`The stream ended before "${event}"`)
        found.push(one)
        if (one.event === event) return found
      }
    },
    async ended() {
      while (await next());
    },
    close: () => stop.abort(),
  }
}

function parseBlock(block: string): ServerEvent {
  if (block.startsWith(':')) return { event: 'comment', id: undefined, data: {} }
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]))
  return {
    event: fields.get('event') ?? 'retry',
    id: fields.get('id'),
    data: JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown>,
  }
}
