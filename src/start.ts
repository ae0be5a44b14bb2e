import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type App, type AppOptions, createApp } from './app.ts'
import { createChannels } from './channels/index.ts'
import type { Config } from './config.ts'
import { createAnswerer } from './core/answers/answer.ts'
import { type LearnedTopics, learnTopics } from './core/answers/topic-index.ts'
import { type Campaign, worded } from './core/campaign/campaign.ts'
import { type CampaignProblem, parseCampaign } from './core/campaign/parse-campaign.ts'
import type { Channel } from './core/channel.ts'
import type { ChannelName } from './core/message.ts'
import type { Seat } from './core/people/person.ts'
import { createQuickReader } from './core/quick/read-quick.ts'
import { type CampaignStore, createCampaignStore } from './db/campaign-store.ts'
import type { Database } from './db/client.ts'
import { createFileStore } from './db/file-store.ts'
import { settleOwners } from './db/meet.ts'
import { saveSnapshot } from './db/snapshot.ts'
import { createWebStore } from './db/web-store.ts'
import { createDemo, seatOfVisitor } from './demo.ts'
import { createTranslator } from './i18n/fluent.ts'
import type { DemoClock } from './jobs/demo-clock.ts'
import { whileLeading } from './jobs/leading.ts'
import { type Job, startScheduler } from './jobs/scheduler.ts'
import { createGuard } from './server/guard.ts'
import { createServer } from './server/index.ts'
import { createMetrics } from './server/metrics.ts'

/** Undoes one step of the start. */
export type Stop = () => Promise<void>

