import type { Campaign, Unit } from '../core/campaign/campaign.ts'
import { withUnits } from '../core/tables/unit-table.ts'
import { Prisma } from './generated/client.ts'
import { storableJson } from './storable.ts'

type Client = Prisma.TransactionClient

/** The campaign as its file and the imported units together have it. */
export interface CampaignView {
  /** As of that revision: read only where it is another than the last one. */
  at(client: Client, revision: number): Promise<Campaign>
  now(client: Client): Promise<Campaign>
}

/** Selects how often units were imported. */
export const unitsRevision = Prisma.sql`COALESCE((SELECT value FROM setting WHERE name = 'units-revision'), '0')::int`

export function createCampaignView(file: Campaign): CampaignView {
  let last: { readonly revision: number; readonly campaign: Campaign } = { revision: 0, campaign: file }

  async function at(client: Client, revision: number): Promise<Campaign> {
    if (revision !== last.revision) last = { revision, campaign: withUnits(file, await readUnits(client)) }
    return last.campaign
  }

  return {
    at,
    async now(client) {
      const [row] = await client.$queryRaw<{ revision: number }[]>`SELECT ${unitsRevision} AS revision`
      return at(client, row?.revision ?? 0)
    },
  }
}

async function readUnits(client: Client): Promise<Unit[]> {
  const rows = await client.importedUnit.findMany({ orderBy: { code: 'asc' } })
  return rows.map(({ updatedAt: _, ...row }) => {
    const given = Object.entries(row).filter(([, value]) => value !== null)
    return Object.fromEntries(given) as unknown as Unit
  })
}

/** Keeps the units, each in the place of what was known of it. */
export async function writeUnits(transaction: Client, units: readonly Unit[], now: Date): Promise<void> {
  const given = units.map((unit) => ({
    code: unit.code,
    name: unit.name,
    short_name: unit.shortName,
    aliases: unit.aliases,
    parent: unit.parent,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    successor: unit.successor,
    staff: unit.staff,
  }))
  await transaction.$executeRaw`
    INSERT INTO imported_unit (code, name, short_name, aliases, parent, valid_from, valid_to, successor, staff, updated_at)
    SELECT code, name, short_name, aliases, parent, valid_from, valid_to, successor, staff, ${now}
    FROM jsonb_to_recordset(${storableJson(given)}::jsonb) AS one(code text, name text, short_name text, aliases text[],
      parent text, valid_from text, valid_to text, successor text, staff int)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, aliases = excluded.aliases,
      parent = excluded.parent, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      successor = excluded.successor, staff = excluded.staff, updated_at = excluded.updated_at`
  await transaction.$executeRaw`
    INSERT INTO setting (name, value) VALUES ('units-revision', '1')
    ON CONFLICT (name) DO UPDATE SET value = to_jsonb((setting.value)::int + 1)`
}
