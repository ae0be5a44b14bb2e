import { strFromU8, unzipSync } from 'fflate'
import type { Database } from '../../src/db/client.ts'

export interface Found {
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
  readonly word: string
}

/** Every row of every table in which one of these words stands, whatever the case, in archives and in keys too. */
export async function findEverywhere({ prisma }: Database, words: readonly string[]): Promise<Found[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`
  const found: Found[] = []
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(one) AS row FROM "${name}" AS one`,
    )
    for (const { row } of rows) {
      const said = JSON.stringify(Object.values(row).map(readable)).toLowerCase()
      for (const word of words) if (said.includes(word.toLowerCase())) found.push({ table: name, row, word })
    }
  }
  return found
}

/** Bytes as the words in them. */
function readable(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('\\x')) return value
  const bytes = Buffer.from(value.slice(2), 'hex')
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8')
  return Object.values(unzipSync(bytes)).map((file) => strFromU8(file))
}
