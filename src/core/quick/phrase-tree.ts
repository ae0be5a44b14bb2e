import { longForms, looseWords } from '../language/short-forms.ts'
import { isSyllable, soundOf } from '../language/syllable.ts'
import { remembered } from './remembered.ts'
import { gaps, type Token } from './tokens.ts'

// A token is looked at from many branches.
const heard = new WeakMap<Token, string>()
function sounds(token: Token): string {
  const known = heard.get(token) ?? soundOf(token.fold)
  heard.set(token, known)
  return known
}

interface Branch<Entry> {
  readonly next: Map<string, Branch<Entry>>
  /** A comma may stand before the word that leads here. */
  comma: boolean
  /** Its spellings with diacritics: a short word with others is another word. */
  readonly spelled: Set<string>
  readonly entries: Entry[]
  /** Words from the root. */
  readonly depth: number
  /** How the word that leads here sounds. */
  readonly sound: string
}

export interface Found<Entry> {
  readonly entry: Entry
  /** Index after the last token. */
  readonly end: number
  /** Words that are not spelled as in the phrase. */
  readonly misspelled: number
}

export interface PhraseTree<Entry> {
  /** `comma` tells for each word whether a comma may stand before it, `spelled` how it is written with diacritics. */
  add(words: readonly string[], entry: Entry, comma?: readonly boolean[], spelled?: readonly string[]): void
  /** Every phrase that begins at that token, spelled out, shortened or slightly misspelled. */
  findAt(tokens: readonly Token[], at: number): readonly Found<Entry>[]
}

/** Phrases of folded words. With `initials`, several words may be written by their first letters, as "xlstt". */
export function createPhraseTree<Entry>({ initials }: { initials: boolean }): PhraseTree<Entry> {
  const root: Branch<Entry> = { next: new Map(), comma: false, spelled: new Set(), entries: [], depth: 0, sound: '' }

  function add(
    words: readonly string[],
    entry: Entry,
    comma: readonly boolean[] = [],
    spelled: readonly string[] = [],
  ): void {
    let branch = root
    for (const [at, word] of words.entries()) {
      if (looseWords.has(word) && words.length > 1) continue
      let next = branch.next.get(word)
      if (!next) {
        next = {
          next: new Map(),
          comma: false,
          spelled: new Set(),
          entries: [],
          depth: branch.depth + 1,
          sound: isSyllable(word) ? soundOf(word) : '',
        }
        branch.next.set(word, next)
      }
      next.comma ||= comma[at] === true
      if (spelled[at]) next.spelled.add(spelled[at])
      branch = next
    }
    if (branch !== root && !branch.entries.includes(entry)) branch.entries.push(entry)
  }

  function findAt(tokens: readonly Token[], at: number): Found<Entry>[] {
    const found: Found<Entry>[] = []
    walk(root, at, 0, false, true)
    return found

    function walk(branch: Branch<Entry>, index: number, misspelled: number, looksOnly: boolean, slips: boolean): void {
      const soundsAlike = branch.depth === 2 && !looksOnly
      // "phòg 2": what is no syllable at all can only be a slip.
      const allowed = branch.depth >= 5 ? 2 : branch.depth >= 3 || soundsAlike || (branch.depth === 2 && slips) ? 1 : 0
      if (misspelled <= allowed) for (const entry of branch.entries) found.push({ entry, end: index, misspelled })
      const token = tokens[index]
      if (!token || misspelled > 2) return
      if (index > at && !mayFollow(token)) return
      for (const next of stepsFrom(branch, token)) {
        if (index > at && token.gap === gaps.comma && !next.first.comma) continue
        walk(
          next.branch,
          index + 1,
          misspelled + next.cost,
          looksOnly || next.byLook,
          slips && (next.cost === 0 || !token.syllable),
        )
      }
      if (index > at && token.gap <= gaps.bracket && looseWords.has(token.fold))
        walk(branch, index + 1, misspelled, looksOnly, slips)
      // "phòng nghiệp vụ số 2"
      if (index > at && token.fold === 'so' && isFigure(tokens[index + 1]?.fold ?? ''))
        walk(branch, index + 1, misspelled, looksOnly, slips)
    }
  }

  function stepsFrom(branch: Branch<Entry>, token: Token) {
    const steps: { branch: Branch<Entry>; first: Branch<Entry>; cost: number; byLook: boolean }[] = []
    for (const words of [[token.fold], ...longForms(token.fold)]) {
      const end = descend(branch, words)
      const first = branch.next.get(words[0] ?? '')
      if (branch === root && words.length === 1 && isOtherWord(token, end)) continue
      if (end && first) steps.push({ branch: end, first, cost: 0, byLook: false })
    }
    if (initials && mayBeInitials(token.fold, branch))
      for (const end of byInitials(branch, token.fold))
        steps.push({ branch: end.branch, first: end.first, cost: 0, byLook: false })
    if (steps.length > 0 || token.fold.length < (branch === root ? 3 : 2)) return steps
    const sound = sounds(token)
    for (const [word, next] of branch.next) {
      // Short forms one letter apart mean different things.
      if ((word.length < 3 && branch === root) || next.sound === '') continue
      const alike = next.sound === sound
      if (alike || (word.length >= (branch.depth > 2 ? 3 : 4) && oneApart(word, token.fold)))
        steps.push({ branch: next, first: next, cost: 1, byLook: !alike || (initials && word[0] !== token.fold[0]) })
    }
    return steps
  }

  function descend(branch: Branch<Entry>, words: readonly string[]): Branch<Entry> | undefined {
    let end: Branch<Entry> | undefined = branch
    for (const word of words) if (!looseWords.has(word) || words.length === 1) end = end?.next.get(word)
    return end
  }

  // Two letters alone stand for too much; after the first word they are the rest of the name.
  function mayBeInitials(word: string, branch: Branch<Entry>): boolean {
    return /^[a-z]{2,7}$/.test(word) && !isSyllable(word) && (word.length > 2 || branch !== root)
  }

  function byInitials(branch: Branch<Entry>, letters: string) {
    let ends = [{ branch, first: undefined as Branch<Entry> | undefined }]
    for (const letter of letters)
      ends = ends.flatMap((end) =>
        [...end.branch.next]
          .filter(([word]) => word.startsWith(letter))
          .map(([, next]) => ({ branch: next, first: end.first ?? next })),
      )
    return ends.flatMap((end) => (end.first ? [{ ...end, first: end.first }] : []))
  }

  return { add, findAt: remembered(findAt) }
}

// "có" is not "cờ", though both fold to "co".
function isOtherWord(token: Token, branch: Branch<unknown> | undefined): boolean {
  if (!branch || token.plain || token.fold.length > 2 || branch.spelled.size === 0) return false
  const tonal = toneless(token.low)
  return ![...branch.spelled].some((spelled) => toneless(spelled) === tonal)
}

// Hỏi and ngã are often mistaken for each other: "kỹ niệm chương".
function toneless(word: string): string {
  return word.normalize('NFD').replace(/[\u0303\u0309]/gu, '')
}

function isFigure(word: string): boolean {
  return [[word], ...longForms(word)].some(([first]) => /^\d+$/.test(first ?? ''))
}

function mayFollow(token: Token): boolean {
  // "Phòng: 3"
  if (token.gap === gaps.colon) return /^\d+$/.test(token.fold)
  return token.gap <= gaps.bracket || token.gap === gaps.comma
}

/** Whether one letter was changed, left out, added or swapped with its neighbour. */
export function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  if (a.slice(at + 1) === b.slice(at + 1) || a.slice(at) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at))
    return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
