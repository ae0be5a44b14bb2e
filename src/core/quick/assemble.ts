import type { Day } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Event } from './events.ts'
import type { Lexicon } from './lexicon.ts'
import type { QuickDoubt, QuickPledge, QuickReading } from './read-quick.ts'
import type { Subject } from './subject.ts'
import type { Speaker } from './who-counts.ts'

interface Frame {
  readonly campaign: Pick<Campaign, 'titles' | 'commendations' | 'units'>
  readonly lexicon: Lexicon
  readonly day: Day
  readonly speaker: Speaker | undefined
  /** "cá nhân em …": what is registered is said to be one person's. */
  readonly personal: boolean
  /** Somebody speaks for a unit. */
  readonly represents: boolean
  readonly events: readonly Event[]
}

type Doubt = Omit<QuickDoubt, 'pledge'>
interface Draft {
  readonly pledge: QuickPledge
  readonly said: QuickReading['said'][number]
  readonly doubts: readonly Doubt[]
}

/** The pledges that these subjects make, with what is open in each. */
export function assemble(subjects: readonly Subject[], frame: Frame): QuickReading {
  const settled = settle(subjects, frame)
  const drafts = settled.map((one) => draftOf(one, frame))
  const doubts = drafts.flatMap(({ doubts }, pledge) => doubts.map((doubt) => ({ pledge, ...doubt })))
  const ask = [...new Set(doubts.map((doubt) => doubt.field))]
  return {
    kind: doubts.some((doubt) => doubt.why !== 'unsaid') ? 'clarify' : 'proposal',
    pledges: drafts.map(({ pledge }) => pledge),
    said: drafts.map(({ said }) => said),
    ask,
    doubts,
    specific: frame.events.some((event) => event.kind !== 'who' || event.who.kind === 'person'),
  }
}

interface Settled {
  readonly subject: Subject
  readonly collective: boolean
  readonly awards: Subject['awards']
  readonly torn: boolean
}

/** Titles of a collective go to the unit, however they were said; those who only send them register nothing. */
function settle(subjects: readonly Subject[], frame: Frame): Settled[] {
  const out: Settled[] = []
  const forCollective = (codes: readonly string[]) =>
    codes.length > 0 &&
    codes.every((code) => frame.campaign.titles.some((one) => one.code === code && !one.for.includes('individual')))
  for (const subject of subjects) {
    if (subject.kind === 'collective') {
      out.push({ subject, collective: true, awards: subject.awards, torn: false })
      continue
    }
    const shared = subject.awards.filter(({ entry }) => forCollective(entry.codes))
    const own = subject.awards.filter((award) => !shared.includes(award))
    if (shared.length === 0) {
      out.push({ subject, collective: false, awards: own, torn: false })
      continue
    }
    const certain = frame.represents || (!frame.personal && (subject.name === null || subject.isSpeaker))
    const onlyGeneral = own.every(({ entry }) => entry.codes.every((code) => !isIndividual(code, frame)))
    if (certain && (onlyGeneral || own.length === 0)) {
      out.push({ subject, collective: true, awards: subject.awards, torn: false })
      continue
    }
    if (!certain) out.push({ subject, collective: false, awards: subject.awards, torn: true })
    else
      out.push(
        { subject, collective: false, awards: own, torn: false },
        { subject, collective: true, awards: shared, torn: false },
      )
  }
  return dropIdle(merge(out))
}

function isIndividual(code: string, { campaign }: Frame): boolean {
  return campaign.titles.some((one) => one.code === code && !one.for.includes('collective'))
}

function merge(all: readonly Settled[]): Settled[] {
  const out: Settled[] = []
  for (const one of all) {
    const same = one.collective
      ? out.findIndex((other) => other.collective && sameUnit(other.subject, one.subject))
      : -1
    const known = out[same]
    if (known) {
      const unit = known.subject.unit ?? one.subject.unit
      out[same] = {
        ...known,
        subject: { ...known.subject, unit },
        awards: [...known.awards, ...one.awards],
        torn: known.torn && one.torn,
      }
    } else out.push(one)
  }
  return out
}

