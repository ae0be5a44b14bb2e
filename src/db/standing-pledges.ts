import { type Day, dayAt } from '../core/campaign/calendar.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import { unitsOf } from '../core/people/rights.ts'
import type { Standing } from '../core/pledges/notes.ts'
import type { Prisma } from './generated/client.ts'
import type { Reader } from './read-desks.ts'

/** The pledges of this phase in the units that the person looks after, where their words may add to them. */
export async function readStanding(
  transaction: Prisma.TransactionClient,
  { person, update: { input }, form, campaign, timezone, now }: Reader,
): Promise<readonly Standing[] | undefined> {
  const mayAdd = form ? form.dialogue === 'pledge' || form.dialogue === 'pledge-list' : input.kind === 'text'
  const about = { person, campaign, day: dayAt(now, timezone) }
  return mayAdd && unitsOf(person, campaign).length > 0 ? standingFor(transaction, about) : undefined
}

/** The pledges of the phase of that day in the units that the person looks after. */
export async function standingFor(
  transaction: Prisma.TransactionClient,
  { person, campaign, day }: Pick<Reader, 'person' | 'campaign'> & { readonly day: Day },
): Promise<readonly Standing[]> {
  const phase = phaseForPledge(day, campaign).id
  const rows = await transaction.pledge.findMany({
    where: {
      campaignId: campaign.id,
      phase,
      unit: { in: [...unitsOf(person, campaign)] },
      state: { notIn: ['withdrawn', 'undone'] },
    },
    select: { code: true, subject: true, name: true, unit: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map((row) => ({ ...row, subject: row.subject as Standing['subject'] }))
}
