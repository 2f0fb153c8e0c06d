import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { describeRedis } from '../support/redis.ts'
import { runFuzz } from './round.ts'
import type { Mode } from './servers.ts'

// The short rounds; `npm run fuzz` is the long one. Every run has the same cases, so that a failure is one everywhere.
const seed = 20_261_129
const ms = 45_000
const print = (line: string) => void process.stdout.write(`${line}\n`)

describeRedis('fuzz', () => {
  it.each<Mode>(['embedded', 'distributed'])(
    'whatever strangers send ends no process, is answered by the rules, and leaves the honest alone (%s)',
    { timeout: 600_000 },
    async (mode) => {
      const { count, measured, honest, findings } = await runFuzz({
        mode,
        seed,
        ms,
        dir: path.join(tmpdir(), `marquee-fuzz-${seed}`),
        print,
      })
      print(
        `fuzz, ${mode}: ${count} frames and documents, ${measured} documents measured alone, ${honest.changes} honest changes; seed ${seed}`,
      )
      expect(findings.map(({ what, index, file }) => `${what} (case ${index}, ${file})`)).toEqual([])
      expect(Math.min(count, measured, honest.changes)).toBeGreaterThan(0)
    },
  )
})
