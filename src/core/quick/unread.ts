import type { WordRole } from '../language/registration-words.ts'
import type { Item } from './cover.ts'
import type { Scoped } from './scope.ts'
import { gaps } from './tokens.ts'

/**
 * The awards and names that stand beside words which nobody understood, or which turn the meaning without a hold on
 * anything: what they do to them only the person can say. Indices of pieces.
 */
export function readUnread(
  items: readonly Item[],
  { dropped, idle }: Scoped,
  textOf: (item: Item) => string,
): Set<number> {
  const unsure = new Set<number>()
  for (const [at, item] of items.entries()) {
    if (item.kind === 'name' && (mayGoOn(items, at, textOf) || isSmallWord(textOf(item)))) unsure.add(at)
    if (item.kind === 'award' && (isEmptyHeading(items, at) || isOfAnother(items, at, textOf))) unsure.add(at)
    const beside = isListed(items, at, textOf) ? nameNear(items, at) : -1
    if (beside >= 0) unsure.add(beside)
    if (!idle.has(at) && !(isStrange(item, textOf) && !isAside(items, at))) continue
    for (const award of awardsAround(items, at, idle.has(at) ? gaps.semicolon : gaps.comma))
      if (!dropped.has(award)) unsure.add(award)
  }
  return unsure
}

/** "anh nam": it may be a name. */
function isSmallWord(text: string): boolean {
  return /^\p{Ll}+$/u.test(text)
}

/** Letters that are no known word; a figure beside an award counts something. */
function isStrange(item: Item, textOf: (item: Item) => string): boolean {
  return item.kind === 'unknown' && /^\p{L}+$/u.test(textOf(item))
}

const courtesy: readonly WordRole[] = ['filler', 'calls', 'also', 'only', 'already']

/** What opens a message or closes a sentence by itself is a cry or a particle, and means nothing: "ủa", "nhoen". */
function isAside(items: readonly Item[], at: number): boolean {
  const after = items.slice(at + 1)
  const end = after.findIndex((item) => item.gap >= gaps.comma)
  const rest = end < 0 ? after : after.slice(0, end)
  const closes = rest.every((item) => item.kind === 'word' && courtesy.some((role) => item.roles.has(role)))
  const opens = at <= 1 && items.slice(0, at).every((item) => item.kind === 'unknown')
  return opens || (closes && items[at - 1]?.kind !== 'unknown')
}

/** "Lê Văn A, Xyz, Trần Thị B": between names a word in capitals is somebody too. */
function isListed(items: readonly Item[], at: number, textOf: (item: Item) => string): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]]
  if (!item || !isStrange(item, textOf) || !/^\p{Lu}\p{Ll}/u.test(textOf(item))) return false
  const begins = item.gap >= gaps.comma || before?.roles.has('and') === true
  return begins && (!next || next.gap >= gaps.comma || next.kind !== 'word' || next.roles.has('and'))
}

/** "LĐTT: những người còn lại": behind the colon somebody is meant, and nobody knows who. */
function isEmptyHeading(items: readonly Item[], at: number): boolean {
  if ((items[at]?.gap ?? 0) < gaps.semicolon || items[at + 1]?.gap !== gaps.colon) return false
  const rest = items.slice(at + 1)
  const end = rest.findIndex((item) => item.gap >= gaps.semicolon)
  const somebody: readonly WordRole[] = ['self', 'we', 'collective', 'my-unit', 'all', 'same']
  return (end < 0 ? rest : rest.slice(0, end)).every(
    (item) => item.kind !== 'name' && !somebody.some((role) => item.roles.has(role)),
  )
}

/** "cờ thi đua của Bộ Công an": a name with "bộ" or "ngành" that goes on is that of another giver. */
function isOfAnother(items: readonly Item[], at: number, textOf: (item: Item) => string): boolean {
  const [award, next] = [items[at], items[at + 1]]
  if (!award || !next || next.gap > gaps.space || !/\s(?:bộ|bo|ngành|nganh)$/iu.test(textOf(award))) return false
  return next.kind === 'unknown' || next.kind === 'name' || next.roles.has('soft')
}

function nameNear(items: readonly Item[], at: number): number {
  const before = items.slice(0, at).findLastIndex((item) => item.kind === 'name')
  return before >= 0 ? before : items.findIndex((item) => item.kind === 'name')
}

// "không đăng ký … mà đăng ký …": what is strange in one half does not touch the other.
const parting: readonly WordRole[] = ['but', 'now']

function awardsAround(items: readonly Item[], at: number, border: number): number[] {
  const parts = (item: Item | undefined) => (item?.gap ?? 0) >= border || parting.some((role) => item?.roles.has(role))
  let from = at
  while (from > 0 && !parts(items[from])) from--
  const after = items.slice(at + 1).findIndex(parts)
  const until = after < 0 ? items.length : at + 1 + after
  return items.slice(from, until).flatMap((item, index) => (item.kind === 'award' ? [from + index] : []))
}

/** A word beside the name is none that is known: the name may go on there. */
function mayGoOn(items: readonly Item[], at: number, textOf: (item: Item) => string): boolean {
  const [before, name, after] = [items[at - 1], items[at], items[at + 1]]
  if (!name) return false
  const capital = (item: Item) => /^\p{Lu}/u.test(textOf(item))
  const small = !capital(name)
  const goesOn = (item: Item) => isStrange(item, textOf) && (small || capital(item))
  if (after && after.gap <= gaps.space && goesOn(after)) return true
  return before !== undefined && name.gap <= gaps.space && goesOn(before) && capital(before)
}
