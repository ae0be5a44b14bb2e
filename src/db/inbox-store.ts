import { addressKey, type IncomingUpdate } from '../core/message.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'
import { createGroupCommit } from './group-commit.ts'

export interface InboxStore {
  /**
   * Stores an update for good; one that is there already changes nothing. Resolves once it is safe, and rejects at once
   * where more is waiting than can be written in a few seconds.
   */
  accept(update: IncomingUpdate): Promise<void>
  /** How many updates wait, and how many were given up. */
  counts(): Promise<{ waiting: number; parked: number }>
}

const most = { together: 250, waiting: 5_000 }

/** What PostgreSQL cannot hold, and no person types: U+0000 and halves of a surrogate pair. */
function storable(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .replaceAll('\u0000', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}

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
      FROM jsonb_array_elements(${JSON.stringify(rows, storable)}::jsonb) WITH ORDINALITY AS given(one, place)
      ORDER BY place
      ON CONFLICT (channel, update_id) DO NOTHING`)
  }

  return {
    accept: createGroupCommit(write, most),
    async counts() {
      const rows = await prisma.inboxUpdate.groupBy({
        by: ['state'],
        where: { state: { in: ['waiting', 'parked'] } },
        _count: true,
      })
      const count = (state: string) => rows.find((row) => row.state === state)?._count ?? 0
      return { waiting: count('waiting'), parked: count('parked') }
    },
  }
}
