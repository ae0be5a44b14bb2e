/** The people who write to the bot: each waits for the answer before the next message, as people do. */
import { Agent, request } from 'node:http'
import { secret } from './child.js'

/** @param {{ telegram: { wrote(chat: number): void } }} options */
export function createPeople({ telegram }) {
  const agent = new Agent({ keepAlive: true })
  /** Who waits for an answer in that chat. */
  const waiting = new Map()
  let updates = 1_000_000
  const counts = { asked: 0, answered: 0, unasked: 0, refused: 0 }

  /** Says something and resolves with the milliseconds until the answer is there. */
  async function say(webhook, chat, text) {
    const began = performance.now()
    telegram.wrote(chat)
    counts.asked += 1
    const answered = new Promise((resolve) => waiting.set(chat, resolve))
    updates += 1
    const body = JSON.stringify(updateOf(updates, chat, text))
    // Telegram repeats what was not taken, and obeys the wait that it is asked for; a second is near enough.
    while ((await post(webhook, body)) !== 200) {
      counts.refused += 1
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    await answered
    return performance.now() - began
  }

  function post(webhook, body) {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-telegram-bot-api-secret-token': secret,
      }
      const call = request(webhook, { agent, method: 'POST', headers }, (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode))
      })
      // A connection that the server closed just when we took it again: nothing was handed over, so it is sent again.
      call.on('error', (error) => {
        if (call.reusedSocket && error.code === 'ECONNRESET') resolve(post(webhook, body))
        else reject(error)
      })
      call.end(body)
    })
  }

  return {
    say,
    counts,
    /** A message arrived in that chat. */
    hear(chat) {
      const resolve = waiting.get(chat)
      waiting.delete(chat)
      if (resolve === undefined) counts.unasked += 1
      else counts.answered += 1
      resolve?.()
    },
    close: () => agent.destroy(),
  }
}

function updateOf(id, chat, text) {
  const who = { id: chat, is_bot: false, first_name: 'Lan', language_code: 'vi' }
  const [command] = /^\/\w+/.exec(text) ?? []
  return {
    update_id: id,
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      chat: { id: chat, type: 'private', first_name: 'Lan' },
      from: who,
      text,
      ...(command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {}),
    },
  }
}

/** The value below which that share of the numbers lies. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
