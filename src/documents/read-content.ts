import type { Day } from '../core/campaign/calendar.ts'
import type { Campaign } from '../core/campaign/campaign.ts'
import type { Text } from '../core/message.ts'
import { createQuickReader } from '../core/quick/read-quick.ts'
import { readContent, type TableContent } from '../core/tables/read-plan.ts'
import { readTable } from './read-table.ts'

/** The campaign whose awards and units a list of pledges names, and the day on which those units exist. */
export interface ReadAbout {
  readonly campaign: Pick<Campaign, 'titles' | 'commendations' | 'units' | 'phases' | 'names'>
  readonly day: Day
}

/** What a file is a list of and says, row by row; or in one sentence why it cannot be taken. */
export async function readFile(
  bytes: Uint8Array,
  { campaign, day }: ReadAbout,
): Promise<TableContent | { readonly problem: Text }> {
  const table = await readTable(bytes)
  return 'problem' in table ? table : readContent(table, { quick: () => createQuickReader(campaign), day })
}
