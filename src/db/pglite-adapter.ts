/**
 * The community adapter for PGlite, except for its transactions: those report success when COMMIT fails, and we
 * promise that what was acknowledged is kept.
 */
import { setImmediate } from 'node:timers/promises'
import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite'
import type { SqlDriverAdapterFactory, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** Prisma's adapter for the embedded database. */
export function createPGliteAdapter(pglite: PGlite): SqlDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      // The isolation level does not matter: with one connection, transactions never overlap.
      return Object.assign(adapter, { startTransaction: () => startTransaction(pglite) })
    },
  }
}

/** Prisma's queries inside a transaction of PGlite. */
export function queriesOf(transaction: PGliteTransaction): Promise<SqlQueryable> {
  // The adapter asks for a whole PGlite, but its queries use only what a transaction has.
  return new PrismaPGlite(transaction as unknown as PGlite).connect()
}

// It works in our own thread: without that, a whole transaction would pass before anybody else is served.
const breathe = () => setImmediate()

// PGlite commits when the callback ends, Prisma when it calls `commit`: the callback waits for that call.
function startTransaction(pglite: PGlite): Promise<Transaction> {
  return new Promise((begun, failed) => {
    const outcome = pglite.transaction(async (transaction) => {
      const queries = await queriesOf(transaction)
      await new Promise<void>((end) => {
        begun({
          provider: queries.provider,
          adapterName: queries.adapterName,
          options: { usePhantomQuery: true },
          queryRaw: (query) => queries.queryRaw(query).finally(breathe),
          executeRaw: (query) => queries.executeRaw(query).finally(breathe),
          async commit() {
            end()
            await outcome
          },
          async rollback() {
            await transaction.rollback()
            end()
            await outcome
          },
        })
      })
    })
    outcome.catch(failed)
  })
}
