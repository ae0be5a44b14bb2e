import { readFileSync } from 'node:fs'
import type { Campaign } from '../../../src/core/campaign/campaign.ts'
import { parseCampaign } from '../../../src/core/campaign/parse-campaign.ts'

export function readSeed(name: string): Campaign {
  const parsed = parseCampaign(readFileSync(`prisma/seed/${name}.yaml`, 'utf8'))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems[0]))
  return parsed.campaign
}
