import type { Locale } from '../../core/campaign/campaign.ts'
import { type Text, text } from '../../core/message.ts'

/** Puts a sentence into a language, as the translator does. */
export type Say = (text: Text, locale: Locale) => string

export const pageWords = [
  'web-title',
  'web-subtitle',
  'web-skip',
  'web-language',
  'web-language-vi',
  'web-language-en',
  'web-needs-script',
  'web-log',
  'web-compose',
  'web-input',
  'web-placeholder',
  'web-send',
  'web-hint',
  'web-bot',
  'web-person',
  'web-typing',
  'web-new-below',
  'web-chosen',
  'web-choices',
  'web-empty-title',
  'web-empty-text',
  'web-start',
  'web-example-1',
  'web-example-2',
  'web-example-3',
  'web-connecting',
  'web-lost',
  'web-restored',
  'web-not-sent',
  'web-choice-not-sent',
  'web-file',
  'web-file-elsewhere',
] as const

export const demonstrationWords = [
  'web-attach',
  'web-demo-title',
  'web-demo-notice',
  'web-demo-clock',
  'web-demo-next',
  'web-demo-none-next',
  'web-demo-hour',
  'web-demo-day',
  'web-demo-week',
  'web-demo-next-reminder',
  'web-demo-moving',
  'web-demo-failed',
  'web-demo-seats',
  'web-demo-staff',
  'web-demo-staff-about',
  'web-demo-coordinator',
  'web-demo-coordinator-about',
  'web-demo-office',
  'web-demo-office-about',
  'web-demo-owner',
  'web-demo-owner-about',
  'web-unread',
] as const

/** What an answer to the page may refuse, each with its words in `web-error-…`. */
export const refusals = {
  'bad-message': 400,
  'bad-seat': 400,
  'gone-choice': 400,
  'no-session': 401,
  'gone-file': 404,
  'too-long': 413,
  'too-large': 413,
  'not-json': 415,
  'not-ready': 503,
} as const
export type Refusal = keyof typeof refusals

/** Every word that the page may show, by its key. */
export function wordsOf(keys: readonly string[], say: Say, locale: Locale): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, say(text(key), locale)]))
}
