import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimFolder } from '../../src/db/data-folder.ts'
import { type Child, startChild } from '../support/child-process.ts'

// Claims the folder that each line names and says how it went.
const claimer = `
  const { claimFolder } = await load('src/db/data-folder.ts')
  console.log('ready')
  for await (const folder of lines) await claimFolder(folder).then(() => console.log('won'), (error) => console.log(error.message))
`

describe('claimFolder', () => {
  let place: string
  let folder: string
  let lock: string
  const children: Child[] = []

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'data-folder-'))
    folder = join(place, 'db')
    lock = `${folder}.lock`
  })
  afterEach(() => rm(place, { recursive: true }))
  afterAll(() => Promise.all(children.map((child) => child.kill())))

  async function startClaimer(): Promise<Child> {
    const child = startChild(claimer)
    children.push(child)
    expect(await child.hear()).toBe('ready')
    return child
  }

  async function ask(child: Child): Promise<string> {
    child.say(folder)
    return child.hear()
  }

  test('refuses a second claim until the first is released, within a process too', async () => {
    const release = await claimFolder(folder)
    await expect(claimFolder(folder)).rejects.toThrow(`${folder} is in use by process ${process.pid}`)
    await release()
    expect(await readdir(place)).toEqual([])
    await (await claimFolder(folder))()
  })

  test('refuses while another process lives and takes over at once when it was killed', async () => {
    const child = await startClaimer()
    expect(await ask(child)).toBe('won')
    await expect(claimFolder(folder)).rejects.toThrow(`${folder} is in use by process ${child.pid}. Stop it first`)
    await child.kill()
    await (await claimFolder(folder))()
  })

  test('leaves the lock alone that another process holds by now', async () => {
    const release = await claimFolder(folder)
    await rm(lock)
    const child = await startClaimer()
    expect(await ask(child)).toBe('won')
    await release()
    expect(await readFile(lock, 'utf8')).toContain(`"pid":${child.pid},`)
  })

  describe('among processes that find the same dead owner', () => {
    let rivals: Child[]
    let dead: string
    beforeAll(async () => {
      rivals = await Promise.all([startClaimer(), startClaimer(), startClaimer(), startClaimer()])
    })

    test('lets exactly one win, time after time', async () => {
      const victim = await startClaimer()
      await ask(victim)
      await victim.kill()
      dead = await readFile(lock, 'utf8')
      for (let round = 0; round < 100; round += 1) {
        folder = join(place, `db-${round}`)
        await writeFile(`${folder}.lock`, dead)
        const answers = await Promise.all(rivals.map(ask))
        expect(answers.filter((answer) => answer === 'won')).toHaveLength(1)
        expect(answers.filter((answer) => answer.includes('is in use by process'))).toHaveLength(3)
      }
      expect((await readdir(place)).filter((name) => /takeover|lock\./.test(name))).toEqual([])
    })
  })

  describe('with the lock of', () => {
    async function leaveLock(changes: object): Promise<void> {
      const release = await claimFolder(folder)
      const own = JSON.parse(await readFile(lock, 'utf8')) as object
      await release()
      await writeFile(lock, JSON.stringify({ ...own, life: 'another', ...changes }))
    }

    test.runIf(existsSync('/proc/self/stat'))('an earlier process of a number in use again, takes over', async () => {
      await leaveLock({ pid: process.ppid, began: 'some-boot 12345' })
      await (await claimFolder(folder))()
    })

    test('our own number in an earlier life of the container, takes over', async () => {
      await leaveLock({ began: '' })
      await (await claimFolder(folder))()
      await leaveLock({ began: 'some-boot 12345' })
      await (await claimFolder(folder))()
    })

    test('another host, waits for its silence', async () => {
      await leaveLock({ host: 'elsewhere', pid: 7 })
      await expect(claimFolder(folder)).rejects.toThrow('is in use by process 7 on elsewhere')
      const longAgo = new Date(Date.now() - 61_000)
      await utimes(lock, longAgo, longAgo)
      await (await claimFolder(folder))()
    })

    test('a machine that lost its power while writing, takes over', async () => {
      await writeFile(lock, '')
      await (await claimFolder(folder))()
      expect(await readdir(place)).not.toContain(basename(lock))
    })
  })
})
