import type { Campaign } from '../core/campaign/campaign.ts'
import type { Outcome, Turn } from '../core/conversation/turn.ts'
import type { FormState } from '../core/forms/form.ts'
import { addressKey, type ChannelName, type IncomingUpdate, type OutgoingMessage } from '../core/message.ts'
import type { DeliveryKind } from '../core/outbox/policy.ts'
import { maySendNews, type Role } from '../core/people/person.ts'
import { applyEffects } from './apply-effects.ts'
import type { Database } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { accountKey, meetAll } from './meet.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import { readPledges } from './pledge-rows.ts'
import { countAudience, type MessageFor } from './recipients.ts'

type Transaction = Prisma.TransactionClient

/** What the core made of a turn, in the words that go out. */
export interface Handled {
  readonly outcome: Outcome
  readonly messages: readonly OutgoingMessage[]
  readonly kind: DeliveryKind
  /** A broadcast's message for one recipient, where the outcome asks for one. */
  readonly news?: MessageFor
}

export interface TurnOptions {
  readonly campaign: Campaign
  readonly timezone: string
  /** The campaign's clock. */
  readonly clock: () => Date
  readonly roleOf: (channel: ChannelName, userId: string) => Role
  /** What is said to a person whose update we had to give up. */
  readonly apology: (update: IncomingUpdate) => readonly OutgoingMessage[]
}

export interface TurnStore {
  /**
   * Takes up to `most` waiting updates, in order and one at a time per address across all instances, and stores what
   * came of them with the answers in one transaction. A turn that throws is left out, and tried again or parked: its
   * error stands in `failed`.
   */
  handleNext(handle: (turn: Turn) => Handled, most: number): Promise<{ handled: number; failed: readonly unknown[] }>
}

/** Short, because the person's next message waits behind it; then it is parked for the office to see. */
const retrySeconds = [0.2, 1, 3]

export function createTurnStore({ prisma }: Pick<Database, 'prisma'>, options: TurnOptions): TurnStore {
  /** What it took stands in `taken`, also where it fails. */
  function handleTogether(handle: (turn: Turn) => Handled, most: number, taken: Taken[]) {
    return prisma.$transaction(async (transaction) => {
      taken.push(...(await takeUpdates(transaction, most)))
      if (taken.length === 0) return { done: [], failed: [] }
      const turns = await readTurns(transaction, taken, options)
      const { done, failed } = decideAll(turns, handle)
      await storeTurns(transaction, done, options)
      return { done, failed }
    })
  }

  async function handleNext(
    handle: (turn: Turn) => Handled,
    most: number,
  ): Promise<{ handled: number; failed: unknown[] }> {
    const taken: Taken[] = []
    try {
      const { done, failed } = await handleTogether(handle, most, taken)
      for (const one of failed) await putBack(prisma, one.update, one.error, options.apology)
      return { handled: done.length, failed: failed.map((one) => one.error) }
    } catch (error) {
      const [only] = taken
      if (!only) throw error
      if (taken.length > 1) return handleEach(handle, taken.length)
      await putBack(prisma, only, error, options.apology)
      return { handled: 0, failed: [error] }
    }
  }

  /** One by one, so that the turn that cannot be stored is found and the others are not held up by it. */
  async function handleEach(handle: (turn: Turn) => Handled, count: number) {
    const sum = { handled: 0, failed: [] as unknown[] }
    for (let left = count; left > 0; left--) {
      const { handled, failed } = await handleNext(handle, 1)
      sum.handled += handled
      sum.failed.push(...failed)
    }
    return sum
  }

  return { handleNext }
}

interface Taken {
  readonly id: bigint
  readonly attempts: number
  readonly update: IncomingUpdate
}

interface Done {
  readonly update: Taken
  readonly turn: Turn
  readonly handled: Handled
}

function decideAll(turns: readonly { update: Taken; turn: Turn }[], handle: (turn: Turn) => Handled) {
  const done: Done[] = []
  const failed: { update: Taken; error: unknown }[] = []
  for (const { update, turn } of turns) {
    try {
      done.push({ update, turn, handled: handle(turn) })
    } catch (error) {
      failed.push({ update, error })
    }
  }
  return { done, failed }
}

function takeUpdates(transaction: Transaction, most: number): Promise<Taken[]> {
  // The head of each address's queue is locked until its turn is committed: nobody can take what stands behind it.
  return transaction.$queryRaw<Taken[]>`
    SELECT mine.id, mine.attempts, mine.update FROM inbox mine
    WHERE mine.state = 'waiting' AND mine.due_at <= now()
      AND NOT EXISTS (
        SELECT 1 FROM inbox earlier
        WHERE earlier.address = mine.address AND earlier.state = 'waiting' AND earlier.id < mine.id)
    ORDER BY mine.id LIMIT ${most} FOR UPDATE SKIP LOCKED`
}

async function putBack(
  prisma: Database['prisma'],
  { id, attempts, update }: Taken,
  error: unknown,
  apology: TurnOptions['apology'],
): Promise<void> {
  const wait = retrySeconds[attempts]
  const reason = error instanceof Error ? error.message : String(error)
  if (wait !== undefined) {
    await prisma.$executeRaw`
      UPDATE inbox SET attempts = attempts + 1, error = ${reason}, due_at = now() + make_interval(secs => ${wait})
      WHERE id = ${id} AND state = 'waiting'`
    return
  }
  await prisma.$transaction(async (transaction) => {
    const parked = await transaction.inboxUpdate.updateMany({
      where: { id, state: 'waiting' },
      data: { state: 'parked', error: reason, attempts: attempts + 1 },
    })
    if (parked.count === 1) await insertDeliveries(transaction, replies(update, null, 'reply', apology(update)))
  })
}

