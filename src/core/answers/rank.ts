import { featuresOf, type Phrase } from './features.ts'

export interface Document {
  readonly id: string
  /** Titles and questions that it answers; the nearest of them counts. */
  readonly questions: readonly Phrase[]
  /** Its answer: whatever a question shares with it counts less. */
  readonly body: readonly Phrase[]
}

export interface Ranked {
  readonly id: string
  /** 0 to 1. */
  readonly score: number
}

export interface Ranker {
  /** The nearest documents, best first. */
  rank(phrase: Phrase): Ranked[]
  /** How much of a phrase's subject words the documents know at all, 0 to 1. */
  familiarity(phrase: Phrase): number
}

const likeness = 0.4
const coverage = 0.6
const bodyWeight = 0.8
const kept = 6

/**
 * Compares a question with the questions each document answers (cosine over rare words and pairs) and with everything the
 * document says (share of the question covered).
 */
export function createRanker(documents: readonly Document[]): Ranker {
  const rarity = countRarity(documents)
  const unseen = Math.log(1 + documents.length)
  const weightOf = (feature: string) => rarity.get(feature) ?? unseen
  const examples: { document: number; norm: number }[] = []
  const byFeature = new Map<string, { example: number; weight: number }[]>()
  const contents = documents.map((document, index) => {
    for (const phrase of document.questions) addExample(index, phrase)
    return contentOf(document)
  })

  function weigh(phrase: Phrase): Map<string, number> {
    const weighed = new Map<string, number>()
    for (const [feature, place] of featuresOf(phrase)) weighed.set(feature, place * weightOf(feature))
    return weighed
  }

  function addExample(document: number, phrase: Phrase): void {
    const weighed = weigh(phrase)
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
    for (const [at, { document, norm: other }] of examples.entries()) {
      const cosine = norm * other === 0 ? 0 : (products[at] ?? 0) / (norm * other)
      if (cosine > (best[document] ?? 0)) best[document] = cosine
    }
    return best
  }

  return {
    rank(phrase) {
      const weighed = weigh(phrase)
      const total = sum(weighed.values())
      const best = nearest(weighed)
      return documents
        .map(({ id }, at) => {
          let covered = 0
          for (const [feature, weight] of weighed) covered += weight * (contents[at]?.get(feature) ?? 0)
          return { id, score: likeness * (best[at] ?? 0) + (total === 0 ? 0 : (coverage * covered) / total) }
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, kept)
    },
    familiarity(phrase) {
      let known = 0
      let total = 0
      for (const [feature, place] of featuresOf(phrase)) {
        if (place < 1 || feature.includes('_') || /^[\d§#]/.test(feature)) continue
        total += 1
        if (rarity.has(feature)) known += 1
      }
      return total === 0 ? 0 : known / total
    },
  }
}

function contentOf(document: Document): Map<string, number> {
  const content = new Map<string, number>()
  for (const phrase of document.body) for (const feature of featuresOf(phrase).keys()) content.set(feature, bodyWeight)
  for (const phrase of document.questions) for (const feature of featuresOf(phrase).keys()) content.set(feature, 1)
  return content
}

// Rare words tell more: the weight falls with the number of documents that use the word.
function countRarity(documents: readonly Document[]): Map<string, number> {
  const used = new Map<string, number>()
  for (const document of documents)
    for (const feature of contentOf(document).keys()) used.set(feature, (used.get(feature) ?? 0) + 1)
  const rarity = new Map<string, number>()
  for (const [feature, times] of used) rarity.set(feature, Math.log(1 + documents.length / times))
  return rarity
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
