import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/language/fold.ts'

describe('fold', () => {
  test.each([
    ['Đăng ký thi đua', 'dang ky thi dua'],
    ['  ĐỢT  2 ', 'dot 2'],
    ['hết hạn chưa??? 🙏🙏', 'het han chua'],
    ['31/12/2024', '31 12 2024'],
    ['CSTĐCS', 'cstdcs'],
    ['', ''],
    ['❤️', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('composed and decomposed text fold alike', () => {
    const text = 'Thường trực Đội thi đua – quý 4'
    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
  })
})
