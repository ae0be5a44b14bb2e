/** The commands as they are typed, with what people get wrong: one line that says so, and never a stack. */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/bot-process.ts'

const programs = fileURLToPath(new URL('../../dist/cli', import.meta.url))
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  folder = await temporaryFolder()
  const write = (name: string, text: string) => writeFile(join(folder.path, name), text)
  await mkdir(join(folder.path, 'folder'))
  await write('empty.jsonl', '\n')
  await write('words.jsonl', 'mấy giờ rồi\n')
  const question = { id: '1', style: 'plain', text: 'mấy giờ rồi', kind: 'answer' }
  await write('short.jsonl', `\n${JSON.stringify({ ...question, now: '2025-11-10', kind: 'guess' })}\n`)
  await write('when.jsonl', JSON.stringify({ ...question, now: '2025-13-01' }))
  await write('campaign.yaml', 'id: 1\n')
})
afterAll(() => folder.remove())

async function run(command: string, words: readonly string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(programs, `${command}.js`), ...words], {
    cwd: folder.path,
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      printed[name] += chunk
    })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { ...printed, code }
}

const usages: Readonly<Record<string, string>> = {
  ask: 'Usage: npm run ask -- ',
  campaign: 'Usage: npm run campaign -- check|load FILE',
  'eval-answers': 'Usage: npm run eval:answers -- FILE ',
  quick: 'Usage: npm run quick -- ',
  'eval-quick': 'Usage: npm run eval:quick -- FILE [--holdout] ',
  migration: 'Usage: npm run migration -- check | new NAME ',
}

describe('what a command does not know', () => {
  test.each([
    ['ask', '', '', 1],
    ['ask', 'x --when 2025', "Unknown option '--when'. ", 1],
    ['ask', 'x --now', "Option '--now <value>' argument missing. ", 1],
    ['ask', 'x --now --json', "Option '--now' argument is ambiguous. ", 1],
    ['ask', 'x --json', '', 1],
    ['eval-answers', '', '', 1],
    ['eval-answers', 'a b', '', 1],
    ['eval-answers', 'a --campaign', "Option '--campaign <value>' argument missing. ", 1],
    ['quick', '', '', 1],
    ['quick', 'x --json', '', 1],
    ['eval-quick', 'a b', '', 1],
    ['campaign', '', '', 2],
    ['campaign', 'check', '', 2],
    ['campaign', 'load a b', '', 2],
    ['campaign', '--help', "Unknown option '--help'. ", 2],
    ['migration', '', '', 2],
    ['migration', 'new Add-Name', '', 2],
    ['migration', 'check --all', "Unknown option '--all'. ", 2],
  ])('%s %s', async (command, words, reason, code) => {
    const answer = await run(command, words.split(' ').filter(Boolean))
    expect(answer.stderr).toContain(`${reason}${usages[command]}`)
    expect(answer.stderr.trimEnd()).not.toContain('\n')
    expect([answer.stdout, answer.code]).toEqual(['', code])
  })
})

describe('what a command cannot use', () => {
  const notAMoment = (typed: string) => `"${typed}" is not a moment; write a day and a time such as 2025-11-10T08:00`

  test.each([
    ['ask', 'x --now 2025-99', `--now: ${notAMoment('2025-99')}`],
    ['ask', 'x --now 2025-02-31', `--now: ${notAMoment('2025-02-31')}`],
    ['ask', 'x --now 2025-11-10T25:00', `--now: ${notAMoment('2025-11-10T25:00')}`],
    ['ask', 'x --campaign missing.yaml', 'missing.yaml: there is no such file'],
    ['ask', 'x --campaign folder', 'folder: is a folder; name a file in it'],
    ['eval-answers', 'missing.jsonl', 'missing.jsonl: there is no such file'],
    ['eval-answers', 'empty.jsonl', 'empty.jsonl: holds no questions; write one as JSON on each line'],
    ['eval-answers', 'words.jsonl', 'words.jsonl:1: is not JSON; write one question as an object'],
    ['eval-answers', 'short.jsonl', 'short.jsonl:2: kind: Invalid option: expected one of "answer"'],
    ['eval-answers', 'when.jsonl', `when.jsonl:1: now: ${notAMoment('2025-13-01')}`],
    ['quick', 'x --now 2025-99', `--now: ${notAMoment('2025-99')}`],
    ['eval-quick', 'missing.jsonl', 'missing.jsonl: there is no such file'],
    ['eval-quick', 'empty.jsonl', 'empty.jsonl: holds no messages; write one as JSON on each line'],
    ['eval-quick', 'words.jsonl', 'words.jsonl:1: is not JSON; write one message as an object'],
    ['eval-quick', 'when.jsonl', `when.jsonl:1: now: ${notAMoment('2025-13-01')}`],
    ['campaign', 'check missing.yaml', 'missing.yaml: there is no such file'],
    ['campaign', 'check words.jsonl/below', 'words.jsonl/below: there is no such file'],
  ])('%s %s', async (command, words, reason) => {
    const answer = await run(command, words.split(' '))
    expect(answer.stderr.startsWith(reason)).toBe(true)
    expect(answer.stderr.trimEnd()).not.toContain('\n')
    expect([answer.stdout, answer.code]).toEqual(['', 1])
  })

  test.each(['ask x --campaign', 'campaign check'])(
    '%s names each problem of a campaign by its line',
    async (words) => {
      const [command = '', ...others] = words.split(' ')
      const { stderr, code } = await run(command, [...others, 'campaign.yaml'])
      expect(stderr).toMatch(/^(campaign\.yaml:\d+: .+\n)+$/)
      expect(code).toBe(1)
    },
  )

  test('campaign load names the variable', async () => {
    const seed = fileURLToPath(new URL('../../prisma/seed/vi-du-2026-2027.yaml', import.meta.url))
    const { stderr, code } = await run('campaign', ['load', seed], '', { DATA_DIR: 'words.jsonl' })
    expect(stderr).toMatch(/^DATA_DIR: cannot use the folder .*words\.jsonl: there is a file of that name; .*\n$/)
    expect(code).toBe(1)
  })
})

describe('ask', () => {
  test('takes a moment with an offset as with none', async () => {
    const asked = await Promise.all(
      ['2025-11-10', '2025-11-10T08:00', '2025-11-10 08:00:30', '2025-11-10T01:00:00Z'].map((now) =>
        run('ask', ['còn bao nhiêu ngày nữa', '--now', now]),
      ),
    )
    for (const answer of asked) expect([answer.stdout.includes('13 ngày'), answer.code]).toEqual([true, 0])
  })

  test('goes on after a line that it cannot use', async () => {
    const lines = ['{', '{"id":2,"text":"x","now":"2025-99"}', '{"id":3,"text":"còn bao nhiêu ngày nữa"}']
    const { stdout, code } = await run('ask', ['--json', '--now', '2025-11-10'], lines.join('\n'))
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(answers.map(({ id }) => id)).toEqual([null, 2, 3])
    expect(answers[1]?.error).toContain('"2025-99" is not a moment')
    expect(answers[2]?.text).toContain('13 ngày')
    expect(code).toBe(0)
  })
})
