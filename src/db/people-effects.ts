import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '../core/audit/entry.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { codeHours } from '../core/people/pairing-code.ts'
import type { PeopleEffect } from '../core/people/people-view.ts'
import { maySendNews } from '../core/people/person.ts'
import { looksAfter, mayVouchFor } from '../core/people/rights.ts'
import { record } from './audit.ts'
import { noteEnteredFor } from './entered-pledges.ts'
import { type Person, Prisma } from './generated/client.ts'
import { joinPeople } from './join-people.ts'
import { digestOfCode, readTwin } from './people-store.ts'
import { settleSubjects } from './pledge-subject.ts'

type Transaction = Prisma.TransactionClient

/** Who somebody is and what they may. Every right is asked again here, on rows that nobody else can change meanwhile. */
export async function applyPeopleEffect(
  transaction: Transaction,
  turn: Turn,
  effect: Exclude<PeopleEffect, { kind: 'tell-person' }>,
): Promise<void> {
  switch (effect.kind) {
    case 'make-code':
      return makeCode(transaction, turn, effect.code, effect.person)
    case 'failed-code': {
      const { address, from } = turn.update
      await transaction.pairingAttempt.create({ data: { channel: address.channel, userId: from.id, at: turn.now } })
      return
    }
    case 'join':
      return join(transaction, turn, effect.into, effect.by)
    case 'judge-person':
      return judge(transaction, turn, effect)
    case 'appoint':
      return appoint(transaction, turn, effect)
    case 'office':
      return setOffice(transaction, turn, effect)
  }
}

function note(
  transaction: Transaction,
  turn: Turn,
  entry: Omit<AuditEntry, 'kind'>,
  by = turn.person.id,
): Promise<void> {
  return record(transaction, by, turn.now, [{ kind: 'person', ...entry }])
}

async function lockPerson(transaction: Transaction, id: string): Promise<Person> {
  await transaction.$executeRaw`SELECT 1 FROM person WHERE id = ${id} FOR UPDATE`
  return transaction.person.findUniqueOrThrow({ where: { id } })
}

/** Somebody whom the writer looks after and may vouch for. */
async function lockTheirs(transaction: Transaction, turn: Turn, id: string): Promise<Person> {
  const person = await lockPerson(transaction, id)
  const isTheirs = person.unit !== null && looksAfter(turn.person, person.unit, turn.campaign)
  if (!isTheirs || !mayVouchFor(turn.person, person)) throw new Error('This person is not theirs to decide about')
  return person
}

async function makeCode(transaction: Transaction, turn: Turn, code: string, id: string): Promise<void> {
  if (id !== turn.person.id) await lockTheirs(transaction, turn, id)
  // The last one alone holds.
  await transaction.pairingCode.deleteMany({ where: { personId: id, usedAt: null } })
  const expiresAt = new Date(turn.now.getTime() + codeHours * 60 * 60_000)
  const whose = { personId: id, byPerson: turn.person.id }
  await transaction.pairingCode.create({
    data: { id: randomUUID(), digest: digestOfCode(code), ...whose, createdAt: turn.now, expiresAt },
  })
  await note(transaction, turn, { action: 'code', about: id, after: { expiresAt } })
}

async function join(
  transaction: Transaction,
  turn: Turn,
  into: string,
  by: { readonly code: string; readonly own: boolean } | 'contact',
): Promise<void> {
  const { address, from } = turn.update
  let vouched: { how: string; by: string | null } | undefined = { how: 'contact', by: null }
  if (by !== 'contact') {
    const { count } = await transaction.pairingCode.updateMany({
      where: { id: by.code, personId: into, usedAt: null, expiresAt: { gt: turn.now } },
      data: { usedAt: turn.now, usedBy: `${address.channel}:${from.id}` },
    })
    if (count !== 1) throw new Error('The code was used meanwhile')
    const code = await transaction.pairingCode.findUniqueOrThrow({ where: { id: by.code } })
    vouched = by.own ? undefined : { how: 'code', by: code.byPerson }
  }
  const before = await lockPerson(transaction, into)
  await joinPeople(transaction, turn.person.id, into)
  if (vouched) await verify(transaction, turn, into, vouched.how, vouched.by)
  await settleOwn(transaction, into)
  const { role } = await transaction.person.findUniqueOrThrow({ where: { id: into } })
  const how = by === 'contact' ? 'contact' : by.own ? 'own code' : 'code'
  const was = { id: turn.person.id, role: before.role }
  await note(transaction, turn, { action: 'join', about: into, before: was, after: { how, role } }, into)
}

