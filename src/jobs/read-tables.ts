import { type Day, dayAt } from '../core/campaign/calendar.ts'
import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import { type Channel, type LoadFile, SendError } from '../core/channel.ts'
import {
  type ChannelName,
  type FileReference,
  type OutgoingMessage,
  type Saying,
  type Text,
  text,
} from '../core/message.ts'
import type { Person } from '../core/people/person.ts'
import { mayHandIn, type PlannedRow } from '../core/tables/plan.ts'
import { previewTable } from '../core/tables/preview.ts'
import { reportRows, type TableContent } from '../core/tables/read-plan.ts'
import { mostBytes } from '../core/tables/table.ts'

interface Waiting {
  readonly id: string
  readonly file: FileReference
  readonly name: string
  readonly channel: ChannelName
  readonly locale: Locale
  readonly createdAt: Date
  /** Who handed it in. */
  readonly by: Person
}

/** What reading needs of the database room. */
interface Imports<Given extends Waiting> {
  next(): Promise<Given | undefined>
  /** The campaign with the units that it has now. */
  campaign(): Promise<Campaign>
  plan(table: Given, content: TableContent, about: { campaign: Campaign; day: Day }): Promise<readonly PlannedRow[]>
  show(
    table: Given,
    content: TableContent,
    rows: readonly PlannedRow[],
    messages: readonly OutgoingMessage[],
  ): Promise<boolean>
  refuse(table: Given, problem: object, now: Date, messages: readonly OutgoingMessage[]): Promise<boolean>
}

/** Reads what a file says, whatever it is; may reject, for a file that nobody thought of. */
export type ReadFile = (
  bytes: Uint8Array,
  about: { readonly campaign: Campaign; readonly day: Day },
) => Promise<TableContent | { readonly problem: Text }>

export interface ReadTablesOptions<Given extends Waiting> {
  readonly imports: Imports<Given>
  readonly channels: readonly Channel[]
  readonly files: LoadFile
  readonly timezone: string
  /** The campaign's clock. */
  readonly clock: () => Date
  readonly put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[]
  readonly say: (text: Text, locale: Locale) => string
  readonly readFile: ReadFile
  /** Writes a spreadsheet of these rows and keeps it; gives under which id. */
  readonly keep: (name: string, rows: Iterable<readonly (string | number)[]>, sheet: string) => Promise<string>
  readonly log: { warn(fields: object, message: string): void }
}

/** How long a file is asked for that the platform does not hand out now. */
const patienceMs = 10 * 60_000

/** Reads one table that was handed in and shows what it would change, or says why it cannot; gives whether it did. */
export async function readNextTable<Given extends Waiting>(options: ReadTablesOptions<Given>): Promise<boolean> {
  const { imports, clock, timezone, put, log } = options
  const table = await imports.next()
  if (!table) return false
  const refuse = (problem: Text) => {
    const saying = { text: [text('table-refused', { why: problem })] }
    return imports.refuse(table, problem, clock(), put(saying, table.locale, table.channel))
  }
  const bytes = await fetchFile(options, table.file).catch((error: unknown) => toFailure(error))
  if ('kind' in bytes) {
    log.warn({ reason: bytes.message, table: table.id }, 'the file of a table could not be fetched')
    const isOver = bytes.kind === 'rejected' || clock().getTime() - table.createdAt.getTime() > patienceMs
    return isOver ? refuse(text(bytes.kind === 'rejected' ? 'table-large' : 'table-not-fetched')) : false
  }
  const about = { campaign: await imports.campaign(), day: dayAt(clock(), timezone) }
  const content = await readBytes(options, bytes, about)
  if ('problem' in content) return refuse(content.problem)
  if (!mayHandIn(table.by, content.kind)) return refuse(text('table-not-allowed'))
  const rows = await imports.plan(table, content, about)
  const report = await keepReport(options, table, content, rows)
  const saying = previewTable({ ...table, kind: content.kind }, rows, report, about)
  return imports.show(table, content, rows, put(saying, table.locale, table.channel))
}

/** A file that nobody thought of must not be read again and again. */
async function readBytes<Given extends Waiting>(
  { readFile, log }: ReadTablesOptions<Given>,
  bytes: Uint8Array,
  about: Parameters<ReadFile>[1],
): Promise<TableContent | { readonly problem: Text }> {
  try {
    return await readFile(bytes, about)
  } catch (error) {
    log.warn({ err: error }, 'a table could not be read')
    return { problem: text('table-unreadable') }
  }
}

async function fetchFile<Given extends Waiting>(
  { channels, files }: ReadTablesOptions<Given>,
  file: FileReference,
): Promise<Uint8Array> {
  if ('stored' in file) {
    const found = await files(file.stored)
    if (!found) throw new SendError('rejected', 'The stored file is gone')
    return found.bytes
  }
  const channel = channels.find((one) => one.name === file.channel)
  if (!channel?.download) throw new SendError('rejected', `${file.channel} hands out no files`)
  return channel.download(file.id, mostBytes)
}

function toFailure(error: unknown): SendError {
  return error instanceof SendError ? error : new SendError('unreachable', String(error))
}

async function keepReport<Given extends Waiting>(
  { say, keep }: ReadTablesOptions<Given>,
  table: Given,
  content: TableContent,
  rows: readonly PlannedRow[],
): Promise<FileReference> {
  const { locale } = table
  const title = `table-report-${content.kind}`
  const name = `${say(text(title), locale)}.xlsx`
  const cells = reportRows(content, rows, (words) => say(words, locale))
  return { kind: 'document', name, stored: await keep(name, cells, say(text('table-sheet'), locale)) }
}
