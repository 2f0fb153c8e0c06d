import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import { chooseFlow } from '../../domain/flows/choose-flow.ts'
import { toError } from '../../domain/state/refusal.ts'
import {
  doubledUpstream,
  upstreamProblems,
  type UpstreamInput,
  type UpstreamSpec,
} from '../../domain/flows/upstream-input.ts'
import { newChangeId, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import { deriveFlows } from '../../engine/flows/derive-flows.ts'
import { publishCommitted } from '../../engine/lifecycle/lifecycle-change.ts'
import type { Published } from '../../engine/changes/publisher.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { flowsOfInstances, upstreamFacts, upstreamsOf } from '../../store/flows/flow-reads.ts'
import { allFlowsOf, lockInstancesOf } from '../../store/flows/flow-writes.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { lockUpstreams, putUpstreams, wayBetween } from '../../store/flows/upstream-writes.ts'
import { refuseProblems } from '../runs/change-run.ts'
import { guardMutation, isReadable, permitted } from '../changes/guards.ts'

export type SetUpstreamsInput = { id: string; flow?: string | null; upstreams: readonly UpstreamInput[] }

/**
 * Says what a flow works on (S0-06, S0-10): flows of other instances, or of its own, each in a role. Its status follows:
 * an upstream whose newest success it has not worked on makes it STALE. What waits to start is asked again.
 */
export async function setUpstreams(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: SetUpstreamsInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'setUpstreams', {})
  const wrong = upstreamProblems(input.upstreams)
  if (!wrong.ok) throw toError(wrong.refusal)
  const changeId = newChangeId()
  const { outcome, published } = await withTransaction(
    deps.pool,
    async (tx): Promise<{ outcome: ChangeOutcome; published: Published[] }> => {
      await lockUpstreams(tx, viewer.tenantId)
      const states = await loadStates(tx, [input.id], { forUpdate: true })
      const state = permitted(viewer, 'setUpstreams', input.id, states.get(input.id))
      const own = chooseFlow((await flowsOfInstances(tx, [state.id])).get(state.id) ?? [], input.flow)
      if (!own.ok) throw toError(own.refusal)
      const specs = await specsOf(tx, viewer, input.upstreams)
      const published = await moveUpstreams(deps, tx, viewer, { flowId: own.flow.id, specs, changeId })
      const unchanged = { state, revision: state.revision, changeId, changed: false }
      const [change] = published
      return {
        published,
        outcome: change ? { state: change.state, revision: change.revision, changeId, changed: true } : unchanged,
      }
    },
  )
  publishCommitted(deps, published)
  return outcome
}

/** What a flow works on now, in the order in which it was set. */
export const specsNow = async (tx: Sql, flowId: string): Promise<UpstreamSpec[]> =>
  ((await upstreamsOf(tx, [flowId])).get(flowId) ?? []).map(({ role, flow }) => ({ upstreamFlowId: flow.id, role }))

/** Lets a flow work on these from now on, under the tenant's lock of upstreams and that of the instance; nothing where it does already. */
export async function moveUpstreams(
  deps: RuntimeDeps,
  tx: Sql,
  viewer: Viewer,
  { flowId, specs, changeId }: { flowId: string; specs: readonly UpstreamSpec[]; changeId: string },
): Promise<Published[]> {
  const before = await specsNow(tx, flowId)
  if (JSON.stringify(before) === JSON.stringify(specs)) return []
  await refuseRing(tx, flowId, specs)
  await putUpstreams(tx, { flowId, tenantId: viewer.tenantId }, specs)
  const activity = {
    action: 'flow.upstreams-set',
    resourceType: 'Flow',
    resourceId: flowId,
    before: { upstreams: before },
    after: { upstreams: [...specs] },
  }
  await recordActivity(tx, { tenantId: viewer.tenantId, actorId: viewer.principalId, ...activity, changeId })
  const published = await derive(deps, tx, flowId)
  await deps.engine.enqueue(tx, [{ type: 'flows', flowIds: [flowId] }])
  return published
}

/** The flows that are meant, each refused at its place in the input. */
export async function specsOf(tx: Sql, viewer: Viewer, upstreams: readonly UpstreamInput[]): Promise<UpstreamSpec[]> {
  const ids = [...new Set(upstreams.map(({ instanceId }) => instanceId))].filter((id) => matchesId('inst', 8, id))
  const states = await loadStates(tx, ids)
  const flows = await flowsOfInstances(tx, ids)
  const specs = upstreams.map(({ instanceId, flow, role }, index): UpstreamSpec => {
    if (!isReadable(viewer, states.get(instanceId))) {
      throw new AppError('NOT_FOUND', {
        public: `There is no instance ${instanceId}.`,
        details: { problems: [{ pointer: `/upstreams/${index}/instanceId`, message: 'names no instance' }] },
      })
    }
    const chosen = chooseFlow(flows.get(instanceId) ?? [], flow)
    if (!chosen.ok) {
      const { details, ...refusal } = chosen.refusal
      throw toError({
        ...refusal,
        details: { ...details, problems: [{ pointer: `/upstreams/${index}/flow`, message: refusal.public }] },
      })
    }
    return { upstreamFlowId: chosen.flow.id, role: role ?? 'input' }
  })
  const doubled = doubledUpstream(specs)
  refuseProblems(doubled < 0 ? [] : [{ pointer: `/upstreams/${doubled}`, message: 'is there twice in this role' }])
  return specs
}

async function refuseRing(tx: Sql, flowId: string, specs: readonly UpstreamSpec[]): Promise<void> {
  const way = await wayBetween(
    tx,
    flowId,
    specs.map(({ upstreamFlowId }) => upstreamFlowId),
  )
  if (way === null) return
  throw new AppError('CYCLE', {
    public: way.length === 1 ? 'A flow cannot work on itself.' : 'The flow would come to work on itself.',
    details: { flowId, path: [...way, flowId] },
  })
}

async function derive(deps: RuntimeDeps, tx: Sql, flowId: string): Promise<Published[]> {
  const { instances, now } = await lockInstancesOf(tx, { flowIds: [flowId] })
  const flows = new Map((await allFlowsOf(tx, [...instances.keys()])).map((flow) => [flow.id, flow]))
  // Held: an upstream that succeeds at this moment either is seen here or sees that this flow works on it.
  const upstreams = await upstreamFacts(tx, [flowId], { hold: true })
  return await deriveFlows(deps, tx, { instances, flows, concerned: [flowId], news: new Set(), upstreams, now })
}
