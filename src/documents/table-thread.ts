import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read-content.ts'

// What `read-apart.ts` starts: one file, one answer.
const { bytes, about } = workerData as { bytes: Uint8Array; about: Parameters<typeof readFile>[1] }
parentPort?.postMessage(await readFile(bytes, about))
