import { button } from '../core/actions.ts'
import { describeAudience } from '../core/broadcasts/audience.ts'
import { type Broadcast, noTally } from '../core/broadcasts/broadcast.ts'
import { type Cell, certificateRows, type Receipt } from '../core/broadcasts/certificate.ts'
import { broadcastSaying, noBroadcast } from '../core/broadcasts/content.ts'
import { firstWords, progressSaying } from '../core/broadcasts/progress.ts'
import type { BroadcastStore } from '../core/broadcasts/store.ts'
import { type Progress, watch } from '../core/broadcasts/watch.ts'
import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import type { Channel } from '../core/channel.ts'
import {
  type ChannelName,
  type MessageFor,
  type OutgoingMessage,
  type Saying,
  type Text,
  text,
} from '../core/message.ts'
import { unitName } from '../core/pledges/pledge.ts'

export interface WatchOptions {
  readonly broadcasts: BroadcastStore
  readonly campaign: Campaign
  readonly timezone: string
  readonly channels: readonly Channel[]
  /** The campaign's clock. */
  readonly clock: () => Date
  readonly put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[]
  readonly say: (text: Text, locale: Locale) => string
  readonly log: { error(fields: object, message: string): void }
  /** Writes a spreadsheet of these rows and keeps it; gives under which id. */
  readonly keep: (name: string, rows: Iterable<readonly Cell[]>, sheet: string) => Promise<string>
}

/** Starts what is due, looks after what is under way and hands out certificates; gives how much happened. */
export async function watchBroadcasts(
  options: WatchOptions,
): Promise<{ started: number; changed: number; certified: number }> {
  const { broadcasts, channels } = options
  const now = options.clock()
  const editable = channels.filter((channel) => channel.limits.edits).map((channel) => channel.name)
  const counts = { started: 0, changed: 0, certified: 0 }
  /** One broadcast that cannot be looked after must not hold the others up. */
  const each = async (id: string, work: () => Promise<boolean>) =>
    work().catch((error: unknown) => {
      options.log.error({ err: error, broadcast: id }, 'a broadcast could not be looked after; trying again')
      return false
    })
  for (const one of await broadcasts.due(now)) {
    const missed: MessageFor = (locale, channel) => options.put(heldSaying('broadcast-missed', one), locale, channel)
    const start = () => broadcasts.start(one, now, { news: messageOf(one, options), missed }, editable)
    if (await each(one.id, start)) counts.started += 1
  }
  for (const id of await broadcasts.open()) if (await each(id, () => lookAt(id, now, options))) counts.changed += 1
  for (const { broadcast, progress } of await broadcasts.wanted()) {
    const hand = () => certify(broadcast, progress, options).then(() => true)
    if (await each(broadcast.id, hand)) counts.certified += 1
  }
  return counts
}

/** The message as its recipients get it. */
function messageOf({ id, audience, content, acknowledge }: Broadcast, { put }: WatchOptions): MessageFor {
  const follows = 'follows' in audience ? audience : undefined
  // To have read the reminder is to have read the news.
  const asked = acknowledge ? (follows?.broadcast ?? id) : undefined
  const saying = broadcastSaying(content, follows?.follows ?? 'news', asked)
  return (locale, channel) => put(saying, locale, channel)
}

async function lookAt(id: string, now: Date, options: WatchOptions): Promise<boolean> {
  const { campaign, timezone, put } = options
  return options.broadcasts.look(id, now, (broadcast, tally, before) => {
    const watched = watch(broadcast, tally, before, Date.now())
    const { speed } = watched
    return {
      ...watched,
      edits: limitsOf(before.channel, options)?.edits ?? false,
      shown: (locale, channel) =>
        put(
          progressSaying(watched.broadcast, tally, { campaign, timezone, locale, ...(speed && { speed }) }),
          locale,
          channel,
        ),
      alarm: (locale, channel) => put(heldSaying('broadcast-tripped', broadcast), locale, channel),
      question: (locale, channel) => questionOf(broadcast, options, locale, channel),
    }
  })
}

function limitsOf(name: ChannelName, { channels }: WatchOptions) {
  return channels.find((channel) => channel.name === name)?.limits
}

/** The message as it would be received, and whether it may go out. */
function questionOf(broadcast: Broadcast, options: WatchOptions, locale: Locale, channel: ChannelName) {
  const { campaign, timezone, put } = options
  const card = progressSaying(broadcast, noTally, { campaign, timezone, locale })
  const choices = [
    [button('broadcast-approve', 'primary', broadcast.id), button('broadcast-refuse', 'danger', broadcast.id)],
  ]
  const { audience, content, acknowledge } = broadcast
  const heading = 'follows' in audience ? audience.follows : 'news'
  return [
    // Whoever is asked to agree does not acknowledge it by looking.
    ...put(broadcastSaying(content, heading, acknowledge ? noBroadcast : undefined), locale, channel),
    ...put({ text: [text('broadcast-approve-ask'), ...card.text.slice(1)], choices }, locale, channel),
  ]
}

function heldSaying(why: 'broadcast-tripped' | 'broadcast-missed', broadcast: Broadcast): Saying {
  return {
    text: [text(why, { words: firstWords(broadcast) })],
    choices: [[button('broadcast-open', undefined, broadcast.id)]],
  }
}

/** Writes the certificate and sends it to the author, where their channel carries files. */
async function certify(broadcast: Broadcast, progress: Progress, options: WatchOptions): Promise<void> {
  const { broadcasts, campaign, timezone, put, say } = options
  const { locale, channel } = progress
  if (!limitsOf(channel, options)?.files)
    return broadcasts.hand(broadcast.id, put({ text: [text('broadcast-certificate-no-files')] }, locale, channel))
  const receipts: Receipt[] = []
  // Page by page, so that everything else has its turn between them.
  for await (const page of broadcasts.receipts(broadcast.id)) for (const one of page) receipts.push(one)
  const one = (key: string) => say(text(key), locale)
  const { author, approver } = await broadcasts.names(broadcast)
  const unnamed = one('certificate-unnamed')
  const rows = certificateRows(receipts, {
    say: (sentence) => say(sentence, locale),
    timezone,
    title: broadcast.content.text,
    state: one(`broadcast-short-${broadcast.state}`),
    author: author ?? unnamed,
    ...(broadcast.approvedBy !== undefined && { approver: approver ?? unnamed }),
    audience: say(describeAudience(broadcast.audience, campaign, locale), locale),
    unitName: (code) => unitName(code, campaign),
    // By the clock of the ledger, whatever that of the campaign shows.
    writtenAt: new Date(),
    isOver: broadcast.endedAt !== undefined,
  })
  const name = `${one('certificate-file')}-${broadcast.id.slice(0, 8)}.xlsx`
  const stored = await options.keep(name, rows, one('certificate-sheet'))
  const saying: Saying = {
    text: [text('broadcast-certificate', { words: firstWords(broadcast) })],
    file: { kind: 'document', stored, name },
  }
  await broadcasts.hand(broadcast.id, put(saying, locale, channel))
}
