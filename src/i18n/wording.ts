import { randomUUID } from 'node:crypto'
import type { Locale } from '../core/campaign/campaign.ts'
import type { ChannelLimits } from '../core/channel.ts'
import type { ChannelName, OutgoingMessage, Saying, Text } from '../core/message.ts'
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
