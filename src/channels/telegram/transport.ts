/**
 * How calls to Telegram travel. grammY's own transport cannot tell a request that never left from one whose answer was
 * lost, and the two ask for opposite things: the first may be repeated, the second may already be on the person's screen.
 */
import { Agent as HttpAgent, type IncomingMessage, request as overHttp, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as overHttps } from 'node:https'

export interface Patience {
  /** Until a connection stands. */
  readonly connectMs: number
  /** Until an unused connection is closed. */
  readonly idleMs: number
}

const patience: Patience = {
  // Where Telegram is blocked packets vanish without an answer; a longer wait would only hold the queue up.
  connectMs: 10_000,
  // Shorter than the platform keeps a silent connection, so that we never write into one that it has just closed.
  idleMs: 25_000,
}

/** The request was not handed to Telegram: repeating it cannot deliver twice. */
export class NotReachedError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotReachedError'
  }
}

interface Call {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or a form with a file in it, piece by piece. */
  readonly body: string | AsyncIterable<Uint8Array>
  readonly signal: Cancellation
}

/** The part of an AbortSignal that we need; grammY brings one of its own making. */
interface Cancellation {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface Transport {
  /** Stands in for `fetch` in grammY's client. No error of it names the address, which holds the token. */
  fetch(url: string, call: Call): Promise<{ json(): Promise<unknown> }>
}

export function createTransport(apiRoot: string, { connectMs, idleMs } = patience): Transport {
  const secure = new URL(apiRoot).protocol === 'https:'
  const settings = { keepAlive: true, timeout: idleMs }
  const agent = secure ? new HttpsAgent(settings) : new HttpAgent(settings)
  return {
    async fetch(url, call) {
      // Our files are small, and a whole one can be sent with its length, which every proxy takes.
      const body = typeof call.body === 'string' ? Buffer.from(call.body) : await readAll(call.body)
      const answer = await exchange(new URL(url), { agent, secure, connectMs }, { ...call, body })
      return { json: async () => readAnswer(answer) }
    },
  }
}

interface Answer {
  readonly status: number
  readonly body: string
}

interface Way {
  readonly agent: HttpAgent | HttpsAgent
  readonly secure: boolean
  readonly connectMs: number
}

function exchange(url: URL, way: Way, call: Omit<Call, 'body'> & { readonly body: Buffer }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let connected = false
    const length = String(call.body.byteLength)
    const headers = { ...call.headers, 'content-length': length }
    const options: RequestOptions = { agent: way.agent, method: call.method, headers }
    const request = way.secure ? overHttps(url, options) : overHttp(url, options)
    const cancel = () => request.destroy(new Error('The call was cancelled'))
    const timer = setTimeout(() => request.destroy(new Error('no connection in time')), way.connectMs)
    const reached = () => {
      connected = true
      clearTimeout(timer)
    }
    const fail = (error: Error & { code?: string }) =>
      // Where several addresses were tried in vain Node gives a code and no words.
      reject(connected ? error : new NotReachedError(error.message || error.code || error.name))

    request.on('socket', (socket) => {
      if (request.reusedSocket) reached()
      else socket.once(way.secure ? 'secureConnect' : 'connect', reached)
    })
    request.on('error', fail)
    request.on('close', () => {
      clearTimeout(timer)
      call.signal.removeEventListener('abort', cancel)
    })
    request.on('response', (response) => readBody(response).then(resolve, fail))
    if (call.signal.aborted) cancel()
    else call.signal.addEventListener('abort', cancel)
    request.end(call.body)
  })
}

async function readBody(response: IncomingMessage): Promise<Answer> {
  const body = await readAll(response)
  return { status: response.statusCode ?? 0, body: body.toString('utf8') }
}

async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = []
  for await (const piece of pieces) read.push(piece)
  return Buffer.concat(read)
}

/** Telegram answers in JSON whatever happens; anything else was written by a gateway or a filter on the way. */
function readAnswer({ status, body }: Answer): unknown {
  const parsed = parseObject(body)
  if (parsed !== undefined && 'ok' in parsed) return parsed
  if (status >= 500) return { ok: false, error_code: status, description: 'the gateway in front of Telegram failed' }
  if (status >= 300) throw new NotReachedError(`something on the way to Telegram answered ${status}`)
  throw new Error(`the answer with status ${status} is not Telegram's`)
}

function parseObject(body: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined
  } catch {
    return undefined
  }
}
