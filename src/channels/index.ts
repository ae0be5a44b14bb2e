import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Locale } from '../core/campaign/campaign.ts'
import type { Channel, LoadFile } from '../core/channel.ts'
import { type Text, text } from '../core/message.ts'
import type { TelegramOptions } from './telegram/index.ts'
import type { WebChannelOptions } from './web/index.ts'

export interface ChannelsOptions {
  readonly config: {
    readonly telegram?: Pick<TelegramOptions, 'token' | 'mode' | 'paidBroadcast'> & { readonly apiRoot: string }
    readonly webChat: boolean
    readonly demo?: object
    readonly timezone: string
    readonly publicUrl?: string
  }
  readonly transcript: WebChannelOptions['transcript']
  /** The documents that channels may be asked to send. */
  readonly files: LoadFile
  /** Keeps what somebody sends on a page of our own. */
  readonly keep: NonNullable<WebChannelOptions['keep']>
  readonly clock: () => Date
  readonly translator: { say(text: Text, locale: Locale): string }
  readonly refuse: WebChannelOptions['refuse']
  readonly log: Logger
  /** The folder of the program. */
  readonly root: string
}

/** The channels that the configuration asks for; the code of the others is not even loaded. */
export async function createChannels(options: ChannelsOptions): Promise<Channel[]> {
  const { config, translator, files, log } = options
  const channels: Channel[] = []
  if (config.telegram) {
    const { createTelegramChannel } = await import('./telegram/index.ts')
    const words = (key: string, locale: Locale) => translator.say(text(key), locale)
    channels.push(createTelegramChannel({ ...config.telegram, words, files, log: log.child({ channel: 'telegram' }) }))
  }
  if (config.webChat) {
    const { createWebChannel } = await import('./web/index.ts')
    channels.push(
      createWebChannel({
        transcript: options.transcript,
        files,
        keep: options.keep,
        seats: config.demo !== undefined,
        clock: options.clock,
        timezone: config.timezone,
        say: (words, locale) => translator.say(words, locale),
        pageFolder: join(options.root, 'src', 'channels', 'web', 'page'),
        secureCookies: config.publicUrl?.startsWith('https:') ?? false,
        refuse: options.refuse,
        log: log.child({ channel: 'web' }),
      }),
    )
  }
  return channels
}
