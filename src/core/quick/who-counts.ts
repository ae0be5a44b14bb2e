import { fold } from '../language/fold.ts'
import type { Event } from './events.ts'
import { gaps } from './tokens.ts'

export interface Speaker {
  readonly name: string | null
  readonly unit: string | null
}

export type WhoEvent = Extract<Event, { kind: 'who' }>

/** The events without those who only write: "em" is a subject of its own only beside others that it is not. */
export function keepSubjects(
  events: readonly Event[],
  { speaker, senderOnly }: { readonly speaker: Speaker | undefined; readonly senderOnly: boolean },
): Event[] {
  const apposed = events.findIndex((event, at) => isSelf(event) && isApposed(event, events[at + 1]))
  const named = apposed >= 0 ? events[apposed + 1] : loneName(events, speaker)
  const others = events.some((event) => event.kind === 'who' && event !== named && event.who.kind === 'person')
  return events.flatMap((event, at): Event[] => {
    if (event === named && event.kind === 'who') {
      const sendsOnly =
        senderOnly && (others || events.some((one) => one.kind === 'who' && one.who.kind === 'collective'))
      return sendsOnly ? [] : [{ ...event, who: { ...event.who, kind: 'self' } }]
    }
    if (!isSelf(event)) return [event]
    if (isApposed(event, events[at + 1]) && events[at + 1] === named) return []
    const subject = others ? isOwnSubject(events, at) : !named
    if (!subject) return []
    const name = named?.kind === 'who' ? named.who.name : null
    return [{ ...event, who: { ...event.who, kind: 'self', name } }]
  })
}

function isSelf(event: Event | undefined): event is WhoEvent {
  return event?.kind === 'who' && (event.who.kind === 'self' || event.who.kind === 'we')
}

function isApposed(self: Event, next: Event | undefined): boolean {
  if (next?.kind !== 'who' || next.who.kind !== 'person' || next.row !== self.row) return false
  return !next.who.honorific && !next.who.joined && !next.who.given && next.gap <= gaps.colon && next.at - self.at <= 4
}

/** The only name of a message in which somebody says "em": theirs, unless it is plainly another's. */
function loneName(events: readonly Event[], speaker: Speaker | undefined): Event | undefined {
  const names = events.filter((event): event is WhoEvent => event.kind === 'who' && event.who.kind === 'person')
  const distinct = new Set(names.map((event) => event.who.name?.toLowerCase()))
  const [only] = names
  if (speaker?.name) return names.find((event) => fold(event.who.name ?? '') === fold(speaker.name ?? ''))
  if (!only || !events.some(isSelf)) return undefined
  if (distinct.size !== 1 || only.who.honorific || only.who.joined || only.who.given) return undefined
  const after = events[events.indexOf(only) + 1]
  return after && isSelf(after) && after.who.joined ? undefined : only
}

function isOwnSubject(events: readonly Event[], at: number): boolean {
  const self = events[at]
  const previous = events[at - 1]
  const next = events[at + 1]
  if (self?.kind !== 'who') return false
  if (previous?.kind === 'who' && self.who.joined && previous.row === self.row) return true
  if (next?.kind === 'who' && next.row === self.row && (next.who.joined || next.gap === gaps.comma)) return true
  if (next?.kind !== 'award' || next.row !== self.row) return false
  const later = events.slice(at + 1).find((event) => event.kind === 'who')
  if (later?.kind !== 'who') return true
  if (later.row === self.row) return next.gap < gaps.colon && !later.who.given && later.gap !== gaps.colon
  // "em đăng ký LĐTT:" above names is a heading; beside rows with titles of their own it is a row.
  const first = !events.slice(0, at).some((event) => event.kind === 'who')
  return !first || events.some((event) => event.kind === 'award' && event.row === later.row)
}
