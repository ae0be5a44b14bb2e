import type { Reach, Seat } from '../core/broadcasts/audience.ts'
import type { BroadcastDesk, Unread } from '../core/broadcasts/broadcast.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import type { Campaign } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import { readActionId } from '../core/conversation/menu.ts'
import type { FormState } from '../core/forms/form.ts'
import type { IncomingUpdate } from '../core/message.ts'
import { tallyOf, toBroadcast } from './broadcast-rows.ts'
import type { Prisma } from './generated/client.ts'
import { unreadBy } from './recipients.ts'

type Transaction = Prisma.TransactionClient

const most = { recent: 6, unread: 30 }

/** What somebody of the office may need for this update. Counting everyone is left for when they write a broadcast. */
export async function readDesk(
  transaction: Transaction,
  about: {
    readonly person: { readonly id: string }
    readonly update: IncomingUpdate
    readonly form: FormState | undefined
    readonly campaign: Campaign
    readonly timezone: string
    readonly now: Date
  },
): Promise<BroadcastDesk> {
  const { person, update, form, campaign } = about
  const rows = await transaction.broadcast.findMany({
    where: { campaignId: campaign.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most.recent,
  })
  const named = await readNamed(transaction, namedBy(update, form), campaign.id)
  const isWriting = form?.dialogue === 'broadcast'
  const phase = phaseForPledge(dayAt(about.now, about.timezone), campaign).id
  return {
    recent: rows.map(toBroadcast),
    ...(named && { named }),
    ...(isWriting && { reach: await readReach(transaction, person.id, campaign.id, phase) }),
  }
}

/** The broadcast that the pressed button is about, else the one that the open form corrects. */
function namedBy({ input }: IncomingUpdate, form: FormState | undefined): string | undefined {
  const action = input.kind === 'choice' ? readActionId(input.id) : undefined
  if (action?.action.startsWith('broadcast-')) return action.about.split(':')[0]
  return form?.about.corrects
}

async function readNamed(
  transaction: Transaction,
  id: string | undefined,
  campaignId: string,
): Promise<BroadcastDesk['named']> {
  if (id === undefined) return undefined
  const row = await transaction.broadcast.findFirst({ where: { id, campaignId } })
  if (!row) return undefined
  const tally = await tallyOf(transaction, id)
  return {
    broadcast: toBroadcast(row),
    tally,
    ...(row.acknowledge && { unread: await readUnread(transaction, id) }),
  }
}

async function readUnread(transaction: Transaction, id: string): Promise<Unread> {
  const [counted] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${unreadBy(id)}) unread`
  const people = await transaction.$queryRaw<{ name: string | null; unit: string | null }[]>`
    SELECT person.name, person.unit FROM (${unreadBy(id)}) unread JOIN person ON person.id = unread."personId"
    ORDER BY person.unit NULLS LAST, person.name NULLS LAST, person.id LIMIT ${most.unread}`
  return { count: counted?.count ?? 0, people }
}

/** Everyone but the author and every group, in as much detail as any audience needs. */
export async function readReach(
  transaction: Transaction,
  author: string,
  campaignId: string,
  phase: string,
): Promise<Reach> {
  const people = await transaction.$queryRaw<
    { unit: string | null; role: Reach['people'][number]['role']; hasPledge: boolean; seats: string; count: number }[]
  >`
    SELECT unit, role, has_pledge AS "hasPledge", seats, count(*)::int AS count FROM (
      SELECT person.unit, person.role,
        EXISTS (
          SELECT 1 FROM pledge WHERE pledge.person_id = person.id AND pledge.campaign_id = ${campaignId}
            AND pledge.phase = ${phase} AND pledge.state <> 'withdrawn') AS has_pledge,
        COALESCE(string_agg(account.channel || '/' || CASE
          WHEN account.chat IS NULL THEN 'no-chat' WHEN account.unreachable IS NOT NULL THEN 'blocked' ELSE 'open' END,
          ',' ORDER BY account.created_at DESC, account.channel, account.user_id), '') AS seats
      FROM person LEFT JOIN account ON account.person_id = person.id
      WHERE person.id <> ${author}
      GROUP BY person.id) each_one
    GROUP BY unit, role, has_pledge, seats`
  const groups = await transaction.$queryRaw<Reach['groups'][number][]>`
    SELECT channel, state, enabled, news, count(*)::int AS count FROM group_chat GROUP BY channel, state, enabled, news`
  return { people: people.map((row) => ({ ...row, seats: readSeats(row.seats) })), groups }
}

function readSeats(words: string): Seat[] {
  if (words === '') return []
  return words.split(',').map((one) => {
    const [channel, state] = one.split('/')
    return { channel, state } as Seat
  })
}
