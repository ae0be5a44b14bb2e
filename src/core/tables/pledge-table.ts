import type { Day } from '../campaign/calendar.ts'
import { type Campaign, worded } from '../campaign/campaign.ts'
import { phaseForPledge } from '../campaign/state.ts'
import { presentUnit } from '../campaign/unit-list.ts'
import { fold } from '../language/fold.ts'
import { literal, type Text, text } from '../message.ts'
import type { Person } from '../people/person.ts'
import type { Standing } from '../pledges/notes.ts'
import { asContent, type PledgeContent, unitName } from '../pledges/pledge.ts'
import { mayEnter, type Whose, whoseIs } from '../pledges/whose.ts'
import type { QuickDoubt, QuickReader, QuickReading } from '../quick/read-quick.ts'
import type { PlannedRow } from './plan.ts'
import type { PledgeColumn } from './pledge-columns.ts'
import { createUnitFinder, readName, type UnitFinder } from './roster.ts'
import type { TableRecord } from './table.ts'

/** A row of a list of pledges, with what its cells were understood to register (`ReadAwards` as JSON). */
export type PledgeRecord = TableRecord<PledgeColumn | 'read'>

type ReadAwards = Pick<QuickReading, 'pledges' | 'doubts'>

/** Reads what each row registers: a cell of titles as well as a whole sentence. Many rows say the same: it is read once. */
export function readPledgeRecords(
  records: readonly TableRecord<PledgeColumn>[],
  quick: QuickReader,
  day: Day,
): readonly PledgeRecord[] {
  const known = new Map<string, string>()
  const read = (words: string) => {
    const { pledges, doubts } = quick.read(words, { day })
    return JSON.stringify({ pledges, doubts } satisfies ReadAwards)
  }
  return records.map(({ row, cells }) => {
    const said = saidOf(cells)
    const words = said === '' || / (dang ky|dk) /.test(` ${fold(said)} `) ? said : `Đăng ký ${said}`
    const reading = known.get(words) ?? read(words)
    known.set(words, reading)
    return { row, cells: { ...cells, read: reading } }
  })
}

function saidOf({ titles, commendations }: PledgeRecord['cells']): string {
  return [titles, commendations].filter((one) => one !== undefined && !/^[-–—.0\s]+$/.test(one)).join('; ')
}

export interface KnownPledges {
  /** Who handed the list in. */
  readonly person: Person
  readonly campaign: Campaign
  readonly day: Day
  /** What stands in the phase already. */
  readonly standing: readonly Standing[]
}

/** What a list of pledges would register for the phase that is open, row by row. Nothing in it is guessed. */
export function* planPledges(
  records: readonly PledgeRecord[],
  known: KnownPledges,
): Generator<PlannedRow<PledgeContent>> {
  const { campaign, day, standing } = known
  const phase = phaseForPledge(day, campaign).id
  const judge = createJudge(known)
  const sent = new Map(standing.map((one) => [subjectKey(one), one.code]))
  const rowOf = new Map<string, number>()
  for (const { row, cells } of records) {
    const judged = judge(cells)
    if ('change' in judged) {
      yield { row, ...judged }
      continue
    }
    const key = subjectKey(judged)
    const first = rowOf.get(key)
    const code = sent.get(key)
    if (first !== undefined) yield { row, change: 'reject', why: text('roster-twice', { row: first }) }
    else if (code !== undefined)
      yield { row, change: 'same', facts: judged, id: code, why: text('pledges-there', { code }) }
    else yield { row, change: 'add', facts: judged, id: phase, why: understood(judged, known) }
    if (first === undefined) rowOf.set(key, row)
  }
}

function subjectKey({ subject, unit, name }: Pick<PledgeContent, 'subject' | 'unit' | 'name'>): string {
  return subject === 'collective' ? unit : `${unit} ${fold(name)}`
}

function understood({ titles, commendations }: PledgeContent, { campaign, person }: KnownPledges): Text {
  const codes = [...titles, ...commendations]
  const awards = [...campaign.titles, ...campaign.commendations].filter((one) => codes.includes(one.code))
  return text('pledges-understood', {
    awards: literal(awards.map((one) => worded(one.name, person.locale)).join(', ')),
  })
}

interface Objection {
  readonly change: 'reject' | 'ask'
  readonly why: Text
}

const reject = (why: Text): Objection => ({ change: 'reject', why })
const ask = (why: Text): Objection => ({ change: 'ask', why })

/** So long is what a detail may be. */
const longest = 500

