import type { Audience } from '../core/broadcasts/audience.ts'
import { saysRead } from '../core/broadcasts/content.ts'
import type { Locale } from '../core/campaign/campaign.ts'
import { addressKey, type ChannelName, type IncomingUpdate } from '../core/message.ts'
import { Prisma } from './generated/client.ts'
import { hasAnswered, standsSql } from './pledge-subject.ts'

export type { MessageFor } from '../core/message.ts'

/** Where one person is reached: their newest private chat that still takes our messages. */
export interface Recipient {
  readonly personId: string
  readonly locale: Locale
  readonly channel: ChannelName
  readonly address: string
}

/** Everyone of the office who can be reached, but that person. Who is of it was settled at the start: see meet.ts. */
export function readOffice(transaction: Prisma.TransactionClient, but = ''): Promise<Recipient[]> {
  return transaction.$queryRaw<Recipient[]>`
    SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, account.channel,
      account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE person.role IN ('office', 'owner') AND person.id <> ${but}
    ORDER BY person.id, account.created_at DESC`
}

/** Whether that person is of the office still: who has left it gets no figures and no names. */
export async function isOfOffice(transaction: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await transaction.person.count({ where: { id, role: { in: ['office', 'owner'] } } })) > 0
}

/** Selects everyone who can be reached, but the author. */
export function everyoneBut(author: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, account.channel,
      account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE person.id <> ${author}
    ORDER BY person.id, account.created_at DESC`
}

/** Selects whom an audience has, each person once at their newest private chat that can carry it, and its groups. */
export function membersOf(
  audience: Audience,
  given: { readonly author: string; readonly campaignId: string; readonly file: ChannelName | undefined },
): Prisma.Sql {
  const { units, roles, pledge, channels, phase } = audience
  const carried = (channel: Prisma.Sql) => Prisma.sql`(${channels.length === 0} OR ${channel} = ANY(${[...channels]}))
    AND (${given.file === undefined} OR ${channel} = ${given.file ?? ''})`
  return Prisma.sql`
    SELECT person.id AS "personId", person.locale, seat.channel, seat.channel || ':' || seat.chat AS address
    FROM person JOIN LATERAL (
      SELECT channel, chat FROM account
      WHERE account.person_id = person.id AND chat IS NOT NULL AND unreachable IS NULL
        AND ${carried(Prisma.sql`account.channel`)}
      ORDER BY created_at DESC, channel, user_id LIMIT 1) seat ON TRUE
    WHERE ${audience.people} AND person.id <> ${given.author}
      AND (${units.length === 0} OR person.unit = ANY(${[...units]}))
      AND (${roles.length === 0} OR person.role = ANY(${[...roles]}))
      AND (${pledge === undefined} OR ${pledge === 'with'} = EXISTS (
        SELECT 1 FROM pledge WHERE pledge.person_id = person.id AND pledge.campaign_id = ${given.campaignId}
          AND pledge.phase = ${phase} AND ${standsSql}))
    UNION ALL
    SELECT NULL::text, 'vi', channel, concat_ws(':', channel, chat, thread)
    FROM group_chat
    WHERE ${audience.groups} AND state = 'present' AND enabled AND news AND ${carried(Prisma.sql`channel`)}`
}

/** Selects the people who have a broadcast, can still be reached there and have not acknowledged it. */
export function unreadBy(broadcast: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT told.person_id AS "personId", person.locale, told.channel, told.address
    FROM outbox told JOIN person ON person.id = told.person_id
      JOIN account ON account.person_id = told.person_id AND account.channel = told.channel
        AND account.channel || ':' || account.chat = told.address AND account.unreachable IS NULL
    WHERE told.broadcast_id = ${broadcast} AND told.state IN ('sent', 'unknown')
      AND NOT EXISTS (
        SELECT 1 FROM acknowledgement
        WHERE acknowledgement.broadcast_id = ${broadcast} AND acknowledgement.person_id = told.person_id)`
}

/** Whom a reminder about a phase concerns now: who has not answered in it, with a pledge begun or not. */
export function readConcerned(
  transaction: Prisma.TransactionClient,
  about: { campaignId: string; phase: string; unfinished: boolean },
): Promise<Recipient[]> {
  return transaction.$queryRaw<Recipient[]>`
    SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, account.channel,
      account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE NOT person.reminders_off AND person.role IN ('staff', 'coordinator')
      AND NOT ${hasAnswered(about.campaignId, about.phase)}
      AND ${about.unfinished} = EXISTS (
        SELECT 1 FROM form WHERE form.person_id = person.id AND form.dialogue = 'pledge')
    ORDER BY person.id, account.created_at DESC`
}

/** The broadcast that these words acknowledge: the last thing that was told there, where it asks to be. */
export async function readNewsBefore(
  transaction: Prisma.TransactionClient,
  { address, input, private: isPrivate }: IncomingUpdate,
): Promise<string | undefined> {
  if (!isPrivate || input.kind !== 'text' || !saysRead(input.text)) return undefined
  const [last] = await transaction.$queryRaw<{ id: string | null }[]>`
    SELECT CASE WHEN broadcast.acknowledge THEN COALESCE(broadcast.audience->>'broadcast', broadcast.id) END AS id
    FROM outbox told LEFT JOIN broadcast ON broadcast.id = told.broadcast_id
    WHERE told.address = ${addressKey(address)} AND told.ended_at IS NOT NULL AND told.state IN ('sent', 'unknown')
    ORDER BY told.ended_at DESC, told.id DESC LIMIT 1`
  return last?.id ?? undefined
}
