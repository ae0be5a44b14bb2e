import { z } from 'zod'

/** Words in Vietnamese, with English beside them where the office wrote it. A bare string is Vietnamese. */
const wording = z.union([
  z
    .string()
    .min(1)
    .transform((vi): { vi: string; en?: string | undefined } => ({ vi })),
  z.strictObject({ vi: z.string().min(1), en: z.string().min(1).optional() }),
])
type Wording = z.output<typeof wording>

// Ids travel inside button data, where Telegram allows 64 bytes.
const id = z
  .string()
  .max(48)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, for example dot-2')
const date = z.iso.date('must be a date such as 2025-11-23')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "08:00", in quotes')
const aliases = z.array(z.string().min(1)).default([])
const sourceIds = z.array(z.string()).default([])

const source = z.strictObject({
  /** How the source is named to a person, for example "Bài gốc, đoạn 5". */
  title: wording,
  /** The exact words, where they matter. */
  quote: z.string().optional(),
  url: z.url().optional(),
  /** For law: the day on which somebody last compared it with the official text. */
  checked: date.optional(),
})

const phase = z.strictObject({
  id,
  name: wording,
  aliases,
  start: date,
  /** The last day: the whole of it belongs to the phase. */
  close: date,
  /** What happens at closing, as a short clause without a full stop, for example "sơ kết, rút kinh nghiệm". */
  atClose: wording,
  sources: sourceIds,
})

const milestone = z.strictObject({ id, name: wording, aliases, date, note: wording.optional(), sources: sourceIds })

const award = z.strictObject({
  /** Short code in capitals, used in lists and files, for example CSTDCS. */
  code: z.string().regex(/^[A-Z0-9]{2,10}$/),
  name: wording,
  /** How people write it: CSTĐCS, "chiến sĩ thi đua cơ sở". */
  aliases,
  for: z.array(z.enum(['individual', 'collective'])).min(1),
  /** Its place among the titles, or among the commendations, for the same subject: 1 is the lowest. Without it, in no order. */
  level: z.int().positive().optional(),
  decidedBy: wording.optional(),
  criteria: wording.optional(),
  legalBasis: wording.optional(),
  /** The day on which the criteria were last compared with the law. */
  checked: date.optional(),
  sources: sourceIds,
})

const unit = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{2,12}$/),
  name: z.string().min(1),
  /** For buttons and lists; the name where there is none. */
  shortName: z.string().min(1).optional(),
  aliases,
  /** The unit that it stands under. */
  parent: z.string().optional(),
  validFrom: date.optional(),
  /** The last day on which the unit exists. */
  validTo: date.optional(),
  successor: z.string().optional(),
  staff: z.int().positive().optional(),
})

/** The papers that belong to the dossier of an award. */
const dossier = z.strictObject({
  /** Codes of titles or commendations. */
  awards: z.array(z.string()).min(1),
  items: z.array(z.strictObject({ id, name: wording })).min(1),
  sources: sourceIds,
})

/** How many days something is kept that is not needed for the campaign's record. */
const retention = z.strictObject({
  /** Forms that nobody went on with. */
  drafts: z.int().positive().default(30),
  /** Documents made for somebody, and tables that were handed in. */
  files: z.int().positive().default(7),
  /** What a person had written out of their own data. */
  exports: z.int().positive().default(1),
  /** What people sent us, once it is done. */
  updates: z.int().positive().max(365).default(30),
  /** The words of what we sent, and what was last offered; whom and when stays in the ledger. */
  messages: z.int().positive().max(365).default(90),
  /** Conversations on the web page, as its visitors see them. */
  webMessages: z.int().positive().max(365).default(365),
  /** Pairing codes that were used or have expired, and attempts in vain. */
  codes: z.int().positive().default(30),
  /** That a table was taken in or refused; its rows go a day after. */
  imports: z.int().positive().default(90),
  /** Who changed what that others rely on. */
  audit: z.int().positive().default(1095),
})

const reminder = z.strictObject({
  id,
  /** Whom it concerns: people without a pledge in the phase, or with one begun and not sent. */
  when: z.enum(['no-pledge', 'unfinished-pledge']),
  before: z.literal('phase-close'),
  /** Days before the closing date; a day of rest moves back to the working day before. */
  days: z.array(z.int().min(0)).min(1),
  at: clock,
  /** Said below the reminder, for example what the date is and what it is not. */
  note: wording.optional(),
})

const topic = z.strictObject({
  id,
  title: wording,
  /** unknown: on the subject, but the sources do not say; the answer says so and invents nothing. */
  kind: z.enum(['answer', 'unknown']).default('answer'),
  answer: wording,
  sources: sourceIds,
  /** Questions that this topic answers, as people would type them. */
  questions: z.array(z.string().min(1)).min(1),
  /** Topics worth offering next. */
  related: z.array(id).default([]),
})

