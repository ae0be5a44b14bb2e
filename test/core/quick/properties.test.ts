import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/language/fold.ts'
import { createQuickReader, longestQuickText, type QuickReading } from '../../../src/core/quick/read-quick.ts'
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

/** Messages of the set as they stand, and with words left out, doubled, swapped or cut. */
const set = readFileSync('test/eval/quick.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text)
const mutated = fc
  .tuple(
    fc.constantFrom(...set),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'join', 'cut')), { maxLength: 4 }),
  )
  .map(([written, changes]) =>
    changes.reduce((words, [at, how]) => mutate(words, at % (words.length || 1), how), written.split(' ')).join(' '),
  )

function mutate(words: readonly string[], at: number, how: string): string[] {
  const [before, word = '', after] = [words.slice(0, at), words[at], words.slice(at + 1)]
  if (how === 'drop') return [...before, ...after]
  if (how === 'double') return [...before, word, word, ...after]
  if (how === 'swap') return [...before, ...after.slice(0, 1), word, ...after.slice(1)]
  if (how === 'join') return [...before, word + (after[0] ?? ''), ...after.slice(1)]
  return [...before, word.slice(0, -1), ...after]
}

describe('what people wrote, and slips in it', () => {
  test('it throws nothing, reads only what the campaign has, and names only whom the text names', () => {
    const codes = new Set([...campaign.titles, ...campaign.commendations].map((one) => one.code))
    const units = new Set(campaign.units.map((one) => one.code))
    fc.assert(
      fc.property(mutated, speaker, (written, by) => {
        const shown = written.normalize('NFC').replace(/\s+/gu, ' ')
        for (const pledge of reader.read(written, { day, speaker: by }).pledges) {
          expect([...pledge.titles, ...pledge.commendations].every((code) => codes.has(code))).toBe(true)
          expect(pledge.unit === null || units.has(pledge.unit)).toBe(true)
          expect(pledge.name === null || shown.includes(pledge.name) || pledge.name === by?.name).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('how the letters are composed changes nothing', () => {
    fc.assert(
      fc.property(mutated, (written) => {
        expect(reader.read(written.normalize('NFD'), { day })).toEqual(reader.read(written.normalize('NFC'), { day }))
      }),
      { numRuns: 500 },
    )
  })

  test('thanks behind a sentence of their own change nothing', () => {
    const thanks = fc.constantFrom(
      '. Em cảm ơn ạ',
      '. Xin cảm ơn!',
      '. Trân trọng.',
      '\nCảm ơn ad nhiều nhé',
      ' ạ',
      ' 🙏',
    )
    fc.assert(
      fc.property(fc.constantFrom(...set), thanks, (written, more) => {
        // Behind few words in capitals, thanks in small letters change what capitals tell.
        fc.pre(!/[.?!…]\s*$/u.test(written) && /\p{Ll}{2}/u.test(written))
        expect(reader.read(written + more, { day })).toEqual(reader.read(written, { day }))
      }),
      { numRuns: 800 },
    )
  })

  test('a longer message is read no further than the longest that is read', () => {
    const long = fc
      .constantFrom('em đk LĐTT ', 'Lê Văn Tám, ', 'không ', 'a', '1. ', 'phòng ')
      .chain((word) => fc.integer({ min: 1000, max: 4000 }).map((times) => word.repeat(times)))
    fc.assert(
      fc.property(long, (written) => {
        expect(reader.read(written, { day })).toEqual(reader.read(written.slice(0, longestQuickText), { day }))
      }),
      { numRuns: 12 },
    )
  })
})

const family = fc.constantFrom(
  'Nguyễn',
  'Trần',
  'Thạch',
  'Danh',
  'Quách',
  'Lâm',
  'Huỳnh',
  'Sơn',
  'Kiên',
  'Trịnh',
  'Đặng',
)
const middle = fc.constantFrom('Văn', 'Thị', 'Hoàng', 'Ngọc', 'Minh', 'Thị Bé', 'Hữu', 'Quốc', 'Kim')
const given = fc.constantFrom(
  'Lan',
  'Đua',
  'Phòng',
  'Năm',
  'Tiến',
  'Rết',
  'Út',
  'Hạnh',
  'Tỉnh',
  'Công',
  'Yến Nhi',
  'Cơ',
  'Khen',
)
const person = fc.tuple(family, middle, given).map((parts) => parts.join(' '))
const pledged = fc.record({
  name: person,
  unit: fc.constantFrom(
    ...campaign.units.filter((one) => (one.validFrom ?? day) <= day && day <= (one.validTo ?? day)),
  ),
  award: fc.constantFrom(
    ...[...campaign.titles, ...campaign.commendations].filter((one) => one.for.includes('individual')),
  ),
})

describe('a registration in the words of the campaign', () => {
  test('it reads back as it was, in whatever order its parts stand', () => {
    const sentences = pledged.chain(({ name, unit, award }) =>
      fc
        .shuffledSubarray([`đăng ký ${award.name.vi}`, `cho ${name}`, unit.name], { minLength: 3 })
        .map((parts) => ({ written: parts.join(', '), name, unit, award })),
    )
    fc.assert(
      fc.property(sentences, ({ written, name, unit, award }) => {
        const { kind, pledges, ask } = reader.read(written, { day })
        expect([written, kind, ask]).toEqual([written, 'proposal', []])
        expect(pledges.map((one) => [one.name, one.unit, [...one.titles, ...one.commendations]])).toEqual([
          [name, unit.code, [award.code]],
        ])
      }),
      { numRuns: 600 },
    )
  })

  test('it reads back as one sentence', () => {
    fc.assert(
      fc.property(pledged, ({ name, unit, award }) => {
        const written = `đăng ký ${award.name.vi} cho ${name}, ${unit.name}`
        const { kind, pledges } = reader.read(written, { day })
        expect([
          written,
          kind,
          pledges.map((one) => [one.name, one.unit, [...one.titles, ...one.commendations]]),
        ]).toEqual([written, 'proposal', [[name, unit.code, [award.code]]]])
      }),
      { numRuns: 400 },
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
