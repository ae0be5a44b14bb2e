import { describe, expect, test } from 'vitest'
import { broadcastSaying, readAcknowledgeId, readLinks, readWords } from '../../../src/core/broadcasts/content.ts'
import { translator } from '../../support/test-app.ts'

describe('the words of a broadcast', () => {
  test('keep their formatting when space around them goes', () => {
    const read = readWords('  Họp *ngay* 8h  ', { spans: [{ offset: 0, length: 5, style: 'bold' }] })
    expect(read).toEqual({
      ok: true,
      value: { text: 'Họp *ngay* 8h', spans: [{ offset: 0, length: 3, style: 'bold' }] },
    })
  })

  test('may be missing under a file alone', () => {
    expect(readWords(' ', {}).ok).toBe(false)
    expect(readWords('', { file: { kind: 'photo', channel: 'telegram', id: 'x' } }).ok).toBe(true)
  })

  test('under a file are shorter', () => {
    expect(readWords('a'.repeat(3500), {}).ok).toBe(true)
    expect(readWords('a'.repeat(3501), {}).ok).toBe(false)
    expect(readWords('a'.repeat(951), { file: { kind: 'photo', channel: 'telegram', id: 'x' } }).ok).toBe(false)
  })

  test('stand below the heading with their spans in place, and no markup is read in them', () => {
    const spans = [{ offset: 4, length: 6, style: 'italic' }] as const
    const saying = broadcastSaying({ text: 'Họp **ngay** 8h', spans, buttons: [] }, 'news')
    const { text, spans: drawn } = translator.render(saying.text, 'vi')
    const heading = '📣 Tin từ thường trực thi đua\n\n'
    expect(text).toBe(`${heading}Họp **ngay** 8h`)
    expect(drawn.at(-1)).toEqual({ offset: heading.length + 4, length: 6, style: 'italic' })
    expect(drawn).toHaveLength(2)
  })
})

describe('links', () => {
  test.each([
    ['Xem kế hoạch | https://a.vn/b', [{ label: 'Xem kế hoạch', url: 'https://a.vn/b' }]],
    ['Xem: https://a.vn', [{ label: 'Xem', url: 'https://a.vn' }]],
    [
      'Một - http://a.vn/1\n\nHai https://a.vn/2?x=y',
      [
        { label: 'Một', url: 'http://a.vn/1' },
        { label: 'Hai', url: 'https://a.vn/2?x=y' },
      ],
    ],
  ])('%j', (typed, value) => {
    expect(readLinks(typed)).toEqual({ ok: true, value })
  })

  test.each([
    '',
    'https://a.vn',
    'Xem kế hoạch',
    'Xem | javascript:alert(1)',
    'Xem | https://',
    `${'x'.repeat(61)} https://a.vn`,
  ])('%j is none', (typed) => {
    expect(readLinks(typed).ok).toBe(false)
  })
})

test('an acknowledgement is known by its own words only', () => {
  expect(readAcknowledgeId('ack-0af9')).toBe('0af9')
  expect(readAcknowledgeId('ack-')).toBeUndefined()
  expect(readAcknowledgeId('do:ack-0af9')).toBeUndefined()
})
