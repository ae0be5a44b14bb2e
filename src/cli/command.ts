import { readFileSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Campaign } from '../core/campaign/campaign.ts'
import { parseCampaign } from '../core/campaign/parse-campaign.ts'

/** A command that was called in a way that it does not know. */
export class Misuse extends Error {
  constructor(usage: string, reason?: string) {
    super([reason, `Usage: ${usage}`].filter(Boolean).join('. '))
  }
}

/** Runs a command and sets its exit code; what goes wrong is said in its own words, without a stack. */
export async function runCommand(run: () => Promise<number>, codes: { misuse: number }): Promise<void> {
  process.exitCode = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return error instanceof Misuse ? codes.misuse : 1
  })
}

/** The options and the other words of the command line. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    // Only Node's first sentence says what is wrong; the others are advice that the usage gives better.
    throw new Misuse(usage, error instanceof Error ? error.message.split(/\.\s/)[0] : undefined)
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder; name a file in it',
  EACCES: 'this user may not read it',
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new Error(`${file}: ${unreadable[code] ?? message}`)
  }
}

/** A campaign file without problems, or else an error with a line for each of them. */
export function readCampaign(file: string): { readonly campaign: Campaign; readonly yaml: string } {
  const yaml = readText(file)
  const parsed = parseCampaign(yaml)
  if ('campaign' in parsed) return { campaign: parsed.campaign, yaml }
  const problems = parsed.problems.map(
    ({ line, path, reason }) => `${file}:${line}: ${path ? `${path}: ` : ''}${reason}`,
  )
  throw new Error(problems.join('\n'))
}
