import { randomInt } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readCase } from './cases.ts'
import { mb, replay, runFuzz, type RoundResult } from './round.ts'
import type { Mode } from './servers.ts'

// npm run fuzz -- [--minutes N] [--seed S] [--mode embedded|distributed|both] [--replay FILE]

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string' },
    mode: { type: 'string', default: 'both' },
    replay: { type: 'string' },
  },
})
const print = (line: string) => void process.stdout.write(`${line}\n`)
const seed = Number(values.seed ?? randomInt(1_000_000))
const minutes = Number(values.minutes)
if (!Number.isSafeInteger(seed) || !(minutes > 0) || !['embedded', 'distributed', 'both'].includes(values.mode)) {
  process.stderr.write('--seed is a whole number, --minutes more than 0, --mode one of embedded, distributed, both.\n')
  process.exit(2)
}
if (values.replay !== undefined) {
  const one = readCase(values.replay)
  process.exit(
    (await replay(
      one,
      values.mode === 'both' ? ((one.mode as Mode | undefined) ?? 'embedded') : (values.mode as Mode),
      print,
    )) === 0
      ? 0
      : 1,
  )
}

const interrupted = new AbortController()
// Not once: a terminal and npm both pass a signal on, and the second must not end us while we clean up.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())
const modes: Mode[] = values.mode === 'both' ? ['embedded', 'distributed'] : [values.mode as Mode]
const dir = path.join(tmpdir(), `marquee-fuzz-${seed}`)
print(`seed ${seed}, ${minutes} minutes, ${modes.join(' and ')}; cases that find something go to ${dir}`)
const results: RoundResult[] = []
for (const mode of modes) {
  if (interrupted.signal.aborted) break
  const result = await runFuzz({
    mode,
    seed,
    ms: (minutes * 60_000) / modes.length,
    dir,
    print,
    signal: interrupted.signal,
  })
  results.push(result)
  const { cases, count, measured, worstCpuMs, deaths, findings, codes, memory, honest } = result
  print('')
  print(
    `${mode}, seed ${seed}: ${count} frames and documents in ${cases} cases; ${deaths} ended processes; ${findings.length} kinds of finding`,
  )
  print(
    `${measured} documents measured alone, the worst ${worstCpuMs.toFixed(0)} ms of CPU; in use at rest ${mb(memory.before)} before, ${mb(memory.after)} after (resident ${mb(memory.residentBefore)}, ${mb(memory.residentAfter)})`,
  )
  print(
    `the honest: ${honest.changes} changes and ${honest.queries} queries, the slowest ${honest.slowestChangeMs.toFixed(0)} and ${honest.slowestQueryMs.toFixed(0)} ms`,
  )
  print(
    `answers: ${[...codes]
      .sort(([, a], [, b]) => b - a)
      .map(([code, times]) => `${code} ${times}`)
      .join(', ')}`,
  )
  for (const finding of findings)
    print(`  ${finding.count}x ${finding.what}${finding.file === null ? '' : ` (--replay ${finding.file})`}`)
}
process.exit(results.every(({ findings }) => findings.length === 0) ? 0 : 1)
