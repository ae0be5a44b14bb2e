/**
 * Each .txt file beside this one is a conversation: `>` what a person types, `> [x]` a choice they press, `> /x` a
 * command, `> (x)` something unreadable, `> (file x.csv: a;b | c;d)` a file with those lines,
 * `> (contact +84…)` a shared number, `> ****-****` the pairing code shown last, `> TD-******` the receipt shown last,
 * `@` the clock put forward,
 * `-` another person's turn from here on, `<` what the bot answers, with its choices in brackets. UPDATE_TRANSCRIPTS=1 writes the answers anew; read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Choice, Input } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { dialogues } from '../../src/dialogues/index.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type Sent, type TestApp } from '../support/test-app.ts'

const folder = import.meta.dirname
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))
const campaign = await readCampaign()
let database: Database

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => emptyTables(database))
afterAll(() => database.close())

describe('transcripts', () => {
  test.each(files)('%s', async (file) => {
    const written = readFileSync(join(folder, file), 'utf8')
    const played = await play(written, await createTestApp(database, { campaign }))
    if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(join(folder, file), played)
    expect(played).toBe(written)
  })

  test.each([...dialogues.keys()])('the dialogue %s has a transcript', (name) => {
    expect(files.some((file) => file.startsWith(`${name}.`))).toBe(true)
  })
})

async function play(written: string, bot: TestApp): Promise<string> {
  const lines: string[] = []
  const read = new Map<string, number>()
  let speaker: Speaker = { person: 'lan' }
  for (const line of written.split('\n')) {
    if (line.startsWith('<')) continue
    lines.push(line)
    if (line.startsWith('- ')) speaker = readSpeaker(line.slice(2))
    else if (line.startsWith('@ ')) await putForward(bot, line.slice(2))
    else if (line.startsWith('> ')) await act(bot, speaker, line.slice(2))
    const place = speaker.group ?? speaker.person
    const mine = bot.sent.filter((one) => one.to.chat === place)
    lines.push(...draw(mine.slice(read.get(place) ?? 0)))
    read.set(place, mine.length)
  }
  return lines.join('\n')
}

async function putForward(bot: TestApp, time: string): Promise<void> {
  bot.clock = new Date(`${time}+07:00`)
  await bot.app.remind()
  await bot.app.nudge()
  await bot.app.drain()
}

/** Who speaks, and where: `lan`, `lan @-100`, `lan @-100/7` in a topic, `anonymous @-100` in the group's own name. */
interface Speaker {
  readonly person: string
  readonly group?: string
  readonly thread?: string
}

function readSpeaker(words: string): Speaker {
  const [person = '', place] = words.split(' @')
  const [group, thread] = place?.split('/') ?? []
  return { person, ...(group !== undefined && { group }), ...(thread !== undefined && { thread }) }
}

async function actInGroup(bot: TestApp, { person, group = '', thread }: Speaker, words: string): Promise<void> {
  const address = { channel: 'telegram', chat: group, ...(thread !== undefined && { thread }) } as const
  const from = person === 'anonymous' ? { id: group, anonymous: true } : { id: person, language: 'vi' }
  const [, label] = /^\[(.*)\]$/.exec(words) ?? []
  const offers = bot.sent.filter((one) => one.to.chat === group).flatMap((one) => one.message.choices?.flat() ?? [])
  const pressed = offers.findLast((one) => one.label === label)
  if (label !== undefined && !pressed) throw new Error(`No choice "${label}" in ${group}`)
  const input = pressed ? ({ kind: 'choice', id: pressed.id } as const) : inputInGroup(words)
  await bot.inGroup(group, person, input, { address, from, ...(pressed && { pressedOn: '1' }) })
}

/** `(present Phòng 1)`, `(gone)`, `(moved -200)`, `(renamed Phòng 2)`, `(closed)`, `(open)`: what is told of the group itself. */
function inputInGroup(words: string): Input {
  const [, told, about = ''] = /^\((present|silenced|gone|moved|renamed|closed|open) ?(.*)\)$/.exec(words) ?? []
  if (told === 'renamed') return { kind: 'renamed', title: about }
  if (told === 'closed' || told === 'open') return { kind: 'topic', state: told }
  if (told === 'moved') return { kind: 'moved', to: about }
  if (told === 'present' || told === 'silenced' || told === 'gone')
    return { kind: 'membership', state: told, title: about }
  return inputOf(words)
}

async function act(bot: TestApp, speaker: Speaker, words: string): Promise<void> {
  if (speaker.group !== undefined) return actInGroup(bot, speaker, words)
  const { person } = speaker
  const [, label] = /^\[(.*)\]$/.exec(words) ?? []
  const [, name, lines] = /^\(file (\S+): (.*)\)$/.exec(words) ?? []
  if (words === '****-****') await bot.says(person, lastCode(bot, /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g))
  else if (words === 'TD-******') await bot.says(person, lastCode(bot, /\bTD-[0-9A-Z]{6}\b/g))
  else if (name !== undefined) await bot.drops(person, name, Buffer.from((lines ?? '').split(' | ').join('\n')))
  else if (label !== undefined) await bot.presses(person, label)
  else await bot.does(person, inputOf(words))
}

/** The code of that kind that was shown last, to whomever. */
function lastCode({ sent }: TestApp, kind: RegExp): string {
  const shown = sent.flatMap(({ message }) => message.text.match(kind) ?? [])
  return shown.at(-1) ?? 'no code was shown'
}

function inputOf(words: string): Input {
  const [, command, argument] = /^\/(\w+)\s*(.*)$/.exec(words) ?? []
  if (command !== undefined) return { kind: 'command', command, argument: argument ?? '' }
  const [, whose, phone] = /^\((contact|contact of another) (\+\d+)\)$/.exec(words) ?? []
  if (phone !== undefined) return { kind: 'contact', phone, own: whose === 'contact' }
  const [, what] = /^\((.*)\)$/.exec(words) ?? []
  return what === undefined ? { kind: 'text', text: words } : { kind: 'unsupported', what }
}

function draw(sent: readonly Sent[]): string[] {
  return sent
    .flatMap(({ to, message }, index) => [
      ...(index > 0 ? ['<'] : []),
      ...(to.thread === undefined ? [] : [`< (chủ đề ${to.thread})`]),
      ...message.text.split('\n').map((line) => `< ${line}`.trimEnd()),
      ...(message.choices ?? []).map((row) => `<   ${row.map(drawChoice).join(' ')}`),
    ])
    .map((line) => line.replace(/TD-[A-Z0-9]{6}/g, 'TD-******').replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '****-****'))
}

function drawChoice({ label, opensPrivate }: Choice<string>): string {
  return opensPrivate ? `[${label} ↗]` : `[${label}]`
}
