import { fold } from '../language/fold.ts'
import { type ChannelName, type Choice, type FileReference, literal, type Saying, type Span, text } from '../message.ts'

/** What a broadcast says. */
export interface Content {
  readonly text: string
  readonly spans: readonly Span[]
  readonly file?: FileReference
  readonly buttons: readonly Button[]
}

export type Button = { readonly label: string; readonly url: string } | { readonly action: ButtonAction }

/** The start words of our own that a broadcast may offer, in a private chat and from a group. */
export const buttonActions = ['dangky', 'cuatoi', 'moc'] as const
export type ButtonAction = (typeof buttonActions)[number]

export const mostButtons = 3
/** With the heading above them they fit one message, and with a file its caption, so that they can be corrected later. */
const longest = { text: 3500, caption: 950 }

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly say: ReturnType<typeof text> }

/** What the office sent as the message: words with their formatting, and perhaps a photo or document. */
export function readWords(
  typed: string,
  sent: { readonly spans?: readonly Span[]; readonly file?: FileReference },
): Read<Pick<Content, 'text' | 'spans' | 'file'>> {
  const { words, spans } = trimmed(typed, sent.spans ?? [])
  if (words === '' && sent.file === undefined) return { ok: false, say: text('broadcast-empty') }
  const most = sent.file === undefined ? longest.text : longest.caption
  if (words.length > most)
    return {
      ok: false,
      say: text(sent.file ? 'broadcast-long-caption' : 'broadcast-long', { length: words.length, longest: most }),
    }
  return { ok: true, value: { text: words, spans, ...(sent.file && { file: sent.file }) } }
}

/** Without space around it, the formatting still on its words; text as platforms compose it already is left so. */
function trimmed(typed: string, spans: readonly Span[]): { words: string; spans: readonly Span[] } {
  // These two stand for markup signs in our sentences: as foreign words they mean nothing.
  const plain = typed.replace(/[\uE000\uE001]/g, ' ')
  const cut = plain.length - plain.trimStart().length
  const words = plain.trim()
  const kept = spans.flatMap((span) => {
    const from = Math.max(0, span.offset - cut)
    const to = Math.min(words.length, span.offset - cut + span.length)
    return to > from ? [{ ...span, offset: from, length: to - from }] : []
  })
  return { words, spans: kept }
}

/** "Nhãn | https://…", one to a line. */
export function readLinks(typed: string): Read<readonly { label: string; url: string }[]> {
  const lines = typed
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const links: { label: string; url: string }[] = []
  for (const line of lines) {
    const [, label = '', url = ''] = /^(.*?)[\s|:–-]*(https?:\/\/\S+)$/iu.exec(line) ?? []
    if (!isAddress(url))
      return { ok: false, say: text('broadcast-links-unclear', { line: [...line].slice(0, 100).join('') }) }
    if (label.trim() === '' || label.trim().length > 60) return { ok: false, say: text('broadcast-links-label') }
    links.push({ label: label.trim(), url })
  }
  if (links.length === 0) return { ok: false, say: text('broadcast-links-unclear', { line: '' }) }
  return { ok: true, value: links }
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname.includes('.')
}

/** Where the file can be sent; a file of our own goes everywhere that takes files. */
export function fileChannel(content: Pick<Content, 'file'>): ChannelName | undefined {
  return content.file && 'channel' in content.file ? content.file.channel : undefined
}

/** The id of the choice that acknowledges that broadcast; from a group it is a start word. */
export function acknowledgeId(broadcast: string): string {
  return `ack-${broadcast}`
}

/** What stands for the broadcast where the message is only shown: in a preview, a test, or for approval. */
export const noBroadcast = 'test'

/** What `acknowledgeId` wrote. */
export function readAcknowledgeId(id: string): string | undefined {
  return /^ack-([a-z0-9]+)$/.exec(id)?.[1]
}

/** Whether the words say what the button "Đã đọc" says. */
export function saysRead(typed: string): boolean {
  return /^(?:(?:toi|em|minh|vang|da|ok|u|roi) )*(?:da|duoc) (?:doc|hieu|xem|nam|ro|nhan)(?: (?:tin|duoc tin|thong tin|ro|roi|a|nhe|nha|xong|het))*$|^(?:i have )?read(?: it)?$/.test(
    fold(typed),
  )
}

/** The message exactly as it is received. `acknowledge` is the broadcast that its "Đã đọc" is for. */
export function broadcastSaying(
  content: Content,
  heading: 'news' | 'remind' | 'correct',
  acknowledge?: string,
): Saying {
  const buttons: Choice[][] = content.buttons.map((one, index) =>
    'url' in one
      ? [{ id: `link-${index}`, label: literal(one.label), url: one.url }]
      : [{ id: one.action, label: text(`broadcast-button-${one.action}`), opensPrivate: true }],
  )
  const read: Choice[][] =
    acknowledge === undefined
      ? []
      : [
          [
            {
              id: acknowledgeId(acknowledge),
              label: text('broadcast-acknowledge'),
              tone: 'primary',
              opensPrivate: true,
            },
          ],
        ]
  const words = content.text === '' ? [] : [literal(content.text, content.spans)]
  const choices = [...buttons, ...read]
  return {
    text: [text(`broadcast-heading-${heading}`), ...words],
    ...(choices.length > 0 && { choices }),
    ...(content.file && { file: content.file }),
  }
}
