import type { GraphQLResolveInfo } from 'graphql'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { selects } from '../../../../kit/graphql/selects.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import { decodePageCursor, encodePageCursor, type PageKeys } from '../../../../kit/pure/ids/page-cursor.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { notFound } from '../../engine/changes/change-request.ts'
import { depthMax, findGlobal, type TreePosition } from '../../store/tree/hierarchy-reads.ts'
import type { RuntimeContext } from '../context.ts'
import type { InstanceResolvers, QueryResolvers } from '../generated.ts'

type TreeArgs = { maxDepth?: number | null; first?: number | null; after?: string | null }

const childrenOrder = 'children'

export const hierarchyFields: Pick<
  InstanceResolvers,
  | 'children'
  | 'ancestors'
  | 'descendants'
  | 'pausedByAncestorId'
  | 'effectiveWindow'
  | 'generation'
  | 'observedGeneration'
> = {
  children: async (state, args, { runtime }, info) => {
    const first = pageSize(args.first, { fallback: 50 })
    const after = args.after == null ? null : childPosition(args.after)
    const ids = await runtime.hierarchy.children.load({ parentId: state.id, first, after })
    const totalCount = selects(info, 'totalCount') ? await runtime.hierarchy.childCounts.load(state.id) : 0
    const cursorOf = ({ createdAt, id }: InstanceState) => encodePageCursor(childrenOrder, [createdAt, id])
    return await pageOf(ids, runtime, { first, totalCount, after: args.after, cursorOf })
  },
  pausedByAncestorId: async ({ pausedByAncestorId: id }, _args, { runtime }) =>
    id !== null && (await runtime.instances.load(id)) !== null ? id : null,
  ancestors: async (state, _args, { runtime }) =>
    await statesOf(await runtime.hierarchy.ancestors.load(state.id), runtime),
  descendants: (state, args, context, info) => treeConnection(state, args, context, info, { withRoot: false }),
  effectiveWindow: (state, _args, { runtime }) => runtime.hierarchy.windows.load(state.id),
  generation: async (state, _args, { runtime }) => (await runtime.hierarchy.generations.load(state.id)).generation,
  observedGeneration: async (state, _args, { runtime }) =>
    (await runtime.hierarchy.generations.load(state.id)).observedGeneration,
}

export const hierarchyQueries: Pick<QueryResolvers, 'globalInstance' | 'instanceTree'> = {
  globalInstance: async (_parent, _args, { runtime, viewer }) => {
    const id = await findGlobal(runtime.deps.pool, viewer.tenantId)
    return id === null ? null : runtime.instances.load(id)
  },
  instanceTree: async (_parent, { rootId, ...args }, context, info) => {
    const root = matchesId('inst', 8, rootId) ? await context.runtime.instances.load(rootId) : null
    if (root === null) throw notFound(rootId)
    return await treeConnection(root, args, context, info, { withRoot: true })
  },
}

async function treeConnection(
  root: InstanceState,
  args: TreeArgs,
  { runtime }: RuntimeContext,
  info: GraphQLResolveInfo,
  { withRoot }: { withRoot: boolean },
) {
  const first = pageSize(args.first, { fallback: 200 })
  const maxDepth = args.maxDepth ?? depthMax
  if (maxDepth < 0 || maxDepth > depthMax) throw badInput('/maxDepth', `must be between 0 and ${depthMax}`)
  // A cursor holds where in this tree it stands: in another one it would mean another place.
  const order = `tree:${root.id}`
  const start = { id: root.id, parentId: root.parentId, createdAt: root.createdAt, depth: 0 }
  const from = args.after == null ? start : treePosition(args.after, order)
  const page = await runtime.hierarchy.trees.load({ from, isShown: withRoot && args.after == null, maxDepth, first })
  const positions = new Map(page.map((position) => [position.id, position]))
  const totalCount = selects(info, 'totalCount')
    ? (await runtime.hierarchy.treeSizes.load({ rootId: root.id, maxDepth })) + (withRoot ? 1 : 0)
    : 0
  const cursorOf = ({ id }: InstanceState) => {
    const { parentId, createdAt, depth } = positions.get(id) as TreePosition
    return encodePageCursor(order, [id, parentId, createdAt, depth])
  }
  return await pageOf(
    page.map(({ id }) => id),
    runtime,
    { first, totalCount, after: args.after, cursorOf },
  )
}

type Page = {
  first: number
  totalCount: number
  after: string | null | undefined
  cursorOf(state: InstanceState): string
}

/** `ids` has one more than a page where there are more; one that is gone by now must not look like the end. */
async function pageOf(
  ids: readonly string[],
  runtime: RuntimeContext['runtime'],
  { first, totalCount, after, cursorOf }: Page,
) {
  const page = connection(await statesOf(ids.slice(0, first), runtime), {
    first,
    totalCount,
    after: after ?? null,
    cursorOf,
  })
  return { ...page, pageInfo: { ...page.pageInfo, hasNextPage: ids.length > first } }
}

/** Those that are (still) there and that the viewer may read, in the order of the ids. */
async function statesOf(ids: readonly string[], runtime: RuntimeContext['runtime']): Promise<InstanceState[]> {
  const states = await runtime.instances.loadMany(ids)
  return states.filter((state): state is InstanceState => {
    if (state instanceof Error) throw state
    return state !== null
  })
}

function childPosition(after: string): { createdAt: string; id: string } {
  const [createdAt, id, ...more] = decodePageCursor(after, childrenOrder) ?? []
  if (isTime(createdAt) && isText(id) && more.length === 0) return { createdAt, id }
  throw badInput('/after', 'is not a cursor of this list')
}

function treePosition(after: string, order: string): TreePosition {
  const [id, parentId, createdAt, depth, ...more] = decodePageCursor(after, order) ?? []
  const isDepth = typeof depth === 'number' && Number.isInteger(depth) && depth >= 0 && depth <= depthMax
  if (isText(id) && (parentId === null || isText(parentId)) && isTime(createdAt) && isDepth && more.length === 0) {
    return { id, parentId, createdAt, depth }
  }
  throw badInput('/after', 'is not a cursor of this tree')
}

const isText = (key: PageKeys[number] | undefined): key is string =>
  typeof key === 'string' && key.isWellFormed() && !key.includes('\0')
const isTime = (key: PageKeys[number] | undefined): key is string =>
  typeof key === 'string' &&
  /^\d{4}-/.test(key) &&
  !Number.isNaN(Date.parse(key)) &&
  new Date(key).toISOString() === key

const badInput = (pointer: string, message: string) =>
  new AppError('BAD_USER_INPUT', { public: `${pointer} ${message}.`, details: { problems: [{ pointer, message }] } })
