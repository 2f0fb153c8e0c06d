/** Where the time comes from. Rules never read it themselves; they are told `now` by whoever holds a clock. */
export type Clock = { now(): Date }

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }
