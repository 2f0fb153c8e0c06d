import type { Bus } from '../../../../kit/bus/bus.ts'
import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { RUN_CANCEL_TOPIC, type RunCancelMessage, type RunEventType, type RunState } from '../../../../schema/events.ts'
import { newRun } from '../../domain/runs/new-run.ts'
import { planSchedule, type PlannedTick, type SchedulePlan } from '../../domain/schedules/schedule-plan.ts'
import { advanceSchedules, flowLoads, openRuns, takeDue, type DueRecord } from '../../store/schedules/due-schedules.ts'
import { insertRuns, logRunEvents } from '../../store/runs/run-writes.ts'
import { applyRunRequests, type RunEffects } from '../runs/run-changes.ts'
import type { PublishedRun } from '../changes/publisher.ts'
import { tellRuns, type RunDoorDeps } from '../runs/run-command-batcher.ts'

export type FiringDeps = RunDoorDeps & { bus: Bus }

type Planned = { due: DueRecord; plan: SchedulePlan }

const idle = { open: 0, waiting: 0 }
const eventTypes: Record<PlannedTick['verdict'], RunEventType> = { QUEUE: 'QUEUED', WAIT: 'SCHEDULED', SKIP: 'SKIPPED' }

/**
 * Deals with up to `limit` schedules that are due, in one transaction: their runs, what those push aside, the events, the
 * jobs, and where the schedules go on. Killed anywhere, all of it has happened or none, and a tick that has its run gets
 * no second one (run_one_per_tick). Answers how many schedules there were.
 */
export async function fireSchedules(deps: FiringDeps, limit: number): Promise<number> {
  const { taken, fired, effects, cancelled } = await withTransaction(deps.pool, (tx) => fire(deps, tx, limit))
  deps.publisher.publishRuns(fired)
  if (effects) tellRuns(deps, effects)
  const message: RunCancelMessage = { runIds: cancelled }
  // A worker that does not hear it sees it with its next heartbeat.
  if (cancelled.length > 0)
    void deps.bus.publish([{ topic: RUN_CANCEL_TOPIC, payload: JSON.stringify(message) }]).catch(() => {})
  return taken
}

async function fire(deps: FiringDeps, tx: Sql, limit: number) {
  const nothing = {
    taken: 0,
    fired: [] as PublishedRun[],
    effects: null as RunEffects | null,
    cancelled: [] as string[],
  }
  const { due, now } = await takeDue(tx, limit)
  if (due.length === 0) return nothing
  const loads = await flowLoads(
    tx,
    due.flatMap(({ flow, schedule }) => (schedule.concurrency === 'ALLOW' ? [] : [flow.id])),
  )
  const planned = due.map((record): Planned => {
    // A version that the instance has been upgraded to may have taken the right to recur away.
    const facts = {
      isActive: record.lifecycle === 'ACTIVE' && record.flow.schedulable,
      load: loads.get(record.flow.id) ?? idle,
    }
    return { due: record, plan: planSchedule(record.schedule, now, facts) }
  })
  const { effects, cancelled } = await replace(deps, tx, planned)
  const fired = await insert(deps, tx, planned, now)
  await advanceSchedules(
    tx,
    planned.map(({ due, plan }) => ({
      id: due.schedule.id,
      nextTickAt: plan.nextTickAt,
      lastTickAt: plan.ticks.at(-1)?.scheduledFor ?? null,
    })),
  )
  return { taken: due.length, fired, effects, cancelled }
}

/** What a REPLACE pushes aside: it ends at once where it has not started, else as soon as its worker has stopped it. */
async function replace(
  deps: FiringDeps,
  tx: Sql,
  planned: readonly Planned[],
): Promise<{ effects: RunEffects | null; cancelled: string[] }> {
  const open = await openRuns(
    tx,
    planned.flatMap(({ due, plan }) => (plan.replaces ? [due.flow.id] : [])),
  )
  if (open.length === 0) return { effects: null, cancelled: [] }
  const command = { type: 'REQUEST_CANCEL', by: null, reason: 'its schedule has come to the next tick' } as const
  const { effects } = await applyRunRequests(
    deps,
    tx,
    open.map(({ id }) => ({ runId: id, command })),
  )
  return { effects, cancelled: open.flatMap(({ id, status }) => (status === 'RUNNING' ? [id] : [])) }
}

async function insert(deps: FiringDeps, tx: Sql, planned: readonly Planned[], now: string): Promise<PublishedRun[]> {
  const ticks = planned.flatMap(({ due, plan }) =>
    plan.ticks.map((tick) => ({ due, tick, run: runOf(due, tick, now) })),
  )
  const made = new Set(
    (
      await insertRuns(
        tx,
        ticks.map(({ run }) => run),
      )
    ).map(({ id }) => id),
  )
  const fresh = ticks.filter(({ run }) => made.has(run.id))
  const events = await logRunEvents(
    tx,
    fresh.map(({ tick, run }) => ({ type: eventTypes[tick.verdict], at: now, body: {}, run })),
  )
  await deps.engine.enqueue(
    tx,
    fresh.flatMap(({ tick, run }) =>
      tick.verdict === 'QUEUE' ? [{ type: 'run' as const, runId: run.id, codeRef: run.codeRef }] : [],
    ),
  )
  return events.map((event, index) => {
    const { due } = fresh[index] as (typeof fresh)[number]
    return { event, instance: { visibility: due.visibility, projectId: due.projectId, tenantId: due.flow.tenantId } }
  })
}

/** Whether it may start is asked when it is about to. */
function runOf({ flow }: DueRecord, { scheduledFor, verdict }: PlannedTick, now: string): RunState {
  const run = newRun({ id: newId('run', 12), flow, trigger: 'SCHEDULE', gate: { open: true }, now, scheduledFor })
  if (verdict === 'SKIP')
    return { ...run, status: 'SKIPPED', queuedAt: null, endedAt: now, reason: 'the run before it had not ended' }
  return verdict === 'WAIT' ? { ...run, status: 'SCHEDULED', queuedAt: null } : run
}
