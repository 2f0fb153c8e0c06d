import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bindings } from './bindings.bench.ts'
import { fanIn } from './fan-in.bench.ts'
import { fanOut } from './fan-out.bench.ts'
import { federatedQuery } from './federated-query.bench.ts'
import { hostile } from './hostile.bench.ts'
import type { Bench, Row } from './lib/bench.ts'
import { startInfrastructure } from './lib/infrastructure.ts'
import { killAll, takeDeaths } from './lib/processes.ts'
import { summary, table, writeResults } from './lib/report.ts'
import { liveQueries } from './live-queries.bench.ts'
import { memory } from './memory.bench.ts'
import { propagation } from './propagation.bench.ts'
import { runs } from './runs.bench.ts'
import { schedules } from './schedules.bench.ts'
import { stalled } from './stalled.bench.ts'
import { stop } from './stop.bench.ts'
import { storm } from './storm.bench.ts'
import { tree } from './tree.bench.ts'
import { writePath } from './write-path.bench.ts'

const benches: Bench[] = [
  fanOut,
  fanIn,
  propagation,
  writePath,
  federatedQuery,
  storm,
  stalled,
  stop,
  hostile,
  liveQueries,
  memory,
  tree,
  bindings,
  runs,
  schedules,
]
/** So long no bench takes on a machine of its own; one that does hangs. */
const benchMs = 10 * 60_000
const results = new URL('results.json', import.meta.url)

const usage = `npm run bench [-- name ...] [-- --quick] [-- --profile]
  names:      ${benches.map(({ name }) => name).join(' ')} (default: all)
  --quick     small rounds, about half a minute each, to look at between two edits
  --profile   also sample the servers' CPU; the figures of such a run are too high`

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const names = args.filter((arg) => !arg.startsWith('--'))
  const flags = new Set(args.filter((arg) => arg.startsWith('--')))
  const unknown = [
    ...names.filter((name) => !benches.some((bench) => bench.name === name)),
    ...[...flags].filter((flag) => !['--quick', '--profile'].includes(flag)),
  ]
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}\n${usage}`)
    process.exitCode = 2
    return
  }
  const profileDir = flags.has('--profile') ? path.join(tmpdir(), 'marquee-profiles') : null
  if (profileDir) await mkdir(profileDir, { recursive: true })
  const quick = flags.has('--quick')
  const rows: Row[] = []
  const failed: string[] = []
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    // New servers for each: what one bench leaves behind (tables, dirty pages) is not the next one's burden.
    const infrastructure = await startInfrastructure()
    const cutShort = (reason: unknown) => {
      console.error(`${bench.name} is cut short:`, reason)
      infrastructure
        .stop()
        .catch(() => {})
        .finally(() => process.exit(130))
    }
    process.once('SIGINT', cutShort).once('SIGTERM', cutShort).once('uncaughtException', cutShort)
    takeDeaths()
    try {
      const say = (line: string) => console.error(`${bench.name}: ${line}`)
      const begun = performance.now()
      rows.push(...(await inTime(bench.run({ infrastructure, quick, profileDir, say }))))
      say(`done after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
    } catch (error) {
      failed.push(bench.name)
      console.error(
        [`${bench.name} failed: ${error instanceof Error ? error.stack : String(error)}`, ...takeDeaths()].join('\n'),
      )
    } finally {
      // Nothing is left where all went well; one that hangs must not burden the next.
      killAll()
      process.off('SIGINT', cutShort).off('SIGTERM', cutShort).off('uncaughtException', cutShort)
      await infrastructure.stop()
    }
  }
  console.log(`${table(rows)}\n\n${summary(rows, failed)}`)
  // A look in between is no result.
  if (!quick && profileDir === null && names.length === 0) await writeResults(results, rows, { failed })
  if (failed.length > 0) process.exitCode = 1
}

async function inTime(rows: Promise<Row[]>): Promise<Row[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${benchMs / 60_000} minutes`)), benchMs)
  })
  return await Promise.race([rows, late]).finally(() => clearTimeout(timer))
}

await main()
process.exit()
