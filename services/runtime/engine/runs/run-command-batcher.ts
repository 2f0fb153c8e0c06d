import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Pool } from 'pg'
import { errorCode } from '../../../../kit/errors/system-error.ts'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { isAppError } from '../../../../kit/errors/app-error.ts'
import type { RunChangeDeps } from '../flows/derive-flows.ts'
import { publishCommitted } from '../lifecycle/lifecycle-change.ts'
import type { Publisher } from '../changes/publisher.ts'
import { applyRunRequests, type RunEffects, type RunOutcome, type RunRequest } from './run-changes.ts'
import type { StateCache } from '../changes/state-cache.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'

export type RunDoorDeps = RunChangeDeps & {
  pool: Pool
  facts: DefinitionRulesCache
  cache: StateCache
  publisher: Publisher
}

type Waiting = { request: RunRequest; resolve: (outcome: RunOutcome | null) => void; reject: (error: unknown) => void }

const batchMax = 64
/** While one waits for the database, the next is made ready: 1.2 times as many runs per second. More only wait for each other's rows. */
const transactionsMax = 2

/**
 * What happens to runs, gathered: while transactions are under way, what arrives waits, and then is one transaction
 * (engine/run-changes.ts). A run is in it once. So a worker with a hundred runs at hand writes a few statements for all.
 */
export class RunCommandBatcher {
  readonly #deps: RunDoorDeps
  #waiting: Waiting[] = []
  #transactions = 0

  constructor(deps: RunDoorDeps) {
    this.#deps = deps
  }

  /** Resolves once it is committed, or found to change nothing; null where there is no such run. */
  submit(request: RunRequest): Promise<RunOutcome | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject })
      void this.#pump()
    })
  }

  async #pump(): Promise<void> {
    if (this.#transactions >= transactionsMax) return
    this.#transactions += 1
    // What comes in the same turn is one batch, not one alone and then the others.
    await nextTurn()
    while (this.#waiting.length > 0) await this.#flush(this.#take())
    this.#transactions -= 1
  }

  #take(): Waiting[] {
    const taken = new Map<string, Waiting>()
    for (const waiting of this.#waiting) {
      if (taken.size >= batchMax) break
      if (!taken.has(waiting.request.runId)) taken.set(waiting.request.runId, waiting)
    }
    this.#waiting = this.#waiting.filter((waiting) => taken.get(waiting.request.runId) !== waiting)
    return [...taken.values()]
  }

  /** Never rejects. What the database will not store, or a rule refuses, must not take its neighbours down. */
  async #flush(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#apply(batch.map(({ request }) => request))
      for (const { request, resolve } of batch) resolve(outcomes.get(request.runId) ?? null)
    } catch (error) {
      const isOnesFault = isAppError(error) || /^2[23]/.test(errorCode(error))
      if (batch.length === 1 || !isOnesFault) for (const { reject } of batch) reject(error)
      else for (const waiting of batch) await this.#flush([waiting])
    }
  }

  async #apply(requests: readonly RunRequest[]): Promise<Map<string, RunOutcome>> {
    const { outcomes, effects } = await withTransaction(this.#deps.pool, (tx) =>
      applyRunRequests(this.#deps, tx, requests),
    )
    tellRuns(this.#deps, effects)
    return outcomes
  }
}

/** After the commit: the bus is told of the runs, and of the instances whose readiness is another. */
export function tellRuns(deps: Omit<RunDoorDeps, 'engine'>, { runs, instances }: RunEffects): void {
  deps.publisher.publishRuns(runs)
  publishCommitted(deps, instances)
}
