import type { WordRole } from '../language/registration-words.ts'
import type { Item } from './cover.ts'
import { gaps, type Token } from './tokens.ts'

// What registers, names, completes or asks: a clause with one of them says something about a registration.
const substance: readonly WordRole[] = [
  'register',
  'my-unit',
  'same-unit',
  'collective',
  'subject',
  'same',
  'respective',
  'all',
  'or',
  'except',
  'withdraw',
  'named',
  'everybody',
]
// What turns the meaning of what was said before.
const turning: readonly WordRole[] = ['not', 'later', 'later-after', 'mistake', 'past-after', 'hesitates', 'but']
const corrections: readonly WordRole[] = ['mistake', 'hesitates', 'but']
const polite: readonly WordRole[] = ['filler', 'self', 'we', 'honorific', 'everybody']
const introducing: readonly WordRole[] = ['for', 'named', 'and', 'self', 'addressed', 'except', 'only']

/**
 * The pieces of a message without the clauses that neither register, nor name an award, a unit or a person, nor turn
 * what others say: "đang chạy xe, đk LĐTT cho tôi". Only beside a clause that registers does one count as such.
 */
export function withoutChatter(items: readonly Item[], tokens: readonly Token[]): Item[] {
  const clauses = clausesOf(items).filter((clause, at) => at === 0 || !isThanks(clause, tokens))
  const registering = clauses.findIndex((clause) => clause.some((item) => item.award || item.roles.has('register')))
  const complete = clauses.filter((clause) => registers(clause))
  if (complete.length === 0) return clauses.flat()
  let gap = 0
  return clauses.flatMap((clause, at) => {
    gap = Math.max(gap, clause[0]?.gap ?? 0)
    if (!complete.includes(clause) && isChatter(clause, at < registering, tokens, items)) return []
    const [first, ...rest] = clause
    const kept = first ? [{ ...first, gap }, ...rest] : []
    gap = 0
    return kept
  })
}

/** "ghi tui CSTĐCS", "ghi LĐTT thôi": to write an award down for somebody registers it. */
export function withWriters(items: readonly Item[], tokens: readonly Token[]): Item[] {
  const light: readonly WordRole[] = ['self', 'we', 'for', 'filler', 'honorific', 'my-unit', 'also']
  return items.map((item, at) => {
    if (tokens[item.start]?.low !== 'ghi' || item.end - item.start > 1 || item.kind !== 'word') return item
    const rest = items.slice(at + 1)
    const next = rest.find((one) => one.kind !== 'name' && !light.some((role) => one.roles.has(role)))
    const near = next !== undefined && rest.slice(0, rest.indexOf(next) + 1).every((one) => one.gap < gaps.comma)
    return near && next.award ? { ...item, roles: new Set<WordRole>(['register']) } : item
  })
}

function clausesOf(items: readonly Item[]): Item[][] {
  const out: Item[][] = []
  for (const item of items) {
    const last = out.at(-1)
    if (last && item.gap < gaps.dash) last.push(item)
    else out.push([item])
  }
  return out
}

/** "Em cảm ơn ạ": who thanks is no subject by that. */
function isThanks(clause: readonly Item[], tokens: readonly Token[]): boolean {
  const thanks = clause.some((item) => /^(?:cam on|tran trong|xin cam on)/.test(foldedOf(item, tokens)))
  return thanks && clause.every((item) => item.kind === 'word' && polite.some((role) => item.roles.has(role)))
}

function foldedOf(item: Item, tokens: readonly Token[]): string {
  return tokens
    .slice(item.start, item.end)
    .map((token) => token.fold)
    .join(' ')
}

function registers(clause: readonly Item[]): boolean {
  const has = (role: WordRole) => clause.some((item) => item.roles.has(role))
  return clause.some((item) => item.award) && has('register') && (!has('past') || has('now'))
}

function isChatter(clause: readonly Item[], before: boolean, tokens: readonly Token[], all: readonly Item[]): boolean {
  const has = (...roles: WordRole[]) => clause.some((item) => roles.some((role) => item.roles.has(role)))
  const isWord = (item: Item) => item.kind === 'unknown' && /^\p{L}+$/u.test(tokens[item.start]?.low ?? '')
  const strange = clause.filter(isWord)
  const talks = has('chat', 'tells')
  if (has(...substance) || clause.some((item) => says(item, clause, tokens, all))) return false
  // Before anything was said there is nothing to correct.
  if (clause[0] === all[0] && has('mistake')) return true
  if (clause.length < 2 || (strange.length === 0 && !talks)) return false
  if (clause.some((item) => tokens[item.end - 1]?.asked)) return false
  const asks = clause.findIndex((item) => item.roles.has('ask') && !item.roles.has('filler'))
  // "bằng khen của ai thì tui hổng rành" asks nobody.
  if (asks >= 0) return clause.slice(asks).some((item) => item.roles.has('not'))
  if (before && has('sends') && strange.length === 0) return false
  // A word in capitals may be somebody; the first of a sentence is written so anyway.
  if (strange.some((item) => tokens[item.start]?.capital && (item !== clause[0] || item.gap < gaps.stop))) return false
  // A clause with a subject or an act of its own turns nothing of another's.
  if (before || clause.findIndex((item) => !isWord(item)) >= 2) return true
  const own = has('not') ? !has('self', 'we') && strange.length > 2 : !has(...corrections) && strange.length > 1
  return own || !has(...turning)
}

/** An award, a unit, or a person who is introduced or stands alone. */
function says(item: Item, clause: readonly Item[], tokens: readonly Token[], all: readonly Item[]): boolean {
  const at = clause.indexOf(item)
  if (item.award) return item.award.certain || !all.some((other) => other !== item && isSame(other, item))
  if (item.kind === 'unit') return true
  if (item.kind === 'place') return tokens[item.start]?.capital === true || clause[at - 1]?.kind !== 'unknown'
  if (item.kind !== 'name') return false
  const ahead = clause.slice(0, at)
  if (ahead.some((one) => introducing.some((role) => one.roles.has(role)))) return true
  const rest = clause.slice(at + 1)
  const called = clause[at - 1]?.roles.has('honorific') === true
  const predicate =
    rest.some((one) => one.roles.has('chat') || one.roles.has('tells')) ||
    (called && rest.filter((one) => one.kind === 'unknown').length > 1)
  return !predicate && !ahead.some((one) => one.kind === 'unknown')
}

function isSame(one: Item, other: Item): boolean {
  return one.award !== undefined && one.award.codes.join() === other.award?.codes.join()
}
