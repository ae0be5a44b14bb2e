import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { preparedImageFile } from './database.ts'

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface BotProcess {
  /** Where it listens. */
  readonly url: string
  /** Everything that it printed so far. */
  output(): string
  /** Sends the signal and resolves with the exit code, null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** The real program as its own process, on a free port, once it says that it is ready. */
export async function startBot(folder: string, env: Record<string, string> = {}): Promise<BotProcess> {
  const { child, output, exited } = launch(folder, env)
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?="})/.exec(output()) ?? []
      if (found) resolve(found)
    }
    child.stdout?.on('data', look)
    exited.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${output()}`)))
  })
  return {
    url,
    output,
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/** Runs the program until it ends by itself. */
export async function runToEnd(folder: string, env: Record<string, string> = {}) {
  const { output, exited } = launch(folder, env)
  return { code: await exited, output: output() }
}

/** A folder of its own, with what removes it again. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'thi-dua-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

function launch(folder: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  collect(child, printed)
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, output: () => printed.join(''), exited }
}

function collect(child: ChildProcess, into: string[]): void {
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => into.push(chunk.toString()))
}

/** Puts a migrated database where the program looks for one, which spares the test a first start of many seconds. */
export async function prefill(folder: string, name: 'demo' | 'db'): Promise<void> {
  const target = join(folder, 'data', name)
  await mkdir(target, { recursive: true })
  await promisify(execFile)('tar', ['-xf', await preparedImageFile(), '-C', target])
}
