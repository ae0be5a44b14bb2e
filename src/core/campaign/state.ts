import { type Day, daysBetween } from './calendar.ts'
import type { Campaign, Phase } from './campaign.ts'

/** Where a campaign stands on a day. Both ends of the period and of each phase belong to it. */
export type CampaignState =
  | { readonly stage: 'before'; readonly next: Phase; readonly daysToStart: number }
  /** `daysLeft` counts from that day to the closing date: 0 on the closing date itself. */
  | { readonly stage: 'phase'; readonly phase: Phase; readonly daysLeft: number }
  | { readonly stage: 'between'; readonly previous: Phase; readonly next: Phase; readonly daysToStart: number }
  | { readonly stage: 'after'; readonly last: Phase; readonly daysSince: number }

/** Where the campaign stands on that day. The start is the first phase's, which may lie before the period's. */
export function stateOn(day: Day, campaign: Campaign): CampaignState {
  const running = campaign.phases.find((phase) => phase.start <= day && day <= phase.close)
  if (running) return { stage: 'phase', phase: running, daysLeft: daysBetween(day, running.close) }

  const next = campaign.phases.find((phase) => day < phase.start)
  const previous = campaign.phases.findLast((phase) => phase.close < day)
  if (next && previous) return { stage: 'between', previous, next, daysToStart: daysBetween(day, next.start) }
  if (next) return { stage: 'before', next, daysToStart: daysBetween(day, next.start) }
  if (previous) return { stage: 'after', last: previous, daysSince: daysBetween(previous.close, day) }
  throw new Error(`Campaign ${campaign.id} has no phases`)
}

/** The phase to which a pledge made on that day belongs: the running one, else the next, else the last. */
export function phaseForPledge(day: Day, campaign: Campaign): Phase {
  const state = stateOn(day, campaign)
  switch (state.stage) {
    case 'phase':
      return state.phase
    case 'before':
    case 'between':
      return state.next
    case 'after':
      return state.last
  }
}

/** Whether a pledge made on that day comes after the closing date of its phase. */
export function isLateOn(day: Day, campaign: Campaign): boolean {
  return day > phaseForPledge(day, campaign).close
}
