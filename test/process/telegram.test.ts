/** The real program against a stand-in for Telegram, as a person and as an office would use it there. */
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BotProcess, prefill, startBot, temporaryFolder } from '../support/bot-process.ts'
import { type FakeTelegram, type SentMessage, someone, startFakeTelegram } from '../support/fake-telegram.ts'

const owner = 700_000_777
const group = -1_001_234_567_890

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let telegram: FakeTelegram
let bot: BotProcess

async function open(): Promise<void> {
  folder = await temporaryFolder()
  await prefill(folder.path, 'db')
  telegram = await startFakeTelegram()
}
async function close(): Promise<void> {
  await bot.end('SIGKILL')
  await telegram.close()
  await folder.remove()
}

async function start(env: Record<string, string> = {}): Promise<void> {
  const own = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, OWNERS: `telegram:${owner}` }
  bot = await startBot(folder.path, { ...own, ...env })
}

/** The newest message in that chat, once there is one that contains the words. */
async function shown(words: string, chat = someone): Promise<SentMessage> {
  const find = () => telegram.sent.findLast((one) => one.chat === chat)
  await telegram.until(() => find()?.text.includes(words) ?? false)
  const message = find()
  if (!message) throw new Error('nothing was sent')
  return message
}

const inChat = (chat: number) => telegram.sent.filter((one) => one.chat === chat)
const labels = (message: SentMessage) => message.rows.flat().map((button) => button.text)

// One process for all of these, since each takes seconds to start: everybody in them is somebody else.
describe('by polling', () => {
  beforeAll(async () => {
    await open()
    await start()
  })
  afterAll(close)

  test('a deep link opens the registration, and the form moves on in one message', async () => {
    await telegram.say('/start dangky')
    const first = await shown('Bước 1/7')
    await telegram.press('Tập thể', first)
    await shown('Đơn vị nào')
    await telegram.press('Văn phòng', first)
    await shown('Danh hiệu thi đua đăng ký')
    await telegram.press('☐ Tập thể lao động xuất sắc', first)
    const ticked = await shown('Bước 3/8')
    await telegram.until(() => labels(ticked).includes('☑ Tập thể lao động xuất sắc'))
    expect(telegram.sent).toHaveLength(1)
    expect(telegram.sent[0]?.edits).toBe(3)
    expect(telegram.calls.filter((call) => call.method === 'answerCallbackQuery')).toHaveLength(3)
  })

  test('commands stand in the menu by scope and language, and the token in no line of the log', async () => {
    await telegram.until(() => telegram.calls.filter((call) => call.method === 'setMyCommands').length >= 4)
    const scopes = telegram.calls.flatMap(({ method, payload }) =>
      method === 'setMyCommands' ? [`${(payload.scope as { type: string }).type} ${payload.language_code ?? ''}`] : [],
    )
    expect(scopes).toEqual(expect.arrayContaining(['all_private_chats ', 'all_private_chats en', 'all_group_chats ']))
    telegram.breakDown(2)
    await telegram.say('xin chào', { id: 700_000_011 })
    await shown('đồng chí', 700_000_011)
    expect(bot.output()).not.toContain(telegram.token)
  })

  test('who uses Telegram in English is answered in English', async () => {
    const english = { id: 700_000_012, language: 'en' }
    await telegram.say('/start', english)
    await shown('Welcome!', english.id)
    await telegram.say('when does phase 2 end', english)
    expect((await shown('23/11/2025', english.id)).text).toMatch(/Phase 2/i)
  })

  test('in a group it answers when addressed, and takes what is personal elsewhere', async () => {
    await telegram.say('chuyện của chúng ta', { group })
    await telegram.say(`@${telegram.bot.username} chủ đề phong trào là gì`, { group })
    await shown('Phát huy truyền thống', group)
    await telegram.say(`/dangky@${telegram.bot.username}`, { group })
    const away = await shown('nhắn riêng', group)
    expect(away.rows.flat().map((button) => button.url)).toContain(`https://t.me/${telegram.bot.username}?start=dangky`)
    expect(inChat(group)).toHaveLength(2)
  })

  test('a group’s whole life: added, let in, silenced, upgraded, left', async () => {
    const [group, upgraded] = [-1_001_234_567_000, -1_009_876_543_210]
    const alarms = () => inChat(owner)
    await telegram.say('/start', { id: owner })
    await shown('đồng chí', owner)
    await telegram.place('member', { group })
    await shown('trợ lý tự động', group)
    const asked = await shown('đồng chí có cho phép không', owner)
    await telegram.press('Cho phép gửi tin', asked, { id: owner })
    await telegram.until(() => alarms().at(-1)?.text.includes('Đã cho phép gửi') ?? false)
    await telegram.say('/tin tắt', { group })
    await shown('Chỉ quản trị viên', group)
    telegram.administrators.add(someone)
    await telegram.say('/tin tắt', { group })
    await shown('Nhóm: không nhận tin', group)
    telegram.fail('cut-before', { method: 'getChatMember' })
    await telegram.say('/tin bật', { group })
    await shown('chưa xác minh được', group)
    await telegram.place('silenced', { group })
    await shown('không viết được vào nhóm', owner)
    await telegram.place('member', { group })
    await shown('lại viết được', owner)
    await telegram.upgrade(group, upgraded)
    await shown('có mã mới', owner)
    await telegram.say('/moc', { group: upgraded })
    await shown('Đợt 2', upgraded)
    await telegram.place('kicked', { group: upgraded })
    await shown('không còn trong nhóm', owner)
    await telegram.say('/nhom', { id: owner })
    await shown('đã rời nhóm; đã cho phép gửi; nhóm chọn không nhận tin', owner)
    expect(inChat(group).filter((one) => one.text.includes('Kính chào các đồng chí'))).toHaveLength(1)
  })

  test('a photo, a group that silences the bot and one that moves are taken without trouble', async () => {
    await telegram.show({ id: 'p1' }, 'Giấy khen', { id: 700_000_014 })
    await shown('Đồng chí', 700_000_014)
    await telegram.place('silenced', { group: -43 })
    await telegram.upgrade(-42, -43)
    await telegram.say(`/moc@${telegram.bot.username}`, { id: 700_000_014 })
    await shown('Đợt', 700_000_014)
    expect(bot.output()).not.toContain('"level":50')
  })

  test('a storm of 429 delays an answer and loses none', async () => {
    telegram.throttle(1, 2)
    await telegram.say('chủ đề phong trào là gì', { id: 700_000_013 })
    await shown('Phát huy truyền thống', 700_000_013)
    expect(inChat(700_000_013)).toHaveLength(1)
  })
})

