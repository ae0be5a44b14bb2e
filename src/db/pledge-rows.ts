import type { Pledge, PledgeContent } from '../core/pledges/pledge.ts'
import type { Prisma } from './generated/client.ts'

/** The pledges of these people in a campaign, oldest first, withdrawn ones among them. */
export async function readPledges(
  transaction: Prisma.TransactionClient,
  campaignId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Pledge[]>> {
  const rows = await transaction.$queryRaw<PledgeRow[]>`
    SELECT id, code, person_id AS "personId", phase, subject, name, unit, titles, commendations, state, late,
      created_at AS "createdAt", updated_at AS "updatedAt"
    FROM pledge WHERE person_id = ANY(${people}) AND campaign_id = ${campaignId}
    ORDER BY created_at, id`
  const byPerson = new Map<string, Pledge[]>()
  for (const { personId, ...pledge } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), pledge])
  return byPerson
}

type PledgeRow = Pledge & { readonly personId: string }

/** The content of a pledge as columns; lists are copied because Prisma wants arrays of its own. */
export function pledgeColumns(content: PledgeContent) {
  return { ...content, titles: [...content.titles], commendations: [...content.commendations] }
}
