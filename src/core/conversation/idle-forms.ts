import { isOfficeHours } from '../broadcasts/send-time.ts'
import { addDays, dayAt, momentOf, timeAt, workingDayOnOrBefore, writeDay } from '../campaign/calendar.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { type Saying, text } from '../message.ts'
import { button } from './menu.ts'

/** A form that nothing has come for in a while. */
export interface IdleForm {
  readonly personId: string
  readonly dialogue: string
  readonly token: string
  readonly updatedAt: Date
}

type Rules = Pick<Campaign, 'holidays' | 'workdays' | 'retention'>

/**
 * Since when nothing must have come for a form that is asked about now (one working day), and for one that is dropped;
 * undefined outside office hours, when nobody is told anything.
 */
export function idleSince(now: Date, timezone: string, campaign: Rules): { idle: Date; gone: Date } | undefined {
  if (!isOfficeHours(now, timezone, campaign)) return undefined
  const before = workingDayOnOrBefore(addDays(dayAt(now, timezone), -1), campaign)
  return {
    idle: momentOf(before, timeAt(now, timezone), timezone),
    gone: new Date(now.getTime() - campaign.retention.drafts * 86_400_000),
  }
}

/** Said once about a form that was left. */
export function nudgeSaying({ token, updatedAt }: IdleForm, timezone: string, { retention }: Rules): Saying {
  const until = writeDay(addDays(dayAt(updatedAt, timezone), retention.drafts))
  return {
    text: [text('form-nudge', { date: writeDay(dayAt(updatedAt, timezone)), until })],
    choices: [[button('resume', 'primary')], [button('discard', 'danger', token)]],
  }
}

/** Said when a form is not kept any longer. */
export function droppedSaying({ dialogue }: IdleForm, { retention }: Rules): Saying {
  const words = [text('form-expired', { days: retention.drafts })]
  return dialogue === 'pledge' ? { text: words, choices: [[button('register', 'primary')]] } : { text: words }
}
