import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

/** One file inside an archive. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** As the archive declares it, which may be a lie. */
  readonly size: number
  read(most: number): Promise<Buffer>
}

const inflate = promisify(inflateRaw)
const end = 0x06054b50
const entry = 0x02014b50
const local = 0x04034b50

/** The files of an archive by its own directory, or nothing where it is none that we can read. */
export function readZipDirectory(bytes: Buffer): ZipEntry[] | undefined {
  const at = findEnd(bytes)
  if (at === undefined) return undefined
  const count = bytes.readUInt16LE(at + 10)
  let place = bytes.readUInt32LE(at + 16)
  const entries: ZipEntry[] = []
  for (let number = 0; number < count; number++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== entry) return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(place + offset))
    const next = place + 46 + (nameLength ?? 0)
    entries.push(entryAt(bytes, place, bytes.toString('utf8', place + 46, next)))
    place = next + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** The record that ends the archive; behind it there may be a comment. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === end) return at
  return undefined
}

function entryAt(bytes: Buffer, place: number, name: string): ZipEntry {
  const method = bytes.readUInt16LE(place + 10)
  const packed = bytes.readUInt32LE(place + 20)
  const header = bytes.readUInt32LE(place + 42)
  return {
    name,
    isEncrypted: (bytes.readUInt16LE(place + 8) & 1) === 1,
    size: bytes.readUInt32LE(place + 24),
    async read(most) {
      if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== local) throw new Error(`${name} is not there`)
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
      const data = bytes.subarray(start, start + packed)
      if (method === 0) return data
      if (method !== 8) throw new Error(`${name} is packed by method ${method}`)
      // In a thread of its own, and never more than that, whatever was declared.
      return inflate(data, { maxOutputLength: most })
    },
  }
}
