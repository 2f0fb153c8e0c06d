import { pageSize } from '../../../../kit/graphql/connection.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { convergenceOf, unreachedBy } from '../../store/displays/convergence.ts'
import type { RuntimeContext } from '../context.ts'
import type { ChangeConvergenceResolvers, QueryResolvers } from '../generated.ts'
import type { ConvergenceRow } from '../rows.ts'

export const changeQueries: Pick<QueryResolvers, 'change'> = {
  change: async (_parent, { changeId }, { runtime, viewer }) => {
    const convergence = await convergenceOf(runtime.deps.pool, { viewer, changeId })
    return convergence && { id: changeId, convergence: { changeId, ...convergence } }
  },
}

/** Of a change that changed nothing there is nothing to show. */
export async function convergenceRow(changeId: string, { runtime, viewer }: RuntimeContext): Promise<ConvergenceRow> {
  const none = { targeted: 0, delivered: 0, shown: 0, failed: 0, unreachable: 0, p50Ms: null, p95Ms: null }
  return { changeId, ...((await convergenceOf(runtime.deps.pool, { viewer, changeId })) ?? none) }
}

export const changeConvergence: ChangeConvergenceResolvers = {
  unreachableInstances: async ({ changeId }, args, { runtime, viewer }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const ids = await unreachedBy(runtime.deps.pool, { viewer, changeId, first })
    const found = await Promise.all(ids.map((id) => runtime.instances.load(id)))
    return found.filter((state): state is InstanceState => state !== null)
  },
}
