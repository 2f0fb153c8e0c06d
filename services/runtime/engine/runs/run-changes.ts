import type { Sql } from '../../../../kit/db/pool.ts'
import { fullJitter } from '../../../../kit/pure/time/backoff.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { isJsonObject } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, JsonObject, RunState } from '../../../../schema/events.ts'
import { decideRun, type RunCommand, type RunDecision } from '../../domain/runs/decide-run.ts'
import { newRun } from '../../domain/runs/new-run.ts'
import { toError } from '../../domain/state/refusal.ts'
import { gateOf, type Gate, type UpstreamFact } from '../../domain/runs/run-gate.ts'
import { keepResult } from '../../domain/runs/run-results.ts'
import type { FlowRecord } from '../../store/flows/flow-row.ts'
import { insertModelVersions, type NewModelVersion } from '../../store/flows/model-versions.ts'
import type { Finding } from '../../domain/flows/readiness-command.ts'
import { upstreamFacts } from '../../store/flows/flow-reads.ts'
import { flowsInLine } from '../../store/schedules/due-schedules.ts'
import { allFlowsOf, lockInstancesOf, type LockedInstance } from '../../store/flows/flow-writes.ts'
import {
  insertRuns,
  keepResults,
  lockRuns,
  logRunEvents,
  updateRuns,
  type Happened,
  type LockedRun,
  type RunUpdate,
} from '../../store/runs/run-writes.ts'
import { deriveFlows, type RunChangeDeps } from '../flows/derive-flows.ts'
import type { EngineJob } from '../flows/flow-engine.ts'
import type { Published, PublishedRun } from '../changes/publisher.ts'

/**
 * One thing that happens to one run. `lease`: only if the run is carried out under this one. `accepts`: only if it is
 * one of these code refs. A CRASH is heeded only while the lease has run out: a heartbeat may have come meanwhile.
 */
export type RunRequest = {
  runId: string
  command: RunCommand
  lease?: string
  accepts?: (codeRef: string | null) => boolean
}

/**
 * What became of it. `changed` is false where it came too late or said nothing new; `isHolder` where the lease given is
 * the run's. `instance` is the state that a run that has just started was started on.
 */
export type RunOutcome = {
  run: RunState
  changed: boolean
  isHolder: boolean
  instance: InstanceState
  flow: FlowRecord
  retry: RunState | null
}

export type RunEffects = { runs: PublishedRun[]; instances: Published[] }

const retryBackoff = { baseMs: 2000, capMs: 5 * 60_000 }

/**
 * The one door to runs that exist: every change of a status goes through here, any number of them in the caller's
 * transaction, with all that follows from it in the same transaction: the event in the log of its instance's runs, the
 * flow's status, the instance's readiness (one revision, if it changes), the retry, and the jobs that tell those who work
 * on this flow. Answers by run; one that is missing does not exist. What is to be told after the commit is in `effects`.
 */
