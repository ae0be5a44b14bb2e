import { type Campaign, worded } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'
import { bareHeads, longForms, unclearAwards } from '../language/short-forms.ts'
import { createPhraseTree, type PhraseTree } from './phrase-tree.ts'

/** A phrase for awards: one code where it is certain; several, or none, where only a part of a name was said. */
export interface AwardEntry {
  readonly certain: boolean
  readonly codes: readonly string[]
}

export interface UnitEntry {
  /** More than one where the phrase fits several units. */
  readonly codes: readonly string[]
  /** A name, code or alias as the campaign has it; otherwise a part of names. */
  readonly whole: boolean
}

export interface Lexicon {
  readonly awards: PhraseTree<AwardEntry>
  readonly units: PhraseTree<UnitEntry>
  /** The first two words of the longer names of awards. */
  readonly awardHeads: ReadonlySet<string>
  /** The title of a collective whose name is that of this title after "tập thể". */
  readonly collectiveTwin: ReadonlyMap<string, string>
  /** What the campaign calls its sector, place and occasion, folded. */
  readonly surroundings: readonly (readonly string[])[]
}

type Sources = Pick<Campaign, 'titles' | 'commendations' | 'units'> & Partial<Pick<Campaign, 'names'>>

/** Everything that people may write for the awards and units of a campaign, from its names and aliases. */
export function createLexicon(campaign: Sources): Lexicon {
  return {
    awards: readAwards(campaign),
    units: readUnits(campaign),
    awardHeads: new Set(
      [...campaign.titles, ...campaign.commendations]
        .map((award) => fold(award.name.vi).split(' '))
        .filter((words) => words.length > 2)
        .map(([first, second]) => `${first} ${second}`),
    ),
    collectiveTwin: readTwins(campaign),
    surroundings: (campaign.names ?? []).map((name) => fold(name).split(' ')).filter((words) => words.length > 1),
  }
}

function readAwards(campaign: Sources): PhraseTree<AwardEntry> {
  const tree = createPhraseTree<AwardEntry>({ initials: false })
  const phrases = new Map<string, { words: Words; codes: Set<string> }>()
  for (const award of [...campaign.titles, ...campaign.commendations]) {
    const names = [award.code, award.name.vi, award.name.en ?? '', ...award.aliases]
    for (const words of names.flatMap((name) => writings(name))) note(phrases, words, award.code)
  }
  const names = [...campaign.titles, ...campaign.commendations].map((award) => ({
    code: award.code,
    words: readWords(award.name.vi).words,
  }))
  for (const { words, codes } of phrases.values())
    tree.add(words.words, { certain: codes.size === 1, codes: [...codes] }, words.comma, words.spelled)
  for (const stem of stemsOf(names.map((one) => one.words))) {
    const codes = names.filter((one) => startsWith(one.words, stem)).map((one) => one.code)
    if (!phrases.has(stem.join(' '))) tree.add(stem, { certain: false, codes })
  }
  for (const unclear of unclearAwards) tree.add(unclear.split(' '), { certain: false, codes: [] })
  return tree
}

/** What several names begin with, and what stands before the class of an order: said alone, it names no award. */
function stemsOf(names: readonly (readonly string[])[]): string[][] {
  const stems = new Map<string, string[]>()
  for (const [at, one] of names.entries()) {
    const classed = one.indexOf('hang')
    if (classed > 1) stems.set(one.slice(0, classed).join(' '), one.slice(0, classed))
    if (classed > 2) stems.set(one.slice(0, 2).join(' '), one.slice(0, 2))
    for (const other of names.slice(at + 1)) {
      const stem = shared(one, other).filter((word) => word !== 'cua')
      if (stem.length >= 2) stems.set(stem.join(' '), stem)
    }
  }
  return [...stems.values()]
}

