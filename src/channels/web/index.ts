import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Locale } from '../../core/campaign/campaign.ts'
import type { Channel, LoadFile } from '../../core/channel.ts'
import { text } from '../../core/message.ts'
import { parsePosted, parseSeats } from './decode.ts'
import { createDownload } from './download.ts'
import { limits } from './encode.ts'
import { createIntake, type Intake } from './intake.ts'
import { createJournal } from './journal.ts'
import { createPage } from './page.ts'
import { createStreams, parseCursor, type Streams } from './streams.ts'
import type { WebTranscript } from './transcript.ts'
import { createUpload, type KeepFile } from './upload.ts'
import { chatOf, createSession, mayAttach } from './visitor.ts'
import { type Refusal, refusals, type Say } from './words.ts'

export interface WebChannelOptions {
  readonly transcript: WebTranscript
  /** A demonstration: the visitor may sit on any seat, and the page shows the clock and the seats. */
  readonly seats: boolean
  /** The documents that the page may offer. */
  readonly files: LoadFile
  /** Present where the office may send documents. */
  readonly keep?: KeepFile
  /** The campaign's clock, by which entries are dated. */
  readonly clock: () => Date
  readonly timezone: string
  readonly say: Say
  /** Where index.html and what it loads lie. */
  readonly pageFolder: string
  /** True where the page is reached by https: the cookie then never travels in the clear. */
  readonly secureCookies: boolean
  /** Turns away what a foreign page asks in the visitor's name. */
  readonly refuse: (request: Request) => Response | undefined
  readonly log: Pick<Logger, 'warn'>
  readonly heartbeatMs?: number
  readonly pollMs?: number
}

const largestBody = 64 * 1024

/** The chat on our own page. Its address is the hash of a cookie and a seat; nothing else knows the visitor. */
export function createWebChannel(options: WebChannelOptions): Channel {
  const { transcript, files, log, clock, say, heartbeatMs = 15_000, pollMs = 5_000 } = options
  const streams = createStreams({ transcript, log, heartbeatMs, pollMs })
  const journal = createJournal({ transcript, streams, clock, files })
  const intake = createIntake({ journal, say, log })
  const app = createRoutes(options, intake, streams)

  return {
    name: 'web',
    limits,
    idempotent: true,
    async start(receive) {
      intake.open(receive)
      streams.open()
    },
    async stop() {
      streams.close()
      await intake.close()
    },
    send: journal.send,
    webhook: async (request) => app.fetch(request),
  }
}

function createRoutes(options: WebChannelOptions, intake: Intake, streams: Streams): Hono {
  const session = createSession(options.secureCookies)
  const page = createPage({ ...options, folder: options.pageFolder, demonstration: options.seats })
  const app = new Hono()
  app.use(async (c, next) => options.refuse(c.req.raw) ?? next())
  app.post('/channels/web/session', session.begin)

  app.get('/channels/web/events', async (c) => {
    const visitor = session.visitorOf(c)
    if (!visitor) return refusal(c, 'no-session')
    if (!intake.isOpen) return refusal(c, 'not-ready')
    const seats = parseSeats(c.req.query('seat'), options.seats)
    if (!seats) return refusal(c, 'bad-seat')
    const after = parseCursor(c.req.header('last-event-id') ?? c.req.query('after'), seats.length)
    const chats = seats.map((seat, index) => ({ seat, chat: chatOf(visitor, seat), after: after[index] ?? 0n }))
    // In a demonstration who looks at a seat sits there: news reaches it before anything was said.
    const language = c.req.query('language') === 'en' ? 'en' : 'vi'
    if (options.seats) await Promise.all(chats.map(({ chat }) => intake.seat(chat, language)))
    return streams.follow(c, chats)
  })

  app.post(
    '/channels/web/messages',
    // A form of another page can be sent without a question, but never as JSON.
    async (c, next) => (isJson(c) ? next() : refusal(c, 'not-json')),
    bodyLimit({ maxSize: largestBody, onError: (c) => refusal(c, 'too-long') }),
    async (c) => {
      const visitor = session.visitorOf(c)
      if (!visitor) return refusal(c, 'no-session')
      const message = parsePosted(await c.req.json().catch(() => undefined), options.seats)
      if (!message || ('file' in message && !mayAttach(message.seat))) return refusal(c, 'bad-message')
      const taken = await intake.accept(message, chatOf(visitor, message.seat))
      if (typeof taken === 'string') return refusal(c, taken, message.language)
      return c.json({ entry: taken.toString() }, 202)
    },
  )

  const { keep } = options
  if (keep && options.seats) app.route('/channels/web/files', createUpload({ keep, session, refusal }))
  const download = createDownload(options)
  app.get('/channels/web/files/:id', async (c) => {
    const visitor = session.visitorOf(c)
    if (!visitor) return refusal(c, 'no-session')
    return (await download(visitor, c.req.param('id'))) ?? refusal(c, 'gone-file')
  })

  // The page itself stands at the root, what it loads beside the rest of the channel.
  app.get('/', (c) => page('index.html', c.req.raw) ?? c.notFound())
  app.get('/channels/web/:file{.+\\.(js|css|svg)}', (c) => page(c.req.param('file'), c.req.raw) ?? c.notFound())
  return app

  function refusal(c: Context, reason: Refusal, language: Locale = 'vi'): Response {
    if (reason === 'not-ready') c.header('Retry-After', '2')
    return c.json({ error: reason, message: options.say(text(`web-error-${reason}`), language) }, refusals[reason])
  }
}

function isJson(c: Context): boolean {
  return /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')
}