export async function applyRunRequests(
  deps: RunChangeDeps,
  tx: Sql,
  requests: readonly RunRequest[],
): Promise<{ outcomes: Map<string, RunOutcome>; effects: RunEffects }> {
  const runIds = requests.map(({ runId }) => runId)
  const { instances, now } = await lockInstancesOf(tx, { runIds })
  const locked = await lockRuns(tx, runIds)
  const flows = new Map((await allFlowsOf(tx, [...instances.keys()])).map((flow) => [flow.id, flow]))
  const concerned = [...new Set([...locked.values()].map(({ run }) => run.flowId))]
  // Whoever is about to wait for an upstream holds it as it is, or its becoming READY could pass unseen.
  const hold = requests.some(({ command }) => command.type === 'QUEUE' || command.type === 'START')
  const upstreams = await upstreamFacts(tx, concerned, { hold })

  const plan = new Plan(now)
  for (const request of requests) {
    const found = locked.get(request.runId)
    if (!found) continue
    const flow = flows.get(found.run.flowId) as FlowRecord
    const facts = {
      instance: instances.get(found.run.instanceId) as LockedInstance,
      flow,
      upstreams: upstreams.get(flow.id) ?? [],
    }
    plan.add(request, { ...found, run: plan.present(found.run) }, facts)
  }

  await updateRuns(tx, plan.updates)
  await keepResults(tx, plan.results)
  await insertModelVersions(tx, plan.models)
  await insertRuns(tx, plan.retries)
  const events = await logRunEvents(tx, plan.happened)
  const news = plan.learn(flows)
  const published =
    plan.touched.size === 0
      ? []
      : await deriveFlows(deps, tx, {
          instances,
          flows,
          concerned: [...plan.touched],
          news,
          upstreams,
          found: plan.found,
          now,
        })
  const inLine = await flowsInLine(tx, plan.emptied)
  await deps.engine.enqueue(tx, inLine.length === 0 ? plan.jobs : [...plan.jobs, { type: 'flows', flowIds: inLine }])
  await deps.engine.cancel(tx, plan.forgotten)
  const stateOf = (instanceId: string) => (instances.get(instanceId) as LockedInstance).state
  const effects = {
    runs: events.map((event) => ({ event, instance: stateOf(event.instanceId) })),
    instances: published,
  }
  return { outcomes: plan.outcomes, effects }
}

type Facts = { instance: LockedInstance; flow: FlowRecord; upstreams: readonly UpstreamFact[] }

/** What a batch of requests comes to, before anything of it is written. */
class Plan {
  readonly now: string
  readonly updates: RunUpdate[] = []
  readonly results: { runId: string; name: 'outputs' | 'metrics'; body: JsonObject; bytes: number }[] = []
  readonly retries: RunState[] = []
  readonly happened: Happened[] = []
  readonly jobs: EngineJob[] = []
  readonly outcomes = new Map<string, RunOutcome>()
  /** What training runs have made. */
  readonly models: NewModelVersion[] = []
  /** What monitoring runs have found, by instance. */
  readonly found = new Map<string, Finding[]>()
  /** Flows of runs whose status is another now. */
  readonly touched = new Set<string>()
  /** Runs that were queued and will not start. */
  readonly forgotten: string[] = []
  readonly #ended: { run: RunState; dataTime: string | null }[] = []

  constructor(now: string) {
    this.now = now
  }

