import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isVisitor, newVisitor } from './visitor.ts'

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

  function visitorOf(c: Context): string | undefined {
    const value = secure ? getCookie(c, 'visitor', 'host') : getCookie(c, 'visitor')
    return isVisitor(value) ? value : undefined
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
