/**
 * `migration check` says whether the migrations build what prisma/schema.prisma describes; `migration new NAME` writes
 * the one that is missing. Both work on an embedded database in memory, without network or server. Read what `new`
 * wrote before committing it: a renamed column comes out as one dropped and one added.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../db/client.ts'
import { noFilters, openSchemaEngine, readMigrations, toMigrationList } from '../db/schema-engine.ts'
import { Misuse, readArguments, runCommand } from './command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const schemaFile = join(root, 'prisma', 'schema.prisma')
const folder = join(root, 'prisma', 'migrations')
const usage = 'npm run migration -- check | new NAME   (NAME of a-z, 0-9 and _)'

/** The SQL that leads from what the migrations build to what the schema says; undefined where they agree. */
async function missingSql(): Promise<string | undefined> {
  const migrations = toMigrationList(folder, await readMigrations(folder))
  const content = await readFile(schemaFile, 'utf8')
  const database = await openDatabase({ kind: 'pglite', folder: 'memory' })
  try {
    const { exitCode, stdout } = await database.inSession(async (session) => {
      const engine = await openSchemaEngine(session, { disposable: true })
      return engine.diff({
        from: { tag: 'migrations', ...migrations },
        to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
        script: true,
        exitCode: true,
        filters: noFilters,
      })
    })
    return exitCode === 0 ? undefined : (stdout ?? '')
  } finally {
    await database.close()
  }
}

async function check(): Promise<number> {
  const sql = await missingSql()
  if (sql === undefined) return 0
  console.error(
    'The migrations do not build what prisma/schema.prisma says. Missing (npm run migration -- new NAME):\n',
  )
  console.error(sql)
  return 1
}

async function writeNew(name: string): Promise<number> {
  const sql = await missingSql()
  if (sql === undefined) {
    console.log('Nothing to migrate: the migrations build what prisma/schema.prisma says.')
    return 0
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(folder, `${stamp}_${name}`, 'migration.sql')
  await mkdir(join(file, '..'))
  await writeFile(file, sql)
  console.log(file)
  return 0
}

async function run(): Promise<number> {
  const [command, name, ...rest] = readArguments(usage, {}).positionals
  if (command === 'check' && name === undefined) return check()
  if (command === 'new' && name && /^[a-z0-9_]+$/.test(name) && rest.length === 0) return writeNew(name)
  throw new Misuse(usage)
}

await runCommand(run, { misuse: 2 })
