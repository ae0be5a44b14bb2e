const onset = '(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?'
// Rimes without diacritics. `oong` and `ooc` are left out: they are far rarer than a telex "oo" that stayed.
const rime = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay',
  'e|ec|em|en|eng|enh|eo|ep|et|eu|ech',
  'i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|op|ot',
  'u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu',
  'uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|yem|yen|yet|yeu',
].join('|')
const whole = new RegExp(`^${onset}(?:${rime})$`)
const parts = new RegExp(`^(${onset})(${rime})$`)

/** True where a folded word can be one Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  return whole.test(word)
}

const onsetSounds: Record<string, string> = {
  tr: 'ch',
  x: 's',
  v: 'd',
  gi: 'd',
  r: 'r',
  k: 'c',
  q: 'c',
  qu: 'w',
  gh: 'g',
  ngh: 'ng',
  ph: 'f',
}

const rimeSounds: readonly (readonly [RegExp, string])[] = [
  [/^y/, 'i'],
  [/y$/, 'i'],
  [/^ie?u$/, 'iu'],
  [/^uoi$/, 'ui'],
  [/^uou$/, 'uu'],
  [/^ao$/, 'au'],
  [/^ie?(m|p)$/, 'i$1'],
  [/^uo(m|p)$/, 'u$1'],
  [/(?:ng|nh)$/, 'n'],
  [/(?:ch|c)$/, 't'],
]

/**
 * How a folded syllable sounds to a southern ear: words that people confuse in writing (trào and chào, kết and kếch,
 * xây and sây, vậy and dậy) have one sound. A word that is no syllable is its own sound.
 */
export function soundOf(word: string): string {
  const match = parts.exec(word)
  const first = match?.[1]
  let last = match?.[2]
  if (first === undefined || last === undefined) return word
  for (const [pattern, sound] of rimeSounds) last = last.replace(pattern, sound)
  return `${onsetSounds[first] ?? first}.${last}`
}
