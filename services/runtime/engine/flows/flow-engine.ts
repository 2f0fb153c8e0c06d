import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/** Work that waits for a worker: a run to carry out, or flows whose run gate or freshness may have changed. */
export type EngineJob =
  | { type: 'run'; runId: string; codeRef: string | null; runAt?: string | null }
  /** What these flows work on has changed: their status is derived anew, and their blocked runs are asked again. */
  | { type: 'flows'; flowIds: readonly string[] }
  /** The same for all flows of these instances. */
  | { type: 'instances'; instanceIds: readonly string[] }

export type EngineHandlers = {
  run(job: { runId: string; codeRef: string | null }, signal: AbortSignal): Promise<void>
  flows(flowIds: readonly string[]): Promise<void>
  instances(instanceIds: readonly string[]): Promise<void>
}

/** A flow that is about to be, as a provider needs to know it. */
export type FlowToPair = { name: string; runKind: string; codeRef: string | null }

/**
 * What brings runs to workers, so that another provider may stand here (Prefect, Temporal, Kubernetes). Promised: a job that was enqueued in a transaction that commits reaches a handler at
 * least once, soon after the commit and not before it; the same run enqueued twice before it is taken is one job. Not
 * promised: exactly once, order. Whoever handles a job asks the run's row what is true.
 */
export type FlowEngine = {
  /** Makes what the engine needs in the database; any number of processes may do so at once. */
  prepare(): Promise<void>
  /**
   * Makes the provider's side of a flow of this instance, and answers what the provider calls it: it is kept in
   * Flow.handles (S0-12 to S0-16). In the transaction that makes the flow: what a provider is to be told is told after it.
   */
  pair(tx: Sql, instanceId: string, flow: FlowToPair): Promise<JsonObject>
  enqueue(tx: Sql, jobs: readonly EngineJob[]): Promise<void>
  /** Runs that will not start any more: their jobs are forgotten. One that is carried out is stopped by its worker. */
  cancel(tx: Sql, runIds: readonly string[]): Promise<void>
  /** Which of these queued runs it still has in hand: they wait for a worker, or a living one is about to start them. */
  heartbeat(sql: Sql, runIds: readonly string[]): Promise<Set<string>>
  /** Begins to hand out jobs; returns what ends that, running ones told to stop and awaited. */
  start(handlers: EngineHandlers): Promise<() => Promise<void>>
}
