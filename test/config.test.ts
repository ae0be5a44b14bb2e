import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type Config, type Environment, parseConfig, variableNames } from '../src/config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const token = '123456:AAF-secret_token'
const secret = 'a-secret-of-enough-letters'

describe('parseConfig', () => {
  test('makes a demonstration of an empty environment', () => {
    expect(configOf({})).toEqual({
      demo: { now: new Date('2025-11-10T08:00:00+07:00') },
      webChat: true,
      host: '127.0.0.1',
      port: 3000,
      database: { kind: 'pglite', folder: resolve('data/demo') },
      campaignFile: resolve(root, 'prisma/seed/ca-mau-80-nam.yaml'),
      owners: [],
      timezone: 'Asia/Ho_Chi_Minh',
      logLevel: 'info',
    })
  })

  test('serves Telegram by polling once it has a token, without web chat and demonstration', () => {
    const config = configOf({ TELEGRAM_BOT_TOKEN: token })
    expect(config.telegram).toEqual({
      token,
      apiRoot: 'https://api.telegram.org',
      mode: { kind: 'polling' },
      paidBroadcast: false,
    })
    expect(config.demo).toBeUndefined()
    expect(config.webChat).toBe(false)
    expect(config.database).toEqual({ kind: 'pglite', folder: resolve('data/db') })
  })

  test('serves Telegram by webhook, and joins addresses without a double slash', () => {
    const config = configOf({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: secret,
      PUBLIC_URL: 'https://bot.example.gov.vn/',
      TELEGRAM_PAID_BROADCAST: 'on',
      WEB_CHAT: 'on',
    })
    expect(config.telegram).toEqual({
      token,
      apiRoot: 'http://127.0.0.1:8081',
      mode: { kind: 'webhook', publicUrl: 'https://bot.example.gov.vn', secret },
      paidBroadcast: true,
    })
    expect(config.webChat).toBe(true)
  })

  test('takes an empty value and surrounding blanks for what they mean', () => {
    expect(configOf({ TELEGRAM_BOT_TOKEN: '', WEB_CHAT: '  ', PORT: ' 8080 ' })).toEqual(configOf({ PORT: '8080' }))
  })

  test('reads what else there is', () => {
    const config = configOf({
      DATABASE_URL: 'postgresql://bot:p%40ss@db:5432/thi_dua',
      OWNERS: 'telegram:111, zalo-bot:abc,telegram:111,',
      DATA_DIR: '/srv/bot',
      CAMPAIGN_FILE: 'mine.yaml',
      TIMEZONE: 'UTC',
      LOG_LEVEL: 'debug',
      HOST: '::1',
      PORT: '0',
    })
    expect(config).toMatchObject({
      database: { kind: 'postgres', url: 'postgresql://bot:p%40ss@db:5432/thi_dua' },
      owners: [
        { channel: 'telegram', userId: '111' },
        { channel: 'zalo-bot', userId: 'abc' },
      ],
      campaignFile: resolve('mine.yaml'),
      timezone: 'UTC',
      logLevel: 'debug',
      host: '::1',
      port: 0,
    })
    expect(config.demo?.now).toEqual(new Date('2025-11-10T08:00:00Z'))
    expect(configOf({ DATA_DIR: '/srv/bot' }).database).toEqual({ kind: 'pglite', folder: '/srv/bot/demo' })
  })

  test.each([
    ['2025-12-01T07:30', '2025-12-01T00:30:00Z'],
    ['2025-12-01T07:30:15', '2025-12-01T00:30:15Z'],
    ['2025-12-01T07:30+09:00', '2025-11-30T22:30:00Z'],
    ['2025-12-01T07:30Z', '2025-12-01T07:30:00Z'],
  ])('starts the clock of the demonstration at %s', (written, meant) => {
    expect(configOf({ DEMO_NOW: written }).demo?.now).toEqual(new Date(meant))
  })

  test.each<[string, Environment, string]>([
    ['a token that is cut short', { TELEGRAM_BOT_TOKEN: 'AAFsecret' }, 'TELEGRAM_BOT_TOKEN: must be the whole token'],
    ['a channel without its token', { TELEGRAM_MODE: 'webhook' }, 'TELEGRAM_BOT_TOKEN: is missing'],
    [
      'paid broadcast by another word',
      telegram({ TELEGRAM_PAID_BROADCAST: 'yes' }),
      'TELEGRAM_PAID_BROADCAST: must be on or',
    ],
    ['an unknown mode', telegram({ TELEGRAM_MODE: 'push' }), 'TELEGRAM_MODE: must be polling or webhook'],
    ['plain http to a far API', telegram({ TELEGRAM_API_ROOT: 'http://example.org' }), 'TELEGRAM_API_ROOT: must be an'],
    ['an API root that is no address', telegram({ TELEGRAM_API_ROOT: 'api.telegram.org' }), 'TELEGRAM_API_ROOT: must'],
    ['a webhook without an address', webhook({ PUBLIC_URL: '' }), 'PUBLIC_URL: is needed'],
    ['a webhook at plain http', webhook({ PUBLIC_URL: 'http://bot.example.org' }), 'PUBLIC_URL: must be an https'],
    ['a webhook without a secret', webhook({ TELEGRAM_WEBHOOK_SECRET: '' }), 'TELEGRAM_WEBHOOK_SECRET: is needed'],
    ['a short secret', webhook({ TELEGRAM_WEBHOOK_SECRET: 'secret' }), 'TELEGRAM_WEBHOOK_SECRET: must be 16 to 256'],
    ['a secret with a blank', webhook({ TELEGRAM_WEBHOOK_SECRET: `${secret} ${secret}` }), 'TELEGRAM_WEBHOOK_SECRET:'],
    ['a channel to come', { ZALO_BOT_TOKEN: 'secret' }, 'ZALO_BOT_TOKEN: Zalo is not built yet in this version'],
    ['a simulated clock beside a channel', telegram({ DEMO_NOW: '2025-11-10T08:00' }), 'DEMO_NOW: is only for the dem'],
    ['nothing to run', { WEB_CHAT: 'off' }, 'WEB_CHAT: off leaves nothing to run'],
    ['neither on nor off', { WEB_CHAT: 'yes' }, 'WEB_CHAT: must be on or off'],
    ['a port that is no number', { PORT: '3000a' }, 'PORT: must be a number from 0 to 65535'],
    ['a port too high', { PORT: '65536' }, 'PORT: must be a number from 0 to 65535'],
    ['a host with a port in a URL', { HOST: 'http://0.0.0.0' }, 'HOST: must be an address to listen on'],
    ['another database', { DATABASE_URL: 'mysql://root:secret@db/x' }, 'DATABASE_URL: must be postgresql://user:pass'],
    [
      'a broken database address',
      { DATABASE_URL: 'postgres://u:p#secret@db:x/y' },
      'DATABASE_URL: must be postgresql:',
    ],
    ['a schema', { DATABASE_URL: 'postgres://u:secret@db/y?schema=z' }, 'DATABASE_URL: must not name a schema'],
    [
      'an owner by user name',
      { OWNERS: 'telegram:@binh' },
      'OWNERS: "telegram:@binh" must be a channel and the number',
    ],
    ['an owner without channel', { OWNERS: '111' }, 'OWNERS: "111" must be a channel'],
    ['an owner by web chat', { OWNERS: 'web:1' }, 'OWNERS: "web:1" must be a channel'],
    ['an unknown time zone', { TIMEZONE: 'Asia/Ca_Mau' }, 'TIMEZONE: must be a name of the IANA time zone list'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug, info'],
    ['a date without time', { DEMO_NOW: '2025-11-10' }, 'DEMO_NOW: must be a date and time such as'],
    ['a day that is not', { DEMO_NOW: '2025-02-30T08:00' }, 'DEMO_NOW: must be a date and time such as'],
    ['a misspelt name', telegram({ TELEGRAM_WEBHOK_SECRET: secret }), 'did you mean TELEGRAM_WEBHOOK_SECRET?'],
    ['a name of its old form', { TELEGRAM_TOKEN: token }, 'did you mean TELEGRAM_BOT_TOKEN?'],
    ['a name that is nothing like ours', { ZALO_COFFEE_MACHINE: '1' }, 'is not a variable of this program'],
  ])('refuses %s in one line that tells no secret', (_, env, line) => {
    const problems = problemsOf(env)
    expect(problems).toEqual([expect.stringContaining(line)])
    expect(problems[0]).not.toMatch(/secret@|AAF-secret_token|a-secret-of|AAFsecret|\n/)
  })

  test('reports every problem at once', () => {
    const problems = problemsOf({ TELEGRAM_MODE: 'x', PORT: 'y', OWNERS: 'a,b', ZALO_OA_APP_ID: '1', TIMEZONE: 'z' })
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'TELEGRAM_MODE',
      'PORT',
      'OWNERS',
      'OWNERS',
      'TIMEZONE',
      'ZALO_OA_APP_ID',
      'TELEGRAM_BOT_TOKEN',
    ])
  })

  test('ignores the variables of others', () => {
    expect(configOf({ PATH: '/bin', NODE_ENV: 'production', npm_config_cache: 'x' })).toEqual(configOf({}))
  })
})

