import { withTransaction } from '../../../../kit/db/pool.ts'
import { judgeWave } from '../../domain/rollouts/waves.ts'
import { instancesOf, judgeScreens, skipWaiting } from '../../store/rollouts/rollout-instances.ts'
import { countsOf, findRollout, goingRollouts, moveRollout, type RolloutRow } from '../../store/rollouts/rollouts.ts'
import type { Job, JobDeps } from '../job.ts'
import { noteMoved, returnInstance, upgradeInstances, type RolloutDeps } from './move-instances.ts'

const batchSize = 50

/**
 * Carries rollouts on:
 *
 *   RUNNING --all of the last wave settled--> DONE
 *   RUNNING --too many failed, or by hand--> ABORTING --everything touched is back--> ABORTED
 *   RUNNING <--by hand--> PAUSED --by hand--> ABORTING
 *
 * Who moved is what the log says, and each step asks it first; so a worker may be killed anywhere. A lock that goes with
 * its connection keeps a rollout in the hands of one worker at a time.
 */
export function runRollouts(deps: JobDeps): Job {
  return {
    name: 'run-rollouts',
    everyMs: 1000,
    async run() {
      // One after another: each holds a connection while it uses others.
      for (const rollout of await goingRollouts(deps.pool)) await carryOn(deps, rollout)
    },
  }
}

/** Goes on with one rollout until it has to wait: for screens, or because another worker has it. */
async function carryOn(deps: RolloutDeps, { tenantId, id }: { tenantId: string; id: string }): Promise<void> {
  for (let isMoving = true; isMoving;) {
    isMoving = await withTransaction(deps.pool, async (tx) => {
      const { rows } = await tx.query<{ locked: boolean }>(
        'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 27)) AS locked',
        [id],
      )
      if (!rows[0]?.locked) return false
      const rollout = await findRollout(deps.pool, tenantId, id)
      if (rollout?.status === 'RUNNING') return await advance(deps, rollout)
      return rollout?.status === 'ABORTING' && (await goBack(deps, rollout))
    })
  }
}

/** One step forward; false where it has to wait or is over. */
async function advance(deps: RolloutDeps, rollout: RolloutRow): Promise<boolean> {
  await noteMoved(deps, rollout)
  const page = { statuses: ['WAITING'] as const, wave: rollout.wave, first: batchSize, after: null }
  const waiting = await instancesOf(deps.pool, rollout, page)
  if (waiting.length > 0) {
    await upgradeInstances(deps, rollout, waiting)
    await noteMoved(deps, rollout)
    return true
  }
  await judgeScreens(deps.pool, rollout)
  const counts = (await countsOf(deps.pool, rollout)).filter(({ wave }) => wave === rollout.wave)
  const sum = (...statuses: string[]) =>
    counts.filter(({ status }) => statuses.includes(status)).reduce((total, { count }) => total + count, 0)
  const failed = sum('FAILED', 'TIMED_OUT')
  const size = counts.reduce((total, { count }) => total + count, 0)
  const verdict = judgeWave(
    { size, failed, settled: failed + sum('SHOWN', 'SKIPPED') },
    { failedPercent: rollout.failedPercent, isLast: rollout.wave === rollout.waveCount - 1 },
  )
  switch (verdict) {
    case 'WAIT':
      return false
    case 'NEXT':
      return await moveRollout(deps.pool, rollout, { status: 'RUNNING', wave: rollout.wave + 1 })
    case 'DONE':
      await moveRollout(deps.pool, rollout, { status: 'DONE' })
      return false
    case 'ABORT':
      return await moveRollout(deps.pool, rollout, {
        status: 'ABORTING',
        reason: `${failed} of the ${size} instances of wave ${rollout.wave + 1} failed.`,
      })
  }
}

/** One step back; false once all that was touched is back. */
async function goBack(deps: RolloutDeps, rollout: RolloutRow): Promise<boolean> {
  await noteMoved(deps, rollout)
  await skipWaiting(deps.pool, rollout)
  const statuses = ['UPGRADED', 'SHOWN', 'FAILED', 'TIMED_OUT'] as const
  const touched = await instancesOf(deps.pool, rollout, { statuses, first: batchSize, after: null })
  await Promise.all(touched.map((instance) => returnInstance(deps, rollout, instance)))
  if (touched.length > 0) return true
  await moveRollout(deps.pool, rollout, { status: 'ABORTED' })
  return false
}
