import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { checkScreens } from './lib/check-screens.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import type { ServerProcess } from './lib/processes.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, percentile } from './lib/statistics.ts'
import type { Woken } from './load/stalls.ts'

/**
 * A tenth of the screens stops reading for a minute while what they show changes: what the others notice, what the
 * process keeps for those that stall, and whether all end on the right state.
 */
export const stalled: Bench = { name: 'stalled', run }

const perSecond = 200
/** Of the changes, half go to few instances, whose screens stall: they must miss more than the kernel holds for them. */
const full = {
  busy: 5,
  stalledOfEach: 100,
  healthyOfEach: 20,
  quiet: 440,
  screensOfQuiet: 10,
  sliceMs: 5000,
  calm: 4,
  stall: 12,
  memoryAfter: 7,
}
const quick: typeof full = {
  busy: 2,
  stalledOfEach: 50,
  healthyOfEach: 10,
  quiet: 88,
  screensOfQuiet: 10,
  sliceMs: 2000,
  calm: 3,
  stall: 10,
  memoryAfter: 8,
}

const patch = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'

type Slice = { p50: number; p99: number; keptUp: boolean }

async function run(context: BenchContext): Promise<Row[]> {
  const load = startLoadClient()
  try {
    const marquee = await startMarquee(context, 'embedded', { inspect: true })
    try {
      return await measure(context, marquee, load)
    } finally {
      await marquee.stop()
    }
  } finally {
    await load.stop()
  }
}

async function measure({ quick: isQuick, say }: BenchContext, marquee: Marquee, load: LoadClient): Promise<Row[]> {
  const size = isQuick ? quick : full
  const { edge } = marquee
  const busy = Array.from({ length: size.busy }, (_, index) => seededId(index))
  const calm = Array.from({ length: size.quiet }, (_, index) => seededId(size.busy + index))
  await seed(marquee, size.busy + size.quiet)

  const stalling = busy.flatMap((id) => Array.from({ length: size.stalledOfEach }, () => id))
  const healthy = [
    ...busy.flatMap((id) => Array.from({ length: size.healthyOfEach }, () => id)),
    ...calm.flatMap((id) => Array.from({ length: size.screensOfQuiet }, () => id)),
  ]
  const ids = [...stalling, ...healthy]
  const { ms } = await load.call('openScreens', {
    group: 'screens',
    script: displayScript(edge),
    ids,
    firstFrame: true,
  })
  say(`${ids.length} screens open after ${(ms / 1000).toFixed(1)} s`)

  const bodyOf = (change: object) =>
    JSON.stringify({ query: patch, variables: { input: { id: '%ID%', patch: change } } })
  const streams = [
    { ids: busy, body: bodyOf({ departures: longTimetable() }) },
    { ids: calm, body: bodyOf({ destination: 'Quay %N%' }) },
  ]
  const server = { port: edge.port, path: '/graphql', authorization }
  const slice = async (): Promise<Slice> => {
    const { latencies, keptUp } = await load.call('patchOpenLoop', {
      group: 'screens',
      server,
      streams,
      perSecond,
      ms: size.sliceMs,
    })
    return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), keptUp }
  }
  await slice()
  const calmSlices: Slice[] = []
  for (let index = 0; index < size.calm; index++) calmSlices.push(await slice())
  const before = await settled(edge)

  await load.call('stallScreens', { group: 'screens', indexes: stalling.map((_, index) => index) })
  const stalledSlices: Slice[] = []
  let during = before
  for (let index = 0; index < size.stall; index++) {
    stalledSlices.push(await slice())
    // Late enough for the kernel to be full, before the first of them has been silent for two pings.
    if (index + 1 === size.memoryAfter) during = await settled(edge)
  }
  const woken = await load.call('wakeScreens', { group: 'screens' })
  for (let index = 0; index < size.calm; index++) calmSlices.push(await slice())
  const after = await settled(edge)
  await checkScreens(marquee, ids, await load.call('shownRevisions', { group: 'screens' }))
  return rowsOf({
    calmSlices,
    stalledSlices,
    memory: { before, during, after },
    woken,
    all: ids.length,
    stalling: stalling.length,
  })
}

/** 8 KB that change as a whole: within the minute it is more than the kernel holds for a reader on the loopback (4 MB). */
const longTimetable = () => {
  const destination = 'Harbour and Old Town by way of the Central Station, quay'
  return Array.from({ length: 60 }, (_, index) => ({
    line: '%N%',
    destination: `${destination} ${index + 1}`,
    dueMinutes: index,
    platform: 'Bay A',
  }))
}

type Memory = { inUse: number; resident: number }

async function settled(server: ServerProcess): Promise<Memory> {
  let inUse = Number.POSITIVE_INFINITY
  for (let look = 0; look < 2; look++) {
    await sleep(200)
    inUse = Math.min(inUse, await server.memoryInUse())
  }
  return { inUse, resident: server.rss() }
}

type Found = {
  calmSlices: Slice[]
  stalledSlices: Slice[]
  memory: Record<'before' | 'during' | 'after', Memory>
  woken: Woken
  all: number
  stalling: number
}

function rowsOf({ calmSlices, stalledSlices, memory, woken, all, stalling }: Found): Row[] {
  const of = (slices: Slice[], key: 'p50' | 'p99') => median(slices.map((slice) => slice[key]))
  const growth = (key: 'p50' | 'p99') => (of(stalledSlices, key) / of(calmSlices, key) - 1) * 100
  const detail = (key: 'p50' | 'p99') =>
    `${of(stalledSlices, key).toFixed(1)} ms against ${of(calmSlices, key).toFixed(1)} ms`
  const failed = [...calmSlices, ...stalledSlices].filter(({ keptUp }) => !keptUp).length
  const mb = (key: keyof Memory) =>
    `${(['before', 'during', 'after'] as const).map((when) => (memory[when][key] / 2 ** 20).toFixed(0)).join(', ')} MB`
  const late =
    failed === 0 ? '' : `; did not keep up in ${failed} of ${calmSlices.length + stalledSlices.length} rounds`
  return [
    {
      name: "stalled: growth of the others' p99",
      figure: growth('p99'),
      unit: '%',
      goal: { most: 10 },
      detail: `${detail('p99')}; ${stalling} of ${all} screens, ${perSecond} changes/s${late}`,
    },
    { name: "stalled: growth of the others' p50", figure: growth('p50'), unit: '%', goal: null, detail: detail('p50') },
    {
      name: 'stalled: memory per stalled screen',
      figure: (memory.during.inUse - (memory.before.inUse + memory.after.inUse) / 2) / stalling / 1024,
      unit: 'KB',
      goal: { most: 64 },
      detail: `heap and buffers after a collection: ${mb('inUse')} before, while and after they stalled; resident ${mb('resident')}`,
    },
    {
      name: 'stalled: all right after they read again',
      figure: Math.max(...woken.latencies) / 1000,
      unit: 's',
      goal: null,
      detail: `p50 ${(percentile(woken.latencies, 0.5) / 1000).toFixed(2)} s, with what the kernel kept for them; ${woken.conflated} had skipped changes, ${woken.cut} were cut for answering no ping and came back`,
    },
  ]
}
