import type { OfficeView, Who } from '../core/conversation/office-work.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { type ChannelName, parseAddressKey } from '../core/message.ts'
import type { Database } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { listGroups } from './group-store.ts'
import { countUpdates, readParked, whoOf } from './inbox-store.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import { type MessageFor, type Recipient, readOffice } from './recipients.ts'

type Transaction = Prisma.TransactionClient

export interface OfficeStore {
  /** Tells everyone of the office that can be reached, of one matter at most once an hour. */
  tell(about: string, now: Date, message: MessageFor): Promise<void>
}

export function createOfficeStore({ prisma }: Pick<Database, 'prisma'>): OfficeStore {
  return {
    tell: (about, now, message) => prisma.$transaction((transaction) => tellOffice(transaction, about, now, message)),
  }
}

/** The same inside a transaction. */
export async function tellOffice(
  transaction: Transaction,
  about: string,
  now: Date,
  message: MessageFor,
): Promise<void> {
  const people = await readOffice(transaction)
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
}

/** Tells one person where they were reached last; nothing where they are the one who writes, or cannot be reached. */
export async function tellPerson(
  transaction: Transaction,
  about: string,
  personId: string,
  message: MessageFor,
  turn: Pick<Turn, 'person'>,
): Promise<void> {
  if (personId === turn.person.id) return
  const [to] = await transaction.$queryRaw<Recipient[]>`
    SELECT person.id AS "personId", person.locale, account.channel, account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE person.id = ${personId} ORDER BY account.created_at DESC LIMIT 1`
  if (!to) return
  const { locale, ...place } = to
  await insertDeliveries(
    transaction,
    message(locale, place.channel).map((one, part): NewDelivery => {
      return { ...place, lane: 'reply', kind: 'notice', key: `told:${about}:${personId}:${part}`, message: one }
    }),
  )
}

/** What the office can look at. */
export async function readOfficeView(transaction: Transaction): Promise<OfficeView> {
  const { waiting, parked } = await countUpdates(transaction)
  const last = parked > 0 ? await readParked(transaction) : []
  const [groups, repeats] = [await listGroups(transaction), await readRepeats(transaction)]
  // The update that asks is waiting itself until its turn is stored.
  return { groups, waiting: Math.max(0, waiting - 1), parked, last, repeats }
}

/** Whom a delivery is for. */
export async function readWho(
  transaction: Transaction,
  { channel, address, personId }: { channel: ChannelName; address: string; personId: string | null },
): Promise<Who> {
  const { chat } = parseAddressKey(address)
  const group = await transaction.group.findUnique({ where: { channel_chat: { channel, chat } } })
  const person = personId === null || group ? null : await transaction.person.findUnique({ where: { id: personId } })
  return whoOf({ channel, name: person?.name ?? null, title: group?.title ?? null, isPrivate: group === null })
}

// Of the failures only the newest are looked through: there is no end to the old ones.
function readRepeats(transaction: Transaction): Promise<{ channel: ChannelName; count: number; at: Date }[]> {
  return transaction.$queryRaw`
    SELECT channel, count(*)::int AS count, max(ended_at) AS at FROM (
      (SELECT channel, reason, ended_at FROM outbox WHERE state = 'failed' AND lane = 'reply' ORDER BY id DESC LIMIT 500)
      UNION ALL
      (SELECT channel, reason, ended_at FROM outbox WHERE state = 'failed' AND lane = 'bulk' ORDER BY id DESC LIMIT 500)
    ) failed
    WHERE starts_with(reason, 'repeated:') AND ended_at > now() - interval '24 hours'
    GROUP BY channel ORDER BY channel`
}
