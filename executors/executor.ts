import type { SourceLimits } from './data/source/source-limits.ts'
import type { GuardedFetch } from '../kit/http/fetch/guarded-fetch.ts'
import type { JsonObject } from '../kit/pure/json/json.ts'

/** What one run is told, as plain JSON: it crosses a process boundary. */
export type RunInput = {
  run: { id: string; instanceId: string; flow: string; attempt: number }
  /** The instance's config, as it is when the run starts. */
  config: JsonObject
  /** The instance's effective props at that moment; what is live rather than configured. */
  props: JsonObject
  /** What whoever triggered the run gave it. */
  parameters: JsonObject
  /** The flows that this one depends on, with what their last successful runs gave. */
  upstreams: Upstream[]
  /** The role-typed parts of the instance: where a dataset stores its rows, how it is read. */
  components: Component[]
  /** The outputs of this flow's last successful run: what an incremental run goes on from. Null: there is none. */
  previous: JsonObject | null
  /** The macros that its expression calls, by type key, as they were published when the run started. */
  macros?: { [typeKey: string]: { version: string; expression: string } }
}

export type Upstream = {
  role: string
  flowId: string
  /** Whose flow it is; absent where nobody but the asker knows. */
  instanceId?: string
  runId: string | null
  outputs: JsonObject
}
export type Component = { role: string; instanceId: string; codeRef: string; config: JsonObject }

/** What an executor works with. */
export type ExecutorInput = RunInput & {
  /** The run's own folder is `dataDir/<instanceId>`; others' results lie beside it, for reading. */
  dataDir: string
  /** Files that the operator has put within reach; null: there are none. */
  filesDir: string | null
  /** How large the sources may be that are read. */
  sources: SourceLimits
  /** What the process may take; for libraries that must be told. */
  memoryMb: number
  log(line: string): void
  /** 0 to 1. */
  progress(share: number): void
  /** Aborted when the run is cancelled; an executor that does not heed it is killed a few seconds later. */
  signal: AbortSignal
  /** For addresses that users choose: public ones only. */
  fetch: GuardedFetch
}

/**
 * `outputs` never change once the run has ended, so what is large is a reference to a file that never changes either.
 * `dataTime` says up to when the data reach.
 */
export type ExecutorResult = { outputs: JsonObject; metrics?: JsonObject; dataTime?: string }

/** The code behind a codeRef. One file exports one. */
export type Executor = {
  codeRef: string
  /** JSON Schema of `outputs`; a result that does not fit fails the run. */
  outputsSchema: JsonObject
  run(input: ExecutorInput): Promise<ExecutorResult>
}
