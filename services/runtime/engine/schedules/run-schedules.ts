import type { Unsubscribe } from '../../../../kit/bus/bus.ts'
import { SCHEDULE_TOPIC } from '../../../../schema/events.ts'
import { nextInLine, untilNextTick } from '../../store/schedules/due-schedules.ts'
import { fireSchedules, type FiringDeps } from './fire-schedules.ts'
import type { Job } from '../job.ts'
import type { RunCommandBatcher } from '../runs/run-command-batcher.ts'

const batchSize = 250
const everyMs = 1000

/**
 * Fires what is due, in any number of processes. It looks every second, at the moment of the nearest tick, and when it
 * is told that a schedule was set; when a tick has come is for the database's clock to say, never for this process's.
 */
export function runSchedules(deps: FiringDeps & { runs: RunCommandBatcher }): Job {
  let leave: Unsubscribe | null = null
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> | null = null
  let isAgain = false
  let stopped = false

  const wake = () => void sweep().catch(() => {})

  /** One at a time; whoever asks meanwhile gets a look that began after the question. */
  function sweep(): Promise<void> {
    isAgain = true
    sweeping ??= (async () => {
      try {
        while (isAgain && !stopped) {
          isAgain = false
          await look()
        }
      } finally {
        sweeping = null
      }
    })()
    return sweeping
  }

  async function look(): Promise<void> {
    while (!stopped && (await fireSchedules(deps, batchSize)) === batchSize) continue
    const waiting = await nextInLine(deps.pool, batchSize)
    await Promise.all(waiting.map((runId) => deps.runs.submit({ runId, command: { type: 'QUEUE' } })))
    const ms = await untilNextTick(deps.pool)
    clearTimeout(timer)
    // What is due and yet was not taken is in somebody else's hands, for a moment.
    if (ms !== null && ms < 1.5 * everyMs && !stopped) timer = setTimeout(wake, Math.max(50, ms + 1))
  }

  return {
    name: 'run-schedules',
    everyMs,
    async run() {
      leave ??= await deps.bus.subscribe(SCHEDULE_TOPIC, { message: wake, onResync: wake }).catch(() => null)
      await sweep()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await leave?.()
      await sweeping?.catch(() => {})
    },
  }
}
