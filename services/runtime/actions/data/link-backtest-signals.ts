import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { namedSignals } from '../../domain/data/backtest-config.ts'
import { flowsOfInstances } from '../../store/flows/flow-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { putUpstreams } from '../../store/flows/upstream-writes.ts'
import { refuseProblems } from '../runs/change-run.ts'
import { specsOf } from '../flows/set-upstreams.ts'

/**
 * Lets the flow of a new BACKTEST work on the signals that its config names (S0-45), in the transaction that makes it.
 * Nothing works on a flow that is not there yet, so it can close no ring. Throws BAD_USER_INPUT for what is no SIGNAL.
 */
export async function linkBacktestSignals(tx: Sql, state: InstanceState): Promise<void> {
  const named = namedSignals(state)
  if (named.length === 0) return
  const found = await loadStates(
    tx,
    named.map(({ instanceId }) => instanceId),
  )
  const isSignal = (id: string) => found.get(id)?.tenantId === state.tenantId && found.get(id)?.kind === 'SIGNAL'
  refuseProblems(
    named
      .filter(({ instanceId }) => !isSignal(instanceId))
      .map(({ pointer }) => ({ pointer, message: 'must be the id of a SIGNAL' })),
  )
  const specs = await specsOf(tx, state.tenantId, named)
  const [flow] = (await flowsOfInstances(tx, [state.id])).get(state.id) ?? []
  if (flow) await putUpstreams(tx, { flowId: flow.id, tenantId: state.tenantId }, specs)
}
