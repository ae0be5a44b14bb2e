import { fold } from '../core/language/fold.ts'
import type { PledgeContent } from '../core/pledges/pledge.ts'
import { Prisma } from './generated/client.ts'

/** Under which name the roster has the person whom a pledge is about; null for a collective. */
export function subjectKey({ subject, name }: PledgeContent): string | null {
  return subject === 'individual' ? fold(name) : null
}

/** An expression for the one person of that name in that unit on the roster; null for none, and for several. */
export function rosterPerson(nameKey: Prisma.Sql, unit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT min(person.id) FROM person
    WHERE person.unit = ${unit} AND person.name_key = ${nameKey} AND person.roster_at IS NOT NULL
      AND person.left_at IS NULL
    HAVING count(*) = 1)`
}
