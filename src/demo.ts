import type { App } from './app.ts'
import type { Campaign } from './core/campaign/campaign.ts'
import type { ChannelName } from './core/message.ts'
import type { Role } from './core/people/person.ts'
import { occurrences } from './core/reminders/occurrences.ts'
import type { Database } from './db/client.ts'
import { createSettingStore } from './db/setting-store.ts'
import { createDemoClock, type DemoClock } from './jobs/demo-clock.ts'
import type { DemoControls } from './server/demo.ts'

/** The demonstration: its simulated clock, remembered over restarts, and the levers that the page shows. */
export async function createDemo(
  begin: Date,
  deps: { campaign: Campaign; timezone: string; database: Database; app: App },
): Promise<{ clock: DemoClock; controls: DemoControls }> {
  const settings = createSettingStore(deps.database)
  const clock = await createDemoClock({
    start: begin,
    read: () => settings.read('demo-clock'),
    write: (value) => settings.write('demo-clock', value),
    occurrences: occurrences(deps.campaign, deps.timezone),
    tick: async () => {
      await deps.app.remind()
      await deps.app.drain()
    },
  })
  return { clock, controls: controlsOf(clock) }
}

function controlsOf(clock: DemoClock): DemoControls {
  return {
    seats: ['staff', 'coordinator', 'office'],
    state: async () => {
      const nextReminder = clock.nextReminder()
      return { now: clock.now(), ...(nextReminder ? { nextReminder } : {}) }
    },
    advance: async (by) => ({ now: await clock.advance(by) }),
  }
}

/** A visitor's seat is part of their chat's name. */
export function roleOfSeat(channel: ChannelName, userId: string): Role {
  const seat = channel === 'web' ? userId.split('.').at(-1) : undefined
  return seat === 'office' || seat === 'coordinator' ? seat : 'staff'
}
