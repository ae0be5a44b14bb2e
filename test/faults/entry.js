/**
 * The real program as `main.js` starts it, except that it ends itself by SIGKILL at a named point, has a campaign's clock
 * that can be put forward and back, and may send to many faster than Telegram allows, to spare the tests minutes.
 *
 *     FAULT=before-send:17   ends it when that point is passed for the 17th time
 *     PER_SECOND=200         messages a second of the bulk lane
 *     CLOCK=2025-11-14T00:59:00Z   the campaign's time at the start; the message `{"clock": "…"}` sets it later
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pino from 'pino'

const load = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href)
const { FAULT = '', PER_SECOND, CLOCK, ...env } = process.env
const [{ parseConfig }, { prepareDatabase }, { pace }] = await Promise.all(
  ['config.js', 'db/prepare.js', 'channels/telegram/encode.js'].map(load),
)

const { config, problems } = parseConfig(env)
if (problems) throw new Error(problems.join('\n'))
if (PER_SECOND) Object.assign(pace, { perSecond: Number(PER_SECOND) })

let ahead = CLOCK ? Date.parse(CLOCK) - Date.now() : 0
process.on('message', ({ clock }) => {
  ahead = Date.parse(clock) - Date.now()
})
// A parent that is gone must not leave us behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const [point, times] = FAULT.split(':')
let passed = 0
const probes = {
  clock: () => new Date(Date.now() + ahead),
  at(name) {
    if (name !== point) return
    passed += 1
    if (passed === Number(times)) process.kill(process.pid, 'SIGKILL')
  },
}

const stops = []
async function stop() {
  for (const one of stops.reverse()) await one()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())

const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const database = await prepareDatabase(config.database, migrations, stops)
const { start } = await load('start.js')
await start(config, await readFile(config.campaignFile, 'utf8'), database, pino(), stops, probes)
