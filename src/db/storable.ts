/**
 * As JSON that PostgreSQL can hold: without U+0000 and halves of a surrogate pair, which no person types. One of them
 * would make a statement fail, with everything else that is written in it.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!escaped.test(json)) return json
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner))
}

/** How JSON writes what PostgreSQL cannot hold; also where a person typed just these signs. */
const escaped = /\\u(?:0000|d[89a-f])/

export function storable(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}
