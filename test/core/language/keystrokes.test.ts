import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/language/fold.ts'
import { undoKeystrokes } from '../../../src/core/language/keystrokes.ts'

function typed(text: string): string {
  return fold(text).split(' ').map(undoKeystrokes).join(' ')
}

describe('undoKeystrokes', () => {
  test.each([
    ['ddowtj 2 bawts ddaauf tuwf ngayf naof', 'dot 2 bat dau tu ngay nao'],
    ['ddợt 1 kéo daif bao nhiêu ngafy', 'dot 1 keo dai bao nhieu ngay'],
    ['chur ddeef thi ddua laf gif vaayj', 'chu de thi dua la gi vay'],
    ['hoof sow khen thuwowngr guwir veef tinhr truwowcs', 'ho so khen thuong gui ve tinh truoc'],
    ['giao luwu vawn ngheej theer thao ddeer chaof muwngf', 'giao luu van nghe the thao de chao mung'],
    ['d9a8ng ky1 cho to6i giao lu7u the63 thao', 'dang ky cho toi giao luu the thao'],
    ['hoom nay trowif cos nawngs khoong bot owi', 'hom nay troi co nang khong bot oi'],
  ])('reads %j', (text, meant) => {
    expect(typed(text)).toBe(meant)
  })

  test.each(['dot2', 'q3', 'cstdcs', 'ldtt', '2025', 'phong', 'trao'])('leaves %s alone', (word) => {
    expect(undoKeystrokes(word)).toBe(word)
  })
})
