import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairingCode, readPairingCode, readPeopleWish } from '../../../src/core/people/pairing-code.ts'

test('every code that is made is read again, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      const code = pairingCode(random)
      for (const typed of [code, code.toLowerCase(), code.replace('-', ' - '), ` mã ${code} `, `MA: ${code}`])
        expect(readPairingCode(typed)).toBe(code)
    }),
  )
})

test.each(['34678934', 'KKKK-KKK', 'AAAA-AAAA', 'KKKK-KKKK-KKKK', 'TD-7KQ2M6', 'xin mã KKKK-KKKK', ''])(
  '"%s" is no code',
  (words) => {
    expect(readPairingCode(words)).toBeUndefined()
  },
)

test.each([
  ['mã của tôi', { kind: 'own-code' }],
  ['cho em xin mã của em', { kind: 'own-code' }],
  ['Mã cho Nguyễn Văn An', { kind: 'code-for', name: 'nguyen van an' }],
  ['cấp mã ghép cho Lê Thị Cúc', { kind: 'code-for', name: 'le thi cuc' }],
  ['tìm người Bình', { kind: 'find', name: 'binh' }],
  ['ai chờ xác nhận', { kind: 'waiting' }],
  ['tôi có mã', { kind: 'identify' }],
  ['mã số thuế là gì', undefined],
  ['khi nào hết đợt 2', undefined],
] as const)('"%s" is heard as %j', (words, wish) => {
  expect(readPeopleWish(words)).toEqual(wish)
})
