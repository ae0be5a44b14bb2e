import { z } from 'zod'
import type { Locale } from '../../core/campaign/campaign.ts'
import { type IncomingUpdate, type Input, literal, type Text, text } from '../../core/message.ts'
import { readable } from './transcript.ts'
import { type Seat, seats } from './visitor.ts'

const header = z.object({
  /** Made by the page once per thing said and kept through every retry. */
  id: z.uuid().transform((id) => id.toLowerCase()),
  seat: z.enum(seats).default('staff'),
  language: z.enum(['vi', 'en']).default('vi'),
})
const words = z
  .string()
  .transform((typed) => readable(typed).trim().normalize('NFC'))
  .pipe(z.string().min(1))
/** As files are called here and there, without what only a path has. */
export const fileName = z
  .string()
  .transform((typed) =>
    readable(typed)
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]/gu, '_')
      .trim(),
  )
  .pipe(z.string().min(1).max(120))
const said = z.union([
  z.object({ text: words }),
  z.object({ choice: z.string().min(1).max(60), entry: z.string().regex(/^\d{1,18}$/) }),
  z.object({ unsupported: z.enum(['photo', 'file']) }),
  /** What was uploaded before, by the id that it was given. */
  z.object({ file: z.string().regex(/^[\w-]{16,64}$/), name: fileName }),
  z.object({ start: z.literal(true) }),
])
const posted = z.intersection(header, said)

/** One thing that the page says a person did. */
export type Posted = z.output<typeof posted>

/** What the page posted, or undefined where it makes no sense. Without seats everyone sits on the staff's. */
export function parsePosted(body: unknown, seatsAllowed: boolean): Posted | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  return posted.safeParse(seatsAllowed ? body : { ...body, seat: 'staff' }).data
}

/** The seats that were asked for, or undefined where there is none of that name. */
export function parseSeats(asked: string | undefined, seatsAllowed: boolean): readonly Seat[] | undefined {
  if (!seatsAllowed || asked === undefined) return ['staff']
  if (asked === 'all') return seats
  const seat = seats.find((one) => one === asked)
  return seat && [seat]
}

/** The update that this is. A press leaves its own line on the page, unless it is a quiet one (see intake). */
export function decode(message: Posted, chat: string): IncomingUpdate {
  return {
    id: updateId(message, chat),
    address: { channel: 'web', chat },
    from: { id: chat, language: message.language },
    private: true,
    addressed: true,
    input: toInput(message),
  }
}

/** Somebody sits in this chat. The same each time: it is taken up once. */
export function seated(chat: string, language: Locale): IncomingUpdate {
  return {
    id: `${chat}:seated`,
    address: { channel: 'web', chat },
    from: { id: chat, language },
    private: true,
    addressed: true,
    input: { kind: 'reachable', reachable: true },
  }
}

export function updateId(message: Posted, chat: string): string {
  return `${chat}:${message.id}`
}

/** How it stands in the transcript; a pressed choice stands there by its label, which only the transcript knows. */
export function shownAs(message: Exclude<Posted, { choice: string }>): Text {
  if ('text' in message) return literal(message.text)
  if ('start' in message) return text('web-start')
  if ('file' in message) return literal(`📎 ${message.name}`)
  return text(message.unsupported === 'photo' ? 'web-sent-photo' : 'web-sent-file')
}

function toInput(message: Posted): Input {
  if ('choice' in message) return { kind: 'choice', id: message.choice }
  if ('start' in message) return { kind: 'command', command: 'start', argument: '' }
  if ('file' in message)
    return { kind: 'file', file: { kind: 'document', stored: message.file, name: message.name }, caption: '' }
  if ('unsupported' in message) return { kind: 'unsupported', what: message.unsupported }
  const [, command, argument = ''] = message.text.match(/^\/(\w{1,32})(?:\s+([\s\S]+))?$/) ?? []
  if (command !== undefined) return { kind: 'command', command: command.toLowerCase(), argument }
  return { kind: 'text', text: message.text }
}
