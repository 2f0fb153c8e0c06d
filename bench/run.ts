import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fanOut } from './fan-out.bench.ts'
import { federatedQuery } from './federated-query.bench.ts'
import type { Bench, Row } from './lib/bench.ts'
import { startInfrastructure } from './lib/infrastructure.ts'
import { table, writeResults } from './lib/report.ts'
import { memory } from './memory.bench.ts'
import { storm } from './storm.bench.ts'
import { writePath } from './write-path.bench.ts'

const benches: Bench[] = [fanOut, writePath, federatedQuery, storm, memory]
const results = new URL('results.json', import.meta.url)

const usage = `npm run bench [-- name ...] [-- --quick] [-- --profile]
  names:      ${benches.map(({ name }) => name).join(' ')} (default: all)
  --quick     small rounds, about half a minute each, to look at between two edits
  --profile   also sample the servers' CPU; the figures of such a run are too high`

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const names = args.filter((arg) => !arg.startsWith('--'))
  const flags = new Set(args.filter((arg) => arg.startsWith('--')))
  const unknown = [...names.filter((name) => !benches.some((bench) => bench.name === name)), ...[...flags].filter((flag) => !['--quick', '--profile'].includes(flag))]
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}\n${usage}`)
    process.exitCode = 2
    return
  }
  const profileDir = flags.has('--profile') ? path.join(tmpdir(), 'marquee-profiles') : null
  if (profileDir) await mkdir(profileDir, { recursive: true })
  const quick = flags.has('--quick')
  const rows: Row[] = []
  let failed = false
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    // New servers for each: what one bench leaves behind (tables, dirty pages) is not the next one's burden.
    const infrastructure = await startInfrastructure()
    const cutShort = () => {
      infrastructure
        .stop()
        .catch(() => {})
        .finally(() => process.exit(130))
    }
    process.once('SIGINT', cutShort).once('SIGTERM', cutShort)
    try {
      const say = (line: string) => console.error(`${bench.name}: ${line}`)
      rows.push(...(await bench.run({ infrastructure, quick, profileDir, say })))
    } catch (error) {
      failed = true
      console.error(`${bench.name} failed: ${error instanceof Error ? error.stack : String(error)}`)
    } finally {
      process.off('SIGINT', cutShort).off('SIGTERM', cutShort)
      await infrastructure.stop()
    }
  }
  console.log(table(rows))
  // A look in between is no result.
  if (!quick && profileDir === null && names.length === 0 && !failed) await writeResults(results, rows, { quick })
  if (failed) process.exitCode = 1
}

await main()
process.exit()
