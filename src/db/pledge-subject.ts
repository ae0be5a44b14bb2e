import type { PledgeContent } from '../core/pledges/pledge.ts'
import { nameKey } from '../core/tables/roster.ts'
import { Prisma } from './generated/client.ts'

/** Whether a row of `pledge` stands: see core/pledges/life.ts. */
export const standsSql = Prisma.sql`pledge.state NOT IN ('withdrawn', 'undone')`

/**
 * Whether a row of `person` has answered in the phase, so that nobody asks them any more: with a pledge about them, sent
 * by whomever, or one of their own. A withdrawn one was an answer too; an undone one was never sent.
 */
export function hasAnswered(campaignId: string, phase: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM pledge
    WHERE pledge.campaign_id = ${campaignId} AND pledge.phase = ${phase} AND pledge.state <> 'undone'
      AND (pledge.subject_id = person.id
        OR (pledge.person_id = person.id AND pledge.subject = 'individual' AND NOT pledge.for_other)))`
}

/** Under which name the roster has the person whom a pledge is about; null for a collective. */
export function subjectKey({ subject, name }: PledgeContent): string | null {
  return subject === 'individual' ? nameKey(name) : null
}

/** An expression for the one person of that name in that unit on the roster; null for none, and for several. */
function rosterPerson(key: Prisma.Sql, unit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT min(person.id) FROM person
    WHERE person.unit = ${unit} AND person.name_key = ${key} AND person.roster_at IS NOT NULL
      AND person.left_at IS NULL
    HAVING count(*) = 1)`
}

/** Where a pledge comes from, as expressions. */
interface Source {
  readonly key: Prisma.Sql
  readonly unit: Prisma.Sql
  readonly sender: Prisma.Sql
  readonly forOther: Prisma.Sql
}

/**
 * An expression for the person whom a pledge is about: the sender of an own one, once it is known who they are, or the
 * one person of that name in that unit on the roster. Nobody refused speaks for the person whom they claimed to be.
 */
export function subjectOf({ key, unit, sender, forOther }: Source): Prisma.Sql {
  const own = Prisma.sql`(
    SELECT sender.id FROM person sender
    WHERE sender.id = ${sender} AND sender.name_key = ${key} AND sender.standing = 'verified')`
  const refused = Prisma.sql`EXISTS (
    SELECT 1 FROM person sender WHERE sender.id = ${sender} AND sender.standing = 'refused')`
  return Prisma.sql`CASE WHEN ${forOther} THEN ${rosterPerson(key, unit)} WHEN ${refused} THEN NULL
    ELSE COALESCE(${own}, ${rosterPerson(key, unit)}) END`
}

/** An expression for the name: as the roster has it where it was typed without diacritics. */
export function listedName(name: Prisma.Sql, key: Prisma.Sql, subjectId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN lower(${name}) = ${key}
    THEN COALESCE((SELECT person.name FROM person WHERE person.id = ${subjectId} AND person.name_key = ${key}), ${name})
    ELSE ${name} END`
}

const stored: Source = {
  key: Prisma.sql`pledge.name_key`,
  unit: Prisma.sql`pledge.unit`,
  sender: Prisma.sql`pledge.person_id`,
  forOther: Prisma.sql`pledge.for_other`,
}

/**
 * Finds the people of pledges of whom nobody was known yet: after a list was taken in, or somebody was found to be who
 * they say. With `which` only of those pledges.
 */
export async function settleSubjects(
  transaction: Prisma.TransactionClient,
  which: Prisma.Sql = Prisma.sql`true`,
): Promise<void> {
  await transaction.$executeRaw`
    WITH open AS (
      SELECT pledge.id, ${subjectOf(stored)} AS subject_id FROM pledge
      WHERE pledge.subject_id IS NULL AND pledge.name_key IS NOT NULL AND ${which}),
    found AS (SELECT pledge.id, open.subject_id FROM pledge JOIN open ON open.id = pledge.id
      WHERE open.subject_id IS NOT NULL ORDER BY pledge.id FOR NO KEY UPDATE OF pledge)
    UPDATE pledge SET subject_id = found.subject_id,
      name = ${listedName(Prisma.sql`pledge.name`, Prisma.sql`pledge.name_key`, Prisma.sql`found.subject_id`)}
    FROM found WHERE pledge.id = found.id`
}
