import type { App } from './app.ts'
import type { Campaign } from './core/campaign/campaign.ts'
import type { ChannelName } from './core/message.ts'
import { digestAfter } from './core/notices/digest-times.ts'
import type { Seat } from './core/people/person.ts'
import { nextAfter, occurrences } from './core/reminders/occurrences.ts'
import type { Database } from './db/client.ts'
import { createDueStore } from './db/due-store.ts'
import { createSettingStore } from './db/setting-store.ts'
import { createDemoClock, type DemoClock } from './jobs/demo-clock.ts'
import type { DemoControls } from './server/demo.ts'

/** The demonstration: its simulated clock, remembered over restarts, and the levers that the page shows. */
export async function createDemo(
  begin: Date,
  deps: { campaign: Campaign; timezone: string; database: Database; app: App },
): Promise<{ clock: DemoClock; controls: DemoControls }> {
  const settings = createSettingStore(deps.database)
  const due = createDueStore(deps.database)
  const reminders = occurrences(deps.campaign, deps.timezone)
  const clock = await createDemoClock({
    start: begin,
    read: () => settings.read('demo-clock'),
    write: (value) => settings.write('demo-clock', value),
    occurrences: reminders,
    nextDue: async (after) => {
      // At the times of the digests forms that were left are asked about as well.
      const times = [
        nextAfter(after, reminders),
        digestAfter(after, deps.timezone, deps.campaign),
        await due.next(after),
      ]
      return times.reduce((first, time) => (first && time && first < time ? first : (time ?? first)))
    },
    tick: async () => {
      await deps.app.remind()
      await deps.app.nudge()
      await deps.app.drain()
    },
  })
  return { clock, controls: controlsOf(clock) }
}

function controlsOf(clock: DemoClock): DemoControls {
  return {
    seats: ['staff', 'coordinator', 'office', 'owner'],
    state: async () => {
      const nextReminder = clock.nextReminder()
      return { now: clock.now(), ...(nextReminder ? { nextReminder } : {}) }
    },
    advance: async (by) => ({ now: await clock.advance(by) }),
  }
}

/** A visitor's seat is part of their chat's name; a coordinator looks after the campaign's first unit. */
export function seatOfVisitor(campaign: Campaign, channel: ChannelName, userId: string): Seat {
  const seat = channel === 'web' ? userId.split('.').at(-1) : undefined
  if (seat === 'coordinator') return { role: seat, coordinates: campaign.units.slice(0, 1).map((unit) => unit.code) }
  return { role: seat === 'office' || seat === 'owner' ? seat : 'staff' }
}
