import type { Event } from './events.ts'

/**
 * "A, B lần lượt đăng ký X, Y", or with an award said twice: each gets the award in its place. Where the numbers differ, nobody can tell who gets
 * which, and every award is unsure.
 */
export function pairRespectively(events: readonly Event[], said: boolean): Event[] {
  const rows = [...new Set(events.map((event) => event.row))]
  return rows.flatMap((number) => {
    const row = events.filter((event) => event.row === number)
    return said || repeats(row) ? pairRow(row) : row
  })
}

/** "A, B, C: X, X, Y": nobody says an award twice who means it for all. */
function repeats(row: readonly Event[]): boolean {
  const codes = row.flatMap((event) => (event.kind === 'award' ? [event.award.entry.codes.join()] : []))
  return new Set(codes).size < codes.length
}

function pairRow(events: readonly Event[]): readonly Event[] {
  const who = events.filter((event) => event.kind === 'who')
  const awards = events.filter((event) => event.kind === 'award')
  const units = events.filter((event) => event.kind === 'unit')
  if (who.length < 2 || awards.length === 0 || !isApart(events)) return events
  // "A và B lần lượt ở phòng 1 và phòng 2, đều …"
  if (awards.length === 1 && units.length === who.length)
    return [...who.flatMap((one, at) => [one, ...units.slice(at, at + 1)]), ...awards]
  if (who.length !== awards.length)
    return events.map((event) =>
      event.kind === 'award' ? { ...event, award: { ...event.award, unsure: true } } : event,
    )
  const each = units.length === who.length
  const pairs = who.flatMap((one, at) => [one, ...(each ? units.slice(at, at + 1) : []), ...awards.slice(at, at + 1)])
  return each ? pairs : [...units, ...pairs]
}

/** All people stand before all awards, or after them. */
function isApart(events: readonly Event[]): boolean {
  const kinds = events.flatMap(({ kind }) => (kind === 'unit' ? [] : [kind]))
  return kinds.filter((kind, at) => kind !== kinds[at - 1]).length === 2
}
