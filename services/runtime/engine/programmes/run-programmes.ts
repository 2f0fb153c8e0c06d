import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { PROGRAMME_TOPIC } from '../../../../schema/events.ts'
import { layerOf, planAt, type PlanInput } from '../../domain/programmes/programme-plan.ts'
import { bySystem, submitAll } from '../changes/submit-all.ts'
import { dueJob } from '../due-job.ts'
import type { Job, JobDeps } from '../job.ts'
import { setNextDue, takeDueInstances, untilNextDue } from '../../store/programmes/programme-targets.ts'
import { planInputs } from './plan-inputs.ts'

const batchSize = 250

type Deps = Pick<JobDeps, 'pool' | 'bus' | 'queue' | 'placements'>

/**
 * Puts what programmes show at each boundary: one revision of the instance. When an instance is next decided on stands
 * in a row of its own, so that it costs what is due and not what exists; whoever was away makes the present state and
 * not what was missed.
 */
export function runProgrammes(deps: Deps): Job {
  return dueJob({
    name: 'run-programmes',
    bus: deps.bus,
    topic: PROGRAMME_TOPIC,
    async look(isStopped) {
      while (!isStopped() && (await withTransaction(deps.pool, (tx) => decideDue(deps, tx))) === batchSize) continue
      return await untilNextDue(deps.pool)
    },
  })
}

/**
 * The due rows are held until their instances have their revisions: a writer of a programme waits for that, and what
 * it wrote is decided on afterwards, so that an older decision never stays. Killed anywhere, they are still due, and
 * deciding again what is there already is no revision.
 */
async function decideDue({ queue, placements }: Deps, tx: Sql): Promise<number> {
  const { due, now } = await takeDueInstances(tx, batchSize)
  const tenants = Map.groupBy(due, ({ tenantId }) => tenantId)
  for (const [tenantId, instances] of tenants) {
    const ids = instances.map(({ instanceId }) => instanceId)
    const inputs = await planInputs(tx, placements, tenantId, ids)
    const decided = ids.map((instanceId) => ({ instanceId, ...decide(inputs.get(instanceId), now) }))
    await submitAll(
      queue,
      decided.map(({ instanceId, layer }) =>
        bySystem({ tenantId, instanceId }, { type: 'SET_PROGRAMME', layer }, how(layer)),
      ),
    )
    await setNextDue(tx, decided)
  }
  return due.length
}

function decide(input: PlanInput | undefined, now: string) {
  if (!input || input.programmes.length === 0) return { layer: null, dueAt: null }
  const { shown, lookAgainAt } = planAt(input, Date.parse(now))
  return { layer: shown && layerOf(shown, now), dueAt: new Date(lookAgainAt).toISOString() }
}

const how = (layer: ReturnType<typeof layerOf> | null) => ({
  action: 'instance.programme-shown',
  reason: layer ? `programme ${layer.programme}, entry ${layer.entry}` : 'no programme has its window',
})
