import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { checkScreens } from './lib/check-screens.ts'
import { startLoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import { openFilesMax, type ServerProcess } from './lib/processes.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, percentile } from './lib/statistics.ts'

/**
 * All screens are cut at once, some of what they show changes meanwhile, and all come back as fast as they are let in,
 * while others go on asking over HTTP.
 */
export const storm: Bench = { name: 'storm', run }

const screensWanted = 5000
const query = `query ($id: ID!) { instance(id: $id) { id name revision effectiveProps } }`

async function run(context: BenchContext): Promise<Row[]> {
  const rows: Row[] = []
  for (const mode of ['embedded', 'distributed'] as const) {
    const marquee = await startMarquee(context, mode)
    try {
      rows.push(...(await runMode(context, marquee)))
    } finally {
      await marquee.stop()
    }
  }
  return rows
}

async function runMode({ quick, say }: BenchContext, marquee: Marquee): Promise<Row[]> {
  const { edge, mode } = marquee
  const screens = Math.min(screensWanted, openFilesMax() - 500)
  const ids = Array.from({ length: screens }, (_, index) => seededId(index))
  await seed(marquee, screens)
  const load = startLoadClient()
  const others = startLoadClient()
  const bodies = ids.slice(0, 100).map((id) => JSON.stringify({ query, variables: { id } }))
  const askOthers = (ms: number) =>
    others.call('queryOverHttp', { connections: 4, ms, bodies, port: edge.port, path: '/graphql', authorization })
  const seconds: number[] = []
  const snapshots: number[] = []
  const latencies: number[] = []
  try {
    const come = async () =>
      (await load.call('openScreens', { group: 'screens', script: displayScript(edge), ids, firstFrame: true })).ms
    say(`${mode}: ${screens} screens open after ${((await come()) / 1000).toFixed(1)} s`)
    await askOthers(1000)
    for (let round = 0; round < (quick ? 2 : 5); round++) {
      await load.call('closeScreens', { group: 'screens' })
      await load.call('writeOverHttp', { writers: 4, ms: 500, ids, port: edge.port, authorization })
      const before = await snapshotQueries(edge)
      const asked = askOthers(3000)
      seconds.push((await come()) / 1000)
      snapshots.push((await snapshotQueries(edge)) - before)
      latencies.push(percentile((await asked).latencies, 0.99))
      await checkScreens(marquee, ids, await load.call('shownRevisions', { group: 'screens' }))
    }
  } finally {
    await load.stop()
    await others.stop()
  }
  const row = (name: string, values: number[], unit: Row['unit'], most: number, detail: string): Row => ({
    name: `storm ${mode}: ${name}`,
    figure: median(values),
    unit,
    goal: { most },
    detail,
  })
  const worst = (values: number[], digits: number) =>
    `at worst ${Math.max(...values).toFixed(digits)} of ${values.length} rounds`
  return [
    row('all screens right', seconds, 's', 10, `${screens} screens, one instance each; ${worst(seconds, 2)}`),
    row('snapshot queries', snapshots, '', 50, worst(snapshots, 0)),
    row('p99 of HTTP queries meanwhile', latencies, 'ms', 500, worst(latencies, 0)),
  ]
}

async function snapshotQueries({ url }: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^marquee_live_snapshot_queries (\d+)/m.exec(metrics)?.[1])
}
