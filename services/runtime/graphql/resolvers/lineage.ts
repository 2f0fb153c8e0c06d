import { AppError } from '../../../../kit/errors/app-error.ts'
import { reference } from '../../../../kit/graphql/subgraph.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import { traceLineage, type Lineage } from '../../actions/lineage/trace-lineage.ts'
import { listedFor } from '../../domain/access/reader-scopes.ts'
import type { RuntimeContext } from '../context.ts'
import type { LineageNodeResolvers, QueryResolvers } from '../generated.ts'

const depthMax = 50

export const lineageNode: LineageNodeResolvers = {
  flow: ({ type, id }, _args, { runtime }) => (type === 'FLOW' ? runtime.flows.flows.load(id) : null),
  instance: ({ type, id }, _args, { runtime }) => (type === 'INSTANCE' ? runtime.instances.load(id) : null),
  definition: ({ type, id }) => (type === 'DEFINITION' ? reference('Definition', id) : null),
}

export const lineageQueries: Pick<QueryResolvers, 'lineage'> = {
  lineage: async (_parent, args, { runtime, viewer }) => {
    const { id } = args
    const depth = args.depth ?? 10
    if (depth < 1 || depth > depthMax) {
      const problems = [{ pointer: '/depth', message: `must be between 1 and ${depthMax}` }]
      throw new AppError('BAD_USER_INPUT', {
        public: `/depth must be between 1 and ${depthMax}.`,
        details: { problems },
      })
    }
    if (!(['flow', 'inst', 'def'] as const).some((prefix) => matchesId(prefix, 8, id))) return null
    const lineage = await traceLineage(
      { pool: runtime.deps.pool, definitions: runtime.deps.definitions },
      viewer.tenantId,
      id,
      args.direction ?? 'BOTH',
      depth,
    )
    const shown = listedFor(viewer).all ? await living(lineage, runtime) : await readable(lineage, runtime)
    return shown.nodes.some((node) => node.id === id) ? shown : null
  },
}

type Runtime = RuntimeContext['runtime']

/** Without nodes that are gone, or another tenant's. */
async function living({ nodes, edges, truncated }: Lineage, runtime: Runtime): Promise<Lineage> {
  const there = await Promise.all(nodes.map(async (node) => (await instanceOf(node, runtime)) !== null))
  return without({ nodes: nodes.filter((_node, index) => there[index]), edges, truncated })
}

/** Who may not read the whole tenant sees what is readable of it, and no definition that no such instance follows. */
async function readable(lineage: Lineage, runtime: Runtime): Promise<Lineage> {
  const { nodes, edges, truncated } = await living(lineage, runtime)
  const followed = new Set(edges.filter(({ type }) => type === 'INSTANCE_OF').map(({ to }) => to))
  return without({ nodes: nodes.filter(({ type, id }) => type !== 'DEFINITION' || followed.has(id)), edges, truncated })
}

/** The instance that decides whether a node is shown; undefined for a definition, which the catalogue shows or not. */
async function instanceOf({ type, id }: Lineage['nodes'][number], runtime: Runtime) {
  if (type === 'DEFINITION') return undefined
  const instanceId = type === 'FLOW' ? (await runtime.flows.flows.load(id))?.instanceId : id
  return instanceId === undefined ? null : await runtime.instances.load(instanceId)
}

function without({ nodes, edges, truncated }: Lineage): Lineage {
  const ids = new Set(nodes.map(({ id }) => id))
  return { nodes, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)), truncated }
}
