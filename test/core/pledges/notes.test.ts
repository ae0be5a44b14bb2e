import { describe, expect, test } from 'vitest'
import { type Text, text } from '../../../src/core/message.ts'
import { notesOnRows, pledgeNotes } from '../../../src/core/pledges/notes.ts'
import type { PledgeContent } from '../../../src/core/pledges/pledge.ts'
import { readCampaign, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()
const none = { late: false, standing: [] }

function pledge(more: Partial<PledgeContent> = {}): PledgeContent {
  return {
    subject: 'individual',
    name: 'Nguyễn Thị Lan',
    unit: 'VP',
    titles: ['LDTT'],
    commendations: [],
    ...more,
  }
}

function idsOf(notes: readonly Text[]): string[] {
  return notes.map((note) => ('key' in note ? note.key : '')).filter((id) => id !== 'pledge-note-law')
}

describe('pledgeNotes', () => {
  test('says nothing of a plain pledge', () => {
    expect(pledgeNotes(pledge(), none, campaign)).toEqual([])
  })

  test.each([
    ['a fighter who is no advanced worker', pledge({ titles: ['CSTDCS'] }), none, 'pledge-note-cstdcs'],
    ['a provincial fighter', pledge({ titles: ['LDTT', 'CSTDT'] }), none, 'pledge-note-cstdt'],
    ['a collective title of an individual', pledge({ titles: ['TTLDTT'] }), none, 'pledge-note-not-individual'],
    [
      'an individual title of a collective',
      pledge({ subject: 'collective', titles: ['LDTT'] }),
      none,
      'pledge-note-not-collective',
    ],
    [
      'an excellent collective without a fighter',
      pledge({ subject: 'collective', titles: ['TTLDXS'] }),
      { ...none, fighterUnits: ['NV1'] },
      'pledge-note-ttldxs',
    ],
    [
      'the same person twice, however it is written',
      pledge(),
      { late: false, standing: [{ code: 'TD-A', subject: 'individual', name: 'NGUYEN THI LAN', unit: 'VP' }] } as const,
      'pledge-note-twin',
    ],
    ['a phase that has closed', pledge(), { late: true, standing: [] }, 'pledge-note-late'],
  ])('tells of %s', (_, content, facts, id) => {
    expect(idsOf(pledgeNotes(content, facts, campaign))).toEqual([id])
  })

  test('does not take another unit, another person or a unit with a fighter for such a case', () => {
    const collective = pledge({ subject: 'collective', titles: ['TTLDXS'] })
    expect(pledgeNotes(collective, { ...none, fighterUnits: ['VP'] }, campaign)).toEqual([])
    expect(pledgeNotes(collective, none, campaign)).toEqual([])
    const standing = [{ code: 'TD-A', subject: 'individual', name: 'Nguyễn Thị Lan', unit: 'NV1' } as const]
    expect(pledgeNotes(pledge(), { late: false, standing }, campaign)).toEqual([])
  })

  test('tells of several pledges each thing once, and looks at them together', () => {
    const rows = [
      { number: 1, content: pledge({ titles: ['CSTDCS'] }) },
      { number: 3, content: pledge({ name: 'Trần Văn Bình', titles: ['CSTDCS'] }) },
      { number: 4, content: pledge({ subject: 'collective', titles: ['TTLDXS'] }) },
    ]
    const told = notesOnRows(rows, { fighterUnits: [] }, campaign)
    expect(told.map(({ numbers, note }) => [numbers, note])).toEqual([
      [[1, 3], text('pledge-note-cstdcs')],
      [[1, 3], text('pledge-note-law')],
    ])
  })

  test('names the council and never a verdict, in any language', () => {
    const all = ['cstdcs', 'cstdt', 'ttldxs', 'twin', 'late', 'not-individual', 'not-collective', 'law', 'council']
    for (const locale of ['vi', 'en'] as const)
      for (const id of all) {
        const said = translator.say(text(`pledge-note-${id}`, { code: 'TD-A' }), locale)
        expect(said).not.toMatch(/không được xét|đủ điều kiện để|bạn đủ|you are eligible|will not be considered/i)
      }
  })
})
