import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt, isFatalClose, step, timing, type ConnectionInput, type ConnectionState } from './connection-state.ts'

const around = (now: number, random = 1) => ({ now, random: () => random })

/** Walks through `[at, input]` pairs and returns the last state and all effects. */
function walk(inputs: [number, ConnectionInput][], random = 1) {
  let state: ConnectionState = { phase: 'idle' }
  const effects: string[] = []
  for (const [at, input] of inputs) {
    const next = step(state, input, around(at, random))
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

const wanted = { type: 'wanted' } as const
const acked = { type: 'acked' } as const
const due = { type: 'due' } as const
const heard = { type: 'heard' } as const
const closed = (code: number) => ({ type: 'closed', code }) as const

describe('the connection', () => {
  it('opens once for the first feed and hangs up after the last', () => {
    expect(
      walk([
        [0, wanted],
        [1, wanted],
        [2, acked],
        [3, wanted],
      ]).effects,
    ).toEqual(['connect'])
    expect(
      walk([
        [0, wanted],
        [2, acked],
        [3, { type: 'unwanted' }],
      ]),
    ).toEqual({ state: { phase: 'idle' }, effects: ['connect', 'hang-up'] })
  })

  it('waits longer after every failure, up to ten seconds', () => {
    let state: ConnectionState = step({ phase: 'idle' }, wanted, around(0)).state
    const waits: number[] = []
    for (let failure = 0; failure < 9; failure += 1) {
      state = step(state, closed(1006), around(0)).state
      waits.push(dueAt(state)!)
      state = step(state, due, around(0)).state
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 10000, 10000, 10000])
  })

  it('comes back within a second, anywhere in it, from a server that restarts, however often it was lost before', () => {
    const lost: [number, ConnectionInput][] = [
      [0, wanted],
      [0, closed(1006)],
      [0, due],
      [0, closed(1006)],
      [0, due],
      [0, closed(1006)],
      [0, due],
      [0, acked],
      [0, closed(1012)],
    ]
    expect([0, 0.5, 0.999].map((random) => dueAt(walk(lost, random).state))).toEqual([0, 500, 999])
  })

  it('starts anew only after a connection that held', () => {
    const failedTwice: [number, ConnectionInput][] = [
      [0, wanted],
      [0, closed(1006)],
      [0, due],
      [0, closed(1006)],
      [0, due],
      [0, acked],
    ]
    expect(walk([...failedTwice, [timing.stableMs - 1, closed(1006)]]).state).toMatchObject({ attempt: 3 })
    expect(walk([...failedTwice, [timing.stableMs, closed(1006)]]).state).toMatchObject({ attempt: 1 })
  })

  it('finds out that nobody is at the other end', () => {
    const quiet: [number, ConnectionInput][] = [
      [0, wanted],
      [0, acked],
      [15_000, due],
    ]
    expect(walk(quiet).effects).toEqual(['connect', 'ping'])
    expect(walk([...quiet, [25_000, due]]).effects).toEqual(['connect', 'ping', 'hang-up', 'lost'])
    expect(walk([...quiet, [20_000, heard]]).state).toMatchObject({ phase: 'open', pinged: false, dueAt: 35_000 })
  })

  it('gives up on a server that takes the socket and does not answer', () => {
    expect(
      walk([
        [0, wanted],
        [timing.openingMs, due],
      ]).effects,
    ).toEqual(['connect', 'hang-up', 'lost'])
  })

  it('does not sit out the pause when the network is back, and asks at once whether an open socket still lives', () => {
    expect(
      walk([
        [0, wanted],
        [0, closed(1006)],
        [10, { type: 'nudged' }],
      ]),
    ).toMatchObject({ state: { phase: 'opening' }, effects: ['connect', 'lost', 'connect'] })
    expect(
      walk([
        [0, wanted],
        [0, acked],
        [10, { type: 'nudged' }],
      ]),
    ).toMatchObject({ state: { dueAt: 3_010 }, effects: ['connect', 'ping'] })
  })

  it('fails the feeds on the codes that mean the same next time, and comes back after all others', () => {
    for (const code of [4400, 4401, 4406, 4409]) {
      expect(
        walk([
          [0, wanted],
          [1, closed(code)],
        ]),
      ).toEqual({ state: { phase: 'idle' }, effects: ['connect', 'fail'] })
    }
    for (const code of [1000, 1001, 1006, 1011, 1012, 4403, 4429, 4500]) {
      expect(
        walk([
          [0, wanted],
          [1, acked],
          [1, closed(code)],
        ]),
      ).toMatchObject({ state: { phase: 'waiting' }, effects: ['connect', 'lost'] })
    }
    expect(
      walk(
        [
          [0, wanted],
          [0, acked],
          [0, closed(4429)],
        ],
        0,
      ).state,
    ).toMatchObject({ dueAt: timing.rateLimitedMs })
  })

  it('always knows when to look again, whatever happens in whatever order', () => {
    const input: fc.Arbitrary<ConnectionInput> = fc.oneof(
      fc.constantFrom<ConnectionInput>(
        wanted,
        { type: 'unwanted' },
        acked,
        heard,
        due,
        { type: 'pinged' },
        { type: 'nudged' },
      ),
      fc.constantFrom(1000, 1001, 1006, 1011, 1012, 4400, 4401, 4403, 4406, 4409, 4429).map(closed),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(40_000), input, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), {
          maxLength: 60,
        }),
        (inputs) => {
          let state: ConnectionState = { phase: 'idle' }
          let now = 0
          let hasSocket = false
          for (const [pass, what, random] of inputs) {
            now += pass
            if (what.type === 'closed') hasSocket = false
            const next = step(state, what, around(now, random))
            state = next.state
            for (const effect of next.effects) {
              if (effect === 'connect') {
                expect(hasSocket).toBe(false)
                hasSocket = true
              }
              if (effect === 'hang-up') hasSocket = false
              if (effect === 'fail') expect(what.type === 'closed' && isFatalClose(what.code)).toBe(true)
            }
            if (state.phase === 'idle' || state.phase === 'waiting') expect(hasSocket).toBe(false)
            if (state.phase === 'idle') expect(dueAt(state)).toBeNull()
            else expect(dueAt(state)! - now).toBeLessThanOrEqual(timing.backoff.capMs + timing.rateLimitedMs)
          }
        },
      ),
    )
  })
})
