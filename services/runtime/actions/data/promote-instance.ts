import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { newInstance } from '../../domain/instances/new-instance.ts'
import { toError } from '../../domain/state/refusal.ts'
import { signalChecks, type SignalCheck } from '../../domain/data/signal-checks.ts'
import {
  activityOf,
  conflictOf,
  newChangeId,
  notFound,
  type ChangeOutcome,
} from '../../engine/changes/change-request.ts'
import { pairFlows } from '../../engine/flows/pair-flows.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { componentsOf, insertComponents, insertLineage } from '../../store/instances/components.ts'
import { insertInstance } from '../../store/instances/insert-instance.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'
import { storedRows } from './preview-dataset.ts'

export type PromoteInstanceInput = {
  id: string
  name?: string | null
  expectedRevision?: number | null
  idempotencyKey?: string | null
}

/** What promoting asks of an instance (S1-39, S1-49). */
export async function validateSignal(
  sql: Sql,
  state: InstanceState,
): Promise<{ valid: boolean; checks: SignalCheck[] }> {
  const checks = signalChecks(state, (await storedRows(sql, state.id))?.outputs ?? null)
  return { valid: checks.every(({ ok }) => ok), checks }
}

/**
 * A new SIGNAL of a dataset (R19): its definition, config and props, the same parts, flows of its own, and where it
 * comes from. The dataset stays as it is. Throws CONDITION_FAILED with every check that it does not pass.
 */
export async function promoteInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: PromoteInstanceInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'promoteInstance', input)
  const key = keyOf('promoteInstance', input)
  const changeId = newChangeId()
  const outcome = await withTransaction(deps.pool, async (tx): Promise<ChangeOutcome> => {
    const states = await loadStates(tx, [input.id], { forUpdate: true })
    const source = permitted(viewer, 'promoteInstance', input.id, states.get(input.id))
    // Whoever repeats the request waited for the row that the first one held, and finds its result.
    const stored = key && (await findStoredResult(tx, viewer.tenantId, key))
    if (stored)
      return {
        state: await existing(deps, stored.instanceId),
        revision: stored.revision,
        changeId: stored.changeId,
        changed: false,
      }
    const conflict = conflictOf(source, input.expectedRevision ?? null)
    if (conflict) throw conflict
    const { valid, checks } = await validateSignal(tx, source)
    if (!valid) throw notYet(source, checks)
    const draft = await signalOf(deps, viewer, source, input.name ?? null)
    if (key && !(await rememberResult(tx, viewer.tenantId, key, { instanceId: draft.id, revision: 1, changeId })))
      throw mismatch()
    const activity = activityOf(draft, 'instance.promoted', viewer.principalId, changeId, {
      undo: null,
      patch: {
        kind: draft.kind,
        name: draft.name,
        definitionTypeKey: draft.definitionTypeKey,
        from: source.id,
        fromRevision: source.revision,
      },
    })
    const at = await insertInstance(tx, draft, activity)
    await pairFlows(deps, tx, draft)
    await insertComponents(tx, draft.id, (await componentsOf(tx, [source.id])).get(source.id) ?? [])
    await insertLineage(tx, {
      instanceId: draft.id,
      originId: source.id,
      type: 'PROMOTED_FROM',
      tenantId: source.tenantId,
    })
    return { state: { ...draft, createdAt: at, updatedAt: at }, revision: 1, changeId, changed: true }
  })
  if (!outcome.changed) return outcome
  const { state } = outcome
  deps.cache.set(state)
  deps.publisher.publish([
    {
      instanceId: state.id,
      revision: 1,
      type: 'CREATED',
      patch: null,
      changeId,
      actorId: viewer.principalId,
      reason: null,
      at: state.createdAt,
      state,
    },
  ])
  return outcome
}

async function existing(deps: RuntimeDeps, id: string): Promise<InstanceState> {
  const state = (await loadStates(deps.pool, [id])).get(id)
  if (!state) throw notFound(id)
  return state
}

async function signalOf(
  deps: RuntimeDeps,
  viewer: Viewer,
  source: InstanceState,
  name: string | null,
): Promise<InstanceState> {
  const version = await deps.definitions.version(source.resolvedVersionId as string)
  const decision = newInstance(
    {
      id: newId('inst', 8),
      tenantId: source.tenantId,
      kind: 'SIGNAL',
      persistence: 'PERSISTENT',
      scope: source.scope === 'GLOBAL' ? 'PROJECT' : source.scope,
      projectId: source.projectId ?? (await deps.definitions.project(source.tenantId, null)),
      definition: {
        id: version.definitionId,
        typeKey: version.typeKey,
        kind: version.definitionKind,
        versionId: version.id,
        bundleUrl: version.bundleUrl,
      },
      upgradeStrategy: source.upgradeStrategy,
      maxVersion: source.maxVersion,
      runtime: source.runtime,
      name,
      ownerId: viewer.principalId as string,
      visibility: source.visibility,
      parentId: null,
      props: source.props,
      config: source.config,
      metadata: source.metadata,
      webhooks: {},
      timeslot: null,
      now: source.updatedAt,
    },
    deps.facts.learn(version),
  )
  if (!decision.ok) throw toError(decision.refusal)
  return decision.state
}

function notYet({ id }: InstanceState, checks: readonly SignalCheck[]): AppError {
  const failed = checks.filter(({ ok }) => !ok)
  return new AppError('CONDITION_FAILED', {
    public: `${id} cannot be a signal: ${failed.map(({ message }) => message).join('; ')}.`,
    details: { instanceId: id, checks: failed },
  })
}
