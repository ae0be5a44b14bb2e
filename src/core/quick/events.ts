import { fold } from '../language/fold.ts'
import type { Item } from './cover.ts'
import type { AwardEntry } from './lexicon.ts'
import type { Scoped } from './scope.ts'
import { gaps } from './tokens.ts'
import { readUnread } from './unread.ts'

/** A unit as it was said: the codes it may be, none where the list has no such unit. */
export interface SaidUnit {
  readonly codes: readonly string[]
  readonly said: string
  /** "phòng em": the unit of the person who writes. */
  readonly mine: boolean
  readonly unsure: boolean
}

export interface SaidAward {
  readonly entry: AwardEntry
  readonly unsure: boolean
  /** "thêm …": beside what was said of all. */
  readonly added?: boolean
}

/** Somebody or something for whom titles may be registered. */
export interface Who {
  readonly kind: 'person' | 'self' | 'we' | 'collective' | 'unit'
  readonly name: string | null
  readonly honorific: boolean
  /** "cho …" stands before. */
  readonly given: boolean
  /** "và …" stands before. */
  readonly joined: boolean
  /** "trừ …" stands before: what was said of all is not said of them. */
  readonly except?: boolean
  /** A word beside the name is none that is known: the name may go on there. */
  readonly unsure?: boolean
}

export type Event = { readonly row: number; readonly gap: number; readonly at: number } & (
  | { readonly kind: 'who'; readonly who: Who }
  | { readonly kind: 'award'; readonly award: SaidAward }
  | { readonly kind: 'unit'; readonly unit: SaidUnit }
)

/** What of a message says who, where and what, in order, in rows that a line, a full stop or a semicolon ends. */
export function readEvents(items: readonly Item[], scoped: Scoped, textOf: (item: Item) => string): Event[] {
  const unsure = new Set([...scoped.eitherOr, ...readUnread(items, scoped, textOf)])
  const out: Event[] = []
  let row = 0
  let gap = 0
  for (const [at, item] of items.entries()) {
    if (item.gap >= gaps.semicolon && at > 0) row += 1
    gap = Math.max(gap, item.gap)
    const declines = scoped.declined.has(at)
    if (scoped.dropped.has(at) && !declines) continue
    if (item.roles.has('same')) {
      out.push(...awardsBefore(out).map((award) => ({ kind: 'award', award, row, gap, at }) as const))
      continue
    }
    const event = eventOf(items, at, unsure.has(at), textOf)
    if (!event) continue
    const known = item.roles.has('same-unit') && !ownUnit.test(textOf(item)) ? lastUnit(out) : undefined
    const who = declines && event.kind === 'who' ? { who: { ...event.who, except: true } } : {}
    out.push({ row, gap, at, ...event, ...(known && { unit: known }), ...who } as Event)
    gap = 0
  }
  return out
}

const ownUnit = /\s(?:em|e|tôi|toi|tui|mình|minh|mk)$/iu

/** "A phòng 1 …, B cùng phòng …" */
function lastUnit(events: readonly Event[]): SaidUnit | undefined {
  const found = events.findLast((event) => event.kind === 'unit')
  return found?.kind === 'unit' ? found.unit : undefined
}

/** "em và chị Hoa: em LĐTT, chị CSTĐCS": the one whom the message called so before. */
function calledBefore(items: readonly Item[], at: number, textOf: (item: Item) => string): string | undefined {
  const item = items[at]
  if (!item?.roles.has('honorific') || !items[at + 1]?.award || (items[at + 1]?.gap ?? 9) > gaps.colon) return undefined
  const called = textOf(item).toLowerCase()
  const named = items.findIndex(
    (one, index) =>
      index < at &&
      one.roles.has('honorific') &&
      items[index + 1]?.kind === 'name' &&
      textOf(one).toLowerCase() === called,
  )
  const name = items[named + 1]
  return named >= 0 && name ? tidy(textOf(name)) : undefined
}

/** "cũng vậy": the awards of whoever was named before, if somebody is named since. */
function awardsBefore(events: readonly Event[]): SaidAward[] {
  const named = events.findLastIndex((event) => event.kind === 'who')
  const final = events.findLastIndex((event) => event.kind === 'award')
  if (final > named) return []
  const first = events.slice(0, final).findLastIndex((event) => event.kind === 'who')
  return events.slice(first + 1, final + 1).flatMap((event) => (event.kind === 'award' ? [event.award] : []))
}

type Piece = { kind: 'who'; who: Who } | { kind: 'award'; award: SaidAward } | { kind: 'unit'; unit: SaidUnit }

function eventOf(
  items: readonly Item[],
  at: number,
  unsure: boolean,
  textOf: (item: Item) => string,
): Piece | undefined {
  const item = items[at]
  if (!item) return undefined
  if (item.award)
    return { kind: 'award', award: { entry: item.award, unsure, added: items[at - 1]?.roles.has('also') === true } }
  if (item.unit) return { kind: 'unit', unit: { codes: item.unit.codes, said: textOf(item), mine: false, unsure } }
  if (item.kind === 'place') return { kind: 'unit', unit: { codes: [], said: textOf(item), mine: false, unsure } }
  const { roles } = item
  if (roles.has('my-unit') || roles.has('same-unit'))
    return { kind: 'unit', unit: { codes: [], said: textOf(item), mine: true, unsure: false } }
  const before = contextOf(items, at)
  if (item.kind === 'name')
    return {
      kind: 'who',
      who: { kind: 'person', name: tidy(textOf(item)), unsure, ...before },
    }
  // "cả phòng đăng ký LĐTT" may mean each of them.
  const everyone = /^(?:cả|ca|toàn|toan)\s/iu.test(textOf(item))
  if (roles.has('collective'))
    return { kind: 'who', who: { kind: everyone ? 'unit' : 'collective', name: null, ...before } }
  if (roles.has('we')) return { kind: 'who', who: { kind: 'we', name: null, ...before } }
  const called = calledBefore(items, at, textOf)
  if (called) return { kind: 'who', who: { kind: 'person', name: called, ...before } }
  if (roles.has('self')) return { kind: 'who', who: { kind: 'self', name: null, ...before } }
  return undefined
}

function contextOf(items: readonly Item[], at: number): Pick<Who, 'honorific' | 'given' | 'joined' | 'except'> {
  let honorific = false
  for (let before = at - 1; before >= 0; before--) {
    const roles = items[before]?.roles
    const near = (items[before + 1]?.gap ?? 0) < gaps.comma
    if (!roles || !near) break
    if (roles.has('except')) return { honorific, given: false, joined: false, except: true }
    if (roles.has('for')) return { honorific, given: true, joined: false }
    if (roles.has('and')) return { honorific, given: false, joined: true }
    if (roles.has('honorific')) honorific = true
    else if (!roles.has('rank') && !roles.has('named')) break
  }
  return { honorific, given: false, joined: false }
}

function tidy(name: string): string {
  return name.replace(/\s+/gu, ' ').trim()
}

/** Whether two names are of one person: the same words, or the given name of a full one. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = isPlain(one) || isPlain(other) ? [fold(one), fold(other)] : [one.toLowerCase(), other.toLowerCase()]
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)
}

// Only a name without diacritics may stand for one with them: Kiên and Kiệm are two people.
function isPlain(name: string): boolean {
  return fold(name) === name.toLowerCase()
}