function readUnits(campaign: Sources): PhraseTree<UnitEntry> {
  const tree = createPhraseTree<UnitEntry>({ initials: true })
  const whole = new Map<string, { words: Words; codes: Set<string> }>()
  const parts = new Map<string, { words: Words; codes: Set<string> }>()
  for (const unit of campaign.units) {
    const own = [unit.code, unit.name, ...unit.aliases].flatMap((name) => writings(name))
    for (const words of own) {
      note(whole, words, unit.code)
      if (fold(unit.name).startsWith('phong ') && words.words[0] !== 'phong')
        note(whole, { words: ['phong', ...words.words], comma: [false, ...words.comma] }, unit.code)
    }
    for (const words of partsOf(readWords(unit.name))) note(parts, words, unit.code)
  }
  const all = [...whole.values()]
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) {
      const stem = shared(one.words.words, other.words.words)
      if (stem.length < 2 || bareHeads.has(stem.join(' ')) || sameSets(one.codes, other.codes)) continue
      const codes = all.filter((each) => startsWith(each.words.words, stem)).flatMap((each) => [...each.codes])
      for (const code of codes) note(parts, { words: stem, comma: [] }, code)
    }
  for (const { words, codes } of whole.values()) tree.add(words.words, { codes: [...codes], whole: true }, words.comma)
  for (const [phrase, { words, codes }] of parts)
    if (!whole.has(phrase)) tree.add(words.words, { codes: [...codes], whole: false }, words.comma)
  return tree
}

/** Beginnings of at least three words, and what stands between the commas of a name. */
function partsOf({ words, comma }: Words): Words[] {
  const beginnings = words.map((_, at) => words.slice(0, at)).filter((part) => part.length >= 3)
  const breaks = [0, ...comma.flatMap((is, at) => (is || words[at] === 'va' ? [at] : [])), words.length]
  const between = breaks.flatMap((from, index) =>
    breaks.slice(index + 1).map((to) => ({ from: words[from] === 'va' ? from + 1 : from, to })),
  )
  const inner = between.map(({ from, to }) => words.slice(from, to)).filter((part) => part.length >= 2)
  return [...beginnings, ...inner]
    .filter((part) => part.length < words.length && !bareHeads.has(part.join(' ').replace(/^phong /, '')))
    .map((part) => ({ words: part, comma: commasOf(part, words, comma) }))
}

function commasOf(part: readonly string[], words: readonly string[], comma: readonly boolean[]): boolean[] {
  const start = words.findIndex((_, at) => part.every((word, offset) => words[at + offset] === word))
  return part.map((_, offset) => offset > 0 && comma[start + offset] === true)
}

function readTwins(campaign: Sources): Map<string, string> {
  const collective = new Map(
    campaign.titles
      .filter((one) => one.for.includes('collective'))
      .map((one) => [fold(worded(one.name, 'vi')), one.code]),
  )
  return new Map(
    campaign.titles.flatMap((one) => {
      const twin = collective.get(`tap the ${fold(worded(one.name, 'vi'))}`)
      return twin ? [[one.code, twin] as const] : []
    }),
  )
}

interface Words {
  readonly words: readonly string[]
  readonly comma: readonly boolean[]
  readonly spelled?: readonly string[]
}

function readWords(name: string): Words {
  const found = [...name.matchAll(/(,?)[^\p{L}\p{N}]*([\p{L}\p{M}]+|\p{N}+)/gu)]
  return {
    words: found.map((one) => fold(one[2] ?? '')),
    comma: found.map((one) => one[1] === ','),
    spelled: found.map((one) => one[2]?.normalize('NFC').toLowerCase() ?? ''),
  }
}

/** A name as it stands and with its short forms written out, in every way they may be meant. */
function writings(name: string): Words[] {
  const read = readWords(name)
  if (read.words.length === 0) return []
  let spelled: string[][] = [[]]
  for (const word of read.words) {
    const forms =
      /^\d+$/.test(word) || word.length > 8 ? [] : longForms(word).filter(([first]) => !/^\d/.test(first ?? ''))
    const choices = forms.length > 0 ? forms : [[word]]
    spelled = spelled.flatMap((before) => choices.map((choice) => [...before, ...choice])).slice(0, 12)
  }
  return [read, ...spelled.map((words) => ({ words, comma: words.length === read.words.length ? read.comma : [] }))]
}

function note(phrases: Map<string, { words: Words; codes: Set<string> }>, words: Words, code: string): void {
  const key = words.words.join(' ')
  const known = phrases.get(key)
  if (known) known.codes.add(code)
  else phrases.set(key, { words, codes: new Set([code]) })
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  const end = one.findIndex((word, at) => word !== other[at])
  return one.slice(0, end < 0 ? one.length : end)
}

function startsWith(words: readonly string[], stem: readonly string[]): boolean {
  const solid = words.filter((word) => word !== 'cua')
  return stem.every((word, at) => solid[at] === word)
}

function sameSets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value))
}
