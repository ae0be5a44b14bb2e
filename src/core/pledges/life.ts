import type { Day } from '../campaign/calendar.ts'

export const pledgeStates = ['submitted', 'returned', 'confirmed', 'included', 'withdrawn', 'undone'] as const
export type PledgeState = (typeof pledgeStates)[number]

export type Step =
  | 'undo'
  | 'change'
  | 'withdraw'
  | 'object'
  | 'recant'
  | 'confirm'
  | 'return'
  | 'include'
  | 'reopen'
  | 'result'

/** In what capacity somebody takes a step: who sent it, for whom another sent it, who looks after its unit, the office. */
export type Part = 'sender' | 'subject' | 'unit' | 'office'

interface Rule {
  readonly by: Part
  readonly from: readonly PledgeState[]
  readonly to: PledgeState
  /** What the history calls it. */
  readonly event: string
}

/** Every step of a pledge's life: who may take it, from where, and where it leads. */
export const steps: Readonly<Record<Step, Rule>> = {
  undo: { by: 'sender', from: ['submitted'], to: 'undone', event: 'undone' },
  change: { by: 'sender', from: ['submitted', 'returned', 'confirmed'], to: 'submitted', event: 'changed' },
  withdraw: { by: 'sender', from: ['submitted', 'returned', 'confirmed'], to: 'withdrawn', event: 'withdrawn' },
  object: { by: 'subject', from: ['submitted', 'confirmed'], to: 'returned', event: 'returned' },
  recant: { by: 'subject', from: ['submitted', 'returned', 'confirmed'], to: 'withdrawn', event: 'withdrawn' },
  confirm: { by: 'unit', from: ['submitted'], to: 'confirmed', event: 'confirmed' },
  return: { by: 'unit', from: ['submitted', 'confirmed'], to: 'returned', event: 'returned' },
  include: { by: 'office', from: ['confirmed'], to: 'included', event: 'included' },
  reopen: { by: 'office', from: ['included'], to: 'confirmed', event: 'reopened' },
  result: { by: 'office', from: ['included'], to: 'included', event: 'result' },
}

/** A pledge as somebody saw it when they were offered to do something with it. */
export interface Shown {
  readonly id: string
  readonly version: number
}

export type Verdict =
  | { readonly ok: true; readonly state: PledgeState }
  /** `part`: not theirs to do. `state`: its state does not allow it. `version`: it has changed since it was shown. */
  | { readonly ok: false; readonly why: 'part' | 'state' | 'version' }

/** Whether the step may be taken, and the state after it. */
export function stepTo(
  pledge: { readonly state: PledgeState; readonly version: number },
  step: Step,
  by: { readonly parts: readonly Part[]; readonly shown: number },
): Verdict {
  const rule = steps[step]
  if (!by.parts.includes(rule.by)) return { ok: false, why: 'part' }
  if (!rule.from.includes(pledge.state)) return { ok: false, why: 'state' }
  if (by.shown !== pledge.version) return { ok: false, why: 'version' }
  return { ok: true, state: rule.to }
}

/** Whether it still stands: it was neither withdrawn nor taken back as if it had not been sent. */
export function stands({ state }: { readonly state: PledgeState }): boolean {
  return state !== 'withdrawn' && state !== 'undone'
}

/** Whether its sender may still change or withdraw it. */
export function isOpen({ state }: { readonly state: PledgeState }): boolean {
  return steps.change.from.includes(state)
}

/** A short mark of exactly these pledges as they are: another set, or one of them changed, has another. */
export function markOf(pledges: readonly Shown[]): string {
  const words = pledges
    .map(({ id, version }) => `${id}:${version}`)
    .sort()
    .join(' ')
  let hash = 0x811c9dc5
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `${pledges.length}-${hash.toString(36)}`
}

/** What became of one award. */
export interface Result {
  readonly award: string
  readonly outcome: 'achieved' | 'not' | 'higher'
  /** With `higher`: the award that is proposed instead. */
  readonly higher?: string
}

/** What those who look after a pledge change about it. Asked again where it is written. */
export type LifeEffect =
  | { readonly kind: 'pledges-confirm'; readonly pledges: readonly Shown[] }
  | ({ readonly kind: 'pledge-return'; readonly reason: string } & Shown)
  /** These and no others go on a new list of the phase. */
  | { readonly kind: 'list-close'; readonly phase: string; readonly pledges: readonly Shown[] }
  | ({ readonly kind: 'pledge-reopen' } & Shown)
  | ({ readonly kind: 'pledge-result' } & Shown & Result)
  /** A paper of an award's dossier is there since that day, or with null is not. */
  | ({
      readonly kind: 'dossier-item'
      readonly award: string
      readonly item: string
      readonly doneOn: Day | null
    } & Shown)
  /** The figures as a spreadsheet, to be made and sent. */
  | { readonly kind: 'counts-export' }
  /** Each of them at most once a day. */
  | {
      readonly kind: 'missing-remind'
      readonly phase: string
      readonly day: Day
      readonly people: readonly string[]
    }
