import { fold } from '../core/language/fold.ts'
import type { PledgeContent } from '../core/pledges/pledge.ts'
import { Prisma } from './generated/client.ts'

/** Whether a row of `pledge` stands: see core/pledges/life.ts. */
export const standsSql = Prisma.sql`pledge.state NOT IN ('withdrawn', 'undone')`

/**
 * Whether a row of `person` has answered in the phase, so that nobody asks them any more: with a pledge about them, sent
 * by whomever, or one of their own about nobody else. A withdrawn one was an answer too; an undone one was never sent.
 */
export function hasAnswered(campaignId: string, phase: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM pledge
    WHERE pledge.campaign_id = ${campaignId} AND pledge.phase = ${phase} AND pledge.state <> 'undone'
      AND (pledge.subject_id = person.id
        OR (pledge.person_id = person.id AND pledge.subject_id IS NULL AND pledge.subject = 'individual')))`
}

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
