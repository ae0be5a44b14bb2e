import type { Campaign, Locale, Topic } from '../campaign/campaign.ts'
import { detectLanguage } from '../language/detect-language.ts'
import { normalise } from '../language/normalise.ts'
import { createSpeller } from '../language/spelling.ts'
import { conceptsIn } from './concepts.ts'
import type { Phrase } from './features.ts'
import { createMentionFinder, type Mentions } from './mentions.ts'
import { createRanker, type Document } from './rank.ts'

export interface Match {
  readonly topic: Topic
  readonly score: number
}

/** What a text is specifically about: the phase, the award, the figure that sets it apart from its neighbours. */
interface Particulars {
  readonly phases: ReadonlySet<string>
  readonly awards: ReadonlySet<string>
  /** Pairs such as `thu 6`, `cap 2`. */
  readonly figures: ReadonlyMap<string, string>
  readonly ideas: ReadonlySet<string>
}

const contradicts = 0.8
const asksOtherwise = 0.92
// What a question may want to know of one and the same thing.
const aspects = [
  'when',
  'where',
  'who-decides',
  'money',
  'ratio',
  'documents',
  'form',
  'deadline',
  'contact',
  'result',
  'number',
  'attendees',
  'gear',
  'prize',
  'author',
  'difference',
  'why',
  'purpose',
].map((idea) => `#${idea}`)

interface TopicIndex {
  /** The words that a text means, spelled as the campaign spells them. */
  read(text: string, language: Locale): { readonly plain: readonly string[]; readonly words: readonly string[] }
  find(words: readonly string[], language: Locale): Match[]
  /** True where the words belong to the campaign's subject, whatever they ask. */
  isOnSubject(words: readonly string[], language: Locale): boolean
}

/** What is learned of the topics; only the names of units may change after that. */
export type LearnedTopics = ReturnType<typeof learnTopics>

/** Learns the words of a campaign's topics, which takes a while. */
export function learnTopics(campaign: Campaign) {
  const findMentions = createMentionFinder(campaign)
  const documents = campaign.topics.map((topic) => toDocument(topic, findMentions))
  const phrases = documents.flatMap(({ questions, body }) => [...questions, ...body])
  return {
    findMentions,
    topics: new Map(campaign.topics.map((topic) => [topic.id, topic])),
    ranker: createRanker(documents),
    particulars: new Map(documents.map((one) => [one.id, mergeParticulars(one.questions, findMentions)])),
    vietnamese: wordsIn(phrases, 'vi'),
    english: createSpeller(wordsIn(phrases, 'en')),
  }
}

/** Prepares the topics of a campaign for finding: compares questions with what was learned of it. */
export function createTopicIndex(campaign: Campaign, learned: LearnedTopics = learnTopics(campaign)): TopicIndex {
  const { findMentions, topics, ranker, particulars } = learned
  const spellers = {
    vi: createSpeller([...learned.vietnamese, ...namesIn(campaign)]),
    en: learned.english,
  }

  return {
    read(text, language) {
      const plain = normalise(text, language)
      return { plain, words: spellers[language].correct(plain) }
    },
    find(words, language) {
      const mentions = findMentions(words)
      const asked = particularsOf(mentions)
      const found = ranker.rank({ words, marked: mentions.marked, language }).flatMap(({ id, score }) => {
        const topic = topics.get(id)
        const own = particulars.get(id)
        return topic && own
          ? [
              {
                topic,
                score: score * contradicts ** contradictions(asked, own) * asksOtherwise ** missingAspects(asked, own),
              },
            ]
          : []
      })
      return found.sort((a, b) => b.score - a.score)
    },
    isOnSubject: (words, language) => ranker.isOnSubject({ words, marked: findMentions(words).marked, language }),
  }
}

function missingAspects(asked: Particulars, own: Particulars): number {
  return aspects.filter((idea) => asked.ideas.has(idea) && !own.ideas.has(idea)).length
}

function particularsOf({ phases, awards, plain }: Mentions): Particulars {
  return {
    phases: new Set(phases.map((one) => one.id)),
    awards: new Set(awards.map((one) => one.code)),
    figures: new Map(
      [...plain.matchAll(/\b(thu|lan|hang|cap|quy) (\d{1,2})\b/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
    ),
    ideas: conceptsIn(plain.split(' ')),
  }
}

function mergeParticulars(phrases: readonly Phrase[], find: FindMentions): Particulars {
  const all = phrases.map(({ words }) => particularsOf(find(words)))
  return {
    phases: new Set(all.flatMap((one) => [...one.phases])),
    awards: new Set(all.flatMap((one) => [...one.awards])),
    figures: new Map(all.flatMap((one) => [...one.figures])),
    ideas: new Set(all.flatMap((one) => [...one.ideas])),
  }
}

// A topic of phase 1 does not answer a question about phase 2, however alike the words are.
function contradictions(asked: Particulars, own: Particulars): number {
  const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    one.size > 0 && other.size > 0 && ![...one].some((name) => other.has(name))
  const figures = [...asked.figures].some(([word, figure]) => own.figures.has(word) && own.figures.get(word) !== figure)
  return Number(apart(asked.phases, own.phases)) + Number(apart(asked.awards, own.awards)) + Number(figures)
}

type FindMentions = (words: readonly string[]) => Mentions

function toDocument(topic: Topic, find: FindMentions): Document {
  return {
    id: topic.id,
    questions: [
      ...phrasesOf(topic.title, find),
      ...topic.questions.map((one) => toPhrase(one, detectLanguage(one, 'vi'), find)),
    ],
    body: phrasesOf(topic.answer, find),
  }
}

function toPhrase(text: string, language: Locale, find: FindMentions): Phrase {
  const words = normalise(text, language)
  return { words, marked: find(words).marked, language }
}

function phrasesOf(wording: Topic['title'], find: FindMentions): Phrase[] {
  const vietnamese = toPhrase(wording.vi, 'vi', find)
  return wording.en === undefined ? [vietnamese] : [vietnamese, toPhrase(wording.en, 'en', find)]
}

function wordsIn(phrases: readonly Phrase[], language: Locale): (readonly string[])[] {
  return phrases.filter((phrase) => phrase.language === language).map((phrase) => phrase.words)
}

function namesIn(campaign: Campaign): string[][] {
  const awards = [...campaign.titles, ...campaign.commendations].flatMap((one) => [one.name.vi, ...one.aliases])
  const named = [...campaign.phases, ...campaign.milestones].flatMap((one) => [one.name.vi, ...one.aliases])
  const units = campaign.units.map((unit) => unit.name)
  return [campaign.name.vi, campaign.theme.text, ...awards, ...named, ...units].map((name) => normalise(name, 'vi'))
}
