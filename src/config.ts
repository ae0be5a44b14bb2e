import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { ChannelName } from './core/message.ts'
import type { DatabaseOptions } from './db/client.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface TelegramConfig {
  readonly token: string
  readonly apiRoot: string
  readonly mode:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string }
  /** Broadcasts may cost Stars, and go faster for it. */
  readonly paidBroadcast: boolean
}

export interface Config {
  /** Absent: not served. */
  readonly telegram?: TelegramConfig
  readonly webChat: boolean
  /** Present where no channel is configured: a demonstration, whose clock starts at `now`. */
  readonly demo?: { readonly now: Date }
  readonly host: string
  readonly port: number
  /** The address under which the world reaches us. */
  readonly publicUrl?: string
  readonly database: DatabaseOptions
  readonly campaignFile: string
  /** Accounts that may do everything, from their first message on. */
  readonly owners: readonly { readonly channel: ChannelName; readonly userId: string }[]
  readonly timezone: string
  readonly logLevel: LogLevel
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const defaultCampaignFile = 'prisma/seed/ca-mau-80-nam.yaml'
const unbuilt = z.string().optional()
const portRule = 'must be a number from 0 to 65535'

const variables = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be the whole token that @BotFather gave, such as 123456789:AAF…')
    .optional(),
  TELEGRAM_API_ROOT: webAddress().default('https://api.telegram.org'),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], 'must be polling or webhook').default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 of the characters A-Z a-z 0-9 _ - (Telegram takes no others)')
    .optional(),
  TELEGRAM_PAID_BROADCAST: z.enum(['on', 'off'], 'must be on or off').default('off'),
  ZALO_BOT_TOKEN: unbuilt,
  ZALO_BOT_API_ROOT: unbuilt,
  ZALO_BOT_MODE: unbuilt,
  ZALO_BOT_WEBHOOK_SECRET: unbuilt,
  ZALO_OA_APP_ID: unbuilt,
  ZALO_OA_APP_SECRET: unbuilt,
  ZALO_OA_WEBHOOK_SECRET: unbuilt,
  ZALO_OA_REFRESH_TOKEN: unbuilt,
  ZALO_OA_API_ROOT: unbuilt,
  ZALO_OA_OAUTH_ROOT: unbuilt,
  WEB_CHAT: z.enum(['on', 'off'], 'must be on or off').optional(),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, portRule).transform(Number).pipe(z.number().max(65535, portRule)).default(3000),
  PUBLIC_URL: webAddress().optional(),
  DATABASE_URL: z.string().superRefine(checkDatabaseUrl).optional(),
  DATA_DIR: z.string().default('./data'),
  CAMPAIGN_FILE: z.string().default(defaultCampaignFile),
  OWNERS: z.string().transform(toOwners).default([]),
  TIMEZONE: z
    .string()
    .refine(isTimezone, 'must be a name of the IANA time zone list, such as Asia/Ho_Chi_Minh')
    .default('Asia/Ho_Chi_Minh'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  DEMO_NOW: z.string().refine(isMoment, 'must be a date and time such as 2025-11-10T08:00').default('2025-11-10T08:00'),
}

type Name = keyof typeof variables
type Given = Readonly<Record<string, string>>

/** Every variable that the program reads, in the order of `.env.example`. */
export const variableNames = Object.keys(variables) as readonly Name[]

/** What the environment says, or one line for each thing that is wrong with it. Lines never repeat a secret. */
export function parseConfig(env: Environment): { readonly config: Config } | { readonly problems: readonly string[] } {
  // `NAME=` in an environment file means the same as no such line.
  const given: Given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
  const parsed = z.object(variables).safeParse(given)
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  const problems = [...wrong, ...misspelt(given), ...unbuiltChannels(given), ...halfSet(given)]
  return parsed.success && problems.length === 0 ? { config: toConfig(parsed.data) } : { problems }
}

function toConfig(values: z.output<z.ZodObject<typeof variables>>): Config {
  const telegram = toTelegram(values)
  const dataDir = resolve(values.DATA_DIR)
  return {
    ...(telegram ? { telegram } : { demo: { now: toMoment(values.DEMO_NOW, values.TIMEZONE) } }),
    webChat: !telegram || values.WEB_CHAT === 'on',
    host: values.HOST,
    port: values.PORT,
    ...(values.PUBLIC_URL ? { publicUrl: values.PUBLIC_URL } : {}),
    database: values.DATABASE_URL
      ? { kind: 'postgres', url: values.DATABASE_URL }
      : { kind: 'pglite', folder: join(dataDir, telegram ? 'db' : 'demo') },
    campaignFile: toCampaignFile(values.CAMPAIGN_FILE),
    owners: values.OWNERS,
    timezone: values.TIMEZONE,
    logLevel: values.LOG_LEVEL,
  }
}

