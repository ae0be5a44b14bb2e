/**
 * A stand-in for Telegram that costs as little as possible, since it shares the machine with what is measured. It takes
 * every message; with `perSecond` it refuses the ones that go out too fast, as Telegram does.
 */
import { createServer } from 'node:http'

// Telegram's "30 a second" is about bulk: who writes to the bot is answered all the same. A message to a chat that wrote
// within these seconds therefore does not count, unless it is plainly one of the many.
const answerWithinMs = 5_000

/**
 * `onMessage(chat, text)` hears of every message that was accepted.
 *
 * @param {{ perSecond?: number, onMessage: (chat: number, text: string) => void }} options
 */
export async function startTelegram({ perSecond, onMessage }) {
  const wroteAt = new Map()
  /** When the last bulk messages were accepted, the oldest first. */
  let recent = []
  const counts = { messages: 0, bulk: 0, throttled: 0 }

  function isTooFast(chat, now) {
    if (now - (wroteAt.get(chat) ?? -Infinity) < answerWithinMs) return false
    counts.bulk += 1
    if (perSecond === undefined) return false
    while (recent.length > 0 && now - recent[0] >= 1_000) recent.shift()
    if (recent.length < perSecond) {
      recent.push(now)
      return false
    }
    counts.bulk -= 1
    return true
  }

  function send(payload) {
    const chat = Number(payload.chat_id)
    if (isTooFast(chat, performance.now())) {
      counts.throttled += 1
      const words = 'Too Many Requests: retry after 1'
      return { ok: false, error_code: 429, description: words, parameters: { retry_after: 1 } }
    }
    counts.messages += 1
    onMessage(chat, payload.text)
    return { ok: true, result: { message_id: counts.messages, date: 0, chat: { id: chat, type: 'private' } } }
  }

  const me = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' }

  function answer(method, body) {
    if (method === 'sendMessage') return send(JSON.parse(body))
    return { ok: true, result: method === 'getMe' ? me : true }
  }

  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const words = JSON.stringify(answer(request.url.slice(request.url.lastIndexOf('/') + 1), body))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(words) })
      response.end(words)
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    counts,
    wrote: (chat) => wroteAt.set(chat, performance.now()),
    forgetPace() {
      recent = []
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
