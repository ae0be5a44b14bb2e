import { readActionId } from '../core/actions.ts'
import { readListPage } from '../core/conversation/unit-list.ts'
import { maySendNews } from '../core/people/person.ts'
import type { CountRow, OfficeDesk } from '../core/pledges/counts.ts'
import type { Prisma } from './generated/client.ts'
import { standsSql } from './pledge-subject.ts'
import type { Reader } from './read-desks.ts'
import { isMissing, isVerified, readInState } from './unit-desk.ts'

type Transaction = Prisma.TransactionClient

// Typed words may ask for the figures; of buttons only these.
const countActions: ReadonlySet<string> = new Set([
  'unit-counts',
  'who-missing',
  'counts-export',
  'list-close',
  'list-close-yes',
])

/** What somebody of the office may need for this update; undefined where it is about nothing of the kind. */
export async function readOfficeDesk(transaction: Transaction, reader: Reader): Promise<OfficeDesk | undefined> {
  const { person, update, campaign } = reader
  if (!maySendNews(person.role)) return undefined
  const { input } = update
  const pressed = input.kind === 'choice' ? readActionId(input.id) : undefined
  if (input.kind !== 'text' && (!pressed || !countActions.has(pressed.action))) return undefined
  const { phase } = readListPage(pressed?.about ?? '', reader)
  const rows = await readCounts(transaction, campaign.id)
  return {
    phase,
    rows: rows.filter((row) => row.phase === phase),
    missing: await countMissing(transaction, campaign.id, phase),
    ...(pressed?.action.startsWith('list-close') && {
      ready: await readInState(transaction, reader, phase, 'confirmed', true),
    }),
  }
}

/**
 * Of each phase and unit all its pledges, and those that name each award. `agreed`: without those whose sender does not
 * want to be counted in figures that are handed on.
 */
export function readCounts(transaction: Transaction, campaignId: string, agreed = false): Promise<CountRow[]> {
  return transaction.$queryRaw<CountRow[]>`
    SELECT phase, unit, award,
      (count(*) FILTER (WHERE state = 'submitted'))::int AS submitted,
      (count(*) FILTER (WHERE state = 'confirmed'))::int AS confirmed,
      (count(*) FILTER (WHERE state = 'returned'))::int AS returned,
      (count(*) FILTER (WHERE state = 'included'))::int AS included,
      (count(*) FILTER (WHERE NOT verified))::int AS unverified
    FROM (
      SELECT pledge.phase, pledge.unit, pledge.state, ${isVerified} AS verified,
        unnest(NULL::text || pledge.titles || pledge.commendations) AS award
      FROM pledge WHERE pledge.campaign_id = ${campaignId} AND ${standsSql}
        AND (NOT ${agreed} OR COALESCE((
          SELECT given FROM consent WHERE person_id = pledge.person_id AND purpose = 'count' ORDER BY id DESC LIMIT 1), TRUE))
      ) AS named
    GROUP BY phase, unit, award
    ORDER BY phase, unit, award NULLS FIRST`
}

async function countMissing(
  transaction: Transaction,
  campaignId: string,
  phase: string,
): Promise<OfficeDesk['missing']> {
  const rows = await transaction.$queryRaw<{ unit: string; count: number }[]>`
    SELECT person.unit, (count(*) FILTER (WHERE ${isMissing(campaignId, phase)}))::int AS count FROM person
    WHERE person.roster_at IS NOT NULL AND person.left_at IS NULL AND person.unit IS NOT NULL GROUP BY person.unit`
  return Object.fromEntries(rows.map((row) => [row.unit, row.count]))
}
