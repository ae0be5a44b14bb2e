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
import { createTurnStore, type Handled } from './db/turn-store.ts'
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

/** How long to look away when there was nothing to do; an update or an answer wakes the loops at once. */
const restMs = 1_000
/** A fifth of the silence after which the others take over. */
const beatMs = 2_000
/** How many turns share a transaction when many wait, and from how many on it pays to fill two at once. */
const together = { most: 64, many: 32 }

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
  let working: Loop | undefined
  let delivering: Loop | undefined
  let beating: Loop | undefined
  let isBusy = false

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
  const turns = createTurnStore(database, { ...options, apology })

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
    const batches = await Promise.all(
      Array.from({ length: isBusy && !isEmbedded ? 2 : 1 }, () => turns.handleNext(handle, together.most)),
    )
    const handled = batches.reduce((sum, one) => sum + one.handled, 0)
    for (const error of batches.flatMap((one) => one.failed))
      log.error({ err: error }, 'a turn failed; it is tried again or parked with its reason')
    isBusy = handled >= together.many
    if (handled > 0) options.at?.('after-turn')
    if (batches.some((one) => one.handled + one.failed.length > 0)) delivering?.wake()
    return handled > 0 ? 0 : restMs
  }

  return {
    async accept(update) {
      // What a group says among itself is not ours to keep.
      if (!update.private && !update.addressed) return
      options.at?.('before-accept')
      await inbox.accept(update)
      options.at?.('after-accept')
      working?.wake()
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
      // Who could not say so for a while must not take itself for dead, nor be taken for it before its first word.
      await instance.beat()
      if (all) await instance.alone()
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
      working = startLoop(takeUp, onError)
    },
    async stop() {
      await working?.stop()
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
