import type { ChannelLimits } from '../channel.ts'
import type { Choice, OutgoingMessage, Saying, Span, Text } from '../message.ts'

/** Puts sentences into one language; see the i18n room. */
export interface Words {
  say(text: Text): string
  render(paragraphs: readonly Text[]): { readonly text: string; readonly spans: readonly Span[] }
}

/** A saying as the messages that a channel can carry: split where too long, the choices under the last part. */
export function compose(
  saying: Saying,
  words: Words,
  limits: ChannelLimits,
  stamp: { readonly newId: () => string; readonly at: Date },
): OutgoingMessage[] {
  const { text, spans } = words.render(saying.text)
  const parts = splitText(text, spans, limits.text)
  const choices = drawn(offerable(saying.choices ?? [], limits), words, limits.choices)
  return parts.map((part, index) => ({
    id: stamp.newId(),
    at: stamp.at.toISOString(),
    text: part.text,
    ...(index === 0 && saying.file !== undefined && limits.files ? { file: saying.file } : {}),
    ...(part.spans.length > 0 ? { spans: part.spans } : {}),
    ...(index === parts.length - 1 && choices.length > 0 ? { choices } : {}),
  }))
}

function offerable(rows: readonly (readonly Choice[])[], { contacts = false }: ChannelLimits): Choice[][] {
  return rows.map((row) => row.filter((choice) => contacts || !choice.asksContact))
}

function drawn(rows: readonly (readonly Choice[])[], words: Words, most: number): Choice<string>[][] {
  let left = most
  const kept: Choice<string>[][] = []
  for (const row of rows) {
    const fitting = row.slice(0, left).map((choice) => ({ ...choice, label: words.say(choice.label) }))
    left -= fitting.length
    if (fitting.length > 0) kept.push(fitting)
  }
  return kept
}

export interface TextPart {
  readonly text: string
  readonly spans: readonly Span[]
}

/** Parts of at most `limit` UTF-16 units, cut between paragraphs, lines, sentences or words, never inside a letter. */
export function splitText(text: string, spans: readonly Span[], limit: number): TextPart[] {
  const parts: TextPart[] = []
  let start = 0
  while (text.length - start > limit) {
    const end = cutBefore(text, start, start + limit)
    parts.push(part(text, spans, start, end))
    start = end
    while (/\s/.test(text[start] ?? '')) start++
  }
  if (start < text.length || parts.length === 0) parts.push(part(text, spans, start, text.length))
  return parts
}

function cutBefore(text: string, start: number, most: number): number {
  const window = text.slice(start, most)
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = window.lastIndexOf(mark)
    // A cut in the first half would leave a stub: a finer mark further on is better.
    if (at > window.length / 2) return start + at + (mark === '. ' ? 1 : 0)
  }
  let end = most
  while (end > start + 1 && splitsLetter(text[end] ?? '')) end--
  return end
}

/** The second half of a surrogate pair, or a mark that belongs to the letter before it. */
function splitsLetter(unit: string): boolean {
  return /[\uDC00-\uDFFF]|\u200D/.test(unit) || /\p{M}/u.test(unit)
}

function part(text: string, spans: readonly Span[], start: number, end: number): TextPart {
  const words = text.slice(start, end).trimEnd()
  const inside = spans.flatMap((span) => {
    const from = Math.max(span.offset, start)
    const to = Math.min(span.offset + span.length, start + words.length)
    return to > from ? [{ ...span, offset: from - start, length: to - from }] : []
  })
  return { text: words, spans: inside }
}
