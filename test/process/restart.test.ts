/** The real program, killed and started again. It is built by `npm test` before the tests run. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BotProcess, prefill, runToEnd, startBot, temporaryFolder } from '../support/bot-process.ts'
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts'
import { visitWeb } from '../support/web-visitor.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const running = new Set<BotProcess>()
let started = false

beforeEach(async () => {
  folder = await temporaryFolder()
  started = false
})
afterEach(async () => {
  for (const bot of running) await bot.end('SIGKILL')
  running.clear()
  await folder.remove()
})

async function start(env: Record<string, string> = {}): Promise<BotProcess> {
  if (!started) await prefill(folder.path, env.TELEGRAM_BOT_TOKEN ? 'db' : 'demo')
  started = true
  const bot = await startBot(folder.path, env)
  running.add(bot)
  return bot
}

async function kill(bot: BotProcess): Promise<void> {
  running.delete(bot)
  await bot.end('SIGKILL')
}

describe('killed and started again, on Telegram', () => {
  let telegram: FakeTelegram
  let env: Record<string, string>
  beforeEach(async () => {
    telegram = await startFakeTelegram()
    env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url }
  })
  afterEach(() => telegram.close())

  const lastText = () => telegram.sent.at(-1)?.text ?? ''

  test('a form goes on where it was', async () => {
    const first = await start(env)
    await telegram.say('/dangky')
    await telegram.until(() => lastText().includes('đăng ký cho ai'))
    await telegram.press('Cá nhân')
    await telegram.until(() => lastText().includes('Họ và tên'))
    await kill(first)

    await start(env)
    await telegram.say('Nguyễn Thị Lan')
    await telegram.until(() => lastText().includes('Đơn vị nào'))
    expect(lastText()).toContain('Bước 3/7')
  })

  test('an answer that was on its way arrives', async () => {
    const first = await start(env)
    telegram.fail('hang')
    await telegram.say('chủ đề phong trào là gì')
    await telegram.until(() => telegram.calls.some((call) => call.method === 'sendMessage'))
    await kill(first)
    expect(telegram.sent).toEqual([])

    await start(env)
    await telegram.until(() => telegram.sent.length > 0)
    expect(telegram.sent.map((one) => one.text)).toEqual([expect.stringContaining('Phát huy truyền thống vẻ vang')])
  })

  test('an update that Telegram repeats is answered once', async () => {
    await start(env)
    await telegram.say('chủ đề phong trào là gì')
    await telegram.repeat()
    await telegram.say('cảm ơn')
    await telegram.until(() => telegram.sent.length >= 2)
    expect(telegram.sent.map((one) => one.text.includes('Phát huy truyền thống vẻ vang'))).toEqual([true, false])
  })
})

describe('killed and started again, on the page', () => {
  test('a message that was accepted is answered, once', async () => {
    const questions = ['chủ đề phong trào là gì', 'dot 2 ket thuc ngay nao', 'mục đích phong trào là gì']
    let cookie: string | undefined
    for (const question of questions) {
      const bot = await start()
      const visitor = await visitWeb(bot.url, cookie)
      cookie = visitor.cookie
      expect(await visitor.say(question)).toBe(202)
      await kill(bot)
    }

    const last = await start()
    const visitor = await visitWeb(last.url, cookie)
    const answers = (entries: readonly { author: string }[]) => entries.filter((one) => one.author === 'bot').length
    const entries = await visitor.read((all) => answers(all) === questions.length)
    expect(entries.filter((one) => one.author === 'person').map((one) => one.text)).toEqual(questions)
    expect(answers(entries)).toBe(questions.length)
  })

  test('two processes never share one data folder', async () => {
    await start()
    const second = await runToEnd(folder.path)
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/Nothing was started\.\n.*data.*demo/)
  })

  test('it ends cleanly when told to, and dates are those of Vietnam in any zone', async () => {
    const bot = await start({ TZ: 'America/New_York' })
    const visitor = await visitWeb(bot.url)
    await visitor.say('hôm nay ngày mấy, còn bao nhiêu ngày nữa hết đợt 2?')
    const entries = await visitor.read((all) => all.some((one) => one.author === 'bot'))
    expect(entries.at(-1)?.text).toContain('13 ngày')
    running.delete(bot)
    expect(await bot.end('SIGTERM')).toBe(0)
  })
})

describe('refusing to start', () => {
  test('says what is wrong with the configuration, a line each, and never a secret', async () => {
    const { code, output } = await runToEnd(folder.path, {
      TELEGRAM_BOT_TOKEN: 'not-a-token-hush',
      PORT: 'eighty',
      TIMEZONE: 'Cà Mau',
    })
    expect(code).toBe(1)
    for (const name of ['TELEGRAM_BOT_TOKEN', 'PORT', 'TIMEZONE'])
      expect(output).toMatch(new RegExp(`^  ${name}: `, 'm'))
    expect(output).not.toContain('hush')
  })

  test('says in which line of the campaign file the mistake is', async () => {
    const { code, output } = await runToEnd(folder.path, { CAMPAIGN_FILE: 'missing.yaml' })
    expect(code).toBe(1)
    expect(output).toContain('CAMPAIGN_FILE: cannot read')
  })
})
