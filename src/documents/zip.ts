import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** Any number of pieces, made while they are asked for. */
export type Pieces = Iterable<string> | AsyncIterable<string>

interface Entry {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly packed: Buffer
}

/** A zip archive of these files; they are compressed piece by piece, beside the event loop. */
export async function writeZip(files: Readonly<Record<string, Pieces>>): Promise<Buffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, pieces] of Object.entries(files)) {
    const entry = await pack(name, pieces)
    const local = Buffer.concat([header('local', entry, 0), entry.name])
    directory.push(header('central', entry, offset), entry.name)
    parts.push(local, entry.packed)
    offset += local.length + entry.packed.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...parts, listed, ending(Object.keys(files).length, listed.length, offset)])
}

async function pack(name: string, pieces: Pieces): Promise<Entry> {
  const packer = createDeflateRaw()
  const packed: Buffer[] = []
  packer.on('data', (bytes: Buffer) => packed.push(bytes))
  const ended = once(packer, 'end')
  let crc = 0
  let size = 0
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!packer.write(bytes)) await once(packer, 'drain')
  }
  packer.end()
  await ended
  return { name: Buffer.from(name), crc, size, packed: Buffer.concat(packed) }
}

const version = 20
const deflated = 8
const utf8Names = 0x0800
/** The first of January 1980, the earliest that the format knows: when it was made stands in the document. */
const date = 0x0021

/** The same facts stand before each file and once more in the directory at the end. */
function header(kind: 'local' | 'central', { name, crc, size, packed }: Entry, offset: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(version, 0)
  facts.writeUInt16LE(utf8Names, 2)
  facts.writeUInt16LE(deflated, 4)
  facts.writeUInt16LE(date, 8)
  facts.writeUInt32LE(crc, 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(name.length, 22)
  if (kind === 'local') return Buffer.concat([signature(0x04034b50), facts])
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(version, 0)
  return Buffer.concat([signature(0x02014b50), madeBy, facts, place])
}

function ending(files: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(18)
  bytes.writeUInt16LE(files, 4)
  bytes.writeUInt16LE(files, 6)
  bytes.writeUInt32LE(length, 8)
  bytes.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), bytes])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}
