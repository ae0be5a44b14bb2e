/**
 * `campaign check FILE` says what is wrong with a campaign file, line by line; `campaign load FILE` also stores it in
 * the database of the environment and says what changed. Loading the same file again changes nothing.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../config.ts'
import { type Campaign, worded } from '../core/campaign/campaign.ts'
import { parseCampaign } from '../core/campaign/parse-campaign.ts'
import { createCampaignStore } from '../db/campaign-store.ts'
import { prepareDatabase } from '../db/prepare.ts'

const migrations = join(fileURLToPath(new URL('../..', import.meta.url)), 'prisma', 'migrations')

async function run([command, file, ...rest]: readonly string[]): Promise<number> {
  if ((command !== 'check' && command !== 'load') || file === undefined || rest.length > 0) {
    console.error('Usage: npm run campaign -- check|load FILE')
    return 2
  }
  const read = await readFileOrComplain(file)
  if (!read) return 1
  const { campaign } = read
  console.log(
    `${file}: ${worded(campaign.name, 'vi')} — ${campaign.phases.length} phases, ${campaign.units.length} units, ${campaign.topics.length} topics: no problems`,
  )
  return command === 'check' ? 0 : load(read)
}

interface CampaignFile {
  readonly campaign: Campaign
  readonly yaml: string
}

async function readFileOrComplain(file: string): Promise<CampaignFile | undefined> {
  const yaml = await readFile(file, 'utf8').catch(() => undefined)
  if (yaml === undefined) {
    console.error(`${file}: cannot be read`)
    return undefined
  }
  const parsed = parseCampaign(yaml)
  if ('campaign' in parsed) return { campaign: parsed.campaign, yaml }
  for (const { line, path, reason } of parsed.problems)
    console.error(`${file}:${line}: ${path ? `${path}: ` : ''}${reason}`)
  return undefined
}

async function load({ campaign, yaml }: CampaignFile): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const parsed = parseConfig(process.env)
  if ('problems' in parsed) {
    for (const problem of parsed.problems) console.error(problem)
    return 1
  }
  const stops: (() => Promise<void>)[] = []
  try {
    const database = await prepareDatabase(parsed.config.database, migrations, stops)
    const { changed } = await createCampaignStore(database).load(campaign, yaml, new Date())
    console.log(
      changed === 'new' ? 'loaded' : changed.length > 0 ? `loaded, changed: ${changed.join(', ')}` : 'nothing changed',
    )
    console.log('The bot runs the campaign that CAMPAIGN_FILE names.')
    return 0
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
