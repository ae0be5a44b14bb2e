import { randomUUID } from 'node:crypto'
import type { Locale } from '../core/campaign/campaign.ts'
import type { ChannelName, IncomingUpdate } from '../core/message.ts'
import type { Person, Role } from '../core/people/person.ts'
import type { Prisma } from './generated/client.ts'

type Transaction = Prisma.TransactionClient
type PersonRow = Prisma.PersonGetPayload<object>
type AccountRow = Prisma.AccountGetPayload<object>

/** The person behind an account, made known if this is the first that we hear of it. */
export async function meet(
  transaction: Transaction,
  update: IncomingUpdate,
  roleOf: (channel: ChannelName, userId: string) => Role,
): Promise<Person> {
  const { address, from } = update
  const key = { channel: address.channel, userId: from.id }
  const account = await transaction.account.findUnique({ where: { channel_userId: key }, include: { person: true } })
  if (account) {
    const known = await catchUp(transaction, update, account, account.person)
    return toPerson(await withOwnership(transaction, known, roleOf(address.channel, from.id)))
  }

  const seen = { chat: update.private ? address.chat : null, language: from.language ?? null }
  const role = roleOf(address.channel, from.id)
  const locale = localeOf(from.language)
  const row = await transaction.person.create({
    data: { id: randomUUID(), role, locale, accounts: { create: { ...key, ...seen } } },
  })
  return toPerson(row)
}

/** Notes what changed since the person last wrote: their chat, that they can be reached again, their language. */
async function catchUp(
  transaction: Transaction,
  { address, from, private: isPrivate }: IncomingUpdate,
  account: AccountRow,
  person: PersonRow,
): Promise<PersonRow> {
  const { channel, userId } = account
  const language = from.language ?? account.language
  const chat = isPrivate ? address.chat : account.chat
  const unreachable = isPrivate ? null : account.unreachable
  if (language === account.language && chat === account.chat && unreachable === account.unreachable) return person
  await transaction.account.update({
    where: { channel_userId: { channel, userId } },
    data: { language, chat, unreachable },
  })
  // Who switches the language where they write, wants to be answered in it.
  if (account.language === null || language === account.language) return person
  return transaction.person.update({ where: { id: person.id }, data: { locale: localeOf(language ?? undefined) } })
}

/** Who owns the bot is said by the environment alone, so it is looked at each time: it may have changed since. */
function withOwnership(transaction: Transaction, person: PersonRow, role: Role): PersonRow | Promise<PersonRow> {
  if ((role === 'owner') === (person.role === 'owner')) return person
  return transaction.person.update({ where: { id: person.id }, data: { role } })
}

function localeOf(language: string | undefined): Locale {
  return language?.startsWith('en') ? 'en' : 'vi'
}

function toPerson({ id, role, locale, name, unit, remindersOff }: PersonRow): Person {
  return {
    id,
    role: role as Role,
    locale: locale === 'en' ? 'en' : 'vi',
    remindersOff,
    ...(name === null ? {} : { name }),
    ...(unit === null ? {} : { unit }),
  }
}
