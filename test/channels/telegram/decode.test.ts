import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { decodeUpdate } from '../../../src/channels/telegram/decode.ts'
import type { IncomingUpdate, Input } from '../../../src/core/message.ts'

const payloads = join(import.meta.dirname, '../../payloads/telegram')
const bot = { id: 123_456, username: 'thi_dua_bot' }

function load(file: string): Update {
  return JSON.parse(readFileSync(join(payloads, `${file}.json`), 'utf8')) as Update
}

function text(words: string): Input {
  return { kind: 'text', text: words }
}

function command(name: string, argument = ''): Input {
  return { kind: 'command', command: name, argument }
}

function membership(state: 'present' | 'silenced' | 'gone'): Input {
  return { kind: 'membership', state, title: 'Thanh tra tỉnh' }
}

const photo = { kind: 'photo', channel: 'telegram', id: 'p-large' } as const

function unsupported(what: string): Input {
  return { kind: 'unsupported', what }
}

const inPrivate: readonly [file: string, label: string, input: Input][] = [
  ['text', 'a question', text('Hạn đăng ký đợt 2 là khi nào?')],
  ['text-decomposed', 'a question from a keyboard that writes marks apart', text('Hạn đăng ký đợt 2 là khi nào?')],
  ['text-markup', 'signs that look like markup', text('<b>5 & 6</b> *sao* _gạch_ 👩🏽‍⚖️')],
  ['text-no-language', 'a person whose language is not told', text('xin chào')],
  ['command-start', 'the start command', command('start')],
  ['command-start-payload', 'the start word of a deep link', command('start', 'dangky')],
  ['command-argument', 'a command in capitals with words behind it', command('hoi', 'Đợt 2 kết thúc\nngày nào?')],
  ['command-private-own-name', 'a command that names us', command('dangky')],
  ['command-private-wrong-name', 'a command that misspells our name', text('/dangky@thidua_bot')],
  ['slash-word', 'a word with marks behind a slash', text('/dangký giúp tôi')],
  ['slash-date', 'a date behind a slash', text('/24/11 có họp không?')],
  ['sticker', 'a sticker', unsupported('sticker')],
  [
    'photo-caption',
    'a photo with a command as its caption',
    { kind: 'file', file: { ...photo, id: 'p1' }, caption: '/dangky ảnh giấy khen' },
  ],
  [
    'photo-formatted',
    'a photo with formatted words',
    { kind: 'file', file: photo, caption: 'Giấy khen của đơn vị', spans: [{ offset: 0, length: 9, style: 'bold' }] },
  ],
  [
    'text-formatted',
    'a text with formatting',
    {
      kind: 'text',
      text: '🎉 Đậm nghiêng gạch chân bỏ mã khối trang riêng #thẻ',
      spans: [
        { offset: 3, length: 3, style: 'bold' },
        { offset: 7, length: 7, style: 'italic' },
        { offset: 15, length: 9, style: 'underline' },
        { offset: 25, length: 2, style: 'strikethrough' },
        { offset: 28, length: 2, style: 'code' },
        { offset: 31, length: 4, style: 'code' },
        { offset: 36, length: 5, style: 'link', url: 'https://thanhtra.example.vn/' },
      ],
    },
  ],
  [
    'text-formatted-decomposed',
    'formatting from a keyboard that writes marks apart',
    {
      kind: 'text',
      text: 'Hạn đăng ký: ngày mai',
      spans: [
        { offset: 4, length: 7, style: 'bold' },
        { offset: 13, length: 8, style: 'italic' },
      ],
    },
  ],
  ['voice', 'a voice message', unsupported('voice')],
  ['contact', 'the number of another', { kind: 'contact', phone: '+84000000000', own: false }],
  ['contact-own', 'their own number', { kind: 'contact', phone: '+84912345678', own: true }],
  ['location', 'a location', unsupported('location')],
  ['venue', 'a venue, which also has a location', unsupported('venue')],
  [
    'document',
    'a document',
    { kind: 'file', file: { kind: 'document', channel: 'telegram', id: 'd', name: 'bao-cao.docx' }, caption: '' },
  ],
  ['animation', 'an animation, which also is a document', unsupported('animation')],
  ['blocked', 'a person who blocks us', { kind: 'reachable', reachable: false }],
  ['unblocked', 'a person who comes back', { kind: 'reachable', reachable: true }],
  ['press', 'a press', { kind: 'choice', id: 'pledge:confirm' }],
  ['press-old-message', 'a press on a message that Telegram no longer shows', { kind: 'choice', id: 'pledge:edit' }],
]

