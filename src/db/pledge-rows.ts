import { mostSent, type Pledge, type PledgeContent, pledgeDetails } from '../core/pledges/pledge.ts'
import { type Pledge as PledgeRecord, Prisma } from './generated/client.ts'
import { rowByRow } from './new-deliveries.ts'
import { standsSql } from './pledge-subject.ts'

/** A pledge as JSON, in which a moment is text. */
export type PledgeRow = Omit<Pledge, 'createdAt' | 'updatedAt' | 'decidedAt'> & {
  readonly createdAt: string
  readonly updatedAt: string
  readonly decidedAt?: string
}

/** An expression for what a row of `pledge` says, as JSON. */
export const contentJson = Prisma.sql`(jsonb_build_object('subject', pledge.subject, 'name', pledge.name, 'unit', pledge.unit,
    'titles', pledge.titles, 'commendations', pledge.commendations)
  || jsonb_strip_nulls(jsonb_build_object('position', pledge.position, 'representative', pledge.representative,
    'staffCount', pledge.staff_count, 'topic', pledge.topic, 'targets', pledge.targets, 'notes', pledge.notes)))`

/** An expression for a row of `pledge` as JSON. */
export const pledgeJson = Prisma.sql`(${contentJson} || jsonb_build_object('id', pledge.id, 'code', pledge.code,
    'phase', pledge.phase, 'state', pledge.state, 'version', pledge.version, 'late', pledge.late, 'forOther', pledge.for_other,
    'createdAt', pledge.created_at, 'updatedAt', pledge.updated_at,
    'results', COALESCE((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('award', award, 'outcome', outcome, 'higher', higher)) ORDER BY award)
      FROM pledge_result WHERE pledge_result.pledge_id = pledge.id), '[]'))
  || jsonb_strip_nulls(jsonb_build_object('reason', pledge.reason, 'decidedAt', pledge.decided_at, 'decider', (
    SELECT jsonb_strip_nulls(jsonb_build_object('name', decider.name, 'role', decider.role))
    FROM person decider WHERE decider.id = pledge.decided_by))))`

/** An expression for who sent a pledge, as JSON. */
export const senderJson = Prisma.sql`(
  SELECT jsonb_strip_nulls(jsonb_build_object('name', sender.name, 'role', sender.role))
  FROM person sender WHERE sender.id = pledge.person_id)`

/**
 * An expression for the pledges of a person in a campaign, oldest first, withdrawn ones among them, undone ones and those
 * whose content was erased not; null for none. Of somebody who entered whole units the last ones, before those all that were not on a list.
 */
export function pledgesOf(personId: Prisma.Sql, campaignId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(${pledgeJson} ORDER BY pledge.created_at, pledge.id)
    FROM (
      SELECT * FROM (SELECT * FROM pledge WHERE pledge.person_id = ${personId} ${rowByRow}) pledge
      WHERE pledge.campaign_id = ${campaignId} AND pledge.state <> 'undone' AND pledge.name <> ''
      ORDER BY pledge.via = 'list', pledge.created_at DESC, pledge.id LIMIT ${mostSent}) pledge)`
}

/** An expression for what the person agreed to and has not taken back; null for nothing. */
export function consentsOf(personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(jsonb_build_object('purpose', purpose, 'version', version))
    FROM (
      SELECT DISTINCT ON (purpose) purpose, version, given FROM consent WHERE person_id = ${personId}
      ORDER BY purpose, id DESC) last
    WHERE given)`
}

/** An expression for the units in which somebody pledges to be a fighter in the phase, as a JSON list. */
export function fighterUnitsOf(about: { readonly campaignId: string; readonly phase: string }): Prisma.Sql {
  return Prisma.sql`(
    SELECT COALESCE(jsonb_agg(DISTINCT pledge.unit), '[]') FROM pledge
    WHERE pledge.campaign_id = ${about.campaignId} AND pledge.phase = ${about.phase} AND ${standsSql}
      AND 'CSTDCS' = ANY(pledge.titles))`
}

export function toPledges(rows: readonly PledgeRow[] | null): Pledge[] {
  return (rows ?? []).map(toPledge)
}

export function toPledge({ decidedAt, ...row }: PledgeRow): Pledge {
  return {
    ...row,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
    ...(decidedAt !== undefined && { decidedAt: new Date(decidedAt) }),
  }
}

/** The content of a pledge as columns, those that it leaves empty among them. */
export function pledgeColumns({ subject, name, unit, titles, commendations, ...more }: PledgeContent) {
  return {
    ...{ subject, name, unit },
    // Prisma wants arrays of its own.
    titles: [...titles],
    commendations: [...commendations],
    position: more.position ?? null,
    representative: more.representative ?? null,
    staffCount: more.staffCount ?? null,
    topic: more.topic ?? null,
    targets: more.targets ?? null,
    notes: more.notes ?? null,
  }
}

/** What a stored pledge says, as its history keeps it. */
export function contentOfRow(row: PledgeRecord): PledgeContent {
  const details = pledgeDetails.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]]))
  const { name, unit, titles, commendations } = row
  return {
    subject: row.subject as PledgeContent['subject'],
    ...{ name, unit, titles, commendations },
    ...Object.fromEntries(details),
  }
}
