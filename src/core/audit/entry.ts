/** What an entry is about; its id stands beside it. */
export type AuditKind = 'pledge' | 'person' | 'unit' | 'table' | 'broadcast' | 'reminder' | 'campaign' | 'data'

/** One change that others rely on: who made it, and what was so before and after. */
export interface AuditEntry {
  /** In the words of the code, for example "role" or "confirm". */
  readonly action: string
  readonly kind: AuditKind
  readonly about: string
  readonly before?: unknown
  readonly after?: unknown
}
