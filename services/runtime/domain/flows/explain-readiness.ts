import type { Readiness } from '../../../../schema/enums.ts'
import type { JsonObject, RunState } from '../../../../schema/events.ts'
import { aggregateReadiness } from './aggregate-readiness.ts'

export type ExplainedFlow = {
  flow: {
    id: string
    name: string
    status: string
    staleReason: string | null
    staleSince: string | null
    lastSuccessAt: string | null
  }
  lastRun: Pick<RunState, 'id' | 'status' | 'error' | 'blockedBy'> | null
  upstreams: readonly { role: string; flow: { id: string; instanceId: string; name: string; status: string } }[]
}

/**
 * Why an instance's readiness is what it is: the rule, every flow with its reason, the run that stands behind it, and
 * the upstreams that are not READY. Null where there are no flows.
 */
export function explainReadiness(flows: readonly ExplainedFlow[], contract: JsonObject): JsonObject | null {
  const readiness = aggregateReadiness(
    flows.map(({ flow }) => flow.status as Readiness),
    contract,
  )
  if (readiness === null) return null
  return {
    readiness,
    method: 'min_severity',
    decidedBy: flows.filter(({ flow }) => flow.status === readiness).map(({ flow }) => flow.name),
    flows: flows.map(({ flow, lastRun, upstreams }) => ({
      flowId: flow.id,
      name: flow.name,
      status: flow.status,
      staleReason: flow.staleReason,
      staleSince: flow.staleSince,
      lastSuccessAt: flow.lastSuccessAt,
      run: lastRun && { id: lastRun.id, status: lastRun.status, error: lastRun.error, blockedBy: lastRun.blockedBy },
      waitsFor: upstreams
        .filter(({ flow: upstream }) => upstream.status !== 'READY')
        .map(({ role, flow: { id, instanceId, name, status } }) => ({ flowId: id, instanceId, name, role, status })),
    })),
  }
}
