import type { Api } from 'grammy'
import { type LoadFile, SendError } from '../../core/channel.ts'
import { type Address, addressKey, type FileReference, type OutgoingMessage } from '../../core/message.ts'
import { forGrammy } from './connecting.ts'
import type { Bot } from './decode.ts'
import { asCaption, type EncodedMessage, encode, encodeKeyboard, encodePlace, limits, opensPrivate } from './encode.ts'
import { isBeyondEditing, isUnchanged, toSendError } from './errors.ts'
import { createFileGiver, type WithFile } from './files.ts'

export interface SenderOptions {
  readonly api: Api
  readonly whoAmI: (signal?: AbortSignal) => Promise<Bot>
  readonly files: LoadFile
  readonly paidBroadcast: boolean
}

interface Sent {
  readonly externalId: string
}

type Signal = ReturnType<typeof forGrammy> | undefined

/** How many deliveries whose file has arrived without its text are kept in mind. */
const mostHalves = 10_000

/**
 * Delivers a message as a new one or in place of an old one. Rejects only with SendError.
 *
 * A file whose text is too long for a caption goes before its text, as two messages of one delivery. Where the second
 * fails for now, the next try sends the text alone, as long as it is this process that tries: another one does not know
 * that the file has arrived, and sends it again.
 */
export function createSender({ api: { raw }, whoAmI, files, paidBroadcast }: SenderOptions) {
  const halves = new Set<string>()
  const give = createFileGiver(files)

  async function sendNew(to: Address, message: OutgoingMessage, encoded: EncodedMessage, signal: Signal) {
    const lane = paidBroadcast && message.bulk ? { allow_paid_broadcast: true } : {}
    const { file } = message
    const keyboard = encodeKeyboard(message)
    if (file === undefined)
      return sendText({ ...encoded, ...(keyboard && { reply_markup: keyboard }), ...lane }, signal)
    if (message.text.length <= limits.caption) return sendFile(file, { ...asCaption(encoded), ...lane }, signal)
    const half = `${addressKey(to)} ${message.id}`
    if (!halves.has(half)) await sendFile(file, { ...encodePlace(to), ...lane }, signal)
    remember(half)
    const sent = await sendText({ ...encoded, ...lane }, signal).catch((cause: unknown) => {
      const error = toSendError(cause)
      throw reworded(error, `The file has arrived, its text has not: ${error.message}`)
    })
    halves.delete(half)
    return sent
  }

  function remember(half: string): void {
    for (const oldest of halves) {
      if (halves.size < mostHalves) break
      halves.delete(oldest)
    }
    halves.add(half)
  }

  async function sendText(encoded: Parameters<typeof raw.sendMessage>[0], signal: Signal): Promise<Sent> {
    const sent = await raw.sendMessage(encoded, signal)
    return { externalId: String(sent.message_id) }
  }

  async function sendFile(file: FileReference, other: { readonly chat_id: number }, signal: Signal): Promise<Sent> {
    const sent = await give<WithFile>(file, ({ kind, media }) =>
      kind === 'photo'
        ? raw.sendPhoto({ ...other, photo: media }, signal)
        : raw.sendDocument({ ...other, document: media }, signal),
    )
    return { externalId: String(sent.message_id) }
  }

  async function edit(message: OutgoingMessage, encoded: EncodedMessage, original: string, signal: Signal) {
    const { chat_id, message_thread_id: _, ...words } = encoded
    const place = { chat_id, message_id: Number(original) }
    // Words that did not fit under their file stand in a message of their own.
    if (message.file === undefined || message.text.length > limits.caption)
      return raw.editMessageText({ ...place, ...words }, signal)
    const { reply_markup, caption, caption_entities } = asCaption(encoded)
    return give<WithFile | true>(message.file, ({ kind, media }) => {
      const drawn = { type: kind, media, caption, caption_entities }
      return raw.editMessageMedia({ ...place, media: drawn, ...(reply_markup && { reply_markup }) }, signal)
    })
  }

  async function replace(message: OutgoingMessage, encoded: EncodedMessage, original: string, signal: Signal) {
    try {
      await edit(message, encoded, original, signal)
      return { externalId: original }
    } catch (cause) {
      if (isUnchanged(cause)) return { externalId: original }
      if (isBeyondEditing(cause)) return undefined
      throw repeatable(toSendError(cause))
    }
  }

  return async function send(to: Address, message: OutgoingMessage, stopping?: AbortSignal): Promise<Sent> {
    const signal = stopping && forGrammy(stopping)
    try {
      const botName = opensPrivate(to, message) ? await nameOf(whoAmI, stopping) : ''
      const encoded = encode(to, message, botName)
      const { replaces } = message
      const replaced = replaces === undefined ? undefined : await replace(message, encoded, replaces, signal)
      return replaced ?? (await sendNew(to, message, encoded, signal))
    } catch (cause) {
      throw toSendError(cause)
    }
  }
}

async function nameOf(whoAmI: SenderOptions['whoAmI'], signal: AbortSignal | undefined): Promise<string> {
  try {
    return (await whoAmI(signal)).username
  } catch (cause) {
    throw repeatable(toSendError(cause))
  }
}

/** What changes nothing when it is done twice is never ambiguous: it may simply be tried again. */
function repeatable(error: SendError): SendError {
  return error.kind === 'ambiguous' ? new SendError('unreachable', error.message) : error
}

function reworded({ kind, retryAfterMs, migrateTo, silenced }: SendError, words: string): SendError {
  return new SendError(kind, words, {
    ...(silenced === undefined ? {} : { silenced }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(migrateTo === undefined ? {} : { migrateTo }),
  })
}
