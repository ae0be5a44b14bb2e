import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Child {
  readonly pid: number
  say(line: string): void
  /** The next line that it prints; rejects when it ends instead. */
  hear(): Promise<string>
  /** Ends it without letting it clean up, and waits until it is gone. */
  kill(): Promise<void>
}

/**
 * Runs JavaScript in a process of its own. The source can `await load('src/db/client.ts')`, read lines with
 * `for await (const line of lines)` and answer with `console.log`.
 */
export function startChild(source: string): Child {
  const prelude = `
    import { createInterface } from 'node:readline'
    import { runnerImport } from 'vite'
    const load = async (path) => (await runnerImport(${JSON.stringify(root)} + path)).module
    const lines = createInterface({ input: process.stdin })
  `
  const process = spawn(globalThis.process.execPath, ['--input-type=module', '-e', prelude + source], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const heard = createInterface({ input: process.stdout })[Symbol.asyncIterator]()
  return {
    pid: process.pid ?? 0,
    say: (line) => void process.stdin.write(`${line}\n`),
    async hear() {
      const { value, done } = await heard.next()
      if (done) throw new Error('The child process ended without a word')
      return value
    },
    kill: () => kill(process),
  }
}

async function kill(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const gone = once(process, 'exit')
  process.kill('SIGKILL')
  await gone
}
