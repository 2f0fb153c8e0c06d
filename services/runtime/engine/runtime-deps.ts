import type { Pool } from 'pg'
import type { ExecutorRunner } from '../../../executors/run-isolated.ts'
import type { Bus } from '../../../kit/bus/bus.ts'
import type { GuardedFetch } from '../../../kit/http/guarded-fetch.ts'
import type { Logger } from '../../../kit/log.ts'
import type { SecretBox } from '../../../kit/secret-box.ts'
import type { AskExecutor } from './ask-executor.ts'
import type { KvTeller } from './bindings/kv-teller.ts'
import type { ChangeQueue } from './change-queue.ts'
import type { DisplayReports } from './display-reports.ts'
import type { FactsSource } from './facts.ts'
import type { FlowEngine } from './flow-engine.ts'
import type { Publisher } from './publisher.ts'
import type { ResolvedCache } from './resolved-cache.ts'
import type { RunDoor } from './run-door.ts'
import type { RunLimitsMax } from './run-limits.ts'
import type { StateCache } from './state-cache.ts'
import type { AskHooks } from './webhooks/ask-hooks.ts'
import type { DefinitionSource, PlacementWriter } from '../ports.ts'

/** What actions work with. Made once per process by createRuntime. */
export type RuntimeDeps = {
  pool: Pool
  bus: Bus
  log: Logger
  queue: ChangeQueue
  facts: FactsSource
  cache: StateCache
  publisher: Publisher
  /** What Redis keeps for /live; null: there is no Redis. */
  resolved: ResolvedCache | null
  reports: DisplayReports
  definitions: DefinitionSource
  placements: PlacementWriter
  bytesMax: number
  /** For addresses that callers choose. */
  http: GuardedFetch
  secrets: SecretBox
  kvTeller: KvTeller
  askHooks: AskHooks
  engine: FlowEngine
  runs: RunDoor
  executors: ExecutorRunner
  /** The same for questions that are answered at once. */
  asking: AskExecutor
  /** How long a worker may be silent before its run counts as crashed. */
  runLeaseMs: number
  runLimits: RunLimitsMax
}
