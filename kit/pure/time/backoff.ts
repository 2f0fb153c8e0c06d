export type Backoff = { baseMs: number; capMs: number }

/**
 * How long to wait before try number `attempt` + 1 (the first failure is attempt 0): anything between nothing and
 * the exponential bound. Full jitter, because clients that were cut off together must not come back together.
 */
export function fullJitter(attempt: number, { baseMs, capMs }: Backoff, random: () => number = Math.random): number {
  return Math.floor(random() * Math.min(capMs, baseMs * 2 ** Math.max(0, attempt)))
}
