import { givenNames, type WordRole } from '../language/registration-words.ts'
import type { AwardEntry, Lexicon, UnitEntry } from './lexicon.ts'
import { namesAt } from './names.ts'
import type { Found } from './phrase-tree.ts'
import { placesAt } from './places.ts'
import { gaps, type Token } from './tokens.ts'
import { wordsAt } from './words.ts'

/** One piece of a message: what stands there and where. */
export interface Item {
  readonly kind: 'award' | 'unit' | 'place' | 'name' | 'word' | 'unknown'
  readonly start: number
  readonly end: number
  /** What separates it from the piece before, one of `gaps`. */
  readonly gap: number
  readonly award?: AwardEntry
  readonly unit?: UnitEntry
  readonly roles: ReadonlySet<WordRole>
}

interface Scored extends Omit<Item, 'gap'> {
  readonly score: number
}

const none: ReadonlySet<WordRole> = new Set()

/**
 * The likeliest reading of a message as pieces that do not overlap: "Trần Văn Đua" is a name and no campaign because the
 * name explains more of the words.
 */
export function cover(tokens: readonly Token[], lexicon: Lexicon, year: number): Item[] {
  const size = tokens.length
  // For each place, the best reading that ends there with a name, and the best that does not.
  const best: [Step | undefined, Step | undefined][] = Array.from({ length: size + 1 }, () => [undefined, undefined])
  best[0] = [{ score: 0, item: undefined, previous: undefined }, undefined]
  for (let at = 0; at < size; at++)
    for (const item of candidatesAt(tokens, at, lexicon, year))
      for (const step of best[at] ?? []) {
        if (!step) continue
        const score = step.score + item.score - clash(step.item, item, tokens)
        const ending = best[item.end]
        const state = item.kind === 'name' ? 1 : 0
        if (ending && score > (ending[state]?.score ?? Number.NEGATIVE_INFINITY))
          ending[state] = { score, item, previous: step }
      }
  const [plain, named] = best[size] ?? []
  const items: Item[] = []
  let step = plain && named ? (named.score > plain.score ? named : plain) : (plain ?? named)
  for (; step?.item; step = step.previous) {
    const { score: _, ...item } = step.item
    items.push({ ...item, gap: tokens[item.start]?.gap ?? gaps.space })
  }
  return items.reverse()
}

interface Step {
  readonly score: number
  readonly item: Scored | undefined
  readonly previous: Step | undefined
}

/** A name goes on until something ends it: no second one follows at once, nor another word in capitals. */
function clash(before: Scored | undefined, item: Scored, tokens: readonly Token[]): number {
  const first = tokens[item.start]
  if (!before || first?.gap !== gaps.space) return 0
  // "Sở Nội vụ": what follows the kind of a unit is its name.
  if (takesName(before, item, tokens)) return 10
  if (before.kind === 'unit' && before.unit?.whole === false && item.kind === 'name') return 20
  if (item.kind === 'name' && !first.capital && isUncued(before, tokens)) return 60
  if (before.kind !== 'name') return 0
  // "trần văn lợi nguyễn thị hạnh": each by itself is a whole name.
  if (item.kind === 'name') return isFullName(before) && isFullName(item) ? 10 : 40
  const single = item.end - item.start === 1 && (item.kind === 'word' || item.kind === 'unknown')
  return single && first.capital && tokens[before.start]?.capital ? 10 : 0
}

/** In the midst of a clause, small letters are a name only behind a word that introduces one. */
function isUncued({ kind, roles, end }: Scored, tokens: readonly Token[]): boolean {
  const word = tokens[end - 1]
  if (kind === 'unknown') return /^\p{L}+$/u.test(word?.low ?? '') && word?.capital === false
  if (kind !== 'word' || introducers.has(word?.fold ?? '')) return false
  return [...roles].every((role) => role === 'filler' || role === 'soft' || role === 'chat')
}

// Words of courtesy and position behind which a name may stand.
const introducers = new Set('la ten ad gom co them va ghi a da vang nhe nha sau'.split(' '))

/** "Mai Thanh Phong nv2": the unit is whole without the word that completes a short name. */
function takesName(before: Scored, item: Scored, tokens: readonly Token[]): boolean {
  const first = tokens[item.start]
  const short = before.kind === 'name' && before.end - before.start === 2
  const single = item.kind === 'unit' && item.unit?.whole === true && item.end - item.start <= 3
  return (
    short &&
    single &&
    first?.fold === 'phong' &&
    first.plain &&
    first.capital &&
    !/^\d/.test(tokens[item.start + 1]?.fold ?? '')
  )
}

