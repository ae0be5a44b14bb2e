import type { WordRole } from '../language/registration-words.ts'
import type { Item } from './cover.ts'
import { gaps } from './tokens.ts'

export interface Scoped {
  /** Pieces that do not count: past, negated, postponed or corrected awards, former units, people spoken to. */
  readonly dropped: ReadonlySet<number>
  /** Pieces of which only one can be meant: "LĐTT hay CSTĐCS". */
  readonly eitherOr: ReadonlySet<number>
  /** Those of the dropped names who decline what others register. */
  readonly declined: ReadonlySet<number>
  /** Words that take something back, and of which it is not clear what. */
  readonly idle: ReadonlySet<number>
}

type Mode = 'none' | 'not' | 'past' | 'past-register' | 'later'

/** Which pieces of a message its words take back. */
export function readScope(items: readonly Item[]): Scoped {
  const dropped = new Set<number>()
  const eitherOr = new Set<number>()
  const idle = new Set<number>()
  const declined = new Set<number>()
  let mode: Mode = 'none'
  let setBy = -1
  let used = false
  for (const [at, item] of items.entries()) {
    const before = dropped.size
    if (item.gap >= gaps.semicolon || (item.gap >= gaps.comma && endsAtComma(items, at, mode, used))) mode = 'none'
    if (mode === 'none') used = false
    if (item.kind === 'award' && mode !== 'none') {
      dropped.add(at)
      idle.delete(setBy)
      used = true
    }
    if (item.kind !== 'word') continue
    const { roles } = item
    if (roles.has('or')) markBoth(items, at, eitherOr)
    if (roles.has('mistake')) dropBefore(items, at, dropped)
    if (roles.has('former')) dropNext(items, at, ['unit', 'place'], dropped)
    if (roles.has('not') && !roles.has('filler')) dropNext(items, at, ['unit', 'place'], dropped)
    if (roles.has('not') && !roles.has('filler')) dropSelf(items, at, dropped)
    if (roles.has('addressed')) dropNext(items, at, ['name', 'unit', 'place'], dropped)
    if (roles.has('addressed')) dropHelper(items, at, dropped)
    if (roles.has('former-after') && items[at - 1]?.unit) dropped.add(at - 1)
    if ((roles.has('not') && nextIs(items, at, 'register')) || roles.has('later-after') || roles.has('withdraw'))
      dropDecliner(items, at, dropped, declined)
    if (roles.has('now')) dropFormer(items, at, dropped)
    if (roles.has('calls') && items[at - 1]?.kind === 'name') dropped.add(at - 1)
    if (takesBack(items, at)) dropRun(items, at, dropped)
    else {
      const next = nextMode(items, at, mode)
      if (next !== mode) setBy = at
      mode = next
    }
    if (dropped.size > before) idle.delete(at - 1)
    else if (turns(items, at) && (!turns(items, at - 1) || idle.has(at - 1))) idle.add(at)
  }
  const corrected = dropped.size > 0
  return {
    dropped,
    eitherOr,
    declined,
    idle: new Set([...idle].filter((at) => !(corrected && items[at]?.roles.has('mistake')))),
  }
}

const turning: readonly WordRole[] = ['not', 'later', 'later-after', 'mistake', 'unclear']

function turns(items: readonly Item[], at: number): boolean {
  const roles = items[at]?.roles
  if (roles?.has('hesitates')) return hesitates(items, at)
  if (!roles || roles.has('filler') || nextIs(items, at, 'only') || earlier(items, at, ['past'])) return false
  return turning.some((role) => roles.has(role)) || (roles.has('tells') && isTold(items, at))
}

/** "…, à anh Cồ": said instead of something, or beside it. */
function hesitates(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]
  if (at === 0 || !next || (items[at]?.gap ?? 0) < gaps.comma) return false
  return next.kind === 'name' || next.kind === 'unit' || next.kind === 'award' || next.roles.has('honorific')
}

/** "sếp nói …", "anh Cò khoe …": somebody else said it. */
export function isTold(items: readonly Item[], at: number): boolean {
  const who = items[at - 1]
  return items[at]?.roles.has('tells') === true && (who?.kind === 'name' || who?.roles.has('honorific') === true)
}

// "không đăng ký A, chỉ B" ends at the comma; "năm ngoái được A, B" goes on.
function endsAtComma(items: readonly Item[], at: number, mode: Mode, used: boolean): boolean {
  if (mode === 'not') return true
  return used && items[at]?.kind !== 'award'
}

