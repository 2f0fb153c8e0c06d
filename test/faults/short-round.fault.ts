import { expect, it } from 'vitest'
import { runFaults } from './round.ts'
import { describeRedis } from '../support/redis.ts'

// The short round; `npm run faults` is the long one. It brings a Postgres and a Redis of its own, because it kills them.
const seed = 20_261_121
const print = (line: string) => void process.stdout.write(`${line}\n`)

describeRedis('faults', () => {
  it(
    'eight faults of eight kinds leave every screen on the state in Postgres, and every acknowledged write in the log once',
    { timeout: 900_000 },
    async () => {
      const { wrongs, done, acknowledged } = await runFaults({
        faults: 8,
        seed,
        subscribers: 60,
        holdMsMax: 2500,
        print,
      })
      expect(wrongs).toEqual([])
      expect(done).toBeGreaterThan(0)
      expect(acknowledged).toBeGreaterThan(0)
    },
  )

  // A second try, because on a busy machine an unsafe gateway can be wrong before anything was broken.
  it(
    'gateways without gap check and sweep are right until something breaks, and then found to have lost states',
    { timeout: 300_000, retry: 1 },
    async () => {
      const { soundWithoutFaults, lostStates } = await runFaults({
        faults: 1,
        seed,
        subscribers: 60,
        negative: true,
        print,
      })
      expect(soundWithoutFaults).toBe(true)
      expect(lostStates).toBeGreaterThan(0)
    },
  )
})
