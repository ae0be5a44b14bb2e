import { type Move, mayMove, moves, type NewBroadcast } from '../core/broadcasts/broadcast.ts'
import type { Progress } from '../core/broadcasts/watch.ts'
import type { Effect, Turn } from '../core/conversation/turn.ts'
import { addressKey } from '../core/message.ts'
import { broadcastHours } from '../core/outbox/policy.ts'
import { maySendNews } from '../core/people/person.ts'
import { record } from './audit.ts'
import { toBroadcast } from './broadcast-rows.ts'
import type { Prisma } from './generated/client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import type { MessageFor } from './recipients.ts'

type Transaction = Prisma.TransactionClient

export type BroadcastEffect = Extract<
  Effect,
  { kind: 'broadcast' | 'test-broadcast' | 'move-broadcast' | 'certificate' | 'acknowledge' }
>

/** Writes what a turn changes about broadcasts. All but reading one is for the office alone, asked for again here. */
export async function applyBroadcastEffect(
  transaction: Transaction,
  turn: Turn,
  effect: BroadcastEffect,
  test: MessageFor | undefined,
): Promise<void> {
  if (effect.kind === 'acknowledge') return acknowledge(transaction, turn, effect.id)
  if (!maySendNews(turn.person.role)) throw new Error(`${turn.person.role} may not send news`)
  switch (effect.kind) {
    case 'broadcast':
      return create(transaction, turn, effect)
    case 'test-broadcast':
      return insertDeliveries(transaction, testFor(turn, test))
    case 'move-broadcast':
      return move(transaction, turn, effect.id, effect.move)
    case 'certificate':
      await transaction.$executeRaw`
        UPDATE broadcast SET progress = progress || '{"certificate": true}'::jsonb
        WHERE id = ${effect.id} AND by_person = ${turn.person.id}`
  }
}

/** Only noted here: who gets it is found out when it is due. */
async function create(transaction: Transaction, turn: Turn, given: NewBroadcast): Promise<void> {
  const { id, content, audience, acknowledge, state, sendAt } = given
  const { address } = turn.update
  const progress: Progress = {
    channel: address.channel,
    address: addressKey(address),
    locale: turn.person.locale,
    told: 0,
    shownAt: 0,
  }
  const { count } = await transaction.broadcast.createMany({
    data: [
      {
        id,
        content: content as unknown as Prisma.InputJsonValue,
        audience: audience as unknown as Prisma.InputJsonValue,
        progress: progress as unknown as Prisma.InputJsonValue,
        acknowledge,
        state,
        sendAt,
        campaignId: turn.campaign.id,
        byPerson: turn.person.id,
        createdAt: turn.now,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return
  const after = { state, sendAt, audience }
  await record(transaction, turn.person.id, turn.now, [{ action: 'send', kind: 'broadcast', about: id, after }])
}

/** An answer like any other: whoever looks at it again and again while they write is no loop that must be stopped. */
function testFor({ update, person }: Turn, message: MessageFor | undefined): NewDelivery[] {
  const { channel } = update.address
  const to = {
    channel,
    address: addressKey(update.address),
    personId: person.id,
    lane: 'reply',
    kind: 'reply',
  } as const
  return (message?.(person.locale, channel) ?? []).map((one) => ({ ...to, message: one }))
}

/** In a state that no longer allows it, nothing happens: the message with the figures shows what is the case. */
async function move(transaction: Transaction, turn: Turn, id: string, which: Move): Promise<void> {
  const row = await transaction.broadcast.findUnique({ where: { id } })
  if (!row || !mayMove(which, toBroadcast(row), turn.person)) return
  const { count } = await transaction.broadcast.updateMany({
    where: { id, state: { in: [...moves[which].from] } },
    data: {
      state: moves[which].to,
      reason: which === 'refuse' ? 'refused' : null,
      ...(which === 'approve' && { approvedBy: turn.person.id }),
      // Who agrees after its time wants it to go out now.
      ...(which === 'approve' && row.sendAt !== null && row.sendAt < turn.now && { sendAt: turn.now }),
      ...(which === 'retry' && { endedAt: null }),
    },
  })
  if (count === 0) return
  const [before, after] = [{ state: row.state }, { state: moves[which].to }]
  await record(transaction, turn.person.id, turn.now, [{ action: which, kind: 'broadcast', about: id, before, after }])
  if (moves[which].to === 'cancelled') await cancelQueued(transaction, id)
  if (moves[which].to === 'sending') await renew(transaction, id)
  if (which === 'retry') await requeueFailed(transaction, id)
}

/** From now on it has its full time to go out. */
export async function renew(transaction: Transaction, id: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE broadcast SET expires_at = now() + make_interval(hours => ${broadcastHours}::int) WHERE id = ${id}`
}

/** What has not gone out never will. */
export async function cancelQueued(transaction: Transaction, id: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE outbox SET state = 'cancelled', reason = 'cancelled by the office', ended_at = now()
    WHERE broadcast_id = ${id} AND state = 'queued'`
}

/** The failed ones again; who does not want us is left in peace. */
async function requeueFailed(transaction: Transaction, id: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE outbox SET state = 'queued', attempts = 0, due_at = now(), ended_at = NULL
    WHERE broadcast_id = ${id} AND state = 'failed' AND NOT starts_with(reason, 'blocked:')`
}

/** By the clock of the deliveries, beside which it stands in the certificate. */
async function acknowledge(transaction: Transaction, { person }: Turn, id: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO acknowledgement (broadcast_id, person_id, at)
    SELECT id, ${person.id}, now() FROM broadcast WHERE id = ${id} AND acknowledge
    ON CONFLICT (broadcast_id, person_id) DO NOTHING`
}
