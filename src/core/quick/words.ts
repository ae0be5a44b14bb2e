import { fold } from '../language/fold.ts'
import { rolePhrases, type WordRole } from '../language/registration-words.ts'
import { oneApart } from './phrase-tree.ts'
import { remembered } from './remembered.ts'
import { gaps, type Token } from './tokens.ts'

export interface FoundWords {
  readonly end: number
  readonly roles: ReadonlySet<WordRole>
  /** Typed as they are spelled; otherwise only the same without diacritics. */
  readonly exact: boolean
}

interface Spelled {
  readonly role: WordRole
  readonly words: readonly string[]
  readonly folded: readonly string[]
}

const byFirst = new Map<string, Spelled[]>()
for (const { role, words } of rolePhrases) {
  const folded = words.map((word) => (/[đd]\/c/u.test(word) ? 'dongchi' : fold(word)))
  byFirst.set(folded[0] ?? '', [...(byFirst.get(folded[0] ?? '') ?? []), { role, words, folded }])
}

/** The words of grammar and courtesy that begin at a token, the shortest first, each with what it may do. */
export const wordsAt = remembered((tokens, at): readonly FoundWords[] => {
  const ends = new Map<number, { roles: Set<WordRole>; exact: boolean }>()
  for (const phrase of byFirst.get(tokens[at]?.fold ?? '') ?? []) {
    if (!phrase.words.every((word, offset) => isWord(tokens[at + offset], word, phrase.folded[offset] ?? '', offset)))
      continue
    const end = at + phrase.words.length
    const known = ends.get(end) ?? { roles: new Set<WordRole>(), exact: false }
    known.roles.add(phrase.role)
    known.exact ||= phrase.words.every((word, offset) => tokens[at + offset]?.low === word.replace('=', ''))
    ends.set(end, known)
  }
  if (isMistypedRegister(tokens[at], tokens[at + 1])) ends.set(at + 2, { roles: new Set(['register']), exact: true })
  return [...ends].map(([end, found]) => ({ end, ...found })).sort((a, b) => a.end - b.end)
})

// "đắng ký", "đăn kí"; but Đặng Kỳ is a name.
function isMistypedRegister(first: Token | undefined, second: Token | undefined): boolean {
  if (!first || !second || second.gap > gaps.hyphen || first.low === 'đặng' || first.capital) return false
  return /^d/.test(first.fold) && oneApart(first.fold, 'dang') && /^k[yýií]$/u.test(second.low)
}

function isWord(token: Token | undefined, word: string, folded: string, offset: number): boolean {
  if (!token || token.fold !== folded || (offset > 0 && token.gap > gaps.hyphen)) return false
  if (word.startsWith('=')) return token.low === word.slice(1)
  return token.plain || token.low === word || token.fold === 'dongchi'
}
