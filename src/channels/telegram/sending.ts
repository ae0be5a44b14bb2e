import type { Api } from 'grammy'
import { SendError } from '../../core/channel.ts'
import type { Address, OutgoingMessage } from '../../core/message.ts'
import type { Bot } from './decode.ts'
import { type EncodedMessage, encode, opensPrivate } from './encode.ts'
import { isBeyondEditing, isUnchanged, toSendError } from './errors.ts'

interface Sent {
  readonly externalId: string
}

/** Delivers a message as a new one or in place of an old one. Rejects only with SendError. */
export function createSender(api: Api, whoAmI: () => Promise<Bot>) {
  return async function send(to: Address, message: OutgoingMessage): Promise<Sent> {
    try {
      const botName = opensPrivate(to, message) ? await nameOf(whoAmI) : ''
      const encoded = encode(to, message, botName)
      return await (message.replaces === undefined ? sendNew(api, encoded) : replace(api, message.replaces, encoded))
    } catch (cause) {
      throw toSendError(cause)
    }
  }
}

async function nameOf(whoAmI: () => Promise<Bot>): Promise<string> {
  try {
    return (await whoAmI()).username
  } catch (cause) {
    throw repeatable(toSendError(cause))
  }
}

async function sendNew(api: Api, message: EncodedMessage): Promise<Sent> {
  const { chat_id, text, ...other } = message
  const sent = await api.sendMessage(chat_id, text, other)
  return { externalId: String(sent.message_id) }
}

async function replace(api: Api, original: string, message: EncodedMessage): Promise<Sent> {
  const { chat_id, text, message_thread_id: _, ...other } = message
  try {
    await api.editMessageText(chat_id, Number(original), text, other)
    return { externalId: original }
  } catch (cause) {
    if (isUnchanged(cause)) return { externalId: original }
    if (isBeyondEditing(cause)) return sendNew(api, message)
    throw repeatable(toSendError(cause))
  }
}

/** What changes nothing when it is done twice is never ambiguous: it may simply be tried again. */
function repeatable(error: SendError): SendError {
  return error.kind === 'ambiguous' ? new SendError('unreachable', error.message) : error
}
