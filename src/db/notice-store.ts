import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import { isWithin } from '../core/campaign/unit-list.ts'
import { type ChannelName, type OutgoingMessage, parseAddressKey } from '../core/message.ts'
import { type Gathered, type NoticeKind, newcomerNotice } from '../core/notices/digest.ts'
import { digestAfter } from '../core/notices/digest-times.ts'
import type { CountRow } from '../core/pledges/counts.ts'
import type { Database } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import { readCounts } from './office-counts.ts'
import { isNewcomer } from './people-store.ts'
import { type PledgeRow, pledgeJson, senderJson, toPledge } from './pledge-rows.ts'
import type { Recipient } from './recipients.ts'
import { storableJson } from './storable.ts'
import type { CampaignView } from './unit-store.ts'

type Transaction = Prisma.TransactionClient

/** Something for somebody that waits for their next digest. */
export interface NewNotice {
  readonly key: string
  readonly personId: string
  readonly kind: NoticeKind | typeof newcomerNotice | typeof countsNotice
  readonly about: string
  readonly dueAt: Date
}

/** A notice that asks for the spreadsheet of the figures; what it is about is where that goes. */
export const countsNotice = 'counts'

/** The same matter for the same person is noted once. */
export async function addNotices(transaction: Transaction, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length > 0) await transaction.notice.createMany({ data: [...notices], skipDuplicates: true })
}

export interface NoticeStore {
  /** Notes what has come to wait for coordinators and the office since; gives how much. */
  gather(): Promise<number>
  /** For whom something is due. */
  due(now: Date): Promise<string[]>
  /** Tells that person what is due, once; gives whether anything of it was true still. */
  tell(
    personId: string,
    now: Date,
    message: (gathered: Gathered, locale: Locale, channel: ChannelName) => readonly OutgoingMessage[],
  ): Promise<boolean>
  /** Who asked for the figures as a spreadsheet and is of the office still. */
  counts(): Promise<{ id: bigint; channel: ChannelName; locale: Locale }[]>
  figures(): Promise<CountRow[]>
  /** Sends it, once. */
  hand(id: bigint, now: Date, message: readonly OutgoingMessage[]): Promise<void>
}

export function createNoticeStore(
  { prisma }: Pick<Database, 'prisma'>,
  { campaigns, timezone }: { readonly campaigns: CampaignView; readonly timezone: string },
): NoticeStore {
  return {
    gather: () =>
      prisma.$transaction(async (transaction) => gather(transaction, await campaigns.now(transaction), timezone)),
    async due(now) {
      const rows = await prisma.notice.findMany({
        where: { sentAt: null, dueAt: { lte: now }, kind: { not: countsNotice } },
        distinct: ['personId'],
        select: { personId: true },
        orderBy: { personId: 'asc' },
      })
      return rows.map((row) => row.personId)
    },
    tell: (personId, now, message) => prisma.$transaction((transaction) => tell(transaction, personId, now, message)),
    async counts() {
      const rows = await prisma.$queryRaw<{ id: bigint; about: string; locale: Locale }[]>`
        SELECT notice.id, notice.about, person.locale FROM notice JOIN person ON person.id = notice.person_id
        WHERE notice.sent_at IS NULL AND notice.kind = ${countsNotice} AND person.role IN ('office', 'owner')
        ORDER BY notice.id`
      return rows.map(({ id, about, locale }) => ({ id, locale, channel: parseAddressKey(about).channel }))
    },
    figures: async () => readCounts(prisma, (await campaigns.now(prisma)).id, true),
    hand: (id, now, message) => prisma.$transaction((transaction) => hand(transaction, id, now, message)),
  }
}

/** A pledge or a person that waits for somebody who has not been noted for it yet, as it is now. */
interface Waiting {
  readonly kind: 'confirm' | 'list' | typeof newcomerNotice
  readonly key: string
  readonly personId: string
  readonly about: string
  readonly updatedAt: Date
}

/**
 * A pledge that was sent waits for the coordinators of its unit, a confirmed one for the office. A newcomer waits for the
 * coordinators, and for the office where the unit has none.
 */
