/** What Telegram refuses in a message, in Telegram's own words where they are known. */

export type Payload = Readonly<Record<string, unknown>>

export interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
}

export interface Button {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly style?: string
}

/** The reason why Telegram would answer 400, if it would. */
export function refusalOf(payload: Payload): string | undefined {
  const { text } = payload
  if (typeof text !== 'string' || text.trim() === '') return 'message text is empty'
  if (payload.parse_mode !== undefined) return 'this stand-in takes entities only'
  if (text.length > 4096) return 'message is too long'
  return refusalOfEntities(text, entitiesOf(payload)) ?? refusalOfButtons(rowsOf(payload))
}

/** The same for a message with a file, whose words are its caption. */
export function refusalOfFile(payload: Payload): string | undefined {
  const caption = captionOf(payload)
  if (payload.text !== undefined || payload.parse_mode !== undefined) return 'this stand-in takes captions only'
  if (caption.length > 1024) return 'message caption is too long'
  return refusalOfEntities(caption, entitiesOf(payload, 'caption_entities')) ?? refusalOfButtons(rowsOf(payload))
}

export function captionOf(payload: Payload): string {
  return typeof payload.caption === 'string' ? payload.caption : ''
}

export function entitiesOf(payload: Payload, name: 'entities' | 'caption_entities' = 'entities'): Entity[] {
  return (payload[name] as Entity[] | undefined) ?? []
}

export function rowsOf(payload: Payload): Button[][] {
  const markup = payload.reply_markup as { inline_keyboard?: Button[][] } | undefined
  return markup?.inline_keyboard ?? []
}

const styles = ['bold', 'italic', 'underline', 'strikethrough', 'code', 'text_link']

function refusalOfEntities(text: string, entities: Entity[]): string | undefined {
  for (const { type, offset, length, url } of entities) {
    if (!styles.includes(type)) return `unexpected entity ${type}`
    if ((type === 'text_link') !== (url !== undefined && URL.canParse(url))) return 'wrong link of an entity'
    const whole = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0
    if (!whole || offset + length > text.length) return 'entity is outside of the text'
    if (splitsCharacter(text, offset) || splitsCharacter(text, offset + length))
      return 'entity begins or ends in the middle of a UTF-16 symbol'
  }
  return undefined
}

function splitsCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

function refusalOfButtons(rows: Button[][]): string | undefined {
  if (rows.flat().length > 100) return 'reply markup is too long'
  for (const button of rows.flat()) {
    if (typeof button.text !== 'string' || button.text === '')
      return 'text buttons are unallowed in the inline keyboard'
    if ((button.callback_data === undefined) === (button.url === undefined)) return 'BUTTON_TYPE_INVALID'
    if (button.callback_data !== undefined && !fits(button.callback_data)) return 'BUTTON_DATA_INVALID'
    if (button.url !== undefined && !URL.canParse(button.url)) return 'BUTTON_URL_INVALID'
    if (![undefined, 'primary', 'success', 'danger'].includes(button.style)) return 'unknown button style'
  }
  return undefined
}

function fits(data: string): boolean {
  const bytes = Buffer.byteLength(data)
  return bytes >= 1 && bytes <= 64
}
