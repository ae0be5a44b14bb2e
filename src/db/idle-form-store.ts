import type { Locale } from '../core/campaign/campaign.ts'
import type { IdleForm } from '../core/conversation/idle-forms.ts'
import type { ChannelName, OutgoingMessage } from '../core/message.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import type { Recipient } from './recipients.ts'

/** What is said to somebody about their form. */
export type AboutForm = (form: IdleForm, locale: Locale, channel: ChannelName) => readonly OutgoingMessage[]

export interface IdleFormStore {
  /** Asks once about each form that nothing came for since `idle`, but not about those older than `gone`; gives how many. */
  nudge(given: { idle: Date; gone: Date; now: Date }, message: AboutForm): Promise<number>
  /** Drops the forms that nothing came for since `gone`, and says so; gives how many. */
  drop(gone: Date, message: AboutForm): Promise<number>
}

/** A round takes no more, so that it holds no form for long. */
const most = 200

export function createIdleFormStore({ prisma }: Pick<Database, 'prisma'>): IdleFormStore {
  return {
    nudge: ({ idle, gone, now }, message) =>
      prisma.$transaction(async (transaction) => {
        const forms = await transaction.$queryRaw<IdleForm[]>`
          UPDATE form SET nudged_at = ${now} WHERE person_id IN (
            SELECT form.person_id FROM form JOIN person ON person.id = form.person_id
            WHERE form.nudged_at IS NULL AND form.updated_at <= ${idle} AND form.updated_at > ${gone}
              AND NOT person.reminders_off
            ORDER BY form.updated_at LIMIT ${most} FOR UPDATE OF form SKIP LOCKED)
          RETURNING ${columns}`
        await tell(transaction, 'nudge', forms, message)
        return forms.length
      }),
    drop: (gone, message) =>
      prisma.$transaction(async (transaction) => {
        const forms = await transaction.$queryRaw<IdleForm[]>`
          DELETE FROM form WHERE person_id IN (
            SELECT person_id FROM form WHERE updated_at <= ${gone}
            ORDER BY updated_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
          RETURNING ${columns}`
        await tell(transaction, 'dropped', forms, message)
        return forms.length
      }),
  }
}

const columns = Prisma.sql`person_id AS "personId", dialogue, state->>'token' AS token, updated_at AS "updatedAt"`

/** Tells each person once; whoever cannot be reached is not. */
async function tell(
  transaction: Prisma.TransactionClient,
  kind: 'nudge' | 'dropped',
  forms: readonly IdleForm[],
  message: AboutForm,
): Promise<void> {
  if (forms.length === 0) return
  const people = await transaction.$queryRaw<Recipient[]>`
    SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, account.channel,
      account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE person.id = ANY(${forms.map((form) => form.personId)})
    ORDER BY person.id, account.created_at DESC`
  const formOf = new Map(forms.map((form) => [form.personId, form]))
  const rows = people.flatMap(({ personId, locale, channel, address }) => {
    const form = formOf.get(personId)
    const messages = form ? message(form, locale, channel) : []
    return messages.map((one, part): NewDelivery => {
      const to = { channel, address, personId, lane: 'bulk', kind: 'reminder' } as const
      return { ...to, key: `${kind}:${form?.token}:${part}`, message: one }
    })
  })
  await insertDeliveries(transaction, rows)
}
