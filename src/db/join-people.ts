import { Prisma } from './generated/client.ts'

type Transaction = Prisma.TransactionClient

/** Every column that names a person. What is unique for each person is settled before by hand. */
export const personColumns: Readonly<Record<string, readonly string[]>> = {
  account: ['person_id'],
  acknowledgement: ['person_id'],
  audit: ['by_person'],
  broadcast: ['by_person', 'approved_by'],
  consent: ['person_id'],
  coordinator: ['person_id', 'by_person'],
  dossier_item: ['by_person'],
  form: ['person_id'],
  import: ['by_person'],
  import_row: ['person_id'],
  notice: ['person_id'],
  outbox: ['person_id'],
  pairing_code: ['person_id', 'by_person'],
  person: ['verified_by'],
  pledge: ['person_id', 'subject_id', 'decided_by'],
  pledge_event: ['by_person'],
  pledge_list: ['by_person'],
  pledge_result: ['by_person'],
  stored_file: ['person_id'],
}

/**
 * Makes one person of two: `from` is gone afterwards, and all that was theirs is of `into`, who keeps what the office's
 * list says of them. Of two forms the one of `from` goes on, since they are writing now; roles add up.
 */
export async function joinPeople(transaction: Transaction, from: string, into: string): Promise<void> {
  // In one order for everybody, so that two who join at once do not wait for each other.
  await transaction.$executeRaw`SELECT id FROM person WHERE id IN (${from}, ${into}) ORDER BY id FOR UPDATE`
  await transaction.$executeRaw`
    DELETE FROM form WHERE person_id = ${into} AND EXISTS (SELECT 1 FROM form WHERE person_id = ${from})`
  await transaction.$executeRaw`
    DELETE FROM coordinator WHERE person_id = ${from}
      AND unit IN (SELECT unit FROM coordinator WHERE person_id = ${into})`
  await transaction.$executeRaw`
    DELETE FROM acknowledgement WHERE person_id = ${from}
      AND broadcast_id IN (SELECT broadcast_id FROM acknowledgement WHERE person_id = ${into})`
  await mergeFacts(transaction, from, into)
  for (const [table, columns] of Object.entries(personColumns)) {
    const set = columns.map((column) => {
      const name = Prisma.raw(column)
      return Prisma.sql`${name} = CASE WHEN ${name} = ${from} THEN ${into} ELSE ${name} END`
    })
    const names = columns.map((column) => Prisma.raw(column))
    await transaction.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.join(set)} WHERE ${from} IN (${Prisma.join(names)})`
  }
  await transaction.$executeRaw`DELETE FROM person WHERE id = ${from}`
}

/** Who has no account yet takes the language and the wishes of the one who joins. */
async function mergeFacts(transaction: Transaction, from: string, into: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE person SET name = COALESCE(person.name, one.name), name_key = COALESCE(person.name_key, one.name_key),
      unit = COALESCE(person.unit, one.unit),
      role = CASE WHEN array_position(${roles}, one.role) > array_position(${roles}, person.role)
        THEN one.role ELSE person.role END,
      locale = CASE WHEN EXISTS (SELECT 1 FROM account WHERE person_id = person.id) THEN person.locale ELSE one.locale END,
      reminders_off = CASE WHEN EXISTS (SELECT 1 FROM account WHERE person_id = person.id)
        THEN person.reminders_off ELSE one.reminders_off END
    FROM person one WHERE person.id = ${into} AND one.id = ${from}`
}

const roles = Prisma.sql`ARRAY['staff', 'coordinator', 'office', 'owner']`
