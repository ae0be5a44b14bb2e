import { describe, expect, it } from 'vitest'
import { type CampaignProblem, parseCampaign } from '../../../src/core/campaign/parse-campaign.ts'

const FILE = `id: mau
name: Phong trào mẫu
shortName: Mẫu
organiser: Cơ quan mẫu
theme:
  text: Chủ đề
  sources: [P1]
period:
  start: 2025-01-01
  end: 2025-12-31
phases:
  - id: dot-1
    name: Đợt 1
    start: 2025-01-01
    close: 2025-12-31
    atClose: tổng kết
titles:
  - code: LDTT
    name: Lao động tiên tiến
    for: [individual]
units:
  - code: VP
    name: Văn phòng
controller: Cơ quan mẫu
sources:
  P1:
    title: Bài gốc, đoạn 1
topics:
  - id: chu-de
    title: Chủ đề
    answer: Chủ đề là vậy.
    sources: [P1]
    questions: [Chủ đề là gì?]
`

/** The problems of the file after a change; `from` must be in it. */
function problemsAfter(from: string, to: string): readonly CampaignProblem[] {
  expect(FILE).toContain(from)
  const parsed = parseCampaign(FILE.replace(from, to))
  return 'problems' in parsed ? parsed.problems : []
}

/** The line, from 1, on which that text stands in the unchanged file. */
function lineOf(text: string): number {
  return FILE.slice(0, FILE.indexOf(text)).split('\n').length
}

describe('parseCampaign', () => {
  it('reads a file without problems and fills in what was left out', () => {
    const parsed = parseCampaign(FILE)
    expect(parsed).toMatchObject({
      campaign: { name: { vi: 'Phong trào mẫu' }, commendations: [], holidays: [], unitsAreSample: false },
    })
  })

  it('points to the line of a wrong date', () => {
    expect(problemsAfter('close: 2025-12-31', 'close: 31/12/2025')).toEqual([
      { line: lineOf('close:'), path: 'phases.0.close', reason: 'must be a date such as 2025-11-23' },
    ])
  })

  it('points to the line of a day that the calendar does not have', () => {
    expect(problemsAfter('end: 2025-12-31', 'end: 2025-02-30')).toMatchObject([
      { line: lineOf('end:'), path: 'period.end' },
    ])
  })

  it('names an unknown key and the line of what holds it', () => {
    const [problem, ...others] = problemsAfter('    atClose: tổng kết', '    atClose: tổng kết\n    colour: đỏ')
    expect(others).toEqual([])
    expect(problem).toMatchObject({ line: lineOf('id: dot-1'), path: 'phases.0' })
    expect(problem?.reason).toContain('colour')
  })

  it('names a missing key and the line of what lacks it', () => {
    expect(problemsAfter('    atClose: tổng kết\n', '')).toMatchObject([
      { line: lineOf('id: dot-1'), path: 'phases.0.atClose' },
    ])
  })

  it('points to a reference to a source that is not there', () => {
    expect(problemsAfter('    sources: [P1]\n    questions', '    sources: [P9]\n    questions')).toEqual([
      {
        line: lineOf('    sources: [P1]\n    questions'),
        path: 'topics.0.sources.0',
        reason: 'there is no source "P9" under sources',
      },
    ])
  })

  it('points to a related topic and a successor unit that are not there', () => {
    expect(problemsAfter('[Chủ đề là gì?]', '[Chủ đề là gì?]\n    related: [muc-dich]')).toMatchObject([
      { path: 'topics.0.related.0', reason: 'there is no topic "muc-dich"' },
    ])
    expect(problemsAfter('name: Văn phòng', 'name: Văn phòng\n    successor: NV9')).toMatchObject([
      { path: 'units.0.successor', reason: 'there is no unit "NV9"' },
    ])
  })

  it('refuses a phase that closes before it starts', () => {
    expect(problemsAfter('close: 2025-12-31', 'close: 2024-12-31')).toEqual([
      { line: lineOf('close:'), path: 'phases.0.close', reason: 'must not be before the start of the phase' },
    ])
  })

  it('reports every problem at once, in the order of the file', () => {
    const parsed = parseCampaign(FILE.replace('start: 2025-01-01', 'start: hôm qua').replace('[individual]', '[nhóm]'))
    const lines = 'problems' in parsed ? parsed.problems.map((problem) => problem.line) : []
    expect(lines).toEqual([lineOf('start:'), lineOf('for:')])
  })

  it('gives the line at which the YAML breaks', () => {
    const [problem] = problemsAfter('  text: Chủ đề', '  text: "Chủ đề')
    expect(problem?.path).toBe('')
    expect(problem?.line).toBeGreaterThanOrEqual(lineOf('text:'))
  })

  it('gives the line of a value whose colon makes it two', () => {
    expect(problemsAfter('organiser: Cơ quan mẫu', 'organiser: Cơ quan: mẫu')).toMatchObject([
      { line: lineOf('organiser:'), path: '' },
    ])
  })

  it('refuses an empty file', () => {
    expect(parseCampaign('')).toMatchObject({ problems: [{ line: 1, path: '' }] })
  })
})
