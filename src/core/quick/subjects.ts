import { type Event, isSameName, type SaidAward, type SaidUnit, type Who } from './events.ts'
import { combine, nameOf, type Subject, unplaced } from './subject.ts'
import { gaps } from './tokens.ts'
import { keepSubjects, type Speaker, type WhoEvent } from './who-counts.ts'

export interface Circumstances {
  readonly speaker: Speaker | undefined
  /** "cả hai", "đều": what follows concerns all that were named. */
  readonly all: boolean
  /** Names that only send the list. */
  readonly senderOnly: boolean
  /** A unit, and no person, is said to register. */
  readonly unitRegisters: boolean
  /** An unknown word stands where the one who registers would: "Sương đk LĐTT". */
  readonly stranger: boolean
  /** Several people are meant of whom no name is said. */
  readonly crowd: boolean
  readonly isForCollective: (code: string) => boolean
}

/** Who is registered for what and where: rows, headings, lists that share a title, and a title that several share. */
export function readSubjects(events: readonly Event[], circumstances: Circumstances): Subject[] {
  const kept = keepSubjects(unitsAsSubjects(events), circumstances)
  const rows = [...new Set(kept.map((event) => event.row))].map((row) => kept.filter((event) => event.row === row))
  const reading = createReading(circumstances, kept)
  for (const [index, row] of rows.entries()) reading.addRow(row, rows.slice(index + 1))
  return reading.finish()
}

/** "nv1 TTLĐXS, nv2 TTLĐTT": where no other subject is named, several units are. */
function unitsAsSubjects(events: readonly Event[]): Event[] {
  const units = events.flatMap((event) =>
    event.kind === 'unit' && !event.unit.unsure ? [event.unit.codes.join()] : [],
  )
  if (new Set(units).size < 2 || events.some((event) => event.kind === 'who')) return [...events]
  const who: Who = { kind: 'unit', name: null, honorific: false, given: false, joined: false }
  return events.flatMap((event): Event[] =>
    event.kind === 'unit' ? [{ kind: 'who', who, row: event.row, gap: event.gap, at: event.at }, event] : [event],
  )
}

