import type { AuditEntry } from '../core/audit/entry.ts'
import type { Prisma } from './generated/client.ts'
import { storableJson } from './storable.ts'

/** Writes down who changed what, in the transaction that changes it. `by` is null where a rule or a setting did. */
export async function record(
  transaction: Prisma.TransactionClient,
  by: string | null,
  at: Date,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  await transaction.$executeRaw`
    INSERT INTO audit (at, by_person, action, kind, about, before, after)
    SELECT ${at}, ${by}, one->>'action', one->>'kind', one->>'about', one->'before', one->'after'
    FROM jsonb_array_elements(${storableJson(entries)}::jsonb) WITH ORDINALITY AS listed(one, place) ORDER BY place`
}
