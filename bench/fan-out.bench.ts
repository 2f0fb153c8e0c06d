import { fileURLToPath } from 'node:url'
import path from 'node:path'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { compareWithHive } from './lib/hive-comparison.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee, type Mode } from './lib/marquee.ts'
import { openFilesMax, spawnServer, type ServerProcess } from './lib/processes.ts'
import { seed, seededId } from './lib/seed.ts'
import { micros, pick, sideOf, type Measured, type Side } from './lib/side.ts'
import { median, medianRatio } from './lib/statistics.ts'

/**
 * One change to many screens that show one instance: what it costs the server's process per delivery, and how long
 * until a screen has it, against a server that writes the same bytes to as many sockets, and one that executes for each.
 */
export const fanOut: Bench = { name: 'fan-out', run }

const screensWanted = 5000
const bare = fileURLToPath(new URL('servers/bare-ws.ts', import.meta.url))
const perClient = fileURLToPath(new URL('servers/graphql-ws.ts', import.meta.url))
const patch = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'

const documents = {
  displayChanged: `subscription ($id: ID!) { displayChanged(instanceId: $id) { type cursor revision at effectiveProps patch lifecycle bundleUrl } }`,
  instanceChanged: `subscription ($id: ID!) { instanceChanged(id: $id) {
    type cursor revision patch changeId at
    instance { id name effectiveProps lifecycle
      definition { typeKey title latestVersion { version } }
      placement { location geo { lat lng } timezone tags } } } }`,
}
type Feed = keyof typeof documents

async function run(context: BenchContext): Promise<Row[]> {
  const { say } = context
  const screens = Math.min(screensWanted, Math.floor((openFilesMax() - 500) / 3))
  if (screens < screensWanted) say(`only ${screens} screens: a process may open ${openFilesMax()} files here`)
  const load = startLoadClient()
  const servers: ServerProcess[] = []
  const start = async (file: string) => {
    const server = await spawnServer({
      args: [file],
      env: {},
      inspect: context.profileDir !== null,
      ready: /"url":"([^"]+)/,
    })
    servers.push(server)
    return server
  }
  try {
    const baseline = await start(bare)
    const executing = await start(perClient)
    const ids = Array.from({ length: screens }, () => seededId(0))
    const script = { port: baseline.port, path: '/', subprotocol: null, init: null, subscribe: null }
    await load.call('openScreens', { group: 'bare', script, ids, firstFrame: false })
    const rows: Row[] = []
    for (const mode of ['embedded', 'distributed'] as const)
      rows.push(...(await runMode(context, mode, { load, baseline, executing, ids })))
    return rows
  } finally {
    await load.stop()
    for (const server of servers) await server.stop()
  }
}

type Stage = { load: LoadClient; baseline: ServerProcess; executing: ServerProcess; ids: string[] }

async function runMode(context: BenchContext, mode: Mode, stage: Stage): Promise<Row[]> {
  const marquee = await startMarquee(context, mode)
  try {
    await seed(marquee, 10)
    const rows: Row[] = []
    for (const feed of ['instanceChanged', 'displayChanged'] as const) {
      const found = await runFeed(context, marquee, feed, stage)
      // At once, so that a later failure does not take them along.
      for (const { name, figure, detail } of found) context.say(`${name}: ${figure.toFixed(2)} x (${detail})`)
      rows.push(...found)
    }
    return rows
  } finally {
    await marquee.stop()
  }
}

