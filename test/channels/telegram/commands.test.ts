import { join } from 'node:path'
import type { Api } from 'grammy'
import { describe, expect, test } from 'vitest'
import { publishCommands } from '../../../src/channels/telegram/commands.ts'
import { createTranslator } from '../../../src/i18n/fluent.ts'

const translator = createTranslator(join(import.meta.dirname, '../../../locales'))
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('publishCommands', () => {
  test('finds words for every command, within what Telegram allows', async () => {
    const menus: { command: string; description: string }[][] = []
    const api = { setMyCommands: async (menu: (typeof menus)[number]) => menus.push(menu) } as unknown as Api
    const words = (key: string, locale: 'vi' | 'en') => translator.say({ key }, locale)
    await publishCommands({ api, words, log, signal: new AbortController().signal })
    expect(menus).toHaveLength(9)
    for (const { command, description } of menus.flat()) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description).toMatch(/^.{1,256}$/)
    }
  })
})
