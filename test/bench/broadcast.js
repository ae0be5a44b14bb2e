/** How fast and how steadily many are told, and what those who write meanwhile notice of it. */
import { setTimeout as pass } from 'node:timers/promises'
import { openDatabase } from '../../dist/db/client.js'
import { enqueueBroadcast } from '../../dist/db/enqueue-broadcast.js'
import { Prisma } from '../../dist/db/generated/client.js'
import { everyoneBut } from '../../dist/db/recipients.js'
import { ours, oursUnpaced, startBot } from './child.js'
import { createDatabase } from './database.js'
import { createPeople, percentile } from './people.js'
import { startTelegram } from './telegram.js'

const targets = { paced: 29, reply: 500, growth: 30, unpaced: 1_000, enqueue: 15 }
/** Chats from here on are recipients, below it are those who write. */
const firstRecipient = 1_000_000
const questions = [
  'khi nào hết hạn Đợt 2',
  'chủ đề phong trào là gì',
  'ai tổ chức phong trào',
  'có những danh hiệu nào',
]
const enqueued = 100_000

/** @param {{ recipients: number, only?: string, profile?: string }} options */
export async function benchBroadcast({ recipients, only, profile }) {
  const parts = { a: () => paced(recipients), b: () => unpaced(recipients, profile), c: () => enqueueing() }
  const checks = []
  for (const [name, run] of Object.entries(parts))
    if (only === undefined || only === name) checks.push(...(await run()).map((check) => ({ part: name, ...check })))
  const asked = checks.map((one) => ({ ...one, met: one.most ? one.value <= one.target : one.value >= one.target }))
  console.table(asked.map(({ part, what, value, target, met }) => ({ part, what, value, target, met })))
  const line = asked
    .map((one) => `${one.what} ${one.value} (target ${one.most ? '<=' : '>='} ${one.target})`)
    .join(', ')
  return { line, met: asked.every((one) => one.met) }
}

/** At Telegram's pace, with people who write at the same time. */
async function paced(recipients) {
  return withBot(ours, { perSecond: 30, recipients }, async ({ bot, database, people, telegram, told }) => {
    const chatting = startChatting(people, bot)
    // Until what people ask about is loaded and compiled, so that only the broadcast can grow the memory from here on.
    await pass(15_000)
    const memory = []
    const watch = setInterval(async () => memory.push(await bot.memoryMb()), 1_000)
    telegram.forgetPace()
    await enqueue(database.url)
    await untilSettled(database, recipients)
    clearInterval(watch)
    const latencies = await chatting.stop()
    const seconds = (told.at(-1) - told[0]) / 1000
    const growth = median(memory.slice(-30)) - median(memory.slice(0, 10))
    console.log(
      `${recipients} told in ${seconds.toFixed(1)} s; memory ${median(memory.slice(0, 10)).toFixed(0)} MB at first, ${Math.max(...memory).toFixed(0)} MB at most; ${latencies.length} answers, p50 ${percentile(latencies, 0.5).toFixed(0)} ms`,
    )
    return [
      { what: 'messages/s at 30/s', value: round((told.length - 1) / seconds), target: targets.paced },
      { what: 'refused with 429', value: telegram.counts.throttled, target: 0, most: true },
      { what: 'answers p99 ms', value: Math.round(percentile(latencies, 0.99)), target: targets.reply, most: true },
      { what: 'memory growth MB', value: round(growth), target: targets.growth, most: true },
      ...(await ledger(database, recipients, telegram)),
    ]
  })
}

/** As fast as the engine goes. */
async function unpaced(recipients, profile) {
  return withBot(oursUnpaced, { recipients, profile }, async ({ bot, database, telegram, told }) => {
    const cpu = await bot.cpuSeconds()
    await enqueue(database.url)
    await untilSettled(database, recipients)
    const seconds = (told.at(-1) - told[0]) / 1000
    const perMessage = ((await bot.cpuSeconds()) - cpu) / recipients
    console.log(`${recipients} told in ${seconds.toFixed(1)} s; CPU ${(perMessage * 1000).toFixed(3)} ms/message`)
    return [
      { what: 'messages/s without limits', value: Math.round((told.length - 1) / seconds), target: targets.unpaced },
      ...(await ledger(database, recipients, telegram)),
    ]
  })
}

