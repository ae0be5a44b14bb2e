import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino, { type Logger } from 'pino'
import { type App, createApp } from './app.ts'
import { createChannels } from './channels/index.ts'
import { type Config, parseConfig } from './config.ts'
import { type Campaign, worded } from './core/campaign/campaign.ts'
import { parseCampaign } from './core/campaign/parse-campaign.ts'
import type { ChannelName } from './core/message.ts'
import type { Role } from './core/people/person.ts'
import { occurrences } from './core/reminders/occurrences.ts'
import { createCampaignStore } from './db/campaign-store.ts'
import { type Database, openDatabase } from './db/client.ts'
import { claimFolder } from './db/data-folder.ts'
import { migrate } from './db/migrate.ts'
import { createSettingStore } from './db/setting-store.ts'
import { saveSnapshot } from './db/snapshot.ts'
import { createWebStore } from './db/web-store.ts'
import { createTranslator } from './i18n/fluent.ts'
import { createDemoClock, type DemoClock } from './jobs/demo-clock.ts'
import { type Job, startScheduler } from './jobs/scheduler.ts'
import { createGuard } from './server/guard.ts'
import { createServer } from './server/index.ts'
import { createMetrics } from './server/metrics.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function main(): Promise<void> {
  const environment = join(process.cwd(), '.env')
  if (existsSync(environment)) process.loadEnvFile(environment)
  const parsed = parseConfig(process.env)
  if ('problems' in parsed) return refuse('The configuration has problems; nothing was started.', parsed.problems)
  const campaign = await readCampaign(parsed.config.campaignFile)
  if (campaign) await run(parsed.config, campaign)
}

async function run(config: Config, campaign: Campaign): Promise<void> {
  const log = pino({ level: config.logLevel })
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.reverse())
      await one().catch((error: unknown) => log.error({ err: error }, 'a part did not stop cleanly'))
  }
  try {
    await start(config, campaign, log, stops)
  } catch (error) {
    await stop()
    return refuse('Nothing was started.', [error instanceof Error ? error.message : String(error)])
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void stop().then(() => process.exit(0))
    })
}

/** Starts everything in order; what must be undone is pushed onto `stops`. */
async function start(config: Config, campaign: Campaign, log: Logger, stops: (() => Promise<void>)[]): Promise<void> {
  const { timezone } = config
  const database = await prepareDatabase(config, campaign, log, stops)
  const translator = createTranslator(join(root, 'locales'))
  let demo: DemoClock | undefined
  const clock = () => demo?.now() ?? new Date()
  const refuseForeign = createGuard({
    host: config.host,
    anyName: config.host !== '127.0.0.1' && !config.demo,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  })
  const channels = createChannels({
    config,
    transcript: createWebStore(database),
    clock,
    translator,
    refuse: refuseForeign,
    log,
    root,
  })
  const app = createApp({
    database,
    campaign,
    channels,
    translator,
    timezone,
    clock,
    roleOf: (channel, userId) => roleOf(config, channel, userId),
    log,
  })

  if (config.demo) demo = await createDemoClock(demoOptions(config.demo.now, campaign, timezone, database, app))
  await app.recover(database.kind === 'pglite')
  app.start()
  stops.push(() => app.stop())
  for (const channel of channels) {
    await channel.start((update) => app.accept(update))
    stops.push(() => channel.stop())
  }

  const page = channels.find((channel) => channel.name === 'web')
  const server = createServer({
    host: config.host,
    port: config.port,
    channels,
    ...(page ? { page } : {}),
    health: { ready: async () => database.ping().then(() => ({ ok: true })) },
    metrics: createMetrics(() => app.counts()),
    ...(demo ? { demo: { controls: demoControls(demo), refuse: refuseForeign } } : {}),
    log,
  })
  const { port } = await server.start()
  stops.push(() => server.stop())

  const scheduler = startScheduler(jobs(config, database, app, demo, channels.length > 0), timezone, log)
  stops.push(() => scheduler.stop())
  const mode = demo
    ? 'demonstration with sample data and a simulated clock'
    : channels.map((channel) => channel.name).join(', ')
  log.info({ campaign: campaign.id }, `ready (${mode}): ${page ? 'open ' : ''}http://${config.host}:${port}`)
}

