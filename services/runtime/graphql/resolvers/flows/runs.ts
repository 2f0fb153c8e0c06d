import { connection, pageSize } from '../../../../../kit/graphql/connection.ts'
import { reference } from '../../../../../kit/graphql/subgraph.ts'
import { selects } from '../../../../../kit/graphql/selects.ts'
import { AppError } from '../../../../../kit/errors/app-error.ts'
import { matchesId } from '../../../../../kit/pure/ids/id-format.ts'
import { decodePageCursor, encodePageCursor } from '../../../../../kit/pure/ids/page-cursor.ts'
import { READ } from '../../../../../schema/access/permissions.ts'
import type { JsonObject, RunState } from '../../../../../schema/events.ts'
import { cancelRun, retryRun, triggerRun } from '../../../actions/runs/trigger-run.ts'
import { readRunOutput } from '../../../actions/runs/run-output.ts'
import { claimRun, completeRun, failRun, heartbeatRun } from '../../../actions/runs/run-lease.ts'
import { mayOn } from '../../../domain/access/access.ts'
import { isReference } from '../../../domain/runs/run-results.ts'
import { countRuns, searchRuns, type RunPosition } from '../../../store/runs/run-reads.ts'
import type { RuntimeContext } from '../../context.ts'
import type { InstanceResolvers, MutationResolvers, QueryResolvers, RunResolvers } from '../../generated.ts'
import { runLog } from './run-log.ts'

const runsOrder = 'runs'
const outputRowsMax = 1000

export const run: RunResolvers = {
  instance: async ({ id, instanceId }, _args, { runtime }) => (await runtime.instances.load(instanceId)) ?? noRun(id),
  flow: async ({ id, flowId }, _args, { runtime }) => (await runtime.flows.flows.load(flowId)) ?? noRun(id),
  definitionVersion: ({ definitionVersionId }) =>
    definitionVersionId === null ? null : reference('DefinitionVersion', definitionVersionId),
  notBefore: ({ runAt }) => runAt,
  retryOf: ({ retryOfId }, _args, { runtime }) => (retryOfId === null ? null : runtime.flows.runs.load(retryOfId)),
  retriedBy: ({ id }, _args, { runtime }) => runtime.flows.retries.load(id),
  config: ({ id }, _args, { runtime }) => runtime.flows.configs.load(id),
  blockedBy: ({ blockedBy }, _args, context) => readableBlockers(context, blockedBy),
  upstreamRunIds: async ({ upstreamRunIds }, _args, { runtime }) => {
    const seen = await Promise.all(Object.values(upstreamRunIds).map((id) => findRun(runtime, String(id))))
    return Object.fromEntries(Object.entries(upstreamRunIds).filter((_upstream, index) => seen[index] !== null))
  },
  // A name of a machine: for who may read more than the public does.
  worker: async ({ instanceId, worker }, _args, { runtime, viewer }) => {
    const state = await runtime.instances.load(instanceId)
    return state && mayOn(viewer, READ, state) ? worker : null
  },
  fullOutputs: async ({ id, outputs }, _args, { runtime }) =>
    isReference(outputs) ? await runtime.flows.fullOutputs.load(id) : outputs,
  fullMetrics: async ({ id, metrics }, _args, { runtime }) =>
    isReference(metrics) ? await runtime.flows.fullMetrics.load(id) : metrics,
  ...runLog,
}

export const runFields: Pick<InstanceResolvers, 'runs'> = {
  runs: async (state, args, { runtime }, info) => {
    const first = pageSize(args.first, { fallback: 20 })
    const runs = await runtime.flows.pages.load({
      instanceId: state.id,
      first: first + 1,
      after: positionOf(args.after),
    })
    const totalCount = selects(info, 'totalCount') ? await runtime.flows.counts.load(state.id) : 0
    return connection(runs, { first, totalCount, cursorOf, after: args.after ?? null })
  },
}

