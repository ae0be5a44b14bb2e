import { randomUUID } from 'node:crypto'
import { fold } from '../../src/core/language/fold.ts'
import type { Database } from '../../src/db/client.ts'
import type { TestApp } from './test-app.ts'

let made = 0

/** A person who has written to the bot and declared their name and unit; gives their id. */
export async function makeKnown(
  { prisma }: Database,
  bot: TestApp,
  userId: string,
  more: {
    name?: string
    nameKey?: string
    unit?: string
    standing?: string
    rosterAt?: Date
    remindersOff?: boolean
  } = {},
): Promise<string> {
  await bot.says(userId, 'xin chào')
  const { personId } = await prisma.account.findUniqueOrThrow({
    where: { channel_userId: { channel: 'telegram', userId } },
  })
  const nameKey = more.name === undefined ? {} : { nameKey: fold(more.name) }
  await prisma.person.update({ where: { id: personId }, data: { ...nameKey, ...more } })
  return personId
}

/** A pledge as it was sent: in Đợt 2, of the office unit, where nothing else is said. */
export async function makePledge(
  { prisma }: Database,
  personId: string,
  more: {
    name?: string
    unit?: string
    phase?: string
    state?: string
    createdAt?: Date
    titles?: string[]
    forOther?: boolean
    subjectId?: string
  } = {},
): Promise<{ id: string; code: string }> {
  made += 1
  const createdAt = more.createdAt ?? new Date('2025-11-10T08:00:00+07:00')
  return prisma.pledge.create({
    data: {
      ...{ id: randomUUID(), code: `TD-T${String(made).padStart(5, '0')}`, campaignId: 'ca-mau-80-nam', personId },
      ...{
        phase: 'dot-2',
        subject: 'individual',
        name: 'Phạm Văn Chín',
        nameKey: fold(more.name ?? 'Phạm Văn Chín'),
        unit: 'VP',
        titles: ['LDTT'],
        commendations: [],
      },
      ...{ state: 'submitted', createdAt, updatedAt: createdAt },
      ...more,
    },
  })
}

/** Presses a button by its id, whether or not it was ever shown; gives what was answered, in one text. */
export async function press(bot: TestApp, userId: string, id: string, updateId?: string): Promise<string> {
  const more = { pressedOn: '1', ...(updateId !== undefined && { id: updateId }) }
  const answers = await bot.does(userId, { kind: 'choice', id }, more)
  return answers.map((one) => one.text).join('\n')
}