describe('by itself', () => {
  beforeEach(open)
  afterEach(close)

  test('who is no owner any more after a restart is told nothing of the office’s, and asked nothing', async () => {
    await start()
    await telegram.say('/start', { id: owner })
    await shown('đồng chí', owner)
    expect(await bot.end('SIGTERM')).toBe(0)
    await start({ OWNERS: '' })
    await telegram.place('member', { group })
    await shown('trợ lý tự động', group)
    await telegram.say('/viec', { id: owner })
    await shown('Mục này dành cho thường trực', owner)
    expect(telegram.sent.filter((one) => one.chat === owner)).toHaveLength(2)
  })

  test('the owner’s news reaches everyone but those who blocked the bot; nobody else may send it', async () => {
    await start()
    const nam = 700_000_002
    await telegram.say('xin chào')
    await telegram.say('xin chào', { id: nam })
    await shown('đồng chí', nam)
    await telegram.block(nam)
    await telegram.say('/tin')
    await shown('Chỉ thường trực')
    await telegram.say('/tin', { id: owner })
    await shown('nội dung tin', owner)
    await telegram.say('Họp lúc **8 giờ** <b>tại trụ sở</b> & hội trường', { id: owner })
    await shown('có nút nào không', owner)
    await telegram.say('xong', { id: owner })
    await shown('gửi cho ai', owner)
    await telegram.say('mọi người', { id: owner })
    await shown('Gửi khi nào', owner)
    await telegram.say('gửi ngay', { id: owner })
    const card = await shown('Sẽ đến 1 người', owner)
    expect(card.text).toContain('1 (đã chặn trợ lý)')
    await telegram.press('📣 Gửi', card, { id: owner })
    expect((await shown('Tin từ thường trực')).text).toContain('Họp lúc **8 giờ** <b>tại trụ sở</b> & hội trường')
    expect(telegram.sent.filter((one) => one.chat === nam)).toHaveLength(1)
  })

  test('a call that hangs holds up a SIGTERM for a few seconds only, and the answer is not lost', async () => {
    await start()
    telegram.fail('hang')
    await telegram.say('chủ đề phong trào là gì')
    await telegram.until(() => telegram.calls.some((call) => call.method === 'sendMessage'))
    const begun = Date.now()
    expect(await bot.end('SIGTERM')).toBe(0)
    expect(Date.now() - begun).toBeLessThan(7_000)
    await start()
    await shown('Phát huy truyền thống')
    expect(telegram.sent).toHaveLength(1)
  })

  test('by webhook it takes what carries the secret, and nothing else', async () => {
    const port = await freePort()
    const secret = 'a-long-enough-secret'
    const address = `http://127.0.0.1:${port}`
    await start({ TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: address, PORT: String(port) })
    await telegram.until(() => telegram.calls.some((call) => call.method === 'setWebhook'))
    const forged = await fetch(`${address}/channels/telegram`, { method: 'POST', body: '{"update_id":1}' })
    expect(forged.status).toBe(401)
    await telegram.say('chủ đề phong trào là gì')
    await shown('Phát huy truyền thống')
    // Beside a real channel there is neither page nor demonstration.
    expect((await fetch(`${address}/`)).status).toBe(404)
    expect((await fetch(`${address}/demo/state`)).status).toBe(404)
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ok: true })
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('thidua_outbox{state="sent"} 1')
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const place = server.address()
      server.close(() => resolve(typeof place === 'object' && place ? place.port : 0))
    })
  })
}
