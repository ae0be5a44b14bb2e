import { randomUUID } from 'node:crypto'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'

/** Who is not seen for this long counts as dead, and others take over what it had in hand. */
const deadAfterSeconds = 9

/** The condition that an `<instance>/<number>` in that column belongs to no instance that is alive. */
export function ownerIsDead(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM instance WHERE instance.id = split_part(${column}, '/', 1)
      AND instance.seen_at > now() - make_interval(secs => ${deadAfterSeconds}))`
}

/** This process among those that work on the database. */
export interface Instance {
  readonly id: string
  /** Says that we are alive; to be called every few seconds. */
  beat(): Promise<void>
  /** Whether we hold that lease now, taking it where it is free. */
  lead(name: string): Promise<boolean>
  /** No other process can be alive: what the dead have left is free at once. */
  alone(): Promise<void>
  /** Gives everything up, so that the others need not wait. */
  leave(): Promise<void>
}

export function createInstance({ prisma }: Pick<Database, 'prisma'>): Instance {
  const id = randomUUID()
  return {
    id,
    async beat() {
      await prisma.$executeRaw`
        INSERT INTO instance (id, seen_at) VALUES (${id}, now()) ON CONFLICT (id) DO UPDATE SET seen_at = now()`
      // The clock was put back: who is dead by now must not seem alive until it has caught up.
      await prisma.$executeRaw`UPDATE instance SET seen_at = now() WHERE seen_at > now() + interval '1 second'`
      await prisma.$executeRaw`DELETE FROM instance WHERE seen_at < now() - interval '1 day'`
    },
    async lead(name) {
      const held = await prisma.$executeRaw`
        INSERT INTO lease (name, owner) VALUES (${name}, ${id})
        ON CONFLICT (name) DO UPDATE SET owner = ${id}
        WHERE lease.owner = ${id} OR ${ownerIsDead(Prisma.sql`lease.owner`)}`
      return held > 0
    },
    async alone() {
      await prisma.instance.deleteMany({ where: { id: { not: id } } })
    },
    async leave() {
      await prisma.instance.deleteMany({ where: { id } })
    },
  }
}
