import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import { openFilesMax } from './lib/processes.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, medianRatio, percentile } from './lib/statistics.ts'

/**
 * Many live queries with different filters, of which a change matches ten: what a change costs the gateway with 100,
 * 1,000 and 10,000 of them, and what a writer notices, against turns with 100 of them and without any.
 */
export const liveQueries: Bench = { name: 'live-queries', run }

const matching = 10
const written = 20

const document = `subscription ($filter: InstanceFilter!) {
  instancesChanged(filter: $filter) { change cursor instance { id revision } } }`

/** The n-th filter: the first ten match all instances that are written, the others none, each by a condition of its own. */
function filterOf(index: number): object {
  if (index < matching)
    return { ids: Array.from({ length: written }, (_, at) => seededId(at)), tags: { none: [`line-${index}`] } }
  const kinds: object[] = [
    { tags: { any: [`route-${index}`] } },
    { tags: { all: ['bus-stop', `line-${index}`] }, lifecycles: ['ACTIVE'] },
    { propsContain: { destination: `Depot ${index}` } },
    { location: `Depot ${index}` },
    { device: `device-${index}` },
    { parentId: `inst-z${index.toString(36).padStart(7, '0')}` },
    { ownerId: `owner-${index}` },
    { near: { lat: (index % 160) - 80, lng: (index % 340) - 170, radiusMeters: 100 + index } },
    { nameContains: `Depot ${index}` },
  ]
  return kinds[index % kinds.length] as object
}

type Turn = { cpuMsPerChange: number; p50: number }

async function run(context: BenchContext): Promise<Row[]> {
  const load = startLoadClient()
  try {
    const marquee = await startMarquee(context, 'distributed')
    try {
      return await measure(context, marquee, load)
    } finally {
      await marquee.stop()
    }
  } finally {
    await load.stop()
  }
}

async function measure({ quick, say }: BenchContext, marquee: Marquee, load: LoadClient): Promise<Row[]> {
  const { edge } = marquee
  await seed(marquee, written)
  const ids = Array.from({ length: written }, (_, index) => seededId(index))
  const [rounds, ms] = quick ? [3, 1500] : [8, 3000]
  const most = Math.min(quick ? 1000 : 10_000, Math.floor((openFilesMax() - 500) / 3))
  const turn = async (): Promise<Turn> => {
    await load.call('writeOverHttp', { writers: 1, ms: 300, ids, port: edge.port, authorization })
    const before = edge.cpuMs()
    const { count, latencies } = await load.call('writeOverHttp', {
      writers: 1,
      ms,
      ids,
      port: edge.port,
      authorization,
    })
    return { cpuMsPerChange: (edge.cpuMs() - before) / count, p50: percentile(latencies, 0.5) }
  }
  // One process opens and closes them, so that each size is measured beside 100 of the same run.
  const withQueries = async (count: number): Promise<Turn> => {
    const from = count === 100 ? 0 : 100
    if (count > 100) await open(load, edge.port, 'more', from, count)
    const result = await turn()
    if (count > 100) await load.call('closeScreens', { group: 'more' })
    return result
  }
  const sizes = [...new Set([1000, most])].filter((size) => size <= most)
  const none: Turn[] = []
  for (let round = 0; round < rounds; round++) none.push(await turn())
  await open(load, edge.port, 'first', 0, 100)
  const rows: Row[] = []
  const few: Turn[] = []
  for (const size of sizes) {
    const baseline: Turn[] = []
    const many: Turn[] = []
    await open(load, edge.port, 'more', 100, size)
    await load.call('closeScreens', { group: 'more' })
    for (let round = 0; round < rounds; round++) {
      baseline.push(await withQueries(100))
      many.push(await withQueries(size))
    }
    few.push(...baseline)
    say(`${size} live queries: ${rounds} rounds`)
    rows.push({
      name: `live-queries: CPU of the gateway per change, ${size} filters`,
      figure: medianRatio(
        many.map((one) => one.cpuMsPerChange),
        baseline.map((one) => one.cpuMsPerChange),
      ),
      unit: 'x',
      goal: { most: 1.5 },
      detail: `${cpu(many)} against ${cpu(baseline)} with 100 filters; ${matching} of them match each change; ${rounds} rounds`,
    })
    rows.push({
      name: `live-queries: p50 of a write, ${size} filters`,
      figure: median(many.map(({ p50 }) => p50)) / median(none.map(({ p50 }) => p50)),
      unit: 'x',
      goal: { most: 1.5 },
      detail: `${write(many)} against ${write(none)} without a live query, ${write(baseline)} with 100`,
    })
  }
  rows.push({
    name: 'live-queries: CPU of the gateway per change, 100 filters against none',
    figure: median(few.map((one) => one.cpuMsPerChange)) / median(none.map((one) => one.cpuMsPerChange)),
    unit: 'x',
    goal: null,
    detail: `${cpu(few)} against ${cpu(none)}: ten updates are told for each burst of changes`,
  })
  return rows
}

const cpu = (turns: readonly Turn[]) => `${median(turns.map((one) => one.cpuMsPerChange)).toFixed(2)} ms`
const write = (turns: readonly Turn[]) => `${median(turns.map(({ p50 }) => p50)).toFixed(1)} ms`

/** Opens the live queries `from` to `to`, each on a connection of its own, and waits until each is caught up or has a first row. */
async function open(load: LoadClient, port: number, group: string, from: number, to: number): Promise<void> {
  const init = JSON.stringify({ type: 'connection_init', payload: { authorization } })
  // The id of a screen is its filter: JSON within JSON, put in whole where the script says so.
  const subscribe = `{"id":"%OPERATION%","type":"subscribe","payload":{"query":${JSON.stringify(document)},"variables":{"filter":%ID%}}}`
  const ids = Array.from({ length: to - from }, (_, index) => JSON.stringify(filterOf(from + index)))
  await load.call('openScreens', {
    group,
    script: { port, path: '/graphql', subprotocol: 'graphql-transport-ws', init, subscribe },
    ids,
    firstFrame: true,
  })
}