const fields = z.strictObject({
  id,
  name: wording,
  /** Short name for buttons and lists. */
  shortName: wording,
  organiser: wording,
  /** What people call the sector, the place and the occasion, which a question about the dates may name in passing. */
  names: aliases,
  /** Said wherever the campaign is introduced, for example that it is a made-up example. */
  notice: wording.optional(),
  theme: z.strictObject({ text: z.string().min(1), sources: sourceIds }),
  period: z.strictObject({ start: date, end: date, note: wording.optional(), sources: sourceIds }),
  phases: z.array(phase).min(1),
  milestones: z.array(milestone).default([]),
  titles: z.array(award).min(1),
  commendations: z.array(award).default([]),
  units: z.array(unit).min(1),
  /** Whether news goes out only once a second person of the office has agreed to it. */
  approval: z.boolean().default(false),
  /** True while the unit list is made up, so that every place that shows it can say so. */
  unitsAreSample: z.boolean().default(false),
  /** Who answers for personal data, and whom to ask: said on the consent card. */
  controller: wording,
  reminders: z.array(reminder).default([]),
  dossiers: z.array(dossier).default([]),
  retention: retention.prefault({}),
  holidays: z.array(z.strictObject({ date, name: wording })).default([]),
  /** Days of rest by the calendar that are worked to make up for a holiday. */
  workdays: z.array(date).default([]),
  sources: z.record(z.string(), source),
  topics: z.array(topic).min(1),
})

/** A campaign file, checked: every reference resolves, dates are in order, ids are unique. */
export const campaignSchema = fields.superRefine((campaign, context) => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  const unique = (list: string, values: readonly string[]) => {
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index) complain([list, index], `"${value}" stands in ${list} twice`)
  }
  unique(
    'phases',
    campaign.phases.map((one) => one.id),
  )
  unique(
    'topics',
    campaign.topics.map((one) => one.id),
  )
  unique(
    'units',
    campaign.units.map((one) => one.code),
  )
  unique(
    'titles',
    [...campaign.titles, ...campaign.commendations].map((one) => one.code),
  )
  unique(
    'reminders',
    campaign.reminders.map((one) => one.id),
  )

  if (campaign.period.end < campaign.period.start) complain(['period', 'end'], 'must not be before period.start')
  for (const [index, one] of campaign.phases.entries()) {
    if (one.close < one.start) complain(['phases', index, 'close'], 'must not be before the start of the phase')
    const previous = campaign.phases[index - 1]
    if (previous !== undefined && one.start <= previous.close)
      complain(['phases', index, 'start'], `must be after ${previous.close}, the closing date of the phase before`)
  }

  const cite = (path: (string | number)[], ids: readonly string[]) => {
    for (const [index, one] of ids.entries())
      if (!(one in campaign.sources)) complain([...path, index], `there is no source "${one}" under sources`)
  }
  cite(['theme', 'sources'], campaign.theme.sources)
  cite(['period', 'sources'], campaign.period.sources)
  for (const list of ['phases', 'milestones', 'titles', 'commendations', 'topics'] as const)
    for (const [index, one] of campaign[list].entries()) cite([list, index, 'sources'], one.sources)

  const topics = new Set(campaign.topics.map((one) => one.id))
  for (const [index, one] of campaign.topics.entries())
    for (const [at, related] of one.related.entries())
      if (!topics.has(related)) complain(['topics', index, 'related', at], `there is no topic "${related}"`)
  const units = new Set(campaign.units.map((one) => one.code))
  for (const [index, one] of campaign.units.entries())
    if (one.parent !== undefined && !units.has(one.parent))
      complain(['units', index, 'parent'], `there is no unit "${one.parent}"`)
  for (const [index, one] of campaign.units.entries())
    if (one.successor !== undefined && !units.has(one.successor))
      complain(['units', index, 'successor'], `there is no unit "${one.successor}"`)
  for (const link of ['successor', 'parent'] as const)
    for (const [index, one] of campaign.units.entries())
      if (one[link] !== undefined && isCircle(one.code, link))
        complain(['units', index, link], `leads from "${one.code}" back to itself`)
  const awards = new Set([...campaign.titles, ...campaign.commendations].map((one) => one.code))
  for (const [index, one] of campaign.dossiers.entries()) {
    cite(['dossiers', index, 'sources'], one.sources)
    for (const [at, code] of one.awards.entries())
      if (!awards.has(code)) complain(['dossiers', index, 'awards', at], `there is no award "${code}"`)
  }

  function isCircle(code: string, link: 'successor' | 'parent'): boolean {
    let at: string | undefined = code
    for (let steps = 0; at !== undefined && steps <= campaign.units.length; steps++)
      at = campaign.units.find((unit) => unit.code === at)?.[link]
    return at !== undefined
  }
})

export type Campaign = z.output<typeof campaignSchema>
export type Phase = Campaign['phases'][number]
export type Award = Campaign['titles'][number]
export type Unit = Campaign['units'][number]
export type Topic = Campaign['topics'][number]
export type ReminderRule = Campaign['reminders'][number]
export type Milestone = Campaign['milestones'][number]
export type Locale = 'vi' | 'en'

/** The words in that language, in Vietnamese where the office wrote no other. */
export function worded(words: Wording, locale: Locale): string {
  return (locale === 'en' ? words.en : undefined) ?? words.vi
}
