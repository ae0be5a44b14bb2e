import type { Pledge, PledgeContent } from '../core/pledges/pledge.ts'
import { Prisma } from './generated/client.ts'

/** A pledge as JSON, in which a moment is text. */
export type PledgeRow = Omit<Pledge, 'createdAt' | 'updatedAt' | 'decidedAt'> & {
  readonly createdAt: string
  readonly updatedAt: string
  readonly decidedAt?: string
}

/** An expression for a row of `pledge` as JSON. */
export const pledgeJson = Prisma.sql`jsonb_build_object('id', pledge.id, 'code', pledge.code, 'phase', pledge.phase,
    'subject', pledge.subject, 'name', pledge.name, 'unit', pledge.unit, 'titles', pledge.titles,
    'commendations', pledge.commendations, 'state', pledge.state, 'version', pledge.version, 'late', pledge.late,
    'createdAt', pledge.created_at, 'updatedAt', pledge.updated_at,
    'results', COALESCE((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('award', award, 'outcome', outcome, 'higher', higher)) ORDER BY award)
      FROM pledge_result WHERE pledge_result.pledge_id = pledge.id), '[]'))
    || jsonb_strip_nulls(jsonb_build_object('reason', pledge.reason, 'decidedAt', pledge.decided_at, 'decider', (
      SELECT jsonb_strip_nulls(jsonb_build_object('name', decider.name, 'role', decider.role))
      FROM person decider WHERE decider.id = pledge.decided_by)))`

/** An expression for the pledges of a person in a campaign, oldest first, withdrawn ones among them; null for none. */
export function pledgesOf(personId: Prisma.Sql, campaignId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(${pledgeJson} ORDER BY pledge.created_at, pledge.id)
    FROM pledge WHERE pledge.person_id = ${personId} AND pledge.campaign_id = ${campaignId})`
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

/** The content of a pledge as columns; lists are copied because Prisma wants arrays of its own. */
export function pledgeColumns(content: PledgeContent) {
  return { ...content, titles: [...content.titles], commendations: [...content.commendations] }
}
