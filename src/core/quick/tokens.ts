import { fold } from '../language/fold.ts'
import { undoKeystrokes } from '../language/keystrokes.ts'
import { isSyllable } from '../language/syllable.ts'

/** What stands between two words, from nothing at all ("nv" and "3" in "nv3") to a new line. */
export const gaps = {
  joined: 0,
  space: 1,
  hyphen: 2,
  bracket: 3,
  dash: 4,
  comma: 5,
  colon: 6,
  semicolon: 7,
  stop: 8,
  line: 9,
}

export interface Token {
  /** In lower case, composed; as it was meant where the typing program was off. */
  readonly low: string
  readonly fold: string
  /** Typed without any diacritic: it may stand for any word that folds to it. */
  readonly plain: boolean
  /** Whether it can be one Vietnamese syllable. */
  readonly syllable: boolean
  /** Written as names are, in a text where that tells something. */
  readonly capital: boolean
  /** What stands before it, one of `gaps`. */
  readonly gap: number
  /** A question mark follows. */
  readonly asked: boolean
  /** Where it stands in the composed text. */
  readonly start: number
  readonly end: number
}

// "L.Đ.T.T" is one word.
const words =
  /[đd]\/c(?!\p{L})|(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/giu
const numbering = /^[ \t]*(?:[a-z]\)|\(?\d{1,3}(?:[.)\-/:]|[ \t]*[-–:]|\t)(?!\d)|[-+*•–—>·]+)[ \t]*/gimu
// A dot after these shortens them and ends nothing.
const shortened = new Set([
  'p',
  'ths',
  'ts',
  'tp',
  'tt',
  'ttr',
  'h',
  'q',
  'dc',
  'đc',
  'đ/c',
  'd/c',
  'cn',
  'ks',
  'ptp',
  'ng',
])
// Words that a figure belongs to, so that it numbers no row.
const counted = new Set('phong vu nv pnv p to doi vuc cap division dot nam thang hang quy so ngay khoa lan'.split(' '))

/** The words of a text with what separates them. Numbers of a list are left out; what follows them begins a row. */
export function tokenise(text: string): Token[] {
  const composed = text.normalize('NFC').replace(numbering, (found) => ' '.repeat(found.length))
  const vni = /\p{L}\d+\p{L}/u.test(composed)
  // In a text without lower case, or with little of it, as thanks behind a text in capitals, capitals tell nothing.
  const count = (letters: RegExp) => composed.match(letters)?.length ?? 0
  const shapes = /\p{Ll}{2}/u.test(composed) && count(/\p{Ll}/gu) > count(/\p{Lu}/gu) / 3
  const out: Token[] = []
  let last = 0
  let rowBegins = false
  for (const match of composed.matchAll(words)) {
    const [raw] = match
    const between = composed.slice(last, match.index)
    const previous = out.at(-1)
    if (previous && between.includes('?')) out[out.length - 1] = { ...previous, asked: true }
    const gap = previous ? gapOf(between, previous) : gaps.line
    last = match.index + raw.length
    if (isRowNumber(raw, composed.slice(last), previous, gap)) {
      rowBegins = true
      continue
    }
    const begins = rowBegins ? Math.max(gap, gaps.semicolon) : gap
    rowBegins = false
    out.push(...pieces(raw, match.index, begins, vni, shapes))
  }
  const final = out.at(-1)
  if (final && composed.slice(last).includes('?')) out[out.length - 1] = { ...final, asked: true }
  return out
}

// "1. A LĐTT 2. B CSTĐCS" on one line.
function isRowNumber(raw: string, after: string, previous: Token | undefined, gap: number): boolean {
  if (!/^\d{1,2}$/.test(raw) || !/^[.)]\s+\p{L}/u.test(after)) return false
  return gap !== gaps.joined && !(gap === gaps.space && counted.has(previous?.fold ?? ''))
}

function gapOf(between: string, previous: Token): number {
  if (between.includes('\n')) return gaps.line
  if (/[!?…]|\.\.|\.\s/u.test(between) || (between === '.' && previous.fold.length > 3))
    return shortened.has(previous.low) && between.trim() === '.' ? gaps.space : gaps.stop
  if (/[;]/u.test(between)) return gaps.semicolon
  if (/[:]/u.test(between)) return gaps.colon
  if (/[,+/&]/u.test(between)) return gaps.comma
  if (between === '-') return gaps.hyphen
  if (/[([{}\])]/u.test(between)) return gaps.bracket
  // Quotes separate nothing; any other sign, an emoji too, is a dash.
  if (between.includes('\t')) return gaps.dash
  return /^[\s.'"“”‘’`«»]*$/u.test(between) ? gaps.space : gaps.dash
}

function pieces(raw: string, start: number, gap: number, vni: boolean, shapes: boolean): Token[] {
  const at = cutAt(raw)
  if (at > 0)
    return [
      ...pieces(raw.slice(0, at), start, gap, false, shapes),
      ...pieces(raw.slice(at), start + at, gaps.joined, false, shapes),
    ]
  const [, letters = '', figures = ''] = /^(\p{L}+)(\d+)$/u.exec(raw) ?? []
  if (figures === '') return [token(raw, start, gap, shapes)]
  if (vni && figures.length <= 2 && isSyllable(fold(letters)) && !counted.has(fold(letters)))
    return [{ ...token(letters, start, gap, shapes), end: start + raw.length }]
  return [token(letters, start, gap, shapes), token(figures, start + letters.length, gaps.joined, shapes)]
}

/** Where short forms are written as one word: "đkLĐTT", "nv1đk", "ldttnv2". No Vietnamese syllable looks so. */
function cutAt(raw: string): number {
  const [register = ''] = /^[đd]k[ýíyi]?(?=\p{L}{2})/iu.exec(raw) ?? []
  if (register !== '' && !isSyllable(fold(raw))) return register.length
  const [unit = ''] = /^\p{L}+\d{1,2}(?=\p{L}{2,}$)/u.exec(raw) ?? []
  if (unit !== '' && !isSyllable(fold(raw.replace(/\d/gu, '')))) return unit.length
  const [award = ''] = /^\p{L}{3,}?(?=p?nv\d{1,2}$)/iu.exec(raw) ?? []
  return award.length
}

function token(raw: string, start: number, gap: number, shapes: boolean): Token {
  const low = /\..\./u.test(raw) ? raw.toLowerCase().replaceAll('.', '') : raw.toLowerCase()
  const folded = /^[đd]\/c$/u.test(low) ? 'dongchi' : fold(low).replaceAll(' ', '')
  const meant = undoKeystrokes(folded)
  const undone = meant !== folded
  const syllable = isSyllable(meant)
  const upper = /^\p{Lu}+$/u.test(raw)
  const capital =
    shapes && /^\p{Lu}/u.test(raw) && (!upper || raw.length === 1 || (meant === folded ? syllable : isSyllable(folded)))
  return {
    low: undone ? meant : low,
    fold: meant,
    plain: undone || low === folded,
    syllable,
    capital,
    gap,
    asked: false,
    start,
    end: start + raw.length,
  }
}
