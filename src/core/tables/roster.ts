import type { Day } from '../campaign/calendar.ts'
import type { Campaign, Unit } from '../campaign/campaign.ts'
import { exists } from '../campaign/unit-list.ts'
import { isShortName } from '../language/choose.ts'
import { fold } from '../language/fold.ts'
import { literal, type Text, text } from '../message.ts'
import type { RosterColumn } from './columns.ts'
import type { PlannedRow } from './plan.ts'
import type { TableRecord } from './table.ts'

/** What the office's list says of one person. */
export interface RosterFacts {
  readonly name: string
  readonly unit: string
  readonly position?: string
  readonly phone?: string
  readonly code?: string
}

/** Somebody whom a list named before, or of whom somebody else has said who they are. */
export interface RosterPerson extends RosterFacts {
  readonly id: string
  readonly nameKey: string
  readonly onRoster: boolean
  readonly left: boolean
}

/** Finds people by their folded name. */
export function nameKey(name: string): string {
  return fold(name)
}

/** What a list would change, row by row. Nothing in it is guessed: what fits two people or none is rejected with its reason. */
export function* planRoster(
  records: readonly TableRecord<RosterColumn>[],
  known: readonly RosterPerson[],
  campaign: Pick<Campaign, 'units'>,
  day: Day,
): Generator<PlannedRow<RosterFacts>> {
  const find = createFinder(known)
  const unitOf = createUnitFinder(campaign, day)
  const rowOf = new Map<string, number>()
  const units = new Set<string>()
  const plan = ({ row, cells }: TableRecord<RosterColumn>): PlannedRow<RosterFacts> => {
    const facts = readFacts(cells, unitOf)
    if ('reason' in facts) return { row, change: 'reject', why: facts.reason }
    const name = nameKey(facts.name)
    const found = find(facts, name)
    if (found === 'several') return { row, change: 'reject', why: text('roster-several') }
    const key = found?.id ?? facts.code ?? `${name} ${facts.unit}`
    const first = rowOf.get(key)
    if (first !== undefined) return { row, change: 'reject', why: text('roster-twice', { row: first }) }
    rowOf.set(key, row)
    units.add(facts.unit)
    if (!found) return { row, change: 'add', facts }
    const before = differences(found, facts)
    if (before === undefined) return { row, change: 'same', facts, id: found.id }
    const why = text('table-was', { before: literal(before) })
    return { row, change: 'change', facts, before: found, id: found.id, why }
  }
  for (const record of records) yield plan(record)
  const missing = known.filter((one) => one.onRoster && !one.left && units.has(one.unit) && !rowOf.has(one.id))
  for (const one of missing) yield { row: 0, change: 'missing', facts: one, id: one.id }
}

/** What was known otherwise, or nothing where the list says nothing new. */
function differences(before: RosterPerson, facts: RosterFacts): string | undefined {
  const names = ['name', 'unit', 'position', 'phone', 'code'] as const
  const changed = names.filter((name) => facts[name] !== undefined && facts[name] !== before[name])
  if (changed.length === 0 && before.onRoster && !before.left) return undefined
  return changed.map((name) => before[name] ?? '–').join('; ')
}

