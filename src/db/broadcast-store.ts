import type { AuditEntry } from '../core/audit/entry.ts'
import type { Audience, FollowUp } from '../core/broadcasts/audience.ts'
import type { Broadcast, Tally } from '../core/broadcasts/broadcast.ts'
import { fileChannel } from '../core/broadcasts/content.ts'
import type { BroadcastStore, Looked } from '../core/broadcasts/store.ts'
import { isMissed, type Progress } from '../core/broadcasts/watch.ts'
import type { ChannelName, OutgoingMessage } from '../core/message.ts'
import { record } from './audit.ts'
import { cancelQueued, renew } from './broadcast-effects.ts'
import { tallyOf, toBroadcast } from './broadcast-rows.ts'
import type { Database } from './client.ts'
import { enqueueBroadcast } from './enqueue-broadcast.ts'
import type { Prisma } from './generated/client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import { tellOffice } from './office-store.ts'
import { readReceipts } from './receipts.ts'
import { isOfOffice, type MessageFor, membersOf, readOffice, unreadBy } from './recipients.ts'
import { storableJson } from './storable.ts'

type Transaction = Prisma.TransactionClient

/** A hundred thousand recipients take seconds. */
const patience = { timeout: 120_000, maxWait: 10_000 }

export function createBroadcastStore({ prisma }: Pick<Database, 'prisma'>): BroadcastStore {
  return {
    async due(now) {
      const rows = await prisma.broadcast.findMany({ where: { state: 'scheduled', sendAt: { lte: now } } })
      return rows.map(toBroadcast)
    },
    start: (broadcast, now, { news, missed }, editable) =>
      prisma.$transaction(async (transaction) => {
        const { id } = broadcast
        // The change of state is the right to send: of two that come here at once, one finds it made.
        const after = isMissed(broadcast, now) ? { state: 'paused', reason: 'missed' } : { state: 'sending' }
        const begun = await transaction.broadcast.updateMany({
          where: { id, state: 'scheduled' },
          data: { ...after, startedAt: now },
        })
        if (begun.count === 0) return false
        await recordMove(transaction, now, { action: 'start', about: id, before: { state: 'scheduled' }, after })
        await renew(transaction, id)
        await enqueue(transaction, broadcast, news, editable)
        if (isMissed(broadcast, now)) await tellOffice(transaction, `broadcast:${id}`, now, missed)
        return true
      }, patience),
    async open() {
      // One without a message that shows how far it is, is none of the office's.
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT id FROM broadcast WHERE ended_at IS NULL AND progress IS NOT NULL`
      return rows.map((row) => row.id)
    },
    look: (id, now, see) => prisma.$transaction((transaction) => look(transaction, id, now, see), patience),
    async wanted() {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT id FROM broadcast WHERE progress->>'certificate' = 'true'`
      const found = await prisma.broadcast.findMany({ where: { id: { in: rows.map((row) => row.id) } } })
      return found.map((row) => ({ broadcast: toBroadcast(row), progress: row.progress as unknown as Progress }))
    },
    async names({ by, approvedBy }) {
      const people = await prisma.person.findMany({ where: { id: { in: [by, ...(approvedBy ? [approvedBy] : [])] } } })
      const nameOf = (id: string | undefined) => people.find((one) => one.id === id)?.name ?? undefined
      const [author, approver] = [nameOf(by), nameOf(approvedBy)]
      return { ...(author !== undefined && { author }), ...(approver !== undefined && { approver }) }
    },
    receipts: (id) => readReceipts(prisma, id),
    hand: (id, message) =>
      prisma.$transaction(async (transaction) => {
        const [row] = await transaction.$queryRaw<{ progress: Progress; by: string }[]>`
          SELECT progress, by_person AS by FROM broadcast WHERE id = ${id} AND progress->>'certificate' = 'true' FOR UPDATE`
        if (!row) return
        if (await isOfOffice(transaction, row.by))
          await insertDeliveries(transaction, toAuthor(row.progress, row.by, message, `certificate:${message[0]?.id}`))
        await transaction.$executeRaw`UPDATE broadcast SET progress = progress - 'certificate' WHERE id = ${id}`
      }),
  }
}

