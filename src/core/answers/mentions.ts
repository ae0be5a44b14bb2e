import type { Award, Campaign, Milestone, Phase } from '../campaign/campaign.ts'
import { normalise } from '../language/normalise.ts'

/** Which parts of the campaign a question names, and what else it says. */
export interface Mentions {
  readonly phases: readonly Phase[]
  readonly milestones: readonly Milestone[]
  readonly awards: readonly Award[]
  /** The words as they were. */
  readonly plain: string
  /** The sentence with `§p` for each phase, `§m` for each milestone, `§a` for each award. */
  readonly sentence: string
  /** The words with one mark for each name, such as `§dot-1`. */
  readonly marked: readonly string[]
}

interface Name {
  readonly words: string
  readonly of: { readonly phase: Phase } | { readonly milestone: Milestone } | { readonly award: Award }
}

/** Finds phases, milestones and awards by their names and aliases, the longest name first. */
export function createMentionFinder(campaign: Campaign): (words: readonly string[]) => Mentions {
  const names = [
    ...campaign.phases.flatMap(phaseNames),
    ...campaign.milestones.flatMap(milestoneNames),
    ...[...campaign.titles, ...campaign.commendations].flatMap(awardNames),
  ]
    .filter((name) => name.words !== '')
    .sort((a, b) => b.words.length - a.words.length)

  return (words) => {
    let sentence = ` ${words.join(' ')} `
    let marked = sentence
    const phases: Phase[] = []
    const milestones: Milestone[] = []
    const awards: Award[] = []
    for (const { words: name, of } of names) {
      if (!sentence.includes(` ${name} `)) continue
      sentence = sentence.replaceAll(` ${name} `, ` ${markOf(of)} `)
      marked = marked.replaceAll(` ${name} `, ` §${idOf(of)} `)
      if ('award' in of && !awards.includes(of.award)) awards.push(of.award)
      if ('phase' in of && !phases.includes(of.phase)) phases.push(of.phase)
      if ('milestone' in of && !milestones.includes(of.milestone)) milestones.push(of.milestone)
    }
    phases.sort((a, b) => a.start.localeCompare(b.start))
    return {
      phases,
      milestones,
      awards,
      plain: words.join(' '),
      sentence: sentence.trim(),
      marked: marked.trim().split(' '),
    }
  }
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

function spellings(names: readonly (string | undefined)[]): string[] {
  const known = names.filter((name) => name !== undefined)
  return [...new Set(known.flatMap((name) => [normalise(name, 'vi').join(' '), normalise(name, 'en').join(' ')]))]
}