describe('.env.example', () => {
  const text = readFileSync(resolve(root, '.env.example'), 'utf8')
  const lines = text.split('\n')
  const entries = lines.flatMap((line, index) => {
    const [, hash, name, value] = /^(#?)([A-Z_]+)=(.*)$/.exec(line) ?? []
    return name ? [{ name, isDefault: hash === '#', value: value ?? '', above: lines[index - 1] ?? '' }] : []
  })

  test('lists every variable in the order of the schema', () => {
    expect(entries.map((entry) => entry.name)).toEqual(variableNames)
  })

  test.each(entries)('explains $name in the line above', ({ above }) => {
    expect(above).toMatch(/^# \S.{10,}/)
  })

  test.each(entries.filter((entry) => entry.isDefault))('shows the true default of $name', ({ name, value }) => {
    const base = name.startsWith('TELEGRAM_') ? { TELEGRAM_BOT_TOKEN: token } : {}
    expect(configOf({ ...base, [name]: value })).toEqual(configOf(base))
  })

  test('shows a default wherever there is one', () => {
    expect(entries.filter((entry) => !entry.isDefault && entry.value !== '')).toEqual([])
    expect(entries.filter((entry) => entry.isDefault).map((entry) => entry.name)).toEqual([
      'TELEGRAM_API_ROOT',
      'TELEGRAM_MODE',
      'TELEGRAM_PAID_BROADCAST',
      'HOST',
      'PORT',
      'DATA_DIR',
      'CAMPAIGN_FILE',
      'TIMEZONE',
      'LOG_LEVEL',
      'DEMO_NOW',
    ])
  })

  test('changes nothing when copied as it is', () => {
    expect(configOf(parseEnv(text))).toEqual(configOf({}))
  })
})

function telegram(more: Environment): Environment {
  return { TELEGRAM_BOT_TOKEN: token, ...more }
}

function webhook(more: Environment): Environment {
  return telegram({
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: secret,
    PUBLIC_URL: 'https://bot.example.org',
    ...more,
  })
}

function configOf(env: Environment): Config {
  const result = parseConfig(env)
  if ('problems' in result) throw new Error(result.problems.join('\n'))
  return result.config
}

function problemsOf(env: Environment): readonly string[] {
  const result = parseConfig(env)
  if ('config' in result) throw new Error('No problem was found')
  return result.problems
}
