import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import {
  createServerDatabase,
  createTestDatabase,
  databaseKinds,
  describeOnServer,
  preparedImage,
} from '../support/database.ts'

const first = 'CREATE TABLE one (n INT);'
const tricky = `CREATE TABLE two (n TEXT DEFAULT 'a;b'); -- a comment; with a semicolon
CREATE FUNCTION three() RETURNS INT LANGUAGE plpgsql AS $$ BEGIN RETURN 3; END $$;`

for (const kind of databaseKinds) {
  const describeKind = kind === 'pglite' ? describe : describeOnServer
  describeKind(`migrate on ${kind}`, () => {
    let folder: string
    let database: Database
    beforeAll(async () => {
      // Its tables go, so it is nobody else's.
      const own = async () => openDatabase({ kind: 'pglite', folder: 'memory', image: await preparedImage() })
      database = await (kind === 'pglite' ? own() : createTestDatabase(kind))
    })
    beforeEach(async () => {
      await database.inSession(({ script }) => script('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
      folder = await mkdtemp(join(tmpdir(), 'migrate-'))
      await write('1_first', first)
    })
    afterEach(() => rm(folder, { recursive: true }))
    afterAll(() => database.close())

    async function write(name: string, sql: string): Promise<void> {
      await mkdir(join(folder, name), { recursive: true })
      await writeFile(join(folder, name, 'migration.sql'), sql)
    }

    const record = () =>
      database.prisma.$queryRaw`
        SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count AS steps
        FROM _prisma_migrations ORDER BY started_at`

    test('applies what is new, in order, once, and records it as Prisma does', async () => {
      expect(await migrate(database, folder)).toEqual({ applied: ['1_first'] })
      expect(await migrate(database, folder)).toEqual({ applied: [] })
      await write('2_tricky', tricky)
      await write('3_last', 'INSERT INTO one SELECT three();')
      expect(await migrate(database, folder)).toEqual({ applied: ['2_tricky', '3_last'] })
      expect(await migrate(database, folder)).toEqual({ applied: [] })
      expect(await database.prisma.$queryRaw`SELECT n FROM one`).toEqual([{ n: 3 }])
      expect(await record()).toMatchObject([
        { name: '1_first', checksum: sha256(first), finished: true, steps: 1 },
        { name: '2_tricky', finished: true },
        { name: '3_last', finished: true },
      ])
    })

    test('changes nothing when one of several fails, and goes on once it is right', async () => {
      await migrate(database, folder)
      await write('2_good', 'CREATE TABLE two (n INT);')
      await write('3_bad', 'CREATE TABLE three (n INT); CREATE TABLE one (n INT);')
      await expect(migrate(database, folder)).rejects.toThrow(
        'A migration failed and nothing was changed: relation "one" already exists',
      )
      expect(await record()).toMatchObject([{ name: '1_first' }])
      expect(await database.prisma.$queryRaw`SELECT to_regclass('two')::text AS two`).toEqual([{ two: null }])
      await write('3_bad', 'CREATE TABLE three (n INT);')
      expect(await migrate(database, folder)).toEqual({ applied: ['2_good', '3_bad'] })
    })

    test('refuses a migration that was edited after it was applied', async () => {
      await migrate(database, folder)
      await write('1_first', `${first}\n-- harmless`)
      await expect(migrate(database, folder)).rejects.toThrow('Edited after it was applied: migration 1_first')
    })

    test('refuses a database that a newer program has migrated', async () => {
      await write('2_later', 'CREATE TABLE later (n INT);')
      await migrate(database, folder)
      await rm(join(folder, '2_later'), { recursive: true })
      await expect(migrate(database, folder)).rejects.toThrow('newer than this program: it has had migration 2_later')
    })

    test('refuses a migration that another tool left half applied', async () => {
      await migrate(database, folder)
      await database.prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`
      await expect(migrate(database, folder)).rejects.toThrow('a migration that failed halfway: 1_first')
    })
  })
}

describeOnServer('migrate from several processes', () => {
  test('applies each migration once', async () => {
    const { url, drop } = await createServerDatabase()
    const folder = await mkdtemp(join(tmpdir(), 'migrate-'))
    await mkdir(join(folder, '1_first'))
    await writeFile(join(folder, '1_first', 'migration.sql'), first)
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ kind: 'postgres', url })))
    const results = await Promise.all(databases.map((database) => migrate(database, folder)))
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 1])
    await Promise.all(databases.map((database) => database.close()))
    await Promise.all([drop(), rm(folder, { recursive: true })])
  })
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
