import type { Day } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'
import type { WordRole } from '../language/registration-words.ts'
import { assemble } from './assemble.ts'
import { withoutChatter, withWriters } from './chatter.ts'
import { cover, type Item } from './cover.ts'
import { completeAwards } from './ellipsis.ts'
import { withoutEnglish } from './english.ts'
import { type Event, readEvents } from './events.ts'
import { readIntent } from './intent.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { pairRespectively } from './respective.ts'
import { readScope } from './scope.ts'
import { readSubjects } from './subjects.ts'
import { gaps, type Token, tokenise } from './tokens.ts'
import { wordsAt } from './words.ts'

export type QuickField = 'name' | 'unit' | 'titles' | 'subject'

export interface QuickPledge {
  readonly subject: 'individual' | 'collective'
  /** As the person wrote it; null where it is not known, and for a collective. */
  readonly name: string | null
  /** A code of the unit list. */
  readonly unit: string | null
  readonly titles: readonly string[]
  readonly commendations: readonly string[]
}

/** What is not clear in one pledge, with what it may be. */
export interface QuickDoubt {
  /** Index of the pledge. */
  readonly pledge: number
  readonly field: QuickField
  readonly why: 'unsaid' | 'unknown' | 'not-valid' | 'several' | 'level' | 'contradiction'
  /** The words in question. */
  readonly said?: string
  /** Codes of units or awards to choose from. */
  readonly options: readonly string[]
}

export interface QuickReading {
  /** proposal: nothing is open but what was not said; clarify: something may be read in several ways. */
  readonly kind: 'proposal' | 'clarify' | 'not-pledge'
  readonly pledges: readonly QuickPledge[]
  /** Of each pledge, whom the words make it: the one who writes, another, or only a name, which may be either's. */
  readonly said: readonly ('self' | 'other' | 'named')[]
  readonly ask: readonly QuickField[]
  readonly doubts: readonly QuickDoubt[]
  /** False for a mere "em muốn đăng ký": there is nothing to propose. */
  readonly specific: boolean
}

export interface QuickContext {
  /** The day on which units must exist. */
  readonly day: Day
  /** What is already known of the person who writes: "em", "phòng em" mean it. */
  readonly speaker?: { readonly name: string | null; readonly unit: string | null } | undefined
}

export interface QuickReader {
  /**
   * What somebody registers in their own words, for themselves or for others. What may be meant in several ways is a
   * doubt with its options, never a guess.
   */
  read(text: string, context: QuickContext): QuickReading
}

/** "Phòng 2 đăng ký …": the unit stands where the person would. */
function unitRegisters(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => item.kind === 'unit' || item.kind === 'place' || item.roles.has('my-unit'))
  const next = items.slice(at + 1).find((item) => !item.roles.has('wish') && !item.roles.has('filler'))
  const self = items
    .slice(0, at)
    .some((item) => item.roles.has('self') || item.roles.has('we') || item.roles.has('wish'))
  return at >= 0 && !self && next?.roles.has('register') === true && next.gap < gaps.comma
}

/** A syllable that is no known word, in capitals or at the head of a row, right before what is registered. */
function hasStranger(items: readonly Item[], tokens: readonly Token[]): boolean {
  return items.some((item, at) => {
    const word = tokens[item.start]
    const next = items[at + 1]
    if (item.kind !== 'unknown' || !word || !next || next.gap >= gaps.comma || !/^\p{L}+$/u.test(word.low)) return false
    const head = word.capital || (item.gap >= gaps.semicolon && word.syllable)
    return head && (next.award !== undefined || next.unit !== undefined || next.roles.has('register'))
  })
}

/** Where no word registers and no award is named, nothing else of a message matters. */
function mayRegister(tokens: readonly Token[], { awards }: Lexicon): boolean {
  return tokens.some(
    (_, at) => wordsAt(tokens, at).some(({ roles }) => roles.has('register')) || awards.findAt(tokens, at).length > 0,
  )
}

const notPledge: QuickReading = { kind: 'not-pledge', pledges: [], said: [], ask: [], doubts: [], specific: false }
/** The most that is read of one message; more than that is a file's business. */
export const longestQuickText = 4000

// Whether what stands before it or behind it is crossed out, the sign does not say.
const crossedOut = /[❌✖✗✘🚫]/u

// "cho 5 người phòng 1", "cho cả phòng 2": people of whom no name is said.
const crowd =
  /\b(?:cho|gium|giup|dk|dang ky) (?:\d+|hai|ba|bon|nam|may|cac) (?:nguoi|dong chi|dc|can bo|anh chi|anh em|chi em|nhan vien|cong chuc)\b|\bcho (?:ca|toan|het|toan bo|tat ca|moi nguoi|het thay)\b/

function doubtAward(event: Event): Event {
  return event.kind === 'award' ? { ...event, award: { ...event.award, unsure: true } } : event
}

/** A reader of registrations that knows that campaign's titles, commendations and units. */
export function createQuickReader(
  campaign: Pick<Campaign, 'titles' | 'commendations' | 'units' | 'phases'> & Partial<Pick<Campaign, 'names'>>,
): QuickReader {
  const lexicon = createLexicon(campaign)
  const collective = new Set(campaign.titles.filter((one) => !one.for.includes('individual')).map((one) => one.code))
  return {
    read(text, { day, speaker }) {
      const composed = text.normalize('NFC').slice(0, longestQuickText)
      const tokens = withoutEnglish(tokenise(composed), composed)
      if (!mayRegister(tokens, lexicon)) return notPledge
      const covered = completeAwards(cover(tokens, lexicon, Number(day.slice(0, 4))), tokens, lexicon)
      const items = withoutChatter(withWriters(covered, tokens), tokens)
      const scoped = readScope(items)
      const intent = readIntent(items, tokens, scoped.dropped)
      if (intent.none) return notPledge
      const counted = items.slice(intent.from, intent.until)
      const scope = intent.from > 0 ? readScope(counted) : scoped
      const has = (...roles: WordRole[]) => counted.some((item) => roles.some((role) => item.roles.has(role)))
      const said = readEvents(counted, scope, (item) =>
        composed.slice(tokens[item.start]?.start, tokens[item.end - 1]?.end),
      )
      const paired = pairRespectively(said, has('respective'))
      const events = crossedOut.test(composed) ? paired.map(doubtAward) : paired
      const folded = fold(composed)
      const subjects = readSubjects(events, {
        speaker,
        all: has('all'),
        senderOnly: has('sends'),
        unitRegisters: unitRegisters(counted),
        stranger: hasStranger(counted, tokens),
        crowd: crowd.test(folded),
        isForCollective: (code) => collective.has(code),
      })
      return assemble(subjects, {
        campaign,
        lexicon,
        day,
        speaker,
        personal: /\bca nhan (?:em|toi|tui|minh)\b/.test(folded),
        represents: has('sends', 'my-unit', 'collective', 'we'),
        events,
      })
    },
  }
}
