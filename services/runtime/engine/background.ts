import type { Logger } from '../../../kit/log.ts'
import type { Job, JobDeps } from './job.ts'
import { autoUpgrade } from './versions/auto-upgrade.ts'
import { renewSealed } from './webhooks/renew-sealed.ts'
import { deliverWebhooks } from './webhooks/deliver-webhooks.ts'
import { expireDisplayKeys } from './displays/expire-display-keys.ts'
import { expireLayers } from './props/expire-layers.ts'
import { followInstances } from './bindings/follow-instances.ts'
import { propagateInherited } from './tree/propagate-inherited.ts'
import { pollBindings } from './bindings/poll-bindings.ts'
import { pruneLog } from './changes/prune-log.ts'
import { reconcile } from './changes/reconcile.ts'
import { relay } from './changes/relay.ts'
import { runSchedules } from './schedules/run-schedules.ts'
import { matchProgrammes } from './programmes/match-programmes.ts'
import { runProgrammes } from './programmes/run-programmes.ts'
import { sweepDatasets } from './runs/sweep-datasets.ts'
import { sweepRuns } from './runs/sweep-runs.ts'
import { streamBindings } from './bindings/stream-bindings.ts'
import { notifyKv } from './bindings/notify-kv.ts'
import { tellWebhooks } from './webhooks/enqueue-webhooks.ts'
import { pruneScreens } from './displays/prune-screens.ts'
import { watchPresence } from './displays/watch-presence.ts'
import { runRollouts } from './rollouts/run-rollouts.ts'
import { startRuns } from './runs/start-runs.ts'

/** All background work of the runtime; a line for each. */
const jobs: ((deps: JobDeps) => Job)[] = [
  relay,
  pruneLog,
  pruneScreens,
  expireLayers,
  expireDisplayKeys,
  watchPresence,
  autoUpgrade,
  runRollouts,
  propagateInherited,
  reconcile,
  pollBindings,
  streamBindings,
  followInstances,
  notifyKv,
  sweepRuns,
  sweepDatasets,
  runSchedules,
  matchProgrammes,
  runProgrammes,
  tellWebhooks,
  deliverWebhooks,
  renewSealed,
]

/** Runs every job at its pace, never twice at once in this process. Returns what stops them, the running ones awaited. */
export function startBackground(deps: JobDeps): () => Promise<void> {
  const loops = jobs.map((make) => loop(make(deps), deps.log))
  const stopRuns = startRuns(deps)
  return async () => {
    await Promise.all([...loops.map((stop) => stop()), stopRuns()])
  }
}

function loop({ name, everyMs, run, stop }: Job, log: Logger): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let failing = false
  const turn = async () => {
    try {
      await run()
      if (failing) log.info({ job: name }, 'a background job works again')
      failing = false
    } catch (error) {
      // Said once: what is wrong for an hour is one fact.
      if (!failing && !stopped) log.warn({ err: error, job: name }, 'a background job failed; it will try again')
      failing = true
    }
    // Spread, so that the same job in many processes does not come in step.
    const again = () => {
      running = turn()
    }
    if (!stopped) timer = setTimeout(again, everyMs * (0.8 + Math.random() * 0.4))
  }
  running = turn()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
    await stop?.()
  }
}
