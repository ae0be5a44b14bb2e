import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** The chairs from which a visitor of the demonstration may speak; everywhere else there is only `staff`. */
export const seats = ['staff', 'coordinator', 'office', 'owner'] as const
export type Seat = (typeof seats)[number]

/** Whether a visitor on that chair may hand in files. */
export function mayAttach(seat: string | undefined): boolean {
  return seats.some((one) => one === seat && one !== 'staff')
}

/** The visitor's chat. It holds a hash of the secret, so that a look at the database opens nobody's session. */
export function chatOf(visitor: string, seat: Seat): string {
  return `${createHash('sha256').update(visitor).digest('hex').slice(0, 32)}.${seat}`
}

/** True for what `chatOf` writes. */
export function isChat(chat: string): boolean {
  const [hash = '', seat = '', ...rest] = chat.split('.')
  return /^[0-9a-f]{32}$/.test(hash) && seats.some((one) => one === seat) && rest.length === 0
}

export interface Session {
  /** Gives the visitor a cookie, or the one that is there already a new lease. */
  begin(c: Context): Response
  visitorOf(c: Context): string | undefined
}

const yearInSeconds = 365 * 24 * 60 * 60

/**
 * The cookie that is a visitor's only key. The page asks for it itself: a visit that begins with a link elsewhere does
 * not bring a strict cookie along, and setting one with the document would then replace the visitor's.
 */
export function createSession(secure: boolean): Session {
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: yearInSeconds } as const

  // 256 bits that nobody can guess, kept in the cookie and nowhere else.
  const newVisitor = () => randomBytes(32).toString('base64url')

  function visitorOf(c: Context): string | undefined {
    const value = secure ? getCookie(c, 'visitor', 'host') : getCookie(c, 'visitor')
    return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
  }

  return {
    visitorOf,
    begin(c) {
      const visitor = visitorOf(c) ?? newVisitor()
      setCookie(c, 'visitor', visitor, secure ? { ...attributes, secure, prefix: 'host' } : attributes)
      return c.json({})
    },
  }
}
