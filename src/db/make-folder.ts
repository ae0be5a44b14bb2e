/** Run as a process of its own by first-start.ts: makes a migrated database in a folder, whole or not at all. */
import { rename, rm } from 'node:fs/promises'
import { openDatabase } from './client.ts'
import { migrate } from './migrate.ts'

const [folder, migrations] = process.argv.slice(2)
if (folder === undefined || migrations === undefined) throw new Error('Usage: make-folder FOLDER MIGRATIONS')

// Whoever waited for us is gone, and the next one will begin anew.
process.once('disconnect', () => process.exit(1))

try {
  const draft = `${folder}.new`
  await rm(draft, { recursive: true, force: true })
  const database = await openDatabase({ kind: 'pglite', folder: draft })
  await migrate(database, migrations)
  await database.close()
  await rename(draft, folder)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.exit(0)
