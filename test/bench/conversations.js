/** A peer of the benchmark: the same form with grammY's own conversations, their state in PostgreSQL. */
import { createServer } from 'node:http'
import { conversations, createConversation } from '@grammyjs/conversations'
import { PsqlAdapter } from '@grammyjs/storage-psql'
import { Bot, InlineKeyboard, webhookCallback } from 'grammy'
import pg from 'pg'

const client = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const adapter = await PsqlAdapter.create({ tableName: 'conversations', client })
await client.query(
  'CREATE TABLE pledge (id bigserial PRIMARY KEY, chat bigint NOT NULL, content jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now())',
)

const units = ['Văn phòng', 'Phòng Nghiệp vụ 1', 'Phòng Nghiệp vụ 2', 'Phòng Nghiệp vụ 3', 'Phòng Nghiệp vụ 4']
const titles = ['Lao động tiên tiến', 'Chiến sĩ thi đua cơ sở', 'Chiến sĩ thi đua toàn quốc']
const rowsOf = (labels) => InlineKeyboard.from(labels.map((label) => [InlineKeyboard.text(label, label)]))

async function pledge(conversation, ctx) {
  const ask = async (words, labels) => {
    await ctx.reply(words, { reply_markup: rowsOf([...labels, 'Dừng']) })
    return (await conversation.waitFor('message:text')).message.text
  }
  const content = {
    subject: await ask('Bước 1/7. Đồng chí đăng ký cho ai?', ['Cá nhân', 'Tập thể']),
    name: await ask('Bước 2/7. Họ và tên đầy đủ của người đăng ký?', ['Quay lại']),
    unit: await ask('Bước 3/7. Đơn vị nào? Đồng chí chọn hoặc gõ một phần tên.', units),
    titles: await ask('Bước 4/7. Danh hiệu thi đua đăng ký phấn đấu? Có thể đánh dấu nhiều mục.', titles),
    more: await ask('Bước 4/7. Danh hiệu thi đua đăng ký phấn đấu? Chọn “Xong” khi đủ.', titles),
    commendations: await ask('Bước 5/7. Hình thức khen thưởng đăng ký?', ['Giấy khen', 'Bằng khen']),
    review: await ask('Bước 6/7. Đồng chí xem lại bản đăng ký.', ['Gửi', 'Sửa']),
    consent: await ask('Bước 7/7. Đồng chí đồng ý những điều nào?', ['Đăng ký', 'Nhắc hạn', 'Thống kê']),
    sent: await ask('Bước 7/7. Gửi bản đăng ký?', ['Gửi']),
  }
  const { id } = ctx.chat
  await conversation.external(async () => {
    await client.query('INSERT INTO pledge (chat, content) VALUES ($1, $2)', [id, content])
  })
  await ctx.reply('Đã ghi nhận bản đăng ký.', { reply_markup: rowsOf(['Bản đăng ký của tôi', 'Sửa', 'Rút']) })
}

const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN, { client: { apiRoot: process.env.TELEGRAM_API_ROOT } })
bot.use(conversations({ storage: adapter }))
bot.use(createConversation(pledge))
bot.command('dangky', (ctx) => ctx.conversation.enter('pledge'))
await bot.init()
const take = webhookCallback(bot, 'http', { secretToken: process.env.TELEGRAM_WEBHOOK_SECRET })
createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok')
  return take(request, response)
}).listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
