/** A second, and what the way to the platform may differ from one message to the next. */
const windowMs = 1_020

/**
 * Lets no more than `most` through within a second, whatever was late before: gives 0 where one may go now, else for
 * how many milliseconds it has to wait before it asks again.
 */
export function createSteadyGate(most: number): (now: number) => number {
  const went = new Float64Array(Math.max(1, Math.floor(most))).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0
  return (now) => {
    const waitMs = (went[oldest] ?? 0) + windowMs - now
    if (waitMs > 0) return waitMs
    went[oldest] = now
    oldest = (oldest + 1) % went.length
    return 0
  }
}
