/** A program that is measured, in a process of its own. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const token = '123456:bench-token'
export const secret = 'a-secret-of-the-benchmark'
const ticksPerSecond = 100

export const ours = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
/** Ours without a pace of its own for the many. */
export const oursUnpaced = fileURLToPath(new URL('unpaced.js', import.meta.url))
export const bareGrammy = fileURLToPath(new URL('bare-grammy.js', import.meta.url))
export const conversations = fileURLToPath(new URL('conversations.js', import.meta.url))

/**
 * Starts it as a bot that is told by webhook, and resolves when it takes updates.
 *
 * @param {string} file
 * @param {{ telegram: string, database?: string, more?: Record<string, string>, profile?: string }} options
 */
export async function startBot(file, { telegram, database, more = {}, profile }) {
  const port = await freePort()
  const env = {
    PATH: process.env.PATH,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: secret,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...(database ? { DATABASE_URL: database } : {}),
    ...more,
  }
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const child = spawn(process.execPath, [...flags, file], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`)
    await pass(50)
  }
  // The channel is told of the webhook a moment after the server listens.
  await pass(500)
  return {
    webhook: `${url}/channels/telegram`,
    cpuSeconds: () => cpuSeconds(child.pid),
    memoryMb: () => memoryMb(child.pid),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(url) {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  )
}

/** What a process has used so far, in seconds of one core. */
export async function cpuSeconds(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold anything; the fields after it are counted from the third.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

async function memoryMb(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
