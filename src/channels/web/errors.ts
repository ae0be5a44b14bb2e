import { SendError } from '../../core/channel.ts'

/**
 * Why an entry could not be kept. The web has no platform that could refuse it: what fails is our own database,
 * which comes back, and an entry kept twice stands there once.
 */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error
  return new SendError('unreachable', 'The transcript did not take the message', { cause: error })
}
