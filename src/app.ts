import { randomBytes } from 'node:crypto'
import type { Campaign } from './core/campaign/campaign.ts'
import type { Channel, ChannelLimits } from './core/channel.ts'
import { describeFailure } from './core/conversation/failure.ts'
import type { Turn } from './core/conversation/turn.ts'
import { groupKey, isOurs, needsAdministrator } from './core/groups/group.ts'
import type { ChannelName, IncomingUpdate } from './core/message.ts'
import type { Seat } from './core/people/person.ts'
import { reminderMessage } from './core/reminders/reminder-message.ts'
import { createBroadcastStore } from './db/broadcast-store.ts'
import type { Database } from './db/client.ts'
import { createFileStore } from './db/file-store.ts'
import { readGroups } from './db/group-store.ts'
import { createIdleFormStore } from './db/idle-form-store.ts'
import { createImportStore } from './db/import-store.ts'
import { createInboxStore } from './db/inbox-store.ts'
import { createInstance } from './db/instance.ts'
import { createNoticeStore } from './db/notice-store.ts'
import { createOfficeStore, readWho } from './db/office-store.ts'
import { createOutboxStore } from './db/outbox-store.ts'
import { createReminderStore } from './db/reminder-store.ts'
import { createRetentionStore } from './db/retention-store.ts'
import { createTurnStore } from './db/turn-store.ts'
import { createCampaignView } from './db/unit-store.ts'
import { dialogues } from './dialogues/index.ts'
import { readFileApart } from './documents/read-apart.ts'
import { writeXlsx, xlsxMime } from './documents/xlsx.ts'
import { createHandler, type Makers } from './handle-turn.ts'
import type { Translator } from './i18n/fluent.ts'
import { createPut, wordsOfGivingUp } from './i18n/wording.ts'
import { createAlarm } from './jobs/alarm-office.ts'
import { withRights } from './jobs/ask-rights.ts'
import { createDispatcher, recoverDeliveries } from './jobs/deliver-outbox.ts'
import { fireReminders } from './jobs/fire-reminders.ts'
import { handOutCounts } from './jobs/hand-out-counts.ts'
import { type Loop, startLoop } from './jobs/loop.ts'
import { nudgeForms } from './jobs/nudge-forms.ts'
import { type ReadFile, readNextTable } from './jobs/read-tables.ts'
import { sendDigests } from './jobs/send-digests.ts'
import { createTaker } from './jobs/take-up.ts'
import { type WatchOptions, watchBroadcasts } from './jobs/watch-broadcasts.ts'

export interface AppOptions {
  readonly database: Database
  /** As its file has it. */
  readonly campaign: Campaign
  /** Asked for the campaign of each turn: its units may be others than those of the file, and others at each turn. */
  readonly answerer: Makers['answerer']
  readonly quick: Makers['quick']
  readonly channels: readonly Channel[]
  /** Reads a file that was handed in, in a thread of its own where nothing else is said. */
  readonly readFile?: ReadFile
  readonly translator: Translator
  readonly timezone: string
  /** The campaign's clock: real, or the demonstration's. Delivery has the database's own. */
  readonly clock: () => Date
  /** With what a new account begins, and who owns the bot. */
  readonly seatOf: (channel: ChannelName, userId: string) => Seat
  readonly log: AppLog
  /** Where a test may end the process. */
  readonly at?: (point: FaultPoint) => void
}

/** Before and after each write and each send. */
export type FaultPoint =
  | 'before-accept'
  | 'after-accept'
  | 'decided'
  | 'after-turn'
  | 'taken'
  | 'before-send'
  | 'after-send'
  | 'settled'

