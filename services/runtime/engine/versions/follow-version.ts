import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { planFlows } from '../../domain/flows/flow-plan.ts'
import type { InstanceFacts } from '../../domain/state/instance-facts.ts'
import { upstreamFacts } from '../../store/flows/flow-reads.ts'
import { allFlowsOf, lockInstancesOf } from '../../store/flows/flow-writes.ts'
import { deriveFlows, type RunChangeDeps } from '../flows/derive-flows.ts'
import { pairFlows } from '../flows/pair-flows.ts'
import type { Published } from '../changes/publisher.ts'

/** Whether a change of version or config concerns flows: those that the instance has, or is to get. */
export const concernsFlows = (
  before: InstanceState,
  after: InstanceState,
  target: InstanceFacts | undefined,
): boolean =>
  (before.resolvedVersionId !== after.resolvedVersionId || before.config !== after.config) &&
  (before.readiness !== null || target === undefined || planFlows(after.kind, target).length > 0)

/**
 * Gives an instance that has moved to another version the flows of that one, in the transaction of the move. What has
 * succeeded under another version or config is stale from now on. Returns the change of readiness, if there is one.
 */
export async function followVersion(
  deps: RunChangeDeps,
  tx: Sql,
  state: InstanceState,
  { isOtherVersion }: { isOtherVersion: boolean },
): Promise<Published[]> {
  const { id } = state
  if (isOtherVersion) await pairFlows(deps, tx, state)
  const flows = new Map((await allFlowsOf(tx, [id])).map((flow) => [flow.id, flow]))
  const concerned = [...flows.values()].filter(({ removedAt }) => removedAt === null).map((flow) => flow.id)
  const { instances, now } = await lockInstancesOf(tx, { flowIds: [...flows.keys()] })
  const upstreams = await upstreamFacts(tx, concerned, { hold: false })
  return await deriveFlows(deps, tx, { instances, flows, concerned, news: new Set(), upstreams, now })
}
