import { lifeActions, readActionId } from '../core/actions.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { hasDesk } from '../core/conversation/unit-desk.ts'
import { readListPage } from '../core/conversation/unit-list.ts'
import { maySendNews } from '../core/people/person.ts'
import { unitsOf } from '../core/people/rights.ts'
import {
  type DeskPledge,
  type ListPage,
  listSize,
  type Missing,
  mostAtOnce,
  type UnitDesk,
} from '../core/pledges/desk.ts'
import { type PledgeState, pledgeStates, type Shown } from '../core/pledges/life.ts'
import { readReceiptCode } from '../core/pledges/pledge.ts'
import { Prisma } from './generated/client.ts'
import { type PledgeRow, pledgeJson, toPledge } from './pledge-rows.ts'
import { hasAnswered } from './pledge-subject.ts'
import type { Reader } from './read-desks.ts'

type Transaction = Prisma.TransactionClient

/** The most people without a pledge that are named to one coordinator. */
const mostMissing = 500

// Typed words may ask for any of it; of buttons only these.
const deskActions: ReadonlySet<string> = new Set([...lifeActions, 'unit-pledges', 'who-missing'])

/** What somebody who looks after units may need for this update; undefined where it is about nothing of theirs. */
export async function readUnitDesk(transaction: Transaction, reader: Reader): Promise<UnitDesk | undefined> {
  const { person, update, form } = reader
  if (!hasDesk(person.role)) return undefined
  const { input } = update
  const pressed = input.kind === 'choice' ? readActionId(input.id) : undefined
  const action = pressed && deskActions.has(pressed.action) ? pressed.action : undefined
  const isOpen = form?.dialogue === 'return-pledge'
  if (input.kind !== 'text' && action === undefined && !isOpen) return undefined
  const about = pressed?.about ?? ''
  const isForAll = action?.startsWith('confirm-all') === true
  const page = readListPage(action === 'unit-list' || isForAll ? about : '', reader)
  const code: string | undefined = /^(?:pledge|result|dossier)-/.test(action ?? '')
    ? about.split(':')[0]
    : isOpen
      ? form?.about.code
      : input.kind === 'text'
        ? readReceiptCode(input.text)
        : undefined
  const named = code === undefined ? undefined : await readNamed(transaction, reader, code)
  const isAsked = action !== undefined && code === undefined
  const leaves = named && (isOpen || action?.startsWith('pledge-') === true)
  const shown = named && !isAsked ? await pageOf(transaction, reader, named, leaves) : page
  const wantsMissing = input.kind === 'text' || action === 'who-missing' || action === 'missing-remind'
  return {
    page: shown,
    counts: await countStates(transaction, reader, shown.phase),
    listed: await readPage(transaction, reader, shown, isForAll ? mostAtOnce : leaves ? 1 : 0),
    ...(named && { named }),
    ...(isForAll && { waiting: await readFrom(transaction, reader, { ...page, state: 'submitted' }, 0, mostAtOnce) }),
    ...(wantsMissing && person.role === 'coordinator' && (await readRoster(transaction, reader))),
  }
}

type Who = Pick<Turn, 'person' | 'campaign'>

/** Of the campaign, and of a unit that the person looks after. Asked again wherever something is written. */
export function isTheirs({ person, campaign }: Who): Prisma.Sql {
  const units = [...unitsOf(person, campaign)]
  return Prisma.sql`(pledge.campaign_id = ${campaign.id} AND (${maySendNews(person.role)} OR pledge.unit = ANY(${units})))`
}

/** Whether the sender of a pledge is known to be who they say. Whoever has a seat was given it. */
export const isVerified = Prisma.sql`EXISTS (
  SELECT 1 FROM person sender
  WHERE sender.id = pledge.person_id AND (sender.standing = 'verified' OR sender.role <> 'staff'))`

/** Whether its sender, of whom nobody has said anything yet, says to be the very person whom the pledge is about. */
export const isDeclared = Prisma.sql`EXISTS (
  SELECT 1 FROM person sender
  WHERE sender.id = pledge.person_id AND sender.standing = 'declared' AND sender.role = 'staff'
    AND pledge.subject = 'individual' AND NOT pledge.for_other
    AND sender.name_key = pledge.name_key AND sender.unit = pledge.unit)`

const deskJson = Prisma.sql`${pledgeJson} || jsonb_build_object('sender', CASE
    WHEN ${isVerified} THEN 'verified' WHEN ${isDeclared} THEN 'declared'
    WHEN EXISTS (SELECT 1 FROM person sender WHERE sender.id = pledge.person_id AND sender.standing = 'refused') THEN 'refused' ELSE 'unknown' END)
  || jsonb_strip_nulls(jsonb_build_object('judged', (
    SELECT jsonb_build_object('kind', judged.kind, 'content', judged.content) FROM pledge_event judged
    WHERE pledge.state = 'submitted' AND judged.pledge_id = pledge.id AND judged.kind IN ('confirmed', 'returned')
    ORDER BY judged.id DESC LIMIT 1)))`

type DeskRow = PledgeRow & Pick<DeskPledge, 'sender' | 'judged' | 'dossier'>

function toDeskPledge({ pledge }: { pledge: DeskRow }): DeskPledge {
  const { sender, judged, dossier } = pledge
  return { ...toPledge(pledge), sender, ...(judged && { judged }), ...(dossier && { dossier }) }
}

