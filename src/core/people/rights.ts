import type { Campaign } from '../campaign/campaign.ts'
import { isWithin, presentUnit } from '../campaign/unit-list.ts'
import { maySendNews, type Person, type Role } from './person.ts'

/**
 * Whether the person looks after the unit with that code: the office after all, a coordinator after their own units,
 * those that these took over and those under them. Asked where an effect is decided and again where it is written.
 */
export function looksAfter(
  person: Pick<Person, 'role' | 'coordinates'>,
  unit: string,
  campaign: Pick<Campaign, 'units'>,
): boolean {
  if (maySendNews(person.role)) return true
  return person.role === 'coordinator' && person.coordinates.some((own) => isWithin(unit, own, campaign))
}

/** The codes of all units that the person looks after. */
export function unitsOf(
  person: Pick<Person, 'role' | 'coordinates'>,
  campaign: Pick<Campaign, 'units'>,
): readonly string[] {
  return campaign.units.map((unit) => unit.code).filter((code) => looksAfter(person, code, campaign))
}

/** The unit that somebody means by "phòng em": their own; of a coordinator one that they look after, where it is but one. */
export function homeUnit(
  person: Pick<Person, 'role' | 'coordinates' | 'unit'>,
  campaign: Pick<Campaign, 'units'>,
): string | undefined {
  const { unit, coordinates } = person
  if (person.role !== 'coordinator' || (unit !== undefined && looksAfter(person, unit, campaign))) return unit
  const [only, ...others] = new Set(coordinates.map((code) => presentUnit(code, campaign)))
  return others.length === 0 ? (only ?? unit) : undefined
}

const ranks: readonly string[] = ['staff', 'coordinator', 'office', 'owner'] satisfies Role[]

/**
 * Whether one may say that an account is that person: only of somebody with less rights than one's own, or a coordinator
 * could come by the office's.
 */
export function mayVouchFor(person: Pick<Person, 'role'>, other: { readonly role: string }): boolean {
  return ranks.indexOf(person.role) > ranks.indexOf(other.role)
}
