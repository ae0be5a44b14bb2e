import type { Role } from '../people/person.ts'
import type { Shown } from './life.ts'
import type { Pledge } from './pledge.ts'

/** A pledge that somebody else sent for a person of the list. */
export interface EnteredPledge extends Pledge {
  readonly by: Sender
}

export interface Sender {
  readonly name?: string
  readonly role: Role
}

/** What that person does about it. Asked again where it is written. */
export type EnteredEffect =
  /** It is none of theirs: it goes back to who sent it. */
  ({ readonly kind: 'entered-object' } & Shown) | ({ readonly kind: 'entered-withdraw' } & Shown)
