import { nextAfter, type Occurrence } from '../core/reminders/occurrences.ts'

export type Advance = 'hour' | 'day' | 'week' | 'next-reminder'

/** A clock that starts inside the campaign, runs on with the real one, stands still while we are down, and can be put forward. */
export interface DemoClock {
  now(): Date
  /** Puts the clock forward, stopping wherever something falls due on the way so that it is sent as it would have been. */
  advance(by: Advance): Promise<Date>
  nextReminder(): Date | undefined
  /** Remembers the time, to go on from there after a restart. */
  save(): Promise<void>
}

export interface DemoClockOptions {
  /** Where the demonstration begins. A new one, unlike that of the time remembered, begins anew. */
  readonly start: Date
  readonly read: () => Promise<unknown>
  readonly write: (value: { start: string; now: string }) => Promise<void>
  readonly occurrences: readonly Occurrence[]
  /** The first time after that at which something falls due, reminders among it. */
  readonly nextDue: (after: Date) => Promise<Date | undefined>
  /** Does what is due at the clock's time. */
  readonly tick: () => Promise<void>
}

const hourMs = 60 * 60 * 1000
const steps = { hour: hourMs, day: 24 * hourMs, week: 7 * 24 * hourMs } as const

export async function createDemoClock(options: DemoClockOptions): Promise<DemoClock> {
  const { start, occurrences } = options
  let offsetMs = (await remembered(options)).getTime() - Date.now()

  const now = () => new Date(Date.now() + offsetMs)
  const setTo = (time: Date) => {
    offsetMs = time.getTime() - Date.now()
  }
  const save = () => options.write({ start: start.toISOString(), now: now().toISOString() })

  return {
    now,
    save,
    nextReminder: () => nextAfter(now(), occurrences),
    async advance(by) {
      const target =
        by === 'next-reminder' ? (nextAfter(now(), occurrences) ?? now()) : new Date(now().getTime() + steps[by])
      // What has gathered so far gets its time before the clock moves.
      await options.tick()
      for (let next = await options.nextDue(now()); next && next <= target; next = await options.nextDue(now())) {
        setTo(next)
        await options.tick()
      }
      if (now() < target) setTo(target)
      await options.tick()
      await save()
      return now()
    },
  }
}

async function remembered({ start, read }: DemoClockOptions): Promise<Date> {
  const value = await read()
  if (typeof value !== 'object' || value === null || !('start' in value) || !('now' in value)) return start
  if (value.start !== start.toISOString() || typeof value.now !== 'string') return start
  return new Date(value.now)
}
