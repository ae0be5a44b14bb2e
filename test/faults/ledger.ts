import type { Database } from '../../src/db/client.ts'
import type { Entry, Evidence, Taken } from './audit.ts'

/** The recipients' private chats are counted from here. */
export const firstChat = 710_000_000

const groups = [-1_002_000_000_001, -1_002_000_000_002]
/** One in so many recipients has blocked the bot. */
const blockedEvery = 97
/** One in so many rows is a notice, which is repeated where its outcome is unknown; the others are news. */
const noticeEvery = 5

/**
 * Writes a broadcast that is under way, to that many people and two groups, of whom some have blocked the bot. Gives those.
 */
export async function seed({ prisma }: Database, recipients: number): Promise<number[]> {
  await prisma.$executeRaw`
    INSERT INTO person (id) SELECT 'p' || n FROM generate_series(1, ${recipients}::int) n`
  await prisma.$executeRaw`
    INSERT INTO account (channel, user_id, person_id, chat)
    SELECT 'telegram', (${firstChat}::bigint + n)::text, 'p' || n, (${firstChat}::bigint + n)::text
    FROM generate_series(1, ${recipients}::int) n`
  await prisma.$executeRaw`
    INSERT INTO broadcast (id, campaign_id, by_person, content, audience, state, created_at)
    VALUES ('b1', 'any', 'p1', '{}', '{}', 'sending', now())`
  await prisma.$executeRaw`
    INSERT INTO body (id, broadcast_id, channel, locale, part, message, digest)
    VALUES (-1, 'b1', 'telegram', 'vi', 0, '{"text": "the news"}', 'news'), (-2, 'b1', 'telegram', 'vi', 1, '{"text": "the notice"}', 'notice')`
  await prisma.$executeRaw`
    INSERT INTO outbox (key, channel, address, person_id, broadcast_id, lane, kind, body_id, digest)
    SELECT 'b1:' || n, 'telegram', 'telegram:' || (${firstChat}::bigint + n), 'p' || n, 'b1', 'bulk',
      CASE WHEN n % ${noticeEvery}::int = 0 THEN 'notice' ELSE 'news' END,
      CASE WHEN n % ${noticeEvery}::int = 0 THEN -2 ELSE -1 END,
      CASE WHEN n % ${noticeEvery}::int = 0 THEN 'notice' ELSE 'news' END
    FROM generate_series(1, ${recipients}::int) n ORDER BY n`
  for (const group of groups)
    await prisma.$executeRaw`
      INSERT INTO outbox (channel, address, lane, kind, message, digest)
      SELECT 'telegram', 'telegram:' || ${group}::bigint, 'bulk', 'notice',
        jsonb_build_object('id', 'g' || n, 'text', 'for the group, ' || n), 'g' || n
      FROM generate_series(1, 3) n`
  return Array.from(
    { length: Math.floor(recipients / blockedEvery) },
    (_, index) => firstChat + (index + 1) * blockedEvery,
  )
}

/** What the program's books say in the end, and who should have been sent what. */
export async function readBooks({ prisma }: Database): Promise<Pick<Evidence, 'entries' | 'taken' | 'expected'>> {
  const rows = await prisma.$queryRaw<(Entry & { address: string })[]>`
    SELECT outbox.id::int, split_part(address, ':', 2)::float8 AS chat, lane, kind, state, doubts, reason,
      COALESCE(outbox.message, body.message)->>'text' AS text
    FROM outbox LEFT JOIN body ON body.id = outbox.body_id ORDER BY outbox.id`
  const updates = await prisma.$queryRaw<Taken[]>`
    SELECT update_id AS "updateId", split_part(address, ':', 2)::float8 AS chat, state,
      COALESCE(update->'input'->>'command', '') AS text
    FROM inbox WHERE update->'input'->>'kind' = 'command' ORDER BY id`
  const people = await prisma.$queryRaw<{ chat: number; number: number }[]>`
    SELECT chat::float8, substr(person_id, 2)::int AS number FROM account WHERE person_id ~ '^p[0-9]+$'`
  const entries = rows.map((row) => ({ ...row, text: nameOf(row.text) }))
  const broadcast = people.map(({ chat, number }) => ({
    chat,
    text: number % noticeEvery === 0 ? 'the notice' : 'the news',
  }))
  const toGroups = groups.flatMap((chat) => [1, 2, 3].map((n) => ({ chat, text: `for the group, ${n}` })))
  return { entries, taken: updates, expected: [...broadcast, ...toGroups] }
}

/** A reply bears the number of the message that it answers; everything else is known by its words. */
export function nameOf(text: string): string {
  return /\/(m\d+)\b/.exec(text)?.[1] ?? text
}
