import type { Outcome, Turn } from '../core/conversation/turn.ts'
import { isAboutPlace } from '../core/groups/group.ts'
import { addressKey, type IncomingUpdate, type OutgoingMessage } from '../core/message.ts'
import type { Delivery } from '../core/outbox/outbox.ts'
import type { DeliveryKind } from '../core/outbox/policy.ts'
import { applyEffects } from './apply-effects.ts'
import { Prisma } from './generated/client.ts'
import { insertion, type NewDelivery } from './new-deliveries.ts'
import { tellOffice, tellPerson } from './office-store.ts'
import type { MessageFor } from './recipients.ts'
import { storableJson } from './storable.ts'
import { isUsual, writeUsual } from './usual-effects.ts'

/** What the core made of a turn, in the words that go out. */
export interface Handled {
  readonly outcome: Outcome
  readonly messages: readonly OutgoingMessage[]
  readonly kind: DeliveryKind
  /** The message for one recipient of a broadcast or of a coordinator's reminder, where the outcome asks for one. */
  readonly news?: MessageFor
  /** What the office is told, where the outcome asks for it. */
  readonly notices?: readonly { readonly about: string; readonly message: MessageFor }[]
  /** What single people are told, where it does. */
  readonly told?: readonly { readonly id: string; readonly about: string; readonly message: MessageFor }[]
}

/** A turn that was decided, and the row of the inbox that it answers. */
export interface Done {
  readonly id: bigint
  readonly turn: Turn
  readonly handled: Handled
}

/** Of the answers up to `most` are taken under the name `owner` as they are written. */
export interface Begin {
  readonly most: number
  readonly owner: string
}

/** Writes everything that came of the turns, in as few statements as that can be. */
export async function storeTurns(
  transaction: Prisma.TransactionClient,
  done: readonly Done[],
  now: Date,
  { most, owner }: Begin,
): Promise<{ begun: Delivery[]; queued: number }> {
  if (done.length === 0) return { begun: [], queued: 0 }
  const changes = done.flatMap(({ turn, handled }) =>
    handled.outcome.effects.map((effect) => ({ turn, effect, handled })),
  )
  await writeUsual(
    transaction,
    changes.filter((one) => isUsual(one.effect)),
  )
  // Before anybody becomes somebody else: who had the account so far hears of it.
  for (const { id, turn, handled } of done)
    for (const one of handled.told ?? []) await tellPerson(transaction, `${one.about}:${id}`, one.id, one.message, turn)
  for (const { turn, effect, handled } of changes)
    if (!isUsual(effect)) await applyEffects(transaction, turn, [effect], handled.news)
  for (const { turn, handled } of done)
    for (const { about, message } of handled.notices ?? []) await tellOffice(transaction, about, turn.now, message)
  const answers = done.map(({ turn, handled }) => {
    const whose = isOfPerson(turn.update) ? personAfter(turn, handled.outcome) : null
    const rows = replies(turn.update, whose, handled.kind, handled.messages)
    const request = erasureOf(handled.outcome)
    return request === undefined ? rows : rows.map((row, part) => ({ ...row, key: erasureKey(request, part) }))
  })
  const first = firstPlaces(answers).slice(0, most)
  const deliveries = answers.flat()
  const rows = await transaction.$queryRaw<Written[]>`
    WITH ${formsWritten(done, now)},
    offers_written AS (${offersWritten(done)}),
    updates_written AS (UPDATE inbox SET state = 'done' WHERE id = ANY(${done.map((one) => one.id)}))
    ${insertion(deliveries, { begun: new Set(first), owner })}`
  const written = new Map(rows.flatMap((row) => (row.state === 'attempting' ? [[row.address, row]] : [])))
  const begun = first.flatMap((place): Delivery[] => {
    const delivery = deliveries[place]
    const row = delivery && written.get(delivery.address)
    if (!row) return []
    return [{ ...delivery, id: row.id, broadcastId: null, attempts: 1, owner, repeats: row.repeats }]
  })
  return { begun, queued: rows.length - begun.length }
}

/** Who writes, after all that came of it. */
function personAfter({ person }: Turn, { effects }: Outcome): string {
  return effects.find((effect) => effect.kind === 'join')?.into ?? person.id
}

/** The request by which the writer was forgotten: what is said last must still reach them, and is found by it to go then. */
function erasureOf({ effects }: Outcome): string | undefined {
  return effects.find((effect) => effect.kind === 'erase-person')?.request
}

export function erasureKey(request: string, part: number): string {
  return `erased:${request}:${part}`
}

interface Written {
  readonly id: bigint
  readonly address: string
  readonly state: string
  readonly repeats: number
}

/** Where in the whole list the first of each group stands. */
function firstPlaces(groups: readonly (readonly unknown[])[]): number[] {
  const places: number[] = []
  let place = 0
  for (const group of groups) {
    if (group.length > 0) places.push(place)
    place += group.length
  }
  return places
}

function formsWritten(done: readonly Done[], now: Date): Prisma.Sql {
  const kept = done.flatMap(({ turn, handled: { outcome } }) =>
    outcome.form ? [{ person_id: turn.person.id, dialogue: outcome.form.dialogue, state: outcome.form }] : [],
  )
  const ended = done.filter((one) => one.handled.outcome.form === null).map((one) => one.turn.person.id)
  return Prisma.sql`
    forms_kept AS (
      INSERT INTO form (person_id, dialogue, state, updated_at)
      SELECT person_id, dialogue, state, ${now} FROM jsonb_to_recordset(${storableJson(kept)}::jsonb)
        AS one(person_id text, dialogue text, state jsonb)
      ON CONFLICT (person_id) DO UPDATE SET dialogue = excluded.dialogue, state = excluded.state,
        updated_at = excluded.updated_at,
        nudged_at = CASE WHEN form.state->>'token' = excluded.state->>'token' THEN form.nudged_at END),
    forms_ended AS (DELETE FROM form WHERE person_id = ANY(${ended}))`
}

/** The choices that stand under the last message, so that their label or number can be typed. */
function offersWritten(done: readonly Done[]): Prisma.Sql {
  const offers = done.flatMap(({ turn, handled: { messages, outcome } }) => {
    if (messages.length === 0 || erasureOf(outcome) !== undefined) return []
    // A tick is not pressed by its name: the form reads the name, and only ever sets the tick.
    const pressable = (messages.at(-1)?.choices ?? []).flat().filter((choice) => !choice.quiet)
    const offered = pressable.map(({ id, label, yes }) => ({ id, label, ...(yes && { yes }) }))
    return [{ address: addressKey(turn.update.address), offered }]
  })
  return Prisma.sql`
    INSERT INTO conversation (address, offered)
    SELECT address, offered FROM jsonb_to_recordset(${storableJson(offers)}::jsonb) AS one(address text, offered jsonb)
    ON CONFLICT (address) DO UPDATE SET offered = excluded.offered, updated_at = now()`
}

/** Groups, channels and what a platform tells by itself are no people: nothing is kept of them as if they were. */
export function isOfPerson({ from, input }: IncomingUpdate): boolean {
  return !from.anonymous && !isAboutPlace(input)
}

/** The messages as rows of the ledger. */
export function replies(
  { address }: IncomingUpdate,
  personId: string | null,
  kind: DeliveryKind,
  messages: readonly OutgoingMessage[],
): NewDelivery[] {
  const to = { channel: address.channel, address: addressKey(address), personId, lane: 'reply', kind } as const
  return messages.map((message) => ({ ...to, message }))
}