function sameUnit(one: Subject, other: Subject): boolean {
  if (!one.unit || !other.unit) return true
  return (
    one.unit === other.unit || (one.unit.mine && other.unit.mine) || one.unit.codes.join() === other.unit.codes.join()
  )
}

// "Phòng em đăng ký TTLĐXS": the one who says so registers nothing for themselves.
function dropIdle(all: readonly Settled[]): Settled[] {
  const active = all.some((one) => one.awards.length > 0)
  return all.filter((one) => one.awards.length > 0 || !active || (!one.subject.isSpeaker && !one.collective))
}

function draftOf({ subject, collective, awards, torn }: Settled, frame: Frame): Draft {
  const doubts: Doubt[] = []
  const name = collective ? null : subject.name
  if (!collective && subject.nameUnsure)
    doubts.push({ field: 'name', why: 'several', ...(name !== null && { said: name }), options: [] })
  else if (!collective && name === null) doubts.push({ field: 'name', why: 'unsaid', options: [] })
  const unit = unitOf(subject, collective, frame, doubts)
  const { titles, commendations, contradicts } = readAwards(awards, collective, subject.implied !== true, frame, doubts)
  if (torn || contradicts) doubts.push({ field: 'subject', why: 'contradiction', options: [] })
  const said = subject.isSpeaker ? 'self' : subject.isOther ? 'other' : 'named'
  return {
    pledge: { subject: collective ? 'collective' : 'individual', name, unit, titles, commendations },
    ...{ said, doubts },
  }
}

function unitOf(
  subject: Subject,
  collective: boolean,
  { campaign, day, speaker }: Frame,
  doubts: Doubt[],
): string | null {
  const said = subject.unit
  const own = speaker?.unit ?? null
  const inherits =
    said?.mine === true ||
    (said === undefined && (subject.isSpeaker || collective) && isSpeaker(subject, speaker, collective))
  const codes = inherits ? (own === null ? [] : [own]) : (said?.codes ?? [])
  const words = said && !said.mine ? { said: said.said } : {}
  const doubt = (why: Doubt['why'], options: readonly string[]) => {
    doubts.push({ field: 'unit', why, ...words, options })
    return null
  }
  if (said === undefined || said.mine) {
    if (codes.length === 0) return doubt('unsaid', [])
  } else if (said.unsure || subject.contradicted) return doubt('several', said.codes)
  else if (codes.length === 0) return doubt('unknown', [])
  if (codes.length > 1) return doubt('several', codes)
  const unit = campaign.units.find((one) => one.code === codes[0])
  if (!unit) return doubt('unknown', [])
  const valid = (unit.validFrom ?? day) <= day && day <= (unit.validTo ?? day)
  return valid ? unit.code : doubt('not-valid', unit.successor ? [unit.successor] : [])
}

function isSpeaker(subject: Subject, speaker: Speaker | undefined, collective: boolean): boolean {
  return collective || speaker?.name == null || subject.name === null || subject.name === speaker.name
}

function readAwards(
  awards: Subject['awards'],
  collective: boolean,
  named: boolean,
  { campaign, lexicon }: Frame,
  doubts: Doubt[],
) {
  const titles = new Set<string>()
  const commendations = new Set<string>()
  let contradicts = false
  let unclear = false
  for (const { entry, unsure } of awards) {
    const [first] = entry.codes
    if (!entry.certain || unsure || first === undefined) {
      doubts.push({ field: 'titles', why: 'level', options: entry.codes })
      unclear = true
      continue
    }
    const twin = collective && named ? lexicon.collectiveTwin.get(first) : undefined
    const code = twin ?? first
    const title = campaign.titles.find((one) => one.code === code)
    if (title) titles.add(code)
    else commendations.add(code)
    const award = title ?? campaign.commendations.find((one) => one.code === code)
    if (award && !award.for.includes(collective ? 'collective' : 'individual')) contradicts = true
  }
  if (titles.size + commendations.size === 0 && !unclear) doubts.push({ field: 'titles', why: 'unsaid', options: [] })
  return { titles: [...titles], commendations: [...commendations], contradicts }
}
