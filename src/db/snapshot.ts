import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Writes a snapshot of the embedded database to the folder `snapshots` beside its own and keeps the newest `keep`;
 * returns the file. To restore one: stop the bot, move the database's folder away, create it empty and unpack
 * into it: `mkdir data/db && tar -xzf data/snapshots/db-….tar.gz -C data/db`. Then start the bot.
 */
export async function saveSnapshot(
  folder: string,
  dump: () => Promise<Blob>,
  { now, keep = 3 }: { now: Date; keep?: number },
): Promise<string> {
  const target = join(dirname(resolve(folder)), 'snapshots')
  const prefix = `${basename(resolve(folder))}-`
  const file = join(target, `${prefix}${now.toISOString().replace(/:/g, '-')}.tar.gz`)
  await mkdir(target, { recursive: true })
  await writeDurably(`${file}.draft`, await dump())
  await rename(`${file}.draft`, file)
  await removeOldest(target, prefix, keep)
  return file
}

async function writeDurably(file: string, content: Blob): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(Buffer.from(await content.arrayBuffer()))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeOldest(target: string, prefix: string, keep: number): Promise<void> {
  const ours = (await readdir(target)).filter((name) => name.startsWith(prefix)).sort()
  // A draft is what a process left that was killed while writing.
  const drafts = ours.filter((name) => name.endsWith('.draft'))
  const snapshots = ours.filter((name) => name.endsWith('.tar.gz'))
  const unwanted = [...drafts, ...snapshots.slice(0, Math.max(0, snapshots.length - keep))]
  await Promise.all(unwanted.map((name) => rm(join(target, name), { force: true })))
}