  /** Flows of which a run has ended: another one's turn may have come. */
  get emptied(): string[] {
    return [...new Set(this.#ended.map(({ run }) => run.flowId))]
  }

  /** A run that an earlier request of the batch has changed is as that one left it. */
  present(run: RunState): RunState {
    return this.outcomes.get(run.id)?.run ?? run
  }

  add(
    { command, lease, accepts }: RunRequest,
    { run, lease: held, leaseExpiresAt }: LockedRun,
    { instance, flow, upstreams }: Facts,
  ): void {
    const isHolder = lease === undefined || lease === held
    const isHeeded =
      isHolder && (accepts?.(flow.codeRef) ?? true) && !(command.type === 'CRASH' && (leaseExpiresAt ?? '') > this.now)
    const unchanged: RunOutcome = { run, changed: false, isHolder, instance: instance.state, flow, retry: null }
    const gate: Gate =
      flow.removedAt === null
        ? gateOf({ id: flow.instanceId, lifecycle: instance.state.lifecycle, deleted: instance.deleted }, upstreams)
        : { open: null, reason: 'its flow is gone' }
    const context = { instance: instance.state, codeRef: flow.codeRef, gate, upstreams, now: this.now }
    const decision = isHeeded ? decideRun(run, this.#keep(run, command), context) : null
    if (decision === null) {
      this.outcomes.set(run.id, unchanged)
      return
    }
    const { after, event, secrets } = decision
    if (command.type === 'SUCCEED') this.#heed(after, flow, command.outputs)
    this.updates.push({ before: run, after, secrets })
    this.happened.push({ ...event, at: this.now, run: after })
    if (after.status === 'QUEUED')
      this.jobs.push({ type: 'run', runId: after.id, codeRef: flow.codeRef, runAt: after.runAt })
    const retry = this.#retry(decision, flow)
    if (after.status !== run.status) this.touched.add(flow.id)
    if (after.endedAt !== null)
      this.#ended.push({ run: after, dataTime: command.type === 'SUCCEED' ? command.dataTime : null })
    if (after.endedAt !== null && run.status === 'QUEUED') this.forgotten.push(run.id)
    this.outcomes.set(run.id, { ...unchanged, run: after, changed: true, retry })
  }

  /** Brings flows to what the batch makes of their own facts, and says which; what follows is derived afterwards. */
  learn(flows: Map<string, FlowRecord>): Set<string> {
    const learned = new Set<string>()
    for (const { run, dataTime } of this.#ended) {
      const flow = flows.get(run.flowId) as FlowRecord
      if (!['SUCCEEDED', 'FAILED', 'CRASHED'].includes(run.status)) continue
      const outcome = { ...flow, lastRunId: run.id, lastOutcome: run.status }
      const success = {
        lastSuccessAt: run.endedAt,
        lastSuccessRunId: run.id,
        successVersionId: run.definitionVersionId,
        successConfigHash: run.configHash,
        successUpstreams: run.upstreamRunIds,
        dataTime: dataTime ?? flow.dataTime,
      }
      flows.set(flow.id, run.status === 'SUCCEEDED' ? { ...outcome, ...success } : outcome)
      learned.add(flow.id)
    }
    return learned
  }

  /** What outputs mean besides themselves: a trained model is a version of it, and alerts are conditions. */
  #heed(run: RunState, flow: FlowRecord, { model_artifact: artifact, alerts }: JsonObject): void {
    const { id: runId, instanceId, tenantId } = run
    if (run.kind === 'TrainingRun' && isJsonObject(artifact))
      this.models.push({
        id: newId('mver', 12),
        tenantId,
        instanceId,
        flowId: flow.id,
        runId,
        sha256: sha256Hex(canonicalJson(artifact)),
      })
    if (run.kind === 'MonitoringRun' && Array.isArray(alerts))
      this.found.set(instanceId, [
        ...(this.found.get(instanceId) ?? []),
        { flow: flow.name, runId, alerts: alerts.filter(isJsonObject) },
      ])
  }

  /** Large outputs leave the command for rows of their own. */
  #keep(run: RunState, command: RunCommand): RunCommand {
    if (command.type !== 'SUCCEED' || run.status !== 'RUNNING') return command
    const inRow = (name: 'outputs' | 'metrics', value: JsonObject): JsonObject => {
      const kept = keepResult(run.id, name, value)
      if (!kept.ok) throw toError(kept.refusal)
      if (kept.elsewhere) this.results.push({ runId: run.id, name, ...kept.elsewhere })
      return kept.inRow
    }
    return {
      ...command,
      outputs: inRow('outputs', command.outputs),
      metrics: command.metrics && inRow('metrics', command.metrics),
    }
  }

  #retry({ after, retry }: RunDecision, flow: FlowRecord): RunState | null {
    if (retry === null) return null
    const waitMs = retry === 'BACK_OFF' ? fullJitter(after.attempt, retryBackoff) : 0
    const runAt = waitMs === 0 ? null : new Date(Date.parse(this.now) + waitMs).toISOString()
    // Its gate is asked when it starts.
    const again = newRun({
      id: newId('run', 12),
      flow,
      trigger: 'RETRY',
      gate: { open: true },
      now: this.now,
      runAt,
      retryOf: after,
    })
    this.retries.push(again)
    this.happened.push({ type: 'QUEUED', at: this.now, body: {}, run: again })
    this.jobs.push({ type: 'run', runId: again.id, codeRef: flow.codeRef, runAt })
    return again
  }
}
