import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src')

interface File {
  /** Relative to src, with `/`. */
  readonly name: string
  readonly text: string
  /** What it imports: files relative to src, or packages. */
  readonly imports: readonly string[]
}

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}generated${sep}`))
}

function readSource(path: string): File {
  const text = readFileSync(path, 'utf8')
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? toName(join(dirname(path), target)) : target,
  )
  return { name: toName(path), text, imports }
}

function toName(path: string): string {
  return relative(source, path).split(sep).join('/')
}

const files = listFiles(source, '.ts').map(readSource)
const roomOf = (name: string) => (name.includes('/') ? (name.split('/')[0] ?? '') : name)
const inRoom = (room: string) => files.filter((file) => roomOf(file.name) === room)
const isPackage = (target: string) => !target.endsWith('.ts')

// What each room may import besides itself. `main.ts` and the tools in `cli` may see everything.
const neighbours: Readonly<Record<string, readonly string[]>> = {
  core: [],
  dialogues: ['core'],
  channels: ['core'],
  db: ['core'],
  i18n: ['core'],
  documents: ['core'],
  jobs: ['core'],
  server: ['core'],
  'config.ts': ['core', 'db'],
  'handle-turn.ts': ['core', 'db', 'i18n'],
  'app.ts': ['core', 'dialogues', 'db', 'documents', 'i18n', 'jobs', 'handle-turn.ts'],
}

describe('directions', () => {
  test.each(Object.entries(neighbours))('%s imports only its neighbours', (room, allowed) => {
    const strangers = inRoom(room).flatMap((file) =>
      file.imports
        .filter((target) => !isPackage(target) && ![room, ...allowed].includes(roomOf(target)))
        .map((target) => `${file.name} imports ${target}`),
    )
    expect(strangers).toEqual([])
  })

  test('every room has its rule', () => {
    const known = new Set([...Object.keys(neighbours), 'main.ts', 'start.ts', 'demo.ts', 'cli'])
    expect(files.map((file) => roomOf(file.name)).filter((room) => !known.has(room))).toEqual([])
  })

  test('config.ts knows the database room by its types only', () => {
    const config = files.find((file) => file.name === 'config.ts')
    expect(config?.text.match(/^import (?!type ).*'\.\/db\/.*$/m)).toBeNull()
  })

  test('the core imports no package but pure data libraries, and touches nothing outside', () => {
    const pure = new Set(['zod', 'yaml', 'temporal-polyfill'])
    const packages = inRoom('core').flatMap((file) =>
      file.imports.filter((target) => isPackage(target) && !pure.has(target)),
    )
    expect(packages).toEqual([])
    const outside = /\b(Date\.now\(|new Date\(\)|process\.|Math\.random|fetch\(|setTimeout|Buffer\b|console\.)/
    expect(
      inRoom('core')
        .filter((file) => outside.test(file.text))
        .map((file) => file.name),
    ).toEqual([])
  })

  test('the rooms of the core do not import each other in circles', () => {
    // A file beside the rooms is a room of its own.
    const coreRoom = (name: string) => name.split('/')[1] ?? ''
    const steps = inRoom('core').flatMap(({ name, imports }) =>
      imports
        .filter((target) => roomOf(target) === 'core' && coreRoom(target) !== coreRoom(name))
        .map((target) => ({ from: coreRoom(name), to: coreRoom(target), said: `${name} imports ${target}` })),
    )
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const { to } of steps.filter((step) => step.from === from && !seen.has(step.to))) reached(to, seen.add(to))
      return seen
    }
    const circles = steps.filter(({ from, to }) => reached(to).has(from)).map((step) => step.said)
    expect(circles).toEqual([])
  })

  test('no channel imports another, and only index.ts of the room knows them all', () => {
    const crossing = inRoom('channels').flatMap((file) => {
      const [, own, inside] = file.name.split('/')
      if (inside === undefined) return []
      return file.imports
        .filter((target) => target.startsWith('channels/') && target.split('/')[1] !== own)
        .map((target) => `${file.name} imports ${target}`)
    })
    expect(crossing).toEqual([])
  })

  test.each([
    ['node-cron', ['jobs/scheduler.ts']],
    ['grammy', ['channels/telegram']],
    ['@fluent/bundle', ['i18n/fluent.ts']],
    ['fflate', ['documents']],
    ['read-excel-file/node', ['documents/read-xlsx.ts']],
    ['pino', ['main.ts', 'start.ts', 'channels', 'server']],
  ])('%s is imported only where it belongs', (name, places) => {
    const users = files.filter((file) => file.imports.includes(name)).map((file) => file.name)
    expect(users.filter((user) => !places.some((place) => user.startsWith(place)))).toEqual([])
  })

  test('the platforms are named only in their channels, the configuration and the list of channels', () => {
    const allowed = /^(channels\/|config\.ts$|main\.ts$|core\/message\.ts$)/
    const named = files.filter(
      (file) => !allowed.test(file.name) && /['"](telegram|zalo-bot|zalo-oa)['"]/.test(file.text),
    )
    expect(named.map((file) => file.name)).toEqual([])
  })

  test('process.env is read by main.ts and the tools alone, and handed to parseConfig', () => {
    const readers = files.filter((file) => file.text.includes('process.env')).map((file) => file.name)
    expect(readers.filter((name) => name !== 'main.ts' && name !== 'cli/campaign.ts')).toEqual([])
  })

  test('only delivering calls channel.send', () => {
    const callers = files.filter((file) => /\bchannel\.send\(/.test(file.text)).map((file) => file.name)
    expect(callers).toEqual(['jobs/deliver-outbox.ts'])
  })
})

describe('habits', () => {
  test('no drawers', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|lib|misc|types|constants)(\/|\.ts$)/
    expect(files.map((file) => file.name).filter((name) => drawers.test(name))).toEqual([])
  })

  test('no file over 300 lines', () => {
    expect(files.filter((file) => file.text.split('\n').length > 300).map((file) => file.name)).toEqual([])
  })

  test('no default exports, no enums', () => {
    const odd = files.filter((file) => /^export default |^(export )?(const )?enum /m.test(file.text))
    expect(odd.map((file) => file.name)).toEqual([])
  })
})

describe('words', () => {
  const locales = join(root, 'locales')
  const keysOf = (locale: string) =>
    new Map(
      readdirSync(join(locales, locale)).map((file) => [
        file,
        [...readFileSync(join(locales, locale, file), 'utf8').matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(
          ([, key]) => key ?? '',
        ),
      ]),
    )

  test('both languages have the same keys in the same files', () => {
    const [vi, en] = [keysOf('vi'), keysOf('en')]
    expect([...en.keys()]).toEqual([...vi.keys()])
    for (const [file, keys] of vi) expect([file, [...(en.get(file) ?? [])].sort()]).toEqual([file, [...keys].sort()])
  })

  test('every key is one that Fluent understands: it passes over what it cannot read', () => {
    for (const locale of ['vi', 'en'])
      for (const [file, keys] of keysOf(locale)) {
        const resource = new FluentResource(readFileSync(join(locales, locale, file), 'utf8'))
        expect([file, resource.body.map((message) => message.id)]).toEqual([file, keys])
      }
  })

  test('no key is defined twice', () => {
    const keys = [...keysOf('vi').values()].flat()
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([])
  })

  test('every key that the code names has words', () => {
    const keys = new Set([...keysOf('vi').values()].flat())
    const named = files.flatMap((file) =>
      [...file.text.matchAll(/\btext\(\s*'([a-z0-9-]+)'/g)].map(([, key]) => key ?? ''),
    )
    expect(named.filter((key) => !keys.has(key))).toEqual([])
  })

  test('every key is used', () => {
    const code = files.map((file) => file.text).join('\n')
    const page = listFiles(join(source, 'channels', 'web', 'page'), '')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const patterns = [...code.matchAll(/`([a-z0-9-]*)\$\{[^}]*\}([a-z0-9-]*)`/g)].map(
      ([, head, tail]) => [head ?? '', tail ?? ''] as const,
    )
    const made = (key: string) =>
      patterns.some(([head, tail]) => head.length >= 4 && key.startsWith(head) && key.endsWith(tail))
    const unused = [...keysOf('vi').values()]
      .flat()
      .filter((key) => !code.includes(`'${key}'`) && !page.includes(key) && !made(key))
    expect(unused).toEqual([])
  })
})
