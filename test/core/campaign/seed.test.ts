import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Campaign, Topic } from '../../../src/core/campaign/campaign.ts'
import { parseCampaign } from '../../../src/core/campaign/parse-campaign.ts'

const PARAGRAPHS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']
/** What the article does not say: each has a topic that admits it. */
const SILENCES = `
  han-dang-ky noi-nop dau-moi mau-dang-ky so-ke-hoach nguoi-ky kinh-phi danh-muc-danh-hieu
  giao-luu-ngay-noi giao-luu-mon giao-luu-giai so-ket-ngay-noi tong-ket-ngay-noi ket-qua-so-ket
  ket-qua-tong-ket so-luong-khen ty-le-ca-mau so-danh-hieu lao-dong-hop-dong dai-bieu danh-sach-phong
  chanh-thanh-tra dai-hoi-truoc bang-xep-hang han-ho-so-tinh bao-cao hoi-dong-tdkt chi-tieu-sang-kien
  ttldtt-tieu-chuan
`
  .trim()
  .split(/\s+/)

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const article = fold(read('test/payloads/source-article.txt'))
const real = load('prisma/seed/ca-mau-80-nam.yaml')
const sample = load('prisma/seed/vi-du-2026-2027.yaml')

function load(path: string): Campaign {
  const parsed = parseCampaign(read(path))
  if ('problems' in parsed) throw new Error(`${path}: ${JSON.stringify(parsed.problems, null, 2)}`)
  return parsed.campaign
}

/** One spelling of a text: composed letters, single spaces. */
function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Bare letters, so that two spellings of one question count as one. */
function bare(text: string): string {
  const letters = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
  return letters.replace(/[^a-z0-9 ]/g, '').trim()
}

function topic(id: string): Topic {
  const found = real.topics.find((one) => one.id === id)
  if (!found) throw new Error(`no topic ${id}`)
  return found
}

const said = (one: Topic): string => fold(`${one.answer.vi} ${one.answer.en ?? ''}`)

