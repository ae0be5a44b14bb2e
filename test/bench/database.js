/** Databases on a PostgreSQL server for one run each. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openDatabase } from '../../dist/db/client.js'
import { migrate } from '../../dist/db/migrate.js'
import { cpuSeconds } from './child.js'

const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** An empty database, or with `migrated` one of ours, and what removes it again. */
export async function createDatabase({ migrated }) {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server where databases may be made')
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await run(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  if (migrated) {
    const database = await openDatabase({ kind: 'postgres', url: url.href })
    await migrate(database, migrations)
    await database.close()
  }
  return {
    url: url.href,
    /** The rows of one query. */
    query: (sql) => run(url.href, sql),
    /** What the server's processes that work for this database have used so far; it has to run on this machine. */
    async cpuSeconds() {
      const backends = await run(server, `SELECT pid FROM pg_stat_activity WHERE datname = '${name}'`)
      const used = await Promise.all(backends.map(({ pid }) => cpuSeconds(pid)))
      return used.reduce((sum, one) => sum + one, 0)
    },
    drop: () => run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function run(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
