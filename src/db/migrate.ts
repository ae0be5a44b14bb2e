/**
 * Migrations run on the WASM build of Prisma's own schema engine: it needs no download, works on the embedded
 * database and keeps `_prisma_migrations`, so that `prisma migrate deploy` continues where we stopped and we where
 * it did. All pending migrations run in one transaction: a process killed halfway leaves nothing half done. A
 * migration therefore cannot hold what PostgreSQL refuses in a transaction, such as CREATE INDEX CONCURRENTLY.
 */
import type { DiagnoseMigrationHistoryOutput } from '@prisma/schema-engine-wasm'
import type { Database, Session } from './client.ts'
import { type Migration, noFilters, openSchemaEngine, readMigrations, toMigrationList } from './schema-engine.ts'

/** Applies the migrations that the database has not had. Any number of processes may do so at once. */
export async function migrate(database: Database, folder: string): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder)
  // Loading the engine costs more than the rest of a start, and most starts have nothing to migrate.
  if (await isUpToDate(database, migrations)) return { applied: [] }
  return database.inSession(async (session) => {
    if (database.kind === 'postgres') await waitForTurn(session)
    return { applied: await applyPending(session, folder, migrations) }
  })
}

interface Applied {
  migration_name: string
  checksum: string
  finished: boolean
}

async function isUpToDate({ prisma }: Database, migrations: readonly Migration[]): Promise<boolean> {
  const [table] = await prisma.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`
  if (!table?.exists) return false
  const applied = await prisma.$queryRaw<Applied[]>`
    SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`
  const checksums = new Map(applied.map((row) => [row.migration_name, row.finished ? row.checksum : 'unfinished']))
  return (
    checksums.size === migrations.length && migrations.every(({ name, checksum }) => checksums.get(name) === checksum)
  )
}

// The key that `prisma migrate deploy` locks too.
const waitForTurn = ({ script }: Session) =>
  script(`SET LOCAL lock_timeout = '60s'; SELECT pg_advisory_xact_lock(72707369); SET LOCAL lock_timeout = '10s'`)

async function applyPending(session: Session, folder: string, migrations: readonly Migration[]): Promise<string[]> {
  let failure: unknown
  const script = (sql: string) =>
    session.script(sql).catch((error) => {
      failure ??= error
      throw error
    })
  const engine = await openSchemaEngine({ ...session, script })
  const migrationsList = toMigrationList(folder, migrations)
  refuseUnsound(
    await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilters }),
  )
  try {
    return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames
  } catch (error) {
    throw new Error(`A migration failed and nothing was changed: ${words(failure ?? error)}`, {
      cause: failure ?? error,
    })
  }
}

function refuseUnsound({ failedMigrationNames, editedMigrationNames, history }: DiagnoseMigrationHistoryOutput): void {
  if (failedMigrationNames.length > 0)
    throw new Error(`The database records a migration that failed halfway: ${failedMigrationNames.join(', ')}`)
  if (editedMigrationNames.length > 0)
    throw new Error(
      `Edited after it was applied: migration ${editedMigrationNames.join(', ')}. Restore it and add a new one`,
    )
  if (history && history.diagnostic !== 'databaseIsBehind')
    throw new Error(
      `The database is newer than this program: it has had migration ${history.unpersistedMigrationNames.join(', ')}`,
    )
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))
