import type { Day } from './calendar.ts'
import type { Campaign, Unit } from './campaign.ts'

/** The units that exist on that day, in the campaign's order. */
export function unitsOn(day: Day, { units }: Pick<Campaign, 'units'>): readonly Unit[] {
  return units.filter((unit) => exists(unit, day))
}

export function exists({ validFrom, validTo }: Unit, day: Day): boolean {
  return (validFrom ?? day) <= day && day <= (validTo ?? day)
}

/** The unit that does its work now: its successor's successor and so on; itself where it has none. */
export function presentUnit(code: string, campaign: Pick<Campaign, 'units'>): string {
  let at = code
  // As many steps as there are units: a circle in the data must not be walked for ever.
  for (let steps = 0; steps < campaign.units.length; steps++) {
    const next = find(at, campaign)?.successor
    if (next === undefined) return at
    at = next
  }
  return at
}

/** Whether `code` is that unit, one that it took over or one that stands under it. */
export function isWithin(code: string, unit: string, campaign: Pick<Campaign, 'units'>): boolean {
  let at: string | undefined = presentUnit(code, campaign)
  for (let steps = 0; at !== undefined && steps <= campaign.units.length; steps++) {
    if (at === unit) return true
    const above: string | undefined = find(at, campaign)?.parent
    at = above === undefined ? undefined : presentUnit(above, campaign)
  }
  return code === unit
}

function find(code: string, { units }: Pick<Campaign, 'units'>): Unit | undefined {
  return units.find((unit) => unit.code === code)
}
