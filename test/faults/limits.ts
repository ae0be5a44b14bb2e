/** What Telegram allows: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface Limits {
  /** To all chats together that have not just written. */
  readonly perSecond: number
  readonly chatMs: number
  readonly groupPerMinute: number
}

export interface Limiter {
  /** Somebody wrote there: for a while the answers are not counted. */
  wrote(chat: number): void
  /** For how many seconds a message to that chat is refused; at 0 it is counted as sent. */
  ask(chat: number): number
  /** Everything is refused for that long. */
  storm(seconds: number): void
}

const justWroteMs = 30_000

export function createLimiter(limits: Limits, now: () => number = Date.now): Limiter {
  const wroteAt = new Map<number, number>()
  const sentTo = new Map<number, number[]>()
  let sent: number[] = []
  let stormUntil = 0

  function waitMs(chat: number, at: number): number {
    if (at < stormUntil) return stormUntil - at
    const before = (sentTo.get(chat) ?? []).filter((one) => one > at - 60_000)
    sentTo.set(chat, before)
    if (chat < 0 && before.length >= limits.groupPerMinute) return (before[0] ?? at) + 60_000 - at
    if (at - (wroteAt.get(chat) ?? Number.NEGATIVE_INFINITY) < justWroteMs) return 0
    const last = before.at(-1)
    if (last !== undefined && at - last < limits.chatMs) return last + limits.chatMs - at
    sent = sent.filter((one) => one > at - 1_000)
    if (sent.length >= limits.perSecond) return 1_000
    sent.push(at)
    return 0
  }

  return {
    wrote: (chat) => void wroteAt.set(chat, now()),
    ask(chat) {
      const at = now()
      const wait = waitMs(chat, at)
      if (wait > 0) return Math.ceil(wait / 1_000)
      sentTo.get(chat)?.push(at)
      return 0
    },
    storm(seconds) {
      stormUntil = now() + seconds * 1_000
    },
  }
}
