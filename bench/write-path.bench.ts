import path from 'node:path'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, medianRatio, percentile } from './lib/statistics.ts'
import type { Written } from './load/writers.ts'

/** patchProps per second through the gateway, against the same statements sent straight to Postgres. */
export const writePath: Bench = { name: 'write-path', run }

const instances = 1024
const goals = { embedded: 0.6, distributed: 0.35 }

type Side = { name: 'embedded' | 'distributed' | 'bare'; write(writers: number, ms: number): Promise<Written> }

async function run(context: BenchContext): Promise<Row[]> {
  const load = startLoadClient()
  const embedded = await startMarquee(context, 'embedded')
  const distributed = await startMarquee(context, 'distributed').catch(async (error: unknown) => {
    await embedded.stop()
    throw error
  })
  try {
    await seed(embedded, instances * 2)
    await seed(distributed, instances)
    const idsFrom = (start: number) => Array.from({ length: instances }, (_, index) => seededId(start + index))
    const overHttp = ({ mode, edge }: Marquee): Side => ({
      name: mode,
      write: (writers, ms) =>
        load.call('writeOverHttp', { writers, ms, ids: idsFrom(0), port: edge.port, authorization }),
    })
    // The bare writer has instances of its own in the same database, so that nobody's idea of a revision is wrong.
    const bare: Side = {
      name: 'bare',
      write: (writers, ms) =>
        load.call('writeOverSql', { writers, ms, ids: idsFrom(instances), databaseUrl: embedded.databaseUrl }),
    }
    const sides = [bare, overHttp(embedded), overHttp(distributed)]
    const rows: Row[] = []
    for (const writers of [1, 16]) rows.push(...(await compare(context, sides, writers)))
    if (context.profileDir) await profile(context, sides, [embedded, distributed])
    return rows
  } finally {
    await load.stop()
    await distributed.stop()
    await embedded.stop()
  }
}

async function compare({ quick }: BenchContext, sides: Side[], writers: number): Promise<Row[]> {
  const [rounds, ms] = quick ? [3, 700] : [7, 2000]
  for (const side of sides) await side.write(writers, ms)
  const rates = new Map(sides.map(({ name }) => [name, [] as number[]]))
  const p99s = new Map(sides.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, write } of sides) {
      const { count, ms: took, latencies } = await write(writers, ms)
      rates.get(name)!.push((count / took) * 1000)
      p99s.get(name)!.push(percentile(latencies, 0.99))
    }
  }
  const perSecond = (name: Side['name']) =>
    `${median(rates.get(name)!).toFixed(0)}/s (p99 ${median(p99s.get(name)!).toFixed(1)} ms)`
  return (['embedded', 'distributed'] as const).map((name) => ({
    name: `write-path ${name}, ${writers} ${writers === 1 ? 'writer' : 'writers'}`,
    figure: medianRatio(rates.get(name)!, rates.get('bare')!),
    unit: 'x',
    goal: { least: goals[name] },
    detail: `${perSecond(name)} against ${perSecond('bare')}`,
  }))
}

async function profile({ profileDir, say }: BenchContext, sides: Side[], marquees: Marquee[]): Promise<void> {
  for (const { mode, parts } of marquees) {
    const side = sides.find(({ name }) => name === mode)!
    for (const writers of [1, 16]) {
      const measured = Object.entries(parts).filter(([role]) => ['all', 'gateway', 'runtime'].includes(role))
      const running = await Promise.all(measured.map(async ([role, part]) => ({ role, profile: await part.profile() })))
      await side.write(writers, 4000)
      for (const { role, profile } of running) {
        const name = `write-path-${mode}-${role}-${writers}`
        const lines = await profile.stop(path.join(profileDir as string, `${name}.cpuprofile`))
        say(`${name}, self time:\n${lines.join('\n')}`)
      }
    }
  }
}