/** What they sent is about the one whom they are known to be. */
function settleOwn(transaction: Transaction, id: string): Promise<void> {
  return settleSubjects(transaction, Prisma.sql`pledge.person_id = ${id}`)
}

async function verify(transaction: Transaction, turn: Turn, id: string, how: string, by: string | null): Promise<void> {
  const data = { standing: 'verified', verifiedHow: how, verifiedBy: by, verifiedAt: turn.now }
  await transaction.person.update({ where: { id }, data })
}

/** Notes whether somebody is who they say; who is, and stands on the list under that name, becomes that person. */
export async function judge(
  transaction: Transaction,
  turn: Turn,
  { id, standing, twin }: Omit<Extract<PeopleEffect, { kind: 'judge-person' }>, 'kind'>,
): Promise<void> {
  const person = await lockTheirs(transaction, turn, id)
  if (person.standing === 'verified') throw new Error('This was decided meanwhile')
  const entry = { action: 'standing', before: { standing: person.standing }, after: { standing } }
  const how = maySendNews(turn.person.role) ? 'office' : 'coordinator'
  if (twin === undefined || standing !== 'verified') {
    const by = { verifiedHow: how, verifiedBy: turn.person.id, verifiedAt: turn.now }
    await transaction.person.update({ where: { id }, data: { standing, ...(standing === 'verified' && by) } })
    if (standing === 'verified') await settleOwn(transaction, id)
    else await transaction.pledge.updateMany({ where: { personId: id, forOther: false }, data: { subjectId: null } })
    return note(transaction, turn, { ...entry, about: id })
  }
  const listed = await lockTheirs(transaction, turn, twin)
  if ((await readTwin(transaction, id)) !== listed.id) throw new Error('The list has changed meanwhile')
  await joinPeople(transaction, id, twin)
  await noteEnteredFor(transaction, turn, twin)
  await verify(transaction, turn, twin, how, turn.person.id)
  await settleOwn(transaction, twin)
  await note(transaction, turn, { ...entry, about: twin, before: { ...entry.before, id } })
}

async function unitsOfPerson(transaction: Transaction, personId: string): Promise<string[]> {
  const rows = await transaction.coordinator.findMany({ where: { personId }, orderBy: { unit: 'asc' } })
  return rows.map((one) => one.unit)
}

async function appoint(
  transaction: Transaction,
  turn: Turn,
  { id, unit, on }: Extract<PeopleEffect, { kind: 'appoint' }>,
): Promise<void> {
  if (!maySendNews(turn.person.role)) throw new Error('Only the office appoints')
  const person = await lockPerson(transaction, id)
  if (person.standing !== 'verified') throw new Error('Nobody has said who this person is')
  const before = await unitsOfPerson(transaction, id)
  if (on) {
    const given = { personId: id, unit, byPerson: turn.person.id, since: turn.now }
    await transaction.coordinator.createMany({ data: [given], skipDuplicates: true })
  } else await transaction.coordinator.deleteMany({ where: { personId: id, unit } })
  const after = await unitsOfPerson(transaction, id)
  const role = after.length > 0 ? 'coordinator' : 'staff'
  // Of the office they stay, whatever they look after.
  if (person.role === 'staff' || person.role === 'coordinator')
    await transaction.person.update({ where: { id }, data: { role } })
  await note(transaction, turn, { action: 'role', about: id, before: { units: before }, after: { units: after } })
}

async function setOffice(
  transaction: Transaction,
  turn: Turn,
  { id, on }: Extract<PeopleEffect, { kind: 'office' }>,
): Promise<void> {
  if (turn.person.role !== 'owner') throw new Error('Only an owner says who is of the office')
  const person = await lockPerson(transaction, id)
  if (person.role === 'owner' || person.standing !== 'verified') throw new Error('This person cannot be of the office')
  const units = on ? [] : await unitsOfPerson(transaction, id)
  const role = on ? 'office' : units.length > 0 ? 'coordinator' : 'staff'
  await transaction.person.update({ where: { id }, data: { role } })
  if (!on) await cancelOfficeMail(transaction)
  await note(transaction, turn, { action: 'role', about: id, before: { role: person.role }, after: { role } })
}

/** What still waits for somebody who is not of the office any more is not theirs to read. */
export async function cancelOfficeMail(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`
    UPDATE outbox SET state = 'cancelled', reason = 'no longer of the office', ended_at = now()
    WHERE state = 'queued' AND (kind = 'alarm' OR key ~ '^(progress|certificate):')
      AND person_id NOT IN (SELECT id FROM person WHERE role IN ('office', 'owner'))`
}