async function prepareDatabase(
  config: Config,
  campaign: Campaign,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<Database> {
  // Two processes on one embedded database would silently lose each other's rows.
  if (config.database.kind === 'pglite') stops.push(await claimFolder(config.database.folder))
  const database = await openDatabase(config.database)
  stops.push(() => database.close())
  const { applied } = await migrate(database, join(root, 'prisma', 'migrations'))
  if (applied.length > 0) log.info({ applied }, 'the database is migrated')
  const { changed } = await createCampaignStore(database).load(campaign, new Date())
  if (changed.length > 0)
    log.info({ campaign: campaign.id, name: worded(campaign.shortName, 'vi'), changed }, 'the campaign file is loaded')
  return database
}

function jobs(config: Config, database: Database, app: App, demo: DemoClock | undefined, serving: boolean): Job[] {
  const { database: place } = config
  const list: Job[] = []
  if (serving) list.push({ name: 'remind', at: '* * * * *', run: () => app.remind() })
  if (serving)
    list.push({ name: 'recover', at: '*/15 * * * * *', run: async () => app.recover(false).then(() => ({})) })
  if (demo) list.push({ name: 'save-clock', at: '*/10 * * * * *', run: async () => demo.save().then(() => ({})) })
  const { snapshot } = database
  if (!demo && snapshot && place.kind === 'pglite')
    list.push({
      name: 'snapshot',
      at: '17 * * * *',
      run: async () => saveSnapshot(place.folder, snapshot, { now: new Date() }).then(() => ({ saved: 1 })),
    })
  return list
}

function demoOptions(start: Date, campaign: Campaign, timezone: string, database: Database, app: App) {
  const settings = createSettingStore(database)
  return {
    start,
    read: () => settings.read('demo-clock'),
    write: (value: { start: string; now: string }) => settings.write('demo-clock', value),
    occurrences: occurrences(campaign, timezone),
    tick: async () => {
      await app.remind()
      await app.drain()
    },
  }
}

function demoControls(demo: DemoClock) {
  return {
    seats: ['staff', 'coordinator', 'office'],
    state: async () => {
      const nextReminder = demo.nextReminder()
      return { now: demo.now(), ...(nextReminder ? { nextReminder } : {}) }
    },
    advance: async (by: Parameters<DemoClock['advance']>[0]) => ({ now: await demo.advance(by) }),
  }
}

/** Owners are named in the environment; in the demonstration a visitor's seat is part of their chat's name. */
function roleOf(config: Config, channel: ChannelName, userId: string): Role {
  if (config.owners.some((owner) => owner.channel === channel && owner.userId === userId)) return 'owner'
  const seat = config.demo && channel === 'web' ? userId.split('.').at(-1) : undefined
  return seat === 'office' || seat === 'coordinator' ? seat : 'staff'
}

async function readCampaign(file: string): Promise<Campaign | undefined> {
  const yaml = await readFile(file, 'utf8').catch(() => undefined)
  if (yaml === undefined) return void refuse('Nothing was started.', [`CAMPAIGN_FILE: cannot read ${file}`])
  const parsed = parseCampaign(yaml)
  if ('campaign' in parsed) return parsed.campaign
  const lines = parsed.problems.map(({ line, path, reason }) => `${file}:${line}: ${path ? `${path}: ` : ''}${reason}`)
  return void refuse('The campaign file has problems; nothing was started.', lines)
}

function refuse(heading: string, lines: readonly string[]): void {
  console.error([heading, ...lines.map((line) => `  ${line}`)].join('\n'))
  process.exitCode = 1
}

await main()
