import type { Campaign } from '../core/campaign/campaign.ts'
import { dueAt, type Occurrence, occurrences } from '../core/reminders/occurrences.ts'

/** What reminding needs of the database room. */
interface Reminders {
  pending(all: readonly Occurrence[]): Promise<Occurrence[]>
  fire(occurrence: Occurrence, now: Date): Promise<number>
  expire(occurrence: Occurrence, now: Date): Promise<void>
}

/** Sends every reminder that is due at that moment; gives how many people were told and how many dates were missed. */
export async function fireReminders(
  campaign: Campaign,
  timezone: string,
  now: Date,
  reminders: Reminders,
): Promise<{ people: number; fired: number; expired: number }> {
  const pending = await reminders.pending(occurrences(campaign, timezone).filter((one) => one.dueAt <= now))
  const { fire, expire } = dueAt(now, pending)
  for (const occurrence of expire) await reminders.expire(occurrence, now)
  let people = 0
  for (const occurrence of fire) people += await reminders.fire(occurrence, now)
  return { people, fired: fire.length, expired: expire.length }
}
