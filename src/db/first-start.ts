import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes the embedded database where there is none yet. Setting one up takes several hundred megabytes that a process
 * does not give back, so another one does it and ends. The caller holds the claim on the folder.
 */
export async function makeFolderOnce(folder: string, migrations: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  const program = new URL(`./make-folder${extname(fileURLToPath(import.meta.url))}`, import.meta.url)
  const child = fork(program, [folder, migrations], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const complaint: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaint.push(chunk.toString()))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`DATA_DIR: the database could not be made in ${folder}: ${complaint.join('').trim()}`)
}
