/** How long a list of staff takes from the dropped file to the people it names, on both engines. */
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createApp } from '../../dist/app.js'
import { createAnswerer } from '../../dist/core/answers/answer.js'
import { parseCampaign } from '../../dist/core/campaign/parse-campaign.js'
import { createQuickReader } from '../../dist/core/quick/read-quick.js'
import { openDatabase } from '../../dist/db/client.js'
import { migrate } from '../../dist/db/migrate.js'
import { writeXlsx } from '../../dist/documents/xlsx.js'
import { createTranslator } from '../../dist/i18n/fluent.js'
import { createDatabase } from './database.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const target = { seconds: 10, pauseMs: 200 }
const limits = { text: 4096, caption: 1024, choices: 100, buttons: true, edits: true, files: true, groups: true }

/** @param {{ people: number, only?: string }} options */
export async function benchRoster({ people, only }) {
  const figures = []
  for (const engine of ['pglite', 'postgres']) {
    if (only !== undefined && only !== engine) continue
    const { database, close } = await open(engine)
    try {
      figures.push({ engine, people, ...(await measure(database, people)) })
    } finally {
      await close()
    }
  }
  console.table(figures)
  const line = figures.map(
    (one) =>
      `${one.people} people on ${one.engine} ${one.seconds} s (target <= ${target.seconds}), ` +
      `longest pause ${one.pauseMs} ms (target <= ${target.pauseMs})`,
  )
  return {
    line: line.join(', '),
    met: figures.every((one) => one.seconds <= target.seconds && one.pauseMs <= target.pauseMs),
  }
}

async function open(engine) {
  if (engine === 'postgres') {
    const { url, drop } = await createDatabase({ migrated: true })
    const database = await openDatabase({ kind: 'postgres', url })
    return { database, close: () => database.close().then(drop) }
  }
  const database = await openDatabase({ kind: 'pglite', folder: 'memory' })
  await migrate(database, `${root}prisma/migrations`)
  return { database, close: () => database.close() }
}

/** Seconds until everything is taken in, until it was shown of them, and the longest time that nothing else was served. */
async function measure(database, people) {
  const { campaign } = parseCampaign(await readFile(`${root}prisma/seed/ca-mau-80-nam.yaml`, 'utf8'))
  const file = await writeXlsx(listOf(people, campaign), 'Danh sách')
  const bot = createBot(database, campaign, file)
  await bot.does({ kind: 'command', command: 'start', argument: '' })
  const pauses = monitorEventLoopDelay({ resolution: 5 })
  pauses.enable()
  const began = performance.now()
  await bot.does({
    kind: 'file',
    file: { kind: 'document', channel: 'telegram', id: 'list', name: 'ds.xlsx' },
    caption: '',
  })
  const shown = performance.now()
  const confirm = bot.sent.at(-1).choices.flat()[0]
  await bot.does({ kind: 'choice', id: confirm.id })
  const ended = performance.now()
  const kept = await database.prisma.person.count({ where: { rosterAt: { not: null } } })
  if (kept !== people) throw new Error(`${kept} of ${people} people were taken in: ${bot.sent.at(-1).text}`)
  return { seconds: round(ended - began), shown: round(shown - began), pauseMs: Math.round(pauses.max / 1e6) }
}

function createBot(database, campaign, file) {
  const sent = []
  const channel = {
    name: 'telegram',
    limits,
    start: async () => undefined,
    stop: async () => undefined,
    send: async (_to, message) => ({ externalId: String(sent.push(message)) }),
    download: async () => file,
  }
  const app = createApp({
    database,
    campaign,
    answerer: createAnswerer,
    channels: [channel],
    quick: createQuickReader,
    translator: createTranslator(`${root}locales`),
    timezone: 'Asia/Ho_Chi_Minh',
    clock: () => new Date('2025-11-10T08:00:00+07:00'),
    seatOf: () => ({ role: 'office' }),
    log: {
      info() {},
      warn: (fields, words) => console.error(words, fields),
      error: (fields, words) => console.error(words, fields),
    },
  })
  let id = 0
  return {
    sent,
    async does(input) {
      id += 1
      const from = { id: '1', language: 'vi' }
      const address = { channel: 'telegram', chat: '1' }
      await app.accept({ id: String(id), address, from, private: true, addressed: true, input })
      await app.drain()
    },
  }
}

const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Linh', 'Minh', 'Ngọc']

function listOf(people, campaign) {
  const units = campaign.units.filter((unit) => unit.validTo === undefined)
  const rows = Array.from({ length: people }, (_, at) => [
    `Nguyễn ${given[at % 10]} ${given[Math.floor(at / 10) % 10]}`,
    units[at % units.length].name,
    'Chuyên viên',
    `09${String(at).padStart(8, '0')}`,
    `CB${at}`,
  ])
  return [['Họ và tên', 'Đơn vị', 'Chức vụ', 'Điện thoại', 'Mã cán bộ'], ...rows]
}

function round(ms) {
  return Math.round(ms / 10) / 100
}
