import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { describe, test } from 'vitest'
import { type Database, type DatabaseKind, openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { readMigrations } from '../../src/db/schema-engine.ts'

export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const cacheFolder = fileURLToPath(new URL('../.cache', import.meta.url))
const serverUrl = process.env.TEST_DATABASE_URL

/** The engines that a store must work on. */
export const databaseKinds = ['pglite', 'postgres'] as const satisfies readonly DatabaseKind[]

/** Embedded databases that an earlier file of this worker is done with: emptying one takes less than opening another. */
const spare: Database[] = []

/** A migrated, empty database that vanishes when it is closed. Its tables are to stay as they are. */
export async function createTestDatabase(kind: DatabaseKind = 'pglite'): Promise<Database> {
  if (kind !== 'pglite') return createOnServer()
  const database = spare.pop() ?? (await openDatabase({ kind, folder: 'memory', image: await preparedImage() }))
  return { ...database, close: () => emptyTables(database).then(() => void spare.push(database)) }
}

/** Runs the suite once per engine; `open` gives each caller a database of its own. */
export function describeEachDatabase(name: string, suite: (open: () => Promise<Database>) => void): void {
  describe(`${name} on pglite`, () => suite(() => createTestDatabase('pglite')))
  describeOnServer(`${name} on postgres`, () => suite(() => createTestDatabase('postgres')))
}

/** A suite that needs a PostgreSQL server. Without one it is skipped, in sight, or fails where CI promises one. */
export function describeOnServer(name: string, suite: () => void): void {
  if (serverUrl) describe(name, suite)
  else if (process.env.CI !== 'true') describe.skip(`${name} (skipped: TEST_DATABASE_URL is not set)`, suite)
  else
    test(name, () => {
      throw new Error('CI=true needs TEST_DATABASE_URL: the stores must work on PostgreSQL too')
    })
}

/** Empties every table but the record of migrations. */
export async function emptyTables({ prisma }: Database): Promise<void> {
  // Truncating costs per table, full or not, so only those are truncated that hold something.
  await prisma.$executeRaw`
    DO $$
    DECLARE name TEXT; filled BOOLEAN; names TEXT[] := '{}';
    BEGIN
      FOR name IN
        SELECT quote_ident(tablename) FROM pg_tables
        WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'
      LOOP
        EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || name || ')' INTO filled;
        IF filled THEN names := names || name; END IF;
      END LOOP;
      IF names <> '{}' THEN EXECUTE 'TRUNCATE ' || array_to_string(names, ', ') || ' RESTART IDENTITY CASCADE'; END IF;
    END $$`
}

/** A server's database of a random name: its URL, and what removes it again. */
export async function createServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!serverUrl) throw new Error('TEST_DATABASE_URL is not set')
  const name = `tdb_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function createOnServer(): Promise<Database> {
  const { url, drop } = await createServerDatabase()
  const database = await openDatabase({ kind: 'postgres', url })
  await migrate(database, migrationsFolder)
  return { ...database, close: () => database.close().then(drop) }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/**
 * The data folder of a migrated, empty database. Making one takes seconds and loading it a fraction of that, so all
 * test files share it on disk.
 */
export async function preparedImage(): Promise<Blob> {
  return new Blob([await readFile(await preparedImageFile())])
}

/** The same as a file: a tar of a data folder. */
export async function preparedImageFile(): Promise<string> {
  const file = join(cacheFolder, `${await imageKey()}.tar`)
  if (existsSync(file)) return file
  const database = await openDatabase({ kind: 'pglite', folder: 'memory' })
  await migrate(database, migrationsFolder)
  const image = await database.snapshot?.()
  await database.close()
  if (!image) throw new Error('The embedded database gave no snapshot')
  // Unpacking it once here saves a third of the time of each loading.
  await writeWhole(file, gunzipSync(await image.arrayBuffer()))
  return file
}

async function imageKey(): Promise<string> {
  const packageFile = createRequire(import.meta.url)
    .resolve('@electric-sql/pglite')
    .replace(/dist.*$/, 'package.json')
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string }
  const hash = createHash('sha256').update(version)
  for (const { name, checksum } of await readMigrations(migrationsFolder)) hash.update(`\n${name} ${checksum}`)
  return hash.digest('hex').slice(0, 16)
}

// Test files run in parallel: none may read an image that another has half written.
async function writeWhole(file: string, content: Buffer): Promise<void> {
  await mkdir(cacheFolder, { recursive: true })
  const draft = `${file}.${process.pid}.${randomUUID()}`
  await writeFile(draft, content)
  await rename(draft, file)
}
