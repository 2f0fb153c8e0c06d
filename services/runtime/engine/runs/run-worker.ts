import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import type { RunInput } from '../../../../executors/executor.ts'
import { ExecutorError } from '../../../../executors/executor-error.ts'
import type { ExecutorRunner } from '../../../../executors/run-isolated.ts'
import type { Bus } from '../../../../kit/bus/bus.ts'
import { errorCode } from '../../../../kit/errors/system-error.ts'
import { isAppError } from '../../../../kit/errors/app-error.ts'
import type { Logger } from '../../../../kit/log.ts'
import { fullJitter } from '../../../../kit/pure/time/backoff.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { RUN_CANCEL_TOPIC, type JsonObject, type RunCancelMessage } from '../../../../schema/events.ts'
import type { RunCommand } from '../../domain/runs/decide-run.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'
import type { Publisher } from '../changes/publisher.ts'
import type { RunOutcome } from './run-changes.ts'
import type { RunCommandBatcher } from './run-command-batcher.ts'
import { recordHeartbeats } from './record-heartbeats.ts'
import type { DefinitionSource } from '../../ports.ts'
import { runInputs } from './run-input.ts'
import { runLimits, type RunLimitsMax } from './run-limits.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'

export type RunWorkerDeps = {
  pool: Pool
  facts: DefinitionRulesCache
  bus: Bus
  log: Logger
  publisher: Publisher
  runs: RunCommandBatcher
  executors: ExecutorRunner
  runLeaseMs: number
  runLimits: RunLimitsMax
  definitions: Pick<DefinitionSource, 'forNewInstance'>
}

/** Why an executor is stopped: somebody wants it, the run is not ours any more, or this process ends. */
type Stop = 'CANCELLED' | 'LOST' | 'ENDING'

type Carried = {
  lease: string
  controller: AbortController
  lines: string[]
  logged: number
  progress: number | null
  stop: Stop | null
}

const linesMax = 10_000
const lineLengthMax = 4000
const reportMs = 500
const concludingMax = 128
const concludeBackoff = { baseMs: 200, capMs: 5000 }
/** A process that is to end does not wait for a database that does not come back. */
const endingAttemptsMax = 3

/**
 * Carries out runs: claims one with a lease, hands it to its executor, reports while that works, and says how it ended.
 *
 *   START refused          somebody else has it, it is blocked, or its executor is none of ours: nothing to do
 *   carried out            leases are renewed for all at once; what reports nothing for a lease's time is CRASHED by a sweep
 *   stopped                on a cancellation (the bus says so at once, a heartbeat at the latest), or when the lease is lost
 */
export class RunWorker {
  readonly #deps: RunWorkerDeps
  readonly #name = `${hostname()}/${process.pid}`
  readonly #inputs: DataLoader<RunOutcome, RunInput>
  readonly #carried = new Map<string, Carried>()
  /** Runs whose executors are done, on their way into the database. */
  readonly #concluding = new Set<Promise<void>>()
  #isEnding = false
  #lastBeat = performance.now()

  constructor(deps: RunWorkerDeps) {
    this.#deps = deps
    // Those that were started together are told together.
    this.#inputs = new DataLoader((started: readonly RunOutcome[]) => runInputs(deps, started), { cache: false })
  }

