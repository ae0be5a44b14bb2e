import type { Campaign } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'
import type { Person, Standing } from '../people/person.ts'
import { looksAfter } from '../people/rights.ts'
import type { PledgeContent } from './pledge.ts'

/** Whose pledge it is, as its sender has it recorded: `self` is the only one from which anything about them is taken. */
export type Whose = 'self' | 'colleague' | 'collective'

/** What a sender says of a pledge of one person. */
export type Said = Exclude<Whose, 'collective'>

/**
 * Whose pledge that content is, or that its sender has to be asked. `before` is what their words or the pledge that they
 * change said of it, `answer` what they answered.
 */
export function whoseIs(
  { subject, name }: Pick<PledgeContent, 'subject' | 'name'>,
  sender: { readonly name?: string; readonly standing?: Standing },
  { before, answer }: { readonly before?: Said | undefined; readonly answer?: Said | undefined } = {},
): Whose | 'ask' {
  if (subject === 'collective') return 'collective'
  if (sender.name !== undefined && fold(sender.name) === fold(name)) return 'self'
  // Their own under another name: it was written wrongly once, or it is somebody else's by now. A name that is known for
  // sure is not written wrongly.
  const isOpen = sender.name === undefined || (before === 'self' && sender.standing !== 'verified')
  return isOpen ? (answer ?? 'ask') : 'colleague'
}

/** What is stored says so again. */
export function storedWhose({ subject, forOther }: { readonly subject: string; readonly forOther: boolean }): Whose {
  if (subject === 'collective') return 'collective'
  return forOther ? 'colleague' : 'self'
}

/** Whether it is about its sender as a person. */
export function isOwn(pledge: { readonly subject: string; readonly forOther: boolean }): boolean {
  return storedWhose(pledge) === 'self'
}

/**
 * Whether the person may enter a pledge of that unit: a coordinator does so for the units they look after, and for
 * themself in the unit that is known to be theirs.
 */
export function mayEnter(
  person: Pick<Person, 'role' | 'coordinates' | 'name' | 'unit'>,
  unit: string | null,
  whose: Whose | 'ask',
  campaign: Pick<Campaign, 'units'>,
): boolean {
  if (person.role !== 'coordinator' || unit === null || looksAfter(person, unit, campaign)) return true
  return whose === 'self' && person.name !== undefined && (person.unit ?? unit) === unit
}
