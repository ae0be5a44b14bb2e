import type { Reach, Seat } from '../core/broadcasts/audience.ts'
import type { BroadcastDesk, Standing, Unread } from '../core/broadcasts/broadcast.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import type { Campaign } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import { broadcastsAbout } from '../core/conversation/desk-words.ts'
import type { Turn } from '../core/conversation/turn.ts'
import type { FormState } from '../core/forms/form.ts'
import type { IncomingUpdate } from '../core/message.ts'
import { tallyOf, toBroadcast } from './broadcast-rows.ts'
import type { Prisma } from './generated/client.ts'
import { standsSql } from './pledge-subject.ts'
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
    readonly offered: Turn['offered']
    readonly campaign: Campaign
    readonly timezone: string
    readonly now: Date
  },
): Promise<BroadcastDesk> {
  const { person, update, form, campaign } = about
  const over = ['done', 'cancelled']
  const newest = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }], take: most.recent }
  const open = await transaction.broadcast.findMany({
    where: { campaignId: campaign.id, state: { notIn: over } },
    ...newest,
  })
  const ended = await transaction.broadcast.findMany({
    where: { campaignId: campaign.id, state: { in: over } },
    ...newest,
  })
  const recent = [...open, ...ended].slice(0, most.recent).map(toBroadcast)
  const known: Standing[] = []
  for (const id of broadcastsAbout(update, about.offered, recent)) {
    const standing = await readStanding(transaction, id, campaign.id)
    if (standing) known.push(standing)
  }
  const corrects = await readStanding(transaction, form?.about.corrects, campaign.id)
  const isWriting = form?.dialogue === 'broadcast'
  const phase = phaseForPledge(dayAt(about.now, about.timezone), campaign).id
  return {
    recent,
    known,
    ...(corrects && { corrects }),
    ...(isWriting && { reach: await readReach(transaction, person.id, campaign.id, phase) }),
    ...(isWriting && campaign.approval && { approvers: await countApprovers(transaction, person.id) }),
  }
}

async function countApprovers(transaction: Transaction, author: string): Promise<number> {
  return transaction.person.count({
    where: {
      id: { not: author },
      role: { in: ['office', 'owner'] },
      accounts: { some: { chat: { not: null }, unreachable: null } },
    },
  })
}

async function readStanding(
  transaction: Transaction,
  id: string | undefined,
  campaignId: string,
): Promise<Standing | undefined> {
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
  const [counted] = await transaction.$queryRaw<
    (Omit<Unread, 'people' | 'left' | 'remindedAt'> & { received: number; remindedAt: Date | null })[]
  >`
    SELECT (SELECT count(*)::int FROM (${unreadBy(id)}) unread) AS count, received, read, groups,
      (SELECT count(*)::int FROM (${unreadBy(id)}) unread JOIN person ON person.id = unread."personId"
        WHERE person.name IS NULL) AS nameless,
      people - received AS unreached,
      (SELECT max(created_at) FROM broadcast WHERE audience->>'follows' = 'remind' AND audience->>'broadcast' = ${id})
        AS "remindedAt"
    FROM (
      SELECT count(DISTINCT told.person_id)::int AS people,
        count(DISTINCT told.person_id) FILTER (WHERE told.state IN ('sent', 'unknown'))::int AS received,
        count(DISTINCT acknowledgement.person_id) FILTER (WHERE told.state IN ('sent', 'unknown'))::int AS read,
        count(DISTINCT told.address) FILTER (WHERE told.person_id IS NULL AND told.state IN ('sent', 'unknown'))::int
          AS groups
      FROM outbox told LEFT JOIN acknowledgement ON acknowledgement.broadcast_id = told.broadcast_id
        AND acknowledgement.person_id = told.person_id
      WHERE told.broadcast_id = ${id}) counted`
  const people = await transaction.$queryRaw<{ name: string; unit: string | null }[]>`
    SELECT person.name, person.unit FROM (${unreadBy(id)}) unread JOIN person ON person.id = unread."personId"
    WHERE person.name IS NOT NULL ORDER BY person.unit NULLS LAST, person.name, person.id LIMIT ${most.unread}`
  const { count = 0, nameless = 0, received = 0, read = 0, unreached = 0, groups = 0, remindedAt } = counted ?? {}
  const left = received - read - count
  return { count, people, nameless, read, left, unreached, groups, ...(remindedAt && { remindedAt }) }
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
            AND pledge.phase = ${phase} AND ${standsSql}) AS has_pledge,
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