function createJudge({ person, campaign, day }: KnownPledges) {
  const unitOf = createUnitFinder(campaign, day)
  const read = new Map<string, ReadAwards>()
  const readingOf = (words = '{"pledges":[],"doubts":[]}') => {
    const reading = read.get(words) ?? (JSON.parse(words) as ReadAwards)
    read.set(words, reading)
    return reading
  }
  const meant = { person, campaign, unitOf }
  return (cells: PledgeRecord['cells']): PledgeContent | Objection => {
    const { pledges, doubts } = readingOf(cells.read)
    const [pledge, ...more] = pledges
    const said = literal(saidOf(cells))
    if (!pledge) return reject(text(saidOf(cells) === '' ? 'pledges-no-award' : 'pledges-unread', { said }))
    if (more.length > 0) return ask(text('pledges-several', { said }))
    const open = awardDoubt(doubts, meant, said)
    if (open) return open
    const subject = subjectOf(cells, pledge.subject, unitOf)
    const unit = readUnit(cells, pledge.unit, subject, doubts, meant)
    if (typeof unit !== 'string') return unit
    const name = subject === 'collective' ? unitName(unit, campaign) : readWho(cells, pledge.name)
    if (typeof name !== 'string') return name
    const { titles, commendations } = pledge
    if (!fits([...titles, ...commendations], subject, campaign)) return ask(text(`pledges-not-${subject}`, { said }))
    if (!mayEnter(person, unit, whoseInTable({ subject, name }, person), campaign))
      return reject(text('pledges-foreign', { unit: literal(unitName(unit, campaign)) }))
    const details = (['position', 'topic', 'targets', 'notes'] as const).flatMap((detail) => {
      const words = cells[detail]
      return words === undefined ? [] : [[detail, words] as const]
    })
    const long = details.find(([, words]) => words.length > longest)
    if (long) return reject(text('roster-cell-long', { length: long[1].length }))
    return asContent({ subject, name, unit, titles, commendations, ...Object.fromEntries(details) }, campaign)
  }
}

/** Of many rows nobody is asked whose they are: one's own is the one with the name that is known. */
export function whoseInTable(content: Pick<PledgeContent, 'subject' | 'name'>, person: Pick<Person, 'name'>): Whose {
  const whose = whoseIs(content, person, { answer: 'colleague' })
  return whose === 'ask' ? 'colleague' : whose
}

function awardDoubt(
  doubts: readonly QuickDoubt[],
  { campaign, person }: Pick<KnownPledges, 'campaign' | 'person'>,
  said: Text,
): Objection | undefined {
  const doubt = doubts.find((one) => one.field === 'titles')
  if (!doubt) return undefined
  if (doubt.why === 'unsaid') return reject(text('pledges-unread', { said }))
  const awards = [...campaign.titles, ...campaign.commendations].filter((one) => doubt.options.includes(one.code))
  if (awards.length === 0) return ask(text('pledges-level', { said }))
  const options = literal(awards.map((one) => worded(one.name, person.locale)).join('; '))
  return ask(text('pledges-may-be', { said, options }))
}

/** A row is about a collective where it says so or names a unit in the place of a person; else as its words were read. */
function subjectOf(cells: PledgeRecord['cells'], read: PledgeContent['subject'], unitOf: UnitFinder) {
  const says = fold(cells.subject ?? '')
  if (says.startsWith('tap the')) return 'collective'
  if (says.startsWith('ca nhan')) return 'individual'
  const { name } = cells
  if (name === undefined) return read
  return fold(name).startsWith('tap the ') || 'code' in unitOf(name) ? 'collective' : 'individual'
}

function readUnit(
  cells: PledgeRecord['cells'],
  read: string | null,
  subject: PledgeContent['subject'],
  doubts: readonly QuickDoubt[],
  { person, campaign, unitOf }: { person: Person; campaign: Campaign; unitOf: UnitFinder },
): string | Objection {
  const named = subject === 'collective' ? cells.name?.replace(/^tập thể /iu, '') : undefined
  const words = cells.unit ?? named
  const found = words === undefined ? undefined : unitOf(words)
  if (found && 'reason' in found) return reject(found.reason)
  if (found && read !== null && read !== found.code)
    return ask(text('pledges-two-units', { one: literal(found.name), other: literal(unitName(read, campaign)) }))
  if (found) return found.code
  const doubt = doubts.find((one) => one.field === 'unit' && one.why !== 'unsaid')
  if (doubt) return ask(text('pledges-unit-unclear', { said: literal(doubt.said ?? '') }))
  if (read !== null) return read
  const [own, ...others] = person.coordinates
  return own === undefined || others.length > 0 ? reject(text('roster-no-unit')) : presentUnit(own, campaign)
}

function readWho(cells: PledgeRecord['cells'], read: string | null): string | Objection {
  const isWritten = cells.name !== undefined || cells.family !== undefined
  const name = readName(isWritten || read === null ? cells : { name: read })
  if (typeof name !== 'string') return reject(name.reason)
  const isOther = read !== null && fold(read) !== fold(name)
  return isOther ? ask(text('pledges-two-names', { one: literal(name), other: literal(read) })) : name
}

function fits(codes: readonly string[], subject: PledgeContent['subject'], campaign: Campaign): boolean {
  return [...campaign.titles, ...campaign.commendations].every(
    (award) => !codes.includes(award.code) || award.for.includes(subject),
  )
}
