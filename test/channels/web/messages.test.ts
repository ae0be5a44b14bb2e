import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSite, type Site, type Visitor, visit } from './harness.ts'

let site: Site
let person: Visitor

beforeEach(async () => {
  site = await openSite()
  person = await visit(site)
})
afterEach(() => site.close())

const choices = [[{ id: 'pledge:yes', label: 'Xác nhận' }], [{ id: 'pledge:no', label: 'Huỷ' }]]

async function offer(chat = person.chat()): Promise<string> {
  const sent = await site.channel.send({ channel: 'web', chat }, { id: 'd-1', text: 'Đồng chí chọn', choices })
  return sent.externalId
}

describe('a message from the page', () => {
  test('is stored before it is accepted', async () => {
    const id = crypto.randomUUID()
    const response = await person.post({ id, text: '  Còn mấy ngày? ', language: 'en' })
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({ entry: '1' })
    expect(site.updates).toEqual([
      {
        id: `${person.chat()}:${id}`,
        address: { channel: 'web', chat: person.chat() },
        from: { id: person.chat(), language: 'en' },
        private: true,
        addressed: true,
        input: { kind: 'text', text: 'Còn mấy ngày?' },
      },
    ])
  })

  test('stands in the transcript once however often it is sent', async () => {
    const message = { id: crypto.randomUUID(), text: 'xin chào' }
    const first = await person.post(message)
    const second = await person.post(message)
    expect(await second.json()).toEqual(await first.json())
    expect(site.transcript.rows).toHaveLength(1)
    expect(new Set(site.updates.map((one) => one.id)).size).toBe(1)
  })

  test('stands above the answer that it brings about', async () => {
    site.onReceive = async ({ address }) =>
      void (await site.channel.send(address, { id: 'd-1', text: 'Chào đồng chí' }))
    await person.post({ text: 'xin chào' })
    expect(site.transcript.rows.map((row) => row.content.text)).toEqual(['xin chào', 'Chào đồng chí'])
  })

  test.each([
    ['a command', { text: '/Dang_Ky  CSTĐCS' }, { kind: 'command', command: 'dang_ky', argument: 'CSTĐCS' }],
    ['a bare command', { text: '/help' }, { kind: 'command', command: 'help', argument: '' }],
    ['a path, which is no command', { text: '/a/b' }, { kind: 'text', text: '/a/b' }],
    ['the start button', { start: true }, { kind: 'command', command: 'start', argument: '' }],
    ['a picture', { unsupported: 'photo' }, { kind: 'unsupported', what: 'photo' }],
    ['markup, as typed', { text: '<script>alert(1)</script>' }, { kind: 'text', text: '<script>alert(1)</script>' }],
    ['what JSON columns cannot hold', { text: 'a\0b\ud800c' }, { kind: 'text', text: 'a\ufffdb\ufffdc' }],
    ['ten thousand characters', { text: 'ữ'.repeat(10_000) }, { kind: 'text', text: 'ữ'.repeat(10_000) }],
  ])('reads %s', async (_, said, input) => {
    expect((await person.post(said)).status).toBe(202)
    expect(site.updates[0]?.input).toEqual(input)
  })

  test('shows a thing without words in the language of the page', async () => {
    await person.post({ unsupported: 'photo', language: 'en' })
    await person.post({ start: true })
    expect(site.transcript.rows.map((row) => row.content.text)).toEqual(['(Sent a picture)', 'Bắt đầu'])
  })

  test.each([
    ['nothing', {}],
    ['an empty text', { text: '  \n ' }],
    ['an id that is no UUID', { id: '1', text: 'câu' }],
    ['a seat that there is not', { seat: 'admin', text: 'câu' }],
    ['an unknown kind of file', { unsupported: '<b>' }],
    ['a number for a text', { text: 5 }],
  ])('is refused with %s', async (_, said) => {
    const response = await person.post(said)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: 'bad-message',
      message: 'Tôi chưa đọc được tin này. Đồng chí vui lòng nhập lại.',
    })
    expect(site.updates).toHaveLength(0)
    expect(site.transcript.rows).toHaveLength(0)
  })

  test('is refused over 64 KB, with its length told or not', async () => {
    const long = { text: 'x'.repeat(70_000) }
    expect((await person.post(long)).status).toBe(413)
    const chunked = await fetch(`${site.url}/channels/web/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: person.cookie },
      body: new Blob([JSON.stringify({ id: crypto.randomUUID(), ...long })]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
  })

  test('is refused when it is not JSON', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect((await person.post({ text: 'câu' }, headers)).status).toBe(415)
  })

  test('waits for a channel that is not started', async () => {
    await site.channel.stop()
    const response = await person.post({ text: 'câu' })
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(site.transcript.rows).toHaveLength(0)
  })

  test('may come again after it could not be stored', async () => {
    const message = { id: crypto.randomUUID(), text: 'câu' }
    site.onReceive = async () => {
      throw new Error('The inbox is closed')
    }
    expect((await person.post(message)).status).toBe(503)
    site.onReceive = async () => {}
    expect((await person.post(message)).status).toBe(202)
    expect(site.updates).toHaveLength(1)
    expect(site.transcript.rows).toHaveLength(1)
  })

  test('holds up the stop until it is stored', async () => {
    const order: string[] = []
    let entered = () => {}
    let release = () => {}
    const inside = new Promise<void>((resolve) => {
      entered = resolve
    })
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    site.onReceive = async () => {
      entered()
      await gate
      order.push('stored')
    }
    const posted = person.post({ text: 'câu' })
    await inside
    const stopped = site.channel.stop().then(() => order.push('stopped'))
    release()
    await stopped
    expect((await posted).status).toBe(202)
    expect(order).toEqual(['stored', 'stopped'])
  })
})

describe('a press', () => {
  test('comes back under the id of its offer and leaves its label', async () => {
    const entry = await offer()
    expect((await person.post({ choice: 'pledge:no', entry })).status).toBe(202)
    expect(site.updates[0]?.input).toEqual({ kind: 'choice', id: 'pledge:no' })
    expect(site.updates[0]).not.toHaveProperty('pressedOn')
    expect(site.transcript.rows.at(-1)).toMatchObject({ author: 'person', content: { text: 'Huỷ' } })
  })

  test('is refused where that message does not offer it', async () => {
    const entry = await offer()
    const response = await person.post({ choice: 'pledge:all', entry, language: 'en' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'gone-choice', message: /no longer offered/ })
    expect((await person.post({ choice: 'pledge:no', entry: '99' })).status).toBe(400)
    expect(site.updates).toHaveLength(0)
  })

  test("cannot reach into another visitor's chat", async () => {
    const other = await visit(site)
    const entry = await offer(other.chat())
    expect((await person.post({ choice: 'pledge:yes', entry })).status).toBe(400)
  })
})

describe('seats', () => {
  test('are three chats of one visitor in a demonstration', async () => {
    await person.post({ seat: 'office', text: 'câu' })
    expect(site.updates[0]?.address.chat).toBe(person.chat('office'))
    expect(person.chat('office').split('.')[0]).toBe(person.chat('staff').split('.')[0])
  })

  test('are all the staff where there is no demonstration', async () => {
    const real = await openSite({ seats: false })
    const visitor = await visit(real)
    expect((await visitor.post({ seat: 'office', text: 'câu' })).status).toBe(202)
    expect((await visitor.post({ seat: 'admin', text: 'câu' })).status).toBe(202)
    expect(real.updates.map((one) => one.address.chat)).toEqual([visitor.chat('staff'), visitor.chat('staff')])
    await real.close()
  })
})

describe('send', () => {
  const to = () => ({ channel: 'web', chat: person.chat() }) as const

  test('keeps a repeat of the same message out', async () => {
    const first = await site.channel.send(to(), { id: 'd-1', text: 'một' })
    expect(await site.channel.send(to(), { id: 'd-1', text: 'một' })).toEqual(first)
    expect(site.transcript.rows).toHaveLength(1)
  })

  test.each([
    ['an empty text', { text: ' ' }, undefined],
    [
      'too many choices',
      { text: 'câu', choices: Array.from({ length: 41 }, (_, i) => [{ id: `${i}`, label: 'A' }]) },
      undefined,
    ],
    ['a strange address', { text: 'câu' }, 'abc'],
    ['a message to replace that is not there', { text: 'câu', replaces: '77' }, undefined],
    ['a message to replace that is no number', { text: 'câu', replaces: "1'" }, undefined],
  ])('rejects %s', async (_, message, chat) => {
    const sending = site.channel.send({ ...to(), ...(chat ? { chat } : {}) }, { id: 'd-1', ...message })
    await expect(sending).rejects.toMatchObject({ name: 'SendError', kind: 'rejected' })
  })

  test("never replaces a person's words or another chat's message", async () => {
    await person.post({ text: 'câu của tôi' })
    const other = await visit(site)
    const { externalId } = await site.channel.send({ channel: 'web', chat: other.chat() }, { id: 'd-1', text: 'riêng' })
    for (const replaces of ['1', externalId])
      await expect(site.channel.send(to(), { id: 'd-2', text: 'mới', replaces })).rejects.toMatchObject({
        kind: 'rejected',
      })
    expect(site.transcript.rows.map((row) => row.content.text)).toEqual(['câu của tôi', 'riêng'])
  })
})