/** Queueing alone; the recipients must not come into this process. */
async function enqueueing() {
  const database = await createDatabase({ migrated: true })
  try {
    await seed(database, enqueued)
    const before = process.memoryUsage.rss()
    const began = performance.now()
    await enqueue(database.url)
    const seconds = (performance.now() - began) / 1000
    const [row] = await database.query("SELECT count(*)::int AS queued FROM outbox WHERE state = 'queued'")
    return [
      { what: `s to queue ${row.queued}`, value: round(seconds), target: targets.enqueue, most: true },
      {
        what: 'memory for queueing MB',
        value: round((process.memoryUsage.rss() - before) / 2 ** 20),
        target: targets.growth,
        most: true,
      },
      { what: 'queued rows missing', value: enqueued - row.queued, target: 0, most: true },
    ]
  } finally {
    await database.drop()
  }
}

async function withBot(file, { perSecond, recipients, profile }, work) {
  const database = await createDatabase({ migrated: true })
  await seed(database, recipients)
  /** When each recipient was told. */
  const told = []
  const onMessage = (chat) => (chat >= firstRecipient ? told.push(performance.now()) : people.hear(chat))
  const telegram = await startTelegram({ perSecond, onMessage })
  const people = createPeople({ telegram })
  const bot = await startBot(file, { telegram: telegram.url, database: database.url, profile })
  try {
    return await work({ bot, database, people, telegram, told })
  } finally {
    await bot.stop()
    people.close()
    await telegram.close()
    await database.drop()
  }
}

async function seed(database, recipients) {
  await database.query(`
    INSERT INTO person (id, locale)
    SELECT 'seeded' || n, CASE WHEN n % 10 = 0 THEN 'en' ELSE 'vi' END FROM generate_series(1, ${recipients}) n;
    INSERT INTO account (channel, user_id, person_id, chat)
    SELECT 'telegram', ${firstRecipient} + n, 'seeded' || n, ${firstRecipient} + n FROM generate_series(1, ${recipients}) n;
    INSERT INTO broadcast (id, campaign_id, by_person, content, audience, state, created_at)
    VALUES ('b', 'c', 'nobody', '{}', '{}', 'sending', now());
    ANALYZE`)
}

/** As the dialogue does it when the office presses "send", but for the people who write meanwhile. */
async function enqueue(url) {
  const database = await openDatabase({ kind: 'postgres', url })
  const news = (locale) => [{ id: 'news', text: locale === 'vi' ? 'Tin từ thường trực: họp lúc 8 giờ.' : 'News.' }]
  const audience = { broadcastId: 'b', kind: 'news', audience: everyoneSeeded }
  await database.prisma.$transaction((transaction) => enqueueBroadcast(transaction, audience, news))
  await database.close()
}

const everyoneSeeded = Prisma.sql`SELECT * FROM (${everyoneBut('nobody')}) one WHERE "personId" LIKE 'seeded%'`

/** Five messages a second by a hundred people in turn. */
function startChatting(people, bot) {
  const latencies = []
  const underWay = new Set()
  let number = 0
  const timer = setInterval(() => {
    number += 1
    const chat = 1_000 + (number % 100)
    const work = people.say(bot.webhook, chat, questions[Math.floor(number / 100) % questions.length])
    const noted = work.then((ms) => void latencies.push(ms)).finally(() => underWay.delete(noted))
    underWay.add(noted)
  }, 200)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(underWay)
      return latencies
    },
  }
}

async function untilSettled(database, recipients) {
  for (;;) {
    const [row] = await database.query(
      "SELECT count(*)::int AS ended FROM outbox WHERE lane = 'bulk' AND ended_at IS NOT NULL",
    )
    if (row.ended >= recipients) return
    await pass(200)
  }
}

/** Every recipient has a row that says sent, and Telegram has as many. */
async function ledger(database, recipients, telegram) {
  const [row] = await database.query("SELECT count(*)::int AS sent FROM outbox WHERE lane = 'bulk' AND state = 'sent'")
  return [
    { what: 'rows not sent', value: recipients - row.sent, target: 0, most: true },
    { what: 'told twice', value: Math.max(0, telegram.counts.bulk - recipients), target: 0, most: true },
  ]
}

const round = (value) => Number(value.toFixed(1))
const median = (numbers) => percentile(numbers, 0.5)
