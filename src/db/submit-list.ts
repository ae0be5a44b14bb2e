import { randomBytes } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { dayAt } from '../core/campaign/calendar.ts'
import { isLateOn, phaseForPledge } from '../core/campaign/state.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { type PledgeContent, receiptCode } from '../core/pledges/pledge.ts'
import { whoseInTable } from '../core/tables/pledge-table.ts'
import type { Prisma } from './generated/client.ts'
import { writeUsual } from './usual-effects.ts'

type Transaction = Prisma.TransactionClient

/** So many at a time: the embedded database works in our own thread, and between two of them others are served. */
const together = 60

/** Sends these pledges in the name of the turn's person, as one pledge of a list is sent. */
export async function submitAll(
  transaction: Transaction,
  turn: Turn,
  contents: readonly PledgeContent[],
): Promise<void> {
  const day = dayAt(turn.now, turn.timezone)
  const phase = phaseForPledge(day, turn.campaign).id
  const common = { kind: 'submit-pledge', phase, late: isLateOn(day, turn.campaign), via: 'list' } as const
  const codes = await freshCodes(transaction, contents.length)
  for (let from = 0; from < contents.length; from += together) {
    const part = contents.slice(from, from + together)
    await writeUsual(
      transaction,
      part.map((content, at) => ({
        // A millisecond after the one before: they are shown in the order of the list.
        turn: { ...turn, now: new Date(turn.now.getTime() + from + at) },
        effect: {
          ...common,
          ...{ content, code: codes[from + at] ?? '' },
          forOther: whoseInTable(content, turn.person) === 'colleague',
        },
      })),
    )
    await breathe()
  }
}

/** Among thousands of them one may well be another's, which alone would refuse all. */
async function freshCodes(transaction: Transaction, count: number): Promise<readonly string[]> {
  const codes = new Set<string>()
  while (codes.size < count) {
    while (codes.size < count) codes.add(receiptCode(randomBytes(6)))
    const taken = await transaction.pledge.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
    for (const { code } of taken) codes.delete(code)
  }
  return [...codes]
}
