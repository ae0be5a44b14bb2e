import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { createListener, type Listener, type Listening } from './listener.ts'
import type { WebEntry, WebTranscript } from './transcript.ts'

export interface Streams {
  /** The answer that tells a page what happens in these chats for as long as it listens. */
  follow(c: Context, chats: readonly Listening[]): Response
  /** There is something new in the chat. */
  wake(chat: string): void
  /** An entry of the chat looks different now. */
  edited(chat: string, entry: WebEntry): void
  open(): void
  /** Ends every stream. */
  close(): void
}

interface StreamsDeps {
  readonly transcript: WebTranscript
  readonly log: Pick<Logger, 'warn'>
  /** Proxies end a silent connection after half a minute or a minute. */
  readonly heartbeatMs: number
  /** Another instance's entries wake nobody here, so each stream also looks by itself. */
  readonly pollMs: number
}

/** The open event streams of all pages. */
export function createStreams({ transcript, log, heartbeatMs, pollMs }: StreamsDeps): Streams {
  const listeners = new Set<Listener>()
  let isOpen = false

  async function run(listener: Listener): Promise<void> {
    await listener.catchUp()
    let beat = Date.now()
    while (isOpen && !listener.aborted) {
      await listener.next(Math.min(pollMs, heartbeatMs))
      if (Date.now() - beat < heartbeatMs) continue
      await listener.beat()
      beat = Date.now()
    }
  }

  async function serve(stream: SSEStreamingApi, chats: readonly Listening[]): Promise<void> {
    await stream.write('retry: 2000\n\n')
    const listener = createListener(transcript, stream, chats)
    listeners.add(listener)
    stream.onAbort(listener.wake)
    // An ended stream is no harm: the page opens a new one and goes on where this one stood.
    await run(listener).catch((error: unknown) => log.warn({ err: error }, 'a web stream broke off'))
    listeners.delete(listener)
  }

  return {
    follow(c, chats) {
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, (stream) => serve(stream, chats))
    },
    wake(chat) {
      for (const one of listeners) if (one.hears(chat)) one.wake()
    },
    edited(chat, entry) {
      for (const one of listeners) one.edited(chat, entry)
    },
    open() {
      isOpen = true
    },
    close() {
      isOpen = false
      for (const one of listeners) one.wake()
    },
  }
}

/** The positions of each seat that an event id holds, all zero where it is none of ours. */
export function parseCursor(cursor: string | undefined, count: number): bigint[] {
  const parts = cursor?.split(',') ?? []
  const sound = parts.length === count && parts.every((part) => /^\d{1,18}$/.test(part))
  return Array.from({ length: count }, (_, index) => (sound ? BigInt(parts[index] ?? 0) : 0n))
}