async function runFeed(
  context: BenchContext,
  marquee: Marquee,
  feed: Feed,
  { load, baseline, executing, ids }: Stage,
): Promise<Row[]> {
  const { edge, mode } = marquee
  const subscribe = JSON.stringify({
    id: '%OPERATION%',
    type: 'subscribe',
    payload: { query: documents[feed], variables: { id: '%ID%' } },
  })
  const init = JSON.stringify({ type: 'connection_init', payload: { authorization } })
  const script = { port: edge.port, path: '/graphql', subprotocol: 'graphql-transport-ws', init, subscribe }
  const { ms } = await load.call('openScreens', { group: 'marquee', script, ids, firstFrame: true })
  context.say(`${mode} ${feed}: ${ids.length} screens open after ${(ms / 1000).toFixed(1)} s`)

  const body = JSON.stringify({
    query: patch,
    variables: { input: { id: seededId(0), patch: { destination: 'Quay %N%' } } },
  })
  const product = sideOf(load, edge, 'marquee', { port: edge.port, path: '/graphql', authorization, body })
  await product.measure(1)
  const frame = (await load.call('sampleFrame', { group: 'marquee' })).replace(/"revision":\d+/, '"revision":%N%')
  const ready = sideOf(load, baseline, 'bare', { port: baseline.port, path: '/frame', body: frame })
  const textbook = sideOf(load, baseline, 'bare', { port: baseline.port, path: '/send', body: frame })

  const each = sideOf(load, executing, 'graphql-ws', { port: executing.port, path: '/event', body: frame })
  // Its first event must be there before the screens: they wait for a first frame.
  await fetch(`${executing.url}/event`, { method: 'POST', body: frame.replaceAll('%N%', '1') })
  await load.call('openScreens', {
    group: 'graphql-ws',
    script: { ...script, port: executing.port },
    ids,
    firstFrame: true,
  })

  const sides = [product, ready, textbook, each]
  // Many short rounds: what else the machine does then weighs on neighbours alike, and the median drops the rest.
  const [rounds, waves, limitMs] = context.quick ? [8, 3, 4000] : [24, 4, 18_000]
  const deadline = performance.now() + limitMs
  for (const side of sides) await side.measure(5)
  for (const side of sides) side.results.length = 0
  // A busy machine gets fewer rounds, not a longer run; three are the least that a median can drop something of.
  for (let round = 0; round < rounds && (round < 3 || performance.now() < deadline); round++) {
    // Each goes first as often as the others: who comes after whom makes a difference.
    const order = sides.map((_, index) => sides[(index + round) % sides.length]!)
    for (const side of order) side.results.push(await side.measure(waves))
  }
  const write = await writeCost(load, edge)
  if (context.profileDir) await profile(context, `fan-out-${mode}-${feed}`, product, edge)
  await load.call('closeScreens', { group: 'graphql-ws' })
  const rows = rowsOf(`fan-out ${mode} ${feed}`, { product, ready, textbook, each }, write / ids.length)
  // Only over subgraphs that are processes of their own there is something that another gateway can stand before.
  if (mode === 'distributed')
    rows.push(...(await compareWithHive(context, marquee, { load, product, feed, script, id: seededId(0), frame })))
  await load.call('closeScreens', { group: 'marquee' })
  return rows
}

/** CPU in milliseconds of one write that nobody watches. */
async function writeCost(load: LoadClient, edge: ServerProcess): Promise<number> {
  const before = edge.cpuMs()
  const { count } = await load.call('writeOverHttp', {
    writers: 1,
    ms: 1000,
    ids: [seededId(1)],
    port: edge.port,
    authorization,
  })
  return (edge.cpuMs() - before) / count
}

function rowsOf(
  name: string,
  { product, ready, textbook, each }: Record<'product' | 'ready' | 'textbook' | 'each', Side>,
  writeMsPerDelivery: number,
): Row[] {
  const row = (
    what: string,
    key: keyof Measured,
    base: Side,
    goal: number | null,
    unit: (value: number) => string,
  ): Row => ({
    name: `${name}: ${what}`,
    figure: medianRatio(pick(product, key), pick(base, key)),
    unit: 'x',
    goal: goal === null ? null : { most: goal },
    detail: `${unit(median(pick(product, key)))} against ${unit(median(pick(base, key)))}`,
  })
  const millis = (ms: number) => `${ms.toFixed(1)} ms`
  const cpu = row('CPU per delivery', 'cpuMsPerDelivery', ready, 1.3, micros)
  return [
    {
      ...cpu,
      detail: `${cpu.detail}; ${micros(writeMsPerDelivery)} of it is the write, shared by all; ${product.results.length} rounds`,
    },
    row('p99 to a screen', 'p99', ready, 1.3, millis),
    row('time to the last screen', 'lastMs', ready, null, millis),
    row('CPU, against ws.send for each', 'cpuMsPerDelivery', textbook, null, micros),
    {
      name: `${name}: CPU of graphql-ws, by ours`,
      figure: medianRatio(pick(each, 'cpuMsPerDelivery'), pick(product, 'cpuMsPerDelivery')),
      unit: 'x',
      goal: { least: 6 },
      detail: `${micros(median(pick(each, 'cpuMsPerDelivery')))} against ${micros(median(pick(product, 'cpuMsPerDelivery')))} per delivery`,
    },
  ]
}

async function profile(
  { profileDir, say }: BenchContext,
  name: string,
  side: Side,
  server: ServerProcess,
): Promise<void> {
  const running = await server.profile()
  await side.measure(40)
  const lines = await running.stop(path.join(profileDir as string, `${name}.cpuprofile`))
  say(`${name}, self time:\n${lines.join('\n')}`)
}
