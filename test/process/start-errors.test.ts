/** The real program where it cannot start: a line that names the variable, exit code 1, and nothing left running. */
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prefill, runToEnd, temporaryFolder } from '../support/bot-process.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

/** Starts the program in vain and returns what it says below the heading. */
async function complaint(env: Record<string, string>): Promise<string> {
  const { code, output } = await runToEnd(folder.path, { LOG_LEVEL: 'silent', ...env })
  expect(code).toBe(1)
  const [, line] = /^Nothing was started\.\n {2}(.*)\n$/.exec(output) ?? [undefined, output]
  return line ?? ''
}

describe('DATA_DIR', () => {
  const at = (name: string) => join(folder.path, name)

  test.each([
    ['file', 'there is a file of that name'],
    ['file/below', 'there is a file of that name, or on the way to it'],
  ])('%s: %s', async (name, reason) => {
    await writeFile(at('file'), '')
    const line = `DATA_DIR: cannot use the folder ${at(name)}: ${reason}; name a folder that this user may write to`
    expect(await complaint({ DATA_DIR: name })).toBe(line)
  })

  test.skipIf(process.getuid?.() === 0)('a folder that we may not write to (skipped for root)', async () => {
    await mkdir(at('locked'), { mode: 0o500 })
    expect(await complaint({ DATA_DIR: 'locked' })).toContain('locked: this user may not write there')
  })

  test('a folder that holds something else', async () => {
    await mkdir(at('data/demo'), { recursive: true })
    await writeFile(at('data/demo/letter.txt'), '')
    expect(await complaint({})).toMatch(/^DATA_DIR: the database could not be made in .*demo: ENOTEMPTY: /)
  })

  test('a database that is broken', async () => {
    await mkdir(at('data/demo'), { recursive: true })
    await writeFile(at('data/demo/PG_VERSION'), '18')
    expect(await complaint({})).toMatch(/^DATA_DIR: the database in .*demo cannot be opened: /)
  })
})

describe('HOST and PORT', () => {
  let other: Server
  let taken: string
  beforeEach(async () => {
    await prefill(folder.path, 'demo')
    other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    taken = typeof address === 'object' ? String(address?.port) : ''
  })
  afterEach(() => new Promise((resolve) => other.close(resolve)))

  test('a port that is taken, and the folder is free again', async () => {
    const line = `PORT: ${taken} is taken by another program on 127.0.0.1; stop it, or set another port`
    expect(await complaint({ PORT: taken })).toBe(line)
    expect(await complaint({ PORT: taken })).toBe(line)
  })

  test('an address of another machine', async () => {
    expect(await complaint({ HOST: '192.0.2.1' })).toMatch(/^HOST: 192\.0\.2\.1 is not an address of this machine; /)
  })
})

test('an .env that is none', async () => {
  await mkdir(join(folder.path, '.env'))
  expect(await complaint({})).toMatch(/^\.env: cannot be read: /)
})
