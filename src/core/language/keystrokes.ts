import { isSyllable } from './syllable.ts'

/**
 * The folded word that was meant where the typing program was off or lagged: telex `ddowtj` and VNI `d9o75t` are `dot`.
 * A word that stands as it is, or that makes no syllable, is left alone.
 */
export function undoKeystrokes(word: string): string {
  if (isSyllable(word) || !/[a-z]/.test(word) || word === 'or') return word
  const meant = /\d/.test(word) ? undoVni(word) : undoTelex(word)
  return isSyllable(meant) ? meant : word
}

// "dot2", "q3", "d1" carry a number; a VNI digit is a tone or a hat on a vowel or on d.
function undoVni(word: string): string {
  if (/^(?:dot|d|gd|q|quy|thang|nam|lan|so|p|cap|loai)\d+$/.test(word)) return word
  return /^[a-z]+(?:\d[a-z]*)+$/.test(word) ? word.replace(/\d/g, '') : word
}

function undoTelex(word: string): string {
  const bare = word
    .replace(/dd/g, 'd')
    .replace(/([aeo])([a-z]*?)\1/g, '$1$2')
    .replace(/([aou])w/g, '$1')
    .replace(/([aou][a-z]*)w/g, '$1')
    .replace(/w/g, 'u')
  if (isSyllable(bare)) return bare
  // The tone is typed last, or right after the vowel.
  const last = bare.replace(/([aeiouy][a-z]*)[sfrxj]$/, '$1')
  if (isSyllable(last)) return last
  return bare.replace(/([aeiouy])[sfrxj]([a-z]*)$/, '$1$2')
}
