import { afterAll, beforeAll, describe } from 'vitest'
import { startMarquee, type Mode, type RunningMarquee } from '../marquee.ts'
import { describeRedis } from '../redis.ts'

/** Six processes on a machine that is busy otherwise. */
export const startMs = 180_000

/**
 * One suite over the embedded and over the distributed Marquee, each started once for the file. What `suite` is given
 * is filled when its first hook or test runs; before that only `mode` may be read. `env` is every process's.
 */
export function eachMode(
  name: string,
  suite: (marquee: RunningMarquee) => void,
  env: Record<string, string> = {},
): void {
  describe(`${name} (embedded)`, () => suite(running('embedded', env)))
  describeRedis(`${name} (distributed)`, () => suite(running('distributed', env)))
}

function running(mode: Mode, env: Record<string, string>): RunningMarquee {
  const marquee = { mode } as RunningMarquee
  beforeAll(async () => {
    Object.assign(marquee, await startMarquee({ mode, env }))
  }, startMs)
  afterAll(() => (marquee.parts ? marquee.stop() : undefined))
  return marquee
}
