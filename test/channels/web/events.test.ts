import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type EventReader, openSite, type ServerEvent, type Site, type Visitor, visit } from './harness.ts'

let site: Site
let person: Visitor
const readers: EventReader[] = []

beforeEach(async () => {
  site = await openSite({ heartbeatMs: 20 })
  person = await visit(site)
})
afterEach(async () => {
  for (const one of readers.splice(0)) one.close()
  await site.close()
})

async function listen(query?: string, headers?: Record<string, string>): Promise<EventReader> {
  const reader = await person.events(query, headers)
  readers.push(reader)
  return reader
}

let sent = 0
function send(text: string, chat = person.chat()) {
  sent += 1
  return site.channel.send({ channel: 'web', chat }, { id: `d-${sent}`, text })
}

const texts = (events: ServerEvent[]) => events.filter((one) => one.event === 'entry').map((one) => one.data.text)

describe('the event stream', () => {
  test('begins with the whole conversation', async () => {
    await person.post({ text: 'một' })
    await send('hai')
    const reader = await listen()
    expect(reader.response.headers.get('content-type')).toContain('text/event-stream')
    const events = await reader.until('ready')
    expect(texts(events)).toEqual(['một', 'hai'])
    expect(events.find((one) => one.event === 'entry')).toMatchObject({
      id: '1',
      data: { seat: 'staff', id: '1', author: 'person', at: '2025-11-10T01:00:00.000Z' },
    })
  })

  test('makes every seat that is looked at known, in the language of the page, as one and the same update', async () => {
    await listen('seat=all&language=en')
    await listen('seat=all&language=en')
    const said = site.seated.map(({ id, address, from, input }) => ({
      id,
      chat: address.chat,
      language: from.language,
      input,
    }))
    for (const seat of ['staff', 'coordinator', 'office'] as const) {
      const mine = said.filter((one) => one.chat === person.chat(seat))
      expect(mine).toHaveLength(2)
      expect(mine[0]).toMatchObject({ language: 'en', input: { kind: 'reachable', reachable: true } })
      expect(mine[1]).toEqual(mine[0])
    }
  })

  test('makes nobody known outside a demonstration', async () => {
    const real = await openSite({ seats: false })
    const reader = await (await visit(real)).events()
    await reader.until('ready')
    expect(real.seated).toEqual([])
    reader.close()
    await real.close()
  })

  test('brings long histories whole', async () => {
    const words = Array.from({ length: 250 }, (_, index) => `câu ${index}`)
    for (const one of words) await send(one)
    expect(texts(await (await listen()).until('ready'))).toEqual(words)
  })

  test('brings what is sent while it is open', async () => {
    const reader = await listen()
    await reader.until('ready')
    await send('tin mới')
    expect(texts(await reader.until('entry'))).toEqual(['tin mới'])
    await person.post({ text: 'câu của tôi' })
    expect(texts(await reader.until('entry'))).toEqual(['câu của tôi'])
  })

  test.each(['header', 'query'])('goes on where it broke off, by %s', async (way) => {
    const first = await listen()
    await first.until('ready')
    await send('một')
    const cursor = (await first.until('entry')).at(-1)?.id ?? ''
    first.close()
    await send('hai')
    await send('ba')
    const again =
      way === 'header' ? listen(undefined, { 'last-event-id': cursor }) : listen(`seat=staff&after=${cursor}`)
    expect(texts(await (await again).until('ready'))).toEqual(['hai', 'ba'])
  })

  test('keeps each seat apart while listening to all', async () => {
    await send('cho cán bộ')
    await send('cho đầu mối', person.chat('coordinator'))
    const reader = await listen('seat=all')
    const events = await reader.until('ready')
    expect(events.filter((one) => one.event === 'entry').map((one) => [one.data.seat, one.data.text])).toEqual([
      ['staff', 'cho cán bộ'],
      ['coordinator', 'cho đầu mối'],
    ])
    const cursor = events.at(-1)?.id ?? ''
    await send('cho thường trực', person.chat('office'))
    const again = await listen(`seat=all&after=${cursor}`)
    expect(texts(await again.until('ready'))).toEqual(['cho thường trực'])
  })

  test('shows an edit at once, and again to a page that was away', async () => {
    const reader = await listen()
    const cursor = (await reader.until('ready')).at(-1)?.id ?? ''
    const { externalId } = await send('đang gửi')
    await reader.until('entry')
    const to = { channel: 'web', chat: person.chat() } as const
    await site.channel.send(to, { id: 'd-edit', text: 'đã gửi', replaces: externalId })
    const edit = (await reader.until('edit')).at(-1)
    expect(edit).toMatchObject({ id: undefined, data: { id: externalId, author: 'bot', text: 'đã gửi' } })
    expect(cursor).toBe('0')
    const again = await (await listen(`seat=staff&after=${externalId}`)).until('ready')
    expect(again.filter((one) => one.event === 'edit').map((one) => one.data.text)).toEqual(['đã gửi'])
    expect(texts(again)).toEqual([])
  })

  test('starts afresh where the conversation was erased', async () => {
    await send('một')
    site.transcript.rows.length = 0
    const events = await (await listen('seat=staff&after=1')).until('ready')
    expect(events.map((one) => one.event)).toEqual(['retry', 'reset', 'ready'])
    expect(events.at(-1)?.id).toBe('0')
  })

  test('takes a cursor that is none for the beginning', async () => {
    await send('một')
    for (const cursor of ['x', '1,2', '-1', '9'.repeat(40)])
      expect(texts(await (await listen(`seat=staff&after=${cursor}`)).until('ready'))).toEqual(['một'])
  })

  test('lets no visitor see another', async () => {
    const other = await visit(site)
    expect(other.cookie).not.toBe(person.cookie)
    const reader = await listen('seat=all')
    await reader.until('ready')
    await other.post({ text: 'chuyện riêng' })
    await send('cho người kia', other.chat())
    await send('cho tôi')
    expect(texts(await reader.until('entry'))).toEqual(['cho tôi'])
  })

  test('beats while nothing happens', async () => {
    await expect((await listen()).until('comment')).resolves.toBeDefined()
  })

  test('reads nothing more for a page that has left', async () => {
    const since = site.transcript.since
    let reads = 0
    site.transcript.since = (...asked) => {
      reads += 1
      return since(...asked)
    }
    const reader = await listen()
    await reader.until('comment')
    reader.close()
    const readsInAWhile = () => {
      const seen = reads
      reads = 0
      return seen
    }
    await expect.poll(readsInAWhile, { interval: 200 }).toBe(0)
  })

  test('ends when the channel stops', async () => {
    const reader = await listen()
    await reader.until('ready')
    await site.channel.stop()
    await expect(reader.ended()).resolves.toBeUndefined()
    expect((await listen()).response.status).toBe(503)
  })

  test('is refused without a cookie and for a seat that there is not', async () => {
    expect((await fetch(`${site.url}/channels/web/events`)).status).toBe(401)
    expect((await listen('seat=admin')).response.status).toBe(400)
  })

  test('has only the staff where there is no demonstration', async () => {
    const real = await openSite({ seats: false })
    const visitor = await visit(real)
    await visitor.post({ text: 'một' })
    const reader = await visitor.events('seat=office')
    expect(texts(await reader.until('ready'))).toEqual(['một'])
    reader.close()
    await real.close()
  })

  test('survives a transcript that fails, by being opened again', async () => {
    const since = site.transcript.since
    site.transcript.since = async () => {
      throw new Error('The database went away')
    }
    await (await listen()).ended()
    site.transcript.since = since
    await send('một')
    expect(texts(await (await listen()).until('ready'))).toEqual(['một'])
  })
})
