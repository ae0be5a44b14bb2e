import { describe, expect, test } from 'vitest'
import { encode, limits, opensPrivate } from '../../../src/channels/telegram/encode.ts'
import { SendError } from '../../../src/core/channel.ts'
import type { Address, Choice } from '../../../src/core/message.ts'

const person: Address = { channel: 'telegram', chat: '700000001' }
const topic: Address = { channel: 'telegram', chat: '-1001987654321', thread: '17' }

function withChoice(choice: Choice<string>) {
  return { id: '1', text: 'câu', choices: [[choice]] }
}

function refusal(to: Address, message: Parameters<typeof encode>[1]): string | undefined {
  try {
    encode(to, message, 'bot')
    return undefined
  } catch (error) {
    return error instanceof SendError ? error.kind : 'not a SendError'
  }
}

describe('encode', () => {
  test('puts a plain text without markup', () => {
    expect(encode(person, { id: '1', text: '<b>&' }, 'bot')).toEqual({
      chat_id: 700_000_001,
      text: '<b>&',
      entities: [],
      link_preview_options: { is_disabled: true },
    })
  })

  test('turns spans into entities as they are', () => {
    const spans = [
      { offset: 3, length: 4, style: 'bold' as const },
      { offset: 9, length: 2, style: 'italic' as const },
    ]
    expect(encode(person, { id: '1', text: '🎉 Hạn, hôm nay', spans }, 'bot').entities).toEqual([
      { type: 'bold', offset: 3, length: 4 },
      { type: 'italic', offset: 9, length: 2 },
    ])
  })

  test('names the topic of a forum', () => {
    const encoded = encode(topic, { id: '1', text: 'câu' }, 'bot')
    expect(encoded).toMatchObject({ chat_id: -1_001_987_654_321, message_thread_id: 17 })
  })

  test('keeps the rows of choices and their tones', () => {
    const choices: Choice<string>[][] = [
      [{ id: 'a', label: 'A', tone: 'primary' }],
      [
        { id: 'b', label: 'B' },
        { id: 'c', label: 'C', tone: 'danger' },
      ],
    ]
    expect(encode(person, { id: '1', text: 'câu', choices }, 'bot').reply_markup?.inline_keyboard).toEqual([
      [{ text: 'A', callback_data: 'a', style: 'primary' }],
      [
        { text: 'B', callback_data: 'b' },
        { text: 'C', callback_data: 'c', style: 'danger' },
      ],
    ])
  })

  test('leads from a group into the private chat by a link', () => {
    const message = withChoice({ id: 'dangky', label: 'Đăng ký', opensPrivate: true })
    expect(opensPrivate(topic, message)).toBe(true)
    const [[button] = []] = encode(topic, message, 'thi_dua_bot').reply_markup?.inline_keyboard ?? []
    expect(button).toEqual({ text: 'Đăng ký', url: 'https://t.me/thi_dua_bot?start=dangky' })
  })

  test('lets the same choice come back where the chat is private already', () => {
    const message = withChoice({ id: 'dangky', label: 'Đăng ký', opensPrivate: true })
    expect(opensPrivate(person, message)).toBe(false)
    const [[button] = []] = encode(person, message, 'bot').reply_markup?.inline_keyboard ?? []
    expect(button).toEqual({ text: 'Đăng ký', callback_data: 'dangky' })
  })

  test('counts the limit of a text in UTF-16 units', () => {
    expect(refusal(person, { id: '1', text: '🎉'.repeat(limits.text / 2) })).toBeUndefined()
    expect(refusal(person, { id: '1', text: `${'🎉'.repeat(limits.text / 2)}.` })).toBe('rejected')
  })

  test('rejects what Telegram would refuse', () => {
    expect(refusal(person, { id: '1', text: '' })).toBe('rejected')
    expect(refusal(person, withChoice({ id: 'ữ'.repeat(22), label: 'A' }))).toBe('rejected')
    expect(refusal(topic, withChoice({ id: 'pledge:new', label: 'A', opensPrivate: true }))).toBe('rejected')
    expect(refusal({ channel: 'telegram', chat: 'an' }, { id: '1', text: 'câu' })).toBe('rejected')
  })

  test('takes a choice of exactly 64 bytes', () => {
    expect(refusal(person, withChoice({ id: 'x'.repeat(64), label: 'A' }))).toBeUndefined()
  })
})
