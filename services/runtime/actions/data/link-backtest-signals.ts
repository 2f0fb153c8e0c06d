import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { kindsOfRole, namedSignals, type NamedSignal } from '../../domain/data/backtest-config.ts'
import type { UpstreamSpec } from '../../domain/flows/upstream-input.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { publishCommitted } from '../../engine/lifecycle/lifecycle-change.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { flowsOfInstances } from '../../store/flows/flow-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { lockUpstreams, putUpstreams } from '../../store/flows/upstream-writes.ts'
import { moveUpstreams, specsNow, specsOf } from '../flows/set-upstreams.ts'
import { isReadable } from '../changes/guards.ts'
import { refuseProblems } from '../runs/change-run.ts'

/**
 * Lets the flow of a new BACKTEST work on the signals that its config names (S0-45), in the transaction that makes it.
 * Nothing works on a flow that is not there yet, so it can close no ring. Throws BAD_USER_INPUT for what is no signal.
 */
export async function linkBacktestSignals(tx: Sql, viewer: Viewer, state: InstanceState): Promise<void> {
  const named = namedSignals(state)
  if (named.length === 0) return
  const specs = await specsOfSignals(tx, viewer, named)
  const [flow] = (await flowsOfInstances(tx, [state.id])).get(state.id) ?? []
  if (flow) await putUpstreams(tx, { flowId: flow.id, tenantId: state.tenantId }, specs)
}

/** Refuses a config of a BACKTEST that names what is no signal, before it is written. */
export async function checkBacktestSignals(
  deps: RuntimeDeps,
  viewer: Viewer,
  state: InstanceState,
  config: JsonObject,
): Promise<void> {
  const named = namedSignals({ kind: state.kind, config })
  if (named.length > 0) await specsOfSignals(deps.pool, viewer, named)
}

/**
 * Lets a BACKTEST whose config has changed work on what the config names now: roles that it names no signal for keep
 * what was set by hand. A crash before this leaves a run that is refused, because its upstreams are not those of its config.
 */
export async function relinkBacktestSignals(deps: RuntimeDeps, viewer: Viewer, id: string): Promise<void> {
  const published = await withTransaction(deps.pool, async (tx) => {
    await lockUpstreams(tx, viewer.tenantId)
    const state = (await loadStates(tx, [id], { forUpdate: true })).get(id)
    const [flow] = (await flowsOfInstances(tx, [id])).get(id) ?? []
    if (!state || !flow) return []
    const named = namedSignals(state)
    const roles = new Set(named.map(({ role }) => role))
    const specs = [
      ...(await specsOfSignals(tx, viewer, named)),
      ...(await specsNow(tx, flow.id)).filter(
        ({ role }) => !roles.has(role) && (named.length === 0 || role !== 'secondary'),
      ),
    ]
    return await moveUpstreams(deps, tx, viewer, { flowId: flow.id, specs, changeId: newChangeId() })
  })
  publishCommitted(deps, published)
}

async function specsOfSignals(sql: Sql, viewer: Viewer, named: readonly NamedSignal[]): Promise<UpstreamSpec[]> {
  const found = await loadStates(
    sql,
    named.map(({ instanceId }) => instanceId),
  )
  const kindOf = (id: string) => (isReadable(viewer, found.get(id)) ? found.get(id)?.kind : undefined)
  refuseProblems(
    named
      .filter(({ instanceId, role }) => !kindsOfRole(role).some((kind) => kind === kindOf(instanceId)))
      .map(({ pointer, role }) => ({ pointer, message: `must be the id of a ${kindsOfRole(role).join(' or ')}` })),
  )
  return await specsOf(
    sql,
    viewer,
    // A model has several flows: what it gives comes of its inference.
    named.map(({ instanceId, role }) => ({
      instanceId,
      role,
      ...(kindOf(instanceId) === 'MODEL' ? { flow: 'inference' } : {}),
    })),
  )
}
