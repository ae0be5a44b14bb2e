import { dayAt } from '../core/campaign/calendar.ts'
import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import { describeFailure, type Failure } from '../core/conversation/failure.ts'
import type { Turn } from '../core/conversation/turn.ts'
import type { FormState } from '../core/forms/form.ts'
import { groupKey } from '../core/groups/group.ts'
import { addressKey, type ChannelName, type IncomingUpdate, type OutgoingMessage } from '../core/message.ts'
import type { Delivery } from '../core/outbox/outbox.ts'
import type { Person, Seat } from '../core/people/person.ts'
import { mayNoteFighters } from '../core/pledges/notes.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/client.ts'
import { readGroups } from './group-store.ts'
import { accountKey, type Known, knownOf, meetAll } from './meet.ts'
import { insertDeliveries, rowByRow } from './new-deliveries.ts'
import { tellOffice } from './office-store.ts'
import type { Taking } from './outbox-store.ts'
import { consentsOf, fighterUnitsOf, type PledgeRow, pledgesOf, toPledges } from './pledge-rows.ts'
import { readDesks } from './read-desks.ts'
import { type MessageFor, readNewsBefore } from './recipients.ts'
import { type Begin, type Done, type Handled, isOfPerson, replies, storeTurns } from './store-turns.ts'
import { type CampaignView, unitsRevision } from './unit-store.ts'

type Transaction = Prisma.TransactionClient

export interface TurnOptions {
  readonly campaign: Campaign
  /** Gives it with the units that it has by now. */
  readonly campaigns: CampaignView
  readonly timezone: string
  /** The campaign's clock. */
  readonly clock: () => Date
  /** With what a new account begins, and who owns the bot. */
  readonly seatOf: (channel: ChannelName, userId: string) => Seat
  /** Under which name answers are taken. */
  readonly taking: Taking
  /** What is said to a person whose update we had to give up; `locale` is theirs, where they are known. */
  readonly apology: (update: IncomingUpdate, locale: Locale | undefined) => readonly OutgoingMessage[]
  /** What the office hears then, at most once an hour. */
  readonly parked?: MessageFor
}

export interface TurnStore {
  /**
   * Takes up to `most` waiting updates, in order and one at a time per address across all instances, and stores what
   * came of them with the answers in one transaction. A turn that throws is left out, and tried again or parked: its
   * error stands in `failed`. Up to `begin` answers are taken at once, so that nobody has to look for them.
   */
  handleNext(handle: (turn: Turn) => Handled, most: number, begin?: number): Promise<TurnsDone>
}

export interface TurnsDone {
  readonly handled: number
  readonly failed: readonly Failure[]
  /** Answers that were taken along with being written, to be sent now. */
  readonly begun: readonly Delivery[]
  /** How many more were written at the most. */
  readonly queued: number
}

/** Short, because the person's next message waits behind it; then it is parked for the office to see. */
const retrySeconds = [0.2, 1, 3]