function nextMode(items: readonly Item[], at: number, mode: Mode): Mode {
  const roles = items[at]?.roles
  if (!roles) return mode
  if (roles.has('past')) return registersNext(items, at) ? 'past-register' : 'past'
  if (roles.has('except') && awardFollows(items, at)) return 'not'
  if (roles.has('now') || roles.has('but') || roles.has('only')) return 'none'
  if (roles.has('later')) return 'later'
  if (roles.has('not') && !roles.has('filler')) return 'not'
  if (roles.has('got') && awardFollows(items, at) && !isListing(items, at) && !earlier(items, at, ['register', 'wish']))
    return 'past'
  if (roles.has('register') && mode === 'past') return 'none'
  return mode
}

function nextIs(items: readonly Item[], at: number, role: WordRole): boolean {
  return items[at + 1]?.roles.has(role) === true && (items[at + 1]?.gap ?? 9) < gaps.comma
}

/** "đã gửi đăng ký", "hôm qua em đk": nothing else stands between. */
function registersNext(items: readonly Item[], at: number): boolean {
  const light: readonly WordRole[] = ['self', 'sends', 'honorific', 'got']
  const passes = (item: Item) =>
    item.kind === 'name' || item.kind === 'unit' || light.some((role) => item.roles.has(role))
  if (items[at]?.roles.has('former') && items[at + 1]?.kind === 'unit') return false
  const next = items.findIndex((item, index) => index > at && !passes(item))
  return (
    items[next]?.roles.has('register') === true && items.slice(at + 1, next + 1).every((one) => one.gap < gaps.comma)
  )
}

/** "phòng 1 có 2 LĐTT là Lê Văn A, …": whose they are to be comes behind. */
function isListing(items: readonly Item[], at: number): boolean {
  const rest = items.slice(at + 1)
  const award = rest.findIndex((item) => item.kind === 'award')
  const next = rest.slice(award + 1).find((item) => !item.roles.has('filler') && !item.roles.has('honorific'))
  return next?.kind === 'name' && next.gap < gaps.semicolon
}

/** An award next in the same clause, with nothing but fillers and figures between. */
function awardFollows(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < items.length; next++) {
    const item = items[next]
    if (!item || item.gap >= gaps.comma) return false
    if (item.kind === 'award') return true
    const light =
      item.kind === 'unknown' || item.roles.has('filler') || item.roles.has('subject') || item.roles.has('soft')
    if (!light || item.roles.has('register') || item.roles.has('wish')) return false
  }
  return false
}

function earlier(items: readonly Item[], at: number, roles: readonly WordRole[]): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (roles.some((role) => items[before]?.roles.has(role))) return true
    if ((items[before + 1]?.gap ?? 0) >= gaps.comma) return false
  }
  return false
}

/** Words after an award that take it back: "CSTĐCS để năm sau", "LĐTT có rồi", "đăng ký LĐTT rồi mà". */
function takesBack(items: readonly Item[], at: number): boolean {
  const item = items[at]
  if (item?.roles.has('already') && isDone(items, at)) return true
  if (!item || awardBefore(items, at) === undefined) return false
  if (item.roles.has('year')) return !awardFollows(items, at) && !earlier(items, at, ['register', 'wish'])
  if (item.roles.has('later-after') || item.roles.has('past-after'))
    return !awardFollows(items, at) && !nextIs(items, at, 'got')
  // "CSTĐCS em còn cân nhắc"
  if (item.roles.has('later')) return !awardFollows(items, at) && !earlier(items, at, ['register', 'wish'])
  if (!item.roles.has('not') || item.roles.has('filler')) return false
  // "CSTĐCS thì hổng đk", "giấy khen thì thôi khỏi"
  const plain = item.end - item.start > 1 && closesClause(items, at)
  const declined = (plain || nextIs(items, at, 'register')) && !awardFollows(items, at)
  return isContrast(items, at) || (declined && !earlier(items, at, ['register', 'wish']))
}

/** "em đăng ký LĐTT hôm thứ hai rồi": no wish, but what was done. */
function isDone(items: readonly Item[], at: number): boolean {
  const begins = items.slice(0, at + 1).findLastIndex((item) => item.gap >= gaps.comma)
  const clause = items.slice(Math.max(0, begins), at)
  const award = clause.findLastIndex((item) => item.kind === 'award')
  if (award < 0 || clause.slice(award + 1).some((item) => item.kind !== 'word' && item.kind !== 'unknown')) return false
  return closesClause(items, at) && earlier(items, at, ['register']) && !earlier(items, at, ['wish', 'for', 'also'])
}

// "LĐTT thôi chứ CSTĐCS thì chưa đủ sức"
function isContrast(items: readonly Item[], at: number): boolean {
  const before = awardBefore(items, at) ?? 0
  if (awardFollows(items, at) || nextIs(items, at, 'register')) return false
  return items[before - 1]?.roles.has('but') === true && (items[before]?.gap ?? 9) < gaps.comma
}

