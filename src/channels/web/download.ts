import type { LoadFile } from '../../core/channel.ts'
import { readable, type WebTranscript } from './transcript.ts'
import { chatOf, seats } from './visitor.ts'

/** The document of that id as a download, or nothing where it was not given to this visitor. */
export type Download = (visitor: string, id: string) => Promise<Response | undefined>

export function createDownload(options: { transcript: WebTranscript; files: LoadFile }): Download {
  return async (visitor, id) => {
    const chats = seats.map((seat) => chatOf(visitor, seat))
    if (!(await options.transcript.holdsFile(chats, id))) return undefined
    const file = await options.files(id)
    if (!file) return undefined
    const { name, bytes } = file
    const mime = /^[\w.+-]+\/[\w.+-]+$/.test(file.mime) ? file.mime : 'application/octet-stream'
    // Whatever is in it is kept on the disk of the visitor and never becomes a page of ours.
    const headers = {
      'content-type': mime,
      'content-disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    }
    return new Response(Buffer.from(bytes), { headers })
  }
}

/** For programs that know no other names. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w. ()-]/g, '_')
}

// https://www.rfc-editor.org/rfc/rfc8187
function encoded(name: string): string {
  const mark = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(readable(name)).replace(/['()*]/g, mark)
}
