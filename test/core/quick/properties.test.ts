import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/language/fold.ts'
import { createQuickReader, type QuickReading } from '../../../src/core/quick/read-quick.ts'
import { readSeed } from './campaigns.ts'

const campaign = readSeed('ca-mau-80-nam')
const reader = createQuickReader(campaign)
const day = '2025-10-10'

const unit = fc.constantFrom(
  'NV1',
  'phòng 2',
  'Phòng Nghiệp vụ 3',
  'văn phòng',
  'phòng tiếp công dân',
  'p. GSKT',
  'pctn',
)
const award = fc.constantFrom(
  'LĐTT',
  'CSTĐCS',
  'lao động tiên tiến',
  'CSTĐ tỉnh',
  'giấy khen',
  'bằng khen của Thủ tướng',
)
const name = fc.constantFrom('Lê Thị Bé Chín', 'Trần Văn Đua', 'Bùi Văn Phòng', 'Nguyễn Hoàng Anh', 'Đặng Thị Ngọc Hân')
const message = fc.record({ name, unit, award })

const pieces = fc.constantFrom(
  ...[
    'em',
    'đk',
    'không',
    'LĐTT',
    'cstd',
    'phòng',
    '2',
    'Lê Văn Tám',
    'tập thể',
    'năm ngoái',
    'hay',
    'và',
    'bằng khen',
  ],
  ...[',', '\n', ':', '?', '1.', 'cho', 'thanh tra huyện năm căn', 'nhầm', 'cả hai', 'rút', 'ạ', 'khi nào', 'TTLĐXS'],
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(pieces, { maxLength: 25 }).map((words) => words.join(' ')),
)
const speaker = fc.option(fc.record({ name: fc.option(name), unit: fc.option(fc.constantFrom('NV1', 'TTNC', 'XX')) }), {
  nil: undefined,
})

/** What was understood but for the spelling of names. */
function meant({ kind, ask, pledges }: QuickReading) {
  return [
    kind,
    [...ask].sort(),
    pledges.map((one) => [one.subject, one.unit, [...one.titles, ...one.commendations].sort()]),
  ]
}

describe('whatever is written', () => {
  test('it reads only what the campaign has and the text says', () => {
    const codes = new Set([...campaign.titles, ...campaign.commendations].map((one) => one.code))
    fc.assert(
      fc.property(text, speaker, (written, by) => {
        const { kind, pledges, ask, doubts } = reader.read(written, { day, speaker: by })
        const shown = written.normalize('NFC').replace(/\s+/gu, ' ')
        for (const pledge of pledges) {
          expect([...pledge.titles, ...pledge.commendations].every((code) => codes.has(code))).toBe(true)
          expect(pledge.name === null || shown.includes(pledge.name) || pledge.name === by?.name).toBe(true)
          if (pledge.unit === null) continue
          const known = campaign.units.find((one) => one.code === pledge.unit)
          expect(known && (known.validFrom ?? day) <= day && day <= (known.validTo ?? day)).toBe(true)
        }
        expect(pledges.length > 0).toBe(kind !== 'not-pledge')
        expect(new Set(ask)).toEqual(new Set(doubts.map((doubt) => doubt.field)))
        expect(kind === 'clarify').toBe(doubts.some((doubt) => doubt.why !== 'unsaid'))
        expect(doubts.every((doubt) => doubt.pledge < pledges.length)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  test('it reads the same twice', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(reader.read(written, { day })).toEqual(createQuickReader(campaign).read(written, { day }))
      }),
      { numRuns: 20 },
    )
  })
})

describe('one person, one unit, one title', () => {
  test('diacritics change nothing', () => {
    fc.assert(
      fc.property(message, (said) => {
        const words = `${said.name}, ${said.unit}, đăng ký ${said.award}`
        const plain = words.split(', ').map(fold).join(', ')
        expect(meant(reader.read(plain, { day }))).toEqual(meant(reader.read(words, { day })))
      }),
    )
  })

  test('the order of the parts changes nothing', () => {
    fc.assert(
      fc.property(
        message.chain((said) => fc.shuffledSubarray([said.name, said.unit, `đk ${said.award}`], { minLength: 3 })),
        (parts) => {
          const usual = [...parts].sort((a, b) => Number(a.startsWith('đk')) - Number(b.startsWith('đk')))
          expect(meant(reader.read(parts.join(', '), { day }))).toEqual(meant(reader.read(usual.join(', '), { day })))
          expect(reader.read(parts.join(', '), { day }).ask).toEqual([])
        },
      ),
    )
  })

  test('a question proposes nothing', () => {
    fc.assert(
      fc.property(message, (said) => {
        expect(reader.read(`khi nào ${said.name}, ${said.unit} được đăng ký ${said.award}?`, { day }).kind).toBe(
          'not-pledge',
        )
      }),
    )
  })
})
