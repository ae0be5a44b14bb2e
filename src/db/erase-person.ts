import type { DataEffect, Turn } from '../core/conversation/turn.ts'
import { markOf } from '../core/pledges/life.ts'
import { record } from './audit.ts'
import { Prisma } from './generated/client.ts'
import { cancelOfficeMail } from './people-effects.ts'
import { readTheirPledges, type TheirPledge } from './their-pledges.ts'

type Transaction = Prisma.TransactionClient

/** A shorter one is said of many. */
const shortestReason = 10

/** What stands in the place of a chat that we know no more. */
const gone = Prisma.sql`channel || ':erased'`

interface Seat {
  readonly channel: string
  readonly userId: string
  readonly chat: string | null
}

/** Whom it is about, where they wrote from, and by which words others' chats tell of them. */
interface Erased {
  readonly id: string
  readonly seats: readonly Seat[]
  /** Of their private chats. */
  readonly addresses: readonly string[]
  readonly pledges: readonly TheirPledge[]
  /** What they sent for a collective in their own name. */
  readonly representing: readonly string[]
  /** Patterns of LIKE, in small letters. */
  readonly words: readonly string[]
  /** Private chats of those who may have read of them. */
  readonly readers: readonly string[]
}

/**
 * Forgets the writer, in the turn's transaction: their accounts, words and facts go, their pledges and what was said of
 * them lose their content. A pledge on a list keeps what the list says. What remains refers to a row of `person` that says
 * nothing, or to the row of the office's list.
 */
export async function erasePerson(
  transaction: Transaction,
  turn: Turn,
  { request, mark }: Extract<DataEffect, { kind: 'erase-person' }>,
): Promise<void> {
  const erased = await readErased(transaction, turn)
  if (mark !== markOf(erased.pledges)) throw new Error('The pledges have changed since they were shown')
  await erasePledges(transaction, turn, erased)
  await eraseMessages(transaction, turn, erased)
  await eraseFromChatsOfOthers(transaction, erased)
  await eraseWork(transaction, turn, erased)
  await eraseFacts(transaction, turn, erased)
  const kept = erased.pledges.filter((one) => one.state === 'included').length
  const counts = { pledges: erased.pledges.length - kept, kept }
  await record(transaction, erased.id, turn.now, [
    { action: 'erase', kind: 'data', about: erased.id, after: { request, ...counts } },
  ])
}

async function readErased(transaction: Transaction, turn: Turn): Promise<Erased> {
  const { id } = turn.person
  const person = await transaction.person.findUniqueOrThrow({ where: { id } })
  const seats = await transaction.account.findMany({ where: { personId: id } })
  const { theirs: pledges, representing } = await readTheirPledges(transaction, id, true)
  const addresses = seats.flatMap(({ channel, chat }) => (chat === null ? [] : [`${channel}:${chat}`]))
  const rows = await transaction.$queryRaw<{ address: string }[]>`
    SELECT account.channel || ':' || account.chat AS address FROM account JOIN person ON person.id = account.person_id
    WHERE account.chat IS NOT NULL AND account.person_id <> ${id}
      AND (person.role <> 'staff' OR person.id = ANY(${pledges.map((one) => one.personId)}))`
  const reasons = await transaction.$queryRaw<{ reason: string }[]>`
    SELECT DISTINCT reason FROM pledge_event
    WHERE pledge_id = ANY(${pledges.map((one) => one.id)}) AND length(reason) >= ${shortestReason}`
  const said = [person.name, person.nameKey, ...pledges.map((one) => one.code), ...reasons.map((one) => one.reason)]
  return {
    ...{ id, seats, addresses, pledges, representing },
    words: said.flatMap((one) => (one ? [`%${one.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`] : [])),
    readers: rows.map((one) => one.address),
  }
}

async function erasePledges(transaction: Transaction, { now }: Turn, erased: Erased): Promise<void> {
  const { id, pledges, representing } = erased
  const ids = (isKept: boolean) => pledges.filter((one) => (one.state === 'included') === isKept).map((one) => one.id)
  await blankPledges(transaction, ids(false), id, now)
  // What the list says of them, and no more.
  await transaction.$executeRaw`
    UPDATE pledge SET name_key = NULL, targets = NULL, notes = NULL, reason = NULL, restricted_at = ${now}, version = version + 1
    WHERE id = ANY(${ids(true)})`
  await forgetHistory(transaction, ids(true), id, now)
  await transaction.$executeRaw`
    UPDATE pledge SET representative = NULL, version = version + 1 WHERE id = ANY(${[...representing]})`
  await transaction.$executeRaw`
    UPDATE pledge_event SET content = content - 'representative' WHERE pledge_id = ANY(${[...representing]})`
}