function isFullName({ start, end, score }: Scored): boolean {
  return end - start >= 3 && score >= 25
}

/** "Sơn Thị Sa Vanh p. nv1": in a row of capitals a slip is no slip. */
function isInsideName(tokens: readonly Token[], at: number): boolean {
  return [at, at - 1, at - 2].every((one) => tokens[one]?.capital) && tokens[at]?.gap === gaps.space
}

/** What could end a name but is short for an award or a unit. */
function isShortForm(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (!token || token.capital || token.syllable) return false
  return lexicon.awards.findAt(tokens, at).length > 0 || lexicon.units.findAt(tokens, at).length > 0
}

function candidatesAt(tokens: readonly Token[], at: number, lexicon: Lexicon, year: number): Scored[] {
  const out: Scored[] = [{ kind: 'unknown', start: at, end: at + 1, roles: none, score: 0 }]
  for (const { entry, end, misspelled } of lexicon.awards.findAt(tokens, at)) {
    const each = misspelled > 0 ? 9 : entry.certain ? 12 : 10
    out.push({
      kind: 'award',
      start: at,
      end,
      roles: none,
      award: entry,
      score: each * (end - at) + (entry.certain ? 8 : 4),
    })
  }
  const units = lexicon.units.findAt(tokens, at)
  for (const found of units) {
    if (found.misspelled > 0 && isInsideName(tokens, at)) continue
    const { end, unit } = withFigure(tokens, found, units)
    const each = found.misspelled > 0 ? 9 : unit.whole ? 12 : 10
    out.push({ kind: 'unit', start: at, end, roles: none, unit, score: each * (end - at) + 4 })
  }
  for (const { end, score } of namesAt(tokens, at))
    if (!isShortForm(tokens, end - 1, lexicon)) out.push({ kind: 'name', start: at, end, roles: none, score })
  for (const { end, roles } of wordsAt(tokens, at))
    out.push({ kind: 'word', start: at, end, roles, score: worth(tokens, at, end, roles, lexicon) })
  if (isGivenName(tokens, at, lexicon) || isCalled(tokens, at, lexicon))
    out.push({ kind: 'name', start: at, end: at + 1, roles: none, score: 9 })
  return [
    ...out,
    ...yearsAt(tokens, at, year, lexicon),
    ...surroundingsAt(tokens, at, lexicon),
    ...placesAt(tokens, at, lexicon).map((found): Scored => ({ kind: 'place', start: at, roles: none, ...found })),
  ]
}

/** What the campaign calls its sector and place: a place after "tỉnh" is nobody's name. */
function surroundingsAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Scored[] {
  return lexicon.surroundings
    .filter((words) => words.every((word, offset) => tokens[at + offset]?.fold === word))
    .map(({ length }) => ({
      kind: 'word',
      start: at,
      end: at + length,
      roles: new Set(['filler']),
      score: 13 * length + 1,
    }))
}

/** "năm 2024", or 2024 alone: past or present by the year in which it is read. "2 năm CSTĐCS", "3 lần CSTĐCS" are past. */
function yearsAt(tokens: readonly Token[], at: number, year: number, lexicon: Lexicon): Scored[] {
  const head = tokens[at]?.fold === 'nam' ? 1 : 0
  const said = Number(tokens[at + head]?.fold)
  const end = at + head + 1
  if (said >= 1900 && said < 2200) {
    const roles: WordRole[] = said < year ? ['past', 'year'] : said === year ? ['now'] : ['filler']
    return [{ kind: 'word', start: at, end, roles: new Set(roles), score: 10 * (end - at) }]
  }
  const counted = /^\d{1,2}$/.test(tokens[at]?.fold ?? '') && ['nam', 'lan'].includes(tokens[at + 1]?.fold ?? '')
  if (!counted || lexicon.awards.findAt(tokens, at + 2).length === 0) return []
  return [{ kind: 'word', start: at, end: at + 2, roles: new Set<WordRole>(['past']), score: 20 }]
}

