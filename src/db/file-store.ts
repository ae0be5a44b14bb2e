import { randomBytes } from 'node:crypto'
import type { LoadFile } from '../core/channel.ts'
import type { Database } from './client.ts'

/** Documents that we made ourselves. Their ids cannot be guessed: who knows one was told it. */
export interface FileStore {
  /** Gives the id; after `expiresAt` it may be removed. */
  save(name: string, mime: string, bytes: Uint8Array, expiresAt?: Date): Promise<string>
  readonly read: LoadFile
}

export function createFileStore({ prisma }: Pick<Database, 'prisma'>): FileStore {
  return {
    async save(name, mime, bytes, expiresAt) {
      const id = randomBytes(24).toString('base64url')
      await prisma.storedFile.create({
        data: { id, name, mime, bytes: Uint8Array.from(bytes), expiresAt: expiresAt ?? null },
      })
      return id
    },
    async read(id) {
      const found = await prisma.storedFile.findUnique({ where: { id } })
      return found ? { name: found.name, mime: found.mime, bytes: found.bytes } : undefined
    },
  }
}
