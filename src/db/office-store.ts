import type { Database } from './client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import type { MessageFor, Recipient } from './recipients.ts'

export interface OfficeStore {
  /** Tells everyone of the office that can be reached, of one matter at most once an hour. */
  tell(about: string, now: Date, message: MessageFor): Promise<void>
}

export function createOfficeStore({ prisma }: Pick<Database, 'prisma'>): OfficeStore {
  return {
    tell: (about, now, message) =>
      prisma.$transaction(async (transaction) => {
        const people = await transaction.$queryRaw<Recipient[]>`
          SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, account.channel,
            account.channel || ':' || account.chat AS address
          FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL
            AND account.unreachable IS NULL
          WHERE person.role IN ('office', 'owner')
          ORDER BY person.id, account.created_at DESC`
        const hour = now.toISOString().slice(0, 13)
        await insertDeliveries(
          transaction,
          people.flatMap(({ personId, locale, channel, address }) =>
            message(locale, channel).map((one, part): NewDelivery => {
              const to = { channel, address, personId, lane: 'reply', kind: 'alarm' } as const
              return { ...to, key: `alarm:${about}:${hour}:${personId}:${part}`, message: one }
            }),
          ),
        )
      }),
  }
}
