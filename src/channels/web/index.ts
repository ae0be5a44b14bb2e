import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import type { Logger } from 'pino'
import type { Locale } from '../../core/campaign/campaign.ts'
import type { Channel } from '../../core/channel.ts'
import { type IncomingUpdate, text } from '../../core/message.ts'
import { decode, type Posted, parsePosted, parseSeat, shownAs, updateId } from './decode.ts'
import { limits } from './encode.ts'
import { createJournal } from './journal.ts'
import { createPage } from './page.ts'
import { createStreams, parseCursor } from './streams.ts'
import type { WebTranscript } from './transcript.ts'
import { chatOf, isVisitor, newVisitor, type Seat, seats } from './visitor.ts'
import { type Refusal, refusals, type Say } from './words.ts'

export interface WebChannelOptions {
  readonly transcript: WebTranscript
  /** A demonstration: the visitor may sit on any seat, and the page shows the clock and the seats. */
  readonly seats: boolean
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

type Receive = (update: IncomingUpdate) => Promise<void>

const largestBody = 64 * 1024
const yearInSeconds = 365 * 24 * 60 * 60

/** The chat on our own page. Its address is the hash of a cookie and a seat; nothing else knows the visitor. */
export function createWebChannel(options: WebChannelOptions): Channel {
  const streams = createStreams({
    transcript: options.transcript,
    log: options.log,
    heartbeatMs: options.heartbeatMs ?? 15_000,
    pollMs: options.pollMs ?? 5_000,
  })
  const journal = createJournal({ transcript: options.transcript, streams, clock: options.clock })
  const page = createPage({
    folder: options.pageFolder,
    say: options.say,
    demonstration: options.seats,
    timezone: options.timezone,
  })
  const inHand = new Set<Promise<unknown>>()
  let receive: Receive | undefined

  const app = new Hono()
  app.use(async (c, next) => options.refuse(c.req.raw) ?? next())

  // The page asks for its cookie itself: a visit that begins with a link elsewhere does not bring a strict cookie
  // along, and setting one with the document would then replace the visitor's.
  app.post('/channels/web/session', (c) => {
    const known = visitorOf(c)
    const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: yearInSeconds } as const
    if (options.secureCookies)
      setCookie(c, 'visitor', known ?? newVisitor(), { ...attributes, secure: true, prefix: 'host' })
    else setCookie(c, 'visitor', known ?? newVisitor(), attributes)
    return c.json({})
  })

  app.get('/channels/web/events', (c) => {
    const visitor = visitorOf(c)
    if (!visitor) return refusal(c, 'no-session')
    if (!receive) return refusal(c, 'not-ready')
    const listening = seatsAsked(c.req.query('seat'))
    if (!listening) return refusal(c, 'bad-seat')
    const after = parseCursor(c.req.header('last-event-id') ?? c.req.query('after'), listening.length)
    return streams.open(
      c,
      listening.map((seat, index) => ({ seat, chat: chatOf(visitor, seat), after: after[index] ?? 0n })),
    )
  })

  app.post(
    '/channels/web/messages',
    async (c, next) => (isJson(c) ? next() : refusal(c, 'not-json')),
    bodyLimit({ maxSize: largestBody, onError: (c) => refusal(c, 'too-long') }),
    async (c) => {
      const visitor = visitorOf(c)
      if (!visitor) return refusal(c, 'no-session')
      const body: unknown = await c.req.json().catch(() => undefined)
      const message = parsePosted(body, options.seats)
      if (!message) return refusal(c, 'bad-message')
      return accept(c, message, chatOf(visitor, message.seat))
    },
  )

  app.get('*', (c) => page(pagePath(c.req.path), c.req.raw) ?? c.notFound())

  function visitorOf(c: Context): string | undefined {
    const value = options.secureCookies ? getCookie(c, 'visitor', 'host') : getCookie(c, 'visitor')
    return isVisitor(value) ? value : undefined
  }

  function seatsAsked(asked: string | undefined): readonly Seat[] | undefined {
    if (asked === 'all') return options.seats ? seats : ['staff']
    const seat = parseSeat(asked, options.seats)
    return seat && [seat]
  }

  async function accept(c: Context, message: Posted, chat: string): Promise<Response> {
    if (!receive) return refusal(c, 'not-ready', message.language)
    const work = take(message, chat, receive)
    inHand.add(work)
    try {
      const entry = await work
      if (entry === undefined) return refusal(c, 'gone-choice', message.language)
      return c.json({ entry: entry.toString() }, 202)
    } catch (error) {
      options.log.warn({ err: error }, 'a web message could not be stored')
      return refusal(c, 'not-ready', message.language)
    } finally {
      inHand.delete(work)
    }
  }

  /** Stores what was said; the number of its entry, or undefined where the choice is no longer offered. */
  async function take(message: Posted, chat: string, store: Receive): Promise<bigint | undefined> {
    const shown =
      'choice' in message
        ? await journal.labelOf(chat, BigInt(message.entry), message.choice)
        : options.say(shownAs(message), message.language)
    if (shown === undefined) return undefined
    // Before it is received, or the bot's answer could come to stand above it.
    const entry = await journal.append(chat, updateId(message, chat), 'person', { text: shown })
    await store(decode(message, chat))
    streams.wake(chat)
    return entry
  }

  function refusal(c: Context, reason: Refusal, language: Locale = 'vi'): Response {
    if (reason === 'not-ready') c.header('Retry-After', '2')
    return c.json({ error: reason, message: options.say(text(`web-error-${reason}`), language) }, refusals[reason])
  }

  return {
    name: 'web',
    limits,
    idempotent: true,
    async start(handler) {
      receive = handler
      streams.reopen()
    },
    async stop() {
      receive = undefined
      streams.close()
      await Promise.allSettled(inHand)
    },
    send: journal.send,
    webhook: async (request) => app.fetch(request),
  }
}

function isJson(c: Context): boolean {
  return /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')
}

/** The page stands at `/`, what it loads beside the rest of the channel. */
function pagePath(path: string): string {
  return path === '/' ? path : path.replace(/^\/channels\/web(?=\/.)/, '')
}
