/** How fast people are served who fill in a form: ours beside grammY alone and grammY with its conversations. */
import { bareGrammy, conversations, ours, startBot } from './child.js'
import { createDatabase } from './database.js'
import { createPeople, percentile } from './people.js'
import { startTelegram } from './telegram.js'

/** What one person types from the first word to the receipt. */
const words = ['/dangky', 'cá nhân', 'Nguyễn Thị Lan', 'văn phòng', 'ldtt', 'xong', 'xong', 'gửi', '1', 'gửi']
const targets = { speed: 1, cpu: 1 }

/** @param {{ chats: number, together: number, only?: string, profile?: string }} options */
export async function benchInbound(options) {
  const runs = [
    { name: 'A  bare grammY', file: bareGrammy },
    { name: 'B  grammY + conversations + storage-psql', file: conversations },
    { name: 'C  ours', file: ours },
  ].filter(({ name }) => options.only === undefined || name.startsWith(options.only))
  const figures = []
  for (const run of runs) figures.push(await measure(run, options))
  console.table(figures.map(({ faults: _, ...shown }) => shown))
  return figures.length === 3 ? compare(figures[1], figures[2]) : { line: 'only a part was run', met: true }
}

function compare(peer, mine) {
  const speed = mine['updates/s'] / peer['updates/s']
  const cpu = mine['CPU ms/update'] / peer['CPU ms/update']
  const met = speed >= targets.speed && cpu <= targets.cpu && mine.faults.length === 0
  const line = `updates/s ${speed.toFixed(2)} x B (target >= ${targets.speed}), CPU per update ${cpu.toFixed(2)} x B (target <= ${targets.cpu}), lost or doubled: ${mine.faults.join('; ') || 'none'}`
  return { line, met }
}

async function measure({ name, file }, { chats, together, profile }) {
  const database = await createDatabase({ migrated: file === ours })
  const telegram = await startTelegram({ onMessage: (chat) => people.hear(chat) })
  const people = createPeople({ telegram })
  const bot = await startBot(file, {
    telegram: telegram.url,
    database: database.url,
    profile: file === ours && profile,
  })
  try {
    // So that what is measured is compiled and its connections stand.
    await walk({ people, bot, from: 9_000_000, chats: Math.ceil(chats / 10), together })
    const before = {
      cpu: await bot.cpuSeconds(),
      database: await database.cpuSeconds(),
      sent: telegram.counts.messages,
      unasked: people.counts.unasked,
    }
    const began = performance.now()
    const latencies = await walk({ people, bot, from: 1_000, chats, together })
    const seconds = (performance.now() - began) / 1000
    const cpu = (await bot.cpuSeconds()) - before.cpu
    const databaseCpu = (await database.cpuSeconds()) - before.database
    const updates = latencies.length
    const faults = file === ours ? await faultsOf(database, people, updates + words.length * Math.ceil(chats / 10)) : []
    return {
      name,
      'updates/s': Math.round(updates / seconds),
      'CPU ms/update': Number(((cpu / updates) * 1000).toFixed(3)),
      'database CPU ms': Number(((databaseCpu / updates) * 1000).toFixed(3)),
      'p50 ms': Math.round(percentile(latencies, 0.5)),
      'p99 ms': Math.round(percentile(latencies, 0.99)),
      faults,
    }
  } finally {
    await bot.stop()
    people.close()
    await telegram.close()
    await database.drop()
  }
}

/** Everyone types everything, `together` of them at any time. Gives how long each answer took. */
async function walk({ people, bot, from, chats, together }) {
  const latencies = []
  let next = 0
  // Round after round, so that all forms are open at once.
  const rounds = words.length * chats
  const inOrder = new Map()
  async function one() {
    while (next < rounds) {
      const place = next++
      const chat = from + (place % chats)
      const before = inOrder.get(chat) ?? Promise.resolve()
      const said = before.then(() => people.say(bot.webhook, chat, words[Math.floor(place / chats)]))
      inOrder.set(chat, said)
      latencies.push(await said)
    }
  }
  await Promise.all(Array.from({ length: together }, one))
  return latencies
}

/** What the ledger and Telegram do not agree on. */
async function faultsOf(database, people, updates) {
  const deadline = performance.now() + 10_000
  let faults = ['not asked']
  while (faults.length > 0 && performance.now() < deadline) {
    const [row] = await database.query(`SELECT
      (SELECT count(*)::int FROM inbox WHERE state = 'done') AS done,
      (SELECT count(*)::int FROM outbox WHERE state = 'sent') AS sent,
      (SELECT count(*)::int FROM outbox) AS queued,
      (SELECT count(*)::int FROM pledge) AS pledges`)
    faults = [
      ...(row.done === updates ? [] : [`${row.done} of ${updates} updates done`]),
      ...(row.sent === updates && row.queued === updates ? [] : [`${row.sent} of ${row.queued} answers sent`]),
      ...(row.pledges === updates / words.length ? [] : [`${row.pledges} pledges`]),
      ...(people.counts.unasked === 0 ? [] : [`${people.counts.unasked} answers too many`]),
    ]
  }
  return faults
}
