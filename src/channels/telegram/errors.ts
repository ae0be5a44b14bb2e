import { GrammyError, HttpError } from 'grammy'
import { SendError } from '../../core/channel.ts'
import { NotReachedError } from './transport.ts'

// Matched on the text because Telegram reports some of these as 403 and some, in capitals, as 400.
const unwanted = [
  'bot was blocked by the user',
  'user is deactivated',
  'bot was kicked from the',
  'bot is not a member of the',
  'the group chat was deleted',
  "bot can't initiate conversation with a user",
  'USER_IS_BLOCKED',
  'INPUT_USER_DEACTIVATED',
]

/** We are in the group and may not write there. */
const silencing = [
  'not enough rights to send text messages',
  'have no rights to send a message',
  'CHAT_WRITE_FORBIDDEN',
  'CHAT_SEND_PLAIN_FORBIDDEN',
  'CHAT_RESTRICTED',
]

/** We may not write in that topic of the group, which may be the general one; the others are open. */
const closedTopic = ['TOPIC_CLOSED', 'TOPIC_DELETED', 'message thread not found']

/** Telegram's own words for why an edit cannot take place, though a new message could. */
const lostOriginal = [
  'message to edit not found',
  "message can't be edited",
  'there is no text in the message to edit',
  'there is no media in the message to edit',
  'MESSAGE_ID_INVALID',
]

/** Telegram does not know a file by the id under which it had held it. */
const unknownFile = [
  'wrong file identifier',
  'wrong remote file identifier',
  'wrong file_id',
  'FILE_REFERENCE_',
  'FILE_ID_INVALID',
]

/** Telegram's answer or a broken connection, as the reason why a delivery failed. Never holds the token. */
export function toSendError(cause: unknown): SendError {
  if (cause instanceof SendError) return cause
  if (cause instanceof GrammyError) return fromAnswer(cause)
  if (cause instanceof HttpError) return fromConnection(cause.error)
  return new SendError('rejected', `The message could not be put to Telegram: ${withoutToken(reason(cause))}`)
}

/** What went wrong, for the log. Never holds the token or what a person wrote. */
export function describe(cause: unknown): string {
  const ofTelegram = cause instanceof GrammyError || cause instanceof HttpError
  return ofTelegram ? toSendError(cause).message : withoutToken(reason(cause))
}

/** The edit changed nothing, because the message already looks like that. */
export function isUnchanged(cause: unknown): boolean {
  return cause instanceof GrammyError && cause.description.includes('message is not modified')
}

/** The message to edit is gone or too old, so that its successor must be sent as a new one. */
export function isBeyondEditing(cause: unknown): boolean {
  return cause instanceof GrammyError && lostOriginal.some((words) => cause.description.includes(words))
}

/** The file that was named by its id is not there any more, so that it must be uploaded. */
export function isWrongFile(cause: unknown): boolean {
  return cause instanceof GrammyError && unknownFile.some((words) => cause.description.includes(words))
}

/** Another process polls with the same token, or a webhook was set behind our back. */
export function isConflict(cause: unknown): boolean {
  return cause instanceof GrammyError && cause.error_code === 409
}

/** The token was revoked: nothing works until someone sets a new one. */
export function isUnauthorized(cause: unknown): boolean {
  return cause instanceof GrammyError && cause.error_code === 401
}

// The cause itself stays behind: it carries the text of the message, which has no place in a log.
function fromAnswer(answer: GrammyError): SendError {
  const { error_code: code, description, parameters } = answer
  const words = `Telegram answered ${code} to ${answer.method}: ${withoutToken(description)}`
  if (code === 429) return new SendError('throttled', words, { retryAfterMs: (parameters.retry_after ?? 1) * 1000 })
  // A gateway that gave up waiting had passed the request on.
  if (code === 504) return new SendError('ambiguous', words)
  // 409: somebody else polls with the same token, which ends when they do.
  if (code >= 500 || code === 409) return new SendError('unreachable', words)
  if (code === 401 || code === 404) return new SendError('misconfigured', words)
  if (parameters.migrate_to_chat_id !== undefined)
    return new SendError('rejected', words, { migrateTo: String(parameters.migrate_to_chat_id) })
  if (unwanted.some((one) => description.includes(one))) return new SendError('blocked', words)
  if (silencing.some((one) => description.includes(one))) return new SendError('blocked', words, { silenced: 'group' })
  if (closedTopic.some((one) => description.includes(one)))
    return new SendError('blocked', words, { silenced: 'topic' })
  // Also "chat not found": with the token of another bot nobody is found, and that must not give everybody up.
  return new SendError('rejected', words)
}

function fromConnection(error: unknown): SendError {
  const words = withoutToken(reason(error))
  return error instanceof NotReachedError
    ? new SendError('unreachable', `Telegram cannot be reached: ${words}`)
    : new SendError('ambiguous', `The connection to Telegram broke after the request had left: ${words}`)
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function withoutToken(words: string): string {
  return words.replace(/\d{3,}:[\w-]{5,}/g, '(token)')
}
