import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Advance, createDemo } from '../../src/server/demo.ts'
import { createGuard } from '../../src/server/guard.ts'

const log = pino({ level: 'silent' })
const now = new Date('2025-11-10T01:00:00Z')
const nextReminder = new Date('2025-11-14T01:00:00Z')
let moves: Advance[]
let demo: ReturnType<typeof createDemo>

beforeEach(() => {
  moves = []
  demo = createDemo(
    {
      seats: ['staff', 'office'],
      state: async () => ({ now, ...(moves.length === 0 ? { nextReminder } : {}) }),
      advance: async (by) => {
        moves.push(by)
        if (by === 'week') throw new Error('The clock stands still')
        return { now: nextReminder }
      },
    },
    createGuard({ host: '127.0.0.1', anyName: false }),
    log,
  )
})

const move = (body: unknown, headers: Record<string, string> = {}) =>
  demo.request('http://localhost:3000/clock', {
    method: 'POST',
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('the demonstration', () => {
  test('tells the time, the next reminder and the seats', async () => {
    const response = await demo.request('http://localhost:3000/state')
    expect(await response.json()).toEqual({
      now: '2025-11-10T01:00:00.000Z',
      nextReminder: '2025-11-14T01:00:00.000Z',
      seats: ['staff', 'office'],
    })
  })

  test('leaves out a reminder that there is not', async () => {
    await move({ advance: 'hour' })
    expect(await (await demo.request('http://localhost:3000/state')).json()).not.toHaveProperty('nextReminder')
  })

  test('moves the clock', async () => {
    const response = await move({ advance: 'next-reminder' }, { origin: 'http://localhost:3000' })
    expect(await response.json()).toEqual({ now: '2025-11-14T01:00:00.000Z' })
    expect(moves).toEqual(['next-reminder'])
  })

  test.each([{ advance: 'year' }, { advance: -1 }, {}, null, 'hour'])('moves it by no %j', async (body) => {
    expect((await move(body)).status).toBe(400)
    expect(moves).toEqual([])
  })

  test('obeys no other web site, no foreign name and no form', async () => {
    expect((await move({ advance: 'day' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await move({ advance: 'day' }, { host: 'evil.example:3000' })).status).toBe(403)
    expect((await move({ advance: 'day' }, { 'content-type': 'text/plain' })).status).toBe(415)
    expect(moves).toEqual([])
  })

  test('says that a move failed', async () => {
    expect((await move({ advance: 'week' })).status).toBe(500)
  })
})

describe('createGuard', () => {
  const ask = (headers: Record<string, string>, options: Partial<Parameters<typeof createGuard>[0]> = {}) =>
    createGuard({ host: '127.0.0.1', anyName: false, ...options })(new Request('http://x/', { headers }))?.status

  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '192.168.1.5:3000', 'LOCALHOST'])(
    'lets the name %s pass',
    (host) => {
      expect(ask({ host })).toBeUndefined()
    },
  )

  test.each(['evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', ''])(
    'refuses the name "%s"',
    (host) => {
      expect(ask({ host })).toBe(403)
    },
  )

  test('knows the public name, also where a proxy in front rewrites the host', () => {
    const publicUrl = 'https://thidua.example.vn'
    expect(ask({ host: 'thidua.example.vn' }, { publicUrl })).toBeUndefined()
    expect(ask({ host: 'localhost:3000', origin: publicUrl }, { publicUrl })).toBeUndefined()
    expect(ask({ host: 'thidua.example.vn', origin: 'https://evil.example' }, { publicUrl })).toBe(403)
  })

  test('takes any name where everybody is served, but no foreign page', () => {
    expect(ask({ host: 'may-chu' }, { anyName: true })).toBeUndefined()
    expect(ask({ host: 'may-chu', origin: 'http://may-chu' }, { anyName: true })).toBeUndefined()
    expect(ask({ host: 'may-chu', origin: 'http://may-chu:81' }, { anyName: true })).toBe(403)
    expect(ask({ host: 'may-chu', origin: 'null' }, { anyName: true })).toBe(403)
  })
})
