import { dayAt } from '../campaign/calendar.ts'
import { type Campaign, type Locale, type Topic, worded } from '../campaign/campaign.ts'
import { phaseForPledge } from '../campaign/state.ts'
import { detectLanguage } from '../language/detect-language.ts'
import { fold } from '../language/fold.ts'
import { looksLikeQuestion } from '../language/question.ts'
import { literal, type Text, text } from '../message.ts'
import { recogniseAction } from './actions.ts'
import { builtIn, type CampaignQuestion, readCampaignQuestion } from './campaign-questions.ts'
import { isAsking, isElliptic, splitClauses } from './clauses.ts'
import { computeAnswer } from './computed.ts'
import { type HowTo, readHowTo } from './how-to.ts'
import type { Mentions } from './mentions.ts'
import { findOffTopic, type OffTopic } from './off-topic.ts'
import { phraseWishes } from './phrases.ts'
import { findSmallTalk } from './small-talk.ts'
import { createTopicIndex, learnTopics, type Match } from './topic-index.ts'
import type { Wish } from './wishes.ts'

export interface Answer {
  readonly kind: 'answer' | 'clarify' | 'unknown' | 'off-topic' | 'action' | 'smalltalk'
  /** The topic of the campaign file, or a built-in one such as `days-left`. */
  readonly topic?: string
  /** Paragraphs, to be worded in `language`. */
  readonly text: readonly Text[]
  /** Titles of the sources, in the language of the answer. */
  readonly sources: readonly string[]
  /** Up to three topics next to it; the choices of a `clarify`. */
  readonly suggestions: readonly { readonly topic: string; readonly title: string }[]
  /** What the person wants done: always where kind is `action`, else where the answer is that very thing in brief. */
  readonly action?: Wish
  /** 0 to 1: how sure it is that this was asked. */
  readonly confidence: number
  /** The language of the question as typed. */
  readonly language: Locale
}

interface AnswerContext {
  readonly now: Date
  readonly timezone: string
  /** The person's own language, where the question does not show one. */
  readonly locale: Locale
}

export interface Answerer {
  /** Answers whatever was typed. Never throws. */
  answer(question: string, context: AnswerContext): Answer
  /** Answers a topic that was offered, or undefined where there is none of that id. */
  answerTopic(id: string, context: AnswerContext): Answer | undefined
}

// Measured on the example questions of a campaign file, each fifth held out in turn: how near the nearest topic is, and
// how far ahead of the next, tell how often it is the right one.
const exact = 0.93
const sure = 0.5
const likely = 0.36
const possible = 0.27
const clearLead = 1.25
const narrowLead = 1.04
// A word no longer than this may be anything; English has short questions of one word ("theme"), Vietnamese has none.
const tooShort = { vi: 6, en: 3 }
const longestFragment = 5
// Few words are easily near something, so they must be nearer.
const likelyInFew = 0.42
const plainlyNear = 0.65
// A Vietnamese syllable by itself has too many meanings.
const fewestTelling = { vi: 2, en: 1 }
const introduction = /^(?:ten (?:cua )?(?:toi|em|minh|anh|chi)|(?:toi|em|minh) ten|my name is) /
const particles: ReadonlySet<string> = new Set(
  'em anh chi toi minh ban bot a oi nhe roi qua lam khong phai chua la da vang di nua dang dung sai'.split(' '),
)

