import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { isEmptyFilter, parseInstanceFilter, type InstanceFilterSpec } from '../../domain/instances/instance-filter.ts'
import { lifecycles } from '../../domain/lifecycle/lifecycle.ts'
import { newChangeId, evaluateRequest, type ChangeRequest } from '../../engine/changes/change-request.ts'
import { commitBatchSize, commitMany } from '../../engine/changes/commit-many.ts'
import { findChange, finishChange, startChange, type BulkChange } from '../../store/changes/changes.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { matchingIds } from '../../store/instances/instance-search.ts'
import { findStoredResult, rememberResult } from '../../store/changes/stored-results.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation, keyOf } from '../changes/guards.ts'
import { awaitShown, checkWait, type WaitFor } from '../displays/await-shown.ts'

export type BulkPatchPropsInput = {
  filter: unknown
  patch: Record<string, unknown>
  waitFor?: WaitFor | null
  idempotencyKey?: string | null
}

const targetsMax = 100_000
const refusalsShown = 20
const living = lifecycles.filter((lifecycle) => lifecycle !== 'ARCHIVED')

/**
 * One patch over all that match and that the viewer may write (S4-49): one changeId, one log row per instance that it changes, one activity. It counts
 * as a write per target: RATE_LIMITED, or LIMIT_REACHED for more than may be written at once. First every target is tried; if any would break its schema nothing is written. Then set-based batches are committed and
 * published one by one. A repeated request with the same key goes on where a crash left off: what is already patched
 * is an equal write.
 */
export async function bulkPatchProps(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: BulkPatchPropsInput,
): Promise<BulkChange> {
  const { waitFor } = input
  if (waitFor) checkWait(waitFor)
  const change = await patchAll(deps, viewer, input)
  if (waitFor) await awaitShown(deps, viewer, { changeId: change.id, waitFor })
  return change
}

async function patchAll(deps: RuntimeDeps, viewer: Viewer, input: BulkPatchPropsInput): Promise<BulkChange> {
  guardMutation(viewer, 'bulkPatchProps', input)
  const filter = parseInstanceFilter(input.filter)
  if (isEmptyFilter(filter))
    throw new AppError('EMPTY_SELECTOR', { public: 'A bulk write needs a filter that narrows.' })

  const key = keyOf('bulkPatchProps', input)
  const known = key && (await findStoredResult(deps.pool, viewer.tenantId, key))
  const earlier = known && (await findChange(deps.pool, viewer.tenantId, known.changeId))
  if (earlier?.status === 'DONE') return earlier

  const ids = await targetsOf(deps, viewer, filter)
  // The request itself was counted as one write at the gateway.
  if (ids.length > 1) deps.rates.take('Writes', { viewer, address: null }, ids.length - 1)
  const changeId = earlier?.id ?? newChangeId()
  const request = (instanceId: string): ChangeRequest => ({
    tenantId: viewer.tenantId,
    instanceId,
    actorId: viewer.principalId,
    writerKind: viewer.principalKind,
    asker: { viewer, permission: permissionOf('bulkPatchProps') },
    command: { type: 'PATCH_PROPS', patch: input.patch as JsonObject },
    changeId,
    action: null,
    reason: null,
    expectedRevision: null,
    key: null,
  })
  const states = await tryAll(deps, ids, request)

  if (!earlier) {
    const selector = { filter: input.filter, targets: ids.length }
    const started = await withTransaction(deps.pool, async (tx) => {
      if (key && !(await rememberResult(tx, viewer.tenantId, key, { instanceId: changeId, revision: 0, changeId })))
        return false
      await startChange(tx, {
        id: changeId,
        tenantId: viewer.tenantId,
        kind: 'BULK_PATCH_PROPS',
        selector,
        body: input.patch,
        actorId: viewer.principalId,
      })
      return true
    })
    // A racing request with the same key was first: join it.
    if (!started) return await patchAll(deps, viewer, input)
  }
  for (let from = 0; from < states.length; from += commitBatchSize)
    await commitMany(deps, states.slice(from, from + commitBatchSize), request)
  const changed = await finishChange(deps.pool, {
    id: changeId,
    tenantId: viewer.tenantId,
    targeted: ids.length,
    actorId: viewer.principalId,
    activityId: newId('act', 16),
    action: 'instances.props-patched',
  })
  return { id: changeId, targeted: ids.length, changed, status: 'DONE' }
}

async function targetsOf(deps: RuntimeDeps, viewer: Viewer, filter: InstanceFilterSpec): Promise<string[]> {
  // What is archived takes no patches: it is left out unless the filter asks for it by name, and is then refused.
  const ids = await matchingIds(deps.pool, {
    viewer,
    permission: permissionOf('bulkPatchProps'),
    filter: { ...filter, lifecycles: filter.lifecycles ?? living },
    limit: targetsMax + 1,
  })
  if (ids.length > targetsMax) {
    throw new AppError('LIMIT_REACHED', {
      public: `One bulk write changes at most ${targetsMax} instances.`,
      details: { limit: targetsMax },
    })
  }
  return ids
}

/** The present states of all targets, or one error that names those that the patch would break. */
async function tryAll(
  deps: RuntimeDeps,
  ids: string[],
  request: (id: string) => ChangeRequest,
): Promise<InstanceState[]> {
  const states: InstanceState[] = []
  const refused: { id: string; code: string; details: unknown }[] = []
  let refusals = 0
  for (let from = 0; from < ids.length; from += commitBatchSize) {
    for (const state of (await loadStates(deps.pool, ids.slice(from, from + commitBatchSize))).values()) {
      const tried = evaluateRequest(state, request(state.id), await deps.facts.get(state.resolvedVersionId))
      if (tried.ok) states.push(state)
      else if (++refusals <= refusalsShown)
        refused.push({ id: state.id, code: tried.error.code, details: tried.error.details })
    }
  }
  const [first] = refused
  if (first) {
    throw new AppError(
      first.code === 'PAYLOAD_TOO_LARGE' || first.code === 'LOCKED_PATH' ? first.code : 'SCHEMA_VIOLATION',
      {
        public: `The patch does not fit ${refusals} of ${ids.length} instances; nothing was changed.`,
        details: { refusals, instances: refused },
      },
    )
  }
  return states
}
