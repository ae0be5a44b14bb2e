import { conceptsIn } from './concepts.ts'
import { stopWords } from './stop-words.ts'

// One word for what people call by several; both sides of the comparison are mapped. Only pairs that never differ here.
const sameAs: Readonly<Record<string, string>> = {
  begin: 'start',
  began: 'start',
  begun: 'start',
  commence: 'start',
  finish: 'end',
  close: 'end',
  conclude: 'end',
  deadline: 'end',
  campaign: 'movement',
  held: 'hold',
  happen: 'hold',
  person: 'people',
  someone: 'people',
  register: 'registration',
  signed: 'sign',
  lie: 'false',
  fake: 'false',
}

export interface Phrase {
  readonly words: readonly string[]
  /** The words with one mark for each name of the campaign. */
  readonly marked: readonly string[]
  readonly language: 'vi' | 'en'
}

// A name of the campaign stands for all its words; these still count a little, for names that are only near.
const markWeight = 2.2
const namedWeight = 0.3
const ideaWeight = 0.8
const stopWeight = 0.12

/** What a text is compared by: its words and names, each two that stand together (`thi_dua`), and its ideas, weighed by place. */
export function featuresOf(phrase: Phrase): Map<string, number> {
  const features = new Map<string, number>()
  for (const word of phrase.words) features.set(stemmed(word, phrase.language), namedWeight)
  const terms = phrase.marked.map((word) => stemmed(word, phrase.language))
  for (const [at, term] of terms.entries()) {
    features.set(term, term.startsWith('§') ? markWeight : isStop(term) ? stopWeight : 1)
    const next = terms[at + 1]
    if (next !== undefined) features.set(`${term}_${next}`, pairWeight(term, next))
  }
  for (const idea of conceptsIn(phrase.words)) features.set(idea, ideaWeight)
  return features
}

function stemmed(word: string, language: 'vi' | 'en'): string {
  return language === 'en' && !word.startsWith('§') ? englishStem(word) : word
}

function isStop(term: string): boolean {
  return stopWords.has(term)
}

function pairWeight(first: string, second: string): number {
  const stops = Number(isStop(first)) + Number(isStop(second))
  return [0.7, 0.45, 0.25][stops] ?? 0.25
}

function englishStem(word: string): string {
  const bare = word.replace(/(?<=[a-z]{3})(?:ies)$/, 'y').replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/, '')
  return sameAs[word] ?? sameAs[bare] ?? sameAs[`${bare}e`] ?? bare
}