/** One word in capitals in a list of such, or right before a title: "Hòa LĐTT", "An, Bình, Cảnh đăng ký". */
function isGivenName(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (!isSingle(tokens, at, lexicon)) return false
  // "…; Lộc phòng 1 …", "sếp Nghĩa phòng 2"
  if (
    at > 0 &&
    !tokens[at + 1]?.asked &&
    (tokens[at]?.gap ?? 0) >= gaps.semicolon &&
    isRegisterOrUnit(tokens, at + 1, lexicon)
  )
    return true
  if (hasHonorific(tokens, at) || followsAward(tokens, at, lexicon)) return true
  const listed = [at - 1, at + 1].some((next) => isSingle(tokens, next, lexicon))
  return listed || (tokens[at + 1]?.gap === gaps.space && isAward(tokens, at + 1, lexicon))
}

/** "cho em va anh nam phong 2": one small word behind a form of address, of whom something is said. */
function isCalled(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (!token || token.capital || !token.syllable || token.gap !== gaps.space || !hasHonorific(tokens, at)) return false
  const joined = wordsAt(tokens, at - 2).some(({ roles }) => roles.has('and') || roles.has('for'))
  const known = wordsAt(tokens, at).some(({ roles }) => !roles.has('soft') && !roles.has('filler'))
  const name = givenNames.has(token.fold) || wordsAt(tokens, at).length === 0
  return joined && name && !known && (isAward(tokens, at + 1, lexicon) || isRegisterOrUnit(tokens, at + 1, lexicon))
}

function isSingle(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const [token, next] = tokens.slice(Math.max(0, at), Math.max(0, at) + 2)
  if (at < 0 || !token?.capital || !token.syllable || namesAt(tokens, at).some(({ end }) => end > at + 1)) return false
  const begins = token.gap >= gaps.comma || hasHonorific(tokens, at)
  const known = wordsAt(tokens, at).some((one) => !one.roles.has('soft'))
  if (!begins || known || lexicon.units.findAt(tokens, at).length > 0) return false
  return (
    !next || next.gap >= gaps.comma || isAward(tokens, at + 1, lexicon) || isRegisterOrUnit(tokens, at + 1, lexicon)
  )
}

/** "LĐTT: Cò." */
function followsAward(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (tokens[at]?.gap !== gaps.colon) return false
  return [1, 2, 3, 4, 5, 6].some((size) => lexicon.awards.findAt(tokens, at - size).some(({ end }) => end === at))
}

function hasHonorific(tokens: readonly Token[], at: number): boolean {
  return wordsAt(tokens, at - 1).some((one) => one.end === at && one.roles.has('honorific'))
}

function isAward(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  return lexicon.awards.findAt(tokens, at).some(({ entry, misspelled }) => entry.certain && misspelled === 0)
}

function isRegisterOrUnit(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const registers = wordsAt(tokens, at).some((one) => one.roles.has('register'))
  return registers || lexicon.units.findAt(tokens, at).some(({ entry }) => entry.whole)
}

/** "Phòng Nghiệp vụ 9": a part of several names with a figure that none of them has is a unit that there is not. */
function withFigure(
  tokens: readonly Token[],
  { entry, end }: Found<UnitEntry>,
  others: readonly Found<UnitEntry>[],
): { end: number; unit: UnitEntry } {
  const next = tokens[end]
  if (others.some((other) => other.end > end)) return { end, unit: entry }
  if (entry.whole || !next || next.gap > gaps.space || !/^\d+$/.test(next.fold)) return { end, unit: entry }
  return { end: end + 1, unit: { codes: [], whole: false } }
}

function worth(
  tokens: readonly Token[],
  at: number,
  end: number,
  roles: ReadonlySet<WordRole>,
  lexicon: Lexicon,
): number {
  const size = end - at
  const token = tokens[at]
  if (roles.has('register')) return 13 * size
  // "bo dang ky": in plain letters "bo" is many a word.
  if (roles.has('withdraw') && size > 2) return 12 * size
  // "cùng Phòng A": the room has a name.
  if (roles.has('same-unit') && lexicon.units.findAt(tokens, end - 1).some((unit) => unit.entry.whole)) return 6
  // "Nguyễn Hữu Đạt": only before an award does it say that one was got.
  if (size === 1 && token?.plain && roles.has('got') && lexicon.awards.findAt(tokens, end).length === 0) return 3
  // A given name as often as a word: less than it adds to a name.
  if (size === 1 && (roles.has('soft') || (token?.plain && givenNames.has(token.fold)))) return 3
  return size > 1 ? 9 * size + 1 : 6
}
