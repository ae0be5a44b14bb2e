import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const quiet = ['disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking', 'disable-sync']
const flags = ['no-sandbox', 'disable-component-update', ...quiet].map((flag) => `--${flag}`)
const executablePath = findBrowser()

/** True where a browser test must be passed over: there is no browser, and nobody insists on one. */
export const withoutBrowser = executablePath === undefined && process.env.CI !== 'true'

export async function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No chromium on the PATH')
  return chromium.launch({ executablePath, args: flags })
}

/** What axe-core finds wrong with the page as it stands, of any impact. */
export async function axeFinds(page: Page): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(axe)
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map((one) => one.impact + ' ' + one.id + ': ' + one.nodes.map((node) => node.target).join(', ')))`)
}

function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((one) => join(one, name)),
  )
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
