import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { createFileStore } from '../../src/db/file-store.ts'
import { createWebStore } from '../../src/db/web-store.ts'
import { describeEachDatabase, emptyTables } from '../support/database.ts'

describeEachDatabase('stored files', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => emptyTables(database))
  afterAll(() => database.close())

  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)

  test('come back as they were, by an id that cannot be guessed', async () => {
    const files = createFileStore(database)
    const id = await files.save('Chứng nhận.xlsx', 'application/zip', bytes)
    const found = await files.read(id)
    expect(found).toMatchObject({ name: 'Chứng nhận.xlsx', mime: 'application/zip' })
    expect(Buffer.from(found?.bytes ?? []).equals(bytes)).toBe(true)
    expect(id).toMatch(/^[\w-]{32}$/)
    expect(await files.save('x', 'y', bytes)).not.toBe(id)
    expect(await files.read('gone')).toBeUndefined()
  })

  test('are open only to the chats in which the bot gave them', async () => {
    const transcript = createWebStore(database)
    const at = new Date()
    const content = { text: '', file: { id: 'f1', name: 'x' } }
    await transcript.append('a', { origin: '1', author: 'bot', content, at })
    await transcript.append('b', { origin: '2', author: 'person', content, at })
    await transcript.append('c', { origin: '3', author: 'bot', content: { text: 'f1' }, at })
    expect(await transcript.holdsFile(['c', 'a'], 'f1')).toBe(true)
    expect(await transcript.holdsFile(['b', 'c'], 'f1')).toBe(false)
    expect(await transcript.holdsFile(['a'], 'f2')).toBe(false)
  })
})
