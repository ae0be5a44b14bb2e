const plain = /^[a-z0-9]+$/i

/**
 * The text as it is compared: lower case without diacritics, `đ` as `d`, everything that is neither letter nor digit
 * as one space. Composed and decomposed Vietnamese fold to the same words.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  if (text.length > longestKept) return folded(text)
  let known = kept.get(text)
  if (known === undefined) {
    known = folded(text)
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, known)
  }
  return known
}

// Names and commands are compared with whatever is typed: the same few thousand, again and again.
const kept = new Map<string, string>()
const mostKept = 4_000
const longestKept = 80

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