export interface AppLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface App {
  /** Stores an update for good and sees that it is taken up. What channels are given as `receive`. */
  accept(update: IncomingUpdate): Promise<void>
  /** Does what the campaign's clock says is due. */
  remind(): Promise<{ people: number; fired: number; expired: number; told: number }>
  /** Asks about forms that were left, and drops those that were left for too long. */
  nudge(): Promise<{ nudged: number; dropped: number }>
  /** Decides about deliveries whose process died. `all`: no other process can be alive. */
  recover(all: boolean): Promise<void>
  /** Gives up what waited too long to be sent, and tells the office. */
  expire(): Promise<{ expired: number }>
  /** Drops tables that were shown and left alone, and what was left of people who were forgotten. */
  forget(): Promise<{ dropped: number; forgotten: number }>
  /** Drops what was kept long enough; gives how much of each kind. */
  purge(): Promise<Record<string, number>>
  /** Takes up and delivers until nothing more is due at this moment. */
  drain(): Promise<void>
  /** Whether this process is the one that may do what is so named. */
  lead(name: string): Promise<boolean>
  /** Takes up and delivers from now on, as soon as there is something to. */
  start(): void
  /** Ends the turns and deliveries in hand. */
  stop(): Promise<void>
  /** How many updates and deliveries are in which state, for the metrics page. */
  counts(): Promise<{ inbox: { waiting: number; parked: number }; outbox: Record<string, number> }>
}

/** How long to look away when no broadcast changed, and while one changes. */
const restMs = 1_000
const broadcastMs = 250
/** A fifth of the silence after which the others take over. */
const beatMs = 2_000
/** How many turns share a transaction when many wait. */
const together = 64

