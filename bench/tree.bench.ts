import pg from 'pg'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { ask, startMarquee, type Marquee } from './lib/marquee.ts'
import { seededId } from './lib/seed.ts'
import { median, medianRatio } from './lib/statistics.ts'

/** What questions about the tree cost where it is deep, and where it is large: as much as their answers, whatever the table holds. */
export const tree: Bench = { name: 'tree', run }

const chainDepth = 1000
/** Trees of ten children each, one ten times as large as the other. */
const small = 10_000
const large = 100_000
const pageSize = 200

const page = `query ($id: ID!, $after: String) { instanceTree(rootId: $id, first: ${pageSize}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`
const ancestors = 'query ($id: ID!) { instance(id: $id) { ancestors { id } } }'
const few = 'query ($id: ID!) { instance(id: $id) { ancestors { id } children(first: 10) { nodes { id } } } }'

type Page = { instanceTree: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }

async function run(context: BenchContext): Promise<Row[]> {
  const marquee = await startMarquee(context, 'embedded')
  try {
    const { chain, trees } = await plant(marquee)
    const rounds = context.quick ? 10 : 60
    const timed = async (work: () => Promise<unknown>) => {
      const start = performance.now()
      await work()
      return performance.now() - start
    }
    /** In turns, after one that does not count. */
    const inTurns = async (works: (() => Promise<unknown>)[]) => {
      for (const work of works) await work()
      const times = works.map((): number[] => [])
      for (let round = 0; round < rounds; round++)
        for (const [index, work] of works.entries()) times[index]!.push(await timed(work))
      return times
    }
    const of = (query: string, id: string) => () => ask(marquee.edge.url, query, { id })
    const [up, one] = await inTurns([of(ancestors, chain[chainDepth]!), of(ancestors, chain[1]!)])
    const [inLarge, inSmall] = await inTurns([of(page, trees.large.root), of(page, trees.small.root)])
    const [leafOfLarge, leafOfSmall] = await inTurns([of(few, trees.large.leaf), of(few, trees.small.leaf)])
    const walks = context.quick ? 1 : 3
    const perNode = async ({ root }: { root: string }, size: number) => {
      const times: number[] = []
      for (let walk = 0; walk < walks; walk++) times.push((await timed(() => walkAll(marquee, root, size))) / size)
      return median(times)
    }
    const [smallNode, largeNode] = [await perNode(trees.small, small), await perNode(trees.large, large)]
    const ms = (times: number[]) => `${median(times).toFixed(1)} ms`
    return [
      {
        name: `tree, a page of ${pageSize}, large by small`,
        figure: medianRatio(inLarge!, inSmall!),
        unit: 'x',
        goal: { most: 1.5 },
        detail: `${ms(inLarge!)} in ${large} nodes, ${ms(inSmall!)} in ${small}`,
      },
      {
        name: 'tree, a leaf with its ancestors, large by small',
        figure: medianRatio(leafOfLarge!, leafOfSmall!),
        unit: 'x',
        goal: { most: 1.5 },
        detail: `${ms(leafOfLarge!)} against ${ms(leafOfSmall!)}`,
      },
      {
        name: 'tree, walked whole, per node, large by small',
        figure: largeNode / smallNode,
        unit: 'x',
        goal: { most: 1.5 },
        detail: `${(largeNode * 1000).toFixed(0)} us per node against ${(smallNode * 1000).toFixed(0)}`,
      },
      {
        name: `tree, ${chainDepth} ancestors`,
        figure: median(up!),
        unit: 'ms',
        goal: null,
        detail: `of one: ${ms(one!)}`,
      },
    ]
  } finally {
    await marquee.stop()
  }
}

async function walkAll({ edge }: Marquee, root: string, size: number): Promise<void> {
  let seen = 0
  for (let after: string | null = null, more = true; more;) {
    const { instanceTree }: Page = await ask<Page>(edge.url, page, { id: root, after })
    seen += instanceTree.nodes.length
    after = instanceTree.pageInfo.endCursor
    more = instanceTree.pageInfo.hasNextPage
  }
  if (seen !== size) throw new Error(`a tree of ${size} was told as ${seen}`)
}

type Trees = Record<'small' | 'large', { root: string; leaf: string }>

/** A chain and two trees, as copies of one instance that the API made; every id begins where the ones before end. */
async function plant({ edge, databaseUrl }: Marquee): Promise<{ chain: string[]; trees: Trees }> {
  const { createInstance } = await ask<{ createInstance: { instance: { id: string } } }>(
    edge.url,
    'mutation { createInstance(input: { kind: BACKTEST }) { instance { id } } }',
    {},
  )
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  let next = 0
  const ids = (count: number) => Array.from({ length: count }, () => seededId(next++))
  const insert = (children: readonly string[], parents: readonly (string | null)[]) =>
    client.query(
      `INSERT INTO runtime.instance SELECT c.* FROM runtime.instance o
       CROSS JOIN unnest($2::text[], $3::text[]) WITH ORDINALITY AS n(id, parent, number)
       CROSS JOIN LATERAL jsonb_populate_record(o, jsonb_build_object('id', n.id, 'parent_id', n.parent, 'created_at', o.created_at + n.number * interval '1 second')) c
       WHERE o.id = $1`,
      [createInstance.instance.id, children, parents],
    )
  try {
    const chain = ids(chainDepth + 1)
    await insert(chain, [null, ...chain.slice(0, -1)])
    const treeOf = async (size: number) => {
      const nodes = ids(size)
      await insert(
        nodes,
        nodes.map((_, index) => (index === 0 ? null : nodes[Math.floor((index - 1) / 10)]!)),
      )
      return { root: nodes[0]!, leaf: nodes.at(-1)! }
    }
    const trees = { small: await treeOf(small), large: await treeOf(large) }
    await client.query('VACUUM (ANALYZE) runtime.instance')
    return { chain, trees }
  } finally {
    await client.end()
  }
}