/** Takes the content of these pledges and of their history; that there was one, and its code, remains. */
export async function blankPledges(
  transaction: Transaction,
  ids: readonly string[],
  by: string | null,
  now: Date,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE pledge SET state = 'withdrawn', name = '', name_key = NULL, titles = '{}', commendations = '{}', position = NULL,
      representative = NULL, staff_count = NULL, topic = NULL, targets = NULL, notes = NULL, reason = NULL,
      subject_id = NULL, list_id = NULL, restricted_at = NULL, version = version + 1, updated_at = ${now}
    WHERE id = ANY(${[...ids]})`
  await forgetHistory(transaction, ids, by, now)
}

async function forgetHistory(
  transaction: Transaction,
  ids: readonly string[],
  by: string | null,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await transaction.$executeRaw`UPDATE pledge_event SET content = '{}', reason = NULL WHERE pledge_id = ANY(${[...ids]})`
  await transaction.$executeRaw`
    INSERT INTO pledge_event (pledge_id, kind, by_person, content, at)
    SELECT id, 'erased', COALESCE(${by}, person_id), '{}', ${now} FROM pledge WHERE id = ANY(${[...ids]})`
  await transaction.$executeRaw`
    UPDATE audit SET after = after - 'reason'
    WHERE kind = 'pledge' AND about = ANY(${[...ids]}) AND jsonb_typeof(after) = 'object'`
}

/** What they wrote and what was said to them. The update in hand goes too: its row alone must stay, so that it is known. */
async function eraseMessages(transaction: Transaction, { update }: Turn, erased: Erased): Promise<void> {
  const { addresses, seats } = erased
  const users = seats.map(({ channel, userId }) => `${channel}:${userId}`)
  const inHand = Prisma.sql`(channel = ${update.address.channel} AND update_id = ${update.id})`
  await transaction.$executeRaw`
    UPDATE inbox SET update = '{}', error = NULL, state = CASE WHEN state = 'parked' THEN 'done' ELSE state END,
      address = CASE WHEN address = ANY(${[...addresses]}) THEN ${gone} ELSE address END
    WHERE (state <> 'waiting' OR ${inHand}) AND channel || ':' || (update->'from'->>'id') = ANY(${users})`
  await transaction.$executeRaw`
    UPDATE outbox SET state = 'cancelled', reason = 'the person was forgotten', ended_at = now()
    WHERE address = ANY(${[...addresses]}) AND state = 'queued'`
  await blankDeliveries(transaction, Prisma.sql`address = ANY(${[...addresses]})`)
  await transaction.$executeRaw`DELETE FROM conversation WHERE address = ANY(${[...addresses]})`
  await transaction.$executeRaw`
    DELETE FROM web_message WHERE 'web:' || chat = ANY(${[...addresses]})`
}

/** Ended deliveries keep that and when, and lose what was said and where. */
export async function blankDeliveries(transaction: Transaction, which: Prisma.Sql): Promise<void> {
  await transaction.$executeRaw`
    UPDATE outbox SET message = NULL, digest = '', external_id = NULL, address = ${gone}
    WHERE ended_at IS NOT NULL AND ${which}`
}

/** Those who look after units and pledges have read their name: what was said to them of it goes, as far as it is done. */
async function eraseFromChatsOfOthers(transaction: Transaction, erased: Erased): Promise<void> {
  const { words, addresses } = erased
  if (erased.readers.length === 0) return
  const readers = [...erased.readers]
  const told = (column: Prisma.Sql) => Prisma.sql`lower((${column})::text) LIKE ANY(${[...words]}::text[])`
  await transaction.$executeRaw`
    UPDATE outbox SET message = NULL, digest = ''
    WHERE address = ANY(${readers}) AND ended_at IS NOT NULL AND ${told(Prisma.sql`message`)}`
  for (const address of addresses)
    await transaction.$executeRaw`
      UPDATE outbox SET key = replace(key, ${address}, ${`erased ${erased.id}`})
      WHERE address = ANY(${readers}) AND ended_at IS NOT NULL AND starts_with(key, ${`alarm:repeated:${address}:`})`
  await transaction.$executeRaw`
    UPDATE inbox SET update = jsonb_set(update, '{input}', '{"kind": "unsupported", "what": "erased"}')
    WHERE state = 'done' AND address = ANY(${readers}) AND ${told(Prisma.sql`update->'input'`)}`
  await transaction.$executeRaw`
    UPDATE conversation SET offered = '[]' WHERE address = ANY(${readers}) AND ${told(Prisma.sql`offered`)}`
  await transaction.$executeRaw`
    DELETE FROM web_message WHERE 'web:' || chat = ANY(${readers}) AND ${told(Prisma.sql`content`)}`
}

/** What they had begun, and what they were given to do. */
async function eraseWork(transaction: Transaction, { now }: Turn, { id, seats }: Erased): Promise<void> {
  const users = seats.map(({ channel, userId }) => `${channel}:${userId}`)
  await transaction.form.deleteMany({ where: { personId: id } })
  await transaction.notice.deleteMany({ where: { personId: id } })
  await transaction.coordinator.deleteMany({ where: { personId: id } })
  await transaction.storedFile.deleteMany({ where: { personId: id } })
  await transaction.$executeRaw`
    DELETE FROM pairing_code WHERE person_id = ${id} OR used_by = ANY(${users}) OR (by_person = ${id} AND used_at IS NULL)`
  await transaction.$executeRaw`DELETE FROM pairing_attempt WHERE channel || ':' || user_id = ANY(${users})`
  await transaction.$executeRaw`
    DELETE FROM import_row
    WHERE person_id = ${id} OR import_id IN (SELECT id FROM import WHERE by_person = ${id})`
  await transaction.$executeRaw`
    UPDATE import SET file = '{}', file_name = NULL, problem = NULL, address = ${gone},
      ended_at = COALESCE(ended_at, ${now}),
      state = CASE WHEN state IN ('waiting', 'read') THEN 'cancelled' ELSE state END
    WHERE by_person = ${id}`
  await transaction.$executeRaw`UPDATE broadcast SET progress = NULL WHERE by_person = ${id} AND (ended_at IS NOT NULL OR state = 'cancelled')`
}

/** Who they are. Of somebody on the list of the office its row stays, as it would be had they never written. */
async function eraseFacts(transaction: Transaction, { now, person }: Turn, { id }: Erased): Promise<void> {
  // What they sent counts still as from somebody who was vouched for.
  const isListed = Prisma.sql`EXISTS (SELECT 1 FROM pledge WHERE person_id = person.id AND pledge.name <> '')`
  await transaction.$executeRaw`
    INSERT INTO consent (person_id, purpose, version, given, channel, way, at)
    SELECT person_id, purpose, version, FALSE, channel, 'erase', ${now} FROM (
      SELECT DISTINCT ON (purpose) * FROM consent WHERE person_id = ${id} ORDER BY purpose, id DESC) AS last
    WHERE given`
  await transaction.$executeRaw`
    UPDATE audit SET before = NULL, after = NULL WHERE kind = 'person' AND about = ${id}`
  await transaction.account.deleteMany({ where: { personId: id } })
  const ofList = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} = CASE WHEN roster_at IS NOT NULL THEN ${Prisma.raw(column)} END`
  await transaction.$executeRaw`
    UPDATE person SET role = 'staff', locale = 'vi', phone = NULL, reminders_off = FALSE, verified_by = NULL,
      ${Prisma.join(['name', 'name_key', 'unit', 'position', 'roster_code'].map(ofList))},
      standing = CASE WHEN roster_at IS NOT NULL THEN 'verified' WHEN ${isListed} THEN standing ELSE 'declared' END,
      verified_how = CASE WHEN roster_at IS NOT NULL THEN 'office' WHEN ${isListed} THEN verified_how END,
      verified_at = CASE WHEN roster_at IS NOT NULL THEN roster_at WHEN ${isListed} THEN verified_at END
    WHERE id = ${id}`
  if (person.role !== 'staff') await cancelOfficeMail(transaction)
}
