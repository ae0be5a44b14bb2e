import { createHash } from 'node:crypto'
import { type Campaign, campaignSchema } from '../core/campaign/campaign.ts'
import { record } from './audit.ts'
import type { Database } from './client.ts'

export interface CampaignStore {
  /** Stores a campaign and the text it was read from. Loading the same again changes nothing; else says what changed. */
  load(campaign: Campaign, text: string, now: Date): Promise<{ changed: string[] | 'new' }>
  /** The campaign that was loaded from exactly this text, where it still is what we call a campaign. */
  find(text: string): Promise<Campaign | undefined>
}

export function createCampaignStore({ prisma }: Pick<Database, 'prisma'>): CampaignStore {
  return {
    async load(campaign, text, now) {
      const before = await prisma.campaign.findUnique({ where: { id: campaign.id } })
      const changed = before ? changedParts(before.content as Record<string, unknown>, campaign) : 'new'
      const data = { content: campaign as object, digest: digestOf(text), loadedAt: now }
      const { id } = campaign
      await prisma.$transaction(async (transaction) => {
        if (changed.length > 0 || before?.digest !== data.digest)
          await transaction.campaign.upsert({ where: { id }, create: { id, ...data }, update: data })
        if (changed.length === 0) return
        const after = { changed, ...datesOf(campaign) }
        const was = before && datesOf(before.content as Partial<Campaign>)
        await record(transaction, null, now, [{ action: 'load', kind: 'campaign', about: id, before: was, after }])
      })
      return { changed }
    },
    async find(text) {
      const row = await prisma.campaign.findFirst({ where: { digest: digestOf(text) } })
      return row ? campaignSchema.safeParse(row.content).data : undefined
    },
  }
}

/** The dates on which others rely. */
function datesOf({ period, phases, milestones }: Partial<Campaign>) {
  return {
    period: period && { start: period.start, end: period.end },
    phases: phases?.map(({ id, start, close }) => ({ id, start, close })),
    milestones: milestones?.map(({ id, date }) => ({ id, date })),
  }
}

function changedParts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...parts].filter((part) => canonical(before[part]) !== canonical(after[part])).sort()
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The same text for the same content: JSON columns do not keep the order of keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  )
}
