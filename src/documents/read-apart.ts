import { Worker } from 'node:worker_threads'
import { type Text, text } from '../core/message.ts'
import type { TableContent } from '../core/tables/read-plan.ts'
import type { ReadAbout } from './read-content.ts'

// A thread reads no TypeScript: run from the sources, it is what was built of them.
const place = import.meta.url.endsWith('.ts') ? '../../dist/documents/table-thread.js' : './table-thread.js'
const program = new URL(place, import.meta.url)

/** More than the largest list that we take needs, by far. */
const most = { megabytes: 512, seconds: 60 }

/**
 * Reads a file in a thread of its own, so that everybody else is served meanwhile. One that takes too long or too much
 * memory is refused; whatever else ends the thread rejects.
 */
export function readFileApart(
  bytes: Uint8Array,
  { campaign: { titles, commendations, units, phases, names }, day }: ReadAbout,
  { megabytes, seconds } = most,
): Promise<TableContent | { readonly problem: Text }> {
  const about = { campaign: { titles, commendations, units, phases, names }, day }
  const thread = new Worker(program, {
    workerData: { bytes, about },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve({ problem: text('table-heavy') })
    const patience = setTimeout(giveUp, seconds * 1_000)
    thread.once('message', resolve)
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : reject(error),
    )
    thread.once('exit', (code) => {
      clearTimeout(patience)
      reject(new Error(`The thread that read a file ended with ${code}`))
    })
  }).finally(() => thread.terminate()) as Promise<TableContent | { readonly problem: Text }>
}
