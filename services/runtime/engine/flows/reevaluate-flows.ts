import type { Pool } from 'pg'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { deriveFlows } from './derive-flows.ts'
import { publishCommitted } from '../lifecycle/lifecycle-change.ts'
import type { RunCommandBatcher, RunDoorDeps } from '../runs/run-command-batcher.ts'
import { nextInLine } from '../../store/schedules/due-schedules.ts'
import { upstreamFacts } from '../../store/flows/flow-reads.ts'
import { allFlowsOf, lockInstancesOf } from '../../store/flows/flow-writes.ts'

export type LookingDeps = RunDoorDeps & { runs: RunCommandBatcher }

const batchSize = 50

/**
 * Looks again at flows about which something may have changed that no run of theirs did: an upstream succeeded, a
 * deadline passed. Their status follows, and what waits to start, for an upstream or for its turn, is asked again.
 */
export async function reevaluateFlows(deps: LookingDeps, flowIds: readonly string[]): Promise<void> {
  for (let from = 0; from < flowIds.length; from += batchSize) {
    const batch = flowIds.slice(from, from + batchSize)
    const published = await withTransaction(deps.pool, async (tx) => {
      const { instances, now } = await lockInstancesOf(tx, { flowIds: batch })
      const flows = new Map((await allFlowsOf(tx, [...instances.keys()])).map((flow) => [flow.id, flow]))
      const concerned = batch.filter((id) => flows.get(id)?.removedAt === null)
      const upstreams = await upstreamFacts(tx, concerned, { hold: false })
      return await deriveFlows(deps, tx, { instances, flows, concerned, news: new Set(), upstreams, now })
    })
    publishCommitted(deps, published)
    await ask(deps, [
      ...(await blockedRuns(deps.pool, 'flow_id', batch)),
      ...(await nextInLine(deps.pool, batch.length, batch)),
    ])
  }
}

/** What waits on instances that were resumed. */
export async function wakeInstances(deps: LookingDeps, instanceIds: readonly string[]): Promise<void> {
  await ask(deps, await blockedRuns(deps.pool, 'instance_id', instanceIds))
}

/** Whether they may start now. */
async function ask({ runs }: LookingDeps, runIds: readonly string[]): Promise<void> {
  await Promise.all(runIds.map((runId) => runs.submit({ runId, command: { type: 'QUEUE' } })))
}

async function blockedRuns(pool: Pool, column: 'flow_id' | 'instance_id', ids: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: `blocked-runs-by-${column}`,
    // Through the flows, as the index of blocked runs goes.
    text:
      column === 'flow_id'
        ? `SELECT r.id FROM runtime.run r WHERE r.flow_id = ANY($1::text[]) AND r.status = 'BLOCKED' ORDER BY r.created_at, r.id`
        : `SELECT r.id FROM runtime.run r JOIN runtime.flow f ON f.id = r.flow_id
           WHERE f.instance_id = ANY($1::text[]) AND r.status = 'BLOCKED' ORDER BY r.created_at, r.id`,
    values: [ids],
  })
  return rows.map(({ id }) => id)
}
