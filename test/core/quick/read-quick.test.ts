import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createQuickReader, longestQuickText } from '../../../src/core/quick/read-quick.ts'
import { readSeed } from './campaigns.ts'

const reader = createQuickReader(readSeed('ca-mau-80-nam'))
const sample = createQuickReader(readSeed('vi-du-2026-2027'))
const speaker = { name: 'Trần Ngọc Ẩn', unit: 'GSKT' }
const day = '2025-10-10'

/** One line for a reading: its kind, what it asks, and each pledge as subject/name/unit/awards. */
function read(text: string, context: Partial<Parameters<typeof reader.read>[1]> = {}, by = reader): string {
  const { kind, ask, pledges } = by.read(text, { day, ...context })
  const cards = pledges.map(({ subject, name, unit, titles, commendations }) =>
    [subject, name ?? '?', unit ?? '?', [...titles, ...commendations].join('+')].join('/'),
  )
  return [`${kind}${ask.length > 0 ? ` ask ${ask.join(' ')}` : ''}`, ...cards].join(' | ')
}

describe('names', () => {
  test.each([
    ['Hà Văn Phòng, phòng 1, đk LĐTT', 'Hà Văn Phòng/NV1'],
    ['BUI VAN PHONG - NV2 - CSTDCS', 'BUI VAN PHONG/NV2'],
    ['toi la ho van khen phong nghiep vu 1 dk ldtt', 'ho van khen/NV1'],
    ['Nguyễn Thị Thanh Tra nv2 đk LĐTT', 'Nguyễn Thị Thanh Tra/NV2'],
    ["H'Bia Niê nv1 đk LĐTT", "H'Bia Niê/NV1"],
    ['đăng ký LĐTT cho ông Lê Văn A, văn phòng', 'Lê Văn A/VP'],
    ['Ông Gia Bảo, văn phòng, đăng ký LĐTT', 'Ông Gia Bảo/VP'],
    ['dk ldtt cho toi nguyen huu dat nv1', 'nguyen huu dat/NV1'],
    ['Đặng Ký phòng 2 đăng ký LĐTT', 'Đặng Ký/NV2'],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(`individual/${expected}/`)
    expect(read(text)).toMatch(/^proposal \|/)
  })
})

describe('units', () => {
  test.each([
    ['Lê Văn Tám, phòng nghiệp vụ, đk LĐTT', 'several'],
    ['Lê Văn Tám, phòng nghiệp vụ 12, đk LĐTT', 'unknown'],
    ['Lê Văn Tám, Phòng Tổ chức cán bộ, đk LĐTT', 'unknown'],
    ['Lê Văn Tám, ban tiếp dân huyện, đk LĐTT', 'unknown'],
    ['Lê Văn Tám, thanh tra huyện Thới Bình, đk LĐTT', 'not-valid'],
    ['Lê Văn Tám ở phòng 2 hay phòng 3, đk LĐTT', 'several'],
    ['Lê Văn Tám NV1, NV2 đk LĐTT', 'several'],
    ['Lê Văn Tám đk LĐTT', 'unsaid'],
  ])('%s: %s', (text, why) => {
    const { pledges, doubts, ask } = reader.read(text, { day })
    expect([pledges.length, pledges[0]?.unit, ask]).toEqual([1, null, ['unit']])
    expect(doubts.map((doubt) => doubt.why)).toEqual([why])
  })

  test('offers the unit that took over, and asks for it', () => {
    const [doubt] = reader.read('Lê Văn Tám, thanh tra huyện Thới Bình, đk LĐTT', { day }).doubts
    expect(doubt).toEqual({
      pledge: 0,
      field: 'unit',
      why: 'not-valid',
      said: 'thanh tra huyện Thới Bình',
      options: ['NV1'],
    })
    expect(read('Lê Văn Tám, thanh tra huyện Thới Bình, đk LĐTT', { day: '2025-06-30' })).toContain('/TTTB/')
  })

  test.each([
    ['trước ở Thanh tra huyện Năm Căn nay là Phòng Nghiệp vụ 4', 'NV4'],
    ['thanh tra huyện Năm Căn cũ, nay phòng nghiệp vụ 4', 'NV4'],
    ['phòng 1, à nhầm phòng 2', 'NV2'],
    ['phòng GS-KT-XLSTT', 'GSKT'],
    ['phòng nghiệp vụ số ba', 'NV3'],
    ['phòng tiếp công dâng', 'TCD'],
  ])('%s is %s', (said, code) => {
    expect(read(`Tôi là Lê Văn Tám, ${said}, đăng ký LĐTT`)).toBe(`proposal | individual/Lê Văn Tám/${code}/LDTT`)
  })
})