function closesClause(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < items.length; next++) {
    const item = items[next]
    if (!item || item.gap >= gaps.comma) return true
    if (item.kind !== 'word' || !(['filler', 'but', 'everybody'] as const).some((role) => item.roles.has(role)))
      return false
  }
  return true
}

function awardBefore(items: readonly Item[], at: number): number | undefined {
  for (let before = at - 1; before >= 0; before--) {
    if ((items[before + 1]?.gap ?? 0) >= gaps.comma) return undefined
    const item = items[before]
    if (item?.kind === 'award') return before
    const light: readonly WordRole[] = ['filler', 'also', 'only', 'but', 'self', 'we', 'later']
    if (item?.kind !== 'word' || !light.some((role) => item.roles.has(role))) return undefined
  }
  return undefined
}

function dropRun(items: readonly Item[], at: number, dropped: Set<number>): void {
  let found = false
  for (let before = at - 1; before >= 0; before--) {
    const item = items[before]
    if ((items[before + 1]?.gap ?? 0) >= gaps.comma || (found && item?.roles.has('but'))) return
    if (item?.kind !== 'award') continue
    dropped.add(before)
    found = true
  }
}

function dropNext(items: readonly Item[], at: number, kinds: readonly Item['kind'][], dropped: Set<number>): void {
  for (let next = at + 1; next < items.length; next++) {
    const item = items[next]
    if (!item || item.gap >= gaps.comma) return
    if (kinds.includes(item.kind)) {
      dropped.add(next)
      return
    }
    const light = item.roles.has('filler') || item.roles.has('honorific') || item.roles.has('rank')
    if (item.kind !== 'word' || !light) return
  }
}

/** "chị Hoa nhờ em đăng ký": the one who helps registers nothing. */
function dropHelper(items: readonly Item[], at: number, dropped: Set<number>): void {
  const next = items[at + 1]
  if (!next?.roles.has('self') || next.gap >= gaps.comma) return
  const others = items.slice(0, at).some((item, index) => isSomebody(item) && !dropped.has(index))
  if (others) dropped.add(at + 1)
}

function isSomebody(item: Item): boolean {
  return item.kind === 'name' || item.kind === 'unit' || item.roles.has('collective')
}

/** "không phải em mà là anh Lê Văn A" */
function dropSelf(items: readonly Item[], at: number, dropped: Set<number>): void {
  const [self, but] = items.slice(at + 1, at + 3)
  if (self?.roles.has('self') && but?.roles.has('but')) dropped.add(at + 1)
}

/** "Lê Văn A: chưa đăng ký", in a list. */
function dropDecliner(items: readonly Item[], at: number, dropped: Set<number>, declined: Set<number>): void {
  const others = items.filter((item) => item.kind === 'name').length > 1
  const rest = items.slice(at + 2)
  const end = rest.findIndex((item) => item.gap >= gaps.comma)
  const clause = end < 0 ? rest : rest.slice(0, end)
  const before = items[at - 1]?.kind === 'unit' ? at - 2 : at - 1
  if (!others || items[before]?.kind !== 'name' || clause.some((item) => item.kind === 'award')) return
  dropped.add(before)
  declined.add(before)
}

/** "trước ở Phòng 1, nay Phòng 4": the unit of now is the one. */
function dropFormer(items: readonly Item[], at: number, dropped: Set<number>): void {
  const next = items.findIndex(
    (item, index) => index > at && (item.gap >= gaps.comma || !['word', 'unknown'].includes(item.kind)),
  )
  if (items[next]?.kind !== 'unit' || (items[next]?.gap ?? 9) >= gaps.comma) return
  for (let before = at - 1; before >= 0; before--) {
    if (items[before]?.kind === 'unit' || items[before]?.kind === 'place') {
      dropped.add(before)
      return
    }
    if ((items[before + 1]?.gap ?? 0) >= gaps.line || items[before]?.kind === 'name') return
  }
}

function dropBefore(items: readonly Item[], at: number, dropped: Set<number>): void {
  const next = items.findIndex((item, index) => index > at && ['award', 'unit', 'place', 'name'].includes(item.kind))
  const kind = items[next]?.kind
  if (kind === undefined) return
  const same = kind === 'place' ? ['unit', 'place'] : kind === 'unit' ? ['unit', 'place'] : [kind]
  for (let before = at - 1; before >= 0; before--)
    if (same.includes(items[before]?.kind ?? '')) {
      dropped.add(before)
      return
    }
}

function markBoth(items: readonly Item[], at: number, eitherOr: Set<number>): void {
  const [before, after] = [items[at - 1], items[at + 1]]
  if (!before || !after || before.kind !== after.kind) return
  if (before.kind !== 'award' && before.kind !== 'unit') return
  eitherOr.add(at - 1).add(at + 1)
}