async function readNamed(transaction: Transaction, who: Who, code: string): Promise<DeskPledge | undefined> {
  const rows = await transaction.$queryRaw<{ pledge: DeskRow }[]>`
    SELECT ${deskJson} || jsonb_build_object('dossier', COALESCE((
        SELECT jsonb_agg(jsonb_build_object('award', award, 'item', item, 'doneOn', done_on))
        FROM dossier_item WHERE dossier_item.pledge_id = pledge.id), '[]')) AS pledge
    FROM pledge WHERE pledge.code = ${code} AND ${isTheirs(who)}`
  return rows[0] && toDeskPledge(rows[0])
}

/** Where the pledge stands in its list; where it is about to leave, what is then still a page of it. */
async function pageOf(
  transaction: Transaction,
  who: Who,
  { id, phase, state }: DeskPledge,
  leaves: boolean | undefined,
): Promise<ListPage> {
  const [row] = await transaction.$queryRaw<{ before: number; others: number }[]>`
    SELECT (count(*) FILTER (WHERE (pledge.created_at, pledge.id) < (named.created_at, named.id)))::int AS before,
      (count(*) FILTER (WHERE pledge.id <> named.id))::int AS others
    FROM pledge, pledge named
    WHERE named.id = ${id} AND ${isTheirs(who)} AND pledge.phase = ${phase} AND pledge.state = ${state}`
  const { before = 0, others = 0 } = row ?? {}
  const place = leaves ? Math.min(before, Math.max(0, others - 1)) : before
  return { phase, state, number: Math.floor(place / listSize) }
}

/** One more than the page has, where more follow; `leaving` of them are about to leave it. */
function readPage(transaction: Transaction, who: Who, page: ListPage, leaving: number): Promise<DeskPledge[]> {
  return readFrom(transaction, who, page, page.number * listSize, listSize + 1 + leaving)
}

async function readFrom(
  transaction: Transaction,
  who: Who,
  { phase, state }: ListPage,
  skipped: number,
  most: number,
): Promise<DeskPledge[]> {
  const rows = await transaction.$queryRaw<{ pledge: DeskRow }[]>`
    SELECT ${deskJson} AS pledge FROM pledge
    WHERE ${isTheirs(who)} AND pledge.phase = ${phase} AND pledge.state = ${state}
    ORDER BY pledge.created_at, pledge.id LIMIT ${most} OFFSET ${skipped}`
  return rows.map(toDeskPledge)
}

async function countStates(transaction: Transaction, who: Who, phase: string): Promise<UnitDesk['counts']> {
  const rows = await transaction.$queryRaw<{ state: PledgeState; count: number }[]>`
    SELECT pledge.state, count(*)::int AS count FROM pledge
    WHERE ${isTheirs(who)} AND pledge.phase = ${phase} GROUP BY pledge.state`
  const none = Object.fromEntries(pledgeStates.map((state) => [state, 0])) as Record<PledgeState, number>
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) }
}

/** All of the phase in that state; `verified` leaves those of unknown senders out. */
export function readInState(
  transaction: Transaction,
  who: Who,
  phase: string,
  state: PledgeState,
  verified = false,
): Promise<Shown[]> {
  return transaction.$queryRaw<Shown[]>`
    SELECT pledge.id, pledge.version FROM pledge
    WHERE ${isTheirs(who)} AND pledge.phase = ${phase} AND pledge.state = ${state} AND (${!verified} OR ${isVerified})
    ORDER BY pledge.id`
}

/** The key under which somebody is asked to register: once a day, whoever asks. */
export function askKey(campaignId: string, phase: string, day: string): string {
  return `ask:${campaignId}:${phase}:${day}:`
}

/** Who stands on the roster of the coordinator's units and has not answered in the phase. */
async function readRoster(
  transaction: Transaction,
  { person, campaign, now, timezone }: Reader,
): Promise<Required<Pick<UnitDesk, 'missing' | 'missingInAll' | 'roster'>>> {
  const units = [...unitsOf(person, campaign)]
  const day = dayAt(now, timezone)
  const phase = phaseForPledge(day, campaign).id
  const key = askKey(campaign.id, phase, day)
  const rows = await transaction.$queryRaw<(Missing & { inAll: number })[]>`
    SELECT *, (count(*) OVER ())::int AS "inAll" FROM (SELECT person.id AS "personId", COALESCE(person.name, '') AS name, person.unit,
      CASE WHEN NOT EXISTS (
          SELECT 1 FROM account
          WHERE account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL) THEN 'no-account'
        WHEN person.reminders_off THEN 'off'
        WHEN EXISTS (SELECT 1 FROM outbox WHERE outbox.key = ${key} || person.id || ':0') THEN 'reminded'
        ELSE 'open' END AS state
    FROM person
    WHERE ${isMissing(campaign.id, phase)} AND person.unit = ANY(${units})) AS one
    ORDER BY state = 'reminded', unit, name, "personId" LIMIT ${mostMissing}`
  const missing = rows.map(({ inAll: _, ...one }) => one)
  const roster = await transaction.person.count({
    where: { unit: { in: units }, rosterAt: { not: null }, leftAt: null },
  })
  return { missing, missingInAll: rows[0]?.inAll ?? 0, roster }
}

/** Whether a person of the roster has not answered in the phase. */
export function isMissing(campaignId: string, phase: string): Prisma.Sql {
  return Prisma.sql`(person.roster_at IS NOT NULL AND person.left_at IS NULL AND person.standing <> 'refused'
    AND NOT ${hasAnswered(campaignId, phase)})`
}
