import { looseWords } from '../language/short-forms.ts'
import type { Item } from './cover.ts'
import type { Lexicon } from './lexicon.ts'
import { gaps, type Token } from './tokens.ts'

// What only goes on with the name of an award that was begun before.
const levels = new Set([...looseWords, 'tinh', 'bo', 'nganh', 'toan'])

/**
 * "CSTĐ cấp cơ sở và cấp tỉnh", "bằng khen của tỉnh với của Thủ tướng": a second award leaves out what it shares with
 * the first. Where it cannot be completed, it is an award of which nobody knows the level.
 */
export function completeAwards(items: readonly Item[], tokens: readonly Token[], lexicon: Lexicon): Item[] {
  const all = unknownAward(items, tokens, lexicon.awardHeads)
  const out: Item[] = []
  for (let at = 0; at < all.length; at++) {
    const item = all[at]
    if (!item) continue
    const first = out.at(-1)?.roles.has('and') ? out.at(-2) : item.gap === gaps.comma ? out.at(-1) : undefined
    const token = tokens[item.start]
    if (!first?.award || !token || (item.kind !== 'word' && item.kind !== 'unknown') || !levels.has(token.fold)) {
      out.push(item)
      continue
    }
    const { end, award } = completed(first, item.start, tokens, lexicon) ?? { end: item.end, award: unclear }
    out.push({ ...item, kind: 'award', end, award, roles: new Set() })
    while ((all[at + 1]?.start ?? tokens.length) < end) at++
  }
  return out
}

const unclear = { certain: false, codes: [] }

/** "danh hiệu Gương người tốt": where no other award is said, the words behind the kind are one that nobody knows. */
function unknownAward(items: readonly Item[], tokens: readonly Token[], heads: ReadonlySet<string>): Item[] {
  if (items.some((item) => item.award)) return [...items]
  const head = items.findIndex((item, at) => item.roles.has('subject') && isStrange(items[at + 1], tokens))
  const begun = (item: Item) => heads.has(`${tokens[item.start]?.fold} ${tokens[item.end]?.fold}`)
  const from = head >= 0 ? head + 1 : items.findIndex((item) => isStrange(item, tokens) && begun(item))
  const [first, ...rest] = from < 0 ? [] : items.slice(from)
  if (!first) return [...items]
  const others = rest.findIndex((item) => !isStrange(item, tokens))
  const end = others < 0 ? rest.length : others
  const whole: Item = {
    ...first,
    kind: 'award',
    end: rest[end - 1]?.end ?? first.end,
    award: unclear,
    roles: new Set(),
  }
  return [...items.slice(0, from), whole, ...rest.slice(end)]
}

function isStrange(item: Item | undefined, tokens: readonly Token[]): boolean {
  return item?.kind === 'unknown' && item.gap < gaps.bracket && /^\p{L}+$/u.test(tokens[item.start]?.low ?? '')
}

function completed(first: Item, start: number, tokens: readonly Token[], lexicon: Lexicon) {
  const [head, ...rest] = tokens.slice(start, start + 8)
  if (!head) return undefined
  for (let size = first.end - first.start - 1; size > 0; size--) {
    const whole = [...tokens.slice(first.start, first.start + size), { ...head, gap: gaps.space }, ...rest]
    const found = lexicon.awards
      .findAt(whole, 0)
      .filter(({ entry, end, misspelled }) => entry.certain && end > size && misspelled === 0)
      .sort((one, other) => other.end - one.end)[0]
    if (found) return { end: start + found.end - size, award: found.entry }
  }
  return undefined
}
