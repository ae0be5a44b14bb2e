/** The quick reader on the command line, and how its readings are scored. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Expected, isExact, isHeldOut, isSilentlyWrong } from '../../src/cli/eval-quick.ts'
import { temporaryFolder } from '../support/bot-process.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

async function run(command: string, words: readonly string[], input = '') {
  const program = fileURLToPath(new URL(`../../dist/cli/${command}.js`, import.meta.url))
  const child = spawn(process.execPath, [program, ...words], { cwd: folder.path })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { stdout, code }
}

const lan = { subject: 'individual', name: 'Lan', unit: 'NV2', titles: ['LDTT'], commendations: [] } as const

describe('quick', () => {
  test('writes one answer a line, and goes on after a line that it cannot use', async () => {
    const lines = [
      '{"id":1,"text":"em Lan nv2 đk ldtt"}',
      'x',
      '{"id":3,"text":"em đk LĐTT","speaker":{"name":"Lê Văn Tám","unit":"TTNC"}}',
      '{"id":4,"text":"em đk LĐTT","now":"2025-06-30T23:00:00+07:00","speaker":{"name":"Lê Văn Tám","unit":"TTNC"}}',
      '{"id":5}',
      '{"id":6,"text":"khi nào hết hạn đăng ký","speaker":{}}',
    ]
    const { stdout, code } = await run('quick', ['--json', '--now', '2025-10-10'], lines.join('\n'))
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const tam = { ...lan, name: 'Lê Văn Tám' }
    expect(answers).toEqual([
      { id: 1, kind: 'proposal', pledges: [lan], ask: [] },
      { id: null, kind: 'not-pledge', pledges: [], ask: [], error: 'is not JSON; write one message as an object' },
      { id: 3, kind: 'clarify', pledges: [{ ...tam, unit: null }], ask: ['unit'] },
      { id: 4, kind: 'proposal', pledges: [{ ...tam, unit: 'TTNC' }], ask: [] },
      { id: 5, kind: 'not-pledge', pledges: [], ask: [], error: expect.stringMatching(/^text: /) },
      { id: 6, kind: 'not-pledge', pledges: [], ask: [] },
    ])
    expect(code).toBe(0)
  })

  test('says in words what it understood', async () => {
    const { stdout } = await run('quick', ['Lê Thị Hoa nv1 đk LĐTT và bằng khen', '--now', '2025-10-10'])
    expect(stdout).toContain('1. Lê Thị Hoa\n• Đơn vị: Phòng Nghiệp vụ 1\n• Đăng ký: Lao động tiên tiến')
    expect(stdout).toContain('có thể là: Bằng khen của Chủ tịch UBND tỉnh; ')
  })
})

describe('eval:quick', () => {
  const expected: Expected = { kind: 'proposal', pledges: [{ ...lan, titles: ['LDTT'], commendations: [] }], ask: [] }

  test('compares without order, case and diacritics', () => {
    const both = { ...expected, pledges: [...expected.pledges, { ...lan, name: 'Hoa', titles: [], commendations: [] }] }
    const turned = {
      ...both,
      pledges: [...both.pledges].reverse().map((one) => ({ ...one, name: one.name?.toUpperCase() ?? null })),
    }
    expect(isExact(turned, both)).toBe(true)
    expect(isExact({ ...expected, ask: ['unit'] }, expected)).toBe(false)
    expect(isExact({ ...expected, kind: 'clarify' }, expected)).toBe(false)
  })

  test.each([
    ['another unit', { unit: 'NV3' }, true],
    ['another title', { titles: ['CSTDCS'] }, true],
    ['a title too many', { titles: ['LDTT', 'CSTDCS'] }, true],
    ['another subject', { subject: 'collective' as const, name: null }, true],
    ['an open unit', { unit: null }, false],
    ['an open name', { name: null }, false],
  ])('%s is silently wrong: %s', (_, change, wrong) => {
    const reading = { kind: 'proposal' as const, pledges: [{ ...lan, ...change }] }
    expect(isSilentlyWrong(reading, expected)).toBe(wrong)
    expect(isSilentlyWrong({ ...reading, kind: 'clarify' }, expected)).toBe(false)
  })

  test('a proposal where nothing was to be read is silently wrong', () => {
    expect(isSilentlyWrong({ kind: 'proposal', pledges: [lan] }, { kind: 'not-pledge', pledges: [], ask: [] })).toBe(
      true,
    )
  })

  test('ends with the shares beside the targets, and fails below them', async () => {
    const line = (id: string, text: string) =>
      JSON.stringify({ id, text, now: '2025-10-10', style: 'plain', expect: expected })
    await writeFile(join(folder.path, 'good.jsonl'), line('a', 'em Lan nv2 đk ldtt'))
    await writeFile(
      join(folder.path, 'bad.jsonl'),
      `${line('a', 'em Lan nv2 đk ldtt')}\n${line('b', 'em Lan nv3 đk ldtt')}`,
    )
    const good = await run('eval-quick', ['good.jsonl'])
    const last = (printed: string) => printed.trim().split('\n').at(-1)
    expect([last(good.stdout), good.code]).toEqual([
      '1 messages: exact 100.0 % (target 90 %), silent wrong 0.0 % (target at most 1 %)',
      0,
    ])
    const bad = await run('eval-quick', ['bad.jsonl'])
    expect([last(bad.stdout), bad.code]).toEqual([
      '2 messages: exact 50.0 % (target 90 %), silent wrong 50.0 % (target at most 1 %)',
      1,
    ])
    expect(bad.stdout).toContain('b [plain] SILENT "em Lan nv3 đk ldtt"')
  })

  test('scores the held-out third apart, shows nothing of it, and fails where it alone misses the target', async () => {
    const ids = Array.from({ length: 300 }, (_, at) => `id-${at}`)
    const [held = '', ...others] = ids.filter(isHeldOut)
    expect(others.length).toBeGreaterThan(70)
    expect(others.length).toBeLessThan(130)
    const line = (id: string, text: string) =>
      JSON.stringify({ id, text, now: '2025-10-10', style: 'plain', expect: expected })
    const good = ids.filter((id) => !isHeldOut(id)).map((id) => line(id, 'em Lan nv2 đk ldtt'))
    await writeFile(join(folder.path, 'held.jsonl'), [...good, line(held, 'em Lan nv3 đk ldtt')].join('\n'))
    const { stdout, code } = await run('eval-quick', ['held.jsonl', '--holdout'])
    expect(stdout).not.toContain('em Lan nv3')
    expect(
      stdout
        .trim()
        .split('\n')
        .slice(-3)
        .map((one) => one.split(' (target')[0]),
    ).toEqual([
      `worked on: ${good.length} messages: exact 100.0 %`,
      'held out: 1 messages: exact 0.0 %',
      `${good.length + 1} messages: exact 99.5 %`,
    ])
    expect(code).toBe(1)
  })

  test('the set of the project meets the targets in both parts', async () => {
    const set = fileURLToPath(new URL('../eval/quick.jsonl', import.meta.url))
    const { stdout, code } = await run('eval-quick', [set, '--holdout'])
    expect(stdout).toContain('held out: ')
    expect(code).toBe(0)
  })
})
