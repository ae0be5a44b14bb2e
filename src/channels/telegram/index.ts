import { Api } from 'grammy'
import type { Locale } from '../../core/campaign/campaign.ts'
import type { Channel, LoadFile } from '../../core/channel.ts'
import type { IncomingUpdate } from '../../core/message.ts'
import { createAdministratorCheck } from './administrators.ts'
import { publishCommands } from './commands.ts'
import { connect, forGrammy, type Log, type Mode } from './connecting.ts'
import type { Bot } from './decode.ts'
import { createDownload } from './download.ts'
import { limits, pace, paidPace } from './encode.ts'
import { createIntake } from './intake.ts'
import { pollTimeoutSeconds, pollUpdates } from './polling.ts'
import { createSender } from './sending.ts'
import { createTransport } from './transport.ts'
import { createWebhook } from './webhook.ts'

export interface TelegramOptions {
  readonly token: string
  /** Where the Bot API is served, if not by Telegram itself: an own server, or a proxy where Telegram is blocked. */
  readonly apiRoot?: string
  readonly mode: Mode
  /** Sends broadcasts by Telegram's paid way, which is faster and costs the bot's owner Stars. */
  readonly paidBroadcast?: boolean
  /** The documents that we may be asked to send. */
  readonly files: LoadFile
  /** The description of a command in the menu. */
  readonly words: (key: string, locale: Locale) => string
  readonly log: Log
}

/** A call that takes longer is given up, and what became of it is unknown. */
const callTimeoutSeconds = 20

/** Telegram, by long polling or by webhook. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { log, mode, words, files, paidBroadcast = false } = options
  const { api, pollingApi, apiRoot } = createApis(options)
  const webhook = mode.kind === 'webhook' ? createWebhook({ secret: mode.secret, log }) : undefined
  let running: { readonly stopping: AbortController; readonly work: Promise<void> } | undefined
  let me: Bot | undefined

  async function whoAmI(signal?: AbortSignal): Promise<Bot> {
    me ??= await api.getMe(signal && forGrammy(signal))
    return me
  }

  async function run(receive: (update: IncomingUpdate) => Promise<void>, signal: AbortSignal, tried: () => void) {
    const bot = await connect({ api, mode, whoAmI, log }, signal, tried)
    const take = bot && createIntake({ api, bot, receive, log })
    if (take) webhook?.open(take)
    tried()
    if (take === undefined) return
    log.info({ bot: bot?.username, mode: mode.kind }, 'Telegram is connected')
    void publishCommands({ api, words, log, signal })
    if (mode.kind === 'polling') await pollUpdates({ api: pollingApi, take, log, signal })
  }

  return {
    name: 'telegram',
    limits,
    pace: paidBroadcast ? paidPace : pace,
    exclusive: mode.kind === 'polling',
    async start(receive) {
      if (running) throw new Error('The Telegram channel is running already')
      const stopping = new AbortController()
      await new Promise<void>((tried) => {
        running = { stopping, work: run(receive, stopping.signal, tried) }
      })
    },
    async stop() {
      running?.stopping.abort()
      await running?.work
      await webhook?.close()
      running = undefined
    },
    send: createSender({ api, whoAmI, files, paidBroadcast }),
    download: createDownload({ api, apiRoot, token: options.token }),
    administers: createAdministratorCheck(api),
    ...(webhook && { webhook: webhook.handle }),
  }
}

function createApis(options: TelegramOptions): { api: Api; pollingApi: Api; apiRoot: string } {
  const apiRoot = (options.apiRoot ?? 'https://api.telegram.org').replace(/\/+$/, '')
  const client = { apiRoot, fetch: createTransport(apiRoot).fetch }
  return {
    apiRoot,
    api: new Api(options.token, { ...client, timeoutSeconds: callTimeoutSeconds }),
    pollingApi: new Api(options.token, { ...client, timeoutSeconds: pollTimeoutSeconds }),
  }
}