export function createTurnStore({ prisma }: Pick<Database, 'prisma'>, options: TurnOptions): TurnStore {
  /** What it took stands in `taken`, also where it fails. */
  function handleTogether(handle: (turn: Turn) => Handled, taken: Taken[], most: number, begin: Begin) {
    return prisma.$transaction(async (transaction) => {
      taken.push(...(await takeUpdates(transaction, most)))
      if (taken.length === 0) return { done: [], failed: [], begun: [], queued: 0 }
      const turns = await readTurns(transaction, taken, options)
      const { done, failed } = decideAll(turns, handle)
      return { done, failed, ...(await storeTurns(transaction, done, options.clock(), begin)) }
    })
  }

  async function handleNext(handle: (turn: Turn) => Handled, most: number, begin = 0): Promise<TurnsDone> {
    const taken: Taken[] = []
    try {
      const { done, failed, begun, queued } = await options.taking((owner) =>
        handleTogether(handle, taken, most, { most: begin, owner }),
      )
      // What was begun must be sent whether or not the others could be put back: those are then simply tried again.
      for (const one of failed) await putBack(prisma, one.update, one.error, options).catch(() => undefined)
      const failures = failed.map((one) => describeFailure(one.error, one.update.update))
      return { handled: done.length, failed: failures, begun, queued: queued + failed.length }
    } catch (error) {
      const [only] = taken
      if (!only) throw error
      if (taken.length > 1) return handleEach(handle, taken.length)
      await putBack(prisma, only, error, options)
      return { handled: 0, failed: [describeFailure(error, only.update)], begun: [], queued: 1 }
    }
  }

  /** One by one, so that the turn that cannot be stored is found and the others are not held up by it. */
  async function handleEach(handle: (turn: Turn) => Handled, count: number): Promise<TurnsDone> {
    const sum = { handled: 0, failed: [] as Failure[], begun: [], queued: 0 }
    for (let left = count; left > 0; left--) {
      const { handled, failed, queued } = await handleNext(handle, 1)
      sum.handled += handled
      sum.queued += queued
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
  readonly known: Known | null
}

function decideAll(turns: readonly { update: Taken; turn: Turn }[], handle: (turn: Turn) => Handled) {
  const done: Done[] = []
  const failed: { update: Taken; error: unknown }[] = []
  for (const { update, turn } of turns) {
    try {
      done.push({ id: update.id, turn, handled: handle(turn) })
    } catch (error) {
      failed.push({ update, error })
    }
  }
  return { done, failed }
}

/** The updates, each with what is known of the account it is from; those people stay locked until the transaction ends. */
function takeUpdates(transaction: Transaction, most: number): Promise<Taken[]> {
  // The head of each address's queue is locked until its turn is committed: nobody can take what stands behind it.
  return transaction.$queryRaw<Taken[]>`
    WITH taken AS MATERIALIZED (
      SELECT mine.id, mine.attempts, mine.update, mine.channel, mine.update->'from'->>'id' AS user_id FROM inbox mine
      WHERE mine.state = 'waiting' AND mine.due_at <= now()
        AND NOT EXISTS (
          SELECT 1 FROM inbox earlier
          WHERE earlier.address = mine.address AND earlier.state = 'waiting' AND earlier.id < mine.id
          ${rowByRow})
      ORDER BY mine.id LIMIT ${most} FOR UPDATE SKIP LOCKED),
    known AS MATERIALIZED (${knownOf(Prisma.sql`(SELECT DISTINCT channel, user_id FROM taken)`)})
    SELECT taken.id, taken.attempts, taken.update, to_jsonb(known) AS known
    FROM taken LEFT JOIN known ON known.channel = taken.channel AND known."userId" = taken.user_id
    ORDER BY taken.id`
}

async function putBack(
  prisma: Database['prisma'],
  { id, attempts, update, known }: Taken,
  error: unknown,
  { apology, parked: alarm, clock }: Pick<TurnOptions, 'apology' | 'parked' | 'clock'>,
): Promise<void> {
  const wait = retrySeconds[attempts]
  const { cause, reason: words } = describeFailure(error, update)
  const reason = `${cause}: ${words}`
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
    if (parked.count !== 1) return
    await insertDeliveries(transaction, replies(update, null, 'reply', apology(update, known?.locale)))
    if (alarm) await tellOffice(transaction, 'parked', clock(), alarm)
  })
}