const inGroups: readonly [file: string, label: string, input: Input, addressed: boolean][] = [
  ['group-command', 'a command that names us in other letters', command('moc'), true],
  ['group-command-bare', 'a command without a name', command('moc'), true],
  ['group-text', 'talk among people', text('Chiều nay họp lúc 14h nhé'), false],
  ['group-mention', 'a question that begins with our name', text('đợt 2 kết thúc ngày nào?'), true],
  ['group-mention-inside', 'a question with our name inside', text('Nhờ cho biết các mốc 📅'), true],
  ['group-mention-command', 'a command behind our name', command('hoi', 'danh hiệu'), true],
  ['group-mention-longer-name', 'a name that begins like ours', text('@thi_dua_bot2 ơi'), false],
  ['group-text-mention', 'a mention without our user name', text('Thi đua ơi, mốc nào gần nhất?'), true],
  ['group-reply-to-bot', 'a reply to us', text('Còn đợt 1?'), true],
  ['group-reply-to-person', 'a reply to somebody else', text('Đồng ý'), false],
  ['group-reply-thread', 'a reply in a chain of replies', text('Cảm ơn'), true],
  ['group-sticker-reply', 'a sticker in reply to us', unsupported('sticker'), true],
  ['group-anonymous', 'a command of an anonymous administrator', command('moc'), true],
  ['group-anonymous-question', 'a question of an anonymous administrator', command('hoi', 'danh hiệu nào?'), true],
  ['group-anonymous-help', 'a call for help of an anonymous administrator', command('trogiup'), true],
  [
    'group-mention-formatted',
    'formatting behind our name',
    { kind: 'text', text: 'Nhờ cho biết hạn cuối', spans: [{ offset: 13, length: 8, style: 'bold' }] },
    true,
  ],
  ['group-photo-mention', 'a photo that is meant for us', { kind: 'file', file: photo, caption: 'ảnh này' }, true],
  ['group-added', 'our being added to a group', membership('present'), true],
  ['group-added-anonymously', 'our being added by an anonymous administrator', membership('present'), true],
  ['group-promoted', 'our becoming an administrator', membership('present'), true],
  ['group-restricted', 'a restriction that lets us write', membership('present'), true],
  ['group-silenced', 'a restriction that does not', membership('silenced'), true],
  ['group-restricted-out', 'a restriction of somebody who left', membership('gone'), true],
  ['group-kicked', 'our being removed', membership('gone'), true],
  ['group-left', 'our leaving', membership('gone'), true],
  ['group-moved', 'a group that moves', { kind: 'moved', to: '-1001987654321' }, true],
  ['group-moved-here', 'a group that has moved', { kind: 'moved', to: '-1001987654321' }, true],
  ['press-group', 'a press in a group', { kind: 'choice', id: 'moc:next' }, true],
  ['forum-command', 'a command in a topic', command('moc'), true],
  ['forum-topic-by-bot', 'talk in a topic that we opened', text('Chào cả nhà'), false],
  ['forum-topic-closed', 'a topic that is closed', { kind: 'topic', state: 'closed' }, true],
  ['forum-topic-reopened', 'a topic that is opened again', { kind: 'topic', state: 'open' }, true],
  ['forum-general-closed', 'the general topic that is closed', { kind: 'topic', state: 'closed' }, true],
  [
    'forum-general-hidden',
    'the general topic that is hidden, and closed with it',
    { kind: 'topic', state: 'closed' },
    true,
  ],
  ['group-renamed', 'a group that is renamed', { kind: 'renamed', title: 'Thanh tra <b>Cà Mau</b>' }, true],
  ['press-forum', 'a press in a topic', { kind: 'choice', id: 'moc:next' }, true],
]

const ignored: readonly [file: string, label: string][] = [
  ['own-message', 'our own message'],
  ['edited', 'an edited message'],
  ['channel-post', 'a post in a channel'],
  ['group-linked-channel-post', 'a post that Telegram copies from the linked channel'],
  ['group-other-bot', 'a message of another bot'],
  ['group-command-other-bot', 'a command for another bot'],
  ['group-sticker', 'a sticker that is not meant for us'],
  ['group-joined', 'the notice that somebody joined'],
  ['forum-topic-created', 'the notice that a topic was opened'],
  ['forum-general-shown', 'the notice that the general topic is shown again, which does not open it'],
  ['private-pinned', 'the notice that a message was pinned'],
  ['press-inline', 'a press on an inline message, which lies in no chat'],
  ['group-photo', 'a photo that is not meant for us'],
  ['channel-added', 'our being added to a channel'],
]

