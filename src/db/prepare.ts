import { type Database, type DatabaseOptions, openDatabase } from './client.ts'
import { claimFolder } from './data-folder.ts'
import { makeFolderOnce } from './first-start.ts'
import { migrate } from './migrate.ts'

/** A database that is ours, made if need be, migrated and open. What must be undone is pushed onto `stops`. */
export async function prepareDatabase(
  place: DatabaseOptions,
  migrations: string,
  stops: (() => Promise<void>)[],
): Promise<Database> {
  if (place.kind === 'pglite') {
    // Two processes on one embedded database would silently lose each other's rows.
    stops.push(await claimFolder(place.folder))
    await makeFolderOnce(place.folder, migrations)
  }
  const database = await openDatabase(place)
  stops.push(() => database.close())
  await migrate(database, migrations)
  return database
}
