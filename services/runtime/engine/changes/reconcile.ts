import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { isAppError, type AppError } from '../../../../kit/errors/app-error.ts'
import type { InstanceState, Json } from '../../../../schema/events.ts'
import { dueMove } from '../../domain/props/due.ts'
import { dueInstances, hasRunItsLast, tryToLookAfter } from '../../store/props/due-instances.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import type { Job } from '../job.ts'
import { newChangeId, toCommit, evaluateRequest } from './change-request.ts'
import {
  activityNames,
  changeLifecycle,
  commitAll,
  publishCommitted,
  type LifecycleGuard,
  type TreeDeps,
} from '../lifecycle/lifecycle-change.ts'
import { bySystem } from './submit-all.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'

const atOnce = 4
/** Until a hook that said no to the reconciler is asked again: twice as long each time. */
const hookPause = { baseMs: 5000, capMs: 300_000 }

/**
 * The one loop that drives every instance to where it belongs (S2-17): to its desired lifecycle along allowed moves,
 * into its timeslot and out of it, an EPHEMERAL one into the archive. One move is one transaction, decided under the
 * row's lock; a worker that dies leaves whole moves behind, and the next one goes on from there. Any number of workers:
 * an advisory lock keeps two from standing in line for the same instance.
 */
export function reconcile(deps: TreeDeps): Job {
  /** Instances whose hook said no lately; what is forgotten with the process is asked once more. */
  const refused = new Map<string, { times: number; until: number }>()
  const isPaused = (id: string) => (refused.get(id)?.until ?? 0) > Date.now()

  async function settle(id: string): Promise<void> {
    for (let moved = true; moved;) {
      try {
        moved = await moveOn(deps, id)
        refused.delete(id)
      } catch (error) {
        if (!isAppError(error) || error.details?.['hook'] === undefined) throw error
        await noteRefusal(deps, id, error)
        const times = (refused.get(id)?.times ?? 0) + 1
        refused.set(id, {
          times,
          until: Date.now() + Math.min(hookPause.capMs, hookPause.baseMs * 2 ** Math.min(times - 1, 20)),
        })
        return
      }
    }
  }

  return {
    name: 'reconcile',
    everyMs: 1000,
    async run() {
      const due = await dueInstances(deps.pool)
      const ids = due.filter((id) => !isPaused(id))
      if (refused.size > due.length) for (const id of refused.keys()) if (!isPaused(id)) refused.delete(id)
      // Workers that begin together do not begin with the same one.
      const start = Math.floor(Math.random() * ids.length)
      const queue = [...ids.slice(start), ...ids.slice(0, start)]
      const failures: unknown[] = []
      const lane = async () => {
        for (let id = queue.pop(); id !== undefined; id = queue.pop())
          await settle(id).catch((error: unknown) => failures.push(error))
      }
      await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, lane))
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** One move of an instance that is due; false when there is none left, or none that is possible now. */
async function moveOn(deps: TreeDeps, id: string): Promise<boolean> {
  const state = (await loadStates(deps.pool, [id])).get(id)
  let ended = { hasRunItsLast: state !== undefined && (await isOver(deps.pool, state)) }
  const due = state && dueMove(state, now(), (await deps.facts.get(state.resolvedVersionId)).lifecycle, ended)
  if (!due) return false
  const request = {
    tenantId: state.tenantId,
    instanceId: id,
    actorId: null,
    writerKind: null,
    asker: null,
    event: due.event,
    isWish: false,
    changeId: newChangeId(),
    action: activityNames[due.event],
    reason: due.reason,
    expectedRevision: null,
    key: null,
  }
  const guard: LifecycleGuard = {
    enter: async (tx) => {
      if (!(await tryToLookAfter(tx, id))) return false
      ended = { hasRunItsLast: await isOver(tx, state) }
      return true
    },
    stillWanted: (locked, facts) => dueMove(locked, now(), facts.lifecycle, ended)?.event === due.event,
  }
  try {
    return (await changeLifecycle(deps, request, guard)) !== null
  } catch (error) {
    // Who asks again how soon is the caller's to say.
    if (isAppError(error) && error.details?.['hook'] !== undefined) throw error
    // A refusal is no failure of ours: an ancestor sleeps, or a definition forbids it. It is tried again next turn.
    if (isAppError(error) && !error.retryable && error.code !== 'INTERNAL_SERVER_ERROR') return false
    throw error
  }
}

/** Only an EPHEMERAL one with flows can have run its last. */
const isOver = async (sql: Sql, { id, persistence, readiness }: InstanceState) =>
  persistence === 'EPHEMERAL' && readiness !== null && (await hasRunItsLast(sql, id))

/** Says in a condition of the instance which hook keeps it from moving; the same again makes no revision. */
async function noteRefusal(deps: TreeDeps, id: string, { message, details }: AppError): Promise<void> {
  const published = await withTransaction(deps.pool, async (tx) => {
    const state = (await loadStates(tx, [id], { forUpdate: true })).get(id)
    if (!state) return []
    const command = {
      type: 'HOOK_REFUSED',
      message,
      details: parseOwnJson(JSON.stringify(details ?? {})) as Json,
      now: now(),
    } as const
    const request = bySystem({ tenantId: state.tenantId, instanceId: id }, command, {
      action: 'instance.hook-refused',
      reason: message,
    })
    const tried = evaluateRequest(state, request, await deps.facts.get(state.resolvedVersionId))
    return tried.ok && tried.next
      ? await commitAll(tx, [toCommit(state, [{ request, event: tried.event, before: state, after: tried.next }])])
      : []
  })
  publishCommitted(deps, published)
}

const now = () => new Date().toISOString()
