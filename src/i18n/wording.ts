import { randomUUID } from 'node:crypto'
import { button } from '../core/actions.ts'
import type { Locale } from '../core/campaign/campaign.ts'
import type { ChannelLimits } from '../core/channel.ts'
import {
  type ChannelName,
  type IncomingUpdate,
  type OutgoingMessage,
  type Saying,
  type Text,
  text,
} from '../core/message.ts'
import { compose } from '../core/outbox/compose.ts'
import type { Translator } from './fluent.ts'

/** A saying as the messages that a channel carries, in the language of the saying or else of the person. */
export type Put = (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[]

export function createPut(
  translator: Translator,
  limitsOf: (channel: ChannelName) => ChannelLimits,
  clock: () => Date,
): Put {
  return (saying, locale, channel) => {
    const language = saying.locale ?? locale
    const words = {
      say: (text: Text) => translator.say(text, language),
      render: (paragraphs: Saying['text']) => translator.render(paragraphs, language),
    }
    return compose(saying, words, limitsOf(channel), { newId: randomUUID, at: clock() })
  }
}

/** What is said where an update had to be given up: to its sender in private, and to the office. */
export function wordsOfGivingUp(put: Put) {
  return {
    apology({ address, from, private: isPrivate }: IncomingUpdate, locale: Locale | undefined): OutgoingMessage[] {
      const heard = from.language?.startsWith('en') ? 'en' : 'vi'
      return isPrivate ? put({ text: [text('turn-failed')] }, locale ?? heard, address.channel) : []
    },
    parked: (locale: Locale, channel: ChannelName): OutgoingMessage[] =>
      put({ text: [text('work-new')], choices: [[button('work')]] }, locale, channel),
  }
}
