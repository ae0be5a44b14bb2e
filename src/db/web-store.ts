import type { Choice, Span } from '../core/message.ts'
import type { Database } from './client.ts'

interface Content {
  readonly text: string
  readonly spans?: readonly Span[]
  readonly choices?: readonly (readonly Choice<string>[])[]
  readonly file?: { readonly id: string; readonly name: string } | { readonly elsewhere: true }
}

interface Entry {
  readonly id: bigint
  readonly author: 'person' | 'bot'
  readonly content: Content
  readonly at: Date
}

/** What was said on the web page, chat by chat; the web channel declares what it needs of this. */
export function createWebStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    /** Appends unless `origin` is already there; returns the entry's number either way. */
    async append(chat: string, entry: Omit<Entry, 'id'> & { origin: string }): Promise<bigint> {
      const { origin, author, at } = entry
      const row = { chat, origin, author, content: entry.content as object, at }
      const kept = await prisma.webMessage.upsert({ where: { origin }, create: row, update: {}, select: { id: true } })
      return kept.id
    },
    async replace(chat: string, id: bigint, content: Content): Promise<void> {
      await prisma.webMessage.updateMany({ where: { id, chat, author: 'bot' }, data: { content: content as object } })
    },
    async holdsFile(chats: readonly string[], id: string): Promise<boolean> {
      const found = await prisma.$queryRaw<object[]>`
        SELECT 1 FROM web_message
        WHERE chat = ANY(${chats}) AND author = 'bot' AND content->'file'->>'id' = ${id} LIMIT 1`
      return found.length > 0
    },
    async since(chat: string, after: bigint, limit: number): Promise<Entry[]> {
      const rows = await prisma.webMessage.findMany({
        where: { chat, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map(({ id, author, content, at }) => ({
        id,
        author: author === 'person' ? 'person' : 'bot',
        content: content as unknown as Content,
        at,
      }))
    },
  }
}
