import { type ParkedUpdate, withoutWords } from '../core/conversation/office-work.ts'
import { addressKey, type IncomingUpdate } from '../core/message.ts'
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

export async function countUpdates(client: Client): Promise<{ waiting: number; parked: number }> {
  const rows = await client.inboxUpdate.groupBy({
    by: ['state'],
    where: { state: { in: ['waiting', 'parked'] } },
    _count: true,
  })
  const count = (state: string) => rows.find((row) => row.state === state)?._count ?? 0
  return { waiting: count('waiting'), parked: count('parked') }
}

export async function readParked(client: Client): Promise<ParkedUpdate[]> {
  const rows = await client.inboxUpdate.findMany({
    where: { state: 'parked' },
    orderBy: { id: 'desc' },
    take: shown,
  })
  return rows.map((row) => {
    const update = row.update as unknown as IncomingUpdate
    const reason = withoutWords(row.error ?? '', wordsOf(update))
    return { id: String(row.id), channel: update.address.channel, at: row.receivedAt, reason }
  })
}

export async function retryParked(client: Client, id: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false
  const count = await client.$executeRaw`
    UPDATE inbox SET state = 'waiting', attempts = 0, due_at = now(), update = update || '{"retried": true}'
    WHERE id = ${BigInt(id)} AND state = 'parked'`
  return count === 1
}

/** Everything in an update that a person wrote or is called by: an error may repeat it. */
function wordsOf({ input, from, address }: IncomingUpdate): string[] {
  const said = Object.entries(input).flatMap(([field, value]) =>
    field !== 'kind' && typeof value === 'string' ? [value] : [],
  )
  return [...said, from.name ?? '', from.id, address.chat]
}
