import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { planFlows } from '../../domain/flows/flow-plan.ts'
import { putFlows } from '../../store/flows/flow-writes.ts'
import type { RunChangeDeps } from './derive-flows.ts'

/**
 * Gives an instance the flows of its definition version, each known to the provider of runs, in the caller's transaction:
 * they are made, changed and removed with what they belong to (S0-11 to S0-16).
 */
export async function pairFlows(
  { engine, facts }: RunChangeDeps,
  tx: Sql,
  { id, tenantId, kind, resolvedVersionId }: InstanceState,
): Promise<void> {
  const planned = planFlows(kind, await facts.get(resolvedVersionId))
  const paired = planned.map(async (flow) => ({ ...flow, handles: await engine.pair(tx, id, flow) }))
  await putFlows(tx, { id, tenantId }, await Promise.all(paired))
}
