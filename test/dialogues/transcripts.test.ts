/**
 * Each .txt file beside this one is a conversation: `>` what a person types, `> [x]` a choice they press, `> /x` a
 * command, `> (x)` something unreadable, `@` the clock put forward, `-` another person's turn from here on, `<` what
 * the bot answers, with its choices in brackets. UPDATE_TRANSCRIPTS=1 writes the answers anew; read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input, OutgoingMessage } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { dialogues } from '../../src/dialogues/index.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

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
  let person = 'lan'
  for (const line of written.split('\n')) {
    if (line.startsWith('<')) continue
    lines.push(line)
    if (line.startsWith('- ')) person = line.slice(2)
    else if (line.startsWith('@ ')) await putForward(bot, line.slice(2))
    else if (line.startsWith('> ')) await act(bot, person, line.slice(2))
    const mine = bot.sent.filter((one) => one.to.chat === person).map((one) => one.message)
    lines.push(...draw(mine.slice(read.get(person) ?? 0)))
    read.set(person, mine.length)
  }
  return lines.join('\n')
}

async function putForward(bot: TestApp, time: string): Promise<void> {
  bot.clock = new Date(`${time}+07:00`)
  await bot.app.remind()
  await bot.app.drain()
}

function act(bot: TestApp, person: string, words: string): Promise<OutgoingMessage[]> {
  const [, label] = /^\[(.*)\]$/.exec(words) ?? []
  if (label !== undefined) return bot.presses(person, label)
  return bot.does(person, inputOf(words))
}

function inputOf(words: string): Input {
  const [, command, argument] = /^\/(\w+)\s*(.*)$/.exec(words) ?? []
  if (command !== undefined) return { kind: 'command', command, argument: argument ?? '' }
  const [, what] = /^\((.*)\)$/.exec(words) ?? []
  return what === undefined ? { kind: 'text', text: words } : { kind: 'unsupported', what }
}

function draw(messages: readonly OutgoingMessage[]): string[] {
  return messages
    .flatMap((message, index) => [
      ...(index > 0 ? ['<'] : []),
      ...message.text.split('\n').map((line) => `< ${line}`.trimEnd()),
      ...(message.choices ?? []).map((row) => `<   ${row.map((choice) => `[${choice.label}]`).join(' ')}`),
    ])
    .map((line) => line.replace(/TD-[A-Z0-9]{6}/g, 'TD-******'))
}
