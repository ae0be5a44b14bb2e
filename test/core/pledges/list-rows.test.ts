import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/people/person.ts'
import { judgeRows, type ListRow, readRows, writeRows } from '../../../src/core/pledges/list-rows.ts'
import { readCampaign } from '../../support/test-app.ts'

const campaign = await readCampaign()
const coordinator: Person = {
  id: 'p',
  role: 'coordinator',
  locale: 'vi',
  name: 'Trần Thị Hoa',
  remindersOff: false,
  standing: 'verified',
  coordinates: ['NV2'],
}
const around: Parameters<typeof judgeRows>[2] = { person: coordinator, campaign, standing: [] }

function row(more: Partial<ListRow> = {}): ListRow {
  return {
    subject: 'individual',
    name: 'Nguyễn Văn An',
    unit: 'NV2',
    titles: ['LDTT'],
    commendations: [],
    doubts: [],
    ...more,
  }
}

const kinds = (rows: readonly ListRow[], answers = {}, given = around) =>
  judgeRows(rows, answers, given).map((one) => one.state.kind)

describe('judgeRows', () => {
  test('only what is complete, new and theirs to enter is ready', () => {
    const open = row({ name: 'Lê Văn Tám', titles: [], doubts: [{ field: 'titles', why: 'level', options: [] }] })
    const rows = [row(), open, row({ name: 'NGUYEN VAN AN' }), row({ unit: 'NV1', name: 'Vũ Thị Giang' })]
    expect(kinds(rows)).toEqual(['ready', 'missing', 'twin', 'foreign'])
    const standing = [{ code: 'TD-A', subject: 'individual', name: 'Nguyễn Văn An', unit: 'NV2' } as const]
    expect(kinds([row()], {}, { ...around, standing })).toEqual(['twin'])
  })

  test('a coordinator enters themself wherever they are, and the office everyone', () => {
    const own = row({ unit: 'NV1', name: 'tran thi hoa' })
    expect(kinds([own])).toEqual(['ready'])
    const office: Person = { ...coordinator, role: 'office', coordinates: [] }
    expect(kinds([row({ unit: 'NV1' })], {}, { ...around, person: office })).toEqual(['ready'])
  })

  test('answers complete a row, and a unit that is not theirs makes it foreign', () => {
    const open = row({ unit: null, doubts: [{ field: 'unit', why: 'unsaid', options: [] }] })
    expect(kinds([open], { unit0: 'NV2' })).toEqual(['ready'])
    expect(kinds([open], { unit0: 'NV1' })).toEqual(['foreign'])
    expect(kinds([open], { unit0: '' })).toEqual(['missing'])
    const level = row({ titles: [], doubts: [{ field: 'titles', why: 'level', options: [] }] })
    const [judged] = judgeRows([level], { titles0: ['CSTDCS', 'GK'] }, around)
    expect(judged?.row).toMatchObject({ titles: ['CSTDCS'], commendations: ['GK'] })
  })

  test('whatever is handed in: no ready row is doubtful, foreign or twice on the list', () => {
    const doubt = fc.record({
      field: fc.constantFrom('name' as const, 'unit' as const, 'titles' as const, 'subject' as const),
      why: fc.constantFrom('unsaid' as const, 'several' as const),
      options: fc.constant<string[]>([]),
    })
    const rows = fc.array(
      fc.record({
        subject: fc.constantFrom('individual' as const, 'collective' as const),
        name: fc.constantFrom('Lê Văn Tám', 'Vũ Thị Giang', null),
        unit: fc.constantFrom('NV1', 'NV2', null),
        titles: fc.subarray(['LDTT', 'CSTDCS']),
        commendations: fc.subarray(['GK']),
        doubts: fc.array(doubt, { maxLength: 2 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        expect(readRows(writeRows(given))).toEqual(given)
        const judged = judgeRows(given, {}, around)
        const ready = judged.flatMap(({ state }, index) => (state.kind === 'ready' ? [{ state, index }] : []))
        const subjects = ready.map(({ state: { content } }) => `${content.subject}/${content.name}/${content.unit}`)
        expect(new Set(subjects).size).toBe(subjects.length)
        for (const { index } of ready)
          expect(
            given[index]?.doubts.filter((one) => one.field !== 'name' || given[index]?.subject !== 'collective'),
          ).toEqual([])
      }),
    )
  })
})
