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
  readonly roles: ReadonlySet<WordRole>
  readonly words: readonly { readonly spelled: string; readonly folded: string; readonly strict: boolean }[]
}

const byFirst = readPhrases()

function readPhrases(): ReadonlyMap<string, readonly Spelled[]> {
  const roles = new Map<string, Set<WordRole>>()
  for (const { role, words } of rolePhrases) {
    const phrase = words.join(' ')
    roles.set(phrase, (roles.get(phrase) ?? new Set()).add(role))
  }
  const out = new Map<string, Spelled[]>()
  for (const [phrase, does] of roles) {
    const words = phrase.split(' ').map((word) => ({
      spelled: word.replace('=', ''),
      folded: /[đd]\/c/u.test(word) ? 'dongchi' : fold(word),
      strict: word.startsWith('='),
    }))
    const first = words[0]?.folded ?? ''
    out.set(first, [...(out.get(first) ?? []), { roles: does, words }])
  }
  return out
}

/** The words of grammar and courtesy that begin at a token, the shortest first, each with what it may do. */
export const wordsAt = remembered((tokens, at): readonly FoundWords[] => {
  const found: FoundWords[] = []
  for (const { roles, words } of byFirst.get(tokens[at]?.fold ?? '') ?? []) {
    if (!words.every((word, offset) => isWord(tokens[at + offset], word, offset))) continue
    const end = at + words.length
    const exact = words.every((word, offset) => tokens[at + offset]?.low === word.spelled)
    const same = found.findIndex((one) => one.end === end)
    const other = found[same]
    if (other) found[same] = { end, roles: new Set([...other.roles, ...roles]), exact: exact || other.exact }
    else found.push({ end, roles, exact })
  }
  if (found.every(({ end }) => end !== at + 2) && isMistypedRegister(tokens[at], tokens[at + 1]))
    found.push({ end: at + 2, roles: register, exact: true })
  return found.sort((a, b) => a.end - b.end)
})

const register: ReadonlySet<WordRole> = new Set(['register'])

// "đắng ký", "đăn kí"; but Đặng Kỳ is a name.
function isMistypedRegister(first: Token | undefined, second: Token | undefined): boolean {
  if (!first || !second || second.gap > gaps.hyphen || first.low === 'đặng' || first.capital) return false
  return /^d/.test(first.fold) && oneApart(first.fold, 'dang') && /^k[yýií]$/u.test(second.low)
}

function isWord(
  token: Token | undefined,
  { spelled, folded, strict }: Spelled['words'][number],
  offset: number,
): boolean {
  if (!token || token.fold !== folded || (offset > 0 && token.gap > gaps.hyphen)) return false
  return token.low === spelled || (!strict && (token.plain || token.fold === 'dongchi'))
}
