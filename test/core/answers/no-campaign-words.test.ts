import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCampaign } from '../../../src/core/campaign/parse-campaign.ts'
import { fold } from '../../../src/core/language/fold.ts'

const seeds = readdirSync('prisma/seed').map((name) => join('prisma/seed', name))
// How people write short what the trade says belongs to the language, not to one campaign.
const files = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('language'))
  .map((name) => join('src/core', name))

describe('the core knows no campaign', () => {
  test.each(seeds)('names nothing of %s', (seed) => {
    const parsed = parseCampaign(readFileSync(seed, 'utf8'))
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems[0]))
    const { names, organiser, units } = parsed.campaign
    const own = [...names, organiser.vi, ...units.map((unit) => unit.name)].map(fold)
    const found = files.flatMap((file) => {
      const code = ` ${fold(readFileSync(file, 'utf8').replaceAll('\\b', ' '))} `
      return own.filter((name) => code.includes(` ${name} `)).map((name) => `${file}: ${name}`)
    })
    expect(found).toEqual([])
  })
})
