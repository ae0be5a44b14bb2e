import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { literal, type Span } from '../../../src/core/message.ts'
import { compose, splitText } from '../../../src/core/outbox/compose.ts'

const limits = { text: 50, caption: 0, choices: 3, buttons: true, edits: true, files: false, groups: false }
const stamp = { newId: () => 'id', at: new Date('2025-11-10T01:00:00Z') }
const words = {
  say: (text: { literal: string } | { key: string }) => ('literal' in text ? text.literal : text.key),
  render: (paragraphs: readonly ({ literal: string } | { key: string })[]) => ({
    text: paragraphs.map((one) => ('literal' in one ? one.literal : one.key)).join('\n\n'),
    spans: [],
  }),
}

describe('splitText', () => {
  test('cuts between paragraphs before lines, sentences and words', () => {
    const text = 'Đoạn thứ nhất khá dài, dài lắm.\n\nĐoạn thứ hai.'
    expect(splitText(text, [], 40).map((part) => part.text)).toEqual([
      'Đoạn thứ nhất khá dài, dài lắm.',
      'Đoạn thứ hai.',
    ])
    expect(splitText('Câu một ở đây. Câu hai ở đây nữa', [], 20).map((part) => part.text)).toEqual([
      'Câu một ở đây.',
      'Câu hai ở đây nữa',
    ])
  })

  test('never cuts a letter in two', () => {
    const emoji = '😀'.repeat(30)
    for (const part of splitText(emoji, [], 25)) expect(part.text).toMatch(/^(😀)+$/u)
    const decomposed = 'ế'.normalize('NFD').repeat(30)
    for (const part of splitText(decomposed, [], 20)) expect(part.text.normalize('NFC')).toMatch(/^ế+$/)
  })

  test('spans stay on their words', () => {
    const text = `${'chữ '.repeat(10)}đậm ${'chữ '.repeat(10)}`
    const spans: Span[] = [{ offset: text.indexOf('đậm'), length: 3, style: 'bold' }]
    const marked = splitText(text, spans, 45).flatMap((part) =>
      part.spans.map((span) => part.text.slice(span.offset, span.offset + span.length)),
    )
    expect(marked).toEqual(['đậm'])
  })

  test('holds for any text: within the limit, nothing but white space lost', () => {
    const squeeze = (text: string) => text.replace(/\s/gu, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 20, max: 80 }), (text, limit) => {
        const parts = splitText(text, [], limit)
        expect(parts.every((part) => part.text.length <= limit)).toBe(true)
        expect(squeeze(parts.map((part) => part.text).join(''))).toBe(squeeze(text))
      }),
    )
  })
})

describe('compose', () => {
  test('choices stand under the last part, no more than the channel can show', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => [{ id, label: literal(id) }])
    const messages = compose({ text: [literal('chữ '.repeat(30))], choices: rows }, words, limits, stamp)
    expect(messages.length).toBeGreaterThan(1)
    expect(messages[0]?.choices).toBeUndefined()
    expect(
      messages
        .at(-1)
        ?.choices?.flat()
        .map((choice) => choice.id),
    ).toEqual(['a', 'b', 'c'])
  })
})
