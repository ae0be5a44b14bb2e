/** The form in which a bot uploads files: https://core.telegram.org/bots/api#sending-files */
import type { Payload } from './checks.ts'

/** A file that came with a call. */
export interface Upload {
  readonly name: string
  readonly bytes: Buffer
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value
}

const written = new Set(['reply_markup', 'entities', 'caption_entities', 'link_preview_options', 'media'])

/** The fields of the form, with the uploads where the fields name them by `attach://`. */
export function parseForm(body: Buffer, boundary: string): Payload {
  const uploads = new Map<string, Upload>()
  const fields: [string, string][] = []
  for (const part of partsOf(body, `--${boundary}`)) {
    const end = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, end).toString('utf8')
    const bytes = part.subarray(end + 4)
    const [, name = ''] = /\bname="([^"]*)"/.exec(head) ?? []
    const [, file] = /\bfilename="?([^"\r\n;]*)/.exec(head) ?? []
    if (file === undefined) fields.push([name, bytes.toString('utf8')])
    else uploads.set(name, { name: file, bytes: Buffer.from(bytes) })
  }
  return Object.fromEntries(
    fields.map(([name, value]) => [name, attach(written.has(name) ? JSON.parse(value) : value, uploads)]),
  )
}

function attach(value: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  if (typeof value === 'string' && value.startsWith('attach://')) return uploads.get(value.slice('attach://'.length))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, attach(one, uploads)]))
}

function partsOf(body: Buffer, mark: string): Buffer[] {
  const parts: Buffer[] = []
  let start = body.indexOf(mark)
  for (;;) {
    const from = start + mark.length + 2
    const next = body.indexOf(`\r\n${mark}`, from)
    if (start < 0 || next < 0) return parts
    parts.push(body.subarray(from, next))
    start = next + 2
  }
}
