// @ts-check
import { currentLanguage } from './words.js'

/**
 * @typedef {'staff' | 'coordinator' | 'office' | 'owner'} Seat
 * @typedef {{ offset: number, length: number, style: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'link',
 *   url?: string }} Span
 * @typedef {{ id: string, label: string, tone?: 'primary' | 'danger', quiet?: boolean, lasts?: boolean, url?: string }} Choice
 * @typedef {{ seat: Seat, id: number, author: 'person' | 'bot', at: string, text: string, spans?: Span[],
 *   choices?: Choice[][], file?: { id: string, name: string } | { elsewhere: true } }} Entry
 * @typedef {{ text: string } | { choice: string, entry: string } | { unsupported: 'photo' | 'file' } | { start: true } |
 *   { file: string, name: string }} Said
 */

/** A refusal that no repetition would change. */
export class Refused extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason)
    this.reason = reason
  }
}

const answerWithinMs = 15_000
const longestPauseMs = 15_000

/** Asks for the cookie that says who we are; one that is there already stays. */
async function openSession() {
  const response = await fetch('channels/web/session', { method: 'POST' })
  if (!response.ok) throw new Error(`No session: ${response.status}`)
}

/**
 * Sends one thing said, again and again under the same id until it is stored.
 * @param {{ id: string, seat: Seat, said: Said, failed: () => void, signal: AbortSignal }} options
 * @returns {Promise<number>} the number of its entry
 */
export async function deliver({ id, seat, said, failed, signal }) {
  const body = JSON.stringify({ id, seat, language: currentLanguage(), ...said })
  for (let pause = 1000; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const entry = await attempt(body, signal)
    if (entry !== undefined) return entry
    signal.throwIfAborted()
    failed()
    await sleep(pause, signal)
  }
}

/** @param {string} body @param {AbortSignal} signal @returns {Promise<number | undefined>} undefined: try again */
async function attempt(body, signal) {
  const timeout = new AbortController()
  const giveUp = () => timeout.abort()
  const timer = setTimeout(giveUp, answerWithinMs)
  signal.addEventListener('abort', giveUp)
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('channels/web/messages', { method: 'POST', headers, body, signal: timeout.signal })
    if (response.status === 401) await openSession()
    else if (response.status < 500 && !response.ok) throw new Refused((await response.json()).error)
    return response.ok ? Number((await response.json()).entry) : undefined
  } catch (error) {
    if (error instanceof Refused) throw error
    return undefined
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}

/**
 * Hands over the bytes of a file, once more where that failed for the moment.
 * @param {File} file @param {Seat} seat @param {() => void} failed
 * @returns {Promise<string>} the id under which a message names it
 */
export async function upload(file, seat, failed) {
  const headers = { 'content-type': 'application/octet-stream' }
  for (let pause = 1000; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const response = await fetch(`channels/web/files?seat=${seat}`, { method: 'POST', headers, body: file }).catch(
      () => undefined,
    )
    if (response?.ok) return (await response.json()).file
    if (response && response.status < 500 && response.status !== 401) throw new Refused((await response.json()).error)
    if (response?.status === 401) await openSession()
    failed()
    await sleep(pause, new AbortController().signal)
  }
}

/** @param {number} ms @param {AbortSignal} signal @returns {Promise<void>} */
function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
    // Back on the network: no reason to wait any longer.
    window.addEventListener('online', () => resolve(), { once: true })
  })
}

/**
 * Listens to the chats for as long as the page is open.
 * @param {'all' | 'staff'} seat
 * @param {{ entry: (entry: Entry) => void, edit: (entry: Entry) => void, reset: (seat: Seat) => void,
 *   ready: () => void, lost: () => void }} handlers
 */
export function listen(seat, handlers) {
  let cursor = ''
  let pause = 1000

  async function open() {
    try {
      await openSession()
      connect()
    } catch {
      retry()
    }
  }

  function retry() {
    handlers.lost()
    setTimeout(open, pause)
    pause = Math.min(pause * 2, longestPauseMs)
  }

  function connect() {
    const source = new EventSource(`channels/web/events?seat=${seat}&language=${currentLanguage()}&after=${cursor}`)
    /** @param {string} name @param {(data: any) => void} handle */
    const on = (name, handle) =>
      source.addEventListener(name, (event) => {
        cursor = event.lastEventId || cursor
        handle(JSON.parse(event.data))
      })
    on('entry', (data) => handlers.entry({ ...data, id: Number(data.id) }))
    on('edit', (data) => handlers.edit({ ...data, id: Number(data.id) }))
    on('reset', (data) => handlers.reset(data.seat))
    on('ready', () => {
      pause = 1000
      handlers.ready()
    })
    source.addEventListener('error', () => {
      // The browser reconnects by itself unless the server answered with a refusal.
      if (source.readyState !== EventSource.CLOSED) return handlers.lost()
      retry()
    })
  }

  open()
}

/** A version 4 UUID. `crypto.randomUUID` is missing where the page is not served by https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
