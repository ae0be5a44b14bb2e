import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Audience, countAudience, everyone } from '../../src/core/broadcasts/audience.ts'
import type { ChannelName } from '../../src/core/message.ts'
import { readReach } from '../../src/db/broadcast-desk.ts'
import type { Database } from '../../src/db/client.ts'
import { membersOf } from '../../src/db/recipients.ts'
import { describeEachDatabase } from '../support/database.ts'

describeEachDatabase('the audience of a broadcast', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await fill(database)
  })
  afterAll(() => database.close())

  const lists = <Item>(...items: Item[]) => [[], ...items.map((one) => [one]), items]
  const combinations = [true, false].flatMap((people) =>
    [true, false].flatMap((groups) =>
      lists('P1', 'P2').flatMap((units) =>
        lists('staff' as const, 'office' as const).flatMap((roles) =>
          [undefined, 'with' as const, 'without' as const].flatMap((pledge) =>
            lists<ChannelName>('telegram', 'web').flatMap((channels) =>
              [undefined, 'telegram' as const].map((file) => ({
                file,
                audience: {
                  ...everyone,
                  people,
                  groups,
                  units,
                  roles,
                  channels,
                  phase: 'dot-2',
                  ...(pledge && { pledge }),
                } satisfies Audience,
              })),
            ),
          ),
        ),
      ),
    ),
  )

  test(`is counted exactly as it is queued, in ${combinations.length} combinations`, async () => {
    const reach = await readReach(database.prisma, 'author', 'c', 'dot-2')
    expect(combinations.length).toBeGreaterThan(1_000)
    let reached = 0
    for (const { audience, file } of combinations) {
      const members = await database.prisma.$queryRaw<{ personId: string | null; channel: ChannelName }[]>(
        membersOf(audience, { author: 'author', campaignId: 'c', file }),
      )
      const count = countAudience(audience, reach, file)
      const queued = new Map<string, number>()
      for (const { personId, channel } of members) {
        const key = `${channel} ${personId === null ? 'groups' : 'people'}`
        queued.set(key, (queued.get(key) ?? 0) + 1)
      }
      const counted = count.channels.flatMap(({ channel, people, groups }) => [
        ...(people > 0 ? [[`${channel} people`, people] as const] : []),
        ...(groups > 0 ? [[`${channel} groups`, groups] as const] : []),
      ])
      expect([audience, file, [...queued].sort()]).toEqual([audience, file, [...counted].sort()])
      const persons = members.flatMap((one) => one.personId ?? [])
      expect(new Set(persons).size).toBe(persons.length)
      expect(persons).not.toContain('author')
      reached += members.length
    }
    expect(reached).toBeGreaterThan(1_000)
  })

  test('says of everyone who is left out why, and leaves nobody uncounted', async () => {
    const reach = await readReach(database.prisma, 'author', 'c', 'dot-2')
    const all = countAudience({ ...everyone, groups: true, phase: 'dot-2' }, reach, undefined)
    expect(new Map(all.excluded.map((one) => [one.why, one.count]))).toEqual(
      new Map([
        ['blocked', 8],
        ['no-chat', 16],
        ['group-not-enabled', 1],
        ['group-no-news', 1],
        ['group-silenced', 1],
      ]),
    )
    const left = all.excluded.reduce((sum, one) => sum + one.count, 0)
    // Forty people but the author, and seven groups of which one is gone.
    expect(all.total + left).toBe(40 + 6)
    const withFile = countAudience({ ...everyone, phase: 'dot-2' }, reach, 'telegram')
    expect(withFile.excluded.map((one) => one.why)).toContain('no-files')
  })
})

/** Forty people in every mixture of unit, role, pledge and seats, and a group in every state. */
async function fill({ prisma }: Database): Promise<void> {
  const ids = ['author', ...Array.from({ length: 40 }, (_, index) => `p${index}`)]
  const of = (id: string) => Number(id.slice(1))
  await prisma.person.createMany({
    data: ids.map((id) => ({
      id,
      unit: id === 'author' ? null : ([null, 'P1', 'P2'][of(id) % 3] ?? null),
      role: id === 'author' || of(id) % 4 === 0 ? 'office' : 'staff',
      locale: 'vi',
    })),
  })
  const seat = (
    id: string,
    channel: string,
    day: number,
    more: { chat?: string | null; unreachable?: string } = {},
  ) => ({
    channel,
    userId: id,
    personId: id,
    chat: id,
    createdAt: new Date(day * 86_400_000),
    ...more,
  })
  await prisma.account.createMany({
    data: ids.flatMap((id) => {
      switch (id === 'author' ? 0 : of(id) % 5) {
        case 0:
          return [seat(id, 'telegram', 1), seat(id, 'web', 2)]
        case 1:
          return [seat(id, 'telegram', 1, { unreachable: 'blocked' })]
        case 2:
          return [seat(id, 'telegram', 1, { unreachable: 'blocked' }), seat(id, 'web', 2)]
        case 3:
          return [seat(id, 'web', 1, { chat: null })]
        default:
          return []
      }
    }),
  })
  await prisma.pledge.createMany({
    data: ids
      .filter((id) => id !== 'author' && of(id) % 2 === 0)
      .map((id) => ({
        id,
        code: id,
        campaignId: 'c',
        phase: of(id) % 8 === 0 ? 'dot-1' : 'dot-2',
        personId: id,
        subject: 'individual',
        name: id,
        unit: 'P1',
        state: of(id) % 6 === 0 ? 'withdrawn' : 'submitted',
        createdAt: new Date(0),
        updatedAt: new Date(0),
      })),
  })
  const group = { channel: 'telegram', state: 'present', enabled: true, news: true }
  await prisma.group.createMany({
    data: [
      { ...group, chat: '-1' },
      { ...group, chat: '-2', thread: '7' },
      { ...group, chat: 'w', channel: 'web' },
      { ...group, chat: '-3', enabled: false },
      { ...group, chat: '-4', news: false },
      { ...group, chat: '-5', state: 'silenced' },
      { ...group, chat: '-6', state: 'gone' },
    ],
  })
}
