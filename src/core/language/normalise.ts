import { abbreviations, longestAbbreviation } from './abbreviations.ts'
import { ambiguousWords } from './ambiguous-words.ts'
import { fold } from './fold.ts'
import { undoKeystrokes } from './keystrokes.ts'
import { readNumbers } from './numbers.ts'

// A person asks in a few hundred characters; what lies beyond is pasted text, and the answer must not wait for it.
const longest = 600

/**
 * The folded words that a text means: keyboard leftovers undone, abbreviations and chat spellings written out, numbers
 * as figures. Vietnamese only; English is merely folded.
 */
export function normalise(text: string, language: 'vi' | 'en'): string[] {
  const typed = written(text.slice(0, longest))
  const folded = typed.map(fold)
  if (language === 'en')
    return readNumbers(folded.map((word) => word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1'))).filter(Boolean)
  const words = folded.map((word) => (abbreviations.has(word) ? word : undoKeystrokes(word)))
  const meant = expand(words, typed).flatMap((one) => one.split(' '))
  return readNumbers(merge(meant)).filter(Boolean)
}

// Words as typed, one for each folded word.
function written(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .flatMap(splitFigure)
}

// "dot2", "đ1", "23h": a figure stuck to a word. A VNI word such as "d9a8ng" stays whole.
function splitFigure(word: string): string[] {
  const match = /^(đợt|dot|đ|d|gđ|gd|q|quý|quy|cấp|cap|phase)(\d+)$/iu.exec(word)
  return match ? [match[1] ?? '', match[2] ?? ''] : [word]
}

function expand(words: readonly string[], typed: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const pair = words.slice(at, at + longestAbbreviation).join(' ')
    const word = words[at] ?? ''
    const reading = Object.hasOwn(ambiguousWords, word) ? ambiguousWords[word] : undefined
    if (at + 1 < words.length && abbreviations.has(pair)) {
      out.push(abbreviations.get(pair) ?? pair)
      at += longestAbbreviation - 1
    } else if (reading) out.push(reading({ words, typed, at }))
    else out.push(abbreviations.get(word) ?? word)
  }
  return out
}

// What an expansion brought together may itself be a southern phrase: "hum" + "nao", "bgio".
function merge(words: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const pair = `${words[at]} ${words[at + 1]}`
    const meant = abbreviations.get(pair)
    if (meant === undefined) out.push(words[at] ?? '')
    else {
      out.push(...meant.split(' '))
      at += 1
    }
  }
  return out
}
