const digits: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
}
const afterTen: Readonly<Record<string, number>> = { ...digits, mot: 1, lam: 5, nam: 5 }
const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7' }

const ordinals: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
}

// After these words a spelled or Roman figure is a number; elsewhere "ba", "tu", "vi" are words of their own.
const counted = new Set(['dot', 'thu', 'lan', 'quy', 'phase', 'hoi', 'ky'])

/** Spelled numbers as figures where they are surely numbers: `tam muoi` is `80`, `dot mot` is `dot 1`, `lan thu vi` is `lan thu 6`. */
export function readNumbers(words: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const tens = digits[word]
    if (tens !== undefined && words[at + 1] === 'muoi') {
      const unit = unitAfter(words, at + 2)
      out.push(String(tens * 10 + (unit ?? 0)))
      at += unit === undefined ? 1 : 2
    } else out.push(counted.has(out.at(-1) ?? '') ? figure(word, out.at(-1) ?? '') : (ordinals[word] ?? word))
  }
  return out
}

// "tám mươi năm" is eighty years, so a closing "năm" counts as five only before another "năm".
function unitAfter(words: readonly string[], at: number): number | undefined {
  const word = words[at] ?? ''
  if (word === 'nam' && words[at + 1] !== 'nam') return undefined
  return word === 'tu' ? undefined : afterTen[word]
}

function figure(word: string, previous: string): string {
  if (previous === 'hoi' || previous === 'ky') return word === 'vi' || word === 'vii' ? (roman[word] ?? word) : word
  if (previous === 'phase') return { one: '1', two: '2', three: '3' }[word] ?? roman[word] ?? word
  if (previous === 'thu' && (word === 'tu' || word === 'bay')) return word
  if (word === 'nhat' && previous === 'thu') return '1'
  const number = digits[word]
  return number === undefined ? (roman[word] ?? word) : String(number)
}
