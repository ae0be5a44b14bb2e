/**
 * The embedded database allows one process per folder: two of them lose each other's rows without a word. PGlite
 * does not see to it, and Node has no file locks, so a lock file beside the folder names its owner.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'

interface Owner {
  readonly pid: number
  /** Distinguishes the owner from a later process of the same number; empty where the system does not tell. */
  readonly began: string
  /** A pid means nothing on another machine or in another container. */
  readonly host: string
  readonly life: string
}

const life = randomUUID()
const beatMs = 10_000
// Several beats, so that a busy owner is not taken for a dead one.
const silenceMs = 60_000

/**
 * Makes this process the folder's only user until it calls what is returned. The lock of a process that was killed
 * is taken over at once; on another host or container, where we cannot see whether it lives, a minute after its
 * last sign of life.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const lock = `${resolve(folder)}.lock`
  try {
    await mkdir(dirname(lock), { recursive: true })
    await take(lock, folder)
  } catch (error) {
    throw isSystemError(error) ? unusable(dirname(lock), error) : error
  }
  const beat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), beatMs)
  beat.unref()
  return async () => {
    clearInterval(beat)
    await leave(lock)
  }
}

async function take(lock: string, folder: string): Promise<void> {
  while (!(await create(lock))) {
    const content = await contentOf(lock)
    if (content === undefined) continue
    const owner = toOwner(content)
    if (owner && (await isAlive(owner, lock))) throw new Error(inUse(folder, owner, lock))
    await removeStale(content, lock, folder)
  }
}

async function leave(lock: string): Promise<void> {
  if (toOwner((await contentOf(lock)) ?? '')?.life === life) await rm(lock, { force: true })
}

// Two processes may find the same dead owner. Only one of them may remove its lock, or the slower would remove the
// lock that the faster has just created; the right to remove is itself a lock of this kind.
async function removeStale(content: string, lock: string, folder: string): Promise<void> {
  const right = `${lock}.takeover`
  await take(right, folder)
  try {
    if ((await contentOf(lock)) === content) await rm(lock, { force: true })
  } finally {
    await leave(right)
  }
}

/** Creates the lock with its content in one step; false where there is one already. */
async function create(lock: string): Promise<boolean> {
  const owner: Owner = { pid: process.pid, began: beginning(process.pid) ?? '', host: hostname(), life }
  const draft = `${lock}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(owner), { flag: 'wx' })
  try {
    await link(draft, lock)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function contentOf(lock: string): Promise<string | undefined> {
  return readFile(lock, 'utf8').catch((error) => {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  })
}

/** Undefined for what a power cut left of a lock: a living owner's is always whole. */
function toOwner(content: string): Owner | undefined {
  try {
    return JSON.parse(content) as Owner
  } catch {
    return undefined
  }
}

async function isAlive(owner: Owner, lock: string): Promise<boolean> {
  if (owner.life === life) return true
  if (owner.host !== hostname()) {
    const lastSign = await stat(lock).catch(() => undefined)
    return lastSign !== undefined && Date.now() - lastSign.mtimeMs < silenceMs
  }
  const began = beginning(owner.pid)
  if (began === undefined) return false
  // Our own number on the lock of another life: the process before us in a restarted container.
  return owner.began === '' ? owner.pid !== process.pid : owner.began === began
}

/** When a running process began, empty where the system does not tell; undefined where there is no such process. */
function beginning(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there, and not ours.
    if (!isCode(error, 'EPERM')) return undefined
  }
  try {
    // After the name, which may hold anything: the state, then eighteen fields, then the start in ticks since boot.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return ''
  }
}

function inUse(folder: string, owner: Owner, lock: string): string {
  const where = owner.host === hostname() ? '' : ` on ${owner.host}`
  return `The data folder ${folder} is in use by process ${owner.pid}${where}. Stop it first (lock: ${lock})`
}

const obstacles: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'there is a file of that name, or on the way to it',
  EACCES: 'this user may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
}

function unusable(folder: string, error: NodeJS.ErrnoException): Error {
  const reason = obstacles[error.code ?? ''] ?? error.message
  const message = `DATA_DIR: cannot use the folder ${folder}: ${reason}; name a folder that this user may write to`
  return new Error(message, { cause: error })
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

function isCode(error: unknown, code: string): boolean {
  return isSystemError(error) && error.code === code
}
