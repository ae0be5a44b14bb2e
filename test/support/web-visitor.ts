import { randomUUID } from 'node:crypto'

interface Entry {
  readonly id: string
  readonly author: string
  readonly text: string
}

export interface WebVisitor {
  /** Posts the words; resolves with the status of the answer. */
  say(words: string): Promise<number>
  /** The whole conversation so far, read until `enough` holds. */
  read(enough: (entries: readonly Entry[]) => boolean): Promise<readonly Entry[]>
}

/** A browser without a screen: keeps the cookie, posts messages and reads the event stream. */
export async function visitWeb(base: string, cookie?: string): Promise<WebVisitor & { readonly cookie: string }> {
  const own = cookie ?? (await newSession(base))
  const headers = { cookie: own, origin: base, 'content-type': 'application/json' }
  return {
    cookie: own,
    async say(words) {
      const body = JSON.stringify({ id: randomUUID(), seat: 'staff', language: 'vi', text: words })
      const response = await fetch(`${base}/channels/web/messages`, { method: 'POST', headers, body })
      await response.body?.cancel()
      return response.status
    },
    read: (enough) => readEvents(`${base}/channels/web/events?seat=staff`, own, enough),
  }
}

async function newSession(base: string): Promise<string> {
  const response = await fetch(`${base}/channels/web/session`, {
    method: 'POST',
    headers: { origin: base, 'content-type': 'application/json' },
    body: '{}',
  })
  const [cookie] = response.headers.getSetCookie()
  if (!cookie) throw new Error('no session')
  return cookie.split(';')[0] ?? ''
}

async function readEvents(
  url: string,
  cookie: string,
  enough: (entries: readonly Entry[]) => boolean,
): Promise<Entry[]> {
  const stopping = new AbortController()
  const response = await fetch(url, { headers: { cookie }, signal: stopping.signal })
  const entries: Entry[] = []
  let rest = ''
  try {
    for await (const chunk of response.body ?? []) {
      rest += Buffer.from(chunk).toString()
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) entries.push(...entriesOf(event))
      if (enough(entries)) return entries
    }
  } finally {
    stopping.abort()
  }
  return entries
}

function entriesOf(event: string): Entry[] {
  const data = /^data: ?(.*)$/m.exec(event)?.[1]
  const value: unknown = data ? JSON.parse(data) : undefined
  const isEntry = typeof value === 'object' && value !== null && 'author' in value
  return isEntry && !event.includes('event: edit') ? [value as Entry] : []
}