/** Connects the core to a database and channels. */
export function createApp(options: AppOptions): App {
  const { database, campaign, channels, translator, timezone, clock, log } = options
  const instance = createInstance(database)
  const inbox = createInboxStore(database)
  const outbox = createOutboxStore(database, instance.id)
  const office = createOfficeStore(database)
  const reminders = createReminderStore(database)
  const random = (bytes: number) => randomBytes(bytes)
  const deciders = { answerer: options.answerer, quick: options.quick, dialogues, random }
  // The embedded database has one connection: turns side by side would only queue for it.
  const isEmbedded = database.kind === 'pglite'
  let delivering: Loop | undefined
  let beating: Loop | undefined
  let broadcasting: Loop | undefined
  let reading: Loop | undefined

  const limits = (name: ChannelName) => limitsOf(channels, name)
  const put = createPut(translator, limits, clock)
  const campaigns = createCampaignView(campaign)
  const turns = createTurnStore(database, { ...options, campaigns, taking: outbox.taking, ...wordsOfGivingUp(put) })

  const decideOn = createHandler(deciders, { put, limitsOf: limits })
  const handle = (turn: Turn) => {
    const handled = decideOn(turn)
    options.at?.('decided')
    return handled
  }

  const alarm = createAlarm({
    tell: (about, message) => office.tell(about, clock(), message).then(() => delivering?.wake()),
    put,
    whoOf: (delivery) => readWho(database.prisma, delivery),
    groupAt: async (place) => (await readGroups(database.prisma, [place])).get(groupKey(place)),
    log,
  })

  const dispatcher = createDispatcher({
    outbox: {
      ...outbox,
      async unreachable(...given) {
        await outbox.unreachable(...given)
        await alarm.shut(given[0])
      },
    },
    channels,
    log,
    width: isEmbedded ? 16 : 128,
    onFree: () => delivering?.wake(),
    onTrouble: (about, delivery) => void alarm.trouble(about, delivery),
    at: options.at,
  })

  /** What it began to answer is sent at once; for the rest the loop looks. */
  const taker = createTaker(
    async () => {
      const { handled, failed, begun, queued } = await turns.handleNext(handle, together, dispatcher.free())
      for (const failure of failed) log.error(failure, 'a turn failed; it is tried again or parked with its reason')
      if (handled > 0) options.at?.('after-turn')
      dispatcher.begin(begun, queued > 0)
      if (queued > 0) delivering?.wake()
      return handled
    },
    isEmbedded ? 1 : 3,
  )

  const files = createFileStore(database)
  const watching = {
    broadcasts: createBroadcastStore(database),
    timezone,
    channels,
    clock,
    log,
    put,
    say: translator.say,
    // Certificates have no end.
    keep: async (name, rows, sheet) => files.save(name, xlsxMime, await writeXlsx(rows, sheet)),
  } satisfies Omit<WatchOptions, 'campaign'>

  const imports = createImportStore(database, campaigns)
  const { readFile = readFileApart } = options
  const takesFiles = (name: ChannelName) => limits(name).files
  const keepReport: WatchOptions['keep'] = async (name, rows, sheet) => {
    const expiresAt = new Date(clock().getTime() + campaign.retention.files * 86_400_000)
    return files.save(name, xlsxMime, await writeXlsx(rows, sheet), expiresAt)
  }

  /** Reads a table that was handed in; gives whether there was one. */
  async function readTables(): Promise<boolean> {
    const isRead = await readNextTable({ ...watching, imports, files: files.read, readFile, keep: keepReport })
    if (isRead) delivering?.wake()
    return isRead
  }
  const kept = createRetentionStore(database)
  const notices = createNoticeStore(database, { campaigns, timezone })
  const now = () => campaigns.now(database.prisma)

  /** Gives whether something came of it. */
  async function broadcast(): Promise<boolean> {
    const about = { ...watching, campaign: await now() }
    const counts = await watchBroadcasts(about)
    const handed = await handOutCounts({ ...about, keep: keepReport, notices, takesFiles })
    const isBusy = counts.started + counts.changed + counts.certified + handed > 0
    if (isBusy) delivering?.wake()
    return isBusy
  }

  return {
    async accept(update) {
      // What a group says among itself is not ours to keep.
      if (!isOurs(update)) return
      options.at?.('before-accept')
      await inbox.accept(needsAdministrator(update) ? await withRights(update, channels, log) : update)
      options.at?.('after-accept')
      taker.wake()
    },
    async remind() {
      const campaign = await now()
      const counts = await fireReminders(campaign, timezone, clock(), {
        ...reminders,
        fire: (occurrence, now) =>
          reminders.fire(occurrence, campaign.id, now, (locale, channel) =>
            put(reminderMessage(occurrence, now, timezone, locale), locale, channel),
          ),
      })
      const { told } = await sendDigests(clock(), { notices, campaign, timezone, put })
      if (counts.people + told > 0) delivering?.wake()
      return { ...counts, told }
    },
    async nudge() {
      const campaign = await now()
      const counts = await nudgeForms(clock(), { forms: createIdleFormStore(database), campaign, timezone, put })
      if (counts.nudged + counts.dropped > 0) delivering?.wake()
      return counts
    },
    async recover(all) {
      // Who could not say so for a while must not take itself for dead, nor be taken for it before its first word.
      await instance.beat()
      if (all) await instance.alone()
      if ((await recoverDeliveries(outbox, channels, all, log)) > 0) delivering?.wake()
    },
    expire: async () => ({ expired: await alarm.expired(await outbox.expire()) }),
    forget: async () => ({ ...(await imports.forget(clock())), forgotten: await kept.finishErasures(clock()) }),
    purge: async () => ((await instance.lead('purge')) ? kept.purge(campaign.retention, clock()) : {}),
    async drain() {
      let isIdle = false
      while (!isIdle) {
        const rest = await taker.takeUp()
        // What stands behind an answer that is under way could not be taken yet.
        await dispatcher.idle()
        const isChanged = [await broadcast(), await readTables()].includes(true)
        dispatcher.hurry()
        const { taken } = await dispatcher.deliver()
        await dispatcher.idle()
        isIdle = rest > 0 && taken === 0 && !isChanged
      }
    },
    lead: (name) => instance.lead(name),
    start() {
      const onError = (error: unknown) => log.error(describeFailure(error), 'the database did not answer; trying again')
      beating = startLoop(() => instance.beat().then(() => beatMs), onError)
      delivering = startLoop(async () => (await dispatcher.deliver()).restMs, onError)
      taker.start(onError)
      broadcasting = startLoop(async () => ((await broadcast()) ? broadcastMs : restMs), onError)
      reading = startLoop(async () => ((await readTables()) ? 0 : restMs), onError)
    },
    async stop() {
      await taker.stop()
      await broadcasting?.stop()
      await reading?.stop()
      await delivering?.stop()
      await dispatcher.end()
      await beating?.stop()
      await instance.leave()
    },
    counts: async () => ({ inbox: await inbox.counts(), outbox: await outbox.counts() }),
  }
}

function limitsOf(channels: readonly Channel[], name: ChannelName): ChannelLimits {
  const channel = channels.find((one) => one.name === name)
  if (!channel) throw new Error(`No channel ${name}`)
  return channel.limits
}
