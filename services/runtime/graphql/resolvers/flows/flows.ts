import { pageSize } from '../../../../../kit/graphql/connection.ts'
import { matchesId } from '../../../../../kit/pure/ids/id-format.ts'
import { AppError } from '../../../../../kit/errors/app-error.ts'
import type { InstanceState } from '../../../../../schema/events.ts'
import { setFlowHandles } from '../../../actions/flows/set-flow-handles.ts'
import { promoteModel } from '../../../actions/flows/promote-model.ts'
import { setUpstreams } from '../../../actions/flows/set-upstreams.ts'
import { explainReadiness } from '../../../domain/flows/explain-readiness.ts'
import { isReference } from '../../../domain/runs/run-results.ts'
import { isBlocking } from '../../../domain/runs/run-gate.ts'
import type { FlowRecord } from '../../../store/flows/flow-row.ts'
import type { RuntimeContext } from '../../context.ts'
import type {
  FlowResolvers,
  InstanceResolvers,
  ModelVersionResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../../generated.ts'
import { payload } from '../../payload.ts'
import { noRun, readableBlockers } from './runs.ts'
import { flowSchedule } from './schedules.ts'

type Runtime = RuntimeContext['runtime']

export const flow: FlowResolvers = {
  instance: async ({ id, instanceId }, _args, { runtime }) => (await runtime.instances.load(instanceId)) ?? noFlow(id),
  upstreams: async ({ id }, _args, { runtime }) =>
    await readable(
      runtime,
      (await runtime.flows.upstreams.load(id)).map(({ flow }) => flow),
    ),
  upstreamRefs: async ({ id }, _args, { runtime }) => {
    const refs = await runtime.flows.upstreams.load(id)
    const seen = new Set(
      (
        await readable(
          runtime,
          refs.map(({ flow }) => flow),
        )
      ).map((each) => each.id),
    )
    return refs.filter((ref) => seen.has(ref.flow.id))
  },
  downstreams: async ({ id }, _args, { runtime }) => await readable(runtime, await runtime.flows.downstreams.load(id)),
  lastRun: ({ id }, _args, { runtime }) => runtime.flows.lastRuns.load(id),
  ...flowSchedule,
}

export const modelVersion: ModelVersionResolvers = {
  run: async ({ runId }, _args, { runtime }) => (await runtime.flows.runs.load(runId)) ?? noRun(runId),
  metrics: async ({ runId }, _args, { runtime }) => {
    const metrics = (await runtime.flows.runs.load(runId))?.metrics ?? null
    return isReference(metrics) ? await runtime.flows.fullMetrics.load(runId) : metrics
  },
  stagedBy: ({ stagedBy }) => (stagedBy === null ? null : { __typename: 'Principal', id: stagedBy }),
}

export const flowFields: Pick<InstanceResolvers, 'flows' | 'modelVersions' | 'readinessExplanation'> = {
  flows: (state, _args, { runtime }) => runtime.flows.ofInstance.load(state.id),
  modelVersions: ({ id }, { first }, { runtime }) =>
    runtime.flows.models.load({ instanceId: id, first: pageSize(first, { fallback: 20 }) }),
  readinessExplanation: (state, _args, context) => explain(state, context),
}

export const flowMutations: Pick<MutationResolvers, 'setUpstreams' | 'setFlowHandles' | 'promoteModel'> = {
  setUpstreams: async (_parent, { input }, { runtime, viewer }) =>
    payload(await setUpstreams(runtime.deps, viewer, input)),
  setFlowHandles: async (_parent, { input }, { runtime, viewer }) =>
    payload(await setFlowHandles(runtime.deps, viewer, input)),
  promoteModel: async (_parent, { input }, { runtime, viewer }) => ({
    modelVersion: await promoteModel(runtime.deps, viewer, input),
  }),
}

export const flowQueries: Pick<QueryResolvers, 'upstreamFreshness'> = {
  upstreamFreshness: async (_parent, { flowId }, { runtime }) => {
    const flow = matchesId('flow', 8, flowId) ? await runtime.flows.flows.load(flowId) : null
    if (flow === null || flow.removedAt !== null || (await runtime.instances.load(flow.instanceId)) === null)
      return noFlow(flowId)
    const upstreams = (await runtime.flows.upstreams.load(flow.id)).map((ref) => ref.flow)
    const blocking = upstreams.filter(({ status, removedAt }) => isBlocking({ status, removed: removedAt !== null }))
    return { ready: blocking.length === 0, blockers: await readable(runtime, blocking) }
  },
}

/** An upstream may be an instance's that the viewer may not read; it is not named then. A flow in two roles is one flow. */
async function readable(runtime: Runtime, flows: readonly FlowRecord[]): Promise<FlowRecord[]> {
  const unique = [...new Map(flows.map((flow) => [flow.id, flow])).values()]
  const states = await Promise.all(unique.map(({ instanceId }) => runtime.instances.load(instanceId)))
  return unique.filter((_flow, index) => states[index] !== null)
}

async function explain(state: InstanceState, context: RuntimeContext) {
  const { runtime } = context
  const flows = await runtime.flows.ofInstance.load(state.id)
  if (flows.length === 0) return null
  const { statusContract } = await runtime.deps.facts.get(state.resolvedVersionId)
  const explained = flows.map(async (flow) => {
    const refs = await runtime.flows.upstreams.load(flow.id)
    const seen = new Set(
      (
        await readable(
          runtime,
          refs.map((ref) => ref.flow),
        )
      ).map(({ id }) => id),
    )
    const lastRun = await runtime.flows.lastRuns.load(flow.id)
    return {
      flow,
      lastRun: lastRun && { ...lastRun, blockedBy: await readableBlockers(context, lastRun.blockedBy) },
      upstreams: refs.filter((ref) => seen.has(ref.flow.id)),
    }
  })
  return explainReadiness(await Promise.all(explained), statusContract)
}

function noFlow(id: string): never {
  throw new AppError('NOT_FOUND', { public: `There is no flow ${id}.` })
}
