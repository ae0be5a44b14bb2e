import { createHash } from 'node:crypto'
import { type Campaign, campaignSchema } from '../core/campaign/campaign.ts'
import type { Database } from './client.ts'

export interface CampaignStore {
  /** Stores a campaign file's content. Loading the same again changes nothing; otherwise says which parts changed. */
  load(campaign: Campaign, now: Date): Promise<{ changed: string[] | 'new' }>
  /** The campaign as last loaded. */
  read(id: string): Promise<Campaign | undefined>
}

export function createCampaignStore({ prisma }: Pick<Database, 'prisma'>): CampaignStore {
  return {
    async load(campaign, now) {
      const digest = digestOf(campaign)
      const before = await prisma.campaign.findUnique({ where: { id: campaign.id } })
      if (before?.digest === digest) return { changed: [] }
      const data = { content: campaign as object, digest, loadedAt: now }
      await prisma.campaign.upsert({ where: { id: campaign.id }, create: { id: campaign.id, ...data }, update: data })
      return { changed: before ? changedParts(before.content as Record<string, unknown>, campaign) : 'new' }
    },
    async read(id) {
      const row = await prisma.campaign.findUnique({ where: { id } })
      return row ? campaignSchema.parse(row.content) : undefined
    },
  }
}

function changedParts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...parts].filter((part) => canonical(before[part]) !== canonical(after[part])).sort()
}

function digestOf(campaign: Campaign): string {
  return createHash('sha256').update(canonical(campaign)).digest('hex')
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
