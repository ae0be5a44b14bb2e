import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '../core/audit/entry.ts'
import type { Locale } from '../core/campaign/campaign.ts'
import type { ChannelName, IncomingUpdate } from '../core/message.ts'
import type { Person, Role, Seat, Standing } from '../core/people/person.ts'
import { record } from './audit.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'
import { cancelOfficeMail } from './people-effects.ts'

type Transaction = Prisma.TransactionClient

/** An account and the person behind it. */
export interface Known {
  readonly channel: ChannelName
  readonly userId: string
  readonly chat: string | null
  readonly language: string | null
  readonly unreachable: string | null
  readonly id: string
  readonly role: Role
  readonly locale: Locale
  readonly name: string | null
  readonly unit: string | null
  readonly remindersOff: boolean
  readonly standing: Standing
  readonly coordinates: readonly string[] | null
}

/** In the place of what a client reports as its language: the person chose one themself, which no client changes. */
export const chosenLanguage = 'chosen'

export function accountKey(channel: ChannelName, userId: string): string {
  return `${channel}:${userId}`
}

/**
 * Selects what is known of those accounts, an expression with channel and user_id. The people's rows stay locked until
 * the transaction ends, so that nobody takes two turns at once.
 */
export function knownOf(accounts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT account.channel, account.user_id AS "userId", account.chat, account.language, account.unreachable,
      person.id, person.role, person.locale, person.name, person.unit, person.reminders_off AS "remindersOff",
      person.standing, CASE WHEN person.role = 'coordinator' THEN ARRAY(
        SELECT unit FROM coordinator WHERE coordinator.person_id = person.id ORDER BY unit) END AS coordinates
    FROM ${accounts} AS given
    JOIN account ON account.channel = given.channel AND account.user_id = given.user_id
    JOIN person ON person.id = account.person_id
    ORDER BY person.id FOR NO KEY UPDATE OF person`
}

/** The people behind the accounts of these updates, one update of each, by `accountKey`; who is new is made known. */
export async function meetAll(
  transaction: Transaction,
  arrivals: readonly { readonly update: IncomingUpdate; readonly known: Known | null }[],
  seatOf: (channel: ChannelName, userId: string) => Seat,
  now: Date,
): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>()
  const strangers: IncomingUpdate[] = []
  for (const { update, known } of arrivals) {
    const key = accountKey(update.address.channel, update.from.id)
    if (known) people.set(key, toPerson(await catchUp(transaction, update, known, seatOf, now)))
    else strangers.push(update)
  }
  for (const [key, person] of await welcome(transaction, strangers, seatOf)) people.set(key, person)
  return people
}

async function welcome(
  transaction: Transaction,
  updates: readonly IncomingUpdate[],
  seatOf: (channel: ChannelName, userId: string) => Seat,
): Promise<[string, Person][]> {
  if (updates.length === 0) return []
  const rows = updates.map(({ address, from, private: isPrivate }) => ({
    id: randomUUID(),
    channel: address.channel,
    user_id: from.id,
    chat: isPrivate ? address.chat : null,
    language: from.language ?? null,
    locale: localeOf(from.language),
    ...seatOf(address.channel, from.id),
  }))
  const given = JSON.stringify(rows)
  await transaction.$executeRaw`
    INSERT INTO person (id, role, locale)
    SELECT id, role, locale FROM jsonb_to_recordset(${given}::jsonb) AS one(id text, role text, locale text)`
  // Another instance that meets the same account at this moment makes this turn fail, and the next try finds it.
  await transaction.$executeRaw`
    INSERT INTO account (channel, user_id, person_id, chat, language)
    SELECT channel, user_id, id, chat, language
    FROM jsonb_to_recordset(${given}::jsonb) AS one(channel text, user_id text, id text, chat text, language text)`
  await transaction.$executeRaw`
    INSERT INTO coordinator (person_id, unit)
    SELECT id, unit FROM jsonb_to_recordset(${given}::jsonb) AS one(id text, coordinates jsonb),
      jsonb_array_elements_text(coordinates) AS unit`
  return rows.map((row) => [
    accountKey(row.channel, row.user_id),
    {
      id: row.id,
      role: row.role,
      locale: row.locale,
      remindersOff: false,
      standing: 'declared',
      coordinates: row.coordinates ?? [],
    },
  ])
}

/**
 * Makes owners of the people behind these accounts and of nobody else: an empty list leaves none. What still waits for
 * somebody who is not of the office any more is cancelled.
 */
export async function settleOwners(
  { prisma }: Pick<Database, 'prisma'>,
  owners: readonly { readonly channel: ChannelName; readonly userId: string }[],
  now: Date,
): Promise<void> {
  const named = owners.map(({ channel, userId }) => accountKey(channel, userId))
  const isNamed = Prisma.sql`EXISTS (
    SELECT 1 FROM account WHERE account.person_id = person.id AND account.channel || ':' || account.user_id = ANY(${named}))`
  await prisma.$transaction(async (transaction) => {
    const changed = await transaction.$queryRaw<{ id: string; before: Role; after: Role }[]>`
      WITH given AS (SELECT id, role FROM person WHERE (role = 'owner') <> ${isNamed} ORDER BY id FOR NO KEY UPDATE)
      UPDATE person SET role = CASE WHEN given.role = 'owner' THEN 'staff' ELSE 'owner' END
      FROM given WHERE given.id = person.id
      RETURNING person.id, given.role AS before, person.role AS after`
    await record(transaction, null, now, changed.map(roleEntry))
    await cancelOfficeMail(transaction)
  })
}

function roleEntry({ id, before, after }: { id: string; before: Role; after: Role }): AuditEntry {
  return { action: 'role', kind: 'person', about: id, before: { role: before }, after: { role: after } }
}

/** Notes what changed since the person last wrote: their chat, that they can be reached again, their language, their role. */
async function catchUp(
  transaction: Transaction,
  { address, from, private: isPrivate }: IncomingUpdate,
  known: Known,
  seatOf: (channel: ChannelName, userId: string) => Seat,
  now: Date,
): Promise<Known> {
  const { channel, userId } = known
  const language = known.language === chosenLanguage ? chosenLanguage : (from.language ?? known.language)
  const chat = isPrivate ? address.chat : known.chat
  const unreachable = isPrivate ? null : known.unreachable
  if (language !== known.language || chat !== known.chat || unreachable !== known.unreachable)
    await transaction.account.update({
      where: { channel_userId: { channel, userId } },
      data: { language, chat, unreachable },
    })
  // Who switches the language where they write, wants to be answered in it.
  const switched = known.language !== null && language !== known.language
  const locale = switched ? localeOf(language ?? undefined) : known.locale
  // Who owns the bot is said by the environment alone, so it is looked at each time: it may have changed since.
  const given = seatOf(channel, userId).role
  const isSame = (given === 'owner') === (known.role === 'owner')
  // They may own it by another account of theirs.
  const role =
    isSame || (given !== 'owner' && (await ownsElsewhere(transaction, known.id, seatOf))) ? known.role : given
  if (locale === known.locale && role === known.role) return known
  await transaction.person.update({ where: { id: known.id }, data: { locale, role } })
  if (role !== known.role)
    await record(transaction, null, now, [roleEntry({ id: known.id, before: known.role, after: role })])
  return { ...known, locale, role }
}

async function ownsElsewhere(
  transaction: Transaction,
  personId: string,
  seatOf: (channel: ChannelName, userId: string) => Seat,
): Promise<boolean> {
  const accounts = await transaction.account.findMany({ where: { personId } })
  return accounts.some((one) => seatOf(one.channel as ChannelName, one.userId).role === 'owner')
}

function localeOf(language: string | undefined): Locale {
  return language?.startsWith('en') ? 'en' : 'vi'
}

/** That person as they are now. */
export async function readPerson(client: Transaction, id: string): Promise<Person> {
  const { role, locale, standing, ...row } = await client.person.findUniqueOrThrow({ where: { id } })
  const units = role === 'coordinator' ? await client.coordinator.findMany({ where: { personId: id } }) : []
  const known = { role: role as Role, locale: locale as Locale, standing: standing as Standing }
  return toPerson({ ...row, ...known, coordinates: units.map((one) => one.unit).sort() })
}

type PersonFacts = Omit<Known, 'channel' | 'userId' | 'chat' | 'language' | 'unreachable'>

function toPerson({ id, role, locale, name, unit, remindersOff, standing, coordinates }: PersonFacts): Person {
  return {
    id,
    role,
    locale,
    remindersOff,
    standing,
    coordinates: coordinates ?? [],
    ...(name === null ? {} : { name }),
    ...(unit === null ? {} : { unit }),
  }
}
