import { type Loop, startLoop } from './loop.ts'

/** Takes up what came in, one batch after the other, and several side by side where much comes. */
export interface Taker {
  /** Takes up one batch; gives for how many milliseconds there is nothing more. */
  takeUp(): Promise<number>
  /** Something came. */
  wake(): void
  /** Takes up from now on. */
  start(onError: (error: unknown) => void): void
  /** Lets the batches in hand end and takes no more. */
  stop(): Promise<void>
}

/** One of those who take up. */
interface Worker {
  readonly loop: Loop
  isBusy(): boolean
}

/** How long to look away when there was nothing. */
const restMs = 1_000
/** How many must have come for another batch to be begun beside one in hand. */
const many = 8

/** `take` takes up a batch and gives how many were in it; up to `width` of them run at once. */
export function createTaker(take: () => Promise<number>, width: number): Taker {
  const workers: Worker[] = []
  /** What came since somebody last looked. */
  let arrived = 0

  async function takeUp(): Promise<number> {
    arrived = 0
    return (await take()) > 0 || arrived > 0 ? 0 : restMs
  }

  function startWorker(onError: (error: unknown) => void): Worker {
    let isBusy = false
    const work = () => {
      isBusy = true
      return takeUp().finally(() => {
        isBusy = false
      })
    }
    return { loop: startLoop(work, onError), isBusy: () => isBusy }
  }

  return {
    takeUp,
    wake() {
      arrived += 1
      const idle = workers.find((worker) => !worker.isBusy())
      // Who is busy looks again when done.
      if (workers.every((worker) => !worker.isBusy()) || arrived >= many) idle?.loop.wake()
    },
    start(onError) {
      for (let number = 0; number < width; number++) workers.push(startWorker(onError))
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.loop.stop()))
    },
  }
}
