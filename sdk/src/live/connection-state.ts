import { fullJitter, type Backoff } from '../retry.ts'

/*
 * The life of the one socket that all feeds share, without the socket: `step` answers what to do, connection.ts does
 * it. Nothing else moves the state.
 *
 *   idle ──wanted──> opening ──acked──> open ──closed/due──> waiting ──due/nudged──> opening
 *     ^                 └──closed/due──> waiting                |
 *     └───────────────── unwanted (nobody follows any more) ────┘   and a fatal close code, which fails every feed
 */

export type ConnectionState =
  | { phase: 'idle' }
  /** From creating the socket to connection_ack. */
  | { phase: 'opening'; attempt: number; dueAt: number }
  | { phase: 'open'; attempt: number; ackedAt: number; pinged: boolean; dueAt: number }
  | { phase: 'waiting'; attempt: number; dueAt: number }

export type ConnectionInput =
  | { type: 'wanted' }
  | { type: 'unwanted' }
  | { type: 'acked' }
  /** Any frame at all: the other end lives. */
  | { type: 'heard' }
  | { type: 'pinged' }
  | { type: 'closed'; code: number }
  /** The clock reached the state's `dueAt`. */
  | { type: 'due' }
  /** The network came back or the page became visible: do not sit out the pause. */
  | { type: 'nudged' }

/** `lost` tells the feeds, `fail` ends them; `hang-up` forgets the socket whether or not it answers. */
export type ConnectionEffect = 'connect' | 'ping' | 'hang-up' | 'lost' | 'fail'

export type Surroundings = { now: number; random: () => number }

export const timing = {
  backoff: { baseMs: 250, capMs: 10_000 } satisfies Backoff,
  /** A connection that held this long was a good one: the next failure starts the back-off anew. */
  stableMs: 10_000,
  openingMs: 10_000,
  pingEveryMs: 15_000,
  pongWithinMs: 10_000,
  /** After a nudge: the user is looking, or the network has just changed under the socket. */
  nudgedPongWithinMs: 3_000,
  rateLimitedMs: 5_000,
  /** A server that restarts has sent all its clients away at once: they come back spread over this time. */
  restartSpreadMs: 1_000,
}

/** Service restart: another server is there, or this one soon is. */
const restartCode = 1012

/** Close codes after which the same words would get the same answer. 4403 is not one: a new key may be let in. */
const fatalCodes = new Set([4400, 4401, 4406, 4409])

export function isFatalClose(code: number): boolean {
  return fatalCodes.has(code)
}

/** When `due` has to be sent, or null where nothing is waited for. */
export function dueAt(state: ConnectionState): number | null {
  return state.phase === 'idle' ? null : state.dueAt
}

type Step = { state: ConnectionState; effects: ConnectionEffect[] }

export function step(state: ConnectionState, input: ConnectionInput, around: Surroundings): Step {
  switch (input.type) {
    case 'wanted':
      return state.phase === 'idle' ? open(0, around) : stay(state)
    case 'unwanted':
      return {
        state: { phase: 'idle' },
        effects: state.phase === 'opening' || state.phase === 'open' ? ['hang-up'] : [],
      }
    case 'acked':
      if (state.phase !== 'opening') return stay(state)
      return stay({
        phase: 'open',
        attempt: state.attempt,
        ackedAt: around.now,
        pinged: false,
        dueAt: around.now + timing.pingEveryMs,
      })
    case 'heard':
      return stay(state.phase === 'open' ? { ...state, pinged: false, dueAt: around.now + timing.pingEveryMs } : state)
    case 'pinged':
      return stay(state.phase === 'open' ? awaitPong(state, timing.pongWithinMs, around) : state)
    case 'closed':
      return closed(state, input.code, around)
    case 'due':
      return due(state, around)
    case 'nudged':
      if (state.phase === 'waiting') return open(state.attempt, around)
      if (state.phase !== 'open') return stay(state)
      return { state: awaitPong(state, timing.nudgedPongWithinMs, around), effects: ['ping'] }
  }
}

function due(state: ConnectionState, around: Surroundings): Step {
  switch (state.phase) {
    case 'idle':
      return stay(state)
    case 'waiting':
      return open(state.attempt, around)
    case 'opening':
      return { state: wait(state, 0, around), effects: ['hang-up', 'lost'] }
    case 'open':
      // A half-open connection: the socket says nothing is wrong, and nobody is there.
      if (state.pinged) return { state: wait(state, 0, around), effects: ['hang-up', 'lost'] }
      return { state: awaitPong(state, timing.pongWithinMs, around), effects: ['ping'] }
  }
}

function closed(state: ConnectionState, code: number, around: Surroundings): Step {
  if (state.phase !== 'opening' && state.phase !== 'open') return stay(state)
  if (isFatalClose(code)) return { state: { phase: 'idle' }, effects: ['fail'] }
  const next = wait(state, code === 4429 ? timing.rateLimitedMs : 0, around)
  // However often it restarts, nothing is wrong: neither longer and longer nor at once.
  if (code === restartCode) next.dueAt = around.now + Math.floor(around.random() * timing.restartSpreadMs)
  return { state: next, effects: ['lost'] }
}

type Connected = Extract<ConnectionState, { phase: 'opening' | 'open' }>

function wait(
  state: Connected,
  atLeastMs: number,
  around: Surroundings,
): Extract<ConnectionState, { phase: 'waiting' }> {
  const stable = state.phase === 'open' && around.now - state.ackedAt >= timing.stableMs
  const failures = stable ? 0 : state.attempt
  return {
    phase: 'waiting',
    attempt: failures + 1,
    dueAt: around.now + atLeastMs + fullJitter(failures, timing.backoff, around.random),
  }
}

function open(attempt: number, around: Surroundings): Step {
  return { state: { phase: 'opening', attempt, dueAt: around.now + timing.openingMs }, effects: ['connect'] }
}

function awaitPong(
  state: Extract<ConnectionState, { phase: 'open' }>,
  withinMs: number,
  around: Surroundings,
): ConnectionState {
  const dueAt = around.now + withinMs
  return { ...state, pinged: true, dueAt: state.pinged ? Math.min(state.dueAt, dueAt) : dueAt }
}

function stay(state: ConnectionState): Step {
  return { state, effects: [] }
}
