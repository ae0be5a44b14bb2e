import type { FileReference, Text } from '../message.ts'
import { maySendNews, type Person } from '../people/person.ts'

/** What a table is a list of. */
export type TableKind = 'roster' | 'units' | 'pledges'

/** Lists of people and units are the office's to hand in, those of pledges also a coordinator's. Null: not read yet. */
export function mayHandIn({ role }: Pick<Person, 'role'>, kind: TableKind | null): boolean {
  return maySendNews(role) || (role === 'coordinator' && (kind === null || kind === 'pledges'))
}

export const rowChanges = ['add', 'change', 'same', 'reject', 'ask', 'missing'] as const
export type RowChange = (typeof rowChanges)[number]

/**
 * What becomes of one row. `ask`: it may be meant in several ways, so that whoever handed it in must say it better.
 * `missing`: known, of what the table is about, and not named by it (row 0).
 */
export interface PlannedRow<Facts = unknown> {
  readonly row: number
  readonly change: RowChange
  readonly facts?: Facts
  /** What was so, where it changes. */
  readonly before?: Facts
  /** Of the person or unit that it changes; of a pledge, the phase that it comes into or the one that is there. */
  readonly id?: string
  /** Why it is rejected, or what was so before. */
  readonly why?: Text
}

export type TableCounts = Readonly<Record<RowChange, number>>

export function countRows(rows: readonly PlannedRow[]): TableCounts {
  const counts = { add: 0, change: 0, same: 0, reject: 0, ask: 0, missing: 0 }
  for (const { change } of rows) counts[change] += 1
  return counts
}

/** The table that a button is about, as things stand now. */
export interface TableView {
  readonly id: string
  readonly kind: TableKind
  readonly byPerson: string
  /** It was shown, and nobody has decided about it yet. */
  readonly isOpen: boolean
  readonly counts: TableCounts
  /** What it would change now; nothing may change it until the turn is stored. */
  readonly rows: readonly PlannedRow[]
  /** What it would change is still what was shown. */
  readonly isAsShown: boolean
}

export type TableEffect =
  | { readonly kind: 'receive-table'; readonly id: string; readonly file: FileReference; readonly name: string }
  /** Takes it in whole; with `leave` those whom it names no more are noted as gone. */
  | { readonly kind: 'take-in-table'; readonly id: string; readonly leave: boolean }
  | { readonly kind: 'drop-table'; readonly id: string }
  /** What it would change is another thing by now: it is read and shown anew. */
  | { readonly kind: 'reread-table'; readonly id: string }
