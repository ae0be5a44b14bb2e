import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import { droppedSaying, type IdleForm, idleSince, nudgeSaying } from '../core/conversation/idle-forms.ts'
import type { ChannelName, OutgoingMessage, Saying } from '../core/message.ts'

type AboutForm = (form: IdleForm, locale: Locale, channel: ChannelName) => readonly OutgoingMessage[]

export interface NudgeOptions {
  readonly forms: {
    nudge(given: { idle: Date; gone: Date; now: Date }, message: AboutForm): Promise<number>
    drop(gone: Date, message: AboutForm): Promise<number>
  }
  readonly campaign: Campaign
  readonly timezone: string
  readonly put: (saying: Saying, locale: Locale, channel: ChannelName) => readonly OutgoingMessage[]
}

/** Asks once about forms that were left, and drops those that nobody came back to; in office hours alone. */
export async function nudgeForms(
  now: Date,
  { forms, campaign, timezone, put }: NudgeOptions,
): Promise<{ nudged: number; dropped: number }> {
  const since = idleSince(now, timezone, campaign)
  if (!since) return { nudged: 0, dropped: 0 }
  const dropped = await forms.drop(since.gone, (form, locale, channel) =>
    put(droppedSaying(form, campaign), locale, channel),
  )
  const nudged = await forms.nudge({ ...since, now }, (form, locale, channel) =>
    put(nudgeSaying(form, timezone, campaign), locale, channel),
  )
  return { nudged, dropped }
}
