import type { IncomingUpdate } from '../message.ts'

/** What the office is told of why something failed; the rest is for whoever reads the log. */
export type FailureCause = 'database' | 'program'

/** What went wrong, as far as it may stand in a log: no word that a person wrote or is called by, and no address. */
export interface Failure {
  readonly cause: FailureCause
  readonly reason: string
  /** The lines of the program in which it happened. */
  readonly where: readonly string[]
}

const longestReason = 160
const mostLines = 8

/** `update` is what was being handled. */
export function describeFailure(error: unknown, update?: IncomingUpdate): Failure {
  const { name, message, stack = '' } = error instanceof Error ? error : { name: '', message: String(error) }
  const cause = /^(Prisma|DriverAdapter)/.test(name) ? 'database' : 'program'
  // Before its last line a database's error repeats the query.
  const words = cause === 'database' ? (message.trim().split('\n').at(-1) ?? '') : message
  const where = stack.split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? [])
  return { cause, reason: withoutWords(words, update ? wordsOf(update) : []), where: where.slice(0, mostLines) }
}

/** What an error says, without what it quotes, any long number and any word of those. */
function withoutWords(reason: string, said: readonly string[]): string {
  const words = new Set(said.flatMap((one) => one.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []))
  const masked = reason
    .replace(/(["'`]).*?\1|“.*?”/gs, '…')
    .replace(/\d{5,}/g, '…')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (words.has(word.toLowerCase()) ? '…' : word))
  const line = masked.replace(/\s+/g, ' ').trim()
  return line.length > longestReason ? `${[...line].slice(0, longestReason).join('')}…` : line
}

/** Everything in an update that a person wrote or is called by: an error may repeat it. */
function wordsOf({ input, from, address, title }: IncomingUpdate): string[] {
  const said = Object.entries(input).flatMap(([field, value]) =>
    field !== 'kind' && typeof value === 'string' ? [value] : [],
  )
  return [...said, from.name ?? '', from.id, address.chat, title ?? '']
}
