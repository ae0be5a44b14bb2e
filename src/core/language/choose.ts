import { fold } from './fold.ts'

export interface Candidate {
  readonly value: string
  readonly label: string
  /** Other ways in which people write it. */
  readonly aliases?: readonly string[]
}

export type Chosen =
  | { readonly kind: 'one'; readonly value: string }
  | { readonly kind: 'several'; readonly values: readonly string[] }
  | { readonly kind: 'none' }

/**
 * Which candidate a person means by a number (from 1), its label, an alias, or a part of the label that fits only
 * one; with or without diacritics. A whole name wins over a part of another, and one that is denied is none.
 */
export function choose(typed: string, candidates: readonly Candidate[]): Chosen {
  const wanted = fold(typed)
  if (wanted === '') return { kind: 'none' }
  if (/^\d{1,3}$/.test(wanted)) {
    const numbered = candidates[Number(wanted) - 1]
    if (numbered) return { kind: 'one', value: numbered.value }
  }
  const whole = candidates.filter((one) => namesOf(one).includes(wanted))
  if (whole.length > 0) return decided(whole)
  const inside = candidates.filter((one) => namesOf(one).some((name) => containsWords(name, wanted)))
  if (inside.length > 0) return decided(inside)
  // The other way round, for "em ở phòng nghiệp vụ 2 ạ": a whole name inside what was typed; the longest wins.
  const around = candidates.filter((one) => longestInside(one, wanted) > 0)
  const longest = Math.max(0, ...around.map((one) => longestInside(one, wanted)))
  if (longest > 0) {
    const found = around.filter((one) => longestInside(one, wanted) === longest)
    // "Trừ phòng 1" is anything but that one.
    return isDenied(wanted, found) ? { kind: 'none' } : decided(found)
  }
  return decided(candidates.filter((one) => namesOf(one).some((name) => isShortFor(wanted, name))))
}

/** Whether that is all of a candidate's name, and no more: its label, an alias or its value. */
export function isName(typed: string, candidates: readonly Candidate[]): boolean {
  const wanted = fold(typed)
  return candidates.some((one) => namesOf(one).includes(wanted))
}

interface Labelled {
  readonly label: string
}

/** For a search: whether the words are the label. */
export function isLabelled(words: string): (one: Labelled) => boolean {
  const typed = plain(words)
  return ({ label }) => typed !== '' && plain(label) === typed
}

/** The same where accents were left out. They may not be changed: "đúng" is not "Dừng". */
export function isLabelledWithoutAccents(words: string): (one: Labelled) => boolean {
  const typed = plain(words)
  const isWithout = typed !== '' && typed === fold(words)
  return ({ label }) => isWithout && fold(label) === typed
}

function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "Phòng NV 2", "p.nv2" for "Phòng Nghiệp vụ 2": words and initials that follow each other in the name, at least two. */
function isShortFor(short: string, name: string): boolean {
  const typed = short.replace(/([a-z])(\d)/g, '$1 $2').split(' ')
  const words = name.split(' ')
  return words.some((_, start) => {
    const end = typed.reduce((at, one) => at + reach(one, words.slice(at)), start)
    return end >= start + 2
  })
}

/** Whether it is the whole of that name, with initials in the place of some of its words: "Phòng NV1". */
export function isShortName(typed: string, name: string): boolean {
  const parts = fold(typed)
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(' ')
  const words = fold(name).split(' ')
  return parts.reduce((at, one) => at + reach(one, words.slice(at)), 0) === words.length
}

/** How many of these words the typed one stands for: one that it is, or several whose initials it is. */
function reach(typed: string, words: readonly string[]): number {
  if (words[0] === typed) return 1
  const initials = words
    .slice(0, typed.length)
    .map((word) => word[0])
    .join('')
  return initials === typed ? typed.length : Number.NEGATIVE_INFINITY
}

/** Several at once: "1,3", "LĐTT và CSTĐCS". Undefined parts are returned so that the person can be told. */
export function chooseMany(typed: string, candidates: readonly Candidate[]): { values: string[]; unclear: string[] } {
  if (everything.has(fold(typed))) return { values: candidates.map((one) => one.value), unclear: [] }
  // A name may hold a comma itself: whole names come before parts.
  const whole = candidates.filter((one) => namesOf(one).includes(fold(typed)))
  if (whole[0] && whole.length === 1) return { values: [whole[0].value], unclear: [] }
  const parts = typed.split(/[,;+\n]|\s(?:và|va|and|với|voi)\s/iu).filter((part) => fold(part) !== '')
  const values = new Set<string>()
  const unclear: string[] = []
  for (const part of parts) {
    const chosen = choose(part, candidates)
    if (chosen.kind === 'one') values.add(chosen.value)
    else unclear.push(part.trim())
  }
  return { values: [...values], unclear }
}

const everything = new Set([
  'tat ca',
  'het',
  'ca',
  'chon het',
  'chon tat ca',
  'dong y het',
  'dong y tat ca',
  'all',
  'everything',
])

function namesOf(one: Candidate): string[] {
  return [one.value, one.label, ...(one.aliases ?? [])].map(fold).filter((name) => name !== '')
}

function containsWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `) || (words.length >= 4 && ` ${text}`.includes(` ${words}`))
}

function longestInside(one: Candidate, wanted: string): number {
  const found = namesOf(one).filter((name) => name.length >= 2 && ` ${wanted} `.includes(` ${name} `))
  return Math.max(0, ...found.map((name) => name.length))
}

/** Whether what stands around the names says no to them. */
function isDenied(wanted: string, found: readonly Candidate[]): boolean {
  const names = found.flatMap(namesOf).sort((one, other) => other.length - one.length)
  const around = names.reduce((left, name) => left.replaceAll(` ${name} `, ' '), ` ${wanted} `)
  return /\b(?:tru|khong|chua|ngoai|except|not|without|but)\b/.test(around)
}

function decided(found: readonly Candidate[]): Chosen {
  const values = [...new Set(found.map((one) => one.value))]
  if (values.length === 0) return { kind: 'none' }
  return values[0] !== undefined && values.length === 1
    ? { kind: 'one', value: values[0] }
    : { kind: 'several', values }
}
