import type { Effect, Turn } from '../core/conversation/turn.ts'
import { type Group, type GroupPlace, groupKey, topicClosed } from '../core/groups/group.ts'
import { type Address, addressKey, type ChannelName } from '../core/message.ts'
import { Prisma } from './generated/client.ts'

type Transaction = Prisma.TransactionClient
type GroupEffect = Extract<Effect, { kind: 'group-state' | 'group-moved' | 'group-change' | 'group-forget' }>
type Row = Omit<Group, 'thread' | 'reason'> & { readonly thread: string | null; readonly reason: string | null }

const columns = Prisma.sql`group_chat.channel, group_chat.chat, title, state, enabled, news, thread, reason`

/** The groups among these places that we know, by `groupKey`. */
export async function readGroups(
  transaction: Transaction,
  places: readonly GroupPlace[],
): Promise<ReadonlyMap<string, Group>> {
  if (places.length === 0) return new Map()
  const given = JSON.stringify(places.map(({ channel, chat }) => ({ channel, chat })))
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT ${columns} FROM group_chat
    JOIN (SELECT DISTINCT channel, chat FROM jsonb_to_recordset(${given}::jsonb) AS one(channel text, chat text)) given
      ON given.channel = group_chat.channel AND given.chat = group_chat.chat`
  return new Map(rows.map((row) => [groupKey(row), toGroup(row)]))
}

/** Every group that we know, those that we are in first. */
export async function listGroups(transaction: Transaction): Promise<Group[]> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT ${columns} FROM group_chat
    ORDER BY array_position(ARRAY['present', 'silenced', 'gone'], state), title, chat`
  return rows.map(toGroup)
}

/** Writes what a turn changes about a group. Runs inside the turn's transaction. */
export async function applyGroupEffect(transaction: Transaction, turn: Turn, effect: GroupEffect): Promise<void> {
  const { channel, chat } = turn.update.address
  switch (effect.kind) {
    case 'group-state': {
      const { state, title, joined, reason = null } = effect
      // Who left and comes back asks the office again: it may be another circle of people by now.
      await transaction.$executeRaw`
        INSERT INTO group_chat (channel, chat, title, state, reason) VALUES (${channel}, ${chat}, ${title}, ${state}, ${reason})
        ON CONFLICT (channel, chat) DO UPDATE SET state = excluded.state, updated_at = now(),
          reason = CASE WHEN group_chat.state = 'present' AND excluded.state = 'present' AND excluded.reason IS NOT NULL
            THEN group_chat.reason ELSE excluded.reason END,
          title = CASE WHEN excluded.title = '' THEN group_chat.title ELSE excluded.title END,
          enabled = group_chat.enabled AND NOT ${joined}::boolean`
      return
    }
    case 'group-moved':
      return moveGroup(transaction, channel, chat, effect.to)
    case 'group-change': {
      const { kind: _, place, ...change } = effect
      await transaction.group.updateMany({
        where: { channel: place.channel, chat: place.chat },
        data: { ...change, ...(change.state === 'present' && { reason: null }), updatedAt: new Date() },
      })
      return
    }
    case 'group-forget':
      await transaction.group.deleteMany({ where: { channel: effect.place.channel, chat: effect.place.chat } })
  }
}

/** The group has another id from now on: what is known of it and what waits for it goes there. Twice is as once. */
export async function moveGroup(
  transaction: Transaction,
  channel: ChannelName,
  from: string,
  to: string,
): Promise<void> {
  const now = addressKey({ channel, chat: to })
  await transaction.$executeRaw`
    UPDATE outbox SET address = ${now}
    WHERE address = ${addressKey({ channel, chat: from })} AND state IN ('queued', 'attempting')`
  // The topics of the old group are not those of the new one.
  await transaction.$executeRaw`
    INSERT INTO group_chat (channel, chat, title, state, enabled, news)
    SELECT channel, ${to}, title, 'present', enabled, news FROM group_chat WHERE channel = ${channel} AND chat = ${from}
    ON CONFLICT (channel, chat) DO UPDATE SET enabled = excluded.enabled, news = excluded.news, updated_at = now(),
      title = CASE WHEN group_chat.title = '' THEN excluded.title ELSE group_chat.title END`
  await transaction.group.deleteMany({ where: { channel, chat: from } })
}

/** A delivery found the place shut: we are gone, or may not write in the group, or not in that topic. */
export async function shutGroup(
  transaction: Transaction,
  { channel, chat, thread = null }: Omit<Address, 'thread'> & { thread?: string | null },
  reason: string,
  silenced: 'group' | 'topic' | undefined,
): Promise<void> {
  if (silenced === undefined)
    await transaction.group.updateMany({ where: { channel, chat }, data: { state: 'gone', reason } })
  // What is closed is one topic only: nothing but news that goes to that one stops.
  else if (silenced === 'topic')
    await transaction.group.updateMany({
      where: { channel, chat, thread, state: 'present' },
      data: { state: 'silenced', reason: topicClosed },
    })
  else
    await transaction.group.updateMany({
      where: { channel, chat, OR: [{ state: 'present' }, { state: 'silenced', reason: topicClosed }] },
      data: { state: 'silenced', reason },
    })
}

function toGroup({ thread, reason, ...group }: Row): Group {
  return { ...group, ...(thread === null ? {} : { thread }), ...(reason === null ? {} : { reason }) }
}
