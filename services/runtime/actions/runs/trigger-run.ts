import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject, RunState } from '../../../../schema/events.ts'
import { chooseFlow } from '../../domain/flows/choose-flow.ts'
import { newRun, type RunOrder } from '../../domain/runs/new-run.ts'
import { tooLarge } from '../../domain/state/payload-size.ts'
import { toError } from '../../domain/state/refusal.ts'
import { gateOf } from '../../domain/runs/run-gate.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { tellRuns } from '../../engine/runs/run-command-batcher.ts'
import type { RunEffects } from '../../engine/runs/run-changes.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { flowsOfInstances, loadFlows, upstreamFacts } from '../../store/flows/flow-reads.ts'
import type { FlowRecord } from '../../store/flows/flow-row.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { insertRuns, logRunEvents } from '../../store/runs/run-writes.ts'
import { databaseNow } from '../../store/schedules/schedules.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { changeRun, recordRun, requireRun } from './change-run.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'
import { checkReason } from '../lifecycle/transition-instance.ts'

export type TriggerRunInput = {
  instanceId: string
  flow?: string | null
  parameters?: Record<string, unknown> | null
  idempotencyKey?: string | null
}

/** One more run of a flow, by hand (S1-38). */
export async function triggerRun(deps: RuntimeDeps, viewer: Viewer, input: TriggerRunInput): Promise<RunState> {
  guardMutation(viewer, 'triggerRun', { idempotencyKey: input.idempotencyKey ?? null })
  const parameters = (input.parameters ?? {}) as JsonObject
  const large = tooLarge('parameters', parameters, deps.bytesMax)
  if (large) throw toError(large.refusal)
  const key = keyOf('triggerRun', input)
  const { run, effects } = await withTransaction(deps.pool, async (tx) => {
    const states = await loadStates(tx, [input.instanceId])
    const instance = permitted(viewer, 'triggerRun', input.instanceId, states.get(input.instanceId))
    const stored = key && (await findStoredResult(tx, viewer.tenantId, key))
    if (stored) return { run: await requireRun(tx, viewer, 'triggerRun', stored.runId as string), effects: null }
    const chosen = chooseFlow((await flowsOfInstances(tx, [instance.id])).get(instance.id) ?? [], input.flow)
    if (!chosen.ok) throw toError(chosen.refusal)
    const order = { id: newId('run', 12), trigger: 'MANUAL' as const, actorId: viewer.principalId, parameters }
    const { run, effects } = await orderRun(deps, tx, { instance, flow: chosen.flow }, order)
    const result = { instanceId: instance.id, revision: instance.revision, changeId: newChangeId(), runId: run.id }
    if (key && !(await rememberResult(tx, viewer.tenantId, key, result))) throw mismatch()
    await recordRun(tx, viewer, 'run.triggered', run, { parameters })
    return { run, effects }
  })
  if (effects) tellRuns(deps, effects)
  return run
}

export type RunInput = { id: string; reason?: string | null }

const retryable = ['FAILED', 'CRASHED', 'CANCELLED']

/** A new run in place of one that came to nothing; the old one stays as it ended. */
export async function retryRun(deps: RuntimeDeps, viewer: Viewer, { id, reason = null }: RunInput): Promise<RunState> {
  guardMutation(viewer, 'retryRun', {})
  checkReason(reason)
  const { run, effects } = await withTransaction(deps.pool, async (tx) => {
    const retryOf = await requireRun(tx, viewer, 'retryRun', id)
    if (!retryable.includes(retryOf.status)) {
      throw new AppError('INVALID_TRANSITION', {
        public: `A run that is ${retryOf.status} cannot be tried again.`,
        details: { runId: id, from: retryOf.status, event: 'RETRY', to: null, allowed: retryable },
      })
    }
    const flow = (await loadFlows(tx, [retryOf.flowId])).get(retryOf.flowId) as FlowRecord
    const instance = (await loadStates(tx, [retryOf.instanceId])).get(retryOf.instanceId)
    if (!instance || flow.removedAt !== null)
      throw new AppError('NOT_FOUND', { public: `The flow of run ${id} is gone.` })
    const order = { id: newId('run', 12), trigger: 'RETRY' as const, actorId: viewer.principalId, reason, retryOf }
    const { run, effects } = await orderRun(deps, tx, { instance, flow }, order)
    await recordRun(tx, viewer, 'run.retried', run, { retryOf: id })
    return { run, effects }
  })
  tellRuns(deps, effects)
  return run
}

/** Somebody wants a run to end; what runs is reached through the bus at once, by its heartbeat at the latest. */
export async function cancelRun(deps: RuntimeDeps, viewer: Viewer, { id, reason = null }: RunInput): Promise<RunState> {
  guardMutation(viewer, 'cancelRun', {})
  checkReason(reason)
  const { run } = await changeRun(
    deps,
    viewer,
    'cancelRun',
    { runId: id, command: { type: 'REQUEST_CANCEL', by: viewer.principalId, reason } },
    'run.cancelled',
  )
  if (run.status === 'RUNNING') deps.publisher.cancelRuns([id])
  return run
}

/** Puts a run on its way in the caller's transaction: QUEUED with its job, or BLOCKED by what it waits for. */
async function orderRun(
  deps: RuntimeDeps,
  tx: Sql,
  { instance, flow }: { instance: InstanceState; flow: FlowRecord },
  order: Omit<RunOrder, 'flow' | 'gate' | 'now'>,
): Promise<{ run: RunState; effects: RunEffects }> {
  const upstreams = (await upstreamFacts(tx, [flow.id], { hold: true })).get(flow.id) ?? []
  const gate = gateOf({ id: instance.id, lifecycle: instance.lifecycle, deleted: false }, upstreams)
  if (gate.open === null) {
    throw new AppError('INVALID_TRANSITION', {
      public: `Nothing of it can run: ${gate.reason}.`,
      details: { instanceId: instance.id, from: instance.lifecycle, event: 'RUN', to: null, allowed: [] },
    })
  }
  const now = await databaseNow(tx)
  const run = newRun({ ...order, flow, gate, now })
  if ((await insertRuns(tx, [run])).length === 0) {
    throw new AppError('CONFLICT', {
      public: `Run ${order.retryOf?.id ?? ''} is tried again already.`,
      details: { runId: order.retryOf?.id ?? null },
    })
  }
  if (run.status === 'QUEUED') await deps.engine.enqueue(tx, [{ type: 'run', runId: run.id, codeRef: flow.codeRef }])
  const events = await logRunEvents(tx, [
    { type: run.status === 'BLOCKED' ? 'BLOCKED' : 'QUEUED', at: now, body: {}, run },
  ])
  return { run, effects: { runs: events.map((event) => ({ event, instance })), instances: [] } }
}
