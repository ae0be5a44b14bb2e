/**
 * `campaign check FILE` says what is wrong with a campaign file, line by line; `campaign load FILE` also stores it in
 * the database of the environment and says what changed. Loading the same file again changes nothing.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../config.ts'
import { type Campaign, worded } from '../core/campaign/campaign.ts'
import { createCampaignStore } from '../db/campaign-store.ts'
import { prepareDatabase } from '../db/prepare.ts'
import { Misuse, readArguments, readCampaign, runCommand } from './command.ts'

const migrations = join(fileURLToPath(new URL('../..', import.meta.url)), 'prisma', 'migrations')

const usage = 'npm run campaign -- check|load FILE'

async function run(): Promise<number> {
  const [command, file, ...rest] = readArguments(usage, {}).positionals
  if ((command !== 'check' && command !== 'load') || file === undefined || rest.length > 0) throw new Misuse(usage)
  const { campaign, yaml } = readCampaign(file)
  console.log(
    `${file}: ${worded(campaign.name, 'vi')} — ${campaign.phases.length} phases, ${campaign.units.length} units, ${campaign.topics.length} topics: no problems`,
  )
  if (command === 'load') await load(campaign, yaml)
  return 0
}

async function load(campaign: Campaign, yaml: string): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const parsed = parseConfig(process.env)
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'))
  const stops: (() => Promise<void>)[] = []
  try {
    const database = await prepareDatabase(parsed.config.database, migrations, stops)
    const { changed } = await createCampaignStore(database).load(campaign, yaml, new Date())
    console.log(
      changed === 'new' ? 'loaded' : changed.length > 0 ? `loaded, changed: ${changed.join(', ')}` : 'nothing changed',
    )
    console.log('The bot runs the campaign that CAMPAIGN_FILE names.')
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

await runCommand(run, { misuse: 2 })
