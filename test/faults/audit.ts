/** Compares what the ledger says with what the platform accepted. Pure. */

/** One row of the ledger. */
export interface Entry {
  readonly id: number
  readonly chat: number
  readonly lane: string
  readonly kind: string
  readonly state: string
  readonly doubts: number
  readonly reason: string | null
  /** A message by its number, or the words. */
  readonly text: string
}

/** One row of the inbox. */
export interface Taken {
  readonly updateId: string
  readonly chat: number
  readonly state: string
  readonly text: string
}

export interface Accepted {
  readonly chat: number
  readonly text: string
  readonly at: number
}

export interface Evidence {
  readonly entries: readonly Entry[]
  /** The inbox in its order. */
  readonly taken: readonly Taken[]
  /** What the platform accepted, in its order. */
  readonly accepted: readonly Accepted[]
  /** The updates that we told the platform to have. */
  readonly acknowledged: readonly string[]
  /** Who should have been sent what. */
  readonly expected: readonly { readonly chat: number; readonly text: string }[]
}

export interface Findings {
  readonly entries: number
  readonly states: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, number>>
  /** Ended nowhere, or elsewhere than the ledger says. */
  readonly lost: readonly string[]
  /** Copies beyond the first. */
  readonly duplicates: number
  /** Those that the ledger does not report as possible. */
  readonly unreported: readonly string[]
  readonly disordered: readonly string[]
}

const ended = new Set(['sent', 'failed', 'unknown', 'cancelled', 'expired'])
const keyOf = (one: { chat: number; text: string }) => `${one.chat} ${one.text}`

export function audit(evidence: Evidence): Findings {
  const entries = groups(evidence.entries, keyOf)
  const accepted = groups(evidence.accepted, keyOf)
  const lost = [...lostUpdates(evidence), ...lostRecipients(evidence, entries)]
  const unreported: string[] = []
  let duplicates = 0
  for (const [key, rows] of entries) {
    const copies = accepted.get(key)?.length ?? 0
    const { sent, doubts, open, unexplained } = tally(rows)
    if (open > 0) lost.push(`never ended: ${key} is ${rows.map((row) => row.state).join(', ')}`)
    if (unexplained > 0) lost.push(`without a reason: ${key}`)
    if (copies < sent) lost.push(`said to be sent: ${key} ${sent} times, accepted ${copies} times`)
    if (copies > sent + doubts) unreported.push(`${key}: ${sent} sent and ${doubts} in doubt, accepted ${copies} times`)
    duplicates += Math.max(0, copies - rows.length)
  }
  for (const key of accepted.keys()) if (!entries.has(key)) unreported.push(`in no ledger: ${key}`)
  return {
    entries: evidence.entries.length,
    states: countBy(evidence.entries, (one) => one.state),
    kinds: countBy(evidence.entries, (one) => one.kind),
    lost,
    duplicates,
    unreported,
    disordered: disorder(evidence),
  }
}

function tally(rows: readonly Entry[]) {
  const count = (states: readonly string[]) => rows.filter((row) => states.includes(row.state)).length
  return {
    sent: count(['sent']),
    doubts: rows.reduce((sum, row) => sum + row.doubts, 0),
    open: rows.filter((row) => !ended.has(row.state)).length,
    unexplained: rows.filter((row) => ['failed', 'unknown'].includes(row.state) && !row.reason).length,
  }
}

function lostUpdates({ taken, acknowledged }: Evidence): string[] {
  const states = new Map(taken.map((one) => [one.updateId, one.state]))
  return acknowledged.flatMap((id) => {
    const state = states.get(id)
    return state === 'done' || state === 'parked'
      ? []
      : [`update ${id} was acknowledged and is ${state ?? 'not there'}`]
  })
}

function lostRecipients({ taken, expected }: Evidence, entries: ReadonlyMap<string, readonly Entry[]>) {
  const answered = taken.filter((one) => one.state === 'done')
  return [...groups([...expected, ...answered], keyOf)].flatMap(([key, due]) => {
    const rows = entries.get(key)?.length ?? 0
    return rows === due.length ? [] : [`${key}: due ${due.length} times, in the ledger ${rows} times`]
  })
}

/** In each chat and lane the first copies must come in the order of the ledger, and replies in that of the inbox. */
function disorder({ entries, taken, accepted }: Evidence): string[] {
  const firstAt = new Map<string, number>()
  accepted.forEach((one, place) => {
    if (!firstAt.has(keyOf(one))) firstAt.set(keyOf(one), place)
  })
  const wrong: string[] = []
  for (const [where, rows] of groups(entries, (one) => `${one.chat} ${one.lane}`)) {
    // What went astray and came after all may come late.
    const places = rows.filter((row) => row.doubts === 0).map((row) => firstAt.get(keyOf(row)) ?? -1)
    const arrived = places.filter((place) => place >= 0)
    if (arrived.some((place, index) => place < (arrived[index - 1] ?? -1))) wrong.push(`sent out of order: ${where}`)
  }
  const replies = groups(entries, (one) => `${one.chat}`)
  for (const [chat, asked] of groups(taken, (one) => `${one.chat}`)) {
    const due = asked.filter((one) => one.state === 'done').map((one) => one.text)
    const given = (replies.get(chat) ?? []).map((row) => row.text).filter((text) => due.includes(text))
    if (given.join('\n') !== due.join('\n')) wrong.push(`answered out of order: ${chat}`)
  }
  return wrong
}

function countBy(entries: readonly Entry[], keyOf: (entry: Entry) => string): Record<string, number> {
  return Object.fromEntries([...groups(entries, keyOf)].map(([key, group]) => [key, group.length]))
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const all = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = all.get(key)
    if (group) group.push(item)
    else all.set(key, [item])
  }
  return all
}