/** The turns of these updates, at most one of each person: the next one must see what the first one did. */
async function readTurns(
  transaction: Transaction,
  taken: readonly Taken[],
  options: TurnOptions,
): Promise<{ update: Taken; turn: Turn }[]> {
  const { campaigns, timezone, clock } = options
  const now = clock()
  const updates = firstOfEach(taken, ({ update }) => accountKey(update.address.channel, update.from.id))
  const people = await meetAll(
    transaction,
    updates.filter(({ update }) => isOfPerson(update)),
    options.seatOf,
    now,
  )
  const known = firstOfEach(
    updates.flatMap((update) => {
      const key = accountKey(update.update.address.channel, update.update.from.id)
      const person = isOfPerson(update.update) ? people.get(key) : nobody(key)
      return person ? [{ update, person }] : []
    }),
    ({ person }) => person.id,
  )
  const phase = phaseForPledge(dayAt(now, timezone), options.campaign).id
  const more = await readMore(transaction, { campaignId: options.campaign.id, phase }, known, options.campaign)
  const groups = await readGroups(
    transaction,
    known.flatMap(({ update: { update } }) => (update.private ? [] : [update.address])),
  )
  const campaign = await campaigns.at(transaction, [...more.values()][0]?.unitsRevision ?? 0)
  const turns: { update: Taken; turn: Turn }[] = []
  for (const { update, person } of known) {
    const { form, offered, pledges, consents, fighterUnits } = more.get(person.id) ?? nothing
    const group = groups.get(groupKey(update.update.address))
    const opened = form ?? undefined
    // What was offered since then is not what the words were an answer to.
    const open = update.update.retried ? [] : (offered ?? [])
    const reader = { campaign, timezone, person, update: update.update, form: opened, offered: open, now }
    const desks = update.update.private ? await readDesks(transaction, reader) : {}
    const news = await readNewsBefore(transaction, update.update)
    const turn: Turn = {
      ...(news !== undefined && { news }),
      ...(group && { group }),
      ...desks,
      update: update.update,
      person,
      form: opened,
      offered: open,
      pledges: toPledges(pledges),
      consents: consents ?? [],
      ...(fighterUnits && { fighterUnits }),
      campaign,
      timezone,
      now,
    }
    turns.push({ update, turn })
  }
  return turns
}

interface More {
  readonly personId: string
  readonly form: FormState | null
  readonly offered: Turn['offered'] | null
  readonly pledges: PledgeRow[] | null
  readonly consents: Turn['consents'] | null
  readonly fighterUnits: readonly string[] | null
  readonly unitsRevision: number
}

const nothing = { form: null, offered: null, pledges: null, consents: null, fighterUnits: null }

/** Their open forms, pledges, consents and last offers. The people are locked by now, so what is read here is the newest. */
async function readMore(
  transaction: Transaction,
  about: { readonly campaignId: string; readonly phase: string },
  known: readonly { update: Taken; person: Person }[],
  campaign: Campaign,
): Promise<ReadonlyMap<string, More>> {
  const ids = known.map(({ person }) => person.id)
  const addresses = known.map(({ update }) => addressKey(update.update.address))
  const noting = known.map(({ update }) => mayNoteFighters(update.update.input, campaign))
  const rows = await transaction.$queryRaw<More[]>`
    SELECT given.id AS "personId", form.state AS form,
      (SELECT offered FROM conversation WHERE conversation.address = given.address) AS offered,
      ${pledgesOf(Prisma.sql`given.id`, about.campaignId)} AS pledges, ${consentsOf(Prisma.sql`given.id`)} AS consents,
      CASE WHEN given.noting OR form.dialogue = 'pledge-list'
          OR (form.dialogue = 'pledge' AND form.state->'values'->>'subject' = 'collective')
        THEN ${fighterUnitsOf(about)} END AS "fighterUnits",
      ${unitsRevision} AS "unitsRevision"
    FROM unnest(${ids}::text[], ${addresses}::text[], ${noting}::boolean[]) AS given(id, address, noting)
    LEFT JOIN LATERAL (SELECT dialogue, state FROM form WHERE form.person_id = given.id ${rowByRow}) form ON true`
  return new Map(rows.map((row) => [row.personId, row]))
}

function nobody(id: string): Person {
  return { id, role: 'staff', locale: 'vi', remindersOff: true, standing: 'declared', coordinates: [] }
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const first = new Map<string, Item>()
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item)
  return [...first.values()]
}
