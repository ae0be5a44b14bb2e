import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Guard } from './guard.ts'

const steps = ['hour', 'day', 'week', 'next-reminder'] as const

/** How far the simulated clock is moved. */
export type Advance = (typeof steps)[number]

/** The levers of the demonstration. */
export interface DemoControls {
  /** The roles that a visitor may try. */
  readonly seats: readonly string[]
  state(): Promise<{ now: Date; nextReminder?: Date }>
  /** Moves the clock forward and resolves once what falls due on the way is on its way out. */
  advance(by: Advance): Promise<{ now: Date }>
}

/** The routes of the demonstration, mounted at /demo. */
export function createDemo(controls: DemoControls, refuse: Guard, log: Pick<Logger, 'error'>): Hono {
  const app = new Hono()
  app.use(async (c, next) => refuse(c.req.raw) ?? next())
  app.onError((error, c) => {
    log.error({ err: error }, 'the demonstration failed')
    return c.json({ error: 'failed' }, 500)
  })

  app.get('/state', async (c) => {
    c.header('Cache-Control', 'no-store')
    const { now, nextReminder } = await controls.state()
    return c.json({ now: now.toISOString(), nextReminder: nextReminder?.toISOString(), seats: controls.seats })
  })

  app.post('/clock', bodyLimit({ maxSize: 1024 }), async (c) => {
    // A form of another page can be sent without a question, but never as JSON.
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'not-json' }, 415)
    const by = toAdvance(await c.req.json().catch(() => undefined))
    if (by === undefined) return c.json({ error: `advance must be one of ${steps.join(', ')}` }, 400)
    const { now } = await controls.advance(by)
    return c.json({ now: now.toISOString() })
  })
  return app
}

function toAdvance(body: unknown): Advance | undefined {
  if (typeof body !== 'object' || body === null || !('advance' in body)) return undefined
  return steps.find((one) => one === body.advance)
}
