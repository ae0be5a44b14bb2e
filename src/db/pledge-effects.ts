import { randomUUID } from 'node:crypto'
import type { Turn } from '../core/conversation/turn.ts'
import { addressKey } from '../core/message.ts'
import { ownKinds } from '../core/notices/digest.ts'
import { digestAfter, soonInOfficeHours } from '../core/notices/digest-times.ts'
import { maySendNews } from '../core/people/person.ts'
import { looksAfter } from '../core/people/rights.ts'
import { type LifeEffect, type Result, type Shown, type Step, steps } from '../core/pledges/life.ts'
import { record } from './audit.ts'
import type { Prisma } from './generated/client.ts'
import { insertDeliveries, type NewDelivery } from './new-deliveries.ts'
import { addNotices, countsNotice } from './notice-store.ts'
import { judge } from './people-effects.ts'
import { readTwin } from './people-store.ts'
import { contentJson } from './pledge-rows.ts'
import type { MessageFor, Recipient } from './recipients.ts'
import { storable, storableJson } from './storable.ts'
import { askKey, isDeclared, isMissing, isTheirs } from './unit-desk.ts'

type Transaction = Prisma.TransactionClient

/** Writes what somebody who looks after pledges changes about them; who may is asked again here. */
export async function applyLifeEffect(
  transaction: Transaction,
  turn: Turn,
  effect: LifeEffect,
  message: MessageFor | undefined,
): Promise<void> {
  switch (effect.kind) {
    case 'pledges-confirm':
      await judgeSenders(transaction, turn, effect.pledges)
      await takeStep(transaction, turn, 'confirm', effect.pledges)
      return
    case 'pledge-return':
      await takeStep(transaction, turn, 'return', [effect], { reason: effect.reason })
      return
    case 'missing-remind':
      await remindMissing(transaction, turn, effect, message)
      return
    case 'list-close':
      await closeList(transaction, turn, effect)
      return
    case 'pledge-reopen':
      await takeStep(transaction, turn, 'reopen', [effect], { listId: null })
      return
    case 'counts-export':
      await askForCounts(transaction, turn)
      return
    case 'pledge-result':
      await writeResult(transaction, turn, effect)
      return
    case 'dossier-item':
      await writeDossierItem(transaction, turn, effect)
      return
  }
}

/**
 * Who confirms a pledge says that its sender, where they declare to be that person, is of the unit. The senders are
 * locked before their pledges, as in a turn of their own.
 */
