/**
 * Gathers what is written while an earlier write is under way and writes it together: many small transactions become
 * few. Each call resolves when its own item is safe, and rejects when that very item could not be written.
 */
export function createGroupCommit<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  most: { readonly together: number; readonly waiting: number },
): (item: Item) => Promise<void> {
  interface Waiting {
    readonly item: Item
    readonly resolve: () => void
    readonly reject: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const group = waiting.slice(0, most.together)
      waiting = waiting.slice(group.length)
      await writeGroup(group)
    }
    isWriting = false
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await write(group.map((one) => one.item))
      for (const one of group) one.resolve()
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error)
      // One bad item must not take the others with it.
      for (const one of group) await writeGroup([one])
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= most.waiting) return reject(new Error('Too much is waiting to be written'))
      waiting.push({ item, resolve, reject })
      // In the next turn of the event loop, so that what arrives together is written together.
      if (!isWriting) {
        isWriting = true
        setImmediate(() => void writeAll())
      }
    })
}
