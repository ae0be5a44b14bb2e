import type { Locale } from '../campaign/campaign.ts'
import type { ChannelLimits } from '../channel.ts'
import type { ChannelName, OutgoingMessage, Saying } from '../message.ts'
import type { DeliveryKind } from '../outbox/policy.ts'
import type { Effect, Outcome, Turn } from './turn.ts'

/** The answer in the person's language; its first message takes the place of the one that was pressed, where it may. */
export function answerMessages(
  turn: Turn,
  outcome: Outcome,
  put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[],
  limits: ChannelLimits,
): OutgoingMessage[] {
  const { update, person } = turn
  const chosen = outcome.effects.find((effect) => effect.kind === 'locale')
  const messages = outcome.say.flatMap((saying) => put(saying, chosen?.locale ?? person.locale, update.address.channel))
  const [first, ...rest] = messages
  const replaces = limits.edits && outcome.say[0]?.inPlace ? update.pressedOn : undefined
  return first && replaces !== undefined ? [{ ...first, replaces }, ...rest] : messages
}

/** What an answer is for the ledger: with a pledge, or when its person was forgotten, it is a receipt. */
export function kindOf(effects: readonly Effect[]): DeliveryKind {
  const isReceipt = ({ kind }: Effect) => kind.endsWith('-pledge') || kind === 'erase-person'
  return effects.some(isReceipt) ? 'receipt' : 'reply'
}
