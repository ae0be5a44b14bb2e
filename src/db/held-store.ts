import { type Held, wantsHeld } from '../core/conversation/held.ts'
import { Prisma } from './generated/client.ts'
import type { Reader } from './read-desks.ts'
import { readTheirPledges } from './their-pledges.ts'

type Transaction = Prisma.TransactionClient

/** What is held about the writer, where the update may be about it; for all others no statement is sent. */
export async function readHeld(transaction: Transaction, reader: Reader): Promise<Held | undefined> {
  const wants = wantsHeld(reader)
  if (!wants) return undefined
  const { id } = reader.person
  const [row] = await transaction.$queryRaw<Row[]>`
    SELECT position, phone, roster_at AS "rosterAt", verified_how AS "verifiedHow", verified_at AS "verifiedAt",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('channel', channel) ORDER BY channel, user_id)
        FROM account WHERE person_id = person.id), '[]') AS accounts,
      COALESCE((SELECT jsonb_agg(to_jsonb(consent) - 'id' - 'person_id' ORDER BY consent.id)
        FROM consent WHERE person_id = person.id), '[]') AS consents,
      (SELECT count(*)::int FROM notice WHERE person_id = person.id AND sent_at IS NULL) AS notices,
      (SELECT count(*)::int FROM broadcast
        WHERE by_person = person.id AND ended_at IS NULL AND state <> 'cancelled') AS "openNews"
    FROM person WHERE id = ${id}`
  if (!row) return undefined
  const { theirs, entered } = await readTheirPledges(transaction, id)
  const record = wants.record ? await readRecord(transaction, id) : undefined
  return { ...toHeld(row, record), theirs: theirs as Held['theirs'], entered }
}

/** Sent by somebody else about that person. */
function aboutOnly(id: string): Prisma.Sql {
  return Prisma.sql`subject_id = ${id} AND person_id <> ${id}`
}

interface Row extends Pick<Held, 'accounts' | 'notices' | 'openNews'> {
  readonly position: string | null
  readonly phone: string | null
  readonly rosterAt: Date | null
  readonly verifiedHow: string | null
  readonly verifiedAt: Date | null
  readonly consents: readonly (Omit<Held['consents'][number], 'at'> & { readonly at: string })[]
}

function toHeld(row: Row, record: Held['record']): Omit<Held, 'theirs' | 'entered'> {
  const { accounts, notices, openNews, position, phone, rosterAt, verifiedHow, verifiedAt } = row
  return {
    ...{ accounts, notices, openNews },
    consents: row.consents.map((one) => ({ ...one, at: new Date(one.at) })),
    ...(position !== null && { position }),
    ...(phone !== null && { phone }),
    ...(rosterAt !== null && { rosterAt }),
    ...(verifiedHow !== null && { verifiedHow }),
    ...(verifiedAt !== null && { verifiedAt }),
    ...(record && { record }),
  }
}

/** Everything about that person and nobody else: who else had to do with it is left out. */
async function readRecord(transaction: Transaction, id: string): Promise<Record<string, unknown>> {
  const addresses = Prisma.sql`(SELECT channel || ':' || chat FROM account WHERE person_id = ${id})`
  const list = (of: Prisma.Sql) => Prisma.sql`COALESCE((SELECT jsonb_agg(row) FROM (${of}) AS row), '[]')`
  const pledge = Prisma.sql`to_jsonb(pledge) - 'person_id' - 'subject_id' - 'decided_by'`
  const [row] = await transaction.$queryRaw<{ record: Record<string, unknown> }[]>`
    SELECT jsonb_build_object(
      'person', (SELECT to_jsonb(person) - 'verified_by' FROM person WHERE id = ${id}),
      'accounts', ${list(Prisma.sql`SELECT channel, user_id, chat, language, created_at FROM account WHERE person_id = ${id}`)},
      'looksAfter', ${list(Prisma.sql`SELECT unit, since FROM coordinator WHERE person_id = ${id}`)},
      'consents', ${list(Prisma.sql`
        SELECT purpose, version, given, channel, way, at FROM consent WHERE person_id = ${id} ORDER BY id`)},
      'pledges', COALESCE((SELECT jsonb_agg(${pledge} || jsonb_build_object(
          'results', ${list(Prisma.sql`SELECT award, outcome, higher, at FROM pledge_result WHERE pledge_id = pledge.id`)},
          'papers', ${list(Prisma.sql`SELECT award, item, done_on FROM dossier_item WHERE pledge_id = pledge.id`)},
          'history', ${list(Prisma.sql`
            SELECT kind, content, reason, at FROM pledge_event WHERE pledge_id = pledge.id ORDER BY id`)})
        ORDER BY pledge.created_at) FROM pledge WHERE person_id = ${id}), '[]'),
      'pledgesByOthers', COALESCE((SELECT jsonb_agg(${pledge} ORDER BY pledge.created_at)
        FROM pledge WHERE ${aboutOnly(id)}), '[]'),
      'openForm', (SELECT jsonb_build_object('dialogue', dialogue, 'state', state, 'at', updated_at)
        FROM form WHERE person_id = ${id}),
      'notices', ${list(Prisma.sql`SELECT kind, due_at, sent_at FROM notice WHERE person_id = ${id} ORDER BY id`)},
      'newsRead', ${list(Prisma.sql`SELECT broadcast_id, at FROM acknowledgement WHERE person_id = ${id}`)},
      'pairingCodes', ${list(Prisma.sql`
        SELECT created_at, expires_at, used_at FROM pairing_code WHERE person_id = ${id}`)},
      'tablesHandedIn', ${list(Prisma.sql`
        SELECT kind, file_name, state, created_at FROM import WHERE by_person = ${id}`)},
      'changesToYourRecord', ${list(Prisma.sql`
        SELECT action, before, after, at FROM audit WHERE kind IN ('person', 'data') AND about = ${id} ORDER BY id`)},
      'messagesFromYou', ${list(Prisma.sql`
        SELECT inbox.received_at AS at, inbox.update->'input' AS input FROM inbox JOIN account
          ON account.channel = inbox.channel AND account.user_id = inbox.update->'from'->>'id'
        WHERE account.person_id = ${id} ORDER BY inbox.id`)},
      'messagesToYou', ${list(Prisma.sql`
        SELECT created_at AS at, kind, state, message->>'text' AS text FROM outbox
        WHERE address = ANY(ARRAY${addresses}) AND ended_at IS NOT NULL ORDER BY id`)}) AS record`
  return row?.record ?? {}
}
