import type { WordRole } from '../language/registration-words.ts'
import type { Item } from './cover.ts'
import { isTold } from './scope.ts'
import { gaps, type Token } from './tokens.ts'

export interface Intent {
  /** It registers nothing: a question, a withdrawal, a wish for others, talk. */
  readonly none: boolean
  /** The pieces that count: what only asks, before the registration or after it, does not. */
  readonly from: number
  readonly until: number
}

/** Whether a message means to register, by what its words ask, take back or tell. */
export function readIntent(items: readonly Item[], tokens: readonly Token[], dropped: ReadonlySet<number>): Intent {
  const has = (role: WordRole, within = items) => within.some((item) => item.roles.has(role))
  const awards = items.some((item, at) => item.kind === 'award' && !dropped.has(at))
  const takenBack = items.some((item, at) => item.kind === 'award' && dropped.has(at))
  const registers = has('register')
  const named = items.some((item, at) => item.kind === 'name' && !dropped.has(at) && item.end - item.start > 1)
  const { from, until } = statement(items, tokens)
  const before = items.slice(from, until)
  const nothing: Intent = { none: true, from, until }
  if (takenBack && !awards) return nothing
  if (withdraws(items, dropped) || asksUnit(items)) return nothing
  const talks = items.flatMap((item, at) =>
    item.roles.has('chat') && !isPast(items, at) && !isParticle(items, at) ? [at] : [],
  )
  const talk = talks.some((at) => at >= from && at < until && !items[at - 1]?.roles.has('register'))
  if (talks.some((at) => at < 2) || (talk && !(registers && named))) return nothing
  const begs = has('wish') || has('for')
  const told = items.some((_, at) => isTold(items, at))
  if (!named && ((has('everybody') && !(begs && has('self'))) || (told && !begs))) return nothing
  if (until === 0) return nothing
  if (before.length < items.length && !isComplete(before) && !(named && isOwnSentence(items, until))) return nothing
  if (!registers) return { none: !(awards && isList(items, dropped)), from, until }
  if (isDenied(items) && !awards) return nothing
  if (!awards && (!isBare(items) || isPostponed(items))) return nothing
  return { none: false, from, until }
}

// "rút", "sửa … thành", but not in a name and not "không … nữa" said of one title among others.
function withdraws(items: readonly Item[], dropped: ReadonlySet<number>): boolean {
  return items.some(
    (item, at) =>
      item.roles.has('withdraw') &&
      !isDecliner(items, at, dropped) &&
      !(items[at + 1]?.roles.has('for') && ['unit', 'place'].includes(items[at + 2]?.kind ?? '')) &&
      !(item.roles.has('not') && items.slice(at).some((one) => one.roles.has('only'))) &&
      !item.roles.has('mistake'),
  )
}

/** A row of a list that says so of one among others. */
function isDecliner(items: readonly Item[], at: number, dropped: ReadonlySet<number>): boolean {
  const name = items.slice(0, at).findLastIndex((item) => item.kind === 'name')
  return dropped.has(name) && items.slice(name + 1, at + 1).every((item) => item.gap < gaps.semicolon)
}

/** "… CSTĐCS nghe": what closes a clause in that way only asks for assent. */
function isParticle(items: readonly Item[], at: number): boolean {
  const rest = items.slice(at + 1)
  const end = rest.findIndex((item) => item.gap >= gaps.comma)
  const closes = (end < 0 ? rest : rest.slice(0, end)).every((item) => item.roles.has('filler'))
  return closes && at > 0 && items[at]?.roles.has('filler') === true
}

/** "năm rồi rớt CSTĐCS" is told to explain what is registered now. */
function isPast(items: readonly Item[], at: number): boolean {
  const begins = items.slice(0, at + 1).findLastIndex((item) => item.gap >= gaps.comma)
  return items.slice(Math.max(0, begins), at).some((item) => item.roles.has('past'))
}

/** "Đề nghị Phòng 2 gửi lại danh sách đăng ký": the unit is to do something, and registers nothing by these words. */
function asksUnit(items: readonly Item[]): boolean {
  return items.some(
    (item, at) =>
      item.roles.has('register') &&
      (items[at + 1]?.kind === 'unit' || items[at + 1]?.kind === 'place') &&
      (['sends', 'chat'] as const).some((role) => items[at + 2]?.roles.has(role)) &&
      (items[at + 2]?.gap ?? 9) < gaps.comma,
  )
}

/** The part of a message that does not ask: after a question, before one, or the whole. */
function statement(items: readonly Item[], tokens: readonly Token[]): { from: number; until: number } {
  const asking = items.findIndex((_, at) => isAsking(items, at, tokens))
  if (asking < 0) return { from: 0, until: items.length }
  let from = asking
  while (from > 0 && (items[from]?.gap ?? 0) < gaps.comma && !items[from]?.roles.has('but')) from--
  if (from > 0) return { from: 0, until: from }
  const last = items.findLastIndex((_, at) => isAsking(items, at, tokens))
  const next = items.findIndex((item, at) => at > last && item.gap >= gaps.comma)
  return next > 0 && isComplete(items.slice(next)) ? { from: next, until: items.length } : { from: 0, until: 0 }
}

