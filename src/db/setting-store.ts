import type { Database } from './client.ts'
import type { Prisma } from './generated/client.ts'

/** Single values that outlive a restart, by name. */
export interface SettingStore {
  read(name: string): Promise<unknown>
  write(name: string, value: Prisma.InputJsonValue): Promise<void>
}

export function createSettingStore({ prisma }: Pick<Database, 'prisma'>): SettingStore {
  return {
    read: async (name) => (await prisma.setting.findUnique({ where: { name } }))?.value,
    async write(name, value) {
      await prisma.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
    },
  }
}
