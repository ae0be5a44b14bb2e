import type { Occurrence } from '../core/reminders/occurrences.ts'
import type { Database } from './client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import { type MessageFor, readConcerned } from './recipients.ts'

export interface ReminderStore {
  /** Of these, the occurrences that have neither run nor expired. */
  pending(all: readonly Occurrence[]): Promise<Occurrence[]>
  /** Queues the reminder for everyone whom it concerns now, once ever; gives how many. */
  fire(occurrence: Occurrence, campaignId: string, now: Date, message: MessageFor): Promise<number>
  /** Notes that an occurrence came too late to be sent. */
  expire(occurrence: Occurrence, now: Date): Promise<void>
}

export function createReminderStore({ prisma }: Pick<Database, 'prisma'>): ReminderStore {
  return {
    async pending(all) {
      const ran = await prisma.occurrence.findMany({
        where: { key: { in: all.map((one) => one.key) } },
        select: { key: true },
      })
      const keys = new Set(ran.map((one) => one.key))
      return all.filter((one) => !keys.has(one.key))
    },
    fire: (occurrence, campaignId, now, message) =>
      prisma.$transaction(async (transaction) => {
        const { key, dueAt, phase, rule } = occurrence
        // The row is the right to send: of two instances that come here at once, one finds it taken.
        const claimed = await transaction.occurrence.createMany({
          data: [{ key, dueAt, ranAt: now, state: 'done' }],
          skipDuplicates: true,
        })
        if (claimed.count === 0) return 0
        const about = { campaignId, phase: phase.id, unfinished: rule.when === 'unfinished-pledge' }
        const people = await readConcerned(transaction, about)
        const rows = people.flatMap(({ personId, locale, channel, address }) =>
          message(locale, channel).map((one, part): NewDelivery => {
            const to = { channel, address, personId, lane: 'bulk', kind: 'reminder' } as const
            return { ...to, key: `${key}:${personId}:${part}`, message: one }
          }),
        )
        await insertDeliveries(transaction, rows)
        // Who was reminded of their form is not asked about it once more.
        if (about.unfinished)
          await transaction.form.updateMany({
            where: { personId: { in: people.map((one) => one.personId) } },
            data: { nudgedAt: now },
          })
        await transaction.occurrence.update({ where: { key }, data: { people: people.length } })
        return people.length
      }),
    async expire({ key, dueAt }, now) {
      await prisma.occurrence.createMany({ data: [{ key, dueAt, ranAt: now, state: 'expired' }], skipDuplicates: true })
    },
  }
}
