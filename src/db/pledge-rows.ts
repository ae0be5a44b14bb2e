import type { Pledge, PledgeContent } from '../core/pledges/pledge.ts'
import { Prisma } from './generated/client.ts'

/** A pledge as JSON, in which a moment is text. */
export type PledgeRow = Omit<Pledge, 'createdAt' | 'updatedAt'> & {
  readonly createdAt: string
  readonly updatedAt: string
}

/** An expression for the pledges of a person in a campaign, oldest first, withdrawn ones among them; null for none. */
export function pledgesOf(personId: Prisma.Sql, campaignId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(jsonb_build_object('id', id, 'code', code, 'phase', phase, 'subject', subject, 'name', name,
      'unit', unit, 'titles', titles, 'commendations', commendations, 'state', state, 'late', late,
      'createdAt', created_at, 'updatedAt', updated_at) ORDER BY created_at, id)
    FROM pledge WHERE person_id = ${personId} AND campaign_id = ${campaignId})`
}

export function toPledges(rows: readonly PledgeRow[] | null): Pledge[] {
  return (rows ?? []).map((row) => ({ ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) }))
}

/** The content of a pledge as columns; lists are copied because Prisma wants arrays of its own. */
export function pledgeColumns(content: PledgeContent) {
  return { ...content, titles: [...content.titles], commendations: [...content.commendations] }
}
