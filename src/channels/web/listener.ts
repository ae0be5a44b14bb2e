import type { SSEStreamingApi } from 'hono/streaming'
import { entryData } from './encode.ts'
import type { WebEntry, WebTranscript } from './transcript.ts'
import type { Seat } from './visitor.ts'

/** A chat that a page listens to, and the last entry that it has seen there. */
export interface Listening {
  readonly seat: Seat
  readonly chat: string
  readonly after: bigint
}

/** One open page. */
export interface Listener {
  readonly aborted: boolean
  hears(chat: string): boolean
  /** First what was missed, then the `ready` mark. */
  catchUp(): Promise<void>
  /** Waits for something new, or so long, and writes what there is. */
  next(ms: number): Promise<void>
  beat(): Promise<void>
  /** An entry that the page has already may look different now. */
  edited(chat: string, entry: WebEntry): void
  /** Ends the present wait, or the next one if there is none. */
  wake(): void
}

const pageSize = 100
// Edits are not numbered, so a page that comes back is shown this stretch of entries once more.
const lookBack = 100

/** Writes to one page what its chats hold, always from the transcript in its order, never straight from a sender. */
export function createListener(
  transcript: WebTranscript,
  stream: SSEStreamingApi,
  listening: readonly Listening[],
): Listener {
  const chats = listening.map((one) => ({ ...one }))
  const edits: { seat: Seat; entry: WebEntry }[] = []
  const alarm = createAlarm()
  // Where each seat stands, in the order of the seats: the browser gives it back as Last-Event-ID.
  const cursor = () => chats.map((one) => one.after).join(',')
  const write = (event: string, data: string) => stream.writeSSE({ event, data, id: cursor() })
  const writeEdit = (seat: Seat, entry: WebEntry) => stream.writeSSE({ event: 'edit', data: entryData(seat, entry) })

  /** Repeats recent entries as edits; where the last one seen is gone, so is the chat, and it starts afresh. */
  async function review(one: (typeof chats)[number]): Promise<void> {
    if (one.after === 0n) return
    const start = one.after > lookBack ? one.after - BigInt(lookBack) : 0n
    const seen = (await transcript.since(one.chat, start, lookBack)).filter(({ id }) => id <= one.after)
    if (seen.at(-1)?.id === one.after) {
      for (const entry of seen) if (entry.author === 'bot') await writeEdit(one.seat, entry)
      return
    }
    one.after = 0n
    await write('reset', JSON.stringify({ seat: one.seat }))
  }

  async function drain(one: (typeof chats)[number]): Promise<void> {
    while (!stream.aborted) {
      const entries = await transcript.since(one.chat, one.after, pageSize)
      for (const entry of entries) {
        one.after = entry.id
        await write('entry', entryData(one.seat, entry))
      }
      if (entries.length < pageSize) return
    }
  }

  return {
    get aborted() {
      return stream.aborted
    },
    hears: (chat) => chats.some((one) => one.chat === chat),
    async catchUp() {
      for (const one of chats) await review(one)
      for (const one of chats) await drain(one)
      await write('ready', '{}')
    },
    async next(ms) {
      await alarm.wait(ms)
      for (const edit of edits.splice(0)) await writeEdit(edit.seat, edit.entry)
      for (const one of chats) await drain(one)
    },
    beat: async () => void (await stream.write(': still here\n\n')),
    edited(chat, entry) {
      const one = chats.find((candidate) => candidate.chat === chat)
      if (!one || entry.id > one.after) return
      edits.push({ seat: one.seat, entry })
      alarm.ring()
    },
    wake: alarm.ring,
  }
}

function createAlarm() {
  let rung = false
  let end: (() => void) | undefined

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  return {
    ring() {
      rung = true
      end?.()
    },
    async wait(ms: number) {
      if (!rung) await sleep(ms)
      rung = false
    },
  }
}
