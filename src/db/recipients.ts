import type { Locale } from '../core/campaign/campaign.ts'
import type { ChannelName, OutgoingMessage } from '../core/message.ts'
import { Prisma } from './generated/client.ts'

/** A message to everyone as it reads in that language on that channel. */
export type MessageFor = (locale: Locale, channel: ChannelName) => readonly OutgoingMessage[]

/** Where one person is reached: their newest private chat that still takes our messages. */
export interface Recipient {
  readonly personId: string
  readonly locale: Locale
  readonly channel: ChannelName
  readonly address: string
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

export async function countAudience(transaction: Prisma.TransactionClient, author: string): Promise<number> {
  const [row] = await transaction.$queryRaw<{ people: bigint }[]>`
    SELECT count(DISTINCT person_id) AS people FROM account
    WHERE chat IS NOT NULL AND unreachable IS NULL AND person_id <> ${author}`
  return Number(row?.people ?? 0)
}

/** Whom a reminder about a phase concerns now: no pledge in it (withdrawing was an answer too), one begun or not. */
export function readConcerned(
  transaction: Prisma.TransactionClient,
  about: { campaignId: string; phase: string; unfinished: boolean },
): Promise<Recipient[]> {
  return transaction.$queryRaw<Recipient[]>`
    SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, account.channel,
      account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE NOT person.reminders_off AND person.role IN ('staff', 'coordinator')
      AND NOT EXISTS (
        SELECT 1 FROM pledge
        WHERE pledge.person_id = person.id AND pledge.campaign_id = ${about.campaignId} AND pledge.phase = ${about.phase})
      AND ${about.unfinished} = EXISTS (
        SELECT 1 FROM form WHERE form.person_id = person.id AND form.dialogue = 'pledge')
    ORDER BY person.id, account.created_at DESC`
}
