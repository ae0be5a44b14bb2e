import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import {
  createServerDatabase,
  describeEachDatabase,
  describeOnServer,
  emptyTables,
  migrationsFolder,
  preparedImage,
} from '../support/database.ts'

describeEachDatabase('openDatabase', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  const setting = (name: string, value: number) => database.prisma.setting.create({ data: { name, value } })

  test('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined()
  })

  test('gives back what it was given: JSON, moments, big numbers', async () => {
    const at = new Date('2025-11-23T16:59:59.123Z')
    const content = { lời: 'Đăng ký thi đua', list: [1, { deep: null }], empty: '' }
    const stored = await database.prisma.webMessage.create({
      data: { chat: 'c', origin: 'o', author: 'bot', content, at },
    })
    expect(stored).toMatchObject({ content, at })
    const [raw] = await database.prisma.$queryRaw<object[]>`
      SELECT at, content, ARRAY['a', 'b,"c'] AS list, 9007199254740993 AS big FROM web_message WHERE at = ${at}`
    expect(raw).toEqual({ at, content, list: ['a', 'b,"c'], big: 9007199254740993n })
  })

  test('keeps all of a transaction or nothing', async () => {
    const failing = database.prisma.$transaction(async (transaction) => {
      await transaction.setting.create({ data: { name: 'a', value: 1 } })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await database.prisma.setting.count()).toBe(0)
  })

  test('says so when a commit fails', async () => {
    await database.prisma.$executeRaw`CREATE TABLE late (n INT UNIQUE DEFERRABLE INITIALLY DEFERRED)`
    const failing = database.prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`INSERT INTO late VALUES (1)`
      await transaction.$executeRaw`INSERT INTO late VALUES (1)`
    })
    await expect(failing).rejects.toThrow()
    expect(await database.prisma.$queryRaw`SELECT n FROM late`).toEqual([])
    await database.prisma.$executeRaw`DROP TABLE late`
  })

  test('runs transactions side by side without losing a change', async () => {
    await setting('count', 0)
    const increment = () =>
      database.prisma.$transaction(async (transaction) => {
        await transaction.$queryRaw`SELECT 1 FROM setting WHERE name = 'count' FOR UPDATE`
        const { value } = await transaction.setting.findUniqueOrThrow({ where: { name: 'count' } })
        await transaction.setting.update({ where: { name: 'count' }, data: { value: Number(value) + 1 } })
      })
    await Promise.all(Array.from({ length: 30 }, increment))
    expect(await database.prisma.setting.findMany()).toEqual([{ name: 'count', value: 30 }])
  })

  test('goes on after a transaction that waited too long for its turn', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const slow = database.prisma.$transaction(async (transaction) => {
      await transaction.setting.create({ data: { name: 'slow', value: 1 } })
      await finished
    })
    const impatient = database.prisma.$transaction(() => setting('impatient', 1), { maxWait: 50, timeout: 50 })
    await impatient.catch(() => undefined)
    finish()
    await slow
    await database.prisma.$transaction((transaction) =>
      transaction.setting.create({ data: { name: 'next', value: 1 } }),
    )
    const names = (await database.prisma.setting.findMany()).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['slow', 'next']))
  })

  test('keeps all of a session or nothing', async () => {
    const insert = (name: string) => `INSERT INTO setting VALUES ('${name}', '";"'); SELECT 1;`
    await database.inSession(async ({ script }) => {
      await script(insert('kept'))
    })
    const failing = database.inSession(async ({ script }) => {
      await script(insert('lost'))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await database.prisma.setting.findMany()).toEqual([{ name: 'kept', value: ';' }])
  })
})

describe('openDatabase on pglite', () => {
  test('keeps its rows in the folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'client-'))
    const first = await openDatabase({
      kind: 'pglite',
      folder: join(folder, 'data', 'db'),
      image: await preparedImage(),
    })
    await first.prisma.setting.create({ data: { name: 'kept', value: true } })
    await first.close()
    const second = await openDatabase({ kind: 'pglite', folder: join(folder, 'data', 'db') })
    expect(await second.prisma.setting.findMany()).toEqual([{ name: 'kept', value: true }])
    await second.close()
    await rm(folder, { recursive: true })
  })
})

describe('openDatabase without a server', () => {
  test('says in one line what does not answer, without the password', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await new Promise((resolve) => server.close(resolve))
    const opening = openDatabase({ kind: 'postgres', url: `postgres://bot:hush@127.0.0.1:${port}/thi_dua` })
    await expect(opening).rejects.toThrow(
      `DATABASE_URL: cannot use PostgreSQL at 127.0.0.1:${port}/thi_dua: connect ECONNREFUSED 127.0.0.1:${port}`,
    )
  })
})

describeOnServer('openDatabase on a server', () => {
  test('reads and writes moments rightly whatever zone the server is in', async () => {
    const { url, drop } = await createServerDatabase()
    const admin = await openDatabase({ kind: 'postgres', url })
    await migrate(admin, migrationsFolder)
    await admin.prisma.$executeRawUnsafe(
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone TO 'Asia/Tokyo'`,
    )
    await admin.close()
    const database = await openDatabase({ kind: 'postgres', url })
    const at = new Date('2025-11-23T17:00:00Z')
    await database.prisma.webMessage.create({ data: { chat: 'c', origin: 'o', author: 'a', content: 1, at } })
    const [row] = await database.prisma.$queryRaw<
      object[]
    >`SELECT at, extract(epoch FROM at)::int AS epoch FROM web_message`
    expect(row).toEqual({ at, epoch: at.getTime() / 1000 })
    await database.close()
    await drop()
  })

  test('comes back after the server closed its connections', async () => {
    const { url, drop } = await createServerDatabase()
    const [database, admin] = await Promise.all([1, 2].map(() => openDatabase({ kind: 'postgres', url })))
    if (!database || !admin) throw new Error('Two were opened')
    await admin.prisma.$queryRaw`
      SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
    await expect
      .poll(() =>
        database.ping().then(
          () => 'answers',
          () => 'broken',
        ),
      )
      .toBe('answers')
    await database.close()
    await admin.close()
    await drop()
  })

  test('says which database there is not', async () => {
    const { url, drop } = await createServerDatabase()
    await drop()
    const name = new URL(url).pathname.slice(1)
    await expect(openDatabase({ kind: 'postgres', url })).rejects.toThrow(`database "${name}" does not exist`)
  })
})
