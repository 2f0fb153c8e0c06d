import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import { openFilesMax, spawnServer, type ServerProcess } from './lib/processes.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, medianRatio, percentile } from './lib/statistics.ts'

/**
 * One bulk patch of as many instances as there are screens, each of which shows another: how long after a change is
 * committed its screen has it, and what a delivery costs that shares its frame with nobody.
 */
export const fanIn: Bench = { name: 'fan-in', run }

const screensWanted = 10_000
const bare = fileURLToPath(new URL('servers/bare-ws.ts', import.meta.url))
const bulkPatch = 'mutation ($input: BulkPatchPropsInput!) { bulkPatchProps(input: $input) { targeted changed } }'

async function run(context: BenchContext): Promise<Row[]> {
  const screens = Math.min(context.quick ? 2000 : screensWanted, openFilesMax() - 1000)
  if (screens < screensWanted && !context.quick)
    context.say(`only ${screens} screens: a process may open ${openFilesMax()} files here`)
  // Two of them: a process may not be able to open as many sockets as both sides have.
  const load = startLoadClient()
  const bareLoad = startLoadClient()
  let baseline: ServerProcess | undefined
  try {
    baseline = await spawnServer({ args: [bare], env: {}, inspect: false, ready: /"url":"([^"]+)/ })
    const script = { port: baseline.port, path: '/', subprotocol: null, init: null, subscribe: null }
    await bareLoad.call('openScreens', {
      group: 'bare',
      script,
      ids: Array.from({ length: screens }, () => ''),
      firstFrame: false,
    })
    const rows: Row[] = []
    for (const mode of ['embedded', 'distributed'] as const) {
      const marquee = await startMarquee(context, mode)
      try {
        rows.push(...(await runMode(context, marquee, { load, bareLoad, baseline, screens })))
      } finally {
        await load.call('closeScreens', { group: 'screens' })
        await marquee.stop()
      }
    }
    return rows
  } finally {
    await load.stop()
    await bareLoad.stop()
    await baseline?.stop()
  }
}

type Stage = { load: LoadClient; bareLoad: LoadClient; baseline: ServerProcess; screens: number }
type Round = {
  cpu: number
  unwatchedCpu: number
  bareCpu: number
  lastSinceCommitMs: number
  p99Ms: number
  answeredMs: number
  lastMs: number
}

let wave = 1

async function runMode(
  context: BenchContext,
  marquee: Marquee,
  { load, bareLoad, baseline, screens }: Stage,
): Promise<Row[]> {
  const { edge, mode } = marquee
  const ids = Array.from({ length: screens }, (_, index) => seededId(index))
  const unwatched = Array.from({ length: screens }, (_, index) => seededId(screens + index))
  await seed(marquee, screens * 2)
  const { ms } = await load.call('openScreens', {
    group: 'screens',
    script: displayScript(edge),
    ids,
    firstFrame: true,
    keepsLast: true,
  })
  context.say(`${mode}: ${screens} screens open after ${(ms / 1000).toFixed(1)} s`)
  const trigger = (targets: string[]) => {
    const variables = { input: { filter: { ids: targets }, patch: { destination: `Quay ${wave++}` } } }
    return { port: edge.port, path: '/graphql', authorization, body: JSON.stringify({ query: bulkPatch, variables }) }
  }
  // What comes first is a snapshot; the baseline sends what a change looks like.
  await load.call('runBulkWave', { group: 'screens', trigger: trigger(ids) })
  const frame = (await load.call('sampleFrame', { group: 'screens' })).replace(/"revision":\d+/, '"revision":%N%')
  const cpuOf = async (server: ServerProcess, work: () => Promise<unknown>) => {
    const before = server.cpuMs()
    await work()
    return (server.cpuMs() - before) / screens
  }
  const broadcast = (waves: number) =>
    bareLoad.call('runWaves', {
      group: 'bare',
      trigger: { port: baseline.port, path: '/frame', body: frame },
      from: (wave += waves),
      waves,
    })

  const measure = async (): Promise<Round> => {
    const before = edge.cpuMs()
    const done = await load.call('runBulkWave', { group: 'screens', trigger: trigger(ids) })
    const cpu = (edge.cpuMs() - before) / screens
    await broadcast(1)
    const bareCpu = (await cpuOf(baseline, () => broadcast(4))) / 4
    const unwatchedCpu = await cpuOf(edge, async () => {
      const answer = await load.call('post', { trigger: trigger(unwatched) })
      if (!answer.includes(`"changed":${screens}`))
        throw new Error(`the bulk patch did not change all: ${answer.slice(0, 1000)}`)
    })
    const { sinceCommit, answeredMs, lastMs } = done
    return {
      cpu,
      unwatchedCpu,
      bareCpu,
      lastSinceCommitMs: Math.max(...sinceCommit),
      p99Ms: percentile(sinceCommit, 0.99),
      answeredMs,
      lastMs,
    }
  }
  await measure()
  const [least, most, limitMs] = context.quick ? [2, 2, 0] : [3, 9, 45_000]
  const deadline = performance.now() + limitMs
  const rounds: Round[] = []
  while (rounds.length < least || (rounds.length < most && performance.now() < deadline)) rounds.push(await measure())
  if (context.profileDir) {
    const running = await edge.profile()
    for (let round = 0; round < 2; round++) await load.call('runBulkWave', { group: 'screens', trigger: trigger(ids) })
    const lines = await running.stop(path.join(context.profileDir, `fan-in-${mode}.cpuprofile`))
    context.say(`fan-in ${mode}, self time:\n${lines.join('\n')}`)
  }
  return rowsOf(`fan-in ${mode}`, rounds, screens)
}

function rowsOf(name: string, rounds: Round[], screens: number): Row[] {
  const pick = (key: keyof Round) => rounds.map((round) => round[key])
  const deliveries = rounds.map(({ cpu, unwatchedCpu }) => cpu - unwatchedCpu)
  const micros = (ms: number) => `${(ms * 1000).toFixed(2)} us`
  const bareMicros = micros(median(pick('bareCpu')))
  return [
    {
      name: `${name}: CPU per delivery`,
      figure: medianRatio(deliveries, pick('bareCpu')),
      unit: 'x',
      goal: { most: 2 },
      detail: `${micros(median(deliveries))} against ${bareMicros}, without the write itself; ${rounds.length} rounds of ${screens}`,
    },
    {
      name: `${name}: CPU, the write included`,
      figure: medianRatio(pick('cpu'), pick('bareCpu')),
      unit: 'x',
      goal: null,
      detail: `${micros(median(pick('cpu')))}, ${micros(median(pick('unwatchedCpu')))} of it for a row that nobody watches`,
    },
    {
      name: `${name}: commit to last screen`,
      figure: median(pick('lastSinceCommitMs')) / 1000,
      unit: 's',
      goal: { most: 1.5 },
      detail: `at worst ${(Math.max(...pick('lastSinceCommitMs')) / 1000).toFixed(2)} s; p99 of the screens ${median(pick('p99Ms')).toFixed(0)} ms`,
    },
    {
      name: `${name}: request to last screen`,
      figure: median(pick('lastMs')) / 1000,
      unit: 's',
      goal: null,
      detail: `answered after ${(median(pick('answeredMs')) / 1000).toFixed(2)} s`,
    },
  ]
}