describe('decodeUpdate', () => {
  test.each(inPrivate)('reads %s: %s', (file, _, input) => {
    const update = load(file)
    const decoded = decodeUpdate(update, bot)
    expect(decoded).toMatchObject({ id: String(update.update_id), private: true, addressed: true })
    expect(decoded?.address).toEqual({ channel: 'telegram', chat: '700000001' })
    expect(decoded?.from.id).toBe('700000001')
    expect(decoded?.input).toEqual(input)
  })

  test.each(inGroups)('reads %s: %s', (file, _, input, addressed) => {
    const decoded = decodeUpdate(load(file), bot)
    expect(decoded).toMatchObject({ private: false, addressed })
    expect(decoded?.input).toEqual(input)
  })

  test.each(ignored)('ignores %s: %s', (file) => {
    expect(decodeUpdate(load(file), bot)).toBeUndefined()
  })

  test('has a case for every payload', () => {
    const cases = [...inPrivate, ...inGroups, ...ignored].map(([file]) => `${file}.json`)
    expect(cases.sort()).toEqual(readdirSync(payloads).sort())
  })

  test('names the sender and the language', () => {
    expect(from('text')).toEqual({ id: '700000001', name: 'Ánh Nguyễn Thị', language: 'vi' })
    expect(from('text-no-language')).toEqual({ id: '700000001', name: 'Ánh' })
    expect(from('group-text')).toEqual({ id: '700000002', name: 'Bình', language: 'en' })
  })

  test('takes nobody for an anonymous administrator', () => {
    expect(from('group-anonymous')).toEqual({ id: '-1001987654321', name: 'Thanh tra tỉnh', anonymous: true })
  })

  test('takes nobody for who adds or removes us without a name', () => {
    const nobody = { id: '-1001987654321', name: 'Thanh tra tỉnh', anonymous: true }
    expect(from('group-added-anonymously')).toEqual(nobody)
    expect(from('group-left')).toEqual(nobody)
    expect(from('group-added')).toMatchObject({ id: '700000002' })
  })

  test('names the old group where one moved, whichever of the two tells it', () => {
    const old = { channel: 'telegram', chat: '-41987654' }
    expect(decodeUpdate(load('group-moved'), bot)?.address).toEqual(old)
    expect(decodeUpdate(load('group-moved-here'), bot)?.address).toEqual(old)
  })

  test('keeps the topic of a forum and no other thread', () => {
    const topic = { channel: 'telegram', chat: '-1001987654322', thread: '17' }
    expect(decodeUpdate(load('forum-command'), bot)?.address).toEqual(topic)
    expect(decodeUpdate(load('press-forum'), bot)?.address).toEqual(topic)
    const group = { channel: 'telegram', chat: '-1001987654321' }
    expect(decodeUpdate(load('group-reply-thread'), bot)?.address).toEqual(group)
    expect(decodeUpdate(load('forum-topic-closed'), bot)?.address).toEqual(topic)
    for (const general of ['forum-general-closed', 'forum-general-hidden'])
      expect(decodeUpdate(load(general), bot)?.address).toEqual({ channel: 'telegram', chat: '-1001987654322' })
  })

  test('takes the general topic for the group itself, where it is named by its number', () => {
    const { message, ...update } = load('forum-command')
    const general = { ...update, message: { ...message, message_thread_id: 1 } } as Update
    expect(decodeUpdate(general, bot)?.address).toEqual({ channel: 'telegram', chat: '-1001987654322' })
  })

  test('tells what the group is called', () => {
    for (const file of ['group-command', 'press-group', 'group-anonymous'])
      expect(decodeUpdate(load(file), bot)?.title).toBe('Thanh tra tỉnh')
    expect(decodeUpdate(load('text'), bot)?.title).toBeUndefined()
  })

  test('takes the presser, not the bot, for the sender of a press', () => {
    expect(from('press-group')?.id).toBe('700000002')
  })

  test('tells which message was pressed on', () => {
    const press = load('press')
    const id = press.callback_query?.message?.message_id
    expect(decodeUpdate(press, bot)?.pressedOn).toBe(String(id))
    expect(decodeUpdate(load('press-old-message'), bot)?.pressedOn).toBe('12')
  })
})

function from(file: string): IncomingUpdate['from'] | undefined {
  return decodeUpdate(load(file), bot)?.from
}
