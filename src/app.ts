import { randomBytes, randomUUID } from 'node:crypto'
import type { Answerer } from './core/answers/answer.ts'
import type { Campaign, Locale } from './core/campaign/campaign.ts'
import type { Channel, ChannelLimits } from './core/channel.ts'
import { decide } from './core/conversation/decide.ts'
import type { Effect, Outcome, Turn } from './core/conversation/turn.ts'
import { type ChannelName, type IncomingUpdate, type OutgoingMessage, type Saying, text } from './core/message.ts'
import { compose } from './core/outbox/compose.ts'
import type { DeliveryKind } from './core/outbox/policy.ts'
import type { Role } from './core/people/person.ts'
import { reminderMessage } from './core/reminders/reminder-message.ts'
import type { Database } from './db/client.ts'
import { createInboxStore } from './db/inbox-store.ts'
import { createInstance } from './db/instance.ts'
import { createOfficeStore } from './db/office-store.ts'
import { createOutboxStore } from './db/outbox-store.ts'
import { createReminderStore } from './db/reminder-store.ts'
import type { Handled } from './db/store-turns.ts'
import { createTurnStore, type TurnsDone } from './db/turn-store.ts'
import { dialogues } from './dialogues/index.ts'
import type { Translator } from './i18n/fluent.ts'
import { createDispatcher, recoverDeliveries } from './jobs/deliver-outbox.ts'
import { fireReminders } from './jobs/fire-reminders.ts'
import { type Loop, startLoop } from './jobs/loop.ts'

