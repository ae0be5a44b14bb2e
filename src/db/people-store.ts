import { createHash } from 'node:crypto'
import { mostTries } from '../core/people/pairing-code.ts'
import {
  type CodeView,
  type PeopleQuestion,
  type PeopleView,
  type PersonCard,
  questionOf,
} from '../core/people/people-view.ts'
import { looksAfter, unitsOf } from '../core/people/rights.ts'
import { nameKey } from '../core/tables/roster.ts'
import { countEntered } from './entered-pledges.ts'
import { Prisma } from './generated/client.ts'
import type { Reader } from './read-desks.ts'

type Transaction = Prisma.TransactionClient

const most = 10

/** Whether a row of `person` says to be somebody of a unit, and nobody has said anything of them yet. */
export const isNewcomer = Prisma.sql`(person.standing = 'declared' AND person.role = 'staff'
  AND person.name IS NOT NULL AND person.unit IS NOT NULL
  AND EXISTS (SELECT 1 FROM account WHERE account.person_id = person.id))`

/** A code is kept and looked for by its digest alone. */
export function digestOfCode(code: string): string {
  return createHash('sha256').update(`pairing:${code}`).digest('hex')
}

/** What the update asks about people. Without a question no statement is sent. */
export async function readPeople(transaction: Transaction, reader: Reader): Promise<PeopleView | undefined> {
  const question = questionOf(reader.update, reader.person)
  return question && answer(transaction, reader, question)
}

async function answer(transaction: Transaction, reader: Reader, question: PeopleQuestion): Promise<PeopleView> {
  const units = [...unitsOf(reader.person, reader.campaign)]
  switch (question.kind) {
    case 'code':
      return { code: await readCode(transaction, reader, question.code) }
    case 'phone':
      return {
        called: await readCards(
          transaction,
          reader,
          Prisma.sql`phone = ${question.phone} AND roster_at IS NOT NULL AND left_at IS NULL`,
          2,
        ),
      }
    case 'find': {
      const key = `%${question.name.replaceAll(/[%_\\]/g, ' ')}%`
      const found = await readCards(
        transaction,
        reader,
        Prisma.sql`name_key LIKE ${key} AND unit = ANY(${units})`,
        most + 1,
      )
      const exact = found.filter((one) => nameKey(one.name ?? '') === question.name)
      return listed(exact.length > 0 ? exact : found)
    }
    case 'waiting':
      return listed(await readCards(transaction, reader, Prisma.sql`${isNewcomer} AND unit = ANY(${units})`, most + 1))
    case 'person': {
      const [found] = await readCards(transaction, reader, Prisma.sql`id = ${question.id}`, 1)
      if (!found || found.unit === undefined || !looksAfter(reader.person, found.unit, reader.campaign))
        return { found: [] }
      const twin = found.standing === 'verified' ? undefined : await readTwin(transaction, found.id)
      return { found: [found], ...(twin !== undefined && { twin }) }
    }
  }
}

function listed(found: readonly PersonCard[]): PeopleView {
  return { found: found.slice(0, most), isMore: found.length > most }
}

interface Row extends Omit<PersonCard, 'name' | 'unit' | 'position'> {
  readonly name: string | null
  readonly unit: string | null
  readonly position: string | null
}

async function readCards(
  transaction: Transaction,
  { person }: Pick<Reader, 'person'>,
  where: Prisma.Sql,
  limit: number,
): Promise<PersonCard[]> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT id, name, unit, position, role, standing, roster_at IS NOT NULL AS "onRoster",
      ${countEntered(person.id)} AS entered,
      EXISTS (SELECT 1 FROM form WHERE form.person_id = person.id) AS "hasForm",
      ARRAY(SELECT unit FROM coordinator WHERE coordinator.person_id = person.id ORDER BY unit) AS coordinates,
      ARRAY(SELECT channel FROM account WHERE account.person_id = person.id ORDER BY channel) AS channels
    FROM person WHERE ${where} ORDER BY length(name_key), name_key, id LIMIT ${limit}`
  return rows.map(({ name, unit, position, ...row }) => ({
    ...row,
    ...(name !== null && { name }),
    ...(unit !== null && { unit }),
    ...(position !== null && { position }),
  }))
}

/** The one on the list whom a person says that they are: of the same name and unit, the only one, and nobody's account. */
export async function readTwin(transaction: Transaction, id: string): Promise<string | undefined> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT listed.id FROM person JOIN person listed
      ON listed.name_key = person.name_key AND listed.unit = person.unit AND listed.id <> person.id
    WHERE person.id = ${id} AND person.roster_at IS NULL AND listed.roster_at IS NOT NULL AND listed.left_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM account WHERE account.person_id = listed.id)
    LIMIT 2`
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** The row of a good code stays locked, so that of two who type it at once the second finds it used. */
async function readCode(transaction: Transaction, reader: Reader, code: string): Promise<CodeView> {
  const { update, now } = reader
  const since = new Date(now.getTime() - 60 * 60_000)
  const [tried] = await transaction.$queryRaw<{ own: number; all: number }[]>`
    SELECT count(*) FILTER (WHERE channel = ${update.address.channel} AND user_id = ${update.from.id})::int AS own,
      count(*)::int AS all
    FROM pairing_attempt WHERE at > ${since}`
  const { own = 0, all = 0 } = tried ?? {}
  if (own >= mostTries.byAccount || all >= mostTries.inAll) return { state: 'throttled', isLast: false }
  const wrong = { state: 'wrong', isLast: all + 1 >= mostTries.inAll } as const
  const [found] = await transaction.$queryRaw<{ id: string; personId: string; own: boolean }[]>`
    SELECT id, person_id AS "personId", by_person = person_id AS own FROM pairing_code
    WHERE digest = ${digestOfCode(code)} AND used_at IS NULL AND expires_at > ${now} FOR UPDATE`
  if (!found) return wrong
  const [person] = await readCards(transaction, reader, Prisma.sql`id = ${found.personId} AND left_at IS NULL`, 1)
  return person ? { state: 'good', id: found.id, own: found.own, person } : wrong
}
