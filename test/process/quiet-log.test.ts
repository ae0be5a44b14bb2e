/** What the real program writes down while people live with it: nothing that is theirs. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BotProcess, prefill, startBot, temporaryFolder } from '../support/bot-process.ts'
import { type FakeTelegram, Refusal, type SentMessage, someone, startFakeTelegram } from '../support/fake-telegram.ts'

const owner = 700_000_777
const name = 'Đặng Thị Mốc Xanh'
const words = 'lời riêng đánh dấu'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let telegram: FakeTelegram
let bot: BotProcess

beforeEach(async () => {
  folder = await temporaryFolder()
  await prefill(folder.path, 'db')
  telegram = await startFakeTelegram()
  bot = await startBot(folder.path, {
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, OWNERS: `telegram:${owner}` },
    LOG_LEVEL: 'trace',
  })
})
afterEach(async () => {
  await bot.end('SIGKILL')
  await telegram.close()
  await folder.remove()
})

/** The newest message in that chat, once there is one that contains the words. */
async function shown(part: string, chat = someone): Promise<SentMessage> {
  const find = () => telegram.sent.findLast((one) => one.chat === chat)
  await telegram.until(() => find()?.text.includes(part) ?? false)
  const message = find()
  if (!message) throw new Error('nothing was sent')
  return message
}

test('a list, a pairing, a registration, trouble and an erasure leave no name, number, chat, token or word in the log', async () => {
  telegram.hold('f1', Buffer.from(`Họ và tên,Đơn vị,Điện thoại\n${name},VP,0987612345`))
  await telegram.show({ id: 'f1', name: 'ds.csv' }, '', { id: owner })
  const preview = await shown('thêm mới: 1', owner)
  await telegram.press('✅ Ghi nhận 1 dòng', preview, { id: owner })
  await shown('1 người', owner)
  await telegram.say(`mã cho ${name}`, { id: owner })
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await shown('Mã ghép', owner)).text)?.[0] ?? ''
  await telegram.say('7346-7346', { name })
  await shown('không dùng được')
  await telegram.say(code, { name })
  await shown('Đã ghép')
  telegram.breakDown(2)
  telegram.fail(new Refusal(400, `Bad Request: chat ${someone} not found`))
  await telegram.say(`${words} gặp sự cố`, { name })
  await telegram.say(`em là ${name}, văn phòng, đăng ký LĐTT`, { name })
  const card = await shown('Tôi hiểu bản đăng ký')
  await telegram.press('Đúng rồi, tiếp tục', card)
  const consent = await shown('đánh dấu từng việc')
  await telegram.press('☐ Tổng hợp đăng ký thi đua (cần có)', consent)
  await telegram.until(() => consent.rows.flat().some((one) => one.text.startsWith('☑ Tổng hợp')))
  await telegram.press('✔ Gửi đăng ký', consent)
  await shown('Đã ghi nhận bản đăng ký')
  await telegram.say('xoá dữ liệu của tôi', { name })
  await telegram.press('Xoá tất cả, không lấy lại được', await shown('Đồng chí có chắc không'))
  await shown('Đã xoá dữ liệu')
  expect(await bot.end('SIGTERM')).toBe(0)

  const log = bot.output().toLowerCase()
  expect(log).toContain('chat … not found')
  const secrets = [name, 'dang thi moc xanh', '987612345', String(someone), String(owner), telegram.token, code, words]
  expect(secrets.filter((one) => one === '' || log.includes(one.toLowerCase()))).toEqual([])
})
