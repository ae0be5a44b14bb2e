import type { Api } from 'grammy'
import type { Locale } from '../../core/campaign/campaign.ts'
import { forGrammy, type Log } from './connecting.ts'
import { describe } from './errors.ts'

// Telegram allows a to z, digits and underscores only, hence no diacritics.
const privateCommands = ['start', 'dangky', 'cuatoi', 'hoi', 'moc', 'nhac', 'dulieu', 'ngonngu', 'huy', 'trogiup']
const groupCommands = ['hoi', 'moc', 'trogiup']

const menus = [
  { scope: 'all_private_chats', commands: privateCommands },
  { scope: 'all_group_chats', commands: groupCommands },
  { scope: 'all_chat_administrators', commands: [...groupCommands, 'tin'] },
] as const

/** The language of a menu, and under which of Telegram's language codes it is shown; none is for everybody else. */
const variants: readonly { locale: Locale; code?: 'vi' | 'en' }[] = [
  { locale: 'vi' },
  { locale: 'vi', code: 'vi' },
  { locale: 'en', code: 'en' },
]

export interface PublishOptions {
  readonly api: Api
  readonly words: (key: string, locale: Locale) => string
  readonly log: Log
  readonly signal: AbortSignal
}

/** Tells Telegram which commands to offer, where and in which words. The bot works without: a failure is only logged. */
export async function publishCommands({ api, words, log, signal }: PublishOptions): Promise<void> {
  try {
    for (const { scope, commands } of menus) {
      for (const { locale, code } of variants) {
        const menu = commands.map((command) => ({ command, description: words(`telegram-command-${command}`, locale) }))
        const language = code === undefined ? {} : { language_code: code }
        await api.setMyCommands(menu, { scope: { type: scope }, ...language }, forGrammy(signal))
      }
    }
  } catch (cause) {
    if (!signal.aborted) log.warn({ reason: describe(cause) }, 'The command menu could not be set')
  }
}