async function judgeSenders(transaction: Transaction, turn: Turn, shown: readonly Shown[]): Promise<void> {
  const senders = await transaction.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT pledge.person_id AS id FROM pledge
    WHERE pledge.id = ANY(${shown.map((one) => one.id)}) AND ${isTheirs(turn)} AND ${isDeclared}
    ORDER BY id`
  for (const { id } of senders) {
    const twin = await readTwin(transaction, id)
    await judge(transaction, turn, { id, standing: 'verified', ...(twin !== undefined && { twin }) })
  }
}

interface Changed {
  readonly id: string
  readonly personId: string
  readonly version: number
  readonly before: string
}

/**
 * Takes the step with all these pledges as they were shown, or throws: then somebody was faster, and the turn is decided
 * anew on what is there now.
 */
export async function takeStep(
  transaction: Transaction,
  turn: Turn,
  step: Step,
  shown: readonly Shown[],
  with_: { readonly reason?: string; readonly listId?: string | null; readonly result?: Result } = {},
): Promise<void> {
  const rule = steps[step]
  const { person, now } = turn
  if (rule.by === 'office' && !maySendNews(person.role)) throw new Error(`${person.role} may not ${step} a pledge`)
  const reason = with_.reason === undefined ? null : storable(with_.reason)
  const isDecision = step === 'confirm' || step === 'return'
  const rows = await transaction.$queryRaw<Changed[]>`
    WITH wanted AS (
      SELECT pledge.id, pledge.state FROM pledge
      JOIN jsonb_to_recordset(${storableJson(shown)}::jsonb) AS shown(id text, version int)
        ON shown.id = pledge.id AND shown.version = pledge.version
      WHERE pledge.state = ANY(${[...rule.from]}) AND ${isTheirs(turn)}
      ORDER BY pledge.id FOR NO KEY UPDATE OF pledge),
    changed AS (
      UPDATE pledge SET state = ${rule.to}, version = pledge.version + 1, updated_at = ${now},
        reason = CASE WHEN ${isDecision} THEN ${reason} ELSE pledge.reason END,
        decided_by = CASE WHEN ${isDecision} THEN ${person.id} ELSE pledge.decided_by END,
        decided_at = CASE WHEN ${isDecision} THEN ${now} ELSE pledge.decided_at END,
        list_id = CASE WHEN ${with_.listId !== undefined} THEN ${with_.listId ?? null} ELSE pledge.list_id END
      FROM wanted WHERE pledge.id = wanted.id
      RETURNING pledge.*, wanted.state AS before),
    events AS (
      INSERT INTO pledge_event (pledge_id, kind, by_person, content, reason, at)
      SELECT id, ${rule.event}, ${person.id}, ${contentJson}, ${reason}, ${now} FROM changed pledge)
    SELECT id, person_id AS "personId", version, before FROM changed ORDER BY id`
  if (rows.length !== shown.length) throw new Error(`Of ${shown.length} pledges ${rows.length} can ${step} as shown`)
  await record(
    transaction,
    person.id,
    now,
    rows.map(({ id, before }) => ({
      action: step,
      kind: 'pledge',
      about: id,
      before: { state: before },
      after: {
        state: rule.to,
        ...(with_.reason !== undefined && { reason: with_.reason }),
        ...(with_.result && { result: with_.result }),
      },
    })),
  )
  await tellSenders(transaction, turn, rule.event, rows)
}

/** What the sender must do comes soon; what they should know waits for the next digest. */
async function tellSenders(
  transaction: Transaction,
  turn: Turn,
  event: string,
  rows: readonly Changed[],
): Promise<void> {
  const kind = ownKinds.find((one) => one === event)
  if (!kind) return
  const { now, timezone, campaign, person } = turn
  const dueAt = kind === 'returned' ? soonInOfficeHours(now, timezone, campaign) : digestAfter(now, timezone, campaign)
  const told = rows.filter((row) => row.personId !== person.id)
  await addNotices(
    transaction,
    told.map((row) => ({
      key: `${kind}:${row.id}:${row.version}`,
      personId: row.personId,
      kind,
      about: row.id,
      dueAt,
    })),
  )
}

/** Two lists closed at once would have the same number: the second one is decided anew. */
async function closeList(
  transaction: Transaction,
  turn: Turn,
  { phase, pledges }: Extract<LifeEffect, { kind: 'list-close' }>,
): Promise<void> {
  const { campaign, person, now } = turn
  const id = randomUUID()
  await takeStep(transaction, turn, 'include', pledges, { listId: id })
  const number = (await transaction.pledgeList.count({ where: { campaignId: campaign.id, phase } })) + 1
  await transaction.pledgeList.create({
    data: { id, campaignId: campaign.id, phase, number, byPerson: person.id, at: now },
  })
}

async function writeResult(
  transaction: Transaction,
  turn: Turn,
  { id, version, award, outcome, higher }: Extract<LifeEffect, { kind: 'pledge-result' }>,
): Promise<void> {
  const result = { award, outcome, ...(higher !== undefined && { higher }) }
  await takeStep(transaction, turn, 'result', [{ id, version }], { result })
  const data = { outcome, higher: higher ?? null, byPerson: turn.person.id, at: turn.now }
  await transaction.pledgeResult.upsert({
    where: { pledgeId_award: { pledgeId: id, award } },
    create: { pledgeId: id, award, ...data },
    update: data,
  })
}

/** Ticks say what is so, not that something is turned over: the same one twice, by whomever, changes nothing more. */
async function writeDossierItem(
  transaction: Transaction,
  turn: Turn,
  { id, version, award, item, doneOn }: Extract<LifeEffect, { kind: 'dossier-item' }>,
): Promise<void> {
  const { person, now } = turn
  if (!maySendNews(person.role)) throw new Error(`${person.role} may not keep a dossier`)
  const there = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM pledge WHERE pledge.id = ${id} AND pledge.version = ${version} AND pledge.state = 'included'
      AND ${isTheirs(turn)} FOR NO KEY UPDATE`
  if (there.length !== 1) throw new Error(`Pledge ${id} is not as it was shown`)
  const where = { pledgeId_award_item: { pledgeId: id, award, item } }
  const before = await transaction.dossierItem.findUnique({ where })
  if (doneOn === null) await transaction.dossierItem.deleteMany({ where: { pledgeId: id, award, item } })
  else if (!before)
    await transaction.dossierItem.create({ data: { pledgeId: id, award, item, doneOn, byPerson: person.id, at: now } })
  await record(transaction, person.id, now, [
    {
      action: 'dossier',
      kind: 'pledge',
      about: id,
      before: { award, item, doneOn: before?.doneOn ?? null },
      after: { award, item, doneOn },
    },
  ])
}

/** Only noted here: the spreadsheet is made and sent right afterwards. */
async function askForCounts(transaction: Transaction, { person, update, now }: Turn): Promise<void> {
  if (!maySendNews(person.role)) throw new Error(`${person.role} may not see the figures`)
  await addNotices(transaction, [
    {
      key: `${countsNotice}:${update.address.channel}:${update.id}`,
      personId: person.id,
      kind: countsNotice,
      about: addressKey(update.address),
      dueAt: now,
    },
  ])
}

async function remindMissing(
  transaction: Transaction,
  turn: Turn,
  effect: Extract<LifeEffect, { kind: 'missing-remind' }>,
  message: MessageFor | undefined,
): Promise<void> {
  const { campaign, person } = turn
  const rows = await transaction.$queryRaw<(Recipient & { unit: string })[]>`
    SELECT DISTINCT ON (person.id) person.id AS "personId", person.locale, person.unit, account.channel,
      account.channel || ':' || account.chat AS address
    FROM person JOIN account ON account.person_id = person.id AND account.chat IS NOT NULL AND account.unreachable IS NULL
    WHERE person.id = ANY(${[...effect.people]}) AND NOT person.reminders_off AND ${isMissing(campaign.id, effect.phase)}
    ORDER BY person.id, account.created_at DESC`
  const theirs = rows.filter((row) => looksAfter(person, row.unit, campaign))
  const key = askKey(campaign.id, effect.phase, effect.day)
  const people = theirs.map((row) => row.personId)
  await record(transaction, person.id, turn.now, [
    { action: 'remind', kind: 'reminder', about: effect.phase, before: null, after: { day: effect.day, people } },
  ])
  await insertDeliveries(
    transaction,
    theirs.flatMap(({ personId, locale, channel, address }) =>
      (message?.(locale, channel) ?? []).map((one, part): NewDelivery => {
        const to = { channel, address, personId, lane: 'bulk', kind: 'reminder' } as const
        return { ...to, key: `${key}${personId}:${part}`, message: one }
      }),
    ),
  )
}
