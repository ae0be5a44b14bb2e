import { randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { PlannedRow } from '../core/tables/plan.ts'
import { nameKey, type RosterFacts, type RosterPerson } from '../core/tables/roster.ts'
import type { Prisma } from './generated/client.ts'
import { storableJson } from './storable.ts'

type Transaction = Prisma.TransactionClient

/** The rows as JSON, some at a time. The embedded database works in our own thread: between two of them others are served. */
export async function* parts(rows: readonly unknown[]): AsyncGenerator<string> {
  for (let from = 0; from < rows.length; from += rowsTogether) {
    yield storableJson(rows.slice(from, from + rowsTogether))
    await breathe()
  }
}

const rowsTogether = 150

interface Row extends Omit<RosterPerson, 'position' | 'phone' | 'code'> {
  readonly position: string | null
  readonly phone: string | null
  readonly code: string | null
}

/** Everyone whom a list named, or of whom somebody has said who they are. */
export async function readRoster(client: Transaction): Promise<RosterPerson[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT id, name, name_key AS "nameKey", unit, position, phone, roster_code AS code, roster_at IS NOT NULL AS "onRoster",
      left_at IS NOT NULL AS left
    FROM person
    WHERE (roster_at IS NOT NULL OR standing = 'verified') AND name_key IS NOT NULL AND unit IS NOT NULL
    ORDER BY id`
  return rows.map(({ position, phone, code, ...row }) => ({
    ...row,
    ...(position !== null && { position }),
    ...(phone !== null && { phone }),
    ...(code !== null && { code }),
  }))
}

/** Writes what the list says of everyone whom it names; what it leaves empty stays. */
export async function writeRoster(
  transaction: Transaction,
  rows: readonly PlannedRow<RosterFacts>[],
  leave: boolean,
  now: Date,
): Promise<void> {
  const named = rows.flatMap(({ facts, change, id }) => {
    if (!facts || (change !== 'add' && change !== 'change' && change !== 'same')) return []
    return [{ ...facts, id: id ?? randomUUID(), name_key: nameKey(facts.name), isNew: change === 'add' }]
  })
  for await (const part of parts(named.filter((one) => one.isNew)))
    await transaction.$executeRaw`
      INSERT INTO person (id, name, name_key, unit, position, phone, roster_code, roster_at, standing, verified_how, verified_at)
      SELECT id, name, name_key, unit, position, phone, code, ${now}, 'verified', 'office', ${now}
      FROM jsonb_to_recordset(${part}::jsonb)
        AS one(id text, name text, name_key text, unit text, position text, phone text, code text)`
  for await (const part of parts(named.filter((one) => !one.isNew)))
    await transaction.$executeRaw`
      UPDATE person SET name = one.name, name_key = one.name_key, unit = one.unit,
        position = COALESCE(one.position, person.position), phone = COALESCE(one.phone, person.phone),
        roster_code = COALESCE(one.code, person.roster_code), roster_at = ${now}, left_at = NULL
      FROM jsonb_to_recordset(${part}::jsonb)
        AS one(id text, name text, name_key text, unit text, position text, phone text, code text)
      WHERE person.id = one.id`
  const gone = rows.flatMap(({ change, id }) => (leave && change === 'missing' && id !== undefined ? [id] : []))
  await transaction.$executeRaw`UPDATE person SET left_at = ${now} WHERE id = ANY(${gone})`
}