/** The turns of these updates, at most one of each person: the next one must see what the first one did. */
async function readTurns(
  transaction: Transaction,
  taken: readonly Taken[],
  options: TurnOptions,
): Promise<{ update: Taken; turn: Turn }[]> {
  const { campaign, timezone, clock } = options
  const updates = firstOfEach(taken, ({ update }) => accountKey(update.address.channel, update.from.id))
  const people = await meetAll(
    transaction,
    updates.map((one) => one.update),
    options.roleOf,
  )
  const known = firstOfEach(
    updates.flatMap((update) => {
      const person = people.get(accountKey(update.update.address.channel, update.update.from.id))
      return person ? [{ update, person }] : []
    }),
    ({ person }) => person.id,
  )
  const ids = known.map(({ person }) => person.id)
  const forms = await transaction.$queryRaw<{ personId: string; state: FormState }[]>`
    SELECT person_id AS "personId", state FROM form WHERE person_id = ANY(${ids})`
  const addresses = known.map(({ update }) => addressKey(update.update.address))
  const conversations = await transaction.$queryRaw<{ address: string; offered: Turn['offered'] }[]>`
    SELECT address, offered FROM conversation WHERE address = ANY(${addresses})`
  const pledges = await readPledges(transaction, campaign.id, ids)
  const formOf = new Map(forms.map((one) => [one.personId, one.state]))
  const offeredAt = new Map(conversations.map((one) => [one.address, one.offered]))
  const now = clock()
  const turns: { update: Taken; turn: Turn }[] = []
  for (const { update, person } of known) {
    const audience = maySendNews(person.role) ? await countAudience(transaction, person.id) : 0
    const offered = offeredAt.get(addressKey(update.update.address)) ?? []
    const form = formOf.get(person.id)
    const mine = pledges.get(person.id) ?? []
    const turn = { update: update.update, person, form, offered, pledges: mine, audience, campaign, timezone, now }
    turns.push({ update, turn })
  }
  return turns
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const first = new Map<string, Item>()
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item)
  return [...first.values()]
}

async function storeTurns(transaction: Transaction, done: readonly Done[], options: TurnOptions): Promise<void> {
  if (done.length === 0) return
  for (const { turn, handled } of done) await applyEffects(transaction, turn, handled.outcome.effects, handled.news)
  await storeForms(transaction, done, options.clock())
  await insertDeliveries(
    transaction,
    done.flatMap(({ turn, handled }) => replies(turn.update, turn.person.id, handled.kind, handled.messages)),
  )
  await storeOffers(transaction, done)
  await transaction.$executeRaw`UPDATE inbox SET state = 'done' WHERE id = ANY(${done.map((one) => one.update.id)})`
}

async function storeForms(transaction: Transaction, done: readonly Done[], now: Date): Promise<void> {
  const kept = done.flatMap(({ turn, handled: { outcome } }) =>
    outcome.form ? [{ person_id: turn.person.id, dialogue: outcome.form.dialogue, state: outcome.form }] : [],
  )
  const ended = done.filter((one) => one.handled.outcome.form === null).map((one) => one.turn.person.id)
  if (kept.length > 0)
    await transaction.$executeRaw`
      INSERT INTO form (person_id, dialogue, state, updated_at)
      SELECT person_id, dialogue, state, ${now} FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        AS one(person_id text, dialogue text, state jsonb)
      ON CONFLICT (person_id) DO UPDATE SET dialogue = excluded.dialogue, state = excluded.state, updated_at = excluded.updated_at`
  if (ended.length > 0) await transaction.$executeRaw`DELETE FROM form WHERE person_id = ANY(${ended})`
}

/** The choices that stand under the last message, so that their label or number can be typed. */
async function storeOffers(transaction: Transaction, done: readonly Done[]): Promise<void> {
  const offers = done.flatMap(({ turn, handled: { messages } }) => {
    if (messages.length === 0) return []
    // A tick is not pressed by its name: the form reads the name, and only ever sets the tick.
    const pressable = (messages.at(-1)?.choices ?? []).flat().filter((choice) => !choice.quiet)
    const offered = pressable.map(({ id, label, yes }) => ({ id, label, ...(yes && { yes }) }))
    return [{ address: addressKey(turn.update.address), offered }]
  })
  if (offers.length === 0) return
  await transaction.$executeRaw`
    INSERT INTO conversation (address, offered)
    SELECT address, offered FROM jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) AS one(address text, offered jsonb)
    ON CONFLICT (address) DO UPDATE SET offered = excluded.offered, updated_at = now()`
}

function replies(
  { address }: IncomingUpdate,
  personId: string | null,
  kind: DeliveryKind,
  messages: readonly OutgoingMessage[],
): NewDelivery[] {
  const to = { channel: address.channel, address: addressKey(address), personId, lane: 'reply', kind } as const
  return messages.map((message) => ({ ...to, message }))
}
