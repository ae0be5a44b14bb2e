import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { demonstrationWords, pageWords, refusals, type Say, wordsOf } from './words.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// Everything comes from our own files: a sentence that slipped into the page as markup could do nothing.
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** Answers with a file of the page, `index.html` with its words filled in. */
export type Page = (name: string, request: Request) => Response | undefined

export function createPage(options: { folder: string; say: Say; demonstration: boolean; timezone: string }): Page {
  const files = new Map<string, { type: string; body: string; etag: string }>()
  for (const name of readdirSync(options.folder)) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const source = readFileSync(join(options.folder, name), 'utf8')
    const body = name === 'index.html' ? fillIn(source, options) : source
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    files.set(name, { type, body, etag })
  }

  return (name, request) => {
    const file = files.get(name)
    if (!file) return undefined
    const fresh = { ...headers, etag: file.etag, 'cache-control': 'no-cache' }
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers: fresh })
    return new Response(file.body, { headers: { ...fresh, 'content-type': file.type } })
  }
}

function fillIn(html: string, options: { say: Say; demonstration: boolean; timezone: string }): string {
  const keys = [...pageWords, ...Object.keys(refusals).map((one) => `web-error-${one}`)]
  if (options.demonstration) keys.push(...demonstrationWords)
  const words = {
    vi: wordsOf(keys, options.say, 'vi'),
    en: wordsOf(keys, options.say, 'en'),
  }
  const setup = JSON.stringify({ words, demonstration: options.demonstration, timezone: options.timezone })
  const wordOf = (key: string) => escapeHtml(words.vi[key] ?? '')
  return html
    .replace(/ *<!-- demonstration -->\n?([\s\S]*?) *<!-- \/demonstration -->\n?/g, (_, inside: string) =>
      options.demonstration ? inside : '',
    )
    .replace(/data-word>([\w-]+)</g, (_, key: string) => `data-word="${key}">${wordOf(key)}<`)
    .replace(/data-label="([\w-]+)"/g, (whole, key: string) => `${whole} aria-label="${wordOf(key)}"`)
    .replace(/data-placeholder="([\w-]+)"/g, (whole, key: string) => `${whole} placeholder="${wordOf(key)}"`)
    .replace('id="setup">{}', () => `id="setup">${setup.replaceAll('<', '\\u003c')}`)
}

function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
