import type { Answerer } from './core/answers/answer.ts'
import type { Campaign } from './core/campaign/campaign.ts'
import type { ChannelLimits } from './core/channel.ts'
import { answerMessages, kindOf } from './core/conversation/answer-messages.ts'
import { type Deciders, decide } from './core/conversation/decide.ts'
import { missingSaying } from './core/conversation/missing.ts'
import type { Effect, Turn } from './core/conversation/turn.ts'
import type { ChannelName, Saying } from './core/message.ts'
import type { QuickReader } from './core/quick/read-quick.ts'
import type { MessageFor } from './db/recipients.ts'
import type { Handled } from './db/store-turns.ts'
import type { Put } from './i18n/wording.ts'

/** What answers and what reads know of the campaign, with the units that it has at that turn. */
export interface Makers extends Omit<Deciders, 'answerer' | 'quick'> {
  readonly answerer: (campaign: Campaign) => Answerer
  readonly quick: (campaign: Campaign) => QuickReader
}

/** Decides about a turn and puts into words what comes of it, for the person and for those who are told of it. */
export function createHandler(
  { answerer, quick, ...others }: Makers,
  { put, limitsOf }: { put: Put; limitsOf: (channel: ChannelName) => ChannelLimits },
): (turn: Turn) => Handled {
  const worded =
    (saying: Saying): MessageFor =>
    (locale, channel) =>
      put(saying, locale, channel)
  // Made only where somebody asks: it takes a while.
  const decidersFor = (campaign: Campaign): Pick<Deciders, 'answerer' | 'quick'> => ({
    answerer: {
      answer: (question, context) => answerer(campaign).answer(question, context),
      answerTopic: (id, context) => answerer(campaign).answerTopic(id, context),
    },
    quick: { read: (words, context) => quick(campaign).read(words, context) },
  })
  return (read) => {
    const limits = limitsOf(read.update.address.channel)
    const turn: Turn = {
      ...read,
      ...(limits.plainInput && { plainInput: true }),
      ...(!limits.files && { noFiles: true }),
    }
    const decided = decide(turn, { ...others, ...decidersFor(turn.campaign) })
    const outcome = { ...decided, effects: decided.effects.map((effect) => withWords(effect, turn, put)) }
    const { effects } = outcome
    const news = effects.find((effect) => effect.kind === 'test-broadcast')
    const asks = effects.some((effect) => effect.kind === 'missing-remind')
    return {
      outcome,
      messages: answerMessages(turn, outcome, put, limits),
      kind: kindOf(effects),
      notices: effects.flatMap((effect) =>
        effect.kind === 'tell-office' ? [{ about: effect.about, message: worded(effect.saying) }] : [],
      ),
      told: effects.flatMap((effect) =>
        effect.kind === 'tell-person' ? [{ id: effect.id, about: effect.about, message: worded(effect.saying) }] : [],
      ),
      ...(news ? { news: worded(news.saying) } : {}),
      ...(asks ? { news: (locale, channel) => put(missingSaying(turn, locale), locale, channel) } : {}),
    }
  }
}

/** A document that is a page of words, in the language of its person. */
function withWords(effect: Effect, { person, update }: Turn, put: Put): Effect {
  if (effect.kind !== 'keep-file' || typeof effect.content === 'string') return effect
  const page = put({ text: effect.content }, person.locale, update.address.channel)
  return { ...effect, content: page.map((one) => one.text).join('\n\n') }
}