function toTelegram(values: z.output<z.ZodObject<typeof variables>>): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PUBLIC_URL: publicUrl } = values
  const secret = values.TELEGRAM_WEBHOOK_SECRET
  const paidBroadcast = values.TELEGRAM_PAID_BROADCAST === 'on'
  if (!token) return undefined
  if (values.TELEGRAM_MODE === 'polling') return { token, apiRoot, paidBroadcast, mode: { kind: 'polling' } }
  // `halfSet` has refused a webhook without these two.
  if (!publicUrl || !secret) throw new Error('A webhook needs PUBLIC_URL and TELEGRAM_WEBHOOK_SECRET')
  return { token, apiRoot, paidBroadcast, mode: { kind: 'webhook', publicUrl, secret } }
}

function halfSet(given: Given): string[] {
  const problems: string[] = []
  const telegram = Object.keys(given).filter((name) => isKnown(name) && name.startsWith('TELEGRAM_'))
  if (telegram.length > 0 && !given.TELEGRAM_BOT_TOKEN)
    problems.push(`TELEGRAM_BOT_TOKEN: is missing although ${telegram.join(', ')} is set; set it, or remove the others`)
  if (given.TELEGRAM_BOT_TOKEN && given.TELEGRAM_MODE === 'webhook') {
    if (!given.PUBLIC_URL)
      problems.push('PUBLIC_URL: is needed for TELEGRAM_MODE=webhook: the https address at which Telegram reaches us')
    if (!given.TELEGRAM_WEBHOOK_SECRET)
      problems.push('TELEGRAM_WEBHOOK_SECRET: is needed for TELEGRAM_MODE=webhook: 16 random characters or more')
  }
  if (given.TELEGRAM_BOT_TOKEN && given.DEMO_NOW)
    problems.push('DEMO_NOW: is only for the demonstration; remove it, since a real channel runs on the real clock')
  if (!given.TELEGRAM_BOT_TOKEN && given.WEB_CHAT === 'off')
    problems.push('WEB_CHAT: off leaves nothing to run; set TELEGRAM_BOT_TOKEN, or remove WEB_CHAT')
  return problems
}

function unbuiltChannels(given: Given): string[] {
  const zalo = variableNames.filter((name) => name.startsWith('ZALO_') && given[name])
  return zalo.map((name) => `${name}: Zalo is not built yet in this version; remove it`)
}

function misspelt(given: Given): string[] {
  const unknown = Object.keys(given).filter((name) => /^(TELEGRAM|ZALO)_/.test(name) && !isKnown(name))
  return unknown.map((name) => {
    const [nearest] = variableNames.map((known) => ({ known, apart: distance(name, known) })).sort(byDistance)
    const hint = nearest && nearest.apart <= 4 ? `; did you mean ${nearest.known}?` : ''
    return `${name}: is not a variable of this program${hint}`
  })
}

const isKnown = (name: string) => Object.hasOwn(variables, name)
const byDistance = (a: { apart: number }, b: { apart: number }) => a.apart - b.apart

/** How many letters to remove and insert between two words. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 2)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/** An https address, or http on this machine; without a slash at its end, since paths are put behind it. */
function webAddress() {
  return z
    .string()
    .refine(isWebAddress, 'must be an https:// address without user, query or fragment (http:// only for 127.0.0.1)')
    .transform((address) => address.replace(/\/+$/, ''))
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(address)
  if (username || password || search || hash) return false
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}

function checkDatabaseUrl(url: string, context: z.RefinementCtx): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !['postgres:', 'postgresql:'].includes(parsed.protocol))
    context.addIssue(
      'must be postgresql://user:password@host:5432/database, with special characters in the password percent-encoded',
    )
  else if (parsed.searchParams.has('schema'))
    context.addIssue('must not name a schema; give the bot a database of its own')
}

function toOwners(list: string, context: z.RefinementCtx): Config['owners'] {
  const entries = new Set(list.split(',').map((entry) => entry.trim()))
  entries.delete('')
  return [...entries].flatMap((entry) => {
    // A visitor of the web chat proves nothing about who they are, so none of them can own the bot.
    const [, channel, userId] = /^(telegram(?=:\d+$)|zalo-bot|zalo-oa):([\w-]+)$/.exec(entry) ?? []
    if (channel && userId) return [{ channel: channel as ChannelName, userId }]
    context.addIssue(`"${entry}" must be a channel and the number of an account, such as telegram:123456789`)
    return []
  })
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isMoment(text: string): boolean {
  try {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && toMoment(text, 'UTC') instanceof Date
  } catch {
    return false
  }
}

function toMoment(text: string, timezone: string): Date {
  const isAbsolute = /(Z|[+-]\d\d:?\d\d)$/.test(text.slice('2025-11-10'.length))
  const instant = isAbsolute
    ? Temporal.Instant.from(text)
    : Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).toInstant()
  return new Date(instant.epochMilliseconds)
}

function toCampaignFile(path: string): string {
  return path === defaultCampaignFile ? join(packageRoot, path) : resolve(path)
}
