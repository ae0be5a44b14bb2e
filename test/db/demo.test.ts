import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { createDemo } from '../../src/demo.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { makeKnown, makePledge } from '../support/pledges.ts'
import { createTestApp, readCampaign } from '../support/test-app.ts'

const campaign = await readCampaign()
let database: Database

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => emptyTables(database))
afterAll(() => database.close())

test('who moves the clock on sees what falls due on the way arrive at its time', async () => {
  const bot = await createTestApp(database, { campaign })
  const { clock, controls } = await createDemo(bot.clock, {
    ...{ campaign, timezone: 'Asia/Ho_Chi_Minh', database },
    app: bot.app,
  })
  Object.defineProperty(bot, 'clock', { get: () => clock.now() })
  const lan = await makeKnown(database, bot, 'lan', { name: 'Phạm Văn Chín', unit: 'VP', standing: 'verified' })
  await makePledge(database, lan, { createdAt: bot.clock })
  await bot.says('an-coordinator-VP', 'xin chào')
  await bot.says('thu-office', 'soạn tin mới')
  for (const words of ['Họp lúc 8h sáng mai', 'xong', 'mọi người', 'hẹn giờ', '16h30', 'gửi'])
    await bot.says('thu-office', words)
  const arrived: string[] = []
  const { push } = bot.sent
  bot.sent.push = (...all) => {
    for (const { to, message } of all)
      arrived.push(`${clock.now().toISOString().slice(0, 16)} ${to.chat} ${message.text.split('\n')[0]}`)
    return push.apply(bot.sent, all)
  }
  await controls.advance('day')
  expect(arrived.filter((one) => !one.includes('thu-office'))).toEqual([
    '2025-11-10T07:00 an-coordinator-VP 🗂 Việc và tin mới của đồng chí',
    '2025-11-10T09:30 an-coordinator-VP 📣 Tin từ thường trực thi đua',
    '2025-11-10T09:30 lan 📣 Tin từ thường trực thi đua',
  ])
  expect(clock.now().toISOString().slice(0, 13)).toBe('2025-11-11T01')
})
