import { personActions, readActionId } from '../actions.ts'
import type { ChannelName, IncomingUpdate, Saying } from '../message.ts'
import { type PeopleWish, readPairingCode, readPeopleWish } from './pairing-code.ts'
import { maySendNews, type Person, type Role, type Standing } from './person.ts'

/** A person as those see them who look after their unit. */
export interface PersonCard {
  readonly id: string
  readonly name?: string
  readonly unit?: string
  readonly position?: string
  readonly role: Role
  readonly standing: Standing
  readonly coordinates: readonly string[]
  readonly channels: readonly ChannelName[]
  readonly onRoster: boolean
  /** How many pledges others sent for them. */
  readonly entered: number
  /** They have begun a form that can be gone on with. */
  readonly hasForm: boolean
}

/** What a code that was typed is worth; wrong: unknown, expired or used, which nobody is told apart. */
export type CodeView =
  | { readonly state: 'wrong' | 'throttled'; readonly isLast: boolean }
  | { readonly state: 'good'; readonly id: string; readonly own: boolean; readonly person: PersonCard }

/** What an update asks about people, and what there is. */
export interface PeopleView {
  readonly code?: CodeView
  /** Who was looked for, or is named by a button; only people whom the asker looks after. */
  readonly found?: readonly PersonCard[]
  /** There are more of them than are shown. */
  readonly isMore?: boolean
  /** People on the list with the telephone number that was shared. */
  readonly called?: readonly PersonCard[]
  /** The one on the list, of the same name and unit and without an account, whom the named person must be. */
  readonly twin?: string
}

export type PeopleQuestion =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'find'; readonly name: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'waiting' }

/** What must be looked up for this update; nothing for nearly all of them. */
export function questionOf({ input }: Pick<IncomingUpdate, 'input'>, person: Person): PeopleQuestion | undefined {
  if (input.kind === 'contact') return input.own ? { kind: 'phone', phone: input.phone } : undefined
  const looks = maySendNews(person.role) || person.role === 'coordinator'
  if (input.kind === 'choice') {
    const action = looks ? readActionId(input.id) : undefined
    if (action?.action === 'people') return { kind: 'waiting' }
    const isAbout = action !== undefined && aboutPerson.has(action.action)
    return isAbout ? { kind: 'person', id: action.about.split(':')[0] ?? '' } : undefined
  }
  const words = input.kind === 'text' ? input.text : input.kind === 'command' ? spokenCommand(input) : undefined
  if (words === undefined) return undefined
  const code = readPairingCode(words)
  if (code !== undefined) return { kind: 'code', code }
  const wish = looks ? readPeopleWish(words) : undefined
  if (wish?.kind === 'waiting') return wish
  return wish && 'name' in wish ? { kind: 'find', name: wish.name } : undefined
}

const aboutPerson: ReadonlySet<string> = new Set(personActions)

/** A command in the words that mean the same. */
export function spokenCommand({ command, argument }: { command: string; argument: string }): string | undefined {
  if (command === 'start') return argument
  if (command === 'nguoi') return argument === '' ? 'người của đơn vị' : `tìm ${argument}`
  if (command !== 'ma') return undefined
  if (argument === '') return 'mã của tôi'
  return readPairingCode(argument) === undefined ? `mã cho ${argument}` : argument
}

export type { PeopleWish }

/** Changes of who somebody is and what they may; asked again where they are written. */
export type PeopleEffect =
  | { readonly kind: 'make-code'; readonly code: string; readonly person: string }
  | { readonly kind: 'failed-code' }
  /** The person who writes is that one, and everything of theirs with them. */
  | {
      readonly kind: 'join'
      readonly into: string
      /** By a code, whose id it is, or by the telephone number. */
      readonly by: { readonly code: string; readonly own: boolean } | 'contact'
    }
  | {
      readonly kind: 'judge-person'
      readonly id: string
      readonly standing: 'verified' | 'refused'
      readonly twin?: string
    }
  | { readonly kind: 'appoint'; readonly id: string; readonly unit: string; readonly on: boolean }
  | { readonly kind: 'office'; readonly id: string; readonly on: boolean }
  /** Somebody is told what was decided about them. */
  | { readonly kind: 'tell-person'; readonly id: string; readonly about: string; readonly saying: Saying }