export const runMutations: Pick<
  MutationResolvers,
  'triggerRun' | 'cancelRun' | 'retryRun' | 'claimRun' | 'heartbeatRun' | 'completeRun' | 'failRun'
> = {
  triggerRun: async (_parent, { input }, { runtime, viewer }) => ({
    run: await triggerRun(runtime.deps, viewer, input),
  }),
  cancelRun: async (_parent, { input }, { runtime, viewer }) => ({ run: await cancelRun(runtime.deps, viewer, input) }),
  retryRun: async (_parent, { input }, { runtime, viewer }) => ({ run: await retryRun(runtime.deps, viewer, input) }),
  claimRun: (_parent, { input }, { runtime, viewer }) => claimRun(runtime.deps, viewer, input),
  heartbeatRun: async (_parent, { input }, { runtime, viewer }) => ({
    run: await heartbeatRun(runtime.deps, viewer, input),
  }),
  completeRun: async (_parent, { input }, { runtime, viewer }) => ({
    run: await completeRun(runtime.deps, viewer, input),
  }),
  failRun: async (_parent, { input }, { runtime, viewer }) => ({ run: await failRun(runtime.deps, viewer, input) }),
}

export const runQueries: Pick<QueryResolvers, 'run' | 'runs' | 'runOutput'> = {
  run: (_parent, { id }, { runtime }) => findRun(runtime, id),
  runOutput: async (_parent, { id, name, first, after }, { runtime }) => {
    const found = await findRun(runtime, id)
    return found === null
      ? null
      : await readRunOutput(runtime.deps, found, {
          name,
          first: pageSize(first, { max: outputRowsMax, fallback: 100 }),
          after: after ?? null,
        })
  },
  runs: async (_parent, args, { runtime, viewer }, info) => {
    const first = pageSize(args.first, { fallback: 50 })
    const filter = args.filter ?? {}
    const { pool } = runtime.deps
    const runs = await searchRuns(pool, viewer, { filter, first: first + 1, after: positionOf(args.after) })
    const totalCount = selects(info, 'totalCount') ? await countRuns(pool, viewer, filter) : 0
    return connection(runs, { first, totalCount, cursorOf, after: args.after ?? null })
  },
}

/**
 * What a run waits for may be an instance's that the viewer may not read: then only the reason is said. One that is gone
 * is named to those who may read the whole tenant.
 */
export async function readableBlockers(
  { runtime, viewer }: RuntimeContext,
  blockers: readonly JsonObject[],
): Promise<JsonObject[]> {
  return await Promise.all(
    blockers.map(async (blocker) => {
      const { instanceId: id, reason } = blocker
      if (typeof id !== 'string' || (await runtime.instances.load(id)) !== null) return blocker
      return mayOn(viewer, READ, { tenantId: viewer.tenantId, projectId: null, id })
        ? blocker
        : { reason: reason ?? null }
    }),
  )
}

/** A run is for whoever may read its instance. */
export async function findRun(runtime: RuntimeContext['runtime'], id: string): Promise<RunState | null> {
  const found = matchesId('run', 12, id) ? await runtime.flows.runs.load(id) : null
  return found && (await runtime.instances.load(found.instanceId)) ? found : null
}

const cursorOf = ({ createdAt, id }: RunState) => encodePageCursor(runsOrder, [createdAt, id])

function positionOf(after: string | null | undefined): RunPosition | null {
  if (after == null) return null
  const [createdAt, id, ...more] = decodePageCursor(after, runsOrder) ?? []
  const isTime =
    typeof createdAt === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(createdAt) &&
    !Number.isNaN(Date.parse(createdAt))
  if (isTime && typeof id === 'string' && matchesId('run', 12, id) && more.length === 0) return { createdAt, id }
  throw new AppError('BAD_USER_INPUT', {
    public: 'The cursor is not one of this list.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list' }] },
  })
}

export function noRun(id: string): never {
  throw new AppError('NOT_FOUND', { public: `There is no run ${id}.` })
}
