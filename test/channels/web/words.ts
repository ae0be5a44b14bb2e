import { fileURLToPath } from 'node:url'
import { createTranslator } from '../../../src/i18n/fluent.ts'

export const { say } = createTranslator(fileURLToPath(new URL('../../../locales', import.meta.url)))
