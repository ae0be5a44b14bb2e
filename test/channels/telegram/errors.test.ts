import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import {
  describe as describeCause,
  isBeyondEditing,
  isConflict,
  isUnauthorized,
  isUnchanged,
  toSendError,
} from '../../../src/channels/telegram/errors.ts'
import { NotReachedError } from '../../../src/channels/telegram/transport.ts'
import { SendError, type SendErrorKind } from '../../../src/core/channel.ts'

function answer(code: number, description: string, parameters: object = {}): GrammyError {
  const payload = { chat_id: 1, text: 'một câu riêng tư' }
  return new GrammyError('failed', { ok: false, error_code: code, description, parameters }, 'sendMessage', payload)
}

type Read = SendErrorKind | 'silenced' | 'closed'

const answers: readonly [code: number, description: string, read: Read][] = [
  [403, 'Forbidden: bot was blocked by the user', 'blocked'],
  [403, 'Forbidden: user is deactivated', 'blocked'],
  [403, 'Forbidden: bot was kicked from the group chat', 'blocked'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'blocked'],
  [403, 'Forbidden: bot was kicked from the channel chat', 'blocked'],
  [403, 'Forbidden: bot is not a member of the group chat', 'blocked'],
  [403, 'Forbidden: bot is not a member of the supergroup chat', 'blocked'],
  [403, 'Forbidden: bot is not a member of the channel chat', 'blocked'],
  [403, 'Forbidden: the group chat was deleted', 'blocked'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'blocked'],
  [403, "Forbidden: bots can't send messages to bots", 'rejected'],
  [400, 'Bad Request: USER_IS_BLOCKED', 'blocked'],
  [400, 'Bad Request: INPUT_USER_DEACTIVATED', 'blocked'],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat', 'rejected'],
  [400, 'Bad Request: chat not found', 'rejected'],
  [400, 'Bad Request: message is too long', 'rejected'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'silenced'],
  [400, 'Bad Request: not enough rights to send photos to the chat', 'rejected'],
  [400, 'Bad Request: have no rights to send a message', 'silenced'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'silenced'],
  [403, 'Forbidden: CHAT_WRITE_FORBIDDEN', 'silenced'],
  [400, 'Bad Request: CHAT_RESTRICTED', 'silenced'],
  [400, 'Bad Request: TOPIC_CLOSED', 'closed'],
  [400, 'Bad Request: TOPIC_DELETED', 'closed'],
  [400, 'Bad Request: message thread not found', 'closed'],
  [401, 'Unauthorized', 'misconfigured'],
  [404, 'Not Found', 'misconfigured'],
  [
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    'unreachable',
  ],
  [
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    'unreachable',
  ],
  [429, 'Too Many Requests: retry after 5', 'throttled'],
  [500, 'Internal Server Error: restart', 'unreachable'],
  [502, 'Bad Gateway', 'unreachable'],
  [504, 'Gateway Timeout', 'ambiguous'],
]

const places = { group: 'silenced', topic: 'closed' } as const

describe('toSendError', () => {
  test.each(answers)('reads %i %s as %s', (code, description, read) => {
    const { kind, silenced } = toSendError(answer(code, description))
    expect(silenced ? places[silenced] : kind).toBe(read)
  })

  test('counts a group in which we may not write as one that nothing goes to', () => {
    expect(toSendError(answer(400, 'Bad Request: TOPIC_CLOSED'))).toMatchObject({ kind: 'blocked', silenced: 'topic' })
  })

  test('counts an edit that changes nothing as done, and no other refusal', () => {
    const same =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same'
    expect(isUnchanged(answer(400, same))).toBe(true)
    expect(isUnchanged(answer(400, "Bad Request: message can't be edited"))).toBe(false)
  })

  test.each([
    'message to edit not found',
    "message can't be edited",
    'there is no text in the message to edit',
    'MESSAGE_ID_INVALID',
  ])('sees that a message is beyond editing: %s', (words) => {
    expect(isBeyondEditing(answer(400, `Bad Request: ${words}`))).toBe(true)
  })

  test('tells a conflict and a dead token for whoever polls', () => {
    expect(isConflict(answer(409, 'Conflict: terminated by other getUpdates request'))).toBe(true)
    expect(isUnauthorized(answer(401, 'Unauthorized'))).toBe(true)
  })

  test('passes on how long to wait', () => {
    const error = toSendError(answer(429, 'Too Many Requests: retry after 5', { retry_after: 5 }))
    expect(error.retryAfterMs).toBe(5000)
  })

  test('waits a second where Telegram does not say how long', () => {
    expect(toSendError(answer(429, 'Too Many Requests')).retryAfterMs).toBe(1000)
  })

  test('passes on the new id of a group that was upgraded', () => {
    const words = 'Bad Request: group chat was upgraded to a supergroup chat'
    const error = toSendError(answer(400, words, { migrate_to_chat_id: -1_001_987_654_321 }))
    expect(error).toMatchObject({ kind: 'rejected', migrateTo: '-1001987654321' })
  })

  test('may repeat what never left', () => {
    const cause = new HttpError('failed', new NotReachedError('connect ECONNREFUSED 127.0.0.1:1'))
    expect(toSendError(cause).kind).toBe('unreachable')
  })

  test('does not know what became of a request that left', () => {
    expect(toSendError(new HttpError('failed', new Error('read ECONNRESET'))).kind).toBe('ambiguous')
    const timeout = new Error("Request to 'sendMessage' timed out after 20 seconds")
    expect(toSendError(new HttpError('failed', timeout)).kind).toBe('ambiguous')
  })

  test('leaves a SendError as it is', () => {
    const error = new SendError('rejected', 'words')
    expect(toSendError(error)).toBe(error)
  })

  test('turns a fault of ours into a rejection', () => {
    expect(toSendError(new TypeError('x is not a function'))).toMatchObject({ kind: 'rejected' })
  })

  test('carries neither the token nor the text of the message', () => {
    const token = '123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ'
    const causes = [
      answer(400, `Bad Request: https://example.org/bot${token}/sendMessage`),
      new HttpError('failed', new Error(`request to https://example.org/bot${token}/getMe failed`)),
      new Error(`Invalid URL: /bot${token}`),
    ]
    for (const cause of causes) {
      const error = toSendError(cause)
      const everything = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)} ${describeCause(cause)}`
      expect(everything).not.toContain(token)
      expect(everything).not.toContain('một câu riêng tư')
    }
  })
})
