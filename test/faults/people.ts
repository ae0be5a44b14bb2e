import type { FakeTelegram } from '../support/fake-telegram.ts'
import { textDraft } from '../support/telegram/updates.ts'

/** How people reach the bot: through the stand-in's own queue, or by calls to the webhook that come as they like. */
export type Way =
  | { readonly kind: 'polling'; readonly telegram: FakeTelegram }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string; readonly isMessy: boolean }

/** People who write without pause, each message with a number of its own. */
export interface People {
  /** Every update that the bot said to have; under polling, all there were. */
  readonly acknowledged: readonly string[]
  asked(): number
  /** They write no more; resolves when all that they wrote has been taken. */
  stop(): Promise<void>
}

export interface PeopleOptions {
  readonly chats: readonly number[]
  readonly perSecond: number
  readonly chance: () => number
  readonly onWrite: (chat: number) => void
}

const againMs = 100
const firstUpdate = 910_000_000

export function letPeopleWrite(way: Way, { chats, perSecond, chance, onWrite }: PeopleOptions): People {
  const acknowledged: string[] = []
  const lanes = new Map<number, Promise<void>>()
  const strays = new Set<Promise<void>>()
  let asked = 0

  function write(): void {
    asked += 1
    const number = asked
    const chat = chats[Math.floor(chance() * chats.length)] ?? 0
    onWrite(chat)
    if (way.kind === 'polling') {
      void way.telegram.say(`/m${number}`, { id: chat })
      if (chance() < 0.1) void way.telegram.repeat()
      return
    }
    const update = { update_id: firstUpdate + number, ...textDraft(`/m${number}`, number, { id: chat }) }
    const post = () => postUntilTaken(way, update).then(() => void acknowledged.push(String(update.update_id)))
    const luck = way.isMessy ? chance() : 1
    // Delayed behind what the same person wrote later.
    if (luck < 0.1) {
      stray(later(500 + chance() * 2_500).then(post))
      return
    }
    const before = lanes.get(chat) ?? Promise.resolve()
    lanes.set(
      chat,
      // Twice at once: Telegram missed the answer and tried again while we were still at it.
      before.then(() => (luck < 0.25 ? Promise.all([post(), post()]).then(() => undefined) : post())),
    )
    if (luck > 0.25 && luck < 0.35) stray(later(chance() * 4_000).then(post))
  }

  function stray(work: Promise<void>): void {
    strays.add(work)
    void work.finally(() => strays.delete(work))
  }

  const timer = setInterval(write, 1_000 / perSecond)
  return {
    acknowledged,
    asked: () => asked,
    async stop() {
      clearInterval(timer)
      if (way.kind === 'polling') await untilFetched(way.telegram)
      await Promise.all([...lanes.values(), ...strays])
    },
  }
}

/** Until every update is confirmed, or a minute is over: what is missing then shows in the books. */
async function untilFetched({ url, token }: FakeTelegram): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`${url}/bot${token}/getWebhookInfo`, { method: 'POST' })
    const { result } = (await answer.json()) as { result: { pending_update_count: number } }
    if (result.pending_update_count === 0) return
    await later(500)
  }
}

async function postUntilTaken(way: Extract<Way, { kind: 'webhook' }>, update: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': way.secret }
  for (;;) {
    const taken = await fetch(way.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(30_000),
    })
      .then((response) => response.arrayBuffer().then(() => response.ok))
      .catch(() => false)
    if (taken) return
    await later(againMs)
  }
}

export function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
