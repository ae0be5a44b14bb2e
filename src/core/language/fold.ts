const plain = /^[a-z0-9]+$/i

/**
 * The text as it is compared: lower case without diacritics, `đ` as `d`, everything that is neither letter nor digit
 * as one space. Composed and decomposed Vietnamese fold to the same words.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