/** What a test may put in: the campaign's clock, and where to end the process. */
export interface Probes {
  readonly clock?: () => Date
  readonly at?: NonNullable<AppOptions['at']>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts everything on an open database; what must be undone, in reverse, is pushed onto `stops` as it comes to be. */
export async function start(
  config: Config,
  campaignYaml: string,
  database: Database,
  log: Logger,
  stops: Stop[],
  { clock: now = () => new Date(), ...probes }: Probes = {},
): Promise<void> {
  const { timezone } = config
  const campaign = await loadCampaign(config.campaignFile, campaignYaml, createCampaignStore(database), log)
  let learned: LearnedTopics | undefined
  const answerer = onceFor((current) => {
    learned ??= learnTopics(campaign)
    return createAnswerer(current, learned)
  })
  const quick = onceFor(createQuickReader)
  const translator = createTranslator(join(root, 'locales'))
  let demo: Awaited<ReturnType<typeof createDemo>> | undefined
  const clock = () => demo?.clock.now() ?? now()
  const refuse = createGuard(guardOptions(config))
  const transcript = createWebStore(database)
  const { read: files, save } = createFileStore(database)
  const keep = (name: string, mime: string, bytes: Uint8Array) =>
    save(name, mime, bytes, new Date(clock().getTime() + 7 * 24 * 60 * 60_000))
  const channels = await createChannels({ config, transcript, files, keep, clock, translator, refuse, log, root })
  const seat = (channel: ChannelName, userId: string) => seatOf(config, campaign, channel, userId)
  const wording = { campaign, answerer, translator, timezone, clock }
  const app = createApp({
    ...wording,
    quick,
    database,
    channels,
    seatOf: seat,

    log,
    ...probes,
  })
  if (config.demo) demo = await createDemo(config.demo.now, { campaign, timezone, database, app })

  await app.recover(database.kind === 'pglite')
  // Whoever was an owner before gets nothing of the office's from here on, whether or not they write again.
  await settleOwners(database, config.owners, clock())
  app.start()
  stops.push(() => app.stop())

  const page = channels.find((channel) => channel.name === 'web')
  const server = createServer({
    host: config.host,
    port: config.port,
    channels,
    ...(page ? { page } : {}),
    health: { ready: async () => database.ping().then(() => ({ ok: true })) },
    metrics: createMetrics(() => app.counts()),
    refuse,
    ...(demo ? { demo: demo.controls } : {}),
    log,
  })
  const { port } = await server.start()
  stops.push(() => server.stop())
  for (const channel of channels) stops.push(await listen(channel, app, log))
  const scheduler = startScheduler(jobs(config, database, app, demo?.clock), timezone, log)
  stops.push(() => scheduler.stop())

  // Before the first question, but not before the page is there.
  setImmediate(() => void answerer(campaign))
  setImmediate(() => void quick(campaign))
  const serving = demo ? 'demonstration, simulated clock' : channels.map((channel) => channel.name).join(', ')
  log.info({ campaign: campaign.id }, `ready (${serving}): http://${config.host}:${port}`)
}

/** Takes what the channel brings; where only one process may fetch it, while this one is it. */
async function listen(channel: Channel, app: App, log: Logger): Promise<Stop> {
  const begin = () => channel.start((update) => app.accept(update))
  if (!channel.exclusive) {
    await begin()
    return () => channel.stop()
  }
  const lead = () => app.lead(`receive:${channel.name}`)
  const onError = (error: unknown) =>
    log.error({ err: error, channel: channel.name }, 'who receives could not be settled')
  const following = await whileLeading({ lead, begin, end: () => channel.stop(), onError })
  return () => following.stop()
}

/** The campaign of the file. Reading it costs more than all else here, so an unchanged one comes from the database. */
async function loadCampaign(file: string, yaml: string, store: CampaignStore, log: Logger): Promise<Campaign> {
  const stored = await store.find(yaml)
  if (stored) return stored
  const parsed = parseCampaign(yaml)
  if ('problems' in parsed) throw new Error(describeProblems(file, parsed.problems))
  const { changed } = await store.load(parsed.campaign, yaml, new Date())
  log.info(
    { campaign: parsed.campaign.id, name: worded(parsed.campaign.shortName, 'vi'), changed },
    'the campaign file is loaded',
  )
  return parsed.campaign
}

function describeProblems(file: string, problems: readonly CampaignProblem[]): string {
  const lines = problems.map(({ line, path, reason }) => `${file}:${line}: ${path ? `${path}: ` : ''}${reason}`)
  return ['CAMPAIGN_FILE: the campaign file has problems', ...lines].join('\n')
}

/** Made when it is first needed, since making it takes a while, and again when the campaign's units are others. */
function onceFor<Made>(make: (campaign: Campaign) => Made): (campaign: Campaign) => Made {
  let last: { readonly campaign: Campaign; readonly made: Made } | undefined
  return (campaign) => {
    if (last?.campaign !== campaign) last = { campaign, made: make(campaign) }
    return last.made
  }
}

function guardOptions({ host, publicUrl, demo }: Config) {
  const anyName = host !== '127.0.0.1' && demo === undefined
  return { host, anyName, ...(publicUrl === undefined ? {} : { publicUrl }) }
}

function jobs({ database: place }: Config, database: Database, app: App, demo: DemoClock | undefined): Job[] {
  const list: Job[] = [
    { name: 'remind', at: '* * * * *', run: () => app.remind() },
    { name: 'nudge', at: '45 */5 * * * *', run: () => app.nudge() },
    { name: 'expire', at: '30 * * * * *', run: () => app.expire() },
    { name: 'forget', at: '50 * * * * *', run: () => app.forget() },
    { name: 'purge', at: '41 * * * *', run: () => app.purge() },
    { name: 'recover', at: '*/3 * * * * *', run: () => app.recover(false).then(() => ({})) },
  ]
  if (demo) list.push({ name: 'save-clock', at: '*/10 * * * * *', run: () => demo.save().then(() => ({})) })
  const { snapshot } = database
  if (!demo && snapshot && place.kind === 'pglite') {
    const run = () => saveSnapshot(place.folder, snapshot, { now: new Date() }).then(() => ({ saved: 1 }))
    list.push({ name: 'snapshot', at: '17 * * * *', run })
  }
  return list
}

/** Owners are named in the environment; everyone else is staff, unless they sit on another seat of the demonstration. */
function seatOf(config: Config, campaign: Campaign, channel: ChannelName, userId: string): Seat {
  if (config.owners.some((owner) => owner.channel === channel && owner.userId === userId)) return { role: 'owner' }
  return config.demo ? seatOfVisitor(campaign, channel, userId) : { role: 'staff' }
}
