import { createHash, randomBytes } from 'node:crypto'

/** The chairs from which a visitor of the demonstration may speak; everywhere else there is only `staff`. */
export const seats = ['staff', 'coordinator', 'office'] as const
export type Seat = (typeof seats)[number]

/** A new visitor's secret: 256 bits that nobody can guess, kept in a cookie and nowhere else. */
export function newVisitor(): string {
  return randomBytes(32).toString('base64url')
}

export function isVisitor(value: string | undefined): value is string {
  return value !== undefined && /^[\w-]{43}$/.test(value)
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