describe('the campaign of the source article', () => {
  it('keeps the sample units marked as sample', () => {
    expect(real.unitsAreSample).toBe(true)
    expect(real.units.map((unit) => unit.code)).toEqual(
      'VP NV1 NV2 NV3 NV4 PCTN GSKT TCD TTXD TTNNMT TTTB TTNC'.split(' '),
    )
  })

  it('closes its phases on the dates of the article', () => {
    expect(real.phases.map(({ id, start, close }) => [id, start, close])).toEqual([
      ['dot-1', '2024-07-01', '2024-12-31'],
      ['dot-2', '2025-01-01', '2025-11-23'],
    ])
    expect(real.period).toMatchObject({ start: '2024-07-05', end: '2025-11-23' })
  })

  it.each(PARAGRAPHS)('cites paragraph %s in at least one topic', (paragraph) => {
    expect(real.topics.filter((one) => one.sources.includes(paragraph))).not.toEqual([])
  })

  it.each([...PARAGRAPHS, 'TACGIA'])('quotes %s exactly as the article has it', (paragraph) => {
    const quote = real.sources[paragraph]?.quote
    expect(quote).toBeDefined()
    expect(article).toContain(fold(quote ?? ''))
  })

  it('quotes the theme exactly as the article has it, in the theme and in its topic', () => {
    expect(article).toContain(fold(real.theme.text))
    expect(said(topic('chu-de'))).toContain(fold(real.theme.text))
  })

  it('knows every title and commendation, each with its decider, legal basis and the day it was checked', () => {
    const titles = ['LDTT', 'CSTDCS', 'CSTDT', 'CSTDTQ', 'TTLDTT', 'TTLDXS', 'COTINH', 'COCP']
    const commendations = ['GK', 'BKT', 'BKTTCP', 'BKTTG', 'HCLD3', 'KNC']
    expect(real.titles.map((one) => one.code)).toEqual(titles)
    expect(real.commendations.map((one) => one.code)).toEqual(commendations)
    for (const award of [...real.titles, ...real.commendations]) {
      expect(award, award.code).toMatchObject({ checked: '2026-11-24' })
      expect(award.decidedBy?.en, award.code).toBeTruthy()
      expect(award.legalBasis?.en, award.code).toBeTruthy()
      expect(award.sources, award.code).not.toEqual([])
    }
  })

  it('leaves a bare "CSTĐ" and a bare "bằng khen" ambiguous', () => {
    const aliases = [...real.titles, ...real.commendations].flatMap((one) => one.aliases.map(bare))
    for (const word of ['cstd', 'chien si thi dua', 'bang khen', 'bk', 'co thi dua', 'sk'])
      expect(aliases).not.toContain(word)
  })

  it('gives no alias to two awards', () => {
    const owners = new Map<string, string>()
    for (const award of [...real.titles, ...real.commendations])
      for (const alias of award.aliases.map(bare)) {
        expect([undefined, award.code], `alias "${alias}" of ${award.code}`).toContain(owners.get(alias))
        owners.set(alias, award.code)
      }
  })

  it('gives both start dates and says that the document differs', () => {
    const words = topic('ngay-bat-dau').answer
    expect(words.vi).toContain('05/7/2024')
    expect(words.vi).toContain('01/7/2024')
    expect(words.vi).toContain('khác nhau')
    expect(words.en).toContain('differs')
    expect(real.period.note?.vi).toMatch(/05\/7\/2024.*01\/7\/2024/s)
  })

  it('counts the days of the phases with both ends', () => {
    expect(topic('do-dai-dot-1').answer.vi).toContain('184 ngày')
    expect(topic('do-dai-dot-2').answer.vi).toContain('327 ngày')
    expect(topic('do-dai-phong-trao').answer.vi).toContain('507 ngày')
  })

  it.each(SILENCES)('admits that it does not know %s', (id) => {
    expect(topic(id).kind).toBe('unknown')
    expect(topic(id).answer.vi).toMatch(/không nêu|chưa có|không kèm/)
  })

  it('never threatens that somebody without a pledge is not considered', () => {
    for (const one of real.topics)
      expect(one.answer.vi, one.id).not.toMatch(/không đăng ký (thì )?(sẽ )?không được xét/i)
    expect(topic('khong-dang-ky').answer.vi).toContain('Điều 7')
    expect(topic('khong-dang-ky').answer.vi).toContain('đăng ký không còn là căn cứ')
  })

  it('says nothing as a fact that has not been verified', () => {
    const everything = real.topics.map((one) => said(one)).join(' ')
    for (const words of [
      '2.340.000',
      '1802/KH-TTCP',
      '01/11/2020',
      'Phạm Thành Ngại',
      'Lữ Quang Ngời',
      '780/NQ',
      '80/SL',
    ])
      expect(everything).not.toContain(words)
    // The year of this sentence is contested between sources.
    expect(said(topic('loi-bac'))).not.toMatch(/19(57|60)/)
    expect(topic('ty-le-15').answer.vi).toContain('hết hiệu lực')
    for (const one of real.topics) if (one.id !== 'ty-le-15') expect(said(one), one.id).not.toContain('15%')
  })

  it('labels every answer that rests on law as still to be compared with the official text', () => {
    const checked = real.topics.filter((one) => one.sources.some((source) => real.sources[source]?.checked))
    const legal = checked.filter((one) => one.kind === 'answer')
    expect(legal.length).toBeGreaterThan(40)
    for (const one of legal)
      expect(one.answer.vi, one.id).toMatch(/cần\s+đối\s+chiếu\s+bản\s+chính\s+thức|chưa kiểm chứng/i)
    for (const one of real.topics)
      if (one.kind === 'answer' && /Điều \d+/.test(one.answer.vi)) expect(checked, one.id).toContain(one)
  })

  it('writes every topic short, in both languages, without markup and with several questions', () => {
    for (const one of real.topics) {
      expect(one.title.en, one.id).toBeTruthy()
      expect(one.answer.en, one.id).toBeTruthy()
      expect(one.answer.vi.length, one.id).toBeLessThan(500)
      expect(said(one), one.id).not.toMatch(/\*\*|__|https?:/)
      expect(one.questions.length, one.id).toBeGreaterThanOrEqual(5)
      expect(one.sources, one.id).not.toEqual([])
    }
  })

  it('asks no question under two topics', () => {
    const owners = new Map<string, string>()
    for (const one of real.topics)
      for (const question of one.questions) {
        expect(owners.get(bare(question)), `"${question}" of ${one.id}`).toBeUndefined()
        owners.set(bare(question), one.id)
      }
  })

  it('uses every source it lists', () => {
    const lists = [real.topics, real.titles, real.commendations, real.milestones, real.phases].flat()
    const cited = new Set([...lists, real.theme, real.period].flatMap((one) => one.sources))
    expect(Object.keys(real.sources).filter((source) => !cited.has(source))).toEqual([])
  })

  it('rests on the holidays of its time and works the Saturday that made up for one', () => {
    const days = real.holidays.map((holiday) => holiday.date)
    expect(days).toEqual([...days].sort())
    expect(days).toEqual(expect.arrayContaining(['2025-01-29', '2025-04-07', '2025-05-02', '2025-09-02']))
    expect(real.workdays).toEqual(['2025-04-26'])
  })
})

describe('the sample campaign', () => {
  it('says that it is made up', () => {
    expect(sample.id).toBe('vi-du-2026-2027')
    expect(sample.notice?.vi).toContain('không có thật')
    expect(sample.name.vi).toContain('ví dụ')
    expect(sample.unitsAreSample).toBe(true)
  })

  it('has two phases, three units and topics of both kinds', () => {
    expect(sample.phases).toHaveLength(2)
    expect(sample.units).toHaveLength(3)
    expect(new Set(sample.topics.map((one) => one.kind))).toEqual(new Set(['answer', 'unknown']))
  })

  it('explains itself in comments', () => {
    const lines = read('prisma/seed/vi-du-2026-2027.yaml').split('\n')
    expect(lines.filter((line) => line.trimStart().startsWith('#')).length).toBeGreaterThan(40)
  })
})
