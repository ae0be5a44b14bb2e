import { randomUUID } from 'node:crypto'
import type { Effect, Turn } from '../core/conversation/turn.ts'
import { digestAfter } from '../core/notices/digest-times.ts'
import { mayEnter, storedWhose } from '../core/pledges/whose.ts'
import { nameKey } from '../core/tables/roster.ts'
import { enteredNotices } from './entered-pledges.ts'
import { Prisma } from './generated/client.ts'
import { chosenLanguage } from './meet.ts'
import { listedName, subjectKey, subjectOf } from './pledge-subject.ts'
import { storableJson } from './storable.ts'

interface Change {
  readonly turn: Turn
  readonly effect: Effect
}

/** What most turns change: pledges that are sent, with the consents and what the person said about themself. */
const usual: ReadonlySet<Effect['kind']> = new Set(['submit-pledge', 'consent', 'profile', 'reminders', 'locale'])

export function isUsual({ kind }: Effect): boolean {
  return usual.has(kind)
}

/** Writes the usual effects of many turns, at most one turn of each person, in one statement. */
export async function writeUsual(transaction: Prisma.TransactionClient, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const pledges = changes.flatMap(pledgeOf)
  const consents = changes.flatMap(consentOf)
  // Named beside what is said of them, so that no plan reads everybody to find these few.
  const ids = changes.map(({ turn }) => turn.person.id)
  const switched = changes.flatMap(({ turn, effect }) => (effect.kind === 'locale' ? [turn.person.id] : []))
  await transaction.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${storableJson(pledges)}::jsonb) AS one(id text, code text, campaign_id text,
        phase text, person_id text, state text, late boolean, via text, name_key text, for_other boolean, content jsonb,
        at timestamptz, told_at timestamptz)),
    placed AS (
      SELECT given.id, one.*, ${subjectOf(source)} AS subject_id
      FROM given, jsonb_to_record(content) AS one(subject text, name text, unit text, titles text[], commendations text[],
        position text, representative text, "staffCount" int, topic text, targets text, notes text)),
    pledges AS (
      INSERT INTO pledge (id, code, campaign_id, phase, person_id, state, late, via, name_key, for_other, subject_id,
        name, created_at, updated_at,
        subject, unit, titles, commendations, position, representative, staff_count, topic, targets, notes)
      SELECT id, code, campaign_id, phase, person_id, state, late, via, name_key, for_other, subject_id,
        ${listedName(Prisma.sql`placed.name`, source.key, Prisma.sql`placed.subject_id`)}, at, at,
        subject, unit, titles, commendations, position, representative, "staffCount", topic, targets, notes
      FROM given JOIN placed USING (id)
      RETURNING id, person_id, subject_id),
    told AS (${enteredNotices}),
    events AS (
      INSERT INTO pledge_event (pledge_id, kind, by_person, content, at) SELECT id, state, person_id, content, at FROM given),
    noted AS (
      INSERT INTO audit (at, by_person, action, kind, about, after)
      SELECT at, person_id, 'submit', 'pledge', id, jsonb_build_object('state', state, 'unit', content->'unit',
        'titles', content->'titles', 'commendations', content->'commendations')
      FROM given),
    consents AS (
      INSERT INTO consent (person_id, purpose, version, given, channel, way, at)
      SELECT person_id, purpose, version, given, channel, way, at
      FROM jsonb_array_elements(${storableJson(consents)}::jsonb) WITH ORDINALITY AS listed(one, place),
        jsonb_to_record(one) AS fields(person_id text, purpose text, version text, given boolean, channel text, way text,
          at timestamptz)
      ORDER BY place),
    given_people AS (
      SELECT * FROM jsonb_to_recordset(${storableJson(peopleOf(changes))}::jsonb)
        AS one(id text, name text, name_key text, unit text, off boolean, locale text)),
    chosen AS (
      UPDATE account SET language = ${chosenLanguage} FROM given_people one
      WHERE account.person_id = ANY(${switched}) AND account.person_id = one.id)
    UPDATE person SET name = ${declared(Prisma.sql`name`)}, name_key = ${declared(Prisma.sql`name_key`)},
      unit = ${declared(Prisma.sql`unit`)},
      reminders_off = COALESCE(one.off, person.reminders_off), locale = COALESCE(one.locale, person.locale)
    FROM given_people one
    WHERE person.id = ANY(${ids}) AND person.id = one.id`
}

const source = {
  key: Prisma.sql`given.name_key`,
  unit: Prisma.sql`one.unit`,
  sender: Prisma.sql`given.person_id`,
  forOther: Prisma.sql`given.for_other`,
}

/** Of whom somebody else has said who they are, that stays: another unit would be another standing. */
function declared(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN person.standing = 'verified' THEN person.${column} ELSE COALESCE(one.${column}, person.${column}) END`
}

function pledgeOf({ turn, effect }: Change) {
  if (effect.kind !== 'submit-pledge') return []
  const { code, phase, late, content, forOther, via } = effect
  // Asked for again here: nothing reaches into another coordinator's unit.
  if (!mayEnter(turn.person, content.unit, storedWhose({ subject: content.subject, forOther }), turn.campaign))
    throw new Error('This pledge is not for this person to enter')
  const toldAt = digestAfter(turn.now, turn.timezone, turn.campaign)
  const whose = { campaign_id: turn.campaign.id, person_id: turn.person.id, name_key: subjectKey(content) }
  return [
    {
      id: randomUUID(),
      code,
      phase,
      late,
      content,
      via,
      for_other: forOther,
      state: 'submitted',
      ...{ at: turn.now, told_at: toldAt },
      ...whose,
    },
  ]
}

function consentOf({ turn, effect }: Change) {
  if (effect.kind !== 'consent') return []
  const { purpose, version, given, way } = effect
  const said = { purpose, version, given, way, channel: turn.update.address.channel }
  return [{ person_id: turn.person.id, ...said, at: turn.now }]
}

function declaredOf({ name, unit }: { readonly name?: string; readonly unit?: string }): object {
  return { name, unit, name_key: name === undefined ? undefined : nameKey(name) }
}

/** What is said last about a person holds. */
function peopleOf(changes: readonly Change[]): object[] {
  const people = new Map<string, object>()
  for (const { turn, effect } of changes) {
    const { id } = turn.person
    if (effect.kind === 'profile') people.set(id, { ...people.get(id), id, ...declaredOf(effect) })
    if (effect.kind === 'reminders') people.set(id, { ...people.get(id), id, off: effect.off })
    if (effect.kind === 'locale') people.set(id, { ...people.get(id), id, locale: effect.locale })
  }
  return [...people.values()]
}
