/**
 * What is understood of a registration in one's own words: `quick -- "em Lan nv2 đk LĐTT"` prints it, `quick -- --json`
 * reads one message a line as JSON and writes one answer a line.
 */
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { dayAt } from '../core/campaign/calendar.ts'
import { type Campaign, worded } from '../core/campaign/campaign.ts'
import { literal, type Text, text } from '../core/message.ts'
import { unitName } from '../core/pledges/pledge.ts'
import { createQuickReader, type QuickField, type QuickReading } from '../core/quick/read-quick.ts'
import { createTranslator, type Translator } from '../i18n/fluent.ts'
import { readMoment } from './ask.ts'
import { Misuse, readArguments, readCampaign, runCommand } from './command.ts'

const timezone = 'Asia/Ho_Chi_Minh'
const usage =
  'npm run quick -- "lời đăng ký" [--now 2025-11-10T08:00] [--campaign FILE]   |   npm run --silent quick -- --json'

export const messageSchema = z.object({
  text: z.string(),
  now: z
    .string()
    .transform((typed) => readMoment(typed, 'now'))
    .optional(),
  speaker: z
    .object({ name: z.string().nullish(), unit: z.string().nullish() })
    .nullish()
    .transform((one) => (one ? { name: one.name ?? null, unit: one.unit ?? null } : undefined)),
})
export type QuickMessage = z.output<typeof messageSchema>

export interface QuickRun {
  readonly campaign: Campaign
  /** What a message registers at the moment that it names, or else at that of the clock. */
  read(message: QuickMessage): QuickReading
}

/** Opens a campaign file; without one, that of this package. */
export function openQuick(file: string | undefined, clock: () => Date): QuickRun {
  const path = file ?? fileURLToPath(new URL('../../prisma/seed/ca-mau-80-nam.yaml', import.meta.url))
  const { campaign } = readCampaign(path)
  const reader = createQuickReader(campaign)
  const read = ({ text, now, speaker }: QuickMessage) => {
    return reader.read(text, { day: dayAt(now ?? clock(), timezone), speaker })
  }
  return { campaign, read }
}

async function answerLines(run: QuickRun): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    process.stdout.write(`${JSON.stringify(answerLine(run, line))}\n`)
  }
}

function answerLine(run: QuickRun, line: string): Record<string, unknown> {
  let id: unknown = null
  try {
    const given: unknown = JSON.parse(line)
    if (typeof given === 'object' && given !== null && 'id' in given) id = given.id
    const { kind, pledges, ask } = run.read(messageSchema.parse(given))
    return { id, kind, pledges, ask }
  } catch (cause) {
    return { id, kind: 'not-pledge', pledges: [], ask: [], error: whatIsWrong(cause) }
  }
}

/** The first thing that is wrong with a line, in one sentence. */
export function whatIsWrong(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'is not JSON; write one message as an object'
  if (!(cause instanceof z.ZodError)) return cause instanceof Error ? cause.message : String(cause)
  const [issue] = cause.issues
  return [...(issue?.path ?? []), issue?.message].join(': ')
}

/** What was understood, as a person reads it. */
function describe({ kind, pledges, ask, doubts }: QuickReading, campaign: Campaign): Text[] {
  if (kind === 'not-pledge') return [text('quick-not-pledge')]
  const nameOf = (code: string) => {
    const award = [...campaign.titles, ...campaign.commendations].find((one) => one.code === code)
    return award ? worded(award.name, 'vi') : unitName(code, campaign)
  }
  const cards = pledges.map(({ subject, name, unit, titles, commendations }, index) => {
    const who = subject === 'collective' ? text('pledge-subject-collective') : name === null ? unknown : literal(name)
    const awards = [...titles, ...commendations].map(nameOf).join('; ')
    return text('quick-pledge', {
      number: index + 1,
      who,
      unit: unit === null ? unknown : literal(nameOf(unit)),
      awards: awards === '' ? unknown : literal(awards),
    })
  })
  const open = doubts
    .filter((doubt) => doubt.options.length > 0)
    .map((doubt) =>
      text('quick-may-be', { field: fields[doubt.field], options: literal(doubt.options.map(nameOf).join('; ')) }),
    )
  return [...cards, ...open, ...ask.map((field) => text('quick-ask', { field: fields[field] }))]
}

function translator(): Translator {
  return createTranslator(fileURLToPath(new URL('../../locales', import.meta.url)))
}

const unknown = text('quick-unknown')
const fields: Readonly<Record<QuickField, Text>> = {
  subject: text('pledge-subject'),
  name: text('pledge-name'),
  unit: text('pledge-unit'),
  titles: text('pledge-titles'),
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(usage, {
    json: { type: 'boolean' },
    now: { type: 'string' },
    campaign: { type: 'string' },
  })
  const words = positionals.join(' ')
  if ((values.json === true) !== (words === '')) throw new Misuse(usage)
  const given = values.now === undefined ? undefined : readMoment(values.now, '--now')
  const run = openQuick(values.campaign, () => given ?? new Date())
  if (values.json) await answerLines(run)
  else
    console.log(translator().render(describe(run.read({ text: words, speaker: undefined }), run.campaign), 'vi').text)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main, { misuse: 1 })
