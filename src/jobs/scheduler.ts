import { type Logger, schedule } from 'node-cron'

export interface Job {
  readonly name: string
  /** A cron expression, with seconds first where it has six parts. */
  readonly at: string
  /** Gives counts for the log. */
  run(): Promise<Record<string, number>>
}

export interface JobLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Runs each job at its times, never two of the same at once; the only place that knows node-cron. */
export function startScheduler(jobs: readonly Job[], timezone: string, log: JobLog): { stop(): Promise<void> } {
  const tasks = jobs.map((job) => {
    const logger = loggerOf(job, log)
    const task = schedule(job.at, () => runOnce(job, log), { timezone, noOverlap: true, name: job.name, logger })
    // Who listens says it in their own words.
    task.on('execution:missed', ({ date }) => log.warn({ job: job.name, due: date }, 'job missed its time'))
    return task
  })
  return {
    async stop() {
      for (const task of tasks) await task.destroy()
    },
  }
}

/** What node-cron says by itself, which would go to the console. */
function loggerOf({ name: job }: Job, log: JobLog): Logger {
  return {
    info: (message) => log.info({ job }, message),
    warn: (message) => log.warn({ job }, message),
    error: (message, err) => log.error({ job, err: err ?? message }, 'the scheduler failed'),
    debug: () => undefined,
  }
}

async function runOnce(job: Job, log: JobLog): Promise<void> {
  const began = Date.now()
  try {
    const counts = await job.run()
    if (Object.values(counts).some((count) => count > 0))
      log.info({ job: job.name, ms: Date.now() - began, ...counts }, 'job done')
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed')
  }
}
