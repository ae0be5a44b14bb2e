import type { ParkedUpdate, Who } from '../core/conversation/office-work.ts'
import { addressKey, type ChannelName, type IncomingUpdate } from '../core/message.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'
import { createGroupCommit } from './group-commit.ts'
import { storableJson } from './storable.ts'

export interface InboxStore {
  /**
   * Stores an update for good; one that is there already changes nothing. Resolves once it is safe, and rejects at once
   * where more is waiting than can be written in a few seconds.
   */
  accept(update: IncomingUpdate): Promise<void>
  /** How many updates wait, and how many were given up. */
  counts(): Promise<{ waiting: number; parked: number }>
  /** The last updates that were given up, the newest first, without anything that a person wrote. */
  parked(): Promise<ParkedUpdate[]>
  /** Takes up an update again that was given up; false where it is not. */
  retry(id: string): Promise<boolean>
}

type Client = Prisma.TransactionClient

const shown = 10

const most = { together: 250, waiting: 5_000 }

export function createInboxStore({ prisma, run }: Pick<Database, 'prisma' | 'run'>): InboxStore {
  async function write(updates: readonly IncomingUpdate[]): Promise<void> {
    const rows = updates.map((update) => ({
      channel: update.address.channel,
      update_id: update.id,
      address: addressKey(update.address),
      update,
    }))
    await run(Prisma.sql`
      INSERT INTO inbox (channel, update_id, address, update)
      SELECT one->>'channel', one->>'update_id', one->>'address', one->'update'
      FROM jsonb_array_elements(${storableJson(rows)}::jsonb) WITH ORDINALITY AS given(one, place)
      ORDER BY place
      ON CONFLICT (channel, update_id) DO NOTHING`)
  }

  return {
    accept: createGroupCommit(write, most),
    counts: () => countUpdates(prisma),
    parked: () => readParked(prisma),
    retry: (id) => retryParked(prisma, id),
  }
}

// The states stand in the text of the queries: only so does a plan made once use the index of the open rows.
export async function countUpdates(client: Client): Promise<{ waiting: number; parked: number }> {
  const rows = await client.$queryRaw<{ state: string; count: number }[]>`
    SELECT state, count(*)::int AS count FROM inbox WHERE state IN ('waiting', 'parked') GROUP BY state`
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { waiting: count('waiting'), parked: count('parked') }
}

export async function readParked(client: Client): Promise<ParkedUpdate[]> {
  const rows = await client.$queryRaw<ParkedRow[]>`
    SELECT inbox.id::text AS id, inbox.channel, inbox.received_at AS at, inbox.error, person.name, group_chat.title,
      (inbox.update->>'private')::boolean AS "isPrivate"
    FROM inbox
      LEFT JOIN account ON account.channel = inbox.channel AND account.user_id = inbox.update->'from'->>'id'
      LEFT JOIN person ON person.id = account.person_id
      LEFT JOIN group_chat ON group_chat.channel = inbox.channel AND group_chat.chat = inbox.update->'address'->>'chat'
    WHERE inbox.state = 'parked' ORDER BY inbox.id DESC LIMIT ${shown}`
  return rows.map(({ id, at, error, ...row }) => {
    const cause = error?.startsWith('database:') ? 'database' : 'program'
    return { id, at: new Date(at), cause, who: whoOf(row) }
  })
}

interface ParkedRow extends Named {
  readonly id: string
  readonly at: Date
  readonly error: string | null
}

interface Named {
  readonly channel: ChannelName
  readonly name: string | null
  readonly title: string | null
  readonly isPrivate: boolean
}

/** By their declared name, or as the group. */
export function whoOf({ channel, name, title, isPrivate }: Named): Who {
  if (!isPrivate) return { kind: 'group', title: title ?? '' }
  return { kind: 'person', channel, ...(name !== null && { name }) }
}

export async function retryParked(client: Client, id: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false
  const count = await client.$executeRaw`
    UPDATE inbox SET state = 'waiting', attempts = 0, due_at = now(), update = update || '{"retried": true}'
    WHERE id = ${BigInt(id)} AND state = 'parked'`
  return count === 1
}
