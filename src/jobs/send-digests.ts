import { isOfficeHours } from '../core/broadcasts/send-time.ts'
import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import type { ChannelName, OutgoingMessage, Saying } from '../core/message.ts'
import { digestSaying, type Gathered } from '../core/notices/digest.ts'

/** What telling needs of the database room. */
interface Notices {
  gather(): Promise<number>
  due(now: Date): Promise<string[]>
  tell(
    personId: string,
    now: Date,
    message: (gathered: Gathered, locale: Locale, channel: ChannelName) => readonly OutgoingMessage[],
  ): Promise<boolean>
}

export interface DigestOptions {
  readonly notices: Notices
  readonly campaign: Campaign
  readonly timezone: string
  readonly put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[]
}

/** Tells everyone for whom something has gathered and is due, in office hours, in one message each; gives how many. */
export async function sendDigests(now: Date, options: DigestOptions): Promise<{ told: number }> {
  const { notices, campaign, timezone, put } = options
  await notices.gather()
  if (!isOfficeHours(now, timezone, campaign)) return { told: 0 }
  let told = 0
  for (const person of await notices.due(now)) {
    const isTold = await notices.tell(person, now, (gathered, locale, channel) => {
      const saying = digestSaying(gathered, campaign, locale)
      return saying ? put(saying, locale, channel) : []
    })
    if (isTold) told += 1
  }
  return { told }
}
