import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { type Config, parseConfig } from './config.ts'
import { describeFailure } from './core/conversation/failure.ts'
import { prepareDatabase } from './db/prepare.ts'

const migrations = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

/** What people wrote, who they are and where stands in no line of the log, though an error quotes it. */
const withoutPeople = {
  serializers: { err: (error: unknown) => describeFailure(error) },
  redact: ['address', 'chat', 'from', 'message', 'phone', 'text', 'token'].flatMap((one) => [one, `*.${one}`]),
}

async function main(): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
  } catch (error) {
    return refuse('Nothing was started.', [`.env: cannot be read: ${error instanceof Error ? error.message : error}`])
  }
  const parsed = parseConfig(process.env)
  if ('problems' in parsed) return refuse('The configuration has problems; nothing was started.', parsed.problems)
  await run(parsed.config)
}

async function run(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, ...withoutPeople })
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.reverse())
      await one().catch((error: unknown) => log.error({ err: error }, 'a part did not stop cleanly'))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void stop().then(() => process.exit(0))
    })
  try {
    const yaml = await readFile(config.campaignFile, 'utf8').catch(() => {
      throw new Error(`CAMPAIGN_FILE: cannot read ${config.campaignFile}`)
    })
    const opening = prepareDatabase(config.database, migrations, stops)
    // The rest of the program is read while the database comes up.
    const [{ start }, database] = await Promise.all([import('./start.ts'), opening])
    await start(config, yaml, database, log, stops)
  } catch (error) {
    await stop()
    refuse('Nothing was started.', error instanceof Error ? error.message.split('\n') : [String(error)])
  }
}

function refuse(heading: string, lines: readonly string[]): void {
  console.error([heading, ...lines.map((line) => `  ${line}`)].join('\n'))
  process.exitCode = 1
}

await main()