/** Prepares the answers of one campaign. */
export function createAnswerer(campaign: Campaign, learned = learnTopics(campaign)): Answerer {
  const index = createTopicIndex(campaign, learned)
  const { findMentions } = learned
  const topics = new Map(campaign.topics.map((topic) => [topic.id, topic]))

  function answer(question: string, context: AnswerContext): Answer {
    const phrase = phraseWishes.get(fold(question.slice(0, 100)))
    const language = phrase?.language ?? detectLanguage(question, context.locale)
    const { plain, words } = index.read(question, language)
    if (words.length === 0) return simple('unknown', 'answer-unclear', language, 0)
    if (phrase) return act(phrase.wish, context, language)
    const matches = index.find(words, language)
    const offTopic = findOffTopic(plain, language) ?? findOffTopic(words, language)
    if (offTopic && !isAnswerable(plain, offTopic, language)) return refuseTopic(offTopic, language)
    const courtesy = findSmallTalk(plain) ?? findSmallTalk(words)
    if (courtesy) return { ...simple('smalltalk', `answer-${courtesy}`, language, 0.9), topic: courtesy }
    const howTo = readHowTo(plain, language) ?? readHowTo(words, language)
    if (howTo && (matches[0]?.score ?? 0) < exact) return explain(howTo, context, language)
    const action = recogniseAction(plain, language) ?? recogniseAction(words, language)
    // "Ai được đăng ký CSTĐCS" stands in the file; "đăng ký CSTĐCS" is as near to it, and asks nothing.
    if (action && ((matches[0]?.score ?? 0) < 0.95 || !isAsking(words))) return act(action, context, language)
    if (saysTooLittle(words, matches, language) || isFragment(question, words, matches, language))
      return simple('unknown', 'answer-unclear', language, 0)
    return answerParts(question, context, language) ?? answerOne(words, matches, context, language)
  }

  // "sos", "hệ": no question, unless the campaign or its calendar has that very word; nor is the sector's name alone.
  function saysTooLittle(words: readonly string[], matches: readonly Match[], language: Locale): boolean {
    const found = findMentions(words)
    if (/^§n(?: §n)*$/.test(found.sentence)) return true
    if (words.length > 1 || (words[0] ?? '').length > tooShort[language]) return false
    return !/§[pma]/.test(found.sentence) && !readCampaignQuestion(found, language) && (matches[0]?.score ?? 0) < exact
  }

  // "Mệt quá", "tên tôi là Lan": a few words that ask nothing must be plainly near a topic to mean it.
  function isFragment(
    question: string,
    words: readonly string[],
    matches: readonly Match[],
    language: Locale,
  ): boolean {
    if (introduction.test(words.join(' ')) && !looksLikeQuestion(question)) return true
    if (words.length > longestFragment || looksLikeQuestion(question) || looksLikeQuestion(words.join(' ')))
      return false
    const found = findMentions(words)
    const score = matches[0]?.score ?? 0
    if (score >= exact || /§[pma]/.test(found.sentence) || readCampaignQuestion(found, language)) return false
    return score < plainlyNear || words.filter((word) => !particles.has(word)).length < fewestTelling[language]
  }

  function act(action: Wish, context: AnswerContext, language: Locale): Answer {
    // The dates can be said at once.
    if (action === 'dates') return { ...compute({ about: 'all-phases' }, context, language), action }
    return { ...simple('action', `answer-action-${action}`, language, 0.85), action }
  }

  function explain(howTo: HowTo, context: AnswerContext, language: Locale): Answer {
    const said = simple(howTo === 'counted' ? 'unknown' : 'answer', `answer-how-${howTo}`, language, 0.85)
    const now = howTo === 'in-time' ? compute({ about: 'phase-now' }, context, language) : undefined
    return { ...said, topic: `how-${howTo}`, text: [...(now?.text ?? []), ...said.text], sources: now?.sources ?? [] }
  }

  // "Giao lưu có bóng đá không" looks like football; the campaign may answer it all the same.
  function isAnswerable(plain: readonly string[], reason: OffTopic, language: Locale): boolean {
    return (index.find(plain, language)[0]?.score ?? 0) >= (reason === 'other' ? 0.65 : 0.9)
  }

  /** Two questions in one message, where each stands by itself. */
  function answerParts(question: string, context: AnswerContext, language: Locale): Answer | undefined {
    const parts = splitClauses(question)
    if (parts.length < 2) return undefined
    const read = parts.map((part) => index.read(part, language).words).filter((words) => words.length > 2)
    const asked = read.filter(isAsking)
    if (asked.length < 2 || leansOnFirst(asked)) return undefined
    const answers = asked.map((words) => answerOne(words, index.find(words, language), context, language))
    if (answers.some((one) => one.kind !== 'answer' || one.confidence < sure)) return undefined
    const [first, ...others] = distinct(answers)
    if (!first || others.length === 0) return undefined
    return {
      ...first,
      text: [first, ...others].flatMap((one) => one.text),
      sources: [...new Set([first, ...others].flatMap((one) => one.sources))],
      confidence: Math.min(...answers.map((one) => one.confidence)),
    }
  }

  // "Đợt 1 bắt đầu khi nào, kết thúc khi nào": the second part has no subject of its own, so the whole is one question.
  function leansOnFirst([first, ...others]: readonly (readonly string[])[]): boolean {
    const { phases, awards, milestones } = findMentions(first ?? [])
    if (phases.length + awards.length + milestones.length === 0) return false
    return others.some(
      (words) => findMentions(words).marked.every((word) => !word.startsWith('§')) && isElliptic(words),
    )
  }

  function answerOne(
    words: readonly string[],
    matches: readonly Match[],
    context: AnswerContext,
    language: Locale,
  ): Answer {
    const best = matches[0]
    const question = readCampaignQuestion(mentionsOn(words, context), language)
    if (question && (isOfTheClock(question) || (best?.score ?? 0) < exact)) return compute(question, context, language)
    if (!best || !isNear(matches)) return refuse(words, matches, language)
    if (words.length <= longestFragment && best.score < likelyInFew)
      return index.isOnSubject(words, language) ? clarify(matches, language) : refuse(words, matches, language)
    const second = matches[1]
    if (best.score < sure && second && best.score < second.score * narrowLead && second.topic.kind === best.topic.kind)
      return clarify(matches, language)
    return fromTopic(best.topic, best.score, language)
  }

  // "Đợt này" is the phase that runs at that moment.
  function mentionsOn(words: readonly string[], context: AnswerContext): Mentions {
    const found = findMentions(words)
    if (found.phases.length > 0 || !/\b(?:dot nay|this phase)\b/.test(found.plain)) return found
    return { ...found, phases: [phaseForPledge(dayAt(context.now, context.timezone), campaign)] }
  }

  function refuse(words: readonly string[], matches: readonly Match[], language: Locale): Answer {
    if (words.length === 1) return simple('unknown', 'answer-unclear', language, 0)
    if (!index.isOnSubject(words, language)) return simple('off-topic', 'answer-off-topic', language, 0.5)
    const near = matches.filter((one) => one.score >= possible).slice(0, 2)
    return {
      ...simple('unknown', 'answer-unknown', language, 0.4),
      suggestions: near.map((one) => offer(one.topic, language)),
    }
  }

  function clarify(matches: readonly Match[], language: Locale): Answer {
    const near = matches.filter((one) => one.score > (matches[0]?.score ?? 0) * 0.85).slice(0, 3)
    const suggestions = near.map((one) => offer(one.topic, language))
    return { ...simple('clarify', 'answer-clarify', language, 0.4), suggestions }
  }

  function compute(question: CampaignQuestion, context: AnswerContext, language: Locale): Answer {
    const computed = computeAnswer(question, campaign, dayAt(context.now, context.timezone), language)
    return {
      kind: 'answer',
      topic: computed.topic,
      text: computed.text,
      sources: titles(computed.sources, language),
      suggestions: [],
      confidence: 0.9,
      language,
    }
  }

  function fromTopic(topic: Topic, confidence: number, language: Locale): Answer {
    const related = topic.related.flatMap((id) => topics.get(id) ?? [])
    return {
      kind: topic.kind,
      topic: topic.id,
      text: [literal(worded(topic.answer, language))],
      sources: titles(topic.sources, language),
      suggestions: related.slice(0, 3).map((one) => offer(one, language)),
      confidence: Math.min(1, confidence),
      language,
    }
  }

  function answerTopic(id: string, context: AnswerContext): Answer | undefined {
    const topic = topics.get(id)
    if (topic) return fromTopic(topic, 1, context.locale)
    const question = builtIn(id, campaign)
    return question && { ...compute(question, context, context.locale), confidence: 1 }
  }

  function titles(ids: readonly string[], language: Locale): string[] {
    return ids.flatMap((id) => {
      const source = campaign.sources[id]
      return source ? [worded(source.title, language)] : []
    })
  }

  return { answer, answerTopic }
}

// What the clock decides is computed; the rest may be worded better in the campaign file, where it has the very question.
function isOfTheClock({ about }: CampaignQuestion): boolean {
  return about !== 'length' && about !== 'all-phases' && about !== 'at-close'
}

function isNear([best, second]: readonly Match[]): boolean {
  if (!best) return false
  return best.score >= likely || (best.score >= possible && best.score >= (second?.score ?? 0) * clearLead)
}

function simple(kind: Answer['kind'], key: string, language: Locale, confidence: number): Answer {
  return { kind, text: [text(key)], sources: [], suggestions: [], confidence, language }
}

function refuseTopic(reason: OffTopic, language: Locale): Answer {
  return simple(
    'off-topic',
    reason === 'other' || reason === 'world' ? 'answer-off-topic' : `answer-off-topic-${reason}`,
    language,
    0.9,
  )
}

function offer(topic: Topic, language: Locale): { topic: string; title: string } {
  return { topic: topic.id, title: worded(topic.title, language) }
}

function distinct(answers: readonly Answer[]): Answer[] {
  return answers.filter((one, at) => answers.findIndex((other) => other.topic === one.topic) === at)
}
