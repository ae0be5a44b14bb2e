/**
 * What is understood of a registration in one's own words: `quick -- "em Lan nv2 đk LĐTT"` prints it, `quick -- --json`
 * reads one message a line as JSON and writes one answer a line.
 */
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { dayAt } from '../core/campaign/calendar.ts'
import { type Campaign, worded } from '../core/campaign/campaign.ts'
import { createQuickReader, type QuickReading } from '../core/quick/read-quick.ts'
import { readMoment } from './ask.ts'
import { Misuse, readArguments, readCampaign, runCommand } from './command.ts'

const timezone = 'Asia/Ho_Chi_Minh'
const usage =
  'npm run quick -- "lời đăng ký" [--now 2025-11-10T08:00] [--campaign FILE]   |   npm run --silent quick -- --json'

export const messageSchema = z.object({
  text: z.string(),
  now: z.string().optional(),
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
    const moment = now === undefined ? clock() : readMoment(now, 'now')
    return reader.read(text, { day: dayAt(moment, timezone), speaker })
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

function describe({ kind, pledges, ask, doubts }: QuickReading, campaign: Campaign): string {
  if (kind === 'not-pledge') return 'Không phải lời đăng ký.'
  const awards = new Map(
    [...campaign.titles, ...campaign.commendations].map((one) => [one.code, worded(one.name, 'vi')]),
  )
  const units = new Map(campaign.units.map((one) => [one.code, one.name]))
  const known = (code: string) => awards.get(code) ?? units.get(code) ?? code
  const lines = pledges.flatMap((pledge, index) => {
    const open = doubts.filter((doubt) => doubt.pledge === index && doubt.why !== 'unsaid')
    return [
      `${index + 1}. ${pledge.subject === 'collective' ? 'Tập thể' : (pledge.name ?? '(chưa rõ tên)')}`,
      `   Đơn vị: ${pledge.unit === null ? '(chưa rõ)' : known(pledge.unit)}`,
      `   Danh hiệu, khen thưởng: ${[...pledge.titles, ...pledge.commendations].map(known).join('; ') || '(chưa rõ)'}`,
      ...open.map(
        ({ field, why, said, options }) =>
          `   Cần hỏi lại: ${[fields[field], reasons[why], said && `“${said}”`].filter(Boolean).join(', ')}${options.length > 0 ? ` (${options.map(known).join('; ')})` : ''}`,
      ),
    ]
  })
  return [...lines, ask.length > 0 ? `Còn hỏi: ${ask.map((field) => fields[field]).join(', ')}` : 'Đủ thông tin.'].join(
    '\n',
  )
}

const fields = { name: 'họ tên', unit: 'đơn vị', titles: 'danh hiệu', subject: 'cá nhân hay tập thể' } as const
const reasons = {
  unsaid: 'chưa nêu',
  unknown: 'không có trong danh sách',
  'not-valid': 'không còn hoặc chưa hoạt động vào ngày này',
  several: 'có nhiều khả năng',
  level: 'chưa rõ cấp',
  contradiction: 'chỗ này mâu thuẫn',
} as const

async function main(): Promise<number> {
  const { values, positionals } = readArguments(usage, {
    json: { type: 'boolean' },
    now: { type: 'string' },
    campaign: { type: 'string' },
  })
  const text = positionals.join(' ')
  if ((values.json === true) !== (text === '')) throw new Misuse(usage)
  const given = values.now === undefined ? undefined : readMoment(values.now, '--now')
  const run = openQuick(values.campaign, () => given ?? new Date())
  if (values.json) await answerLines(run)
  else console.log(describe(run.read({ text, speaker: undefined }), run.campaign))
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main, { misuse: 1 })
