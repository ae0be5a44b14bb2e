import type { Day } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'

/** A paper of the dossier for an award that is there, and since when. */
export interface DossierTick {
  readonly award: string
  readonly item: string
  readonly doneOn: Day
}

/** The papers that the campaign file asks for in a dossier for that award, in its order; none where it is silent. */
export function dossierItems(award: string, { dossiers }: Pick<Campaign, 'dossiers'>) {
  return dossiers.filter((one) => one.awards.includes(award)).flatMap((one) => one.items)
}
