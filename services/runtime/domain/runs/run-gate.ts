import type { Lifecycle, Readiness } from '../../../../schema/enums.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/** An upstream of a flow, as the gate sees it. */
export type UpstreamFact = {
  flowId: string
  instanceId: string
  name: string
  role: string
  status: Readiness
  removed: boolean
  lastSuccessRunId: string | null
}

/** Why a run may not start yet, or never will. */
export type Gate =
  | { open: true }
  | { open: false; blockers: JsonObject[] }
  /** Nothing will make it start any more. */
  | { open: null; reason: string }

/**
 * Whether a run may start (S0-31, S0-32): its instance must be one whose runs start, and every upstream flow READY. That
 * is asked of flows, not of instances: an instance that is STALE for another flow's sake blocks nobody.
 */
export function gateOf(
  instance: { id: string; lifecycle: Lifecycle; deleted: boolean },
  upstreams: readonly UpstreamFact[],
): Gate {
  const { id, lifecycle, deleted } = instance
  if (deleted) return { open: null, reason: 'its instance is deleted' }
  if (!startableLifecycles.includes(lifecycle) && lifecycle !== 'PAUSED')
    return { open: null, reason: `its instance is ${lifecycle}` }
  const paused =
    lifecycle === 'PAUSED'
      ? [{ flowId: null, instanceId: id, name: null, status: lifecycle, reason: 'INSTANCE_PAUSED' }]
      : []
  const blockers = [...paused, ...upstreams.filter(isBlocking).map(blockerOf)]
  return blockers.length === 0 ? { open: true } : { open: false, blockers }
}

/**
 * An instance that was never started lets somebody try it out by hand; its schedules wait for the start. A paused one
 * keeps what is due until it is resumed; one that is stopped runs nothing any more.
 */
export const startableLifecycles: readonly Lifecycle[] = ['CREATED', 'ACTIVE']

export const isBlocking = ({ status, removed }: Pick<UpstreamFact, 'status' | 'removed'>): boolean =>
  removed || status !== 'READY'

const blockerOf = ({ flowId, instanceId, name, status, removed }: UpstreamFact): JsonObject => ({
  flowId,
  instanceId,
  name,
  status,
  reason: removed ? 'UPSTREAM_REMOVED' : 'UPSTREAM_NOT_READY',
})
