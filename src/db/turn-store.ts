import type { Campaign } from '../core/campaign/campaign.ts'
import type { Outcome, Turn } from '../core/conversation/turn.ts'
import type { FormState } from '../core/forms/form.ts'
import { addressKey, type ChannelName, type IncomingUpdate, type OutgoingMessage } from '../core/message.ts'
import type { DeliveryKind } from '../core/outbox/policy.ts'
import { maySendNews, type Role } from '../core/people/person.ts'
import { applyEffects } from './apply-effects.ts'
import type { Database } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { meet } from './meet.ts'
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
   * Takes the next waiting update, one at a time per address across all instances, and stores what came of it with
   * the answer in one transaction. `idle`: none is due. `failed`: the turn threw and will be tried again or is parked.
   */
  handleNext(handle: (turn: Turn) => Handled): Promise<'handled' | 'failed' | 'idle'>
}

/** Short, because the person's next message waits behind it; then it is parked for the office to see. */
const retrySeconds = [0.2, 1, 3]

export function createTurnStore({ prisma }: Pick<Database, 'prisma'>, options: TurnOptions): TurnStore {
  return {
    async handleNext(handle) {
      let taken: Taken | undefined
      try {
        return await prisma.$transaction(async (transaction) => {
          taken = await takeUpdate(transaction)
          if (!taken) return 'idle'
          const turn = await readTurn(transaction, taken.update, options)
          await store(transaction, turn, handle(turn), options)
          await transaction.$executeRaw`UPDATE inbox SET state = 'done' WHERE id = ${taken.id}`
          return 'handled'
        })
      } catch (error) {
        if (!taken) throw error
        await putBack(prisma, taken, error, options.apology)
        return 'failed'
      }
    },
  }
}

interface Taken {
  readonly id: bigint
  readonly attempts: number
  readonly update: IncomingUpdate
}

async function takeUpdate(transaction: Transaction): Promise<Taken | undefined> {
  // The head of each address's queue is locked until its turn is committed: nobody can take what stands behind it.
  const [taken] = await transaction.$queryRaw<Taken[]>`
    SELECT mine.id, mine.attempts, mine.update FROM inbox mine
    WHERE mine.state = 'waiting' AND mine.due_at <= now()
      AND NOT EXISTS (
        SELECT 1 FROM inbox earlier
        WHERE earlier.address = mine.address AND earlier.state = 'waiting' AND earlier.id < mine.id)
    ORDER BY mine.id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return taken
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
    if (parked.count === 1) await queueReplies(transaction, update, null, 'reply', apology(update))
  })
}

async function readTurn(transaction: Transaction, update: IncomingUpdate, options: TurnOptions): Promise<Turn> {
  const { campaign, timezone, clock } = options
  const person = await meet(transaction, update, options.roleOf)
  const form = await transaction.form.findUnique({ where: { personId: person.id } })
  const conversation = await transaction.conversation.findUnique({ where: { address: addressKey(update.address) } })
  return {
    update,
    person,
    form: form ? (form.state as unknown as FormState) : undefined,
    offered: (conversation?.offered ?? []) as unknown as Turn['offered'],
    pledges: await readPledges(transaction, campaign.id, person.id),
    audience: maySendNews(person.role) ? await countAudience(transaction, person.id) : 0,
    campaign,
    timezone,
    now: clock(),
  }
}

async function store(transaction: Transaction, turn: Turn, handled: Handled, options: TurnOptions): Promise<void> {
  const { outcome, messages, kind } = handled
  await applyEffects(transaction, turn, outcome.effects, handled.news)
  if (outcome.form) await keepForm(transaction, turn, outcome.form, options.clock())
  if (outcome.form === null) await transaction.form.deleteMany({ where: { personId: turn.person.id } })
  if (messages.length === 0) return
  const address = addressKey(turn.update.address)
  await queueReplies(transaction, turn.update, turn.person.id, kind, messages)
  // A tick is not pressed by its name: the form reads the name, and only ever sets the tick.
  const pressable = (messages.at(-1)?.choices ?? []).flat().filter((choice) => !choice.quiet)
  const offered = pressable.map(({ id, label, yes }) => ({ id, label, ...(yes && { yes }) }))
  await transaction.conversation.upsert({
    where: { address },
    create: { address, offered },
    update: { offered, updatedAt: new Date() },
  })
}

async function keepForm(transaction: Transaction, turn: Turn, form: FormState, now: Date): Promise<void> {
  const data = { dialogue: form.dialogue, state: form as object, updatedAt: now }
  await transaction.form.upsert({
    where: { personId: turn.person.id },
    create: { personId: turn.person.id, ...data },
    update: data,
  })
}

async function queueReplies(
  transaction: Transaction,
  { address }: IncomingUpdate,
  personId: string | null,
  kind: DeliveryKind,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  const to = { channel: address.channel, address: addressKey(address), personId, lane: 'reply', kind }
  await transaction.delivery.createMany({ data: messages.map((message) => ({ ...to, message: message as object })) })
}
