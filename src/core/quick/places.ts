import { fold } from '../language/fold.ts'
import type { WordRole } from '../language/registration-words.ts'
import { unitHeads } from '../language/short-forms.ts'
import type { Lexicon } from './lexicon.ts'
import { type FoundName, namesAt } from './names.ts'
import { gaps, type Token } from './tokens.ts'
import { wordsAt } from './words.ts'

const ending: readonly WordRole[] = [
  'register',
  'self',
  'and',
  'or',
  'but',
  'wish',
  'not',
  'for',
  'past',
  'now',
  'my-unit',
  'we',
  'only',
  'all',
  'honorific',
  'ask',
  'may',
  'later',
  'same',
  'respective',
  'sends',
  'chat',
]

const placeEnds = new Set(
  'o tai la thi a nha nhe nghen nhen dang xin muon thuoc ak roi luon nua day do di voi ghi cong'.split(' '),
)

/** A unit that is said as one and is none of the list: "Phòng Tổ chức cán bộ". */
export function placesAt(tokens: readonly Token[], at: number, lexicon: Lexicon): FoundName[] {
  const out: FoundName[] = []
  // "các phòng khẩn trương đăng ký"
  if (['cac', 'nhung', 'moi', 'tung'].includes(tokens[at - 1]?.fold ?? '')) return out
  const known = lexicon.units.findAt(tokens, at).some(({ entry }) => entry.whole)
  for (const { words, foreign, plain } of heads) {
    if (known && !foreign) continue
    const first = tokens[at]
    if (
      !first ||
      (first.plain && !plain) ||
      !words.every((word, offset) => isHeadWord(tokens[at + offset], word, offset))
    )
      continue
    let end = at + words.length
    while (end < tokens.length && end < at + words.length + 7 && goesOn(tokens, end, lexicon, foreign)) end++
    const size = end - at - words.length
    if (size < (foreign && words.length === 1 ? 2 : words.length > 2 ? 0 : 1)) continue
    const score = foreign ? 13 * (end - at) : 10 * (end - at) + (words.length > 1 ? 10 : 4)
    out.push({ end, score })
  }
  return out
}

const heads = unitHeads.map((head) => ({
  ...head,
  words: head.spelled.split(' ').map((spelled) => ({ spelled, folded: fold(spelled) })),
}))

function isHeadWord(token: Token | undefined, word: { spelled: string; folded: string }, offset: number): boolean {
  if (!token || (offset > 0 && token.gap !== gaps.space)) return false
  return token.plain ? token.fold === word.folded : token.low === word.spelled
}

function goesOn(tokens: readonly Token[], at: number, lexicon: Lexicon, foreign: boolean): boolean {
  const token = tokens[at]
  if (!token || token.gap > gaps.hyphen) return false
  if (lexicon.awards.findAt(tokens, at).length > 0) return false
  if (!foreign && lexicon.units.findAt(tokens, at).some(({ entry }) => entry.whole)) return false
  // A name of a person in capitals begins here.
  if (namesAt(tokens, at).some(({ score }) => score >= 40)) return false
  // "Phòng Tổng hợp"
  if (token.capital && tokens[at - 1]?.fold === 'phong') return true
  if (placeEnds.has(token.fold) && wordsAt(tokens, at).length > 0) return false
  return !wordsAt(tokens, at).some(({ roles }) => ending.some((role) => roles.has(role)))
}
