export interface Loop {
  /** Looks for work now instead of at the next turn. */
  wake(): void
  /** Lets the work in hand end and does no more. */
  stop(): Promise<void>
}

/**
 * Does `work` again and again; it says for how many milliseconds there is nothing to do, unless woken. A failure is told
 * to `onError` and followed by a second of rest, so that a broken database does not spin.
 */
export function startLoop(work: () => Promise<number>, onError: (error: unknown) => void): Loop {
  let running = true
  let woken = false
  let wakeUp: (() => void) | undefined

  async function rest(ms: number): Promise<void> {
    if (woken || !running || ms <= 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    wakeUp = undefined
  }

  async function run(): Promise<void> {
    while (running) {
      woken = false
      const ms = await work().catch((error: unknown) => {
        onError(error)
        woken = false
        return 1_000
      })
      await rest(ms)
    }
  }

  const ended = run()
  return {
    wake() {
      woken = true
      wakeUp?.()
    },
    async stop() {
      running = false
      wakeUp?.()
      await ended
    },
  }
}
