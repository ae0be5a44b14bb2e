import { expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { describeEachDatabase, emptyTables, migrationsFolder } from '../support/database.ts'

describeEachDatabase('migrate', (open) => {
  test('x', async () => {
    const t = Date.now()
    const db = await open()
    console.log('open', Date.now() - t)
    await db.prisma.setting.create({ data: { name: 'a', value: 1 } })
    console.log('first query', Date.now() - t)
    expect((await migrate(db, migrationsFolder)).applied).toEqual([])
    console.log('mig', Date.now() - t)
    await emptyTables(db)
    expect(await db.prisma.setting.count()).toBe(0)
    await db.close()
    const db2 = await open()
    console.log('2', Date.now() - t)
    await db2.close()
  })
})
