import { describe, expect, test } from 'vitest'
import { literal, text } from '../../src/core/message.ts'
import { translator } from '../support/test-app.ts'

describe('render', () => {
  test('turns markup of the locale files into spans, counted in UTF-16 units', () => {
    const { text: words, spans } = translator.render(
      [text('pledge-sent', { code: 'TD-AAAAAA', phase: '🎉 Đợt 2' })],
      'vi',
    )
    const [bold] = spans.map((span) => words.slice(span.offset, span.offset + span.length))
    expect(bold).toBe('TD-AAAAAA')
    expect(words).not.toContain('**')
  })

  test('never reads markup in the words of people, and gives them back as they were', () => {
    const typed = '**đậm** __nghiêng__ <b>&amp; * _ { $x }'
    const { text: words, spans } = translator.render([literal(typed), text('form-draft', { draft: typed })], 'vi')
    expect(words.split('\n\n')[0]).toBe(typed)
    expect(words).toContain(`“${typed}”`)
    expect(spans).toEqual([])
  })

  test('joins paragraphs with an empty line', () => {
    expect(translator.render([literal('một'), literal('hai')], 'vi').text).toBe('một\n\nhai')
  })
})

describe('say', () => {
  test('counts in both languages', () => {
    const left = (days: number, locale: 'vi' | 'en') =>
      translator.say(text('stand-phase', { phase: 'Đợt 2', date: '23/11/2025', days }), locale)
    expect([left(0, 'vi'), left(0, 'en')]).toEqual([
      expect.stringContaining('ngày cuối'),
      expect.stringContaining('last day'),
    ])
    expect(left(1, 'en')).toContain('1 day left')
    expect(left(13, 'en')).toContain('13 days left')
  })

  test('a key without words, or a missing argument, is our mistake and is told', () => {
    expect(() => translator.say(text('no-such-key'), 'vi')).toThrow('No words for "no-such-key" in vi')
    expect(() => translator.say(text('pledge-sent', { code: 'x' }), 'vi')).toThrow('pledge-sent')
  })
})
