import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/client.ts'
import { saveSnapshot } from '../../src/db/snapshot.ts'
import { createTestDatabase } from '../support/database.ts'

describe('saveSnapshot', () => {
  let place: string
  let folder: string
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'snapshot-'))
    folder = join(place, 'db')
  })
  afterEach(() => rm(place, { recursive: true }))

  test('writes what a database can begin from, and what unpacks to its folder', async () => {
    const database = await createTestDatabase()
    await database.prisma.setting.create({ data: { name: 'motto', value: 'Thi đua là yêu nước' } })
    const dump = () => database.snapshot?.() ?? Promise.reject(new Error('No snapshot'))
    const file = await saveSnapshot(folder, dump, { now: new Date('2025-11-10T01:00:00Z') })
    await database.close()
    expect(file).toBe(join(place, 'snapshots', 'db-2025-11-10T01-00-00.000Z.tar.gz'))

    expect(await mottoIn({ folder: 'memory', image: new Blob([await readFile(file)]) })).toBe('Thi đua là yêu nước')

    await mkdir(folder)
    execFileSync('tar', ['-xzf', file, '-C', folder])
    expect(await mottoIn({ folder })).toBe('Thi đua là yêu nước')
  })

  test('keeps the newest and leaves the files of others', async () => {
    await mkdir(join(place, 'snapshots'))
    await writeFile(join(place, 'snapshots', 'db-2020-01-01T00-00-00.000Z.tar.gz.draft'), 'half')
    await writeFile(join(place, 'snapshots', 'demo-2020-01-01T00-00-00.000Z.tar.gz'), 'other')
    for (const day of ['11', '09', '10', '12']) {
      const now = new Date(`2025-11-${day}T01:00:00Z`)
      await saveSnapshot(folder, async () => new Blob([day]), { now, keep: 2 })
    }
    expect((await readdir(join(place, 'snapshots'))).sort()).toEqual([
      'db-2025-11-11T01-00-00.000Z.tar.gz',
      'db-2025-11-12T01-00-00.000Z.tar.gz',
      'demo-2020-01-01T00-00-00.000Z.tar.gz',
    ])
  })

  test('leaves the earlier snapshots when the dump fails', async () => {
    await saveSnapshot(folder, async () => new Blob(['good']), { now: new Date('2025-11-10T01:00:00Z') })
    const failing = saveSnapshot(folder, () => Promise.reject(new Error('disk')), { now: new Date(), keep: 1 })
    await expect(failing).rejects.toThrow('disk')
    expect(await readdir(join(place, 'snapshots'))).toEqual(['db-2025-11-10T01-00-00.000Z.tar.gz'])
  })
})

async function mottoIn(where: { folder: string; image?: Blob }): Promise<unknown> {
  const database = await openDatabase({ kind: 'pglite', ...where })
  const setting = await database.prisma.setting.findUniqueOrThrow({ where: { name: 'motto' } })
  await database.close()
  return setting.value
}