function createReading(
  { speaker, all, unitRegisters, stranger, crowd, isForCollective }: Circumstances,
  events: readonly Event[],
) {
  const subjects: Subject[] = []
  let scope: SaidUnit | undefined
  let heading: SaidAward[] = []
  let headingUsed = false
  // The awards of a row that lists people behind them.
  let listed: readonly SaidAward[] = []
  // Those named since the last title: they share the next one.
  let waiting: Subject[] = []
  let last: Subject[] = []
  const people = new Set(
    events.flatMap((one) =>
      one.kind === 'who' && !one.who.except
        ? [one.who.kind === 'person' ? (one.who.name ?? '').toLowerCase() : one.who.kind]
        : [],
    ),
  )
  const single = people.size === 1 && !people.has('collective') && !people.has('unit')

  function subjectFor({ who }: WhoEvent): Subject {
    const isSpeaker = who.kind === 'self' || who.kind === 'we'
    const isOther = who.given || who.honorific || who.joined
    const kind = who.kind === 'collective' || who.kind === 'unit' ? 'collective' : 'person'
    const name = nameOf(who.name, isSpeaker, speaker)
    const known = subjects.find((one) => {
      if (one.kind !== kind) return false
      if (kind === 'collective') return who.kind !== 'unit' && one.unit === scope && one.awards.length === 0
      return (isSpeaker && one.isSpeaker) || (name !== null && one.name !== null && isSameName(one.name, name))
    })
    if (known) {
      if (name && name.length > (known.name?.length ?? 0)) known.name = name
      known.nameUnsure ||= who.unsure === true
      known.isOther ||= isOther
      return known
    }
    const subject: Subject = {
      kind,
      name,
      isSpeaker,
      isOther,
      awards: [],
      unit: scope,
      inherited: true,
      contradicted: false,
      implied: who.kind === 'unit',
      nameUnsure: who.unsure === true,
    }
    subjects.push(subject)
    return subject
  }

  function give(to: readonly Subject[], awards: readonly SaidAward[]): void {
    for (const subject of to) subject.awards.push(...awards)
  }

  function place(to: readonly Subject[], unit: SaidUnit): void {
    const owners = to.length > 1 ? to.filter((one) => !(one.isSpeaker && speaker?.unit)) : to
    const free = owners.filter((one) => one.unit === undefined || one.inherited)
    for (const subject of free) {
      subject.unit = unit
      subject.inherited = false
    }
    const [final] = owners.slice(-1)
    if (free.length === 0 && final?.unit) combine(final, unit)
  }

  function addRow(row: readonly Event[], following: readonly (readonly Event[])[]): void {
    const who = row.findIndex((event) => event.kind === 'who')
    const award = row.findIndex((event) => event.kind === 'award')
    if (who < 0 && award < 0) addUnits(row, following)
    else if (who < 0) addAwards(row)
    else if (award < 0) addNames(row)
    else {
      if (!single) waiting = []
      listed = []
      if (award < who) addAwardsFirst(row)
      else addNamesFirst(row)
    }
  }

  function addUnits(row: readonly Event[], following: readonly (readonly Event[])[]): void {
    for (const event of row) {
      if (event.kind !== 'unit') continue
      const lacking = subjects.filter((one) => one.unit === undefined)
      const more = following.some((later) => later.some((one) => one.kind === 'who'))
      if (single && subjects.length > 0) place(subjects, event.unit)
      else if (lacking.length > 0 && (!more || waiting.length > 0)) place(lacking, event.unit)
      else {
        scope = event.unit
        heading = []
      }
    }
  }

  function addAwards(row: readonly Event[]): void {
    const awards = row.flatMap((event) => (event.kind === 'award' ? [event.award] : []))
    const units = row.flatMap((event) => (event.kind === 'unit' ? [event.unit] : []))
    const [unit] = units
    const collective = awards.every(({ entry }) => entry.codes.length > 0 && entry.codes.every(isForCollective))
    if (unit && collective && subjects.length > 0 && subjects.every((one) => one.unit && !one.inherited)) {
      pushCollective(awards, unit)
      return
    }
    const to = single ? subjects : waiting.length > 0 ? waiting : headingUsed ? [] : last
    if (to.length > 0) {
      give(to, awards)
      last = [...to]
      waiting = []
      if (unit) place(to, unit)
      return
    }
    if (unit) scope = unit
    if (collective && scope && row[0]?.gap === gaps.line) {
      pushCollective(awards, scope)
      return
    }
    heading = headingUsed ? awards : [...heading, ...awards]
    headingUsed = false
  }

  function pushCollective(awards: SaidAward[], unit: SaidUnit): void {
    subjects.push({
      kind: 'collective',
      name: null,
      isSpeaker: false,
      awards,
      unit,
      inherited: false,
      contradicted: false,
    })
  }

  function addNames(row: readonly Event[]): void {
    const group: Subject[] = []
    for (const event of row) {
      if (event.kind === 'who') {
        const subject = subjectFor(event)
        if (event.who.except) except(subject)
        else group.push(subject)
      } else if (event.kind === 'unit') {
        if (group.length === 0) scope = event.unit
        else place(group, event.unit)
      }
    }
    // "CSTĐCS: A; B"
    const goesOn = row[0]?.gap === gaps.semicolon ? listed : []
    if (goesOn.length > 0) {
      give(group, goesOn)
      last = [...last, ...group]
    } else if (heading.length > 0) {
      give(group, heading)
      headingUsed = true
      last = group
    } else waiting = [...waiting, ...group]
  }

  function addNamesFirst(row: readonly Event[]): void {
    let group: Subject[] = single ? [...subjects] : []
    let given = false
    // What stands above the rows of others may hold for this one too, or not.
    const above = headingUsed && !single ? heading : []
    const inRow: Subject[] = []
    for (const [at, event] of row.entries()) {
      const next = row.slice(at + 1).find((one) => one.kind !== 'unit')
      if (event.kind === 'who') {
        const goesOn = event.who.joined && row[at - 1]?.kind === 'who' && group.at(-1)?.excepted === true
        if (given) group = []
        given = event.who.except === true || goesOn
        const subject = subjectFor(event)
        if (given) except(subject)
        // Named once more, each with a title of their own: "anh Hưng và chị Thu …, anh Hưng …".
        if (group.includes(subject) && !single) group = []
        group.push(subject)
        inRow.push(...group.slice(-1))
      } else if (event.kind === 'award') {
        if (!given && event.award.added) give(group, above)
        give(group, [above.length > 0 && !event.award.added ? { ...event.award, unsure: true } : event.award])
        given = true
      } else if (group.length === 0) scope = event.unit
      else if (given && next?.kind === 'who' && group.every((one) => one.unit)) scope = event.unit
      else if (given && !next && (event.gap >= gaps.comma || all)) place(unplaced(inRow, group), event.unit)
      else place(group, event.unit)
    }
    last = group
    waiting = []
  }

  function addAwardsFirst(row: readonly Event[]): void {
    let awards: SaidAward[] = []
    let group: Subject[] = []
    for (const [at, event] of row.entries()) {
      const next = row.slice(at + 1).find((one) => one.kind !== 'unit' && one.kind !== 'award')
      if (event.kind === 'award') {
        if (group.length > 0 && (!next || single)) give(group, [event.award])
        else {
          if (group.length > 0) awards = []
          group = []
          awards.push(event.award)
        }
      } else if (event.kind === 'who') {
        const subject = subjectFor(event)
        const excepted = event.who.except || (event.who.joined && group.at(-1)?.excepted)
        if (excepted) except(subject)
        else give([subject], awards)
        group.push(subject)
      } else if (group.length === 0) scope = event.unit
      // "LĐTT: phòng 1 có A, phòng 2 có B"
      else if (event.gap >= gaps.comma && row[at + 1]?.kind === 'who' && group.every((one) => one.unit))
        scope = event.unit
      else place(group, event.unit)
    }
    last = group
    waiting = []
    listed = awards
  }

  function except(subject: Subject): void {
    subject.excepted = true
    subject.awards.length = 0
  }

  function finish(): Subject[] {
    const counted = subjects.filter((one) => !one.excepted || one.awards.length > 0)
    const nameless = crowd && !events.some((one) => one.kind === 'who' && one.who.kind === 'person')
    if (counted.length > 0) {
      if (nameless) for (const one of counted) one.nameUnsure = true
      return counted
    }
    const implicit: Subject = {
      kind: unitRegisters ? 'collective' : 'person',
      name: nameless ? null : (speaker?.name ?? null),
      isSpeaker: !unitRegisters && !nameless,
      implied: unitRegisters,
      nameUnsure: (stranger || nameless) && !unitRegisters,
      awards: heading,
      unit: scope,
      inherited: false,
      contradicted: false,
    }
    return [implicit]
  }

  return { addRow, finish }
}
