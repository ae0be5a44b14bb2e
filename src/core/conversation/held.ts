import { dataActions, readActionId } from '../actions.ts'
import { fold } from '../language/fold.ts'
import type { ChannelName } from '../message.ts'
import type { ConsentEntry } from '../people/consent.ts'
import type { PledgeState } from '../pledges/life.ts'
import { readDataWords } from './data-words.ts'
import type { Turn } from './turn.ts'

/** All that is held about one person beside what every turn knows of them. */
export interface Held {
  readonly position?: string
  readonly phone?: string
  /** The last list of the office that named them. */
  readonly rosterAt?: Date
  readonly verifiedHow?: string
  readonly verifiedAt?: Date
  readonly accounts: readonly { readonly channel: ChannelName }[]
  /** Everything that they said about any purpose, oldest first. */
  readonly consents: readonly ConsentEntry[]
  /** Every pledge about them, whoever sent it and whatever became of it. */
  readonly theirs: readonly TheirPledge[]
  /** How many they sent for colleagues and collectives, whose those are. */
  readonly entered: number
  /** What waits to be told to them. */
  readonly notices: number
  /** News of theirs that is not over yet: until then they cannot be forgotten. */
  readonly openNews: number
  /** All of it, for a program to read; only where it is asked for. */
  readonly record?: Readonly<Record<string, unknown>>
}

export interface TheirPledge {
  readonly id: string
  readonly code: string
  readonly phase: string
  readonly state: PledgeState
  readonly version: number
  /** Who sent it. */
  readonly personId: string
}

type Asking = Pick<Turn, 'update' | 'offered' | 'form'>

const ofData: ReadonlySet<string> = new Set(['my-data', 'delete-data', 'dulieu', ...dataActions])
const aboutData = /\b(?:du lieu|thong tin|luu|giu|biet|data|information|about me)\b/

/** Whether the update may be about the person's own data, so that it must be read; and whether to the last bit. */
export function wantsHeld({ update, offered, form }: Asking): { readonly record: boolean } | undefined {
  const { input } = update
  if (!update.private) return undefined
  if (input.kind === 'choice') {
    const action = readActionId(input.id)?.action ?? input.id
    return ofData.has(action) ? { record: action === 'data-export' } : isCorrecting(form)
  }
  if (input.kind === 'command')
    return input.command === 'dulieu' || fold(input.argument) === 'dulieu' ? { record: false } : undefined
  if (input.kind !== 'text') return undefined
  // A label that was typed in the place of its button.
  const offers = offered.map((one) => readActionId(one.id)?.action ?? '')
  if (offers.includes('data-export') || readDataWords(input.text) === 'data-export') return { record: true }
  return offers.some((one) => ofData.has(one)) || aboutData.test(fold(input.text)) || readDataWords(input.text)
    ? { record: false }
    : isCorrecting(form)
}

function isCorrecting(form: Turn['form']): { readonly record: boolean } | undefined {
  return form?.dialogue === 'data' ? { record: false } : undefined
}
