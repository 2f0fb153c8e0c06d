import type { RunTrigger } from '../../../../schema/enums.ts'
import type { JsonObject, RunState } from '../../../../schema/events.ts'
import type { Gate } from './run-gate.ts'

/** How often a run is tried that fails in a way that trying again may mend, or whose worker dies. */
export const attemptsMax = 3

export type RunOrder = {
  id: string
  flow: { id: string; tenantId: string; instanceId: string; runKind: string; codeRef: string | null }
  trigger: RunTrigger
  gate: Gate
  now: string
  scheduledFor?: string | null
  runAt?: string | null
  actorId?: string | null
  reason?: string | null
  parameters?: JsonObject
  /** The run that this one tries again. */
  retryOf?: RunState | null
}

/** A run before anybody has carried it out: QUEUED, or BLOCKED and saying by what. */
export function newRun({ id, flow, trigger, gate, now, retryOf = null, ...order }: RunOrder): RunState {
  const blockers = gate.open === false ? gate.blockers : []
  return {
    id,
    tenantId: flow.tenantId,
    instanceId: flow.instanceId,
    flowId: flow.id,
    kind: flow.runKind,
    status: blockers.length > 0 ? 'BLOCKED' : 'QUEUED',
    trigger,
    scheduledFor: order.scheduledFor ?? retryOf?.scheduledFor ?? null,
    createdAt: now,
    queuedAt: now,
    runAt: order.runAt ?? null,
    startedAt: null,
    endedAt: null,
    actorId: order.actorId ?? null,
    reason: order.reason ?? null,
    parameters: order.parameters ?? retryOf?.parameters ?? {},
    codeRef: flow.codeRef,
    definitionVersionId: null,
    configHash: null,
    propsRevision: null,
    upstreamRunIds: {},
    worker: null,
    progress: null,
    outputs: null,
    metrics: null,
    error: null,
    blockedBy: blockers,
    attempt: retryOf === null ? 1 : retryOf.attempt + 1,
    // Asked for by hand, one that has used up its tries is tried once more.
    maxAttempts: retryOf === null ? attemptsMax : Math.max(retryOf.maxAttempts, retryOf.attempt + 1),
    retryOfId: retryOf?.id ?? null,
    cancelRequestedAt: null,
  }
}
