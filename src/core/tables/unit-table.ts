import type { Day } from '../campaign/calendar.ts'
import type { Campaign, Unit } from '../campaign/campaign.ts'
import { literal, type Text, text } from '../message.ts'
import type { PlannedRow } from './plan.ts'
import type { Headings, TableRecord } from './table.ts'

export type UnitColumn =
  | 'code'
  | 'name'
  | 'shortName'
  | 'aliases'
  | 'parent'
  | 'validFrom'
  | 'validTo'
  | 'successor'
  | 'staff'

/** How a list of units heads its columns. */
export const unitHeadings: Headings<UnitColumn> = {
  code: { names: ['ma don vi', 'ma', 'ma so', 'code', 'unit code'], required: true },
  name: { names: ['ten don vi', 'ten day du', 'don vi', 'ten', 'name', 'unit name'], required: true },
  shortName: { names: ['ten ngan', 'ten viet tat', 'viet tat', 'ten tat', 'ten gon', 'short name'] },
  aliases: { names: ['ten khac', 'ten goi khac', 'cach goi khac', 'aliases', 'other names'] },
  parent: { names: ['don vi cap tren', 'cap tren', 'truc thuoc', 'thuoc don vi', 'parent'] },
  validFrom: { names: ['hieu luc tu', 'tu ngay', 'ngay thanh lap', 'ton tai tu', 'valid since'] },
  validTo: { names: ['hieu luc den', 'den ngay', 'den het ngay', 'ngay ket thuc', 'ton tai den', 'valid to'] },
  successor: { names: ['don vi ke thua', 'don vi tiep nhan', 'sap nhap vao', 'ke thua', 'successor'] },
  staff: { names: ['so nguoi', 'bien che', 'so can bo', 'quan so', 'staff'] },
}

/** The campaign with those units in the place of its own of the same code, and those that it does not have. */
export function withUnits<Base extends Pick<Campaign, 'units'>>(campaign: Base, units: readonly Unit[]): Base {
  const given = new Map(units.map((unit) => [unit.code, unit]))
  const own = campaign.units.map((unit) => given.get(unit.code) ?? unit)
  const codes = new Set(campaign.units.map((unit) => unit.code))
  return { ...campaign, units: [...own, ...units.filter((unit) => !codes.has(unit.code))] }
}

/** What a list of units would change. A unit that it does not name stays as it is, and so does what it leaves empty. */
export function planUnits(
  records: readonly TableRecord<UnitColumn>[],
  campaign: Pick<Campaign, 'units'>,
): readonly PlannedRow<Unit>[] {
  const known = new Map(campaign.units.map((unit) => [unit.code, unit]))
  const rowOf = new Map<string, number>()
  let rows = records.map(({ row, cells }): PlannedRow<Unit> => {
    const unit = readUnit(cells, known)
    if ('reason' in unit) return { row, change: 'reject', why: unit.reason }
    const first = rowOf.get(unit.code)
    if (first !== undefined) return { row, change: 'reject', why: text('roster-twice', { row: first }) }
    rowOf.set(unit.code, row)
    const before = known.get(unit.code)
    if (!before) return { row, change: 'add', facts: unit, id: unit.code }
    const was = differences(before, unit)
    if (was === undefined) return { row, change: 'same', facts: unit, id: unit.code }
    const why = text('table-was', { before: literal(was) })
    return { row, change: 'change', facts: unit, before, id: unit.code, why }
  })
  // A row that leans on a rejected one is rejected with it, and so on.
  for (let before = -1, now = rejected(rows); now !== before; before = now, now = rejected(rows)) {
    const after = withUnits(
      campaign,
      rows.flatMap(({ facts }) => facts ?? []),
    )
    rows = rows.map((one) => {
      const why = one.facts && misled(one.facts, after)
      return why ? { row: one.row, change: 'reject', why } : one
    })
  }
  return rows
}

function rejected(rows: readonly PlannedRow[]): number {
  return rows.filter((one) => one.change === 'reject').length
}

/** Why the unit cannot stand where the list puts it. */
function misled(unit: Unit, { units }: Pick<Campaign, 'units'>): Text | undefined {
  const byCode = new Map(units.map((one) => [one.code, one]))
  for (const way of ['parent', 'successor'] as const) {
    const seen = new Set<string>()
    for (let at: Unit | undefined = unit; at; at = at[way] === undefined ? undefined : byCode.get(at[way])) {
      if (seen.has(at.code)) return text('units-circle', { code: unit.code })
      seen.add(at.code)
      const next = at[way]
      if (at === unit && next !== undefined && !byCode.has(next)) return text('units-no-such', { code: literal(next) })
    }
  }
  return undefined
}

function readUnit(
  cells: TableRecord<UnitColumn>['cells'],
  known: ReadonlyMap<string, Unit>,
): Unit | { readonly reason: Text } {
  const code = (cells.code ?? '').toUpperCase()
  if (!/^[A-Z0-9]{2,12}$/.test(code)) return { reason: text('units-code', { code: literal(cells.code ?? '') }) }
  const before = known.get(code)
  const name = cells.name ?? before?.name
  if (name === undefined) return { reason: text('units-no-name') }
  if (name.length > 120 || (cells.shortName ?? '').length > 60) return { reason: text('units-name-long') }
  const from = cells.validFrom === undefined ? before?.validFrom : readDay(cells.validFrom)
  const to = cells.validTo === undefined ? before?.validTo : readDay(cells.validTo)
  if (from === '' || to === '') return { reason: text('units-date') }
  if (from !== undefined && to !== undefined && from > to) return { reason: text('units-dates') }
  const staff = cells.staff === undefined ? before?.staff : Number(cells.staff)
  if (staff !== undefined && (!Number.isInteger(staff) || staff < 1 || staff > 100_000))
    return { reason: text('units-staff', { staff: literal(cells.staff ?? '') }) }
  const aliases = cells.aliases === undefined ? (before?.aliases ?? []) : listed(cells.aliases)
  const shortName = cells.shortName ?? before?.shortName
  const parent = cells.parent?.toUpperCase() ?? before?.parent
  const successor = cells.successor?.toUpperCase() ?? before?.successor
  return {
    code,
    name,
    aliases,
    ...(shortName !== undefined && { shortName }),
    ...(parent !== undefined && { parent }),
    ...(from !== undefined && { validFrom: from }),
    ...(to !== undefined && { validTo: to }),
    ...(successor !== undefined && { successor }),
    ...(staff !== undefined && { staff }),
  }
}

function listed(words: string): string[] {
  return words
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** `01/7/2025` or `2025-07-01`; empty where it is no day. */
function readDay(words: string): Day {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? []
  const day = year === undefined ? words : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : ''
}

/** What was so before, or nothing where nothing changes. */
function differences(before: Unit, after: Unit): string | undefined {
  const names = ['name', 'shortName', 'aliases', 'parent', 'validFrom', 'validTo', 'successor', 'staff'] as const
  const changed = names.filter((name) => String(before[name] ?? '') !== String(after[name] ?? ''))
  return changed.length === 0 ? undefined : changed.map((name) => String(before[name] ?? '') || '–').join('; ')
}