async function enqueue(
  transaction: Transaction,
  broadcast: Broadcast,
  messageFor: MessageFor,
  editable: readonly ChannelName[],
): Promise<void> {
  const { id, audience } = broadcast
  if (!('follows' in audience)) {
    const { campaignId } = await transaction.broadcast.findUniqueOrThrow({
      where: { id },
      select: { campaignId: true },
    })
    const members = membersOf(audience satisfies Audience, {
      author: broadcast.by,
      campaignId,
      file: fileChannel(broadcast.content),
    })
    await enqueueBroadcast(transaction, { broadcastId: id, kind: 'news', audience: members }, messageFor)
  } else if (audience.follows === 'remind')
    await enqueueBroadcast(
      transaction,
      { broadcastId: id, kind: 'news', audience: unreadBy(audience.broadcast) },
      messageFor,
    )
  else await enqueueCorrection(transaction, id, audience, messageFor, editable)
}

/** One change for each message that arrived and can still be changed, part by part. */
async function enqueueCorrection(
  transaction: Transaction,
  id: string,
  { broadcast }: FollowUp,
  messageFor: MessageFor,
  editable: readonly ChannelName[],
): Promise<void> {
  // To be reminded of it was to get it once more.
  const reminders = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM broadcast WHERE audience->>'follows' = 'remind' AND audience->>'broadcast' = ${broadcast}`
  const copies = [broadcast, ...reminders.map((one) => one.id)]
  const bodies = await transaction.body.findMany({ where: { broadcastId: { in: copies } } })
  const rows = bodies.flatMap((body) => {
    const message = messageFor(body.locale as 'vi' | 'en', body.channel as ChannelName)[body.part]
    return message ? [{ body: String(body.id), message }] : []
  })
  // Who gets it later, or is reminded of it, gets it as it reads from now on.
  await transaction.$executeRaw`
    UPDATE body SET message = given.message
    FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS given(body bigint, message jsonb) WHERE body.id = given.body`
  await transaction.$executeRaw`
    UPDATE broadcast SET content = (SELECT content FROM broadcast WHERE id = ${id}) WHERE id = ANY(${copies})`
  // An edit is repeated where nobody knows whether it arrived: it changes nothing the second time.
  await transaction.$executeRaw`
    INSERT INTO outbox (key, channel, address, person_id, broadcast_id, lane, kind, message)
    SELECT concat_ws(':', 'news', ${id}::text, told.id), told.channel, told.address, told.person_id, ${id}, 'bulk', 'notice',
      given.message || jsonb_build_object('id', concat('c', told.id, ${id}::text), 'replaces', told.external_id)
    FROM outbox told JOIN jsonb_to_recordset(${storableJson(rows)}::jsonb) AS given(body bigint, message jsonb)
      ON given.body = told.body_id
    WHERE told.broadcast_id = ANY(${copies}) AND told.state = 'sent' AND told.external_id IS NOT NULL
      AND told.channel = ANY(${[...editable]})
    ORDER BY told.id
    ON CONFLICT (key) WHERE key IS NOT NULL DO NOTHING`
}

/** What becomes of a broadcast by its time and by how it fares, not by somebody's word. */
function recordMove(transaction: Transaction, now: Date, entry: Omit<AuditEntry, 'kind'>): Promise<void> {
  return record(transaction, null, now, [{ kind: 'broadcast', ...entry }])
}

async function look(
  transaction: Transaction,
  id: string,
  now: Date,
  see: (broadcast: Broadcast, tally: Tally, before: Progress) => Looked,
): Promise<boolean> {
  const locked = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM broadcast WHERE id = ${id} AND ended_at IS NULL FOR UPDATE SKIP LOCKED`
  if (locked.length === 0) return false
  const row = await transaction.broadcast.findUniqueOrThrow({ where: { id } })
  // What was under way when it was cancelled may have come back into the queue.
  if (row.state === 'cancelled') await cancelQueued(transaction, id)
  const before = row.progress as unknown as Progress
  const seen = see(toBroadcast(row), await tallyOf(transaction, id), before)
  const { broadcast, ends, asks } = seen
  const told =
    seen.show && (!(await isOfOffice(transaction, row.byPerson)) || (await tell(transaction, row.byPerson, seen)))
  if (seen.tripped) await tellOffice(transaction, `broadcast:${id}`, now, seen.alarm)
  if (asks) await ask(transaction, id, row.byPerson, seen.question)
  // What could not be shown yet is shown next time.
  const isOver = ends && (told || !seen.show)
  const progress = told
    ? { ...seen.progress, told: before.told + 1, shown: broadcast.state, shownAt: Date.now() }
    : seen.progress
  const isChanged = JSON.stringify(progress) !== JSON.stringify(before) || broadcast.state !== row.state || isOver
  if (isChanged)
    await transaction.broadcast.update({
      where: { id },
      data: {
        state: broadcast.state,
        reason: broadcast.reason ?? null,
        progress: progress as unknown as Prisma.InputJsonValue,
        ...(isOver && { endedAt: now }),
      },
    })
  if (broadcast.state !== row.state)
    await recordMove(transaction, now, {
      action: seen.tripped ? 'trip' : 'end',
      about: id,
      before: { state: row.state },
      after: { state: broadcast.state },
    })
  return isChanged
}

