import type { Receipt } from '../core/broadcasts/certificate.ts'
import type { Prisma } from './generated/client.ts'

/** So many at a time are read within milliseconds. */
const page = 2_000

/** Every delivery of a broadcast in order, page by page. */
export async function* readReceipts(
  reader: Pick<Prisma.TransactionClient, '$queryRaw'>,
  broadcast: string,
): AsyncGenerator<readonly Receipt[]> {
  let after = 0n
  for (;;) {
    const rows = await reader.$queryRaw<(Receipt & { id: bigint })[]>`
      SELECT told.id, person.name, person.unit, group_chat.title AS group, told.person_id IS NOT NULL AS "isPerson",
        told.channel, told.address, told.state, told.created_at AS "queuedAt", told.ended_at AS at, told.reason,
        told.attempts, told.doubts, acknowledgement.at AS "acknowledgedAt"
      FROM (
        SELECT * FROM outbox WHERE broadcast_id = ${broadcast} AND id > ${after} ORDER BY id LIMIT ${page}) told
        LEFT JOIN person ON person.id = told.person_id
        LEFT JOIN group_chat ON told.person_id IS NULL AND group_chat.channel = told.channel
          AND group_chat.chat = split_part(told.address, ':', 2)
        LEFT JOIN acknowledgement ON acknowledgement.broadcast_id = told.broadcast_id
          AND acknowledgement.person_id = told.person_id
      ORDER BY told.id`
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.id
  }
}
