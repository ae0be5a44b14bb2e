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
import { openDatabase } from '../db/client.ts'
import { claimFolder } from '../db/data-folder.ts'
import { migrate } from '../db/migrate.ts'

const migrations = join(fileURLToPath(new URL('../..', import.meta.url)), 'prisma', 'migrations')

async function run([command, file, ...rest]: readonly string[]): Promise<number> {
  if ((command !== 'check' && command !== 'load') || file === undefined || rest.length > 0) {
    console.error('Usage: npm run campaign -- check|load FILE')
    return 2
  }
  const campaign = await read(file)
  if (!campaign) return 1
  console.log(
    `${file}: ${worded(campaign.name, 'vi')} — ${campaign.phases.length} phases, ${campaign.units.length} units, ${campaign.topics.length} topics: no problems`,
  )
  return command === 'check' ? 0 : load(campaign)
}

async function read(file: string): Promise<Campaign | undefined> {
  const yaml = await readFile(file, 'utf8').catch(() => undefined)
  if (yaml === undefined) {
    console.error(`${file}: cannot be read`)
    return undefined
  }
  const parsed = parseCampaign(yaml)
  if ('campaign' in parsed) return parsed.campaign
  for (const { line, path, reason } of parsed.problems)
    console.error(`${file}:${line}: ${path ? `${path}: ` : ''}${reason}`)
  return undefined
}

async function load(campaign: Campaign): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const parsed = parseConfig(process.env)
  if ('problems' in parsed) {
    for (const problem of parsed.problems) console.error(problem)
    return 1
  }
  const place = parsed.config.database
  const release = place.kind === 'pglite' ? await claimFolder(place.folder) : async () => undefined
  const database = await openDatabase(place)
  try {
    await migrate(database, migrations)
    const { changed } = await createCampaignStore(database).load(campaign, new Date())
    console.log(
      changed === 'new' ? 'loaded' : changed.length > 0 ? `loaded, changed: ${changed.join(', ')}` : 'nothing changed',
    )
    return 0
  } finally {
    await database.close()
    await release()
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
