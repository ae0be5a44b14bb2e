import { describe, expect, test } from 'vitest'
import { choose, chooseMany } from '../../../src/core/language/choose.ts'

const units = [
  { value: 'VP', label: 'Văn phòng', aliases: ['vp'] },
  { value: 'NV1', label: 'Phòng Nghiệp vụ 1', aliases: ['phòng 1'] },
  { value: 'NV2', label: 'Phòng Nghiệp vụ 2', aliases: ['phòng 2'] },
]
const titles = [
  { value: 'LDTT', label: 'Lao động tiên tiến', aliases: ['LĐTT'] },
  { value: 'CSTDCS', label: 'Chiến sĩ thi đua cơ sở', aliases: ['CSTĐCS', 'CSTĐ cơ sở'] },
  { value: 'CSTDT', label: 'Chiến sĩ thi đua Bộ, ban, ngành, tỉnh', aliases: ['CSTĐ tỉnh'] },
]

describe('choose', () => {
  test.each([
    ['2', 'NV1'],
    ['VP', 'VP'],
    ['van phong', 'VP'],
    ['VĂN PHÒNG', 'VP'],
    ['Văn phòng'.normalize('NFD'), 'VP'],
    ['phong nghiep vu 2', 'NV2'],
    ['nghiệp vụ 1', 'NV1'],
    ['em ở phòng nghiệp vụ 2 ạ', 'NV2'],
    ['phòng 2', 'NV2'],
  ])('%s means %s', (typed, value) => {
    expect(choose(typed, units)).toEqual({ kind: 'one', value })
  })

  test('what fits two is said to fit two', () => {
    expect(choose('nghiệp vụ', units)).toEqual({ kind: 'several', values: ['NV1', 'NV2'] })
  })

  test.each(['', '   ', '😀', 'phòng 9 không có', '99', 'Иван'])('%j means none', (typed) => {
    expect(choose(typed, units).kind).toBe('none')
  })
})

describe('chooseMany', () => {
  test.each([
    ['1,3', ['LDTT', 'CSTDT']],
    ['LĐTT, cstđcs', ['LDTT', 'CSTDCS']],
    ['lao động tiên tiến và chiến sĩ thi đua cơ sở', ['LDTT', 'CSTDCS']],
    ['Chiến sĩ thi đua Bộ, ban, ngành, tỉnh', ['CSTDT']],
  ])('%s', (typed, values) => {
    expect(chooseMany(typed, titles)).toMatchObject({ unclear: [] })
    expect(chooseMany(typed, titles).values.sort()).toEqual([...values].sort())
  })

  test('tells which part it did not understand', () => {
    expect(chooseMany('LĐTT, huân chương sao băng', titles)).toEqual({
      values: ['LDTT'],
      unclear: ['huân chương sao băng'],
    })
  })
})

describe('units written short', () => {
  const units = ['Phòng Nghiệp vụ 1', 'Phòng Nghiệp vụ 2', 'Thanh tra Sở Xây dựng', 'Văn phòng'].map(
    (label, index) => ({
      value: `u${index}`,
      label,
    }),
  )

  test.each([
    ['phong nv 1', 'u0'],
    ['Phòng NV 2', 'u1'],
    ['p nv2', 'u1'],
    ['pnv 1', 'u0'],
    ['tt sở xd', 'u2'],
    ['vp', 'u3'],
  ])('%s', (typed, value) => {
    expect(choose(typed, units)).toEqual({ kind: 'one', value })
  })

  test.each(['phong nv 7', 'p', 'nx', '9'])('%s is none of them', (typed) => {
    expect(choose(typed, units).kind).toBe('none')
  })
})
