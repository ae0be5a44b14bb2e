import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Saying } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { readWho } from '../../src/db/office-store.ts'
import { createAlarm } from '../../src/jobs/alarm-office.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { translator } from '../support/test-app.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => emptyTables(database))
afterAll(() => database.close())

function setUp(more: { tell?: () => Promise<void>; whoOf?: () => Promise<never> } = {}) {
  const told: string[] = []
  const logged: string[] = []
  const alarm = createAlarm({
    tell: async (_about, message) => void message('vi', 'telegram'),
    put: (saying: Saying) => {
      told.push(translator.render(saying.text, 'vi').text)
      return []
    },
    whoOf: (delivery) => readWho(database.prisma, delivery),
    groupAt: async () => undefined,
    log: { error: (fields, message) => void logged.push(JSON.stringify([fields, message])) },
    ...more,
  })
  return { alarm, told, logged }
}

const delivery = { id: 7n, channel: 'telegram', address: 'telegram:70012345', personId: 'p1' } as const

describe('trouble', () => {
  test('is told in plain words and by name where one is known, and logged without any address', async () => {
    const { alarm, told, logged } = setUp()
    await alarm.trouble('repeated:telegram:70012345', delivery)
    await database.prisma.person.create({ data: { id: 'p1', name: 'Lê Văn Khai' } })
    await alarm.trouble('repeated:telegram:70012345', delivery)
    await database.prisma.group.create({
      data: { channel: 'telegram', chat: '-1', title: 'Phòng 1', state: 'present' },
    })
    await alarm.trouble('repeated:telegram:-1:5', { ...delivery, address: 'telegram:-1:5' })
    await alarm.trouble('misconfigured:telegram', delivery)
    expect(told.map((one) => one.replace(/^⚠️ Cần cán bộ quản trị xem: /, ''))).toEqual([
      expect.stringContaining('tới một người trên Telegram chưa khai tên'),
      expect.stringContaining('tới Lê Văn Khai (Telegram)'),
      expect.stringContaining('tới nhóm Phòng 1'),
      expect.stringMatching(/^Telegram đang từ chối mọi tin của tôi/),
    ])
    expect([...told, ...logged].join('\n')).not.toMatch(/70012345|telegram:-?\d|Telegram answered|too often within/)
    expect(logged[0]).toContain('"delivery":"7"')
    expect(logged.join('\n')).not.toContain('Khai')
  })

  test('that cannot be told, or of whom nobody knows, stops nothing and names nobody in the log', async () => {
    const tell = () => Promise.reject(new Error('no answer about telegram:70012345'))
    const { alarm, logged } = setUp({ tell, whoOf: () => Promise.reject(new Error('away')) })
    await alarm.trouble('repeated:telegram:70012345', delivery)
    expect(logged).toHaveLength(2)
    expect(logged.join('\n')).not.toContain('70012345')
  })
})
