import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQueryable } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { createPGliteAdapter, queriesOf } from './pglite-adapter.ts'

export type DatabaseKind = 'pglite' | 'postgres'

export type DatabaseOptions =
  /** `image` is a snapshot to begin from; the folder must then be empty or absent. */
  | { readonly kind: 'pglite'; readonly folder: string; readonly image?: Blob }
  | { readonly kind: 'postgres'; readonly url: string }

/** One connection inside one open transaction, for work that Prisma's client cannot express. */
export interface Session {
  readonly queries: SqlQueryable
  /** Runs statements separated by semicolons, whatever they contain. */
  script(sql: string): Promise<void>
}

/**
 * One statement, sent straight to the driver and committed by itself. For what happens with every message: Prisma's
 * client costs more there than the statement. Values come as the driver reads them, whole numbers of 64 bits as bigint.
 */
export type Run = <Row>(statement: Prisma.Sql) => Promise<Row[]>

export interface Database {
  readonly kind: DatabaseKind
  readonly prisma: PrismaClient
  readonly run: Run
  /** Runs the work in one transaction of its own: all of it stays when it resolves, nothing when it rejects. */
  inSession<Result>(work: (session: Session) => Promise<Result>): Promise<Result>
  /** The embedded database's whole data folder as a gzipped tar. PostgreSQL has its own tools for that. */
  snapshot?(): Promise<Blob>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

// PGlite has a single connection, so transactions queue for it: Prisma's default of two seconds is too short there.
const transactionOptions = { maxWait: 15_000, timeout: 15_000 }

/** Opens the embedded database (folder `memory` keeps nothing) or connects to a PostgreSQL server. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.kind === 'pglite' ? openEmbedded(options.folder, options.image) : connect(options.url)
}

/** A quarter of what it takes by itself: the memory is the process's own, and an agency's data is small. */
const buffers = '32MB'

async function openEmbedded(folder: string, image: Blob | undefined): Promise<Database> {
  const dataDir = folder === 'memory' ? 'memory://' : folder
  // PGlite makes its folder but not the way to it.
  if (folder !== 'memory') await mkdir(dirname(folder), { recursive: true })
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${buffers}`]
  const pglite = new PGlite({ dataDir, startParams, ...(image && { loadDataDir: image }) })
  await pglite.waitReady.catch((cause) => {
    throw new Error(`DATA_DIR: the database in ${folder} cannot be opened: ${reason(cause)}`, { cause })
  })
  await pglite.exec(sessionSettings)
  const prisma = new PrismaClient({ adapter: createPGliteAdapter(pglite), transactionOptions })
  return {
    kind: 'pglite',
    prisma,
    run: async <Row>({ text, values }: Prisma.Sql) =>
      (await pglite.query<Row>(text, [...values], { parsers: { [bigintType]: BigInt } })).rows,
    inSession: (work) =>
      pglite.transaction(async (transaction) => {
        return work({
          queries: await queriesOf(transaction),
          script: async (sql) => void (await transaction.exec(sql)),
        })
      }),
    async snapshot() {
      await pglite.exec('CHECKPOINT')
      return pglite.dumpDataDir('gzip')
    },
    ping: async () => void (await pglite.query('SELECT 1')),
    async close() {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}

// Both adapters read and write timestamps as if the session were in UTC; a server may be set to another zone.
const sessionSettings = "SET TIME ZONE 'UTC'"

// A frozen process must not keep its rows locked for the other instances. And compiling a statement to machine code takes
// a hundred times as long as any of ours runs; the server would do it wherever it thinks that a queue has grown long.
const serverSettings = "SET idle_in_transaction_session_timeout = '12s'; SET jit = off"

async function connect(url: string): Promise<Database> {
  const pool = new pg.Pool(poolConfig(url, 10))
  // A server that closes an idle connection is no reason to stop: the next query opens another or says what is wrong.
  pool.on('error', () => undefined)
  await pool.query('SELECT 1').catch(async (cause) => {
    await pool.end()
    throw unreachable(url, cause)
  })
  const nameOf = createNaming()
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }),
    transactionOptions,
  })
  return {
    kind: 'postgres',
    prisma,
    run: async <Row>({ text, values }: Prisma.Sql) =>
      (await pool.query({ text, values: [...values], name: nameOf({ sql: text }), types })).rows as Row[],
    inSession: (work) => inPostgresSession(url, work),
    ping: async () => void (await pool.query('SELECT 1')),
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

const bigintType = 20
const types = {
  getTypeParser: ((type, format) =>
    type === bigintType ? BigInt : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
}

/**
 * A statement with a name is read and planned once for each connection and not each time. Only so many, because a list
 * that Prisma writes out makes a new statement for each length.
 */
function createNaming(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const name = names.get(sql) ?? (names.size < 200 ? `s${names.size}` : '')
    if (name !== '') names.set(sql, name)
    return name
  }
}

async function inPostgresSession<Result>(url: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  // A pool of its own: ending it closes the connection, which also lets go of any lock that the work left behind.
  const pool = new pg.Pool(poolConfig(url, 1))
  pool.on('error', () => undefined)
  const queries = await (await new PrismaPg(pool).connect()).startTransaction()
  // Without arguments the driver takes any number of statements at once.
  const script = async (sql: string) => void (await queries.executeRaw({ sql, args: [], argTypes: [] }))
  try {
    const result = await work({ queries, script })
    await script('COMMIT')
    return result
  } catch (error) {
    await script('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await queries.rollback()
    await pool.end()
  }
}

function poolConfig(url: string, max: number): pg.PoolConfig {
  return {
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'thi-dua-bot',
    onConnect: async (client) => void (await client.query(`${sessionSettings}; ${serverSettings}`)),
  }
}

function unreachable(url: string, cause: unknown): Error {
  return new Error(`DATABASE_URL: cannot use PostgreSQL at ${withoutPassword(url)}: ${reason(cause)}`, { cause })
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'an address that is not a URL (expected postgresql://user:password@host:5432/database)'
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
}

function reason(cause: unknown): string {
  // Where a name has several addresses, Node reports one error per address and leaves the message empty.
  if (cause instanceof AggregateError) return reason(cause.errors[0])
  return cause instanceof Error ? cause.message : String(cause)
}