/** Shows the figures to the author: in the message that shows them already, once it is known to be there. */
async function tell(transaction: Transaction, author: string, seen: Looked): Promise<boolean> {
  const { progress, broadcast, edits } = seen
  const { locale, channel, told } = progress
  const message = seen.shown(locale, channel)
  const key = `progress:${broadcast.id}`
  if (told === 0 || !edits) {
    if (told > 0 && broadcast.state === 'sending') return false
    await insertDeliveries(transaction, toAuthor(progress, author, message, `${key}:${told}`))
    return true
  }
  const first = await transaction.delivery.findUnique({ where: { key: `${key}:0:0` } })
  if (first?.externalId == null) return first === null || first.state === 'failed' || first.state === 'unknown'
  const { externalId } = first
  // A change that nobody has seen yet is out of date now.
  await transaction.$executeRaw`
    UPDATE outbox SET state = 'cancelled', reason = 'a newer one follows', ended_at = now()
    WHERE state = 'queued' AND address = ${progress.address} AND starts_with(key, ${`${key}:`})`
  const changed = message.slice(0, 1).map((one) => ({ ...one, replaces: externalId }))
  await insertDeliveries(transaction, toAuthor(progress, author, changed, `${key}:${told}`))
  return true
}

function toAuthor(
  { channel, address }: Progress,
  author: string,
  message: readonly OutgoingMessage[],
  key?: string,
): NewDelivery[] {
  const to = { channel, address, personId: author, lane: 'reply', kind: 'reply' } as const
  return message.map((one, part) => ({ ...to, ...(key !== undefined && { key: `${key}:${part}` }), message: one }))
}

/** Asks everyone of the office but the author whether it may go out. */
async function ask(transaction: Transaction, id: string, author: string, question: MessageFor): Promise<void> {
  const people = await readOffice(transaction, author)
  await insertDeliveries(
    transaction,
    people.flatMap(({ personId, locale, channel, address }) =>
      question(locale, channel).map((one, part): NewDelivery => {
        const to = { channel, address, personId, lane: 'reply', kind: 'alarm' } as const
        return { ...to, key: `approve:${id}:${personId}:${part}`, message: one }
      }),
    ),
  )
}
