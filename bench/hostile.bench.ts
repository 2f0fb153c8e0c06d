import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, medianRatio, percentile } from './lib/statistics.ts'

/**
 * One client tries the ten worst things (bench/load/attacks.ts) while others show screens and ask: what those notice,
 * against turns without it in the same run.
 */
export const hostile: Bench = { name: 'hostile', run }

const perSecond = 50
const patch = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'
const query =
  'query ($id: ID!) { instance(id: $id) { name revision effectiveProps placement { tags } definition { title } } }'

type Turn = { screen: number; query: number; written: number; asked: number; keptUp: boolean }

async function run(context: BenchContext): Promise<Row[]> {
  const [honest, stranger] = [startLoadClient(), startLoadClient()]
  try {
    const marquee = await startMarquee(context, 'embedded')
    try {
      return await measure(context, marquee, honest, stranger)
    } finally {
      await marquee.stop()
    }
  } finally {
    await Promise.all([honest.stop(), stranger.stop()])
  }
}

async function measure(
  { quick, say }: BenchContext,
  marquee: Marquee,
  honest: LoadClient,
  stranger: LoadClient,
): Promise<Row[]> {
  const [instances, screensOfEach, rounds, ms] = quick ? [50, 4, 4, 4000] : [100, 10, 10, 6000]
  const { edge } = marquee
  await seed(marquee, instances)
  const ids = Array.from({ length: instances }, (_, index) => seededId(index))
  await honest.call('openScreens', {
    group: 'screens',
    script: displayScript(edge),
    ids: ids.flatMap((id) => Array.from({ length: screensOfEach }, () => id)),
    firstFrame: true,
  })

  const server = { port: edge.port, path: '/graphql', authorization }
  const streams = [
    {
      ids,
      body: JSON.stringify({ query: patch, variables: { input: { id: '%ID%', patch: { destination: 'Quay %N%' } } } }),
    },
  ]
  const bodies = ids.map((id) => JSON.stringify({ query, variables: { id } }))
  const turn = async (): Promise<Turn> => {
    const [shown, asked] = await Promise.all([
      honest.call('patchOpenLoop', { group: 'screens', server, streams, perSecond, ms }),
      honest.call('queryOverHttp', { ...server, connections: 1, ms, bodies, pauseMs: 1000 / perSecond }),
    ])
    return {
      screen: percentile(shown.latencies, 0.99),
      query: percentile(asked.latencies, 0.99),
      written: shown.written,
      asked: asked.count,
      keptUp: shown.keptUp,
    }
  }
  await turn()
  const calm: Turn[] = []
  const attacked: Turn[] = []
  const tries: Record<string, number> = {}
  const underAttack = async () => {
    const attack = stranger.call('attack', { port: edge.port, id: ids[0]!, ms: ms + 500 })
    attacked.push(await turn())
    for (const [name, count] of Object.entries((await attack).tries)) tries[name] = (tries[name] ?? 0) + count
  }
  const quiet = async () => void calm.push(await turn())
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? [quiet, underAttack] : [underAttack, quiet]) await side()
  }
  say(
    `tried: ${Object.entries(tries)
      .map(([name, count]) => `${name} ${count}`)
      .join('; ')}`,
  )
  const behind = [...calm, ...attacked].filter(({ keptUp }) => !keptUp).length
  const rowOf = (name: string, key: 'screen' | 'query', more: string): Row => ({
    name: `hostile: p99 of ${name}`,
    figure: medianRatio(
      attacked.map((one) => one[key]),
      calm.map((one) => one[key]),
    ),
    unit: 'x',
    goal: { most: 1.5 },
    detail: `${median(attacked.map((one) => one[key])).toFixed(1)} ms against ${median(calm.map((one) => one[key])).toFixed(1)} ms; ${rounds} rounds of ${ms / 1000} s; ${more}`,
  })
  const attempts = Object.values(tries).reduce((sum, count) => sum + count, 0)
  return [
    rowOf(
      "a screen's delivery",
      'screen',
      `${ids.length * screensOfEach} screens, ${perSecond} changes/s; ${attempts} attempts at ten things${behind === 0 ? '' : `; did not keep up in ${behind} turns`}`,
    ),
    rowOf(
      'an honest query',
      'query',
      `${median(attacked.map(({ asked }) => asked))} answered per turn against ${median(calm.map(({ asked }) => asked))}`,
    ),
  ]
}
