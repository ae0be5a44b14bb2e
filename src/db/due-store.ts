import type { Database } from './client.ts'

/** When something is to go out, by the campaign's clock. */
export interface DueStore {
  /** The first time after that at which a broadcast or something gathered for somebody falls due. */
  next(after: Date): Promise<Date | undefined>
}

export function createDueStore({ prisma }: Pick<Database, 'prisma'>): DueStore {
  return {
    async next(after) {
      const [row] = await prisma.$queryRaw<{ at: Date | null }[]>`
        SELECT min(at) AS at FROM (
          SELECT send_at AS at FROM broadcast WHERE state = 'scheduled' AND send_at > ${after}
          UNION ALL
          SELECT due_at FROM notice WHERE sent_at IS NULL AND due_at > ${after}) due`
      return row?.at ?? undefined
    },
  }
}
