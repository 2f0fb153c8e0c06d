import type { ScreenScript } from '../load/screen.ts'
import type { BenchContext, Row } from './bench.ts'
import { startHiveGateway } from './competitors.ts'
import type { LoadClient } from './load-client.ts'
import { ask, authorization, type Marquee } from './marquee.ts'
import { micros, pick, sideOf, type Side } from './side.ts'
import { median, medianRatio } from './statistics.ts'

/** So few, because each of them is executed for: its cost per delivery does not fall with their number. */
const screens = 250
const planners = ['default', 'rust'] as const

type Compared = { load: LoadClient; product: Side; feed: string; script: ScreenScript; id: string; frame: string }
type Frame = { payload: { data: Record<string, { instance?: object }> } }

/** The same subscription through Hive Gateway, before the same subgraphs: what it spends on a delivery, by what we spend. */
export async function compareWithHive(context: BenchContext, marquee: Marquee, compared: Compared): Promise<Row[]> {
  const rows: Row[] = []
  for (const planner of planners) {
    const hive = await startHiveGateway({
      subgraphs: Object.fromEntries(
        ['catalogue', 'runtime', 'placement'].map((name) => [name, marquee.parts[name]!.url]),
      ),
      planner,
      authorization,
      inspect: false,
      say: context.say,
    })
    try {
      const { load, product, script, feed, id } = compared
      const body = await eventOf(marquee, compared)
      // Its first event must be there before the screens: they wait for a first frame.
      await fetch(`${hive.url}/event`, { method: 'POST', body: body.replaceAll('%N%', '1') })
      const ids = Array.from({ length: screens }, () => id)
      await load.call('openScreens', { group: 'hive', script: { ...script, port: hive.port }, ids, firstFrame: true })
      const side = sideOf(load, hive, 'hive', { port: hive.port, path: '/event', body })
      await side.measure(2)
      await sameAnswer(load, feed)
      side.results.length = 0
      const ours: Side = { ...product, results: [] }
      for (let round = 0; round < (context.quick ? 2 : 5); round++)
        for (const one of [ours, side]) one.results.push(await one.measure(3))
      rows.push(rowOf(`fan-out distributed ${feed}`, planner, ours, side))
    } finally {
      await compared.load.call('closeScreens', { group: 'hive' })
      await hive.stop()
    }
  }
  return rows
}

/** What the runtime subgraph would say of a change: its own fields, and keys for those of the others. */
async function eventOf(marquee: Marquee, { feed, id, frame }: Compared): Promise<string> {
  const { data } = (JSON.parse(frame.replace('%N%', '0')) as Frame).payload
  const event: Record<string, unknown> = {
    __typename: feed === 'displayChanged' ? 'DisplayEvent' : 'InstanceEvent',
    ...data[feed]!,
  }
  if (event.instance) {
    const query =
      'query ($id: ID!) { instance(id: $id) { id name effectiveProps lifecycle definition { __typename id } } }'
    const { instance } = await ask<{ instance: object }>(marquee.edge.url, query, { id })
    event.instance = { __typename: 'Instance', ...instance }
  }
  return JSON.stringify({ data: { __typename: 'Subscription', [feed]: event } }).replace(
    /"revision":\d+/,
    '"revision":%N%',
  )
}

/** A cheap answer that lacks something would count for nothing. */
async function sameAnswer(load: LoadClient, feed: string): Promise<void> {
  const [ours, theirs] = await Promise.all(
    ['marquee', 'hive'].map(
      async (group) => (JSON.parse(await load.call('sampleFrame', { group })) as Frame).payload.data[feed]!,
    ),
  )
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, member]) => [key, shape(member)])
      : typeof value
  // Members of a patch may differ; what was selected may not.
  const shapeOf = (event: object) =>
    JSON.stringify(shape({ ...event, patch: null, changeId: null, effectiveProps: null }))
  if (shapeOf(ours!) !== shapeOf(theirs!))
    throw new Error(`the answers differ: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`)
}

function rowOf(name: string, planner: (typeof planners)[number], ours: Side, hive: Side): Row {
  const cpu = (side: Side) => micros(median(pick(side, 'cpuMsPerDelivery')))
  return {
    name: `${name}: CPU of Hive${planner === 'rust' ? ' with its Rust planner' : ''}, by ours`,
    figure: medianRatio(pick(hive, 'cpuMsPerDelivery'), pick(ours, 'cpuMsPerDelivery')),
    unit: 'x',
    goal: planner === 'default' ? { least: 20 } : null,
    detail: `${cpu(hive)} against ${cpu(ours)} per delivery; ${screens} screens, ${hive.results.length} rounds`,
  }
}
