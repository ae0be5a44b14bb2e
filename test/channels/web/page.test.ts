import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWebChannel } from '../../../src/channels/web/index.ts'
import { demonstrationWords, pageWords, refusals } from '../../../src/channels/web/words.ts'
import { createFakeTranscript, log, morning, openSite, pageFolder, type Site, visit } from './harness.ts'
import { say } from './words.ts'

let site: Site
let real: Site

beforeAll(async () => {
  site = await openSite()
  real = await openSite({ seats: false })
})
afterAll(async () => {
  await site.close()
  await real.close()
})

const keysOf = (locale: string) =>
  [
    ...readFileSync(new URL(`../../../locales/${locale}/web.ftl`, import.meta.url), 'utf8').matchAll(
      /^(web-[\w-]+) =/gm,
    ),
  ]
    .map(([, key]) => key)
    .sort()

describe('the page', () => {
  test('forbids everything that is not its own', async () => {
    const { headers } = await fetch(`${site.url}/`)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('holds no script or style of its own that the policy would have to allow', async () => {
    const html = await (await fetch(`${site.url}/`)).text()
    expect(html).not.toMatch(/ style=| on\w+=|<style/)
    expect(html.match(/<script(?![^>]*(src=|type="application\/json"))/)).toBeNull()
  })

  test('serves each file that it names', async () => {
    const html = await (await fetch(`${site.url}/`)).text()
    const files = [...html.matchAll(/(?:src|href)="(channels\/web\/[^"]+)"/g)].map(([, file]) => file)
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) {
      const response = await fetch(`${site.url}/${file}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^(text\/(css|javascript)|image\/svg)/)
    }
  })

  test('answers 304 to a browser that has it already', async () => {
    const etag = (await fetch(`${site.url}/`)).headers.get('etag') ?? ''
    const again = await fetch(`${site.url}/`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  test.each(['index.html', 'jsconfig.json', '../index.ts', '%2e%2e/index.ts', ''])(
    'serves no /channels/web/%s',
    async (name) => {
      expect((await fetch(`${site.url}/channels/web/${name}`)).status).toBe(404)
    },
  )

  test('comes with all its words in Vietnamese', async () => {
    const html = await (await fetch(`${site.url}/`)).text()
    expect(html).toContain('<html lang="vi">')
    expect(html).toContain('>Gửi</button>')
    expect(html).not.toMatch(/>web-|data-word>/)
  })

  test('is labelled as a demonstration only where it is one', async () => {
    expect(await (await fetch(`${site.url}/`)).text()).toContain('Bản trình diễn – dữ liệu mẫu, đồng hồ mô phỏng')
    const html = await (await fetch(`${real.url}/`)).text()
    expect(html).not.toMatch(/trình diễn|demonstration -->|<aside|web-demo/i)
    expect(html).toContain('"demonstration":false')
  })

  test('has words for exactly the keys of its locale files', () => {
    const used = [...pageWords, ...demonstrationWords, ...Object.keys(refusals).map((one) => `web-error-${one}`)]
    const kept = [...used, 'web-sent-photo', 'web-sent-file'].sort()
    expect(keysOf('vi')).toEqual(kept)
    expect(keysOf('en')).toEqual(kept)
  })
})

describe('the session', () => {
  test('is a cookie that scripts and other sites cannot use', async () => {
    const response = await fetch(`${site.url}/channels/web/session`, { method: 'POST' })
    const cookie = response.headers.getSetCookie()[0]
    expect(cookie).toMatch(/^visitor=[\w-]{43}; /)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
  })

  test('stays the same for a visitor who comes back', async () => {
    const person = await visit(site)
    const again = await fetch(`${site.url}/channels/web/session`, {
      method: 'POST',
      headers: { cookie: person.cookie },
    })
    expect(again.headers.getSetCookie()[0]).toContain(person.cookie)
  })

  test('is never begun by the document, which a foreign link can open without the cookie', async () => {
    expect((await fetch(`${site.url}/`)).headers.getSetCookie()).toEqual([])
  })

  test('leaves no trace of the cookie in the transcript', async () => {
    const person = await visit(site)
    await person.post({ text: 'câu' })
    expect(
      JSON.stringify(site.transcript.rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain(person.cookie.replace('visitor=', ''))
  })

  test('travels only over https where the page does', async () => {
    const channel = createWebChannel({
      transcript: createFakeTranscript(),
      files: async () => undefined,
      seats: false,
      clock: () => morning,
      timezone: 'Asia/Ho_Chi_Minh',
      say,
      pageFolder,
      secureCookies: true,
      refuse: () => undefined,
      log,
    })
    const response = await channel.webhook?.(new Request('https://chat.test/channels/web/session', { method: 'POST' }))
    expect(response?.headers.getSetCookie()[0]).toMatch(/^__Host-visitor=.+; Secure/)
  })
})

describe('a foreign page', () => {
  test.each([
    ['messages', 'POST', 'https://evil.example'],
    ['messages', 'POST', 'null'],
    ['session', 'POST', 'http://127.0.0.1:1'],
    ['events', 'GET', 'https://evil.example'],
  ])('may not ask for %s by %s from %s', async (path, method, origin) => {
    const person = await visit(site)
    const response = await fetch(`${site.url}/channels/web/${path}`, {
      method,
      headers: { origin, cookie: person.cookie, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify({ id: crypto.randomUUID(), text: 'câu' }) } : {}),
    })
    expect(response.status).toBe(403)
    expect(site.updates.filter((one) => one.address.chat === person.chat())).toEqual([])
  })

  test('of our own may ask', async () => {
    const person = await visit(site)
    expect((await person.post({ text: 'câu' }, { origin: site.url })).status).toBe(202)
  })
})
