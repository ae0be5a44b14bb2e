import type { Api } from 'grammy'
import type { Address } from '../../core/message.ts'
import { forGrammy } from './connecting.ts'
import { toSendError } from './errors.ts'

/** The update that asks for it is not acknowledged before, and a platform that is slow would send it again. */
const longestMs = 5_000

/** Asks Telegram whether a person administers a group. */
export function createAdministratorCheck(api: Api) {
  return async function administers(group: Address, userId: string): Promise<boolean> {
    try {
      const signal = forGrammy(AbortSignal.timeout(longestMs))
      const { status } = await api.getChatMember(Number(group.chat), Number(userId), signal)
      return status === 'creator' || status === 'administrator'
    } catch (cause) {
      // In other words than grammY's, which would hold what was asked with.
      throw toSendError(cause)
    }
  }
}
