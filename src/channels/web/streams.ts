import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { entryData } from './encode.ts'
import type { WebEntry, WebTranscript } from './transcript.ts'
import type { Seat } from './visitor.ts'

/** What one page listens to: the chat of each seat, and the last entry of each that it has seen. */
export interface Listening {
  readonly seat: Seat
  readonly chat: string
  readonly after: bigint
}

export interface Streams {
  open(c: Context, chats: readonly Listening[]): Response
  /** There is something new in the chat. */
  wake(chat: string): void
  /** An entry of the chat looks different now. */
  edited(chat: string, entry: WebEntry): void
  /** Ends every stream, also those that are still being opened. */
  close(): void
  /** Lets streams be opened again. */
  reopen(): void
}

interface Listener {
  readonly chats: readonly { seat: Seat; chat: string; after: bigint }[]
  readonly edits: { seat: Seat; entry: WebEntry }[]
  /** Ends the present wait, or the next one if there is none. */
  wake(): void
  wait(ms: number): Promise<void>
}

const pageSize = 100
// Edits are not numbered, so a page that comes back is shown this stretch of entries once more.
const lookBack = 100n

/** The open event streams. Entries always come from the transcript in its order, never straight from a sender. */
export function createStreams(deps: {
  transcript: WebTranscript
  log: Pick<Logger, 'warn'>
  /** Proxies end a silent connection after half a minute or a minute. */
  heartbeatMs: number
  /** Another instance's entries wake nobody here, so each stream also looks by itself. */
  pollMs: number
}): Streams {
  const listeners = new Set<Listener>()
  let closed = false

  async function run(stream: SSEStreamingApi, listener: Listener): Promise<void> {
    await stream.write('retry: 2000\n\n')
    for (const one of listener.chats) await catchUp(stream, listener, one)
    for (const one of listener.chats) await drain(stream, listener, one)
    await stream.writeSSE({ event: 'ready', data: '{}', id: cursorOf(listener) })
    let beat = Date.now()
    while (!stream.aborted && !closed) {
      await listener.wait(Math.min(deps.pollMs, deps.heartbeatMs))
      for (const edit of listener.edits.splice(0))
        await stream.writeSSE({ event: 'edit', data: entryData(edit.seat, edit.entry) })
      for (const one of listener.chats) await drain(stream, listener, one)
      if (Date.now() - beat < deps.heartbeatMs) continue
      await stream.write(': still here\n\n')
      beat = Date.now()
    }
  }

  /** Repeats recent entries as edits; where the last one seen is gone, so is the chat, and it starts afresh. */
  async function catchUp(stream: SSEStreamingApi, listener: Listener, one: Listener['chats'][number]): Promise<void> {
    if (one.after === 0n) return
    const start = one.after > lookBack ? one.after - lookBack : 0n
    const seen = (await deps.transcript.since(one.chat, start, Number(lookBack))).filter(({ id }) => id <= one.after)
    if (seen.at(-1)?.id !== one.after) {
      one.after = 0n
      await stream.writeSSE({ event: 'reset', data: JSON.stringify({ seat: one.seat }), id: cursorOf(listener) })
      return
    }
    for (const entry of seen)
      if (entry.author === 'bot') await stream.writeSSE({ event: 'edit', data: entryData(one.seat, entry) })
  }

  async function drain(stream: SSEStreamingApi, listener: Listener, one: Listener['chats'][number]): Promise<void> {
    while (!stream.aborted && !closed) {
      const entries = await deps.transcript.since(one.chat, one.after, pageSize)
      for (const entry of entries) {
        one.after = entry.id
        await stream.writeSSE({ event: 'entry', data: entryData(one.seat, entry), id: cursorOf(listener) })
      }
      if (entries.length < pageSize) return
    }
  }

  return {
    open(c, chats) {
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        const listener = createListener(chats)
        listeners.add(listener)
        stream.onAbort(listener.wake)
        // An ended stream is no harm: the page opens a new one and goes on where this one stood.
        await run(stream, listener).catch((error: unknown) => deps.log.warn({ err: error }, 'a web stream broke off'))
        listeners.delete(listener)
      })
    },
    wake(chat) {
      for (const one of listeners) if (one.chats.some((listening) => listening.chat === chat)) one.wake()
    },
    edited(chat, entry) {
      for (const one of listeners) {
        const listening = one.chats.find((candidate) => candidate.chat === chat)
        if (!listening || entry.id > listening.after) continue
        one.edits.push({ seat: listening.seat, entry })
        one.wake()
      }
    },
    close() {
      closed = true
      for (const one of listeners) one.wake()
    },
    reopen() {
      closed = false
    },
  }
}

/** Where each seat stands, in the order of the seats: what the browser gives back as Last-Event-ID. */
function cursorOf(listener: Listener): string {
  return listener.chats.map((one) => one.after).join(',')
}

/** The positions that `cursorOf` wrote, all zero where it is none of ours. */
export function parseCursor(cursor: string | null | undefined, count: number): bigint[] {
  const parts = cursor?.split(',') ?? []
  const sound = parts.length === count && parts.every((part) => /^\d{1,18}$/.test(part))
  return Array.from({ length: count }, (_, index) => (sound ? BigInt(parts[index] ?? 0) : 0n))
}

function createListener(chats: readonly Listening[]): Listener {
  let woken = false
  let endWait: (() => void) | undefined
  return {
    chats: chats.map((one) => ({ ...one })),
    edits: [],
    wake() {
      woken = true
      endWait?.()
    },
    async wait(ms) {
      if (!woken)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          endWait = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      woken = false
    },
  }
}
