import { SCHEDULE_TOPIC } from '../../../../schema/events.ts'
import { nextInLine, untilNextTick } from '../../store/schedules/due-schedules.ts'
import { fireSchedules, type FiringDeps } from './fire-schedules.ts'
import { dueJob } from '../due-job.ts'
import type { Job } from '../job.ts'
import type { RunCommandBatcher } from '../runs/run-command-batcher.ts'

const batchSize = 250

/** Fires what is due, in any number of processes. */
export function runSchedules(deps: FiringDeps & { runs: RunCommandBatcher }): Job {
  return dueJob({
    name: 'run-schedules',
    bus: deps.bus,
    topic: SCHEDULE_TOPIC,
    async look(isStopped) {
      while (!isStopped() && (await fireSchedules(deps, batchSize)) === batchSize) continue
      const waiting = await nextInLine(deps.pool, batchSize)
      await Promise.all(waiting.map((runId) => deps.runs.submit({ runId, command: { type: 'QUEUE' } })))
      return await untilNextTick(deps.pool)
    },
  })
}