describe('awards', () => {
  test.each([
    ['CSTĐ-CS', 'CSTDCS'],
    ['chiến sỹ thi đua cấp cơ sở', 'CSTDCS'],
    ['chiến sỉ thi đua cơ sỡ', 'CSTDCS'],
    ['bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 'BKT'],
    ['bằng khen UBND tỉnh Cà Mau', 'BKT'],
    ['BK TTgCP', 'BKTTG'],
    ['bk tong thanh tra', 'BKTTCP'],
    ['HC lao động hạng 3', 'HCLD3'],
    ['giấy kheng', 'GK'],
  ])('%s is %s', (said, code) => {
    expect(read(`Lê Văn Tám, nv1, đk ${said}`)).toBe(`proposal | individual/Lê Văn Tám/NV1/${code}`)
  })

  test.each(['CSTĐ', 'chien si thi dua', 'bằng khen', 'BK bộ', 'HCLĐ', 'huân chương lao động hạng nhì', 'SK'])(
    '%s is asked for',
    (said) => {
      expect(read(`Lê Văn Tám, nv1, đk ${said}`)).toBe('clarify ask titles | individual/Lê Văn Tám/NV1/')
      expect(read(`Lê Văn Tám, nv1, đk LĐTT, ${said}`)).toBe('clarify ask titles | individual/Lê Văn Tám/NV1/LDTT')
    },
  )

  test.each([
    'đk LĐTT, không đăng ký CSTĐCS',
    'ko dk cstdcs ma dk ldtt',
    'năm ngoái được CSTĐCS, năm nay đk LĐTT',
    'năm 2024 CSTĐCS, năm 2025 đk LĐTT',
    'đk LĐTT thôi, CSTĐCS để năm sau',
    'đk CSTĐCS, à nhầm LĐTT',
    '- đã 2 lần CSTĐCS, nay đk LĐTT',
    '. Thành tích: GK 2023, CSTĐCS 2024. Đăng ký: LĐTT',
    'chưa đủ điều kiện CSTĐCS nên chỉ đăng ký LĐTT',
  ])('%s leaves LĐTT', (said) => {
    expect(read(`em Lê Văn Tám nv1 ${said}`)).toBe('proposal | individual/Lê Văn Tám/NV1/LDTT')
  })

  test('of two that exclude each other neither is taken', () => {
    expect(read('Lê Văn Tám nv1 đk LĐTT hay CSTĐCS')).toBe('clarify ask titles | individual/Lê Văn Tám/NV1/')
  })
})

describe('several at once', () => {
  test.each([
    [
      'NV1\n1. Hồng Thị Diễm - LĐTT\n2. Tiêu Văn Hòa -\n3. Lê Văn Tám - CSTĐCS',
      'proposal ask titles | individual/Hồng Thị Diễm/NV1/LDTT | individual/Tiêu Văn Hòa/NV1/ | individual/Lê Văn Tám/NV1/CSTDCS',
    ],
    [
      'LĐTT:\n- Trần Thị Thủy (NV2)\nCSTĐCS:\n- Lê Văn Lâm (NV3)',
      'proposal | individual/Trần Thị Thủy/NV2/LDTT | individual/Lê Văn Lâm/NV3/CSTDCS',
    ],
    [
      'Trần Phú và Hà Huy Tập phòng 4 đăng ký LĐTT, riêng Trần Phú đăng ký thêm CSTĐCS',
      'proposal | individual/Trần Phú/NV4/LDTT+CSTDCS | individual/Hà Huy Tập/NV4/LDTT',
    ],
    [
      'Phòng NV2 đăng ký: LĐTT: Lê Văn Tám, Lê Thị Chín; CSTĐCS: Võ Thị Sáu; Tập thể: TTLĐXS',
      'proposal | individual/Lê Văn Tám/NV2/LDTT | individual/Lê Thị Chín/NV2/LDTT | individual/Võ Thị Sáu/NV2/CSTDCS | collective/?/NV2/TTLDXS',
    ],
    [
      'Đơn vị: NV1\nNguyễn Văn Cừ: LĐTT\nLê Hồng Phong: (chưa đăng ký)\nTrần Phú: CSTĐCS',
      'proposal | individual/Nguyễn Văn Cừ/NV1/LDTT | individual/Trần Phú/NV1/CSTDCS',
    ],
    [
      'anh Trần Văn Hưng và chị Lê Thị Thu đều ở NV2, anh Hưng đk CSTĐCS, chị Thu đk LĐTT',
      'proposal | individual/Trần Văn Hưng/NV2/CSTDCS | individual/Lê Thị Thu/NV2/LDTT',
    ],
    [
      'Danh Kiên nv3 ldtt, Danh Kiệm nv3 cstdcs',
      'proposal | individual/Danh Kiên/NV3/LDTT | individual/Danh Kiệm/NV3/CSTDCS',
    ],
    ['nv1 ttldxs, nv2 ttldtt', 'proposal | collective/?/NV1/TTLDXS | collective/?/NV2/TTLDTT'],
    ['NV1: An, Bình đk LĐTT', 'proposal | individual/An/NV1/LDTT | individual/Bình/NV1/LDTT'],
    ['Lê Văn Ba nv1 đk LĐTT, chị Bình thì không', 'proposal | individual/Lê Văn Ba/NV1/LDTT'],
    ['1. Lê A LĐTT NV1 2. Lê B CSTĐCS NV2', 'proposal | individual/Lê A/NV1/LDTT | individual/Lê B/NV2/CSTDCS'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('who writes', () => {
  test.each([
    ['em đk LĐTT', 'proposal | individual/Trần Ngọc Ẩn/GSKT/LDTT'],
    ['đk giùm chị Lê Thị Diễm bên nv1 CSTĐCS', 'proposal | individual/Lê Thị Diễm/NV1/CSTDCS'],
    ['đk giùm chị Lê Thị Diễm CSTĐCS', 'proposal ask unit | individual/Lê Thị Diễm/?/CSTDCS'],
    ['em mới chuyển qua văn phòng, đk LĐTT', 'proposal | individual/Trần Ngọc Ẩn/VP/LDTT'],
    ['phòng em đk TTLĐXS', 'proposal | collective/?/GSKT/TTLDXS'],
    [
      'em và anh Chung Vô Diệm cùng phòng đk LĐTT',
      'proposal | individual/Trần Ngọc Ẩn/GSKT/LDTT | individual/Chung Vô Diệm/GSKT/LDTT',
    ],
    [
      'em và anh Chung Vô Diệm phòng 3 đk LĐTT',
      'proposal | individual/Trần Ngọc Ẩn/GSKT/LDTT | individual/Chung Vô Diệm/NV3/LDTT',
    ],
    ['em là Ẩn, đk LĐTT', 'proposal | individual/Trần Ngọc Ẩn/GSKT/LDTT'],
  ])('%s', (text, expected) => {
    expect(read(text, { speaker })).toBe(expected)
  })

  test('without a known person asks for what was not said', () => {
    expect(read('em đk LĐTT')).toBe('proposal ask name unit | individual/?/?/LDTT')
    expect(read('phòng em đk TTLĐXS')).toBe('proposal ask unit | collective/?/?/TTLDXS')
  })

  test('a unit that registers a title for people is asked about', () => {
    expect(read('phòng nv1 đk LĐTT')).toBe('clarify ask subject | collective/?/NV1/LDTT')
    expect(read('Lê Văn Tám nv1 đk TTLĐXS')).toBe('clarify ask subject | individual/Lê Văn Tám/NV1/TTLDXS')
    expect(read('thay mặt phòng nv1, em Lê Văn Tám đk TTLĐXS')).toBe('proposal | collective/?/NV1/TTLDXS')
  })

  test('nothing specific is left to the guided form', () => {
    const bare = reader.read('em muốn đăng ký', { day })
    expect([bare.kind, bare.specific]).toEqual(['proposal', false])
    expect(reader.read('em đk LĐTT', { day }).specific).toBe(true)
  })
})

describe('what registers nothing', () => {
  test.each([
    'đăng ký CSTĐCS thì cần điều kiện gì vậy ad',
    'chị Lan phòng 2 đk LĐTT chưa',
    'em có được đăng ký CSTĐCS không',
    'rút giùm em bản đăng ký CSTĐCS',
    'huy dk ldtt cua em nguyen van teo nv1 nha',
    'cho e đổi từ LĐTT sang CSTĐCS nha',
    'chúc mừng phòng nghiệp vụ 1 đạt tập thể lao động xuất sắc',
    'em đăng ký LĐTT rồi mà',
    'sang năm em mới đăng ký CSTĐCS',
    'mọi người nhớ đăng ký LĐTT nhé',
    'đăng ký họp trực tuyến chiều nay giúp em',
    'Nguyễn Văn An phòng 2',
    'LĐTT',
    '',
    '🙏🙏',
  ])('%s', (text) => {
    expect(read(text)).toBe('not-pledge')
  })

  test.each([
    'Em Lê Thị Mai, NV3, đăng ký LĐTT. Có cần nộp giấy tờ gì thêm không ạ?',
    'Ad ơi hạn chót khi nào? Em Lê Thị Mai NV3 đk LĐTT nha',
    'Em là Lê Thị Mai NV3, cho em đăng ký LĐTT được không ạ?',
  ])('but %s does', (text) => {
    expect(read(text)).toBe('proposal | individual/Lê Thị Mai/NV3/LDTT')
  })
})

describe('other campaigns and long texts', () => {
  test('reads by the words of the campaign that it was made for', () => {
    expect(read('Lê Văn Tám phòng 1 đk CSTĐ cơ sở và giấy khen', {}, sample)).toBe(
      'proposal | individual/Lê Văn Tám/NV1/CSTDCS+GK',
    )
    expect(read('Lê Văn Tám phòng 3 đk LĐTT', {}, sample)).toBe('clarify ask unit | individual/Lê Văn Tám/?/LDTT')
  })

  test('what lies beyond the longest text is not read', () => {
    const long = `Lê Văn Tám nv1 đk LĐTT ${'ạ '.repeat(longestQuickText / 2)} CSTĐCS`
    expect(read(long)).toBe('proposal | individual/Lê Văn Tám/NV1/LDTT')
  })

  test('questions to the bot stay questions', () => {
    const questions = readFileSync('test/eval/dev.jsonl', 'utf8').trim().split('\n')
    const registered = questions
      .map((line) => JSON.parse(line) as { text: string; kind: string })
      .filter(({ text }) => reader.read(text, { day }).kind !== 'not-pledge')
    expect(registered.filter(({ kind }) => kind !== 'action')).toEqual([])
  })
})
