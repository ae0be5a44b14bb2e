import { startLoop } from './loop.ts'

export interface LeadingOptions {
  /** Whether this process holds the lease now. */
  readonly lead: () => Promise<boolean>
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
  readonly onError: (error: unknown) => void
  readonly everyMs?: number
}

/** Does what only one process may do while this one is it. Resolves when the first decision has fallen. */
export async function whileLeading(options: LeadingOptions): Promise<{ stop(): Promise<void> }> {
  const { everyMs = 1_000 } = options
  let isLeading = false

  async function follow(): Promise<number> {
    // Who cannot ask does not hold it for long: others may take it meanwhile.
    const leads = await options.lead().catch((error: unknown) => {
      options.onError(error)
      return false
    })
    if (leads !== isLeading) {
      isLeading = leads
      await (leads ? options.begin() : options.end())
    }
    return everyMs
  }

  await follow()
  const loop = startLoop(follow, options.onError)
  return {
    async stop() {
      await loop.stop()
      if (isLeading) await options.end()
    },
  }
}
