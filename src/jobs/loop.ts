export interface Loop {
  /** Looks for work now instead of at the next turn. */
  wake(): void
  /** Lets the work in hand end and does no more. */
  stop(): Promise<void>
}

/**
 * Does `work` again at once while it says that it found some, else after `restMs` or when woken. A failure is told
 * to `onError` and followed by a rest, so that a broken database does not spin.
 */
export function startLoop(work: () => Promise<boolean>, restMs: number, onError: (error: unknown) => void): Loop {
  let running = true
  let woken = false
  let wakeUp: (() => void) | undefined

  async function rest(): Promise<void> {
    if (woken || !running) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs)
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
      const busy = await work().catch((error: unknown) => {
        onError(error)
        woken = false
        return false
      })
      if (!busy) await rest()
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
