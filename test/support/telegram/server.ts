/** The Bot API's way over HTTP, and the ways in which it breaks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from './checks.ts'
import { parseForm } from './form.ts'

/** An answer with `ok: false`. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Payload | undefined
  constructor(code: number, description: string, parameters?: Payload) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/**
 * What becomes of a call. `cut-before` drops the connection before it has an effect, `cut-after` once it had one, `hang`
 * never answers, `html` is the page of a broken gateway.
 */
export type Fault = 'cut-before' | 'cut-after' | 'hang' | 'html' | Refusal

/** `onGone` registers what must happen when the caller leaves before the answer. */
export type Method = (payload: Payload, onGone: (leave: () => void) => void) => unknown

export interface ServerOptions {
  readonly token: string
  readonly port: number
  readonly methods: Readonly<Record<string, Method>>
  /** The files that can be fetched, by their path. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface BotApiServer {
  readonly url: string
  readonly calls: readonly { readonly method: string; readonly payload: Payload }[]
  /** The next `times` calls of one of the methods end in this fault. */
  fail(fault: Fault, times: number, methods: readonly string[]): void
  /** Resolves when the condition holds; it is looked at as each call arrives and ends. */
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

export async function startBotApi({ token, port, methods, files }: ServerOptions): Promise<BotApiServer> {
  const calls: { method: string; payload: Payload }[] = []
  const planned: { readonly fault: Fault; readonly methods: readonly string[]; left: number }[] = []
  const watchers = new Set<() => void>()

  function nextFault(method: string): Fault | undefined {
    const plan = planned.find((one) => one.left > 0 && one.methods.includes(method))
    if (plan) plan.left -= 1
    return plan?.fault
  }

  function look(): void {
    for (const watcher of [...watchers]) watcher()
  }

  async function run(method: string, payload: Payload, response: ServerResponse): Promise<unknown> {
    const perform = methods[method]
    if (perform === undefined) throw new Refusal(404, 'Not Found: method not found')
    const result = perform(payload, (leave) => response.once('close', leave))
    look()
    return result
  }

  function serveFile(request: IncomingMessage, response: ServerResponse): boolean {
    const [, given, path = ''] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? []
    const file = given === token ? files.get(path) : undefined
    if (given !== undefined) response.writeHead(file ? 200 : 404).end(file)
    return given !== undefined
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (serveFile(request, response)) return
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const payload = parse(await readBody(request), request.headers['content-type'] ?? '')
    if (given !== token) return answer(response, new Refusal(401, 'Unauthorized'))
    calls.push({ method, payload })
    const fault = nextFault(method)
    if (fault === 'hang') return
    if (fault === 'cut-before') return void request.socket.destroy()
    if (fault === 'html') return void response.writeHead(502).end('<html><h1>502 Bad Gateway</h1></html>')
    if (fault instanceof Refusal) return answer(response, fault)
    const result = await run(method, payload, response).catch(toRefusal)
    if (fault === 'cut-after') return void request.socket.destroy()
    answer(response, result)
  }

  const server = createServer((request, response) => {
    serve(request, response)
      .catch(() => request.socket.destroy())
      .finally(look)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    fail: (fault, times, names) => void planned.push({ fault, left: times, methods: names }),
    until(condition) {
      if (condition()) return Promise.resolve()
      return new Promise((resolve) => {
        const watcher = () => condition() && watchers.delete(watcher) && resolve()
        watchers.add(watcher)
      })
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function toRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`)
}

function answer(response: ServerResponse, result: unknown): void {
  const refused = result instanceof Refusal
  const body = refused
    ? { ok: false, error_code: result.code, description: result.message, parameters: result.parameters }
    : { ok: true, result }
  const headers = { 'content-type': 'application/json' }
  response.writeHead(refused ? result.code : 200, headers).end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function parse(body: Buffer, type: string): Payload {
  const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(type) ?? []
  if (boundary !== undefined) return parseForm(body, boundary)
  return body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Payload)
}