async function gather(transaction: Transaction, campaign: Campaign, timezone: string): Promise<number> {
  const codes = campaign.units.map((unit) => unit.code)
  const within = codes.flatMap((unit) =>
    codes.filter((above) => isWithin(unit, above, campaign)).map((above) => ({ unit, above })),
  )
  const rows = await transaction.$queryRaw<Waiting[]>`
    WITH looking AS (
      SELECT within.unit, person.id AS person_id
      FROM jsonb_to_recordset(${storableJson(within)}::jsonb) AS within(unit text, above text)
      JOIN coordinator ON coordinator.unit = within.above
      JOIN person ON person.id = coordinator.person_id AND person.role = 'coordinator'),
    office AS (SELECT id AS person_id FROM person WHERE role IN ('office', 'owner')),
    newcomer AS (
      SELECT person.id, person.unit, max(pledge.created_at) AS at
      FROM person JOIN pledge ON pledge.person_id = person.id AND pledge.unit = person.unit
      WHERE ${isNewcomer} GROUP BY person.id, person.unit),
    waiting AS (
      SELECT 'confirm' AS kind, pledge.id, pledge.version::text AS version, pledge.updated_at, looking.person_id
      FROM pledge JOIN looking ON looking.unit = pledge.unit
      WHERE pledge.campaign_id = ${campaign.id} AND pledge.state = 'submitted'
      UNION
      SELECT 'list', pledge.id, pledge.version::text, pledge.updated_at, office.person_id
      FROM pledge CROSS JOIN office
      WHERE pledge.campaign_id = ${campaign.id} AND pledge.state = 'confirmed'
      UNION
      SELECT ${newcomerNotice}, newcomer.id, newcomer.unit, newcomer.at, looking.person_id
      FROM newcomer JOIN looking ON looking.unit = newcomer.unit
      UNION
      SELECT ${newcomerNotice}, newcomer.id, newcomer.unit, newcomer.at, office.person_id
      FROM newcomer CROSS JOIN office
      WHERE newcomer.unit NOT IN (SELECT unit FROM looking))
    SELECT * FROM (
      SELECT kind, concat_ws(':', kind, id, version, person_id) AS key, person_id AS "personId", id AS about,
        updated_at AS "updatedAt"
      FROM waiting) AS keyed
    WHERE NOT EXISTS (SELECT 1 FROM notice WHERE notice.key = keyed.key)
    ORDER BY "updatedAt", about`
  await addNotices(
    transaction,
    rows.map(({ updatedAt, ...notice }) => ({ ...notice, dueAt: digestAfter(updatedAt, timezone, campaign) })),
  )
  return rows.length
}

async function tell(
  transaction: Transaction,
  personId: string,
  now: Date,
  message: Parameters<NoticeStore['tell']>[2],
): Promise<boolean> {
  // Of two instances that come here at once, the second finds them told.
  const due = await transaction.$queryRaw<{ id: bigint; kind: NoticeKind | typeof newcomerNotice; about: string }[]>`
    UPDATE notice SET sent_at = ${now}
    WHERE id IN (
      SELECT id FROM notice
      WHERE person_id = ${personId} AND sent_at IS NULL AND due_at <= ${now} AND kind <> ${countsNotice}
      ORDER BY id FOR UPDATE)
      AND sent_at IS NULL
    RETURNING id, kind, about`
  const [person] = await transaction.$queryRaw<(Recipient & Gathered['person'])[]>`
    SELECT person.id AS "personId", person.id, person.role, person.locale, account.channel,
      account.channel || ':' || account.chat AS address,
      ARRAY(SELECT unit FROM coordinator WHERE coordinator.person_id = person.id) AS coordinates
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE person.id = ${personId} ORDER BY account.created_at DESC LIMIT 1`
  if (!person || due.length === 0) return false
  const rows = await transaction.$queryRaw<{ pledge: PledgeRow & Whose }[]>`
    SELECT ${pledgeJson} || jsonb_build_object('personId', pledge.person_id, 'subjectId', pledge.subject_id, 'by', ${senderJson}) AS pledge
    FROM pledge WHERE pledge.id = ANY(${due.map((one) => one.about)})`
  const pledges = new Map(rows.map(({ pledge }) => [pledge.id, { ...toPledge(pledge), ...whoseOf(pledge) }]))
  const notices = due
    .sort((a, b) => Number(a.id - b.id))
    .flatMap(({ kind, about }) => {
      const pledge = pledges.get(about)
      return pledge && kind !== newcomerNotice ? [{ kind, pledge }] : []
    })
  const newcomers = await transaction.$queryRaw<Gathered['newcomers'][number][]>`
    SELECT unit FROM person
    WHERE ${isNewcomer} AND id = ANY(${due.flatMap((one) => (one.kind === newcomerNotice ? [one.about] : []))})`
  const { channel, address, locale } = person
  const messages = message({ person, notices, newcomers }, locale, channel)
  await insertDeliveries(
    transaction,
    messages.map((one): NewDelivery => ({ channel, address, personId, lane: 'bulk', kind: 'notice', message: one })),
  )
  return messages.length > 0
}

type Whose = Pick<Gathered['notices'][number]['pledge'], 'personId' | 'subjectId' | 'by'>

function whoseOf({ personId, subjectId, by }: Whose): Whose {
  return { personId, subjectId, by }
}

async function hand(
  transaction: Transaction,
  id: bigint,
  now: Date,
  message: readonly OutgoingMessage[],
): Promise<void> {
  const [row] = await transaction.notice.updateManyAndReturn({ where: { id, sentAt: null }, data: { sentAt: now } })
  if (!row) return
  const { channel } = parseAddressKey(row.about)
  const to = { channel, address: row.about, personId: row.personId, lane: 'reply', kind: 'reply' } as const
  await insertDeliveries(
    transaction,
    message.map((one): NewDelivery => ({ ...to, message: one })),
  )
}
