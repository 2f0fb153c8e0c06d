/**
 * Every budget that bounds what a client may cost. One row is one budget: docs/guides/limits.md is generated from this
 * table, `readEnv` reads an override for each from `MARQUEE_LIMIT_<KEY_IN_UPPER_SNAKE_CASE>`, and the code that
 * enforces it takes the value from `Limits`. A budget is checked before the work is done.
 */
export type LimitRow = {
  /** What is bounded; a noun phrase. */
  what: string
  unit: string
  default: number
  min: number
  max: number
  /** What the client meets past it: an error code, a close code or an HTTP status, and what happens then. */
  past: string
}

export const limitTable = {
  socketsPerProcess: {
    what: 'Open WebSockets of one process',
    unit: 'sockets', default: 50_000, min: 1, max: 1_000_000,
    past: 'HTTP 503 with `Retry-After`',
  },
  operationsPerSocket: {
    what: 'Operations open at once on one socket',
    unit: 'operations', default: 1000, min: 1, max: 100_000,
    past: '`LIMIT_REACHED`; the socket stays open',
  },
  messageBytes: {
    what: 'One message from a client over a WebSocket',
    unit: 'bytes', default: 1_048_576, min: 1024, max: 16_777_216,
    past: 'close code 1009',
  },
} as const satisfies Record<string, LimitRow>

export type LimitName = keyof typeof limitTable
export type Limits = { readonly [name in LimitName]: number }

export const limitNames = Object.keys(limitTable) as LimitName[]

export const defaultLimits: Limits = Object.freeze(
  Object.fromEntries(limitNames.map((name) => [name, limitTable[name].default])),
) as Limits

/** The environment variable that overrides a budget. */
export const limitVariable = (name: LimitName): string => `MARQUEE_LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
