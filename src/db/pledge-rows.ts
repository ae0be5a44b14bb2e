import type { Pledge, PledgeContent, Subject } from '../core/pledges/pledge.ts'
import type { Prisma } from './generated/client.ts'

/** A person's own pledges in a campaign, oldest first, withdrawn ones among them. */
export async function readPledges(
  transaction: Prisma.TransactionClient,
  campaignId: string,
  personId: string,
): Promise<Pledge[]> {
  const rows = await transaction.pledge.findMany({
    where: { campaignId, personId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    subject: row.subject as Subject,
    state: row.state === 'withdrawn' ? 'withdrawn' : 'submitted',
  }))
}

/** The content of a pledge as columns; lists are copied because Prisma wants arrays of its own. */
export function pledgeColumns(content: PledgeContent) {
  return { ...content, titles: [...content.titles], commendations: [...content.commendations] }
}
