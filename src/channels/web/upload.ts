import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mayAttach, type Session } from './visitor.ts'
import type { Refusal } from './words.ts'

/** Keeps the bytes of a file that somebody sent; gives the id under which it is read. */
export type KeepFile = (name: string, mime: string, bytes: Uint8Array) => Promise<string>

const largestFile = 5_000_000

/** Takes the bytes of a file. What is done with it the message says that names it. */
export function createUpload(options: {
  readonly keep: KeepFile
  readonly session: Session
  readonly refusal: (c: Context, reason: Refusal) => Response
}): Hono {
  const { keep, session, refusal } = options
  const app = new Hono()
  app.post(
    '/',
    // No form of another page can send this kind without a question.
    async (c, next) =>
      c.req.header('content-type') === 'application/octet-stream' ? next() : refusal(c, 'bad-message'),
    bodyLimit({ maxSize: largestFile, onError: (c) => refusal(c, 'too-large') }),
    async (c) => {
      if (!session.visitorOf(c)) return refusal(c, 'no-session')
      if (!mayAttach(c.req.query('seat'))) return refusal(c, 'bad-seat')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json({ file: await keep('upload', 'application/octet-stream', bytes) }, 201)
    },
  )
  return app
}
