import type { DataEffect, Turn } from '../core/conversation/turn.ts'
import { nameKey } from '../core/tables/roster.ts'
import { record } from './audit.ts'
import { erasePerson } from './erase-person.ts'
import type { Prisma } from './generated/client.ts'
import { storable } from './storable.ts'

type Transaction = Prisma.TransactionClient

/** Writes what somebody does with their own data; their row is theirs alone until the turn is stored. */
export async function applyDataEffect(transaction: Transaction, turn: Turn, effect: DataEffect): Promise<void> {
  switch (effect.kind) {
    case 'cancel-reminders':
      await transaction.$executeRaw`
        UPDATE outbox SET state = 'cancelled', reason = 'no longer wanted', ended_at = now()
        WHERE state = 'queued' AND kind = 'reminder'
          AND address IN (SELECT channel || ':' || chat FROM account WHERE person_id = ${turn.person.id})`
      return
    case 'correct-person':
      return correct(transaction, turn, effect)
    case 'data-request':
      return record(transaction, turn.person.id, turn.now, [
        { action: effect.action, kind: 'data', about: turn.person.id },
      ])
    case 'keep-file': {
      const { id, name, mime, content, expiresAt } = effect
      // A telephone's viewer takes a file without the mark for another encoding.
      const mark = mime.startsWith('text/') ? '\ufeff' : ''
      const bytes = Uint8Array.from(Buffer.from(`${mark}${String(content)}`, 'utf8'))
      await transaction.storedFile.create({ data: { id, name, mime, bytes, expiresAt, personId: turn.person.id } })
      return
    }
    case 'erase-person':
      return erasePerson(transaction, turn, effect)
  }
}

/** Of somebody on the office's list, and of whoever has a duty, nothing: asked for again here. */
async function correct(
  transaction: Transaction,
  { person, now }: Turn,
  given: Extract<DataEffect, { kind: 'correct-person' }>,
): Promise<void> {
  const [name, unit] = [storable(given.name), storable(given.unit)]
  const position = given.position === null ? null : storable(given.position)
  const rows = await transaction.$queryRaw<{ isAnew: boolean }[]>`
    WITH mine AS (
      SELECT id, standing = 'verified' AND (name IS DISTINCT FROM ${name} OR unit IS DISTINCT FROM ${unit}) AS anew
      FROM person WHERE id = ${person.id} AND roster_at IS NULL AND role = 'staff' FOR NO KEY UPDATE)
    UPDATE person SET name = ${name}, name_key = ${nameKey(name)}, unit = ${unit}, position = ${position},
      standing = CASE WHEN standing = 'verified' AND NOT anew THEN 'verified' ELSE 'declared' END,
      verified_how = CASE WHEN anew THEN NULL ELSE verified_how END,
      verified_by = CASE WHEN anew THEN NULL ELSE verified_by END,
      verified_at = CASE WHEN anew THEN NULL ELSE verified_at END
    FROM mine WHERE person.id = mine.id
    RETURNING anew AS "isAnew"`
  const [row] = rows
  if (!row) throw new Error('What the list says is not theirs to change')
  if (row.isAnew)
    await record(transaction, person.id, now, [
      {
        action: 'standing',
        kind: 'person',
        about: person.id,
        before: { standing: 'verified' },
        after: { standing: 'declared' },
      },
    ])
}
