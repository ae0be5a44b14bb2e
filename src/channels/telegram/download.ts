import type { Api } from 'grammy'
import { SendError } from '../../core/channel.ts'
import { toSendError } from './errors.ts'

const timeoutMs = 60_000

/**
 * Fetches a file that Telegram holds, by its id. What is over 20 MB Telegram gives to no bot.
 * https://core.telegram.org/bots/api#getfile
 */
export function createDownload(options: { readonly api: Api; readonly apiRoot: string; readonly token: string }) {
  return async function download(id: string, most: number): Promise<Uint8Array> {
    const found = await options.api.getFile(id).catch((cause: unknown) => {
      throw unambiguous(toSendError(cause))
    })
    if (found.file_path === undefined) throw new SendError('rejected', 'Telegram names no path for the file')
    if ((found.file_size ?? 0) > most) throw new SendError('rejected', `The file is over ${most} bytes`)
    // No error may hold the address, which holds the token.
    const answer = await fetch(`${options.apiRoot}/file/bot${options.token}/${found.file_path}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => undefined)
    if (!answer) throw new SendError('unreachable', 'Telegram did not hand out the file')
    if (!answer.ok || !answer.body)
      throw new SendError('unreachable', `Telegram answered ${answer.status} for the file`)
    return readAtMost(answer.body, most)
  }
}

async function readAtMost(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of body) {
      size += piece.length
      if (size > most) throw new SendError('rejected', `The file is over ${most} bytes`)
      pieces.push(piece)
    }
  } catch (cause) {
    throw cause instanceof SendError ? cause : new SendError('unreachable', 'The file broke off')
  }
  return Buffer.concat(pieces)
}

/** Asking changes nothing: it may simply be tried again. */
function unambiguous(error: SendError): SendError {
  return error.kind === 'ambiguous' ? new SendError('unreachable', error.message) : error
}
