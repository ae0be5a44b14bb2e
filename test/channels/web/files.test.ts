import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storedFile } from '../../contracts/channel.ts'
import { openSite, type Site, type Visitor, visit } from './harness.ts'

let site: Site
let person: Visitor

beforeEach(async () => {
  site = await openSite()
  person = await visit(site)
})
afterEach(() => site.close())

const { id, name, mime, bytes } = storedFile

function send(chat: string, messageId = 'd-1', text = 'Chứng nhận gửi tin') {
  const file = { kind: 'document', stored: id, name } as const
  return site.channel.send({ channel: 'web', chat }, { id: messageId, text, file })
}

function fetchFile(cookie?: string, file = id): Promise<Response> {
  return fetch(`${site.url}/channels/web/files/${file}`, { headers: cookie === undefined ? {} : { cookie } })
}

describe('a document on the page', () => {
  test('stands in the transcript by its name and is downloaded as it is, never shown', async () => {
    await send(person.chat())
    expect(site.transcript.rows[0]?.content).toEqual({ text: 'Chứng nhận gửi tin', file: { id, name } })
    const response = await fetchFile(person.cookie)
    expect(response.status).toBe(200)
    const { headers } = response
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    expect(headers.get('content-type')).toBe(mime)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="Chung nhan dot 2 (ban chinh).xlsx"; ' +
        "filename*=UTF-8''Ch%E1%BB%A9ng%20nh%E1%BA%ADn%20%C4%91%E1%BB%A3t%202%20%28b%E1%BA%A3n%20ch%C3%ADnh%29.xlsx",
    )
  })

  test('is reached from each seat of the visitor to whom it was given', async () => {
    await send(person.chat('office'))
    expect((await fetchFile(person.cookie)).status).toBe(200)
  })

  test('is nobody else’s: not another visitor’s, nor anybody’s without a session', async () => {
    await send(person.chat())
    const other = await visit(site)
    const foreign = await fetchFile(other.cookie)
    expect(foreign.status).toBe(404)
    expect(await foreign.json()).toMatchObject({ error: 'gone-file' })
    expect((await fetchFile()).status).toBe(401)
    expect((await fetchFile('visitor=guessed')).status).toBe(401)
  })

  test('cannot be had by an id that nobody was given, or by one that a person wrote', async () => {
    expect((await fetchFile(person.cookie)).status).toBe(404)
    await person.post({ text: id })
    expect((await fetchFile(person.cookie)).status).toBe(404)
    expect((await fetchFile(person.cookie, '..%2f..%2fetc%2fpasswd')).status).toBe(404)
  })

  test('is sent to another only once however often it is repeated', async () => {
    const first = await send(person.chat())
    expect(await send(person.chat())).toEqual(first)
    expect(site.transcript.rows).toHaveLength(1)
  })

  test('of another platform is left out with a mark that the page puts into words', async () => {
    const file = { kind: 'photo', channel: 'telegram', id: 'p1' } as const
    await site.channel.send({ channel: 'web', chat: person.chat() }, { id: 'd-2', text: 'Tin', file })
    expect(site.transcript.rows[0]?.content).toEqual({ text: 'Tin', file: { elsewhere: true } })
  })
})

describe('a document that the office sends', () => {
  function upload(
    body: Uint8Array<ArrayBuffer>,
    { seat = 'office', cookie = person.cookie, type = 'application/octet-stream' } = {},
  ) {
    const headers = { 'content-type': type, cookie }
    return fetch(`${site.url}/channels/web/files?seat=${seat}`, { method: 'POST', headers, body })
  }

  test('is kept and named by the message that follows', async () => {
    const response = await upload(Uint8Array.of(1, 2, 3))
    expect(response.status).toBe(201)
    const { file } = (await response.json()) as { file: string }
    expect(site.kept.get(file)).toEqual(Uint8Array.of(1, 2, 3))
    expect((await person.post({ seat: 'office', file, name: '../danh sách.csv' })).status).toBe(202)
    expect(site.updates[0]?.input).toEqual({
      kind: 'file',
      file: { kind: 'document', stored: file, name: '.._danh sách.csv' },
      caption: '',
    })
    expect(site.transcript.rows[0]?.content.text).toContain('danh sách.csv')
  })

  test('is taken from no other seat, no stranger, no form of another page, and only so large', async () => {
    const bytes = Uint8Array.of(1)
    expect((await upload(bytes, { seat: 'staff' })).status).toBe(400)
    expect((await upload(bytes, { cookie: '' })).status).toBe(401)
    expect((await upload(bytes, { type: 'text/plain' })).status).toBe(400)
    expect((await upload(new Uint8Array(5_000_001))).status).toBe(413)
    expect((await person.post({ file: 'x'.repeat(32), name: 'a.csv' })).status).toBe(400)
    expect(site.kept.size).toBe(0)
  })

  test('is taken nowhere but in a demonstration', async () => {
    const real = await openSite({ seats: false })
    const visitor = await visit(real)
    const headers = { 'content-type': 'application/octet-stream', cookie: visitor.cookie }
    const url = `${real.url}/channels/web/files?seat=office`
    expect((await fetch(url, { method: 'POST', headers, body: 'x' })).status).toBe(404)
    expect((await visitor.post({ seat: 'office', file: 'x'.repeat(32), name: 'a.csv' })).status).toBe(400)
    await real.close()
  })
})
