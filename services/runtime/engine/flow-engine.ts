import type { Sql } from '../../../kit/db/pool.ts'

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

/**
 * What brings runs to workers. Promised: a job that was enqueued in a transaction that commits reaches a handler at
 * least once, soon after the commit and not before it; the same run enqueued twice before it is taken is one job. Not
 * promised: exactly once, order. Whoever handles a job asks the run's row what is true.
 */
export type FlowEngine = {
  /** Makes what the engine needs in the database; any number of processes may do so at once. */
  prepare(): Promise<void>
  enqueue(tx: Sql, jobs: readonly EngineJob[]): Promise<void>
  /** Begins to hand out jobs; returns what ends that, running ones told to stop and awaited. */
  start(handlers: EngineHandlers): Promise<() => Promise<void>>
}
