import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('entry.js', import.meta.url))
/** The first start after a crash makes up for what the crash left undone. */
const readyMs = 60_000

/** One life of the program. */
export interface Bot {
  /** Where it listens, once it is ready; undefined where it ended before that. */
  readonly ready: Promise<number | undefined>
  /** How it ended: a code, or null after a signal. */
  readonly ended: Promise<number | null>
  isAlive(): boolean
  wasReady(): boolean
  setClock(to: string): void
  /** Stops it where it is, for so long. */
  freeze(ms: number): Promise<void>
  end(signal: NodeJS.Signals): Promise<number | null>
  /** The last things that it printed. */
  output(): string
}

export function startBot(folder: string, env: Readonly<Record<string, string>>): Bot {
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  let alive = true
  let ready = false
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      alive = false
      resolve(code)
    }),
  )
  const port = new Promise<number | undefined>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), readyMs)
    const look = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000)
      const [, found] = ready ? [] : (/ready \([^"]*http:\/\/127\.0\.0\.1:(\d+)/.exec(printed) ?? [])
      if (!found) return
      ready = true
      clearTimeout(timer)
      resolve(Number(found))
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    void ended.then(() => {
      clearTimeout(timer)
      resolve(undefined)
    })
  })
  return {
    ready: port,
    ended,
    isAlive: () => alive,
    wasReady: () => ready,
    setClock: (clock) => void child.send({ clock }),
    async freeze(ms) {
      child.kill('SIGSTOP')
      await new Promise((resolve) => setTimeout(resolve, ms))
      child.kill('SIGCONT')
    },
    end(signal) {
      if (alive) child.kill(signal)
      return ended
    },
    output: () => printed,
  }
}
