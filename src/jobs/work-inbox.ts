import { type Loop, startLoop } from './loop.ts'

export interface InboxLog {
  error(fields: object, message: string): void
}

const restMs = 1_000

/** Takes up what people sent, as many turns side by side as `width`; each address still gets one at a time. */
export function startWorking(
  handleNext: () => Promise<'handled' | 'failed' | 'idle'>,
  width: number,
  onHandled: () => void,
  log: InboxLog,
): Loop {
  async function work(): Promise<boolean> {
    const outcomes = await Promise.all(Array.from({ length: width }, handleNext))
    if (outcomes.includes('handled')) onHandled()
    return outcomes.some((outcome) => outcome !== 'idle')
  }
  return startLoop(work, restMs, (error) => log.error({ error }, 'taking up updates stopped for a moment'))
}
