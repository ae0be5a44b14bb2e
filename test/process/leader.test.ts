/** Two of the real program behind one Telegram token and one PostgreSQL: one polls, and the other takes over. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BotProcess, startBot, temporaryFolder } from '../support/bot-process.ts'
import { createServerDatabase, describeOnServer } from '../support/database.ts'
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts'

describeOnServer('one of two processes polls', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let telegram: FakeTelegram
  let bots: BotProcess[]

  beforeAll(async () => {
    folder = await temporaryFolder()
    database = await createServerDatabase()
    telegram = await startFakeTelegram()
    bots = [await start(), await start()]
  })
  afterAll(async () => {
    for (const bot of bots) await bot.end('SIGKILL')
    await telegram.close()
    await database.drop()
    await folder.remove()
  })

  function start(): Promise<BotProcess> {
    const own = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, DATABASE_URL: database.url }
    return startBot(folder.path, own)
  }

  const polls = (bot: BotProcess | undefined) => bot?.output().includes('Telegram is connected') ?? false
  const answered = (count: number) => telegram.until(() => telegram.sent.length === count)

  /** How long it takes until the other one polls, once the one that does is told to end. */
  async function takeover(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const [first, second] = bots
    const begun = Date.now()
    void first?.end(signal)
    await expect.poll(() => polls(second), { timeout: 20_000, interval: 50 }).toBe(true)
    return Date.now() - begun
  }

  // One after another, on the same processes: each takes time to start.
  test('the second waits while the first lives, and both answer', async () => {
    await telegram.say('chủ đề phong trào là gì')
    await answered(1)
    // Longer than a silent process counts as alive.
    await new Promise((resolve) => setTimeout(resolve, 12_000))
    expect(bots.map(polls)).toEqual([true, false])
    await telegram.say('có mấy đợt')
    await answered(2)
    expect(bots.map((bot) => bot.output()).join('')).not.toContain('(409)')
    await telegram.until(() => telegram.waiting() === 1)
  })

  test('the second takes over within twelve seconds after a SIGKILL, and loses nothing', async () => {
    const taken = takeover('SIGKILL')
    await telegram.say('có mấy đợt')
    expect(await taken).toBeLessThan(12_000)
    await answered(3)
    expect(bots[1]?.output()).not.toContain('(409)')
  })

  test('a third takes over at once after a SIGTERM', async () => {
    bots = [...bots.slice(1), await start()]
    expect(await takeover('SIGTERM')).toBeLessThan(8_000)
    await telegram.say('có mấy đợt')
    await answered(4)
    expect(bots[1]?.output()).not.toContain('(409)')
  })
})
