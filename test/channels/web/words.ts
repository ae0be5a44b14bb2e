import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTranslator } from '../../../src/i18n/fluent.ts'

const locales = new URL('../../../locales/', import.meta.url).pathname

/** The page's own words, without those of other rooms. */
export const { say } = createTranslator(onlyWeb())

function onlyWeb(): string {
  const folder = mkdtempSync(join(tmpdir(), 'web-words-'))
  for (const locale of ['vi', 'en']) cpSync(join(locales, locale, 'web.ftl'), join(folder, locale, 'web.ftl'))
  return folder
}
