import { expect, test } from 'vitest'
import { createGroupCommit } from '../../src/db/group-commit.ts'

const roomy = { together: 100, waiting: 1_000 }

test('what comes while a write is under way is written together, in its order', async () => {
  const groups: (readonly number[])[] = []
  let release = () => {}
  const first = new Promise<void>((resolve) => {
    release = resolve
  })
  const write = createGroupCommit<number>(async (items) => {
    groups.push(items)
    if (groups.length === 1) await first
  }, roomy)
  const begun = write(1)
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [2, 3, 4].map(write)
  release()
  await Promise.all([begun, ...rest])
  expect(groups).toEqual([[1], [2, 3, 4]])
})

test('one bad item is refused alone; the others are written once each', async () => {
  const written: string[] = []
  const write = createGroupCommit<string>(async (items) => {
    if (items.includes('bad')) throw new Error('refused')
    written.push(...items)
  }, roomy)
  const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map(write))
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(written).toEqual(['a', 'b'])
})

test('no group is larger than it may be', async () => {
  const sizes: number[] = []
  const write = createGroupCommit<number>(async (items) => void sizes.push(items.length), { together: 4, waiting: 100 })
  await Promise.all(Array.from({ length: 10 }, (_, index) => write(index)))
  expect(sizes).toEqual([4, 4, 2])
})

test('who comes when too many wait is refused at once, and later ones are taken again', async () => {
  const write = createGroupCommit<number>(async () => {}, { together: 2, waiting: 3 })
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(write))
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  await expect(write(5)).resolves.toBeUndefined()
})
