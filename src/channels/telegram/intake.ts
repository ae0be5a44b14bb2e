import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { IncomingUpdate } from '../../core/message.ts'
import type { Log } from './connecting.ts'
import { type Bot, decodeUpdate } from './decode.ts'
import { describe } from './errors.ts'

export interface IntakeOptions {
  readonly api: Api
  readonly bot: Bot
  readonly receive: (update: IncomingUpdate) => Promise<void>
  readonly log: Log
}

/** The way of one update from Telegram to us: read, stored, and where it is a press, answered. */
export function createIntake({ api, bot, receive, log }: IntakeOptions): (update: Update) => Promise<void> {
  return async (update) => {
    const decoded = decodeOrSkip(update)
    if (decoded) await receive(decoded)
    if (update.callback_query) void answerPress(update.callback_query.id)
  }

  function decodeOrSkip(update: Update): IncomingUpdate | undefined {
    try {
      return decodeUpdate(update, bot)
    } catch (cause) {
      // It would fail again each time, and hold up everything behind it.
      log.error({ update: update.update_id, reason: describe(cause) }, 'An update could not be read: skipped')
      return undefined
    }
  }

  /** Ends the waiting sign on the pressed button. Telegram refuses late answers, which harms nobody. */
  async function answerPress(id: string): Promise<void> {
    try {
      await api.answerCallbackQuery(id)
    } catch (cause) {
      log.info({ reason: describe(cause) }, 'A press could not be answered')
    }
  }
}
