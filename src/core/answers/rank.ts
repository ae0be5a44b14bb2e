import { featuresOf, type Phrase } from './features.ts'
import { stopWords } from './stop-words.ts'

export interface Document {
  readonly id: string
  /** Titles and questions that it answers; the nearest of them counts. */
  readonly questions: readonly Phrase[]
  /** Its answer: whatever a question shares with it counts less. */
  readonly body: readonly Phrase[]
}

interface Ranked {
  readonly id: string
  /** 0 to 1. */
  readonly score: number
}

interface Ranker {
  /** The nearest documents, best first. */
  rank(phrase: Phrase): Ranked[]
  /** True where a phrase uses words that many documents share, whatever it asks. */
  isOnSubject(phrase: Phrase): boolean
}

// Words of so many documents belong to the subject as such ("thi đua", "khen thưởng"), not to one answer.
const subjectShare = 0.03

const likeness = 0.4
const coverage = 0.6
const bodyWeight = 0.8
const kept = 6

/**
 * Compares a question with the questions each document answers (cosine over rare words and pairs) and with everything the
 * document says (share of the question covered).
 */
export function createRanker(documents: readonly Document[]): Ranker {
  const prepared = documents.map((document) => ({
    questions: document.questions.map(featuresOf),
    body: document.body.map(featuresOf),
  }))
  const contents = prepared.map(contentOf)
  const shared = countDocuments(contents)
  const rarity = new Map([...shared].map(([feature, times]) => [feature, Math.log(1 + documents.length / times)]))
  const unseen = Math.log(1 + documents.length)
  const weightOf = (feature: string) => rarity.get(feature) ?? unseen
  const examples: { document: number; norm: number }[] = []
  const byFeature = new Map<string, { example: number; weight: number }[]>()
  const byContent = new Map<string, { document: number; share: number }[]>()
  for (const [document, content] of contents.entries())
    for (const [feature, share] of content) {
      const postings = byContent.get(feature)
      if (postings) postings.push({ document, share })
      else byContent.set(feature, [{ document, share }])
    }
  for (const [index, { questions }] of prepared.entries()) for (const features of questions) addExample(index, features)

  function weigh(features: ReadonlyMap<string, number>): Map<string, number> {
    const weighed = new Map<string, number>()
    for (const [feature, place] of features) weighed.set(feature, place * weightOf(feature))
    return weighed
  }

  function addExample(document: number, features: ReadonlyMap<string, number>): void {
    const weighed = weigh(features)
    const example = examples.push({ document, norm: length(weighed.values()) }) - 1
    for (const [feature, weight] of weighed) {
      const postings = byFeature.get(feature)
      if (postings) postings.push({ example, weight })
      else byFeature.set(feature, [{ example, weight }])
    }
  }

  function nearest(weighed: ReadonlyMap<string, number>): Float64Array {
    const products = new Float64Array(examples.length)
    for (const [feature, weight] of weighed)
      for (const posting of byFeature.get(feature) ?? [])
        products[posting.example] = (products[posting.example] ?? 0) + weight * posting.weight
    const norm = length(weighed.values())
    const best = new Float64Array(documents.length)
    for (let at = 0; at < examples.length; at++) {
      const product = products[at] ?? 0
      const example = examples[at]
      if (product === 0 || !example) continue
      const cosine = product / (norm * example.norm)
      if (cosine > (best[example.document] ?? 0)) best[example.document] = cosine
    }
    return best
  }

  function coveredBy(weighed: ReadonlyMap<string, number>): Float64Array {
    const covered = new Float64Array(documents.length)
    for (const [feature, weight] of weighed)
      for (const { document, share } of byContent.get(feature) ?? [])
        covered[document] = (covered[document] ?? 0) + weight * share
    return covered
  }

  return {
    rank(phrase) {
      const weighed = weigh(featuresOf(phrase))
      const total = sum(weighed.values())
      const best = nearest(weighed)
      const covered = coveredBy(weighed)
      return documents
        .map(({ id }, at) => {
          const share = total === 0 ? 0 : (coverage * (covered[at] ?? 0)) / total
          return { id, score: likeness * (best[at] ?? 0) + share }
        })
        .filter((one) => one.score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, kept)
    },
    isOnSubject(phrase) {
      const telling = [...featuresOf(phrase).keys()].filter((feature) => tellsSubject(feature, phrase.language))
      return telling.some((feature) => (shared.get(feature) ?? 0) >= subjectShare * documents.length)
    },
  }
}

// Folded, these are words of grammar (thì, đang, có) and half of words of the subject (thi đua, đăng ký, cờ).
const doubleMeaning = new Set(['thi', 'dang', 'co', 'can', 'cap', 'bo', 'doc'])

// A single Vietnamese syllable has too many meanings to tell the subject; two together have one.
function tellsSubject(feature: string, language: Phrase['language']): boolean {
  if (feature.startsWith('#')) return false
  if (feature.startsWith('§') && !feature.includes('_')) return true
  const words = feature.split('_')
  if (words.length !== (language === 'en' ? 1 : 2) || words.some((word) => /\d/.test(word))) return false
  const telling = words.filter((word) => !stopWords.has(word)).length
  return telling === words.length || (telling === 1 && words.some((word) => doubleMeaning.has(word)))
}

interface Prepared {
  readonly questions: readonly ReadonlyMap<string, number>[]
  readonly body: readonly ReadonlyMap<string, number>[]
}

function contentOf({ questions, body }: Prepared): Map<string, number> {
  const content = new Map<string, number>()
  for (const features of body) for (const feature of features.keys()) content.set(feature, bodyWeight)
  for (const features of questions) for (const feature of features.keys()) content.set(feature, 1)
  return content
}

/** In how many documents each feature occurs: the rarer it is, the more it tells. */
function countDocuments(contents: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const used = new Map<string, number>()
  for (const content of contents) for (const feature of content.keys()) used.set(feature, (used.get(feature) ?? 0) + 1)
  return used
}

function length(values: Iterable<number>): number {
  let squares = 0
  for (const value of values) squares += value * value
  return Math.sqrt(squares)
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
