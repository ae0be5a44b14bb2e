import type { Logger } from 'pino'
import type { Locale } from '../../core/campaign/campaign.ts'
import type { IncomingUpdate } from '../../core/message.ts'
import { decode, type Posted, seated, shownAs, updateId } from './decode.ts'
import type { Journal } from './journal.ts'
import type { Refusal, Say } from './words.ts'

export type Receive = (update: IncomingUpdate) => Promise<void>

export interface Intake {
  readonly isOpen: boolean
  open(receive: Receive): void
  /** Takes no more and resolves when what is in hand is stored. */
  close(): Promise<void>
  /** The number of the entry once all is stored, or why not. */
  accept(message: Posted, chat: string): Promise<bigint | Refusal>
  /** Makes a chat known in which nothing was said yet. */
  seat(chat: string, language: Locale): Promise<void>
}

/** Takes what the page posts into the transcript and into the inbox. */
export function createIntake(deps: { journal: Journal; say: Say; log: Pick<Logger, 'warn'> }): Intake {
  const inHand = new Set<Promise<unknown>>()
  let receive: Receive | undefined

  async function take(message: Posted, chat: string, store: Receive): Promise<bigint | Refusal> {
    const choice =
      'choice' in message ? await deps.journal.choiceOf(chat, BigInt(message.entry), message.choice) : undefined
    if ('choice' in message && choice?.quiet) {
      await store({ ...decode(message, chat), pressedOn: message.entry })
      return BigInt(message.entry)
    }
    const text = 'choice' in message ? choice?.label : deps.say(shownAs(message), message.language)
    if (text === undefined) return 'gone-choice'
    // Before it is received, or the bot's answer could come to stand above it.
    const entry = await deps.journal.append(chat, updateId(message, chat), 'person', { text })
    await store(decode(message, chat))
    deps.journal.announce(chat)
    return entry
  }

  return {
    get isOpen() {
      return receive !== undefined
    },
    open(handler) {
      receive = handler
    },
    async close() {
      receive = undefined
      await Promise.allSettled(inHand)
    },
    async seat(chat, language) {
      await receive?.(seated(chat, language)).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'a seat could not be made known')
      })
    },
    async accept(message, chat) {
      if (!receive) return 'not-ready'
      const work = take(message, chat, receive)
      inHand.add(work)
      try {
        return await work
      } catch (error) {
        deps.log.warn({ err: error }, 'a web message could not be stored')
        return 'not-ready'
      } finally {
        inHand.delete(work)
      }
    },
  }
}
