import type { Award, Campaign, Milestone, Phase } from '../campaign/campaign.ts'
import { normalise } from '../language/normalise.ts'

/** Which parts of the campaign a question names, and what else it says. */
export interface Mentions {
  readonly phases: readonly Phase[]
  readonly milestones: readonly Milestone[]
  readonly awards: readonly Award[]
  /** The words as they were. */
  readonly plain: string
  /** The sentence with `§p` for each phase, `§m` for each milestone, `§a` for each award, `§n` for whose campaign it is. */
  readonly sentence: string
  /** The words with one mark for each name, such as `§dot-1`. */
  readonly marked: readonly string[]
}

interface Name {
  readonly words: readonly string[]
  readonly of: { readonly phase: Phase } | { readonly milestone: Milestone } | { readonly award: Award }
}

/** Finds phases, milestones and awards by their names and aliases, the longest name first. */
export function createMentionFinder(campaign: Campaign): (words: readonly string[]) => Mentions {
  const awardsOfAll = [...campaign.titles, ...campaign.commendations]
  const names = [
    ...campaign.phases.flatMap(phaseNames),
    ...campaign.milestones.flatMap(milestoneNames),
    ...awardsOfAll.flatMap(awardNames),
  ]
  const byFirst = groupByFirst(names)
  const organiser = patternOf(spellings([campaign.organiser.vi, campaign.organiser.en, ...campaign.names]))

  return (words) => {
    const found: Name['of'][] = []
    const sentence: string[] = []
    const marked: string[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? ''
      const name = byFirst.get(word)?.find((one) => one.words.every((part, offset) => words[at + offset] === part))
      if (name) found.push(name.of)
      sentence.push(name ? markOf(name.of) : word)
      marked.push(name ? `§${idOf(name.of)}` : word)
      at += name ? name.words.length - 1 : 0
    }
    const phases = [...new Set(found.flatMap((of) => ('phase' in of ? [of.phase] : [])))]
    return {
      phases: phases.sort((a, b) => a.start.localeCompare(b.start)),
      milestones: [...new Set(found.flatMap((of) => ('milestone' in of ? [of.milestone] : [])))],
      awards: [...new Set(found.flatMap((of) => ('award' in of ? [of.award] : [])))],
      plain: words.join(' '),
      sentence: sentence.join(' ').replace(organiser, '§n'),
      marked,
    }
  }
}

function groupByFirst(names: readonly Name[]): Map<string, Name[]> {
  const groups = new Map<string, Name[]>()
  for (const name of [...names].sort((a, b) => b.words.length - a.words.length)) {
    const first = name.words[0]
    if (first !== undefined) groups.set(first, [...(groups.get(first) ?? []), name])
  }
  return groups
}

// Folded words hold letters and digits alone, so they stand in a pattern as they are.
function patternOf(names: readonly (readonly string[])[]): RegExp {
  const longestFirst = names.flatMap((words) => words.join(' ') || []).sort((a, b) => b.length - a.length)
  return new RegExp(`(?<!\\S)(?:${longestFirst.join('|') || '(?!)'})(?!\\S)`, 'g')
}

function idOf(of: Name['of']): string {
  if ('award' in of) return of.award.code
  return 'phase' in of ? of.phase.id : of.milestone.id
}

function markOf(of: Name['of']): string {
  return 'phase' in of ? '§p' : 'milestone' in of ? '§m' : '§a'
}

function awardNames(award: Award): Name[] {
  return spellings([award.name.vi, award.name.en, ...award.aliases]).map((words) => ({ words, of: { award } }))
}

function phaseNames(phase: Phase): Name[] {
  return spellings([phase.name.vi, phase.name.en, ...phase.aliases]).map((words) => ({ words, of: { phase } }))
}

function milestoneNames(milestone: Milestone): Name[] {
  return spellings([milestone.name.vi, milestone.name.en, ...milestone.aliases]).map((words) => ({
    words,
    of: { milestone },
  }))
}

function spellings(names: readonly (string | undefined)[]): string[][] {
  const known = names.filter((name) => name !== undefined)
  return known.flatMap((name) => [normalise(name, 'vi'), normalise(name, 'en')])
}
