import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Address, Choice, Span } from '../../../src/core/message.ts'
import { storedFile } from '../../contracts/channel.ts'
import { axeFinds, launchBrowser, withoutBrowser } from '../../support/browser.ts'
import { openSite, type Site } from './harness.ts'

let browser: Browser
let site: Site
let context: BrowserContext
let page: Page
let faults: string[]

describe.skipIf(withoutBrowser)('the page in a browser (skipped without chromium)', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    site = await openSite()
    await openPage({ width: 1280, height: 800 })
  })
  afterEach(async () => {
    await context.close()
    await site.close()
  })

  test.each([
    ['desktop', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
    ['narrow', { width: 320, height: 640 }],
  ])('is accessible and fits on a %s', async (_, viewport) => {
    await openPage(viewport)
    await page.getByText('Chào đồng chí!').waitFor()
    expect(await axeFinds(page)).toEqual([])
    answer('Đồng chí **chọn** <i>một</i> việc '.repeat(30), [
      [choice('a', 'Đăng ký thi đua', 'primary'), choice('b', 'Huỷ', 'danger')],
    ])
    await say('xin chào')
    await page.getByRole('button', { name: 'Huỷ' }).waitFor()
    expect(await axeFinds(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
    expect(faults).toEqual([])
  })

  test('shows markup as the words that were typed', async () => {
    const words = '<img src=x onerror=alert(1)> <b>đậm</b>'
    answer(words)
    await say(words)
    await bubbles(2)
    expect(await page.locator('.words').allTextContents()).toEqual([`Đồng chí: ${words}`, `Bot: ${words}`])
    expect(await page.locator('.entries img, .entries b').count()).toBe(0)
  })

  test('draws bold where the span says', async () => {
    const to = await addressOfStaff()
    const text = '🎉 Hạn là 23/11/2025.'
    await site.channel.send(to, { id: 'd-1', text, spans: [{ offset: 10, length: 10, style: 'bold' }] })
    await page.locator('.words strong').waitFor()
    expect(await page.locator('.words strong').allInnerTexts()).toEqual(['23/11/2025'])
  })

  test('draws formatting inside and across other formatting, and follows no link but to the web', async () => {
    const to = await addressOfStaff()
    const text = 'đậm nghiêng gạch bỏ mã trang hỏng'
    const span = (words: string, style: Span['style'], url?: string) =>
      ({ offset: text.indexOf(words), length: words.length, style, ...(url && { url }) }) as const
    const spans = [
      span('đậm nghiêng', 'bold'),
      span('nghiêng gạch', 'italic'),
      span('gạch', 'underline'),
      span('bỏ', 'strikethrough'),
      span('mã', 'code'),
      span('trang', 'link', 'https://example.org/a?b=1'),
      span('hỏng', 'link', 'javascript:alert(1)'),
    ]
    await site.channel.send(to, { id: 'd-1', text, spans })
    await page.locator('.words strong').first().waitFor()
    const drawn = async (tag: string) => (await page.locator(`.words ${tag}`).allTextContents()).join('')
    expect(await Promise.all(['strong', 'em', 'u', 's', 'code', 'a'].map(drawn))).toEqual([
      'đậm nghiêng',
      'nghiêng gạch',
      'gạch',
      'bỏ',
      'mã',
      'trang',
    ])
    expect(await page.locator('.words a').getAttribute('href')).toBe('https://example.org/a?b=1')
    expect(await page.locator('.words').allTextContents()).toEqual([`Bot: ${text}`])
  })

  test('offers a document to download, and says where one cannot be opened', async () => {
    const to = await addressOfStaff()
    const ours = { kind: 'document', stored: storedFile.id, name: storedFile.name } as const
    await site.channel.send(to, { id: 'd-1', text: 'Chứng nhận', file: ours })
    const elsewhere = { kind: 'photo', channel: 'telegram', id: 'p1' } as const
    await site.channel.send(to, { id: 'd-2', text: 'Tin', file: elsewhere })
    await page.getByText('Tin có kèm một tệp chưa mở được').waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: storedFile.name }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe(storedFile.name)
    expect((await readFile(await download.path())).equals(storedFile.bytes)).toBe(true)
    expect(await axeFinds(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test('keeps what could not be sent in the box and sends it once', async () => {
    let failures = 1
    site.onReceive = async () => {
      if (failures-- > 0) throw new Error('The inbox is closed')
    }
    await page.fill('#input', 'việc quan trọng')
    await page.keyboard.press('Enter')
    await page.getByText('Tin chưa gửi được').waitFor()
    expect(await page.inputValue('#input')).toBe('việc quan trọng')
    await bubbles(1)
    await expect.poll(() => page.inputValue('#input'), { timeout: 10_000 }).toBe('')
    expect(site.updates).toHaveLength(1)
    expect(site.transcript.rows).toHaveLength(1)
  })

  test('keeps a draft through a reload', async () => {
    await page.fill('#input', 'đang viết dở')
    await page.reload()
    await expect.poll(() => page.inputValue('#input')).toBe('đang viết dở')
  })

  test('leaves Enter to an input method that is composing', async () => {
    await page.fill('#input', 'tiếng vie')
    await page.dispatchEvent('#input', 'keydown', { key: 'Enter', isComposing: true })
    expect(await page.inputValue('#input')).toBe('tiếng vie')
    await page.keyboard.press('Shift+Enter')
    expect(await page.inputValue('#input')).toBe('tiếng vie\n')
    expect(site.updates).toEqual([])
  })

  test('goes back to the box after sending and stays where the person is when news arrives', async () => {
    await say('xin chào')
    await bubbles(1)
    expect(await focused()).toBe('input')
    await page.focus('[data-language=en]')
    await site.channel.send(await addressOfStaff(), { id: 'd-1', text: 'Tin mới' })
    await bubbles(2)
    expect(await focused()).not.toBe('input')
  })

  test('lets the choices of an answered question rest', async () => {
    answer('Đồng chí chọn', [[choice('a', 'Lao động tiên tiến'), choice('b', 'Bỏ qua')]])
    await say('đăng ký')
    const first = page.locator('.entry.bot').first()
    await first.getByRole('button', { name: 'Lao động tiên tiến' }).click()
    await first.locator('.picked').waitFor()
    expect(await first.locator('button:disabled').count()).toBe(2)
    expect(site.updates.at(-1)?.input).toEqual({ kind: 'choice', id: 'a' })
    await page.reload()
    await bubbles(4)
    expect(await first.locator('button:disabled').count()).toBe(2)
    expect(await page.locator('.entry.bot').last().locator('button:enabled').count()).toBe(2)
  })

  test.each([
    ['desktop', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
  ])('says on a %s that there is more below, and covers no choice with it', async (_, viewport) => {
    await openPage(viewport)
    const rows = Array.from({ length: 20 }, (_, index) => [choice(`c${index}`, `Danh hiệu thứ ${index + 1}`)])
    answer('Đồng chí chọn', rows)
    await say('đăng ký')
    const below = page.getByRole('button', { name: 'Xem tiếp bên dưới' })
    await below.waitFor()
    const log = await page.locator('#log').boundingBox()
    const bar = await below.boundingBox()
    expect((log?.y ?? 0) + (log?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)

    // What comes into view by scrolling stays where it is while it is pressed.
    const last = page.getByRole('button', { name: 'Danh hiệu thứ 20' })
    await last.scrollIntoViewIfNeeded()
    const place = await last.boundingBox()
    await below.waitFor({ state: 'hidden' })
    expect(await last.boundingBox()).toEqual(place)
  })

  test('shows the answer to a choice that was scrolled up', async () => {
    answer('Đồng chí chọn. '.repeat(100), [[choice('a', 'Tiếp tục')]])
    await say('đăng ký')
    await page.getByRole('button', { name: 'Tiếp tục' }).waitFor()
    await page.evaluate("document.getElementById('log').scrollTop = 0")
    site.onReceive = async ({ address }) =>
      void (await site.channel.send(address, { id: 'receipt', text: 'Mã biên nhận: TD-VP8W3X' }))
    // A busy page hears of the choice and of the answer to it in one breath.
    await page.evaluate(`{
      document.querySelector('.choice-row button').click()
      for (const end = Date.now() + 500; Date.now() < end; );
    }`)
    await page.getByText('TD-VP8W3X').waitFor()
    await expect.poll(() => isInView('TD-VP8W3X')).toBe(true)
  })

  test('keeps a question open when news arrives below it', async () => {
    answer('Đồng chí chọn', [[choice('a', 'Tiếp tục')]])
    await say('đăng ký')
    await bubbles(2)
    await site.channel.send(await addressOfStaff(), { id: 'news', text: 'Tin của Thường trực' })
    await bubbles(3)
    expect(await page.getByRole('button', { name: 'Tiếp tục' }).isEnabled()).toBe(true)
  })

  test('goes on after the server was away, losing and doubling nothing', async () => {
    await say('trước')
    await bubbles(1)
    const to = await addressOfStaff()
    const { transcript } = site
    await site.close()
    await page.getByText('Mất kết nối, đang nối lại…').waitFor()
    site = await openSite({ transcript, port: Number(new URL(site.url).port) })
    await site.channel.send(to, { id: 'd-1', text: 'trong lúc vắng' })
    await bubbles(2)
    await say('sau')
    await bubbles(3)
  })

  test('marks what another seat has not read', async () => {
    const staff = await addressOfStaff()
    await site.channel.send(
      { ...staff, chat: staff.chat.replace('staff', 'coordinator') },
      { id: 'd-1', text: 'Có đăng ký mới' },
    )
    const seat = page.locator('label', { hasText: 'Đầu mối đơn vị' })
    await seat.getByText('tin chưa đọc').waitFor({ state: 'attached' })
    await seat.click()
    await page.getByText('Có đăng ký mới').waitFor()
    expect(await seat.locator('.badge').isHidden()).toBe(true)
    await say('đã rõ')
    await bubbles(2)
    expect(site.updates.at(-1)?.address.chat).toMatch(/\.coordinator$/)
  })

  test('moves the simulated clock', async () => {
    await page.getByText('Thứ Hai, 10/11/2025').waitFor()
    await page.getByRole('button', { name: '+1 ngày' }).click()
    await page.locator('.clock-day', { hasText: 'Thứ Ba, 11/11/2025' }).waitFor()
  })

  test('speaks English when asked, and remembers it', async () => {
    await page.click('[data-language=en]')
    await page.reload()
    await page.getByRole('button', { name: 'Send' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await say('hello')
    await bubbles(1)
    expect(site.updates[0]?.from.language).toBe('en')
  })

  test('says that a picture came along', async () => {
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'anh.png', { type: 'image/png' }))
      document.getElementById('input').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }))
    }`)
    await page.getByText('(Đã gửi một ảnh)').waitFor()
    expect(site.updates[0]?.input).toEqual({ kind: 'unsupported', what: 'photo' })
  })
})

async function openPage(viewport: { width: number; height: number }): Promise<void> {
  await context?.close()
  context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  page = await context.newPage()
  faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(site.url)
  await page.locator('#empty').waitFor()
}

async function say(words: string): Promise<void> {
  await page.fill('#input', words)
  await page.keyboard.press('Enter')
}

async function bubbles(count: number): Promise<void> {
  await expect.poll(() => page.locator('.entry').count(), { timeout: 10_000 }).toBe(count)
}

/** From now on the bot answers everything so. */
function answer(text: string, choices: Choice<string>[][] = []): void {
  let answers = 0
  site.onReceive = async ({ address }) => {
    answers += 1
    await site.channel.send(address, { id: `answer-${answers}`, text, choices })
  }
}

function choice(id: string, label: string, tone?: 'primary' | 'danger'): Choice<string> {
  return tone ? { id, label, tone } : { id, label }
}

async function addressOfStaff(): Promise<Address> {
  const cookie = (await context.cookies()).find((one) => one.name === 'visitor')
  const { chatOf } = await import('../../../src/channels/web/visitor.ts')
  return { channel: 'web', chat: chatOf(cookie?.value ?? '', 'staff') }
}

async function isInView(words: string): Promise<boolean> {
  const log = await page.locator('#log').boundingBox()
  const box = await page.getByText(words).boundingBox()
  return log !== null && box !== null && box.y >= log.y && box.y + box.height <= log.y + log.height
}

function focused(): Promise<string> {
  return page.evaluate('document.activeElement.id')
}