/** "… phòng 2, xin đăng ký. Danh hiệu gì thì …": what was said before stands by itself. */
function isOwnSentence(items: readonly Item[], until: number): boolean {
  const before = items.slice(0, until)
  const placed = before.some((item) => item.kind === 'unit')
  return (items[until]?.gap ?? 0) >= gaps.stop && placed && before.some((item) => item.roles.has('register'))
}

function isAsking(items: readonly Item[], at: number, tokens: readonly Token[]): boolean {
  const item = items[at]
  if (!item) return false
  if (tokens[item.end - 1]?.asked || item.roles.has('may')) return !isRequest(items, at)
  if (item.roles.has('topic')) return !isComplete(items) && !isMentioned(items, at)
  // "… đăng ký LĐTT chưa", "… không"
  const lone = item.roles.has('not') && item.end - item.start === 1
  if (lone && items.slice(at + 1).every((one) => one.roles.has('filler') && one.gap < gaps.comma))
    return items.slice(0, at).some((one) => one.kind === 'award' || one.roles.has('register'))
  // "không phải LĐTT đâu ad"
  return item.roles.has('ask') && !item.roles.has('filler') && !deniedBefore(items, at)
}

/** "tui đk LĐTT. Hồ sơ CSTĐCS chưa đủ": beside a registration, a clause about papers asks only with a word that asks. */
function isMentioned(items: readonly Item[], at: number): boolean {
  const begins = Math.max(
    0,
    items.slice(0, at + 1).findLastIndex((item) => item.gap >= gaps.comma),
  )
  const before = items.slice(0, begins)
  const registers = before.some((item) => item.roles.has('register')) && before.some((item) => item.award)
  return registers && !items.slice(begins).some((item) => item.roles.has('ask') && !item.roles.has('filler'))
}

function deniedBefore(items: readonly Item[], at: number): boolean {
  const before = items.slice(0, at + 1).findLastIndex((item) => item.gap >= gaps.comma)
  const clause = items.slice(Math.max(0, before), at)
  return clause.some((item) => item.roles.has('not')) && clause.at(-1)?.kind === 'award'
}

// "cho em đăng ký … được không ạ?" asks for nothing but the registration.
function isRequest(items: readonly Item[], at: number): boolean {
  const before = items.slice(0, at + 1)
  const asks = before.some((item) => item.roles.has('ask') && !item.roles.has('filler'))
  const may = items.some((item) => item.roles.has('may'))
  if (asks || (!may && !before.some((item) => item.roles.has('wish') || item.roles.has('for')))) return false
  const begged = before.some(
    (item, index) =>
      (item.roles.has('for') || item.roles.has('wish')) &&
      before.slice(index).some((one) => one.roles.has('register') || one.kind === 'award'),
  )
  const unit = items.some((item) => item.kind === 'unit')
  const named = items.some((item) => item.kind === 'name' && (unit || item.end - item.start > 1))
  return begged || named
}

/** A registration by itself: somebody, and a title that they register or ask for. */
function isComplete(items: readonly Item[]): boolean {
  const who = items.some(
    (item) => item.kind === 'name' || item.roles.has('self') || item.roles.has('we') || item.roles.has('my-unit'),
  )
  const asked = items.some((item) => item.roles.has('for') || item.roles.has('wish') || item.kind === 'name')
  const award = items.some((item) => item.kind === 'award')
  return who && award && asked && items.some((item) => item.roles.has('register'))
}

/** Titles beside names or units, as in a list; or few words that ask for a title. */
function isList(items: readonly Item[], dropped: ReadonlySet<number>): boolean {
  const unknown = items.filter((item) => item.kind === 'unknown').length
  const who = items.some((item, at) => item.kind === 'name' && !dropped.has(at))
  const unit = items.some((item) => item.kind === 'unit' || item.roles.has('my-unit') || item.roles.has('collective'))
  const self = items.some((item) => item.roles.has('self'))
  return (who && unknown <= 3) || ((unit || self) && unknown <= 1)
}

/** "mai em đk": not now. */
function isPostponed(items: readonly Item[]): boolean {
  return items.some((item, at) => item.roles.has('register') && items[at - 1]?.roles.has('later'))
}

function isDenied(items: readonly Item[]): boolean {
  return items.some((item, at) => item.roles.has('register') && items[at - 1]?.roles.has('not'))
}

/** "em muốn đăng ký", "đăng ký thi đua": nothing else is registered. */
function isBare(items: readonly Item[]): boolean {
  const registering = items.findIndex((item) => item.roles.has('register'))
  const after = items.slice(registering + 1)
  const subject = items.some((item) => item.roles.has('subject'))
  const unknown = after.filter((item) => item.kind === 'unknown').length
  const weak = items[registering]?.roles.has('wish')
  return !weak && (unknown === 0 || (subject && unknown <= 1))
}
