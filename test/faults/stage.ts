/** Everything that a round is played on: a database, the stand-in for Telegram, people, and lives of the program. */
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { prefill, temporaryFolder } from '../support/bot-process.ts'
import { createServerDatabase, migrationsFolder } from '../support/database.ts'
import { Refusal, startFakeTelegram } from '../support/fake-telegram.ts'
import { type Accepted, audit, type Findings } from './audit.ts'
import { type Bot, startBot } from './bot.ts'
import { type Gate, openGate } from './gate.ts'
import { firstChat, nameOf, readBooks, seed } from './ledger.ts'
import { createLimiter, type Limits } from './limits.ts'
import { later, letPeopleWrite, type People } from './people.ts'

export type Engine = 'pglite' | 'postgres'

export interface StageOptions {
  readonly engine: Engine
  readonly recipients: number
  /** How often the program is killed, where that is what the round is about. */
  readonly lives: number
  /** Messages a second to many: what the platform allows and the program makes use of. */
  readonly perSecond: number
  readonly receiving: 'polling' | 'webhook'
  readonly isMessy?: boolean
  readonly clock?: string
  readonly chance: () => number
}

export interface Stage {
  readonly options: StageOptions
  readonly telegram: Awaited<ReturnType<typeof startFakeTelegram>>
  readonly limiter: ReturnType<typeof createLimiter>
  readonly accepted: readonly Accepted[]
  /** A connection past everything that is cut; only where a server keeps the database. */
  readonly server: pg.Pool | undefined
  /** The program's ways to its database server: every second instance takes the second. */
  readonly databaseGates: readonly Gate[]
  readonly bots: readonly Bot[]
  /** Starts another instance, again and again until it is ready. `fault`: where it ends itself. */
  launch(fault?: string): Promise<Bot>
  people(): People
  /** Resolves when nothing waits any more, nothing has moved for `idleMs`, or `allMs` are over. */
  settle(patience: { readonly idleMs: number; readonly allMs: number }): Promise<void>
  /** Ends everything and compares the books. */
  finish(): Promise<Result>
  close(): Promise<void>
}

export interface Result extends Findings {
  readonly asked: number
  readonly kills: number
  readonly refused: number
  /** Lives that ended though nobody ended them. */
  readonly crashes: readonly string[]
}

const secret = 'a-long-enough-secret'
const chatters = 30

export async function openStage(options: StageOptions): Promise<Stage> {
  const { engine, recipients, perSecond, receiving, chance } = options
  const folder = await temporaryFolder()
  const accepted: Accepted[] = []
  let refused = 0
  // A message may be counted a moment later than it was sent: the platform's second is not ours.
  const limits: Limits = { perSecond: Math.ceil(perSecond * 1.02), chatMs: 1_000, groupPerMinute: 20 }
  const limiter = createLimiter(limits)
  const telegram = await startFakeTelegram({
    wrap: (methods) => ({
      ...methods,
      sendMessage(payload, onGone) {
        const chat = Number(payload.chat_id)
        const wait = limiter.ask(chat)
        if (wait > 0) {
          refused += 1
          throw new Refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait })
        }
        const result = methods.sendMessage?.(payload, onGone)
        accepted.push({ chat, text: nameOf(String(payload.text)), at: Date.now() })
        return result
      },
    }),
  })
  const place = await makeDatabase(engine, folder.path)
  const lost = await seed(place.database, recipients)
  await place.handOver()
  for (const chat of lost) await telegram.block(chat)

  const bots: Bot[] = []
  const ports = new Map<Bot, number>()
  const live = () => [...ports].filter(([bot]) => bot.isAlive()).map(([, port]) => port)
  const front = await openGate(live)
  const url = `http://127.0.0.1:${front.port}`
  const env = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DATA_DIR: join(folder.path, 'data'),
    PER_SECOND: String(perSecond),
    ...(options.clock ? { CLOCK: options.clock } : {}),
    ...(receiving === 'webhook' ? { TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: url } : {}),
  }
  let people: People | undefined

  async function launch(fault = ''): Promise<Bot> {
    const way = place.urls[live().length % place.urls.length]
    for (let tries = 1; ; tries++) {
      const bot = startBot(folder.path, {
        ...env,
        ...(way ? { DATABASE_URL: way } : {}),
        ...(fault ? { FAULT: fault } : {}),
      })
      bots.push(bot)
      const port = await bot.ready
      if (port !== undefined) {
        ports.set(bot, port)
        return bot
      }
      // It is told to end itself at a point that it may pass while it starts.
      if (fault !== '' && (await bot.ended) === null) return bot
      if (tries === 20) throw new Error(`The program does not start:\n${bot.output()}`)
      await later(500)
    }
  }

  /** How many rows wait in which way, as one line; empty where none does. */
  async function waiting(): Promise<string> {
    const [port] = live()
    if (port === undefined) return 'nobody to ask'
    const page = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(10_000) })
      .then((response) => (response.ok ? response.text() : 'no answer'))
      .catch(() => 'no answer')
    if (page === 'no answer') return page
    const lines = page.match(/^thidua_(inbox\{state="waiting"\}|outbox\{state="(queued|attempting)"\}) [1-9].*$/gm)
    return lines?.join(', ') ?? ''
  }

  return {
    options,
    telegram,
    limiter,
    accepted,
    server: place.server,
    databaseGates: place.gates,
    bots,
    launch,
    people() {
      const chats = Array.from({ length: chatters }, (_, index) => firstChat + 1 + index)
      const way =
        receiving === 'polling'
          ? ({ kind: 'polling', telegram } as const)
          : ({ kind: 'webhook', url: `${url}/channels/telegram`, secret, isMessy: options.isMessy ?? false } as const)
      people = letPeopleWrite(way, { chats, perSecond: engine === 'pglite' ? 5 : 10, chance, onWrite: limiter.wrote })
      return people
    },
    async settle({ idleMs, allMs }) {
      const began = Date.now()
      let [last, lastAt, calm] = ['', began, 0]
      // Some times in a row: between a poll and its turn a message is nowhere to be seen.
      while (calm < 3 && Date.now() - lastAt < idleMs && Date.now() - began < allMs) {
        const now = await waiting()
        calm = now === '' ? calm + 1 : 0
        if (now !== last) [last, lastAt] = [now, Date.now()]
        await later(400)
      }
    },
    async finish() {
      const kills = bots.filter((bot) => !bot.isAlive()).length
      const crashes = await endAll(bots)
      const books = await place.read(readBooks)
      const acknowledged =
        receiving === 'webhook' ? (people?.acknowledged ?? []) : books.taken.map((one) => one.updateId)
      const findings = audit({ ...books, accepted, acknowledged })
      const asked = people?.asked() ?? 0
      const taken = new Set(books.taken.map((one) => one.text)).size
      const lost = taken < asked ? [`${asked - taken} of ${asked} messages never reached the inbox`] : []
      return { ...findings, lost: [...findings.lost, ...lost], asked, kills, refused, crashes }
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.end('SIGKILL')))
      await front.close()
      await place.drop()
      await telegram.close()
      await folder.remove()
    },
  }
}

