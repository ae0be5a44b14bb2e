import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recogniseAction } from '../../../src/core/answers/actions.ts'
import { createAnswerer } from '../../../src/core/answers/answer.ts'
import { englishHowTos, readHowTo, vietnameseHowTos } from '../../../src/core/answers/how-to.ts'
import { englishOffTopic, findOffTopic, vietnameseOffTopic } from '../../../src/core/answers/off-topic.ts'
import type { Wish } from '../../../src/core/answers/wishes.ts'
import { englishRules } from '../../../src/core/answers/wishes-english.ts'
import { vietnameseRules } from '../../../src/core/answers/wishes-vietnamese.ts'
import type { Locale } from '../../../src/core/campaign/campaign.ts'
import { normalise } from '../../../src/core/language/normalise.ts'
import { createTranslator } from '../../../src/i18n/fluent.ts'
import { sampleCampaign } from './sample-campaign.ts'

const answerer = createAnswerer(sampleCampaign)
const translator = createTranslator('locales')
const words = (locale: Locale) =>
  ['conversation', 'data'].map((room) => readFileSync(`locales/${locale}/${room}.ftl`, 'utf8')).join('\n')
const during = new Date('2025-11-10T08:00:00+07:00')

function ask(question: string, locale: Locale = 'vi', now = during) {
  const answer = answerer.answer(question, { now, timezone: 'Asia/Ho_Chi_Minh', locale })
  return { ...answer, reply: translator.render(answer.text, answer.language).text }
}

describe('the tables of wishes, of questions about registering and of refusals', () => {
  const wishes = [
    ...vietnameseRules.map((rule) => ({ ...rule, language: 'vi' as const })),
    ...englishRules.map((rule) => ({ ...rule, language: 'en' as const })),
  ]
  test.each(wishes)('$action is heard in "$example"', ({ action, pattern, example, language }) => {
    const words = normalise(example, language)
    expect(words.join(' ')).toMatch(pattern)
    expect(recogniseAction(words, language)).toBe(action)
  })

  const howTos = [
    ...vietnameseHowTos.flatMap(({ topic, examples }) => examples.map((example) => ['vi', topic, example] as const)),
    ...englishHowTos.flatMap(({ topic, examples }) => examples.map((example) => ['en', topic, example] as const)),
  ]
  test.each(howTos)('%s: %s is asked by "%s", and nothing is opened', (language, topic, example) => {
    expect(readHowTo(normalise(example, language), language)).toBe(topic)
    expect(ask(example, language)).toMatchObject({ topic: `how-${topic}` })
    expect(ask(example, language).action).toBeUndefined()
  })

  const refusals = [
    ...vietnameseOffTopic.map((rule) => ({ ...rule, language: 'vi' as const })),
    ...englishOffTopic.map((rule) => ({ ...rule, language: 'en' as const })),
  ].flatMap(({ example, ...rule }) => (example === undefined ? [] : [{ ...rule, example }]))
  test.each(refusals)('$reason refuses "$example"', ({ reason, pattern, example, language }) => {
    const words = normalise(example, language)
    expect(words.join(' ')).toMatch(pattern)
    expect(findOffTopic(words, language)).toBe(reason)
  })
})

describe('what stands on a button works when it is typed', () => {
  const labelled: readonly Wish[] = [
    'register',
    'my-pledge',
    'dates',
    'ask',
    'reminders',
    'reminders-on',
    'reminders-off',
    'my-data',
    'delete-data',
    'news',
    'withdraw-pledge',
  ]
  const labels = (['vi', 'en'] as const).flatMap((locale) =>
    labelled.map((wish) => {
      const [, label = ''] = new RegExp(`^menu-${wish} = (.*)$`, 'm').exec(words(locale)) ?? []
      return [label.replace(/[^\p{L}\p{N} ]/gu, '').trim(), wish, locale] as const
    }),
  )
  test.each(labels)('"%s" is %s', (label, wish, locale) => {
    expect(label).not.toBe('')
    // In one's own language and, with no doubt, in the other.
    for (const own of ['vi', 'en'] as const) expect(ask(label, own)).toMatchObject({ action: wish, language: locale })
    expect(ask(label.toLowerCase(), locale).action).toBe(wish)
  })

  test.each([
    ['my pledges', 'my-pledge'],
    ['dates', 'dates'],
    ['reminders', 'reminders'],
    ['remind me', 'reminders-on'],
    ['speak vietnamese', 'language'],
    ['change language to vietnamese', 'language'],
    ['doi sang tieng anh', 'language'],
    ['đổi ngôn ngữ', 'language'],
    ['English please', 'language'],
    ['help me', 'help'],
    ['mốc thời gian', 'dates'],
  ])('%s is %s', (words, action) => {
    expect(ask(words).action).toBe(action)
  })

  test('says the dates at once', () => {
    expect(ask('dates')).toMatchObject({ kind: 'answer', action: 'dates', language: 'en' })
    expect(ask('các mốc thời gian').reply).toContain('23/11/2025')
  })
})

describe('a question about registering opens no form', () => {
  test.each([
    ['đăng ký rồi có sửa được không', 'how-change'],
    ['cho em hỏi đăng ký rồi có đổi danh hiệu được không ạ', 'how-change'],
    ['tôi có thể đăng ký nhiều danh hiệu không', 'how-several'],
    ['đăng ký còn kịp không', 'how-in-time'],
    ['có ai xem được đăng ký của tôi không', 'how-seen-by'],
    ['huỷ đăng ký có ảnh hưởng gì không', 'how-withdraw'],
    ['is it too late to register?', 'how-in-time'],
  ])('%s is about %s', (question, topic) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', topic })
  })

  test.each([
    'phòng em đăng ký tập thể lao động xuất sắc có được không',
    'đăng ký danh hiệu có mất phí không',
    'đăng ký xong có giấy xác nhận không',
    'có bắt đăng ký lại không',
  ])('%s is no wish', (question) => {
    expect(ask(question).action).toBeUndefined()
  })

  test.each([
    ['cho em đăng ký được không', 'register'],
    ['bot có thể đăng ký giúp em không', 'register'],
    ['muốn đăng ký thì làm thế nào', 'register'],
    ['em đăng ký lđtt được không', 'register'],
    ['em hủy đăng ký được không ạ', 'withdraw-pledge'],
    ['tắt nhắc được không', 'reminders-off'],
    ['bật nhắc hạn được không', 'reminders-on'],
    ['am I registered?', 'my-pledge'],
    ['bot có gửi nhắc nhở không', 'reminders'],
    ['khi nào bot nhắc tôi', 'reminders'],
    ['when will you remind me?', 'reminders'],
  ])('%s begs for %s', (words, action) => {
    expect(ask(words)).toMatchObject({ kind: 'action', action })
  })

  test('says where the campaign stands, and that a late pledge is taken and marked', () => {
    const late = ask('đăng ký còn kịp không', 'vi', new Date('2025-11-24T08:00:00+07:00'))
    expect(late.reply).toContain('đã kết thúc')
    expect(late.reply).toContain('vẫn gửi được')
    expect(late.reply).toContain('ghi rõ là gửi sau ngày đóng đợt')
  })

  test('admits that it cannot count', () => {
    expect(ask('bao nhiêu người đã đăng ký')).toMatchObject({ kind: 'unknown', topic: 'how-counted' })
  })
})
