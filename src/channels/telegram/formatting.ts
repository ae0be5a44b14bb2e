import type { MessageEntity } from 'grammy/types'
import type { Span } from '../../core/message.ts'

/** A text with what is drawn differently in it, as Telegram and as we put it. */
export interface Formatted {
  readonly text: string
  readonly spans: readonly Span[]
}

const styles: Partial<Record<MessageEntity['type'], Span['style']>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strikethrough',
  code: 'code',
  pre: 'code',
}

/** What was typed, in composed form and with its formatting; what we have no style for becomes plain. */
export function decodeFormatted(raw: string, entities: readonly MessageEntity[] = []): Formatted {
  const text = raw.normalize('NFC')
  const composed = (at: number) => (text === raw ? at : raw.slice(0, at).normalize('NFC').length)
  return { text, spans: moved(entities.flatMap(decodeEntity), composed) }
}

function decodeEntity(entity: MessageEntity): Span[] {
  const { offset, length } = entity
  // Other links lead to an account or into the app, which means nothing elsewhere.
  if (entity.type === 'text_link')
    return /^https?:/i.test(entity.url) ? [{ offset, length, style: 'link', url: entity.url }] : []
  const style = styles[entity.type]
  return style === undefined ? [] : [{ offset, length, style }]
}

export function encodeSpan({ offset, length, style, url }: Span): MessageEntity {
  return style === 'link' ? { type: 'text_link', offset, length, url: url ?? '' } : { type: style, offset, length }
}

/** The text with each match replaced; the formatting stays on the words that it stood on. */
export function replaceIn({ text, spans }: Formatted, pattern: RegExp, by: string): Formatted {
  const matches = [...text.matchAll(pattern)].map((one) => ({ start: one.index, end: one.index + one[0].length }))
  const place = (at: number) => {
    const before = matches.filter((one) => one.end <= at)
    const inside = matches.find((one) => one.start < at && at < one.end)
    const shift = before.reduce((sum, { start, end }) => sum + by.length - (end - start), 0)
    return (inside?.start ?? at) + shift
  }
  return { text: text.replace(pattern, by), spans: moved(spans, place) }
}

function moved(spans: readonly Span[], place: (at: number) => number): Span[] {
  return spans.flatMap((span) => {
    const offset = place(span.offset)
    const length = place(span.offset + span.length) - offset
    return length > 0 ? [{ ...span, offset, length }] : []
  })
}
