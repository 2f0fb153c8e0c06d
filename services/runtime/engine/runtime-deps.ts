import type { Pool } from 'pg'
import type { ExecutorRunner } from '../../../executors/run-isolated.ts'
import type { Bus } from '../../../kit/bus/bus.ts'
import type { GuardedFetch } from '../../../kit/http/fetch/guarded-fetch.ts'
import type { Limits } from '../../../kit/limits.ts'
import type { Logger } from '../../../kit/log.ts'
import type { ViewerRates } from '../../../kit/rates/viewer-rates.ts'
import type { SecretBox } from '../../../kit/secret-box.ts'
import type { ExecutorQueries } from './runs/executor-queries.ts'
import type { KvNotifier } from './bindings/kv-notifier.ts'
import type { ChangeQueue } from './changes/change-queue.ts'
import type { DisplayReports } from './displays/display-reports.ts'
import type { DefinitionRulesCache } from './versions/definition-rules.ts'
import type { FlowEngine } from './flows/flow-engine.ts'
import type { Publisher } from './changes/publisher.ts'
import type { ResolvedCache } from './displays/resolved-cache.ts'
import type { RunCommandBatcher } from './runs/run-command-batcher.ts'
import type { RunLimitsMax } from './runs/run-limits.ts'
import type { StateCache } from './changes/state-cache.ts'
import type { CallBeforeHooks } from './webhooks/call-before-hooks.ts'
import type { ProgrammeLimits } from '../domain/programmes/programme-input.ts'
import type { DefinitionSource, PlacementWriter } from '../ports.ts'

/** What actions work with. Made once per process by createRuntime. */
export type RuntimeDeps = {
  pool: Pool
  bus: Bus
  log: Logger
  queue: ChangeQueue
  facts: DefinitionRulesCache
  cache: StateCache
  publisher: Publisher
  /** What Redis keeps for /live; null: there is no Redis. */
  resolved: ResolvedCache | null
  reports: DisplayReports
  definitions: DefinitionSource
  placements: PlacementWriter
  rates: ViewerRates
  bytesMax: number
  /** Of one instance. */
  displayKeysMax: number
  enrolments: { seconds: number; pendingMax: number; pendingPerAddressMax: number }
  rolloutLimits: Pick<Limits, 'rolloutInstances' | 'rolloutWaves'>
  /** Of one page of history. */
  historyPageBytes: number
  /** For addresses that callers choose. */
  http: GuardedFetch
  secrets: SecretBox
  kvNotifier: KvNotifier
  callBeforeHooks: CallBeforeHooks
  engine: FlowEngine
  runs: RunCommandBatcher
  executors: ExecutorRunner
  /** The same for questions that are answered at once. */
  executorQueries: ExecutorQueries
  /** How long a worker may be silent before its run counts as crashed. */
  runLeaseMs: number
  /** Where executors keep what is too large for a run's outputs. */
  dataDir: string
  runLimits: RunLimitsMax
  programmes: ProgrammeLimits & Pick<Limits, 'programmeSegments' | 'calendarDates' | 'calendarBytes'>
}