export interface AppOptions {
  readonly database: Database
  readonly campaign: Campaign
  /** Made of the same campaign. */
  readonly answerer: Answerer
  readonly channels: readonly Channel[]
  readonly translator: Translator
  readonly timezone: string
  /** The campaign's clock: real, or the demonstration's. Delivery has the database's own. */
  readonly clock: () => Date
  /** The role with which a new account begins. */
  readonly roleOf: (channel: ChannelName, userId: string) => Role
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
  remind(): Promise<{ people: number; fired: number; expired: number }>
  /** Decides about deliveries whose process died. `all`: no other process can be alive. */
  recover(all: boolean): Promise<void>
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

/** Takes up updates, one batch after the other. */
interface Worker {
  readonly loop: Loop
  isBusy(): boolean
}

/** How long to look away when there was nothing to do; an update or an answer wakes the loops at once. */
const restMs = 1_000
/** A fifth of the silence after which the others take over. */
const beatMs = 2_000
/** How many turns share a transaction when many wait; how many must have come for another one to be begun beside it. */
const together = { most: 64, many: 8 }

/** Connects the core to a database and channels. */
export function createApp(options: AppOptions): App {
  const { database, campaign, channels, translator, timezone, clock, log } = options
  const instance = createInstance(database)
  const inbox = createInboxStore(database)
  const outbox = createOutboxStore(database, instance.id)
  const office = createOfficeStore(database)
  const reminders = createReminderStore(database)
  const deciders = { answerer: options.answerer, dialogues, random: (bytes: number) => randomBytes(bytes) }
  // The embedded database has one connection: turns side by side would only queue for it.
  const isEmbedded = database.kind === 'pglite'
  const workers: Worker[] = []
  /** Updates that came since somebody last looked. */
  let arrived = 0
  let delivering: Loop | undefined
  let beating: Loop | undefined

  const put = (saying: Saying, locale: Locale, channel: ChannelName): OutgoingMessage[] => {
    const language = saying.locale ?? locale
    const words = {
      say: (text: Parameters<Translator['say']>[0]) => translator.say(text, language),
      render: (paragraphs: Saying['text']) => translator.render(paragraphs, language),
    }
    return compose(saying, words, limitsOf(channels, channel), { newId: randomUUID, at: clock() })
  }

  const apology = ({ address, from, private: isPrivate }: IncomingUpdate) => {
    const locale = from.language?.startsWith('en') ? 'en' : 'vi'
    return isPrivate ? put({ text: [text('turn-failed')] }, locale, address.channel) : []
  }
  const turns = createTurnStore(database, { ...options, taking: outbox.taking, apology })

  const handle = (turn: Turn): Handled => {
    const outcome = decide(turn, deciders)
    options.at?.('decided')
    const news = outcome.effects.find((effect) => effect.kind === 'broadcast')
    return {
      outcome,
      messages: answerMessages(turn, outcome, put, limitsOf(channels, turn.update.address.channel)),
      kind: kindOf(outcome.effects),
      ...(news ? { news: (locale, channel) => put(news.saying, locale, channel) } : {}),
    }
  }

  const onTrouble = (about: string, reason: string) => {
    log.error({ about }, reason)
    const saying = { text: [text('office-trouble', { about, reason })] }
    office
      .tell(about, clock(), (locale, channel) => put(saying, locale, channel))
      .then(() => delivering?.wake())
      .catch((error: unknown) => log.error({ err: error, about }, 'the office could not be told'))
  }

  const dispatcher = createDispatcher({
    outbox,
    channels,
    log,
    width: isEmbedded ? 16 : 128,
    onFree: () => delivering?.wake(),
    onTrouble: (about, _delivery, reason) => onTrouble(about, reason),
    at: options.at,
  })

  /** Gives for how many milliseconds there is nothing to take up. */
  async function takeUp(): Promise<number> {
    arrived = 0
    const { handled, failed } = await takeBatch(dispatcher.free())
    for (const error of failed) log.error({ err: error }, 'a turn failed; it is tried again or parked with its reason')
    return handled > 0 || arrived > 0 ? 0 : restMs
  }

  function startWorker(onError: (error: unknown) => void): Worker {
    let isBusy = false
    const work = () => {
      isBusy = true
      return takeUp().finally(() => {
        isBusy = false
      })
    }
    return { loop: startLoop(work, onError), isBusy: () => isBusy }
  }

  /** A worker that is busy looks again when it is done; beside it another one begins where enough came meanwhile. */
  function wakeWorker(): void {
    arrived += 1
    const idle = workers.find((worker) => !worker.isBusy())
    if (workers.every((worker) => !worker.isBusy()) || arrived >= together.many) idle?.loop.wake()
  }

  /** What it began to answer is sent at once; for the rest the loop looks. */
  async function takeBatch(places: number): Promise<TurnsDone> {
    const done = await turns.handleNext(handle, together.most, places)
    if (done.handled > 0) options.at?.('after-turn')
    dispatcher.begin(done.begun, done.queued > 0)
    if (done.queued > 0) delivering?.wake()
    return done
  }

  return {
    async accept(update) {
      // What a group says among itself is not ours to keep.
      if (!update.private && !update.addressed) return
      options.at?.('before-accept')
      await inbox.accept(update)
      options.at?.('after-accept')
      wakeWorker()
    },
    async remind() {
      const counts = await fireReminders(campaign, timezone, clock(), {
        ...reminders,
        fire: (occurrence, now) =>
          reminders.fire(occurrence, campaign.id, now, (locale, channel) =>
            put(reminderMessage(occurrence, now, timezone, locale), locale, channel),
          ),
      })
      if (counts.people > 0) delivering?.wake()
      return counts
    },
    async recover(all) {
      if ((await recoverDeliveries(outbox, channels, all, log)) > 0) delivering?.wake()
    },
    async drain() {
      let isIdle = false
      while (!isIdle) {
        const rest = await takeUp()
        dispatcher.hurry()
        const { taken } = await dispatcher.deliver()
        await dispatcher.idle()
        isIdle = rest > 0 && taken === 0
      }
    },
    lead: (name) => instance.lead(name),
    start() {
      const onError = (error: unknown) => log.error({ err: error }, 'the database did not answer; trying again')
      beating = startLoop(() => instance.beat().then(() => beatMs), onError)
      delivering = startLoop(async () => (await dispatcher.deliver()).restMs, onError)
      for (let number = 0; number < (isEmbedded ? 1 : 3); number++) workers.push(startWorker(onError))
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.loop.stop()))
      await delivering?.stop()
      await dispatcher.idle()
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

/** The answer in the person's language; its first message takes the place of the one that was pressed, where it may. */
function answerMessages(
  turn: Turn,
  outcome: Outcome,
  put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[],
  limits: ChannelLimits,
): OutgoingMessage[] {
  const { update, person } = turn
  const chosen = outcome.effects.find((effect) => effect.kind === 'locale')
  const messages = outcome.say.flatMap((saying) => put(saying, chosen?.locale ?? person.locale, update.address.channel))
  const [first, ...rest] = messages
  const replaces = limits.edits && outcome.say[0]?.inPlace ? update.pressedOn : undefined
  return first && replaces !== undefined ? [{ ...first, replaces }, ...rest] : messages
}

function kindOf(effects: readonly Effect[]): DeliveryKind {
  return effects.some((effect) => effect.kind.endsWith('-pledge')) ? 'receipt' : 'reply'
}
