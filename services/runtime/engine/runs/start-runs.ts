import { setTimeout as sleep } from 'node:timers/promises'
import { reevaluateFlows, wakeInstances } from '../flows/reevaluate-flows.ts'
import { RunWorker } from './run-worker.ts'
import type { RuntimeDeps } from '../runtime-deps.ts'

const againAfterMs = 1000

/** Begins to carry out runs; returns what ends that, with what is under way told to stop and awaited. */
export function startRuns(deps: RuntimeDeps): () => Promise<void> {
  const ending = new AbortController()
  const started = untilStarted(deps, ending.signal)
  return async () => {
    ending.abort()
    await (
      await started
    )?.()
  }
}

/** The database or the bus may be away for now; a worker waits for them instead of giving up. */
async function untilStarted(deps: RuntimeDeps, ending: AbortSignal): Promise<(() => Promise<void>) | null> {
  for (let isFirst = true; !ending.aborted; isFirst = false) {
    try {
      return await start(deps)
    } catch (error) {
      if (isFirst) deps.log.warn({ err: error }, 'runs cannot be carried out yet; it will try again')
      await sleep(againAfterMs, undefined, { signal: ending }).catch(() => {})
    }
  }
  return null
}

async function start(deps: RuntimeDeps): Promise<() => Promise<void>> {
  const worker = new RunWorker(deps)
  const stopReports = await worker.start()
  try {
    const stopEngine = await deps.engine.start({
      run: (job, signal) => worker.carryOut(job, signal),
      flows: (flowIds) => reevaluateFlows(deps, flowIds),
      instances: (instanceIds) => wakeInstances(deps, instanceIds),
    })
    return async () => {
      await stopEngine()
      await stopReports()
    }
  } catch (error) {
    await stopReports()
    throw error
  }
}