/** By the office's own number, else by name and unit, else by name and telephone: then they have moved. */
function createFinder(known: readonly RosterPerson[]) {
  const byCode = groupBy(known, (one) => one.code)
  const byName = groupBy(known, (one) => `${one.nameKey} ${one.unit}`)
  const byPhone = groupBy(known, (one) => one.phone && `${one.nameKey} ${one.phone}`)
  return (facts: RosterFacts, name: string): RosterPerson | 'several' | undefined => {
    const coded = facts.code === undefined ? undefined : byCode.get(facts.code)?.[0]
    if (coded) return coded
    // A namesake with another number is another person.
    const free = (one: RosterPerson) => facts.code === undefined || one.code === undefined
    const named = (byName.get(`${name} ${facts.unit}`) ?? []).filter(free)
    if (named.length > 1) return 'several'
    if (named[0] || facts.phone === undefined) return named[0]
    const called = (byPhone.get(`${name} ${facts.phone}`) ?? []).filter(free)
    return called.length > 1 ? 'several' : called[0]
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export type UnitFinder = (words: string) => Unit | { readonly reason: Text }

/** The unit of that code, name, short name, other name or of the name with initials in it. A unit that is no more says what took its place. */
export function createUnitFinder({ units }: Pick<Campaign, 'units'>, day: Day): UnitFinder {
  const named = new Map<string, Unit[]>()
  for (const unit of units)
    for (const name of new Set([unit.code, unit.name, unit.shortName ?? unit.name, ...unit.aliases].map(fold)))
      named.set(name, [...(named.get(name) ?? []), unit])
  const known = new Map<string, ReturnType<UnitFinder>>()
  const find: UnitFinder = (words) => {
    const found = named.get(fold(words)) ?? units.filter(({ name }) => isShortName(words, name))
    const present = found.filter((unit) => exists(unit, day))
    if (present.length > 1) return { reason: text('roster-unit-several', { unit: literal(words) }) }
    const [unit] = present
    if (unit) return unit
    const gone = found.find((one) => one.successor !== undefined)
    const successor = units.find((one) => one.code === gone?.successor)
    if (successor)
      return { reason: text('roster-unit-over', { unit: literal(words), successor: literal(successor.name) }) }
    return { reason: text(found.length > 0 ? 'roster-unit-not-now' : 'roster-unit-unknown', { unit: literal(words) }) }
  }
  return (words) => {
    const unit = known.get(words) ?? find(words)
    known.set(words, unit)
    return unit
  }
}

function readFacts(
  cells: TableRecord<RosterColumn>['cells'],
  unitOf: UnitFinder,
): RosterFacts | { readonly reason: Text } {
  const name = readName(cells)
  if (typeof name !== 'string') return name
  if (cells.unit === undefined) return { reason: text('roster-no-unit') }
  const unit = unitOf(cells.unit)
  if ('reason' in unit) return unit
  const phone = cells.phone === undefined ? undefined : readPhone(cells.phone)
  if (phone === '') return { reason: text('roster-phone', { phone: literal(cells.phone ?? '') }) }
  const { position, code } = cells
  for (const words of [position ?? '', code ?? ''])
    if (words.length > 200) return { reason: text('roster-cell-long', { length: words.length }) }
  return {
    name,
    unit: unit.code,
    ...(position !== undefined && { position }),
    ...(phone !== undefined && { phone }),
    ...(code !== undefined && { code }),
  }
}

/** The full name in one column or in two, without what stands before it for courtesy; or why it is none. */
export function readName(cells: {
  readonly family?: string
  readonly name?: string
}): string | { readonly reason: Text } {
  const name = cleanName([cells.family, cells.name].filter(Boolean).join(' '))
  if (name === '') return { reason: text('roster-no-name') }
  if (name.length >= tooLong) return { reason: text('roster-name-long', { length: name.length }) }
  if (!/^[\p{L}\p{M} .'’-]+$/u.test(name)) return { reason: text('roster-name-odd', { name: literal(name) }) }
  if (!name.includes(' ')) return { reason: text('roster-name-short', { name: literal(name) }) }
  return name
}

/** So many letters no name has. */
const tooLong = 81
const titles = /^(?:(?:gs|pgs|ts|ths|bs|ks|ls|cn|ông|bà|đ\/c|đc|đồng chí|anh|chị)(?:\.\s*|\s+))+/iu

/** Without what is written before a name for courtesy or rank. */
function cleanName(words: string): string {
  return words.replace(titles, '').trim()
}

/** In the international form that platforms give; empty where it is no number. Of several the first. */
export function readPhone(words: string): string {
  const [first = ''] = words.split(/[/;,]|\s-\s/)
  const digits = first.replace(/[\s.()-]/g, '').replace(/^\+/, '')
  if (!/^\d{9,12}$/.test(digits)) return ''
  if (digits.startsWith('84') && digits.length >= 11) return `+${digits}`
  // A spreadsheet that takes it for a number drops the first zero.
  const rest = digits.replace(/^0/, '')
  return rest.length >= 9 && rest.length <= 10 ? `+84${rest}` : ''
}
