import type { Token } from './tokens.ts'

/** The same search, which looks only once at each place of a message. */
export function remembered<Found>(
  find: (tokens: readonly Token[], at: number) => Found,
): (tokens: readonly Token[], at: number) => Found {
  const messages = new WeakMap<readonly Token[], Map<number, Found>>()
  return (tokens, at) => {
    let places = messages.get(tokens)
    if (!places) {
      places = new Map()
      messages.set(tokens, places)
    }
    const known = places.get(at)
    if (known !== undefined) return known
    const found = find(tokens, at)
    places.set(at, found)
    return found
  }
}