/** Told to end, each ends by itself; who ended before that without being killed, has crashed. */
async function endAll(bots: readonly Bot[]): Promise<string[]> {
  const crashes: string[] = []
  for (const bot of bots) {
    const wasAlive = bot.isAlive()
    const hung = setTimeout(() => void bot.end('SIGKILL'), 30_000)
    const code = await bot.end('SIGTERM')
    clearTimeout(hung)
    // Where it is not ready yet it may refuse to start: the database was away.
    if (bot.wasReady() && (wasAlive ? code !== 0 : code !== null))
      crashes.push(`ended with ${code}: ${bot.output().slice(-1_500)}`)
  }
  return crashes
}

interface Place {
  readonly database: Database
  readonly urls: readonly string[]
  readonly server: pg.Pool | undefined
  readonly gates: readonly Gate[]
  /** Lets go of it, so that the program may have it. */
  handOver(): Promise<void>
  read<Books>(work: (database: Database) => Promise<Books>): Promise<Books>
  drop(): Promise<void>
}

async function makeDatabase(engine: Engine, folder: string): Promise<Place> {
  if (engine === 'pglite') {
    await prefill(folder, 'db')
    const open = () => openDatabase({ kind: 'pglite', folder: join(folder, 'data', 'db') })
    const database = await open()
    return {
      database,
      urls: [],
      server: undefined,
      gates: [],
      handOver: () => database.close(),
      async read(work) {
        const again = await open()
        return work(again).finally(() => again.close())
      },
      drop: async () => undefined,
    }
  }
  const { url, drop } = await createServerDatabase()
  const database = await openDatabase({ kind: 'postgres', url })
  await migrate(database, migrationsFolder)
  const direct = new URL(url)
  const toServer = () => openGate(() => [Number(direct.port || 5432)])
  const gates = [await toServer(), await toServer()]
  const urls = gates.map(({ port }) => {
    const gated = new URL(url)
    gated.host = `127.0.0.1:${port}`
    return gated.href
  })
  const server = new pg.Pool({ connectionString: url, max: 2, application_name: 'faults' })
  server.on('error', () => undefined)
  return {
    database,
    urls,
    server,
    gates,
    handOver: async () => undefined,
    read: (work) => work(database),
    async drop() {
      await database.close()
      await server.end()
      for (const gate of gates) await gate.close()
      await drop()
    },
  }
}
