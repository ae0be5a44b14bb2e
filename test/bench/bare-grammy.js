/** A peer of the benchmark: the least that a bot on grammY can do, one answer to each update. */
import { createServer } from 'node:http'
import { Bot, webhookCallback } from 'grammy'

const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN, { client: { apiRoot: process.env.TELEGRAM_API_ROOT } })
bot.on('message:text', (ctx) => ctx.reply(`Đồng chí vừa viết: ${ctx.message.text}`))
await bot.init()
const take = webhookCallback(bot, 'http', { secretToken: process.env.TELEGRAM_WEBHOOK_SECRET })
createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok')
  return take(request, response)
}).listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
