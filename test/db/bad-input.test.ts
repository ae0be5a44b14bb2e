/** What people send by mistake, at every kind of step: a kind answer each time, and the form goes on where it was. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/core/message.ts'
import type { Database } from '../../src/db/client.ts'
import { createTestDatabase, emptyTables } from '../support/database.ts'
import { createTestApp, readCampaign, type TestApp } from '../support/test-app.ts'

const campaign = await readCampaign()
let database: Database
let bot: TestApp

beforeAll(async () => {
  database = await createTestDatabase()
})
async function begin(): Promise<void> {
  await emptyTables(database)
  bot = await createTestApp(database, { campaign })
}
afterAll(() => database.close())

const text = (words: string): Input => ({ kind: 'text', text: words })
const mistakes: [string, Input][] = [
  ['nothing', text('')],
  ['white space', text(' \n\t ')],
  ['10,000 characters', text('dài '.repeat(2500))],
  ['emoji', text('😀👍🏽🇻🇳')],
  ['HTML', text('<script>alert(1)</script> <b>&amp;')],
  ['another script', text('Иван Петров 王小明')],
  ['markup', text('**đậm** __nghiêng__ { $days } %s')],
  ['control characters', text('\u0007\u200b\u202e')],
  ['letters that no database holds', text('a\ud800b\u0000c')],
  ['a button with such letters', { kind: 'choice', id: 'do:\u0000' }],
  ['a sticker', { kind: 'unsupported', what: 'sticker' }],
  ['a photo', { kind: 'unsupported', what: 'photo' }],
  ['a button of nothing', { kind: 'choice', id: 'zzz.9:=one' }],
  ['a button with odd letters', { kind: 'choice', id: 'do:../../etc:;DROP TABLE' }],
  ['an unknown command', { kind: 'command', command: 'xoahet', argument: '' }],
  ['a known command', { kind: 'command', command: 'moc', argument: '' }],
  ['a question', text('chủ đề phong trào là gì?')],
]

const steps: [string, string[]][] = [
  ['no form', []],
  ['the subject', ['/dangky']],
  ['the name', ['/dangky', 'cá nhân']],
  ['the unit', ['/dangky', 'tập thể']],
  ['the titles', ['/dangky', 'tập thể', 'văn phòng']],
  ['the card', ['/dangky', 'tập thể', 'văn phòng', '1', 'xong', 'xong']],
  ['the consent', ['/dangky', 'tập thể', 'văn phòng', '1', 'xong', 'xong', 'gửi']],
]

describe.each(steps)('at %s', (_, before) => {
  // No mistake moves the form, so that the next one finds it where it was.
  beforeAll(async () => {
    await begin()
    for (const words of before)
      await bot.does(
        'lan',
        words.startsWith('/') ? { kind: 'command', command: words.slice(1), argument: '' } : text(words),
      )
  })

  test.each(mistakes)('%s', async (__, mistake) => {
    const stood = await standing()
    const answer = await bot.does('lan', mistake)
    expect(answer.length).toBeGreaterThan(0)
    for (const message of answer) {
      expect(message.text.trim()).not.toBe('')
      expect(message.text).not.toMatch(/[\uE000\uE001]|undefined|\[object/)
      expect(message.text.length).toBeLessThan(4096)
    }
    expect(await standing()).toEqual(stood)
    expect(await bot.app.counts()).toMatchObject({ inbox: { waiting: 0, parked: 0 } })
  })
})

describe('what is sent', () => {
  beforeEach(begin)

  test('two messages at once are answered in their order', async () => {
    await bot.does('lan', { kind: 'command', command: 'dangky', argument: '' })
    const send = (id: string, words: string) =>
      bot.app.accept({
        id,
        address: { channel: 'telegram', chat: 'lan' },
        from: { id: 'lan' },
        private: true,
        addressed: true,
        input: text(words),
      })
    await send('x1', 'cá nhân')
    await send('x2', 'Nguyễn Thị Lan')
    await Promise.all([bot.app.drain(), bot.app.drain()])
    expect(await standing()).toMatchObject({ at: 'unit', values: { subject: 'individual', name: 'Nguyễn Thị Lan' } })
  })

  test('decomposed letters are the same letters', async () => {
    await bot.does('lan', { kind: 'command', command: 'dangky', argument: '' })
    for (const words of ['cá nhân', 'Nguyễn Thị Lân', 'phòng nghiệp vụ 2'])
      await bot.does('lan', text(words.normalize('NFD')))
    expect(await standing()).toMatchObject({
      at: 'titles',
      values: { name: 'Nguyễn Thị Lân'.normalize('NFC'), unit: 'NV2' },
    })
  })

  test('naming a title again leaves it ticked, and “gửi” sends where the button says so', async () => {
    await bot.does('lan', { kind: 'command', command: 'dangky', argument: '' })
    for (const words of [
      'tập thể',
      'văn phòng',
      'ttldxs',
      'Tập thể lao động xuất sắc',
      'xong',
      'xong',
      'bỏ qua',
      'bỏ qua',
      'gửi',
      '1',
    ])
      await bot.does('lan', text(words))
    expect(await standing()).toMatchObject({ at: 'consent', values: { titles: ['TTLDXS'], consent: ['register'] } })
    await bot.does('lan', text('gửi'))
    expect(await database.prisma.pledge.findMany()).toMatchObject([{ titles: ['TTLDXS'], state: 'submitted' }])
  })

  test('a button pressed twice counts once', async () => {
    await bot.does('lan', { kind: 'command', command: 'dangky', argument: '' })
    const [offer] = bot.sent.at(-1)?.message.choices?.[0] ?? []
    await bot.does('lan', { kind: 'choice', id: offer?.id ?? '' })
    const [again] = await bot.does('lan', { kind: 'choice', id: offer?.id ?? '' })
    expect(again?.text).toContain('bước trước')
    expect(await standing()).toMatchObject({ at: 'name', values: { subject: 'individual' } })
  })
})

async function standing() {
  const form = await database.prisma.form.findFirst()
  if (!form) return undefined
  const { at, values } = form.state as { at: string; values: object }
  return { at, values }
}
