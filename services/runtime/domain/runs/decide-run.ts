import type { RunStatus } from '../../../../schema/enums.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, Json, JsonObject, RunEventType, RunState } from '../../../../schema/events.ts'
import type { Gate, UpstreamFact } from './run-gate.ts'
import { runMoves, type RunStep } from './run-machine.ts'

/** What somebody says happens, or is to happen, to a run. */
export type RunCommand =
  /** It is due, or what it waited for may have changed. */
  | { type: 'QUEUE' }
  | { type: 'START'; worker: string; lease: string; leaseMs: number }
  | { type: 'REQUEST_CANCEL'; by: string | null; reason: string | null }
  | { type: 'SUCCEED'; outputs: JsonObject; metrics: JsonObject | null; dataTime: string | null }
  | { type: 'FAIL'; error: JsonObject; retryable: boolean }
  /** Its worker has stopped it, because somebody wanted that. */
  | { type: 'CANCEL'; reason: string | null }
  /** Its worker has fallen silent. */
  | { type: 'CRASH'; error: JsonObject }
  | { type: 'SKIP'; reason: string }

export type RunContext = {
  instance: InstanceState
  codeRef: string | null
  gate: Gate
  upstreams: readonly UpstreamFact[]
  now: string
}

/** `retryAfter`: it is to be tried again; how long to wait is for the caller to say (a crash needs no waiting). */
export type RunDecision = {
  after: RunState
  event: { type: RunEventType; body: JsonObject }
  secrets: { config?: JsonObject; lease?: string; leaseExpiresAt?: string; heartbeatAt?: string }
  retry: 'AT_ONCE' | 'BACK_OFF' | null
}

/** What a command makes of a run; null where it changes nothing, as everything does that comes too late. Pure. */
export function decideRun(run: RunState, command: RunCommand, context: RunContext): RunDecision | null {
  const { gate, now } = context
  const to = (step: RunStep): RunStatus | null => runMoves[run.status as RunStatus][step]
  const end = (step: RunStep, set: Partial<RunState>, retry: RunDecision['retry'] = null): RunDecision | null => {
    const status = to(step)
    if (status === null) return null
    return {
      after: { ...run, ...set, status, endedAt: now, blockedBy: [] },
      event: { type: status as RunEventType, body: {} },
      secrets: {},
      retry,
    }
  }
  const mayRetry = run.attempt < run.maxAttempts && run.cancelRequestedAt === null && gate.open !== null
  switch (command.type) {
    case 'QUEUE':
    case 'START':
      if (to(command.type) === null) return null
      if (run.cancelRequestedAt !== null) return end('CANCEL', {})
      if (gate.open === null) return end('CANCEL', { reason: gate.reason })
      if (!gate.open) return block(run, gate.blockers)
      return command.type === 'START' ? start(run, command, context) : queue(run, now)
    case 'REQUEST_CANCEL': {
      const status = to('REQUEST_CANCEL')
      if (status === 'CANCELLED')
        return end('REQUEST_CANCEL', { reason: command.reason, cancelRequestedAt: run.cancelRequestedAt ?? now })
      if (status === null || run.cancelRequestedAt !== null) return null
      const body = { by: command.by, reason: command.reason }
      return {
        after: { ...run, cancelRequestedAt: now, reason: command.reason ?? run.reason },
        event: { type: 'CANCEL_REQUESTED', body },
        secrets: {},
        retry: null,
      }
    }
    case 'SUCCEED':
      return end('SUCCEED', { outputs: command.outputs, metrics: command.metrics, progress: 1 })
    case 'FAIL':
      return end('FAIL', { error: command.error }, command.retryable && mayRetry ? 'BACK_OFF' : null)
    case 'CANCEL':
      return end('CANCEL', command.reason === null ? {} : { reason: command.reason })
    case 'CRASH':
      // Who was told to stop and then fell silent has stopped.
      return run.cancelRequestedAt === null
        ? end('CRASH', { error: command.error }, mayRetry ? 'AT_ONCE' : null)
        : end('CANCEL', {})
    case 'SKIP':
      return end('SKIP', { reason: command.reason })
  }
}

function queue(run: RunState, now: string): RunDecision {
  return {
    after: { ...run, status: 'QUEUED', queuedAt: now, blockedBy: [] },
    event: { type: 'QUEUED', body: {} },
    secrets: {},
    retry: null,
  }
}

function block(run: RunState, blockers: JsonObject[]): RunDecision | null {
  if (run.status === 'BLOCKED' && deepEqualJson(run.blockedBy as Json, blockers as Json)) return null
  return {
    after: { ...run, status: 'BLOCKED', blockedBy: blockers },
    event: { type: 'BLOCKED', body: {} },
    secrets: {},
    retry: null,
  }
}

/** Everything that it works with is pinned here: what changes afterwards is another run's. */
function start(
  run: RunState,
  { worker, lease, leaseMs }: Extract<RunCommand, { type: 'START' }>,
  { instance, codeRef, upstreams, now }: RunContext,
): RunDecision {
  const after: RunState = {
    ...run,
    status: 'RUNNING',
    startedAt: now,
    worker,
    codeRef,
    blockedBy: [],
    definitionVersionId: instance.resolvedVersionId,
    configHash: configHash(instance.config),
    propsRevision: instance.revision,
    upstreamRunIds: Object.fromEntries(
      upstreams.flatMap(({ flowId, lastSuccessRunId }) =>
        lastSuccessRunId === null ? [] : [[flowId, lastSuccessRunId]],
      ),
    ),
  }
  const leaseExpiresAt = new Date(Date.parse(now) + leaseMs).toISOString()
  return {
    after,
    event: { type: 'STARTED', body: {} },
    secrets: { config: instance.config, lease, leaseExpiresAt, heartbeatAt: now },
    retry: null,
  }
}

/** What a config is recognised by. */
export const configHash = (config: JsonObject): string => sha256Hex(canonicalJson(config))
