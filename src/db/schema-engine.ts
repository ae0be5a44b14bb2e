import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Session } from './client.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
  /** As Prisma computes it, so that both can read the other's record. */
  readonly checksum: string
}

/** Tables and enums that the engine should leave alone: we have none. */
export const noFilters: SchemaFilter = { externalTables: [], externalEnums: [] }

/** The migrations of a folder, oldest first. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** The migrations in the words of Prisma's schema engine. */
export function toMigrationList(folder: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

let instantiation: Promise<void> | undefined

/**
 * Prisma's schema engine, all of whose statements stay inside the session's transaction. Comparing migrations with a
 * schema builds them in a shadow database: `disposable` says that the session's own may serve as one.
 */
export async function openSchemaEngine(session: Session, options = { disposable: false }): Promise<SchemaEngine> {
  instantiation ??= instantiate()
  await instantiation
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(session, options.disposable))
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory)
}

// TypeScript knows WebAssembly only as part of a browser.
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

// The package imports its WASM file as a module, which Node 20 does not know, so we instantiate it ourselves.
async function instantiate(): Promise<void> {
  const entry = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm'))
  const code = await readFile(join(entry, '..', 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new Error('The schema engine has no start function')
  start()
}

function adapterFactory({ queries, script }: Session, disposable: boolean): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = queries

  // A statement that fails (the engine begins by reading a table that may be absent) would spoil the transaction.
  async function guarded<Result>(run: () => Promise<Result>): Promise<Result> {
    await script('SAVEPOINT statement')
    try {
      const result = await run()
      await script('RELEASE SAVEPOINT statement')
      return result
    } catch (error) {
      await script('ROLLBACK TO SAVEPOINT statement')
      throw error
    }
  }

  async function connect(): Promise<SqlDriverAdapter> {
    return {
      provider,
      adapterName,
      queryRaw: (query) => guarded(() => queries.queryRaw(query)),
      executeRaw: (query) => guarded(() => queries.executeRaw(query)),
      // The adapters' own ways of running a script split it at every semicolon or do not wait for its end.
      executeScript: (sql) => guarded(() => script(sql)),
      startTransaction: () => Promise.reject(new Error('Already in a transaction')),
      getConnectionInfo: () => ({ supportsRelationJoins: true }),
      dispose: async () => undefined,
    }
  }

  const refuse = () => Promise.reject(new Error('This database must not serve as a shadow'))
  return { provider, adapterName, connect, connectToShadowDb: disposable ? connect : refuse }
}
