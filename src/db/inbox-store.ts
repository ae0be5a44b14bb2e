import { addressKey, type IncomingUpdate } from '../core/message.ts'
import type { Database } from './client.ts'

export interface InboxStore {
  /** Stores an update for good; one that is there already changes nothing. Resolves once it is safe. */
  accept(update: IncomingUpdate): Promise<void>
  /** How many updates wait, and how many were given up. */
  counts(): Promise<{ waiting: number; parked: number }>
}

/** What PostgreSQL cannot hold, and no person types: U+0000 and halves of a surrogate pair. */
function storable(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .replaceAll('\u0000', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}

export function createInboxStore({ prisma }: Pick<Database, 'prisma'>): InboxStore {
  return {
    async accept(update) {
      await prisma.$executeRaw`
        INSERT INTO inbox (channel, update_id, address, update)
        VALUES (${update.address.channel}, ${update.id}, ${addressKey(update.address)}, ${JSON.stringify(update, storable)}::jsonb)
        ON CONFLICT (channel, update_id) DO NOTHING`
    },
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
