import { commonWords } from './common-words.ts'
import { soundOf } from './syllable.ts'

export interface Speller {
  /** The words with those nobody uses replaced by the known ones they sound or look like. */
  correct(words: readonly string[]): string[]
  knows(word: string): boolean
}

// How often the campaign must use a pair before two words that sound like it are taken for it.
const fixedPhrase = 2
const fixedPhraseForGoodWords = 5

/** Learns words and pairs of words from texts that are spelled well. */
export function createSpeller(texts: Iterable<readonly string[]>): Speller {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const text of texts)
    for (const [at, word] of text.entries()) {
      count(words, word)
      const next = text[at + 1]
      if (next !== undefined) count(pairs, `${word} ${next}`)
    }
  const bySound = groupBySound(words)
  const pairsBySound = groupBySound(pairs)
  const byShape = groupByShape(words)

  function correctPairs(given: readonly string[]): string[] {
    const out = [...given]
    for (let at = 0; at + 1 < out.length; at++) {
      const pair = `${out[at]} ${out[at + 1]}`
      if (pairs.has(pair) || /\d/.test(pair)) continue
      const meant = pairsBySound.get(soundsOf(pair))
      if (meant === undefined) continue
      // Two good words are left alone unless their sound-alike is a fixed phrase of the campaign.
      const good = isGood(out[at] ?? '') && isGood(out[at + 1] ?? '')
      const anchored = pairs.has(`${out[at - 1]} ${out[at]}`) || pairs.has(`${out[at + 1]} ${out[at + 2]}`)
      if (
        (pairs.get(meant) ?? 0) <
        (good && anchored ? 2 * fixedPhraseForGoodWords : good ? fixedPhraseForGoodWords : fixedPhrase)
      )
        continue
      const [first, second] = meant.split(' ')
      out[at] = first ?? ''
      out[at + 1] = second ?? ''
    }
    return out
  }

  function isGood(word: string): boolean {
    return words.has(word) || commonWords.has(word)
  }

  function correctWord(word: string, previous: string, next: string): string {
    if (isGood(word) || word.length < 2 || /\d/.test(word)) return word
    const alike = bySound.get(soundOf(word))
    if (alike !== undefined) return alike
    if (word.length < 5) return word
    const near = shapes(word).flatMap((shape) => byShape.get(shape) ?? [])
    const weight = (candidate: string) =>
      (words.get(candidate) ?? 0) +
      1000 * Number(pairs.has(`${previous} ${candidate}`)) +
      1000 * Number(pairs.has(`${candidate} ${next}`))
    const close = near.filter((candidate) => Math.abs(candidate.length - word.length) <= 1)
    return close.sort((a, b) => weight(b) - weight(a))[0] ?? split(word) ?? word
  }

  // "khenthuong": two words without their space.
  function split(word: string): string | undefined {
    for (let at = 2; at <= word.length - 2; at++) {
      const pair = `${word.slice(0, at)} ${word.slice(at)}`
      if (pairs.has(pair)) return pair
    }
    return undefined
  }

  return {
    knows: (word) => words.has(word),
    correct(given) {
      const paired = correctPairs(given)
      const single = paired.map((word, at) => correctWord(word, paired[at - 1] ?? '', paired[at + 1] ?? ''))
      return correctPairs(single.flatMap((word) => word.split(' ')))
    },
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function soundsOf(phrase: string): string {
  return phrase.split(' ').map(soundOf).join(' ')
}

/** The most used phrase for each sound. */
function groupBySound(counts: ReadonlyMap<string, number>): Map<string, string> {
  const groups = new Map<string, string>()
  for (const [phrase, times] of counts) {
    const sound = soundsOf(phrase)
    const best = groups.get(sound)
    if (best === undefined || times > (counts.get(best) ?? 0)) groups.set(sound, phrase)
  }
  return groups
}

// Two words one typing error apart share a shape: the word itself or the word less one letter.
function shapes(word: string): string[] {
  const out = [word]
  for (let at = 0; at < word.length; at++) out.push(word.slice(0, at) + word.slice(at + 1))
  return [...new Set(out)]
}

function groupByShape(words: ReadonlyMap<string, number>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words.keys())
    if (word.length >= 3 && !/\d/.test(word))
      for (const shape of shapes(word)) groups.set(shape, [...(groups.get(shape) ?? []), word])
  return groups
}
