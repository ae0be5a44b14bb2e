import { readActionId } from '../core/conversation/menu.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { digestAfter, soonInOfficeHours } from '../core/notices/digest-times.ts'
import type { EnteredEffect, EnteredPledge } from '../core/pledges/entered.ts'
import { steps } from '../core/pledges/life.ts'
import { record } from './audit.ts'
import { Prisma } from './generated/client.ts'
import { addNotices } from './notice-store.ts'
import { contentJson, type PledgeRow, pledgeJson, senderJson, toPledge } from './pledge-rows.ts'
import { standsSql } from './pledge-subject.ts'
import type { Reader } from './read-desks.ts'

type Transaction = Prisma.TransactionClient

/** Whether a pledge was sent for that person by somebody else and stands. */
function isEnteredFor(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(pledge.subject_id = ${person} AND pledge.person_id <> ${person} AND ${standsSql})`
}

/** How many such pledges a row of `person` has, beside what the asker sent themself; an expression. */
export function countEntered(asker: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int FROM pledge WHERE ${isEnteredFor(Prisma.sql`person.id`)} AND pledge.person_id <> ${asker})`
}

/** What others sent for the person, oldest first, where their update may be about it. Only people of the list have any. */
export async function readEntered(
  transaction: Transaction,
  { person, update: { input }, form, campaign }: Reader,
): Promise<readonly EnteredPledge[] | undefined> {
  const action = input.kind === 'choice' ? readActionId(input.id)?.action : undefined
  const isAsked = action?.startsWith('entered') || action === 'my-pledge' || (action === undefined && !form)
  if (person.standing !== 'verified' || !isAsked) return undefined
  const rows = await transaction.$queryRaw<{ pledge: PledgeRow & Pick<EnteredPledge, 'by'> }[]>`
    SELECT ${pledgeJson} || jsonb_build_object('by', ${senderJson}) AS pledge FROM pledge
    WHERE ${isEnteredFor(Prisma.sql`${person.id}`)} AND pledge.campaign_id = ${campaign.id}
    ORDER BY pledge.created_at, pledge.id LIMIT 10`
  return rows.map(({ pledge }) => ({ ...toPledge(pledge), by: pledge.by }))
}

/**
 * Notes each of the rows of `pledges`, joined with when they are told in `given`, for whom somebody else sent it: once,
 * and only people with an account. A statement to stand among others.
 */
export const enteredNotices = Prisma.sql`
  INSERT INTO notice (key, person_id, kind, about, due_at)
  SELECT concat_ws(':', 'entered', pledges.id, subject_id), subject_id, 'entered', pledges.id, told_at
  FROM pledges JOIN given ON given.id = pledges.id
  WHERE subject_id <> pledges.person_id AND EXISTS (SELECT 1 FROM account WHERE account.person_id = subject_id)
  ON CONFLICT (key) DO NOTHING`

/** The same for pledges that stand: one that may be about somebody else now, or all of a person who has come by an account. */
async function noteStanding(transaction: Transaction, turn: Turn, which: Prisma.Sql): Promise<void> {
  const dueAt = digestAfter(turn.now, turn.timezone, turn.campaign)
  await transaction.$executeRaw`
    WITH pledges AS (
      SELECT id, person_id, subject_id FROM pledge
      WHERE ${which} AND campaign_id = ${turn.campaign.id} AND ${standsSql}),
    given AS (SELECT id, ${dueAt}::timestamptz AS told_at FROM pledges)
    ${enteredNotices}`
}

export function noteEnteredPledge(transaction: Transaction, turn: Turn, id: string): Promise<void> {
  return noteStanding(transaction, turn, Prisma.sql`id = ${id}`)
}

export function noteEnteredFor(transaction: Transaction, turn: Turn, personId: string): Promise<void> {
  return noteStanding(transaction, turn, Prisma.sql`subject_id = ${personId}`)
}

interface Changed {
  readonly id: string
  readonly personId: string
  readonly version: number
  readonly before: string
}

/** Writes what the person does about what was sent for them; that it is theirs and as it was shown is asked again here. */
export async function applyEnteredEffect(transaction: Transaction, turn: Turn, effect: EnteredEffect): Promise<void> {
  const { person, now, timezone, campaign } = turn
  const step = effect.kind === 'entered-object' ? 'object' : 'recant'
  const rule = steps[step]
  const [changed] = await transaction.$queryRaw<Changed[]>`
    WITH wanted AS (
      SELECT pledge.id, pledge.state FROM pledge
      WHERE pledge.id = ${effect.id} AND pledge.version = ${effect.version} AND ${isEnteredFor(Prisma.sql`${person.id}`)}
        AND pledge.state = ANY(${[...rule.from]}) FOR NO KEY UPDATE),
    changed AS (
      UPDATE pledge SET state = ${rule.to}, version = pledge.version + 1, updated_at = ${now}, reason = NULL,
        decided_by = ${person.id}, decided_at = ${now}
      FROM wanted WHERE pledge.id = wanted.id RETURNING pledge.*, wanted.state AS before),
    events AS (
      INSERT INTO pledge_event (pledge_id, kind, by_person, content, at)
      SELECT id, ${rule.event}, ${person.id}, ${contentJson}, ${now} FROM changed pledge)
    SELECT id, person_id AS "personId", version, before FROM changed`
  if (!changed) throw new Error(`Pledge ${effect.id} is not this person's to ${step} as it was shown`)
  const { id, personId, version, before } = changed
  await record(transaction, person.id, now, [
    { action: step, kind: 'pledge', about: id, before: { state: before }, after: { state: rule.to } },
  ])
  const kind = step === 'object' ? 'returned' : 'recanted'
  const dueAt = soonInOfficeHours(now, timezone, campaign)
  await addNotices(transaction, [{ key: `${kind}:${id}:${version}`, personId, kind, about: id, dueAt }])
}
