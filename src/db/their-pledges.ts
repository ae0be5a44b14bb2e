import { isOwn } from '../core/pledges/whose.ts'
import { nameKey } from '../core/tables/roster.ts'
import { Prisma } from './generated/client.ts'

/** A pledge that is about somebody: their own, or sent for them by somebody else. */
export interface TheirPledge {
  readonly id: string
  readonly code: string
  readonly phase: string
  readonly state: string
  readonly version: number
  readonly personId: string
}

interface Row extends TheirPledge {
  readonly subject: string
  readonly forOther: boolean
  readonly representative: string | null
  readonly subjectId: string | null
  readonly sender: string | null
}

/**
 * What is about that person, whatever became of it. What they sent for a colleague or a collective is about those: of it
 * only `representing`, where they speak for the collective, and that there is `entered` at all.
 */
export async function readTheirPledges(
  transaction: Prisma.TransactionClient,
  id: string,
  lock = false,
): Promise<{ theirs: TheirPledge[]; representing: string[]; entered: number }> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT pledge.id, code, phase, state, version, person_id AS "personId", subject,
      for_other AS "forOther", representative, subject_id AS "subjectId", person.name AS sender
    FROM pledge JOIN person ON person.id = ${id}
    WHERE (person_id = ${id} OR subject_id = ${id}) AND pledge.name <> ''
    ORDER BY pledge.created_at, pledge.id ${lock ? Prisma.sql`FOR NO KEY UPDATE OF pledge` : Prisma.empty}`
  const isTheirs = (row: Row) => row.subjectId === id || (row.personId === id && isOwn(row))
  const others = rows.filter((row) => !isTheirs(row))
  const speaks = ({ representative, sender, state }: Row) =>
    state !== 'included' && representative !== null && sender !== null && nameKey(representative) === nameKey(sender)
  return {
    theirs: rows.filter(isTheirs).map(({ code, phase, state, version, personId, ...row }) => ({
      id: row.id,
      code,
      phase,
      state,
      version,
      personId,
    })),
    representing: others.filter(speaks).map((row) => row.id),
    entered: others.length,
  }
}
