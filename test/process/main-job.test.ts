/** What a newcomer does on the page, from the greeting to the office's news, against the real program. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, prefill, startBot, temporaryFolder } from '../support/bot-process.ts'
import { axeFinds, launchBrowser, withoutBrowser } from '../support/browser.ts'

const pictures = join(import.meta.dirname, '..', '.cache', 'screenshots')
const devices = [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 800 }],
] as const

describe.skipIf(withoutBrowser).each(devices)('the main job on a %s (skipped without chromium)', (device, viewport) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let bot: BotProcess
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    folder = await temporaryFolder()
    await mkdir(pictures, { recursive: true })
    browser = await launchBrowser()
    context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    // On one of the two it begins with nothing at all, as for a newcomer; the other is spared making the database.
    if (device === 'phone') await prefill(folder.path, 'demo')
    bot = await startBot(folder.path)
    page = await context.newPage()
    await page.goto(bot.url)
  })
  afterAll(async () => {
    await browser.close()
    await bot.end('SIGTERM')
    await folder.remove()
  })

  const remindersShown = () => page.locator('.entry.bot .words', { hasText: '🔔' }).count()
  const lastAnswer = () => page.locator('.entry.bot').last()

  /** Says the words and waits for an answer that contains all of these. */
  async function ask(words: string, ...expected: string[]): Promise<void> {
    const before = await page.locator('.entry.bot').count()
    await page.fill('#input', words)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.entry.bot').count(), { timeout: 15_000 }).toBeGreaterThan(before)
    await answered(...expected)
  }

  async function answered(...expected: string[]): Promise<void> {
    for (const part of expected)
      await expect.poll(() => lastAnswer().textContent(), { timeout: 15_000 }).toContain(part)
  }

  async function press(label: string, ...expected: string[]): Promise<void> {
    await lastAnswer().getByRole('button', { name: label }).last().click()
    await answered(...expected)
  }

  /** On a phone the seats and the clock are in a sheet that opens from the bar. */
  async function inPanel(action: () => Promise<void>): Promise<void> {
    const bar = page.locator('.demo-bar')
    // Putting the clock forward ends with the sheet folding itself, which may be after its first answer is there.
    await expect
      .poll(() => page.locator('[data-advance=week][aria-disabled=true]').count(), { timeout: 15_000 })
      .toBe(0)
    const folded = (await bar.isVisible()) && (await bar.getAttribute('aria-expanded')) === 'false'
    if (folded) await bar.click()
    await action()
    if (folded && (await bar.getAttribute('aria-expanded')) === 'true') await bar.click()
  }

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${device}-${name}.png`) })

  test('is labelled as a demonstration and greets', async () => {
    await page.locator('#empty').waitFor()
    expect(await page.locator('.notice').textContent()).toMatch(/trình diễn/i)
    await picture('0-empty')
    await page.locator('[data-start]').click()
    await answered('Kính chào đồng chí', 'Đợt 2', '13 ngày')
    await picture('1-welcome')
  })

  test('answers in plain Vietnamese, with its source, and says what it does not know', async () => {
    await ask('khi nào hết hạn đợt 2?', '23/11/2025', 'Nguồn')
    await ask('dot 2 ket thuc ngay nao', '23/11/2025')
    await ask('chủ đề phong trào là gì', 'Phát huy truyền thống vẻ vang')
    await ask('còn bao nhiêu ngày nữa', '13 ngày')
    await ask('hạn nộp bản đăng ký là ngày nào', 'không')
    expect(await lastAnswer().textContent()).not.toMatch(/\d{1,2}\/\d{1,2}\/\d{4}/)
    await ask('hôm nay trời có mưa không', 'phong trào')
    await picture('2-answers')
  })

  test('registers a pledge, also over a restart of the server', async () => {
    await ask('đăng ký thi đua', 'Bước 1/7')
    await press('Cá nhân', 'Họ và tên')
    await ask('Nguyễn Thị Lan', 'Đơn vị nào')
    await bot.end('SIGKILL')
    bot = await startBot(folder.path, { PORT: new URL(bot.url).port })
    await ask('nghiệp vụ 2', 'Danh hiệu thi đua')
    await press('☐ Lao động tiên tiến', '☑ Lao động tiên tiến')
    await press('☐ Chiến sĩ thi đua cơ sở', '☑ Chiến sĩ thi đua cơ sở')
    await picture('3-titles')
    await press('Xong, tiếp tục', 'Hình thức khen thưởng')
    await press('Quay lại', '☑ Lao động tiên tiến')
    await press('Xong, tiếp tục', 'Hình thức khen thưởng')
    await press('Xong, tiếp tục', 'sáng kiến')
    await press('Bỏ qua', 'xem lại')
    await press('Sửa một mục', 'sửa mục nào')
    await press('Họ và tên', 'Đang sửa')
    await ask('Nguyễn Thị Lân', 'Nguyễn Thị Lân')
    await picture('4-review')
    await press('Đúng rồi, tiếp tục', 'Luật Bảo vệ dữ liệu cá nhân')
    await press('☐ Tổng hợp đăng ký thi đua', '☑ Tổng hợp đăng ký thi đua')
    await press('☐ Nhắc tôi trước hạn', '☑ Nhắc tôi trước hạn')
    await picture('5-consent')
    await press('Gửi đăng ký', 'Mã biên nhận', 'TD-')
    await picture('6-receipt')
    expect(await axeFinds(page)).toEqual([])
  })

  test('shows it, changes it, withdraws it', async () => {
    await ask('tôi đã đăng ký gì', 'Nguyễn Thị Lân', 'Phòng Nghiệp vụ 2')
    await press('✏️ Sửa', 'Sửa bản đăng ký')
    await ask('sửa đơn vị', 'Đơn vị nào')
    await ask('văn phòng', 'Văn phòng', 'Gửi bản sửa')
    await press('Gửi bản sửa', 'Đã sửa bản đăng ký')
    await press('Rút đăng ký', 'muốn rút')
    await press('Rút bản đăng ký này', 'Đã rút')
  })

  test('reminds the seat that has no pledge, while it concerns it, and knows the end', async () => {
    await inPanel(() => page.locator('label', { hasText: /^\s*Đầu mối/ }).click())
    await page.locator('#empty').waitFor()
    await ask('xin chào', 'đồng chí')
    await inPanel(() => page.locator('[data-advance=next-reminder]').click())
    await answered('đóng ngày 23/11/2025, còn 9 ngày', 'chưa có bản đăng ký')
    await inPanel(() => page.locator('[data-advance=week]').click())
    await answered('còn 2 ngày')
    await picture('7-reminder')
    const reminders = await remindersShown()
    await inPanel(async () => {
      await page.locator('[data-advance=week]').click()
      // Moving on stops at what happens in between.
      await expect.poll(() => page.locator('.clock-day').textContent(), { timeout: 15_000 }).toContain('28/11/2025')
    })
    await ask('phong trào còn không', 'đã kết thúc')
    expect(await remindersShown()).toBe(reminders)

    await inPanel(() => page.locator('label', { hasText: /^\s*Cán bộ/ }).click())
    await expect.poll(() => lastAnswer().textContent()).toContain('Đã rút')
    expect(await remindersShown()).toBe(0)
  })

  test('carries the office’s news to the staff member, and to whoever only looked', async () => {
    const onlooker = await (await browser.newContext({ viewport })).newPage()
    await onlooker.goto(bot.url)
    await onlooker.locator('#empty').waitFor()
    await inPanel(() => page.locator('label', { hasText: /^\s*Thường trực/ }).click())
    await page.locator('[data-start]').click()
    await answered('Kính chào', 'Gửi tin phong trào')
    await press('Gửi tin phong trào', 'nội dung tin')
    await ask('Mời các đồng chí dự lễ tổng kết <lúc 8 giờ>.', 'có nút nào không')
    await press('Xong, tiếp tục', 'gửi cho ai')
    // Four seats of the page and of the onlooker's, but the one that writes.
    await press('Mọi người (nhắn riêng) · 7', 'Gửi khi nào')
    await press('Gửi ngay', 'Sẽ đến 7 người')
    await press('📣 Gửi', 'Đã gửi xong', '100% của 7')
    await picture('8-office')
    await inPanel(() => page.locator('label', { hasText: /^\s*Cán bộ/ }).click())
    await answered('Tin từ thường trực thi đua', 'Mời các đồng chí dự lễ tổng kết <lúc 8 giờ>.')
    await expect.poll(() => onlooker.locator('.entry.bot').last().textContent()).toContain('dự lễ tổng kết')
    await picture('9-news')
    expect(await axeFinds(page)).toEqual([])
  })
})
