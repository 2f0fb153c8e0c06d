import { isDeepStrictEqual } from 'node:util'
import path from 'node:path'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startApolloGateway } from './lib/competitors.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { ask, authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import type { ServerProcess } from './lib/processes.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, medianRatio, percentile } from './lib/statistics.ts'

/** Twenty displays with fields of all three subgraphs, in one answer, against @apollo/gateway over the same subgraphs. */
export const federatedQuery: Bench = { name: 'federated-query', run }

const instances = 1000
const page = 20
const connections = 8
const goals = { embedded: 4, distributed: 1.3 }

const query = `query Displays($filter: InstanceFilter) {
  instances(first: ${page}, filter: $filter) {
    nodes { id name definition { title latestVersion { version } } placement { geo { lat lng } tags } } } }`
type Answer = { instances: { nodes: unknown[] } }

/** As many different questions: each asks for twenty displays of its own. */
const questions = Array.from({ length: instances / page }, (_, part) => ({
  filter: { ids: Array.from({ length: page }, (_, index) => seededId(part + (index * instances) / page)) },
}))

type Measured = { perSecond: number; cpuMs: number; p99: number }
type Side = { name: 'embedded' | 'distributed' | 'apollo'; server: ServerProcess; results: Measured[] }

async function run(context: BenchContext): Promise<Row[]> {
  const stops: (() => Promise<unknown>)[] = []
  try {
    const load = startLoadClient()
    stops.push(() => load.stop())
    const start = async (mode: Marquee['mode']) => {
      const marquee = await startMarquee(context, mode)
      stops.push(() => marquee.stop())
      await seed(marquee, instances)
      return marquee
    }
    const embedded = await start('embedded')
    const distributed = await start('distributed')
    const apollo = await startApolloGateway({
      subgraphs: addresses(distributed),
      inspect: context.profileDir !== null,
      say: context.say,
    })
    stops.push(() => apollo.stop())
    const sides: Side[] = [
      { name: 'embedded', server: embedded.edge, results: [] },
      { name: 'distributed', server: distributed.edge, results: [] },
      { name: 'apollo', server: apollo, results: [] },
    ]
    await agree(sides)
    return await compare(context, load, sides)
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

const addresses = ({ parts }: Marquee) =>
  Object.fromEntries(['catalogue', 'runtime', 'placement'].map((name) => [name, parts[name]!.url]))

/** A fast answer that is another one would count for nothing. */
async function agree(sides: readonly Side[]): Promise<void> {
  for (const variables of questions.slice(0, 5)) {
    const [first, ...others] = await Promise.all(sides.map(({ server }) => ask<Answer>(server.url, query, variables)))
    if (first!.instances.nodes.length !== page)
      throw new Error(`${first!.instances.nodes.length} displays of ${page}: ${JSON.stringify(first)}`)
    const odd = others.find((answer) => !isDeepStrictEqual(answer, first))
    if (odd) throw new Error(`the answers differ: ${JSON.stringify(first)} and ${JSON.stringify(odd)}`)
  }
}

async function compare(context: BenchContext, load: LoadClient, sides: Side[]): Promise<Row[]> {
  const bodies = questions.map((variables) => JSON.stringify({ query, variables }))
  const measure = async ({ server }: Side, ms: number): Promise<Measured> => {
    const before = server.cpuMs()
    const {
      count,
      ms: took,
      latencies,
    } = await load.call('queryOverHttp', {
      connections,
      ms,
      bodies,
      port: server.port,
      path: '/graphql',
      authorization,
    })
    return {
      perSecond: (count / took) * 1000,
      cpuMs: (server.cpuMs() - before) / count,
      p99: percentile(latencies, 0.99),
    }
  }
  const [rounds, ms, warmUpMs] = context.quick ? [5, 1000, 2500] : [11, 2000, 6000]
  for (const side of sides) await measure(side, warmUpMs)
  for (let round = 0; round < rounds; round++) {
    const order = sides.map((_, index) => sides[(index + round) % sides.length]!)
    for (const side of order) side.results.push(await measure(side, ms))
  }
  for (const side of context.profileDir ? sides : []) {
    const running = await side.server.profile()
    await measure(side, 4000)
    const lines = await running.stop(path.join(context.profileDir!, `federated-query-${side.name}.cpuprofile`))
    context.say(`federated-query ${side.name}, self time:\n${lines.join('\n')}`)
  }
  const apollo = sides.find(({ name }) => name === 'apollo')!
  return (['embedded', 'distributed'] as const).flatMap((name) =>
    rowsOf(
      sides.find((side) => side.name === name)!,
      apollo,
      goals[name],
    ),
  )
}

function rowsOf(side: Side, apollo: Side, goal: number): Row[] {
  const pick = ({ results }: Side, key: keyof Measured) => results.map((result) => result[key])
  const rate = (of: Side) =>
    `${median(pick(of, 'perSecond')).toFixed(0)}/s (p99 ${median(pick(of, 'p99')).toFixed(1)} ms)`
  const cpu = (of: Side) => `${median(pick(of, 'cpuMs')).toFixed(2)} ms`
  const name = `federated-query ${side.name}`
  return [
    {
      name: `${name}: queries per second`,
      figure: medianRatio(pick(side, 'perSecond'), pick(apollo, 'perSecond')),
      unit: 'x',
      goal: { least: goal },
      detail: `${rate(side)} against ${rate(apollo)}; ${side.results.length} rounds`,
    },
    {
      name: `${name}: CPU of the gateway's process`,
      figure: medianRatio(pick(side, 'cpuMs'), pick(apollo, 'cpuMs')),
      unit: 'x',
      goal: null,
      detail: `${cpu(side)} against ${cpu(apollo)} per query${side.name === 'embedded' ? ', whose subgraphs are elsewhere' : ''}`,
    },
  ]
}
