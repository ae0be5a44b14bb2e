import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeTelegram, someone, startFakeTelegram } from './fake-telegram.ts'

let telegram: FakeTelegram
beforeEach(async () => {
  telegram = await startFakeTelegram()
})
afterEach(() => telegram.close())

async function ask(method: string, payload: object = {}, token = telegram.token) {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) }
  const response = await fetch(`${telegram.url}/bot${token}/${method}`, request)
  return (await response.json()) as { ok: boolean; error_code?: number; description?: string; result?: unknown }
}

function buttons(...row: object[]) {
  return { inline_keyboard: [row] }
}

describe('the stand-in for Telegram', () => {
  test.each([
    ['an empty text', { text: ' ' }, 'message text is empty'],
    ['a text over 4096 units', { text: '🎉'.repeat(2049) }, 'message is too long'],
    ['an entity that leaves the text', { text: 'ab', entities: [{ type: 'bold', offset: 1, length: 2 }] }, 'outside'],
    ['an entity inside an emoji', { text: '🎉a', entities: [{ type: 'bold', offset: 1, length: 2 }] }, 'UTF-16 symbol'],
    ['data over 64 bytes', { text: 'a', reply_markup: buttons({ text: 'A', callback_data: 'ữ'.repeat(22) }) }, 'DATA'],
    ['a button that does nothing', { text: 'a', reply_markup: buttons({ text: 'A' }) }, 'BUTTON_TYPE_INVALID'],
    ['a button without words', { text: 'a', reply_markup: buttons({ text: '', callback_data: 'a' }) }, 'text buttons'],
  ])('refuses %s', async (_, payload, words) => {
    const answer = await ask('sendMessage', { chat_id: someone, ...payload })
    expect(answer).toMatchObject({ ok: false, error_code: 400, description: expect.stringContaining(words) })
    expect(telegram.sent).toEqual([])
  })

  test.each([
    ['a caption over 1024 units', { caption: 'ữ'.repeat(1025) }, 'message caption is too long'],
    [
      'an entity that leaves the caption',
      { caption: 'a', caption_entities: [{ type: 'bold', offset: 1, length: 1 }] },
      'outside',
    ],
    [
      'a link that leads nowhere',
      { caption: 'a', caption_entities: [{ type: 'text_link', offset: 0, length: 1 }] },
      'link',
    ],
    ['no photo', { photo: '' }, 'wrong file identifier'],
  ])('refuses a photo with %s', async (_, payload, words) => {
    const answer = await ask('sendPhoto', { chat_id: someone, photo: 'p1', ...payload })
    expect(answer).toMatchObject({ ok: false, error_code: 400, description: expect.stringContaining(words) })
    expect(telegram.sent).toEqual([])
  })

  test('reads a file that is uploaded, and keeps it while its caption is edited', async () => {
    const form = new FormData()
    form.set('chat_id', String(someone))
    form.set('caption', '[1]')
    form.set('document', 'attach://x')
    form.set('x', new Blob([Uint8Array.of(13, 10, 45, 45)]), 'hai.bin')
    const response = await fetch(`${telegram.url}/bot${telegram.token}/sendDocument`, { method: 'POST', body: form })
    expect(await response.json()).toMatchObject({ ok: true, result: { document: { file_id: 'upload-1' } } })
    expect(telegram.sent).toMatchObject([{ text: '[1]', file: { name: 'hai.bin', bytes: Buffer.of(13, 10, 45, 45) } }])
    const place = { chat_id: someone, message_id: 1 }
    expect(await ask('editMessageText', { ...place, text: 'a' })).toMatchObject({
      description: 'Bad Request: there is no text in the message to edit',
    })
    const media = { type: 'document', media: 'upload-1', caption: 'hai' }
    expect(await ask('editMessageMedia', { ...place, media })).toMatchObject({ ok: true })
    expect(await ask('editMessageMedia', { ...place, media })).toMatchObject({ error_code: 400 })
    expect(telegram.sent).toMatchObject([{ text: 'hai', edits: 1 }])
  })

  test('knows its token and its methods', async () => {
    expect(await ask('getMe', {}, '1:other')).toMatchObject({ error_code: 401 })
    expect(await ask('sendPigeon')).toMatchObject({ error_code: 404 })
  })

  test('counts messages per chat and shares the count with what people write', async () => {
    await telegram.say('câu')
    await ask('sendMessage', { chat_id: someone, text: 'a' })
    await ask('sendMessage', { chat_id: 5, text: 'b' })
    expect(telegram.sent.map((one) => one.id)).toEqual([2, 1])
  })

  test('edits what it knows and what changes', async () => {
    await ask('sendMessage', { chat_id: someone, text: 'a', reply_markup: buttons({ text: 'A', callback_data: 'a' }) })
    const edit = { chat_id: someone, message_id: 1, text: 'b' }
    expect(await ask('editMessageText', { ...edit, message_id: 9 })).toMatchObject({ error_code: 400 })
    expect(await ask('editMessageText', edit)).toMatchObject({ ok: true })
    const again = await ask('editMessageText', edit)
    expect(again.description).toContain('message is not modified')
    expect(telegram.sent).toEqual([expect.objectContaining({ text: 'b', rows: [], edits: 1 })])
  })

  test('takes one answer for each press', async () => {
    await ask('sendMessage', { chat_id: someone, text: 'a', reply_markup: buttons({ text: 'A', callback_data: 'a' }) })
    await telegram.press('A')
    const { result } = await ask('getUpdates')
    const [update] = result as [{ callback_query: { id: string } }]
    const answer = { callback_query_id: update.callback_query.id }
    expect(await ask('answerCallbackQuery', answer)).toMatchObject({ ok: true })
    expect(await ask('answerCallbackQuery', answer)).toMatchObject({ error_code: 400 })
  })

  test('holds a poll until something happens and sends the one before it home', async () => {
    const first = ask('getUpdates', { timeout: 20 })
    await telegram.until(() => telegram.waiting() === 1)
    const second = ask('getUpdates', { timeout: 20 })
    expect(await first).toMatchObject({ ok: false, error_code: 409 })
    await telegram.say('câu')
    expect(await second).toMatchObject({ result: [{ message: { text: 'câu' } }] })
  })

  test('keeps an update until it is confirmed and sends only what was asked for', async () => {
    await ask('getUpdates', { allowed_updates: ['message'] })
    await telegram.say('câu')
    await telegram.block(5)
    const { result } = await ask('getUpdates')
    expect(result).toHaveLength(1)
    expect((await ask('getUpdates')).result).toEqual(result)
    const [update] = result as [{ update_id: number }]
    expect((await ask('getUpdates', { offset: update.update_id + 1 })).result).toEqual([])
  })

  test('refuses polls while a webhook is set', async () => {
    await ask('setWebhook', { url: 'http://127.0.0.1:9/channels/telegram' })
    expect(await ask('getUpdates')).toMatchObject({ error_code: 409 })
    expect(await ask('getWebhookInfo')).toMatchObject({ result: { url: 'http://127.0.0.1:9/channels/telegram' } })
    await ask('deleteWebhook')
    expect(await ask('getUpdates')).toMatchObject({ ok: true })
  })

  test('refuses a person who blocked the bot until the person comes back', async () => {
    await telegram.block()
    expect(await ask('sendMessage', { chat_id: someone, text: 'a' })).toMatchObject({ error_code: 403 })
    await telegram.unblock()
    expect(await ask('sendMessage', { chat_id: someone, text: 'a' })).toMatchObject({ ok: true })
  })

  test('fails as often as it is told', async () => {
    telegram.throttle(5)
    telegram.breakDown(2)
    const codes: (number | undefined)[] = []
    for (let calls = 0; calls < 4; calls += 1)
      codes.push((await ask('sendMessage', { chat_id: someone, text: 'a' })).error_code)
    expect(codes).toEqual([429, 500, 500, undefined])
  })
})
