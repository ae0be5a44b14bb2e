import { describe, expect, test } from 'vitest'
import { digestSaying, type Gathered } from '../../../src/core/notices/digest.ts'
import { digestAfter, soonInOfficeHours } from '../../../src/core/notices/digest-times.ts'
import { readCampaign, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()
const zone = 'Asia/Ho_Chi_Minh'
const at = (time: string) => new Date(`${time}+07:00`)

describe('when what has gathered is told', () => {
  test.each([
    ['2025-11-10T07:59', '2025-11-10T08:00'],
    ['2025-11-10T08:00', '2025-11-10T14:00'],
    ['2025-11-10T15:00', '2025-11-11T08:00'],
    // From Friday afternoon over the weekend, and before a holiday.
    ['2025-11-14T14:30', '2025-11-17T08:00'],
    ['2025-09-01T09:00', '2025-09-03T08:00'],
  ])('after %s at %s', (moment, next) => {
    expect(digestAfter(at(moment), zone, campaign)).toEqual(at(next))
  })

  test.each([
    ['2025-11-10T09:00', '2025-11-10T09:05'],
    ['2025-11-10T19:58', '2025-11-11T08:00'],
    ['2025-11-15T09:00', '2025-11-17T08:00'],
  ])('a pledge returned at %s is told of at %s', (moment, soon) => {
    expect(soonInOfficeHours(at(moment), zone, campaign)).toEqual(at(soon))
  })
})

describe('the digest', () => {
  const pledge = {
    ...{ id: 'p', code: 'TD-ABCDEF', phase: 'dot-2', subject: 'individual', name: 'Phạm Văn Chín', unit: 'VP' },
    ...{ titles: [], commendations: [], state: 'submitted', version: 1, late: false, results: [] },
    ...{ createdAt: at('2025-11-10T08:00'), updatedAt: at('2025-11-10T08:00'), personId: 'sender' },
  } as unknown as Gathered['notices'][number]['pledge']
  const coordinator = { id: 'me', role: 'coordinator', coordinates: ['VP'] } as const
  const shown = (gathered: Omit<Gathered, 'newcomers'> & Partial<Gathered>) => {
    const saying = digestSaying({ newcomers: [], ...gathered }, campaign, 'vi')
    return saying && translator.render(saying.text, 'vi').text
  }

  test('names five of those that wait, and says how many more', () => {
    const notices = Array.from({ length: 7 }, (_, index) => ({
      kind: 'confirm' as const,
      pledge: { ...pledge, id: `p${index}`, name: `Người ${index}` },
    }))
    const words = shown({ person: coordinator, notices })
    expect(words).toContain('Có 7 bản')
    expect(words).toContain('5. Người 4')
    expect(words).not.toContain('Người 5')
    expect(words).toContain('2 bản nữa')
  })

  test.each([
    ['confirmed by another meanwhile', coordinator, { kind: 'confirm', pledge: { ...pledge, state: 'confirmed' } }],
    ['of a unit that is theirs no more', { ...coordinator, coordinates: ['NV1'] }, { kind: 'confirm', pledge }],
    ['who is no coordinator any more', { ...coordinator, role: 'staff' }, { kind: 'confirm', pledge }],
    ['changed since it was returned', { ...coordinator, id: 'sender' }, { kind: 'returned', pledge }],
    ['of another person', coordinator, { kind: 'returned', pledge: { ...pledge, state: 'returned' } }],
    [
      'withdrawn after it was confirmed',
      { ...coordinator, id: 'sender' },
      { kind: 'confirmed', pledge: { ...pledge, state: 'withdrawn' } },
    ],
    ['who left the office', coordinator, { kind: 'list', pledge: { ...pledge, state: 'confirmed' } }],
  ] as const)('says nothing of a pledge %s', (_why, person, notice) => {
    expect(shown({ person, notices: [notice] } as Parameters<typeof shown>[0])).toBeUndefined()
  })

  test('says how many say to be of the units that are theirs still', () => {
    const words = shown({ person: coordinator, notices: [], newcomers: [{ unit: 'VP' }, { unit: 'NV1' }] })
    expect(words).toContain('Có 1 người mới khai là của đơn vị, cần xác nhận.')
    expect(shown({ person: coordinator, notices: [], newcomers: [{ unit: 'NV1' }] })).toBeUndefined()
  })

  test.each([
    ['included', 'đã vào danh sách', ['confirmed', 'included']],
    ['confirmed', 'được thường trực thi đua mở lại', ['confirmed', 'included', 'reopened']],
    ['included', 'đã có kết quả', ['included', 'result']],
  ] as const)('of a pledge that is %s one line says the last thing: %s', (state, words, kinds) => {
    const notices = kinds.map((kind) => ({ kind, pledge: { ...pledge, state } }))
    const said = shown({ person: { ...coordinator, id: 'sender' }, notices })
    expect(said).toContain(words)
    expect(said?.match(/TD-ABCDEF/g)).toHaveLength(1)
  })

  test('tells the same matter once, with its reason', () => {
    const returned = {
      kind: 'returned',
      pledge: { ...pledge, state: 'returned' as const, reason: 'Thiếu đề tài' },
    } as const
    const words = shown({ person: { ...coordinator, id: 'sender' }, notices: [returned, returned] })
    expect(words?.match(/TD-ABCDEF/g)).toHaveLength(1)
    expect(words).toContain('Thiếu đề tài')
  })
})