  /** Listens for cancellations and reports; returns what ends that. */
  async start(): Promise<() => Promise<void>> {
    const message = (payload: string) => this.#cancel((parseOwnJson(payload) as RunCancelMessage).runIds)
    const unsubscribe = await this.#deps.bus.subscribe(RUN_CANCEL_TOPIC, { message, onResync: () => {} })
    let reporting: Promise<void> = Promise.resolve()
    const timer = setInterval(() => {
      reporting = reporting.then(() => this.#report())
    }, reportMs)
    return async () => {
      this.#isEnding = true
      await Promise.all(this.#concluding)
      clearInterval(timer)
      await unsubscribe()
      await reporting
    }
  }

  /** Resolves when the run keeps no executor busy any more; how it ended is on its way then. */
  async carryOut({ runId, codeRef }: { runId: string; codeRef: string | null }, signal: AbortSignal): Promise<void> {
    const { runs, executors, runLeaseMs } = this.#deps
    // Whoever claims it is left alone with it.
    if (codeRef === null || !executors.serves(codeRef)) return
    const lease = newId('lease', 24)
    const accepts = (codeRef: string | null) => codeRef !== null && executors.serves(codeRef)
    const started = await runs.submit({
      runId,
      command: { type: 'START', worker: this.#name, lease, leaseMs: runLeaseMs },
      accepts,
    })
    if (!started?.changed || started.run.status !== 'RUNNING') return
    const carried: Carried = {
      lease,
      controller: new AbortController(),
      lines: [],
      logged: 0,
      progress: null,
      stop: null,
    }
    const end = () => this.#stop(carried, 'ENDING')
    signal.addEventListener('abort', end)
    this.#carried.set(runId, carried)
    const command = await this.#execute(started, carried)
    signal.removeEventListener('abort', end)
    const concluding = this.#conclude(runId, carried, command).finally(() => this.#concluding.delete(concluding))
    this.#concluding.add(concluding)
    // The next run need not wait until this one is written down, unless many are.
    if (this.#concluding.size >= concludingMax) await concluding
  }

  /**
   * Says how a run ended, again and again while the database is away: its lease is renewed as soon as that is back, and
   * what took an hour is not lost for a second. Once the lease is lost it changes nothing any more. Never rejects.
   */
  async #conclude(runId: string, carried: Carried, command: RunCommand): Promise<void> {
    await this.#reportOne(runId, carried)
    for (let attempt = 0; carried.stop !== 'LOST'; attempt++) {
      try {
        await this.#finish(runId, carried.lease, command)
        break
      } catch (error) {
        if (attempt === 0) this.#deps.log.warn({ err: error, runId }, 'how a run ended could not be written down yet')
        if (this.#isEnding && attempt >= endingAttemptsMax) break
        await sleep(fullJitter(attempt, concludeBackoff))
      }
    }
    this.#carried.delete(runId)
  }

  async #execute(started: RunOutcome, carried: Carried): Promise<RunCommand> {
    const { executors } = this.#deps
    try {
      const { outputs, metrics, dataTime } = await executors.runExecutor({
        codeRef: started.run.codeRef as string,
        input: await this.#inputs.load(started),
        ...runLimits(started.flow, this.#deps.runLimits),
        network: started.flow.network,
        signal: carried.controller.signal,
        onLog: (line) => keepLine(carried, line),
        onProgress: (share) => {
          carried.progress = Math.min(1, Math.max(0, share))
        },
      })
      return { type: 'SUCCEED', outputs, metrics: metrics ?? null, dataTime: dataTime ?? null }
    } catch (error) {
      if (carried.stop === 'CANCELLED') return { type: 'CANCEL', reason: null }
      if (carried.stop === 'ENDING')
        return {
          type: 'FAIL',
          error: { code: 'WORKER_STOPPED', message: 'Its worker was stopped.', retryable: true },
          retryable: true,
        }
      const facts =
        error instanceof ExecutorError
          ? error.toFacts()
          : {
              code: 'EXECUTOR_FAILED',
              message: error instanceof Error ? error.message : String(error),
              retryable: true,
            }
      return { type: 'FAIL', error: facts as JsonObject, retryable: facts.retryable }
    }
  }

  /** What the database will not keep, or is too large, is the executor's fault and the run's end. */
  async #finish(runId: string, lease: string, command: RunCommand): Promise<void> {
    try {
      await this.#deps.runs.submit({ runId, command, lease })
    } catch (error) {
      const isItsFault = isAppError(error) ? !error.retryable : /^22/.test(errorCode(error))
      if (!isItsFault) throw error
      const message = isAppError(error) ? error.message : 'The outputs hold what cannot be stored.'
      await this.#deps.runs.submit({
        runId,
        command: { type: 'FAIL', error: { code: 'BAD_OUTPUTS', message, retryable: false }, retryable: false },
        lease,
      })
    }
  }

  #cancel(runIds: readonly string[]): void {
    for (const runId of runIds) {
      const carried = this.#carried.get(runId)
      if (carried) this.#stop(carried, 'CANCELLED')
    }
  }

  #stop(carried: Carried, stop: Stop): void {
    carried.stop ??= stop
    carried.controller.abort()
  }

  /** One statement for all: those with news, and all of them in time for their leases. Never rejects. */
  async #report(): Promise<void> {
    const isBeat = performance.now() - this.#lastBeat >= this.#deps.runLeaseMs / 4
    const due = [...this.#carried].filter(
      ([, carried]) => isBeat || carried.lines.length > 0 || carried.progress !== null,
    )
    if (isBeat) this.#lastBeat = performance.now()
    await this.#send(due)
  }

  async #reportOne(runId: string, carried: Carried): Promise<void> {
    if (carried.lines.length > 0 || carried.progress !== null) await this.#send([[runId, carried]])
  }

  async #send(due: readonly [string, Carried][]): Promise<void> {
    const reports = due.map(([runId, carried]) => ({
      runId,
      lease: carried.lease,
      progress: carried.progress,
      lines: carried.lines.splice(0),
    }))
    for (const [, carried] of due) carried.progress = null
    try {
      const found = await recordHeartbeats(this.#deps, reports, this.#deps.runLeaseMs)
      for (const [runId, carried] of due) {
        const run = found.get(runId)
        if (!run) this.#stop(carried, 'LOST')
        else if (run.cancelRequestedAt !== null) this.#stop(carried, 'CANCELLED')
      }
    } catch (error) {
      // Said again in time for the lease, or the run counts as crashed: that is what leases are for.
      this.#deps.log.warn({ err: error }, 'runs could not be reported')
      for (const [index, [, carried]] of due.entries()) carried.lines.unshift(...(reports[index]?.lines ?? []))
    }
  }
}

function keepLine(carried: Carried, line: string): void {
  carried.logged++
  if (carried.logged > linesMax) return
  // Postgres stores no NUL.
  const text =
    carried.logged === linesMax
      ? `… no more than ${linesMax} lines are kept`
      : line.replaceAll('\0', '\uFFFD').slice(0, lineLengthMax)
  carried.lines.push(text.toWellFormed())
}
