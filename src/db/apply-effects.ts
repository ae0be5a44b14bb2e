import type { Effect, Turn } from '../core/conversation/turn.ts'
import { type Shown, type Step, steps } from '../core/pledges/life.ts'
import type { PledgeContent } from '../core/pledges/pledge.ts'
import { record } from './audit.ts'
import { applyBroadcastEffect } from './broadcast-effects.ts'
import { applyDataEffect } from './data-effects.ts'
import { applyEnteredEffect, noteEnteredPledge } from './entered-pledges.ts'
import { type Pledge as PledgeRecord, Prisma } from './generated/client.ts'
import { applyGroupEffect } from './group-store.ts'
import { retryParked } from './inbox-store.ts'
import { applyPeopleEffect } from './people-effects.ts'
import { applyLifeEffect } from './pledge-effects.ts'
import { contentOfRow, pledgeColumns } from './pledge-rows.ts'
import { settleSubjects, subjectKey } from './pledge-subject.ts'
import type { MessageFor } from './recipients.ts'
import { applyTableEffect } from './table-effects.ts'

type Transaction = Prisma.TransactionClient

/** Writes what a turn changes beside the usual. Runs inside the turn's transaction. */
export async function applyEffects(
  transaction: Transaction,
  turn: Turn,
  effects: readonly Effect[],
  news: MessageFor | undefined,
): Promise<void> {
  for (const effect of effects) await apply(transaction, turn, effect, news)
}

async function apply(
  transaction: Transaction,
  turn: Turn,
  effect: Effect,
  news: MessageFor | undefined,
): Promise<void> {
  switch (effect.kind) {
    case 'change-pledge':
      await changePledge(transaction, turn, effect, 'change', {
        ...pledgeColumns(effect.content),
        ...{ nameKey: subjectKey(effect.content), forOther: effect.forOther, subjectId: null },
      })
      await settleSubjects(transaction, Prisma.sql`pledge.id = ${effect.id}`)
      await noteEnteredPledge(transaction, turn, effect.id)
      return
    case 'withdraw-pledge':
      await changePledge(transaction, turn, effect, 'withdraw', {})
      return
    case 'pledges-confirm':
    case 'pledge-return':
    case 'missing-remind':
    case 'list-close':
    case 'pledge-reopen':
    case 'counts-export':
    case 'pledge-result':
    case 'dossier-item':
      await applyLifeEffect(transaction, turn, effect, news)
      return
    case 'entered-object':
    case 'entered-withdraw':
      await applyEnteredEffect(transaction, turn, effect)
      return
    case 'undo-pledge':
      await changePledge(transaction, turn, effect, 'undo', {})
      return
    case 'reachable': {
      const { channel } = turn.update.address
      const unreachable = effect.reachable ? null : 'blocked: said so by the platform'
      await transaction.account.updateMany({ where: { channel, userId: turn.update.from.id }, data: { unreachable } })
      return
    }
    case 'broadcast':
    case 'test-broadcast':
    case 'move-broadcast':
    case 'certificate':
    case 'acknowledge':
      await applyBroadcastEffect(transaction, turn, effect, news)
      return
    case 'group-state':
    case 'group-moved':
    case 'group-change':
    case 'group-forget':
      await applyGroupEffect(transaction, turn, effect)
      return
    case 'make-code':
    case 'failed-code':
    case 'join':
    case 'judge-person':
    case 'appoint':
    case 'office':
      await applyPeopleEffect(transaction, turn, effect)
      return
    case 'receive-table':
    case 'take-in-table':
    case 'drop-table':
    case 'reread-table':
      await applyTableEffect(transaction, turn, effect)
      return
    case 'cancel-reminders':
    case 'correct-person':
    case 'data-request':
    case 'keep-file':
    case 'erase-person':
      await applyDataEffect(transaction, turn, effect)
      return
    case 'retry-update':
      await retryParked(transaction, effect.id)
      return
    case 'tell-office':
    case 'tell-person':
      // Its words come with the turn's other messages.
      return
  }
}

async function changePledge(
  transaction: Transaction,
  turn: Turn,
  { id, version }: Shown,
  step: 'change' | 'withdraw' | 'undo',
  data: Prisma.PledgeUpdateManyMutationInput,
): Promise<void> {
  const rule = steps[step]
  // The owner is asked for again here: no effect reaches another person's pledge, nor one that was decided about meanwhile.
  const where = { id, personId: turn.person.id, version, state: { in: [...rule.from] } }
  const before = await transaction.pledge.findFirst({ where })
  const { count } = await transaction.pledge.updateMany({
    where,
    data: {
      ...data,
      state: rule.to,
      version: { increment: 1 },
      updatedAt: turn.now,
      ...{ reason: null, decidedBy: null, decidedAt: null },
    },
  })
  if (!before || count !== 1) throw new Error(`Pledge ${id} is not this person's to change as it was shown`)
  const row = await transaction.pledge.findUniqueOrThrow({ where: { id } })
  await writeEvent(transaction, turn, id, rule.event, contentOfRow(row))
  await record(transaction, turn.person.id, turn.now, [
    { action: step, kind: 'pledge', about: id, before: noted(before, step), after: noted(row, step) },
  ])
}

/** What the audit log says of a pledge; its words stand in its own history. */
function noted({ state, unit, titles, commendations }: PledgeRecord, step: Step) {
  return { state, ...(step === 'change' && { unit, titles, commendations }) }
}

async function writeEvent(
  transaction: Transaction,
  turn: Turn,
  pledgeId: string,
  kind: string,
  content: PledgeContent,
): Promise<void> {
  await transaction.pledgeEvent.create({
    data: { pledgeId, kind, byPerson: turn.person.id, content: { ...content } as Prisma.InputJsonObject, at: turn.now },
  })
}
