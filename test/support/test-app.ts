import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type App, type AppLog, createApp } from '../../src/app.ts'
import { type Answerer, createAnswerer } from '../../src/core/answers/answer.ts'
import type { Campaign } from '../../src/core/campaign/campaign.ts'
import { parseCampaign } from '../../src/core/campaign/parse-campaign.ts'
import { type Channel, type ChannelLimits, SendError } from '../../src/core/channel.ts'
import type { Address, ChannelName, IncomingUpdate, Input, OutgoingMessage } from '../../src/core/message.ts'
import type { Seat } from '../../src/core/people/person.ts'
import { createQuickReader, type QuickReader } from '../../src/core/quick/read-quick.ts'
import type { Database } from '../../src/db/client.ts'
import { readFile as readBytes } from '../../src/documents/read-content.ts'
import { createTranslator } from '../../src/i18n/fluent.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const campaigns = new Map<string, Promise<Campaign>>()

/** The real campaign, as the office would load it; the same one each time, so that what is made of it is made once. */
export function readCampaign(name = 'ca-mau-80-nam'): Promise<Campaign> {
  const campaign = campaigns.get(name) ?? parseSeed(name)
  campaigns.set(name, campaign)
  return campaign
}

async function parseSeed(name: string): Promise<Campaign> {
  const parsed = parseCampaign(await readFile(`${root}/prisma/seed/${name}.yaml`, 'utf8'))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)))
  return parsed.campaign
}

export const translator = createTranslator(`${root}/locales`)

const answerers = new Map<Campaign, Answerer>()

/** Making one takes a while, and it never changes. */
export function answererOf(campaign: Campaign): Answerer {
  const answerer = answerers.get(campaign) ?? createAnswerer(campaign)
  answerers.set(campaign, answerer)
  return answerer
}

const readers = new Map<Campaign, QuickReader>()

/** The same. */
export function readerOf(campaign: Campaign): QuickReader {
  const reader = readers.get(campaign) ?? createQuickReader(campaign)
  readers.set(campaign, reader)
  return reader
}

const roomy: ChannelLimits = {
  text: 4096,
  caption: 1024,
  choices: 40,
  buttons: true,
  edits: true,
  files: true,
  groups: true,
  contacts: true,
}

export interface Sent {
  readonly to: Address
  readonly message: OutgoingMessage
}

/** A channel that only remembers what was sent through it, and hands out the files that were put into it. */
export function recordingChannel(
  name: ChannelName = 'telegram',
): Channel & { readonly sent: Sent[]; readonly files: Map<string, Uint8Array> } {
  const sent: Sent[] = []
  const files = new Map<string, Uint8Array>()
  return {
    name,
    limits: roomy,
    sent,
    files,
    start: async () => undefined,
    stop: async () => undefined,
    async send(to, message) {
      sent.push({ to, message })
      return { externalId: String(sent.length) }
    },
    async download(id) {
      const bytes = files.get(id)
      if (!bytes) throw new SendError('rejected', 'no such file')
      return bytes
    },
    administers: async (_group, userId) => userId.endsWith('-admin'),
  }
}

export interface TestApp {
  readonly app: App
  readonly sent: Sent[]
  clock: Date
  /** A person does something, and everything that follows from it happens. Gives what reached that person. */
  does(userId: string, input: Input, more?: Partial<IncomingUpdate>): Promise<OutgoingMessage[]>
  says(userId: string, words: string): Promise<OutgoingMessage[]>
  /** Somebody drops a file into the chat. */
  drops(userId: string, name: string, bytes: Uint8Array): Promise<OutgoingMessage[]>
  /** Presses the choice with that label under the last message that offered it. */
  presses(userId: string, label: string): Promise<OutgoingMessage[]>
  /** Somebody does something in a group. Gives what was said there, in whatever topic. */
  inGroup(group: string, userId: string, input: Input, more?: Partial<IncomingUpdate>): Promise<OutgoingMessage[]>
}

/** The whole bot on a database, with a recording channel. Ids end in `-owner`, `-office` or `-coordinator-<unit>` for those seats. */
export async function createTestApp(
  database: Database,
  options: { campaign?: Campaign; now?: string; log?: AppLog; channel?: ReturnType<typeof recordingChannel> } = {},
): Promise<TestApp> {
  const channel = options.channel ?? recordingChannel()
  const campaign = options.campaign ?? (await readCampaign())
  let updates = 0
  const silent = () => undefined
  const test: TestApp = {
    clock: new Date(options.now ?? '2025-11-10T08:00:00+07:00'),
    sent: channel.sent,
    app: createApp({
      database,
      campaign,
      answerer: answererOf,
      quick: readerOf,
      channels: [channel],
      readFile: readBytes,
      translator,
      timezone: 'Asia/Ho_Chi_Minh',
      clock: () => test.clock,
      seatOf: (_channel, userId): Seat => {
        if (userId.endsWith('-office')) return { role: 'office' }
        if (userId.endsWith('-owner')) return { role: 'owner' }
        const unit = /-coordinator-(\w+)$/.exec(userId)?.[1]
        return unit === undefined ? { role: 'staff' } : { role: 'coordinator', coordinates: [unit] }
      },
      log: options.log ?? { info: silent, warn: silent, error: silent },
    }),
    async does(userId, input, more = {}) {
      const before = channel.sent.length
      updates += 1
      await test.app.accept({
        id: String(updates),
        address: { channel: channel.name, chat: userId },
        from: { id: userId, language: 'vi' },
        private: true,
        addressed: true,
        input,
        ...more,
      })
      await test.app.drain()
      return channel.sent.slice(before).flatMap((one) => (one.to.chat === userId ? [one.message] : []))
    },
    async inGroup(group, userId, input, more = {}) {
      const before = channel.sent.length
      const address = { channel: channel.name, chat: group }
      await test.does(userId, input, { address, private: false, ...more })
      return channel.sent.slice(before).flatMap((one) => (one.to.chat === group ? [one.message] : []))
    },
    drops(userId, name, bytes) {
      const id = `file-${channel.files.size + 1}`
      channel.files.set(id, bytes)
      const file = { kind: 'document', channel: channel.name, id, name } as const
      return test.does(userId, { kind: 'file', file, caption: '' })
    },
    says: (userId, words) => test.does(userId, { kind: 'text', text: words }),
    async presses(userId, label) {
      const offers = channel.sent
        .filter((one) => one.to.chat === userId)
        .flatMap(({ message }) => message.choices?.flat() ?? [])
      const choice = offers.findLast((one) => one.label === label)
      if (!choice)
        throw new Error(
          `No choice "${label}"; the last ones were ${offers
            .slice(-12)
            .map((one) => one.label)
            .join(' | ')}`,
        )
      return test.does(userId, { kind: 'choice', id: choice.id }, { pressedOn: '1' })
    },
  }
  return test
}
