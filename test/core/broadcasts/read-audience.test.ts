import { describe, expect, test } from 'vitest'
import { readAudience } from '../../../src/core/broadcasts/read-audience.ts'

const read = (words: string) => readAudience(words, 'Đợt 2')
const withoutAccents = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')

const clear: [string, string][] = [
  ['mọi người', 'people'],
  ['Mọi người (nhắn riêng)', 'people'],
  ['gửi cho mọi người nhé', 'people'],
  ['tất cả', 'people'],
  ['tất cả mọi người ạ', 'people'],
  ['everyone', 'people'],
  ['mọi người và nhóm', 'both'],
  ['mọi người và các nhóm', 'both'],
  ['mọi người, các nhóm', 'both'],
  ['cả mọi người lẫn nhóm', 'both'],
  ['các nhóm và mọi người', 'both'],
  ['everyone and groups', 'both'],
  ['nhóm', 'groups'],
  ['chỉ các nhóm thôi', 'groups'],
  ['groups only', 'groups'],
  ['chưa đăng ký', 'without'],
  ['Người chưa đăng ký Đợt 2', 'without'],
  ['những người chưa đăng ký', 'without'],
  ['trừ người đã đăng ký', 'without'],
  ['mọi người trừ người đã đăng ký', 'without'],
  ['tất cả, ngoại trừ những người đã đăng ký', 'without'],
  ['everyone except those who registered', 'without'],
  ['not registered', 'without'],
  ['đã đăng ký', 'with'],
  ['người đã đăng ký Đợt 2', 'with'],
  ['mọi người đã đăng ký', 'with'],
  ['trừ người chưa đăng ký', 'with'],
]

describe('whom news is for, in words', () => {
  test.each(clear)('"%s" is %s', (words, meant) => {
    expect(read(words)).toBe(meant)
    expect(read(withoutAccents(words))).toBe(meant)
    expect(read(words.toUpperCase())).toBe(meant)
  })

  test.each([
    '',
    'tất cả cán bộ',
    'mọi người phòng 1',
    'mọi người trừ nhóm',
    'trừ các nhóm',
    'không gửi cho mọi người',
    'không phải mọi người',
    'mọi người trừ phòng 1',
    'chưa gửi cho mọi người',
    'ngoài mọi người',
    'người đã đăng ký và nhóm',
    'người đã đăng ký Đợt 1',
    'không phải không đăng ký',
    'everyone but groups',
    'nhóm Phòng 1',
    'cán bộ',
    'mọi người hay nhóm',
  ])('"%s" is asked about', (words) => {
    expect(read(words)).toBeUndefined()
  })
})
