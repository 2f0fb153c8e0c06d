import type {
  InstanceKind,
  InstanceRuntime,
  Persistence,
  Scope,
  UpgradeStrategy,
  Visibility,
} from '../../../../schema/enums.ts'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { heldAt } from '../../../../kit/graphql/viewer/access.ts'
import { AppError, isAppError, sentences } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { parseSemver } from '../../../../kit/pure/ids/semver.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import type { BindingInput } from '../../domain/bindings/binding-input.ts'
import { mayOn, refuseInTenant } from '../../domain/access/access.ts'
import { newInstance } from '../../domain/instances/new-instance.ts'
import { nameOf } from '../../domain/state/instance-fields.ts'
import { toError } from '../../domain/state/refusal.ts'
import { activityOf, newChangeId, notFound, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { PlacementFields, VersionFacts } from '../../ports.ts'
import { findSingleton } from '../../store/tree/hierarchy-reads.ts'
import { insertInstance } from '../../store/instances/insert-instance.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { pairFlows } from '../../engine/flows/pair-flows.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation, isReadable, keyOf, permitted } from '../changes/guards.ts'
import { scheduleNew, wakeSchedulers, type NewInstanceSchedule } from '../schedules/set-schedule.ts'
import { versionForNewInstance } from '../versions/version-for-new-instance.ts'
import { badChoice, insertParts, planComponents } from './make-components.ts'
import { linkBacktestSignals } from '../data/link-backtest-signals.ts'
import { bindNew, checkBindings } from '../bindings/set-bindings.ts'
import { planProjectInstance, standInProject } from './project-instance.ts'
import { assertParentAllows, assertChildRoleFree } from '../tree/check-parent.ts'
import { checkWebhooks } from '../webhooks/check-webhooks.ts'

export type CreateInstanceInput = {
  kind?: InstanceKind | null
  definitionTypeKey?: string | null
  definitionVersion?: string | null
  name?: string | null
  projectId?: string | null
  parentId?: string | null
  visibility?: Visibility | null
  scope?: Scope | null
  persistence?: Persistence | null
  props?: Record<string, unknown> | null
  config?: Record<string, unknown> | null
  metadata?: Record<string, unknown> | null
  placement?: PlacementFields | null
  upgradeStrategy?: UpgradeStrategy | null
  maxVersion?: string | null
  runtime?: InstanceRuntime | null
  timeslot?: { start: string; end: string } | null
  webhooks?: Record<string, unknown> | null
  bindings?: readonly BindingInput[] | null
  schedule?: NewInstanceSchedule | null
  idempotencyKey?: string | null
}

/** A new instance at revision 1 with its placement, its flows, its schedule and its parts, in one transaction (S4-43, S0-05, S0-11, S0-16). */
export async function createInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: CreateInstanceInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'createInstance', input)
  if (input.placement) deps.placements.check(input.placement)
  checkWebhooks(deps, input.webhooks)
  const bindings = input.bindings?.length ? checkBindings(deps, input.bindings) : null
  const key = keyOf('createInstance', input)
  const repeated = key && (await findStoredResult(deps.pool, viewer.tenantId, key))
  if (repeated) return replay(deps, viewer, repeated)

  const version = await versionForNewInstance(deps, viewer.tenantId, input)
  const draft = await draftOf(deps, viewer, input, version)
  await assertMayPlace(deps, viewer, draft)
  const parts = await planComponents(deps, viewer, draft, version)
  const planned = await planProjectInstance(deps, viewer, draft)
  const changeId = newChangeId()
  const made = await withTransaction(deps.pool, async (tx) => {
    if (key && !(await rememberResult(tx, viewer.tenantId, key, { instanceId: draft.id, revision: 1, changeId })))
      return null
    const by = { changeId, actorId: viewer.principalId }
    const { parentId, told: before } = planned
      ? await standInProject(deps, tx, planned, by)
      : { parentId: draft.parentId, told: [] }
    const placed = { ...draft, parentId }
    const parent = await assertParentAllows(tx, placed, parentId)
    const activity = activityOf(placed, 'instance.created', viewer.principalId, changeId, {
      undo: null,
      patch: { kind: draft.kind, name: draft.name, definitionTypeKey: draft.definitionTypeKey },
    })
    const bound = bindings
      ? await bindNew(deps, tx, viewer, placed, await deps.facts.get(draft.resolvedVersionId), bindings)
      : placed
    const at = await insertInstance(tx, bound, activity)
    await assertChildRoleFree(tx, deps.facts, parent, draft.id)
    if (bound.readiness !== null) await pairFlows(deps, tx, bound)
    await linkBacktestSignals(tx, viewer, bound)
    if (input.placement) await deps.placements.place(tx, viewer.tenantId, draft.id, input.placement)
    if (input.schedule) await scheduleNew(deps, tx, viewer, bound, input.schedule, changeId)
    const told = await insertParts(tx, bound, parts, by)
    return { state: { ...bound, createdAt: at, updatedAt: at }, told: [...before, ...told] }
  }).catch((error: unknown) => nameSingleton(deps, draft, error))
  if (made === null) {
    // A racing request with the same key was first; it has committed by now.
    const first = key && (await findStoredResult(deps.pool, viewer.tenantId, key))
    if (!first) throw mismatch()
    return replay(deps, viewer, first)
  }
  const { state, told } = made
  for (const each of [state, ...told.map((part) => part.state)]) deps.cache.set(each)
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
    ...told,
  ])
  if (input.schedule) wakeSchedulers(deps)
  return { state, revision: 1, changeId, changed: true }
}

/**
 * Throws unless the viewer may write where the new instance is to be: its project, or the tenant for a GLOBAL one, and
 * its parent. A project in which they hold nothing is none that they know of.
 */
async function assertMayPlace(deps: RuntimeDeps, viewer: Viewer, draft: InstanceState): Promise<void> {
  if (refuseInTenant(viewer, 'instance.write') === null) return
  if (!mayOn(viewer, 'instance.write', draft)) {
    const isKnown = draft.projectId === null || heldAt(viewer.access, [draft.projectId]).length > 0
    if (!isKnown) throw new AppError('NOT_FOUND', { public: 'There is no such project.' })
    throw new AppError('FORBIDDEN', { public: sentences.FORBIDDEN })
  }
  if (draft.parentId !== null) {
    const states = await loadStates(deps.pool, [draft.parentId])
    permitted(viewer, 'createInstance', draft.parentId, states.get(draft.parentId))
  }
}

async function draftOf(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: CreateInstanceInput,
  version: VersionFacts | null,
): Promise<InstanceState> {
  const scope = input.scope ?? 'PROJECT'
  if (scope === 'GLOBAL' && input.projectId)
    throw badChoice('/projectId', 'must be left out: a GLOBAL instance belongs to no project')
  const known = version ? deps.facts.learn(version) : await deps.facts.get(null)
  // Bindings may bring what is required: with them the props are checked by bindNew.
  const facts = input.bindings?.length ? { ...known, checkProps: () => [] } : known
  const decision = newInstance(
    {
      id: newId('inst', 8),
      tenantId: viewer.tenantId,
      kind: input.kind ?? 'DISPLAY',
      persistence: input.persistence ?? 'PERSISTENT',
      scope,
      projectId: scope === 'GLOBAL' ? null : await deps.definitions.project(viewer.tenantId, input.projectId ?? null),
      definition: version && {
        id: version.definitionId,
        typeKey: version.typeKey,
        kind: version.definitionKind,
        versionId: version.id,
        bundleUrl: version.bundleUrl,
      },
      upgradeStrategy: input.upgradeStrategy ?? 'PIN',
      maxVersion: input.maxVersion ? parseSemver(input.maxVersion) : null,
      runtime: input.runtime ?? 'EDGE',
      name: nameOf(input.name ?? ''),
      ownerId: viewer.principalId as string,
      visibility: input.visibility ?? 'PRIVATE',
      parentId: input.parentId ?? null,
      props: (input.props ?? {}) as JsonObject,
      config: (input.config ?? {}) as JsonObject,
      metadata: (input.metadata ?? {}) as JsonObject,
      webhooks: (input.webhooks ?? {}) as JsonObject,
      timeslot: input.timeslot ?? null,
      now: new Date(0).toISOString(),
    },
    facts,
  )
  if (!decision.ok) throw toError(decision.refusal)
  return decision.state
}

/** Says which living instance is in the way of a second one: asked now, the transaction that met it is over. */
async function nameSingleton(deps: RuntimeDeps, draft: InstanceState, cause: unknown): Promise<never> {
  const isOne = draft.scope === 'GLOBAL' || draft.persistence === 'SINGLETON'
  if (!isOne || !isAppError(cause) || (cause.code !== 'SINGLETON_EXISTS' && cause.code !== 'CONFLICT')) throw cause
  const id = await findSingleton(deps.pool, draft)
  if (id === null) throw cause
  throw new AppError('SINGLETON_EXISTS', {
    public: `There is one already, and may be only one: ${id}.`,
    details: {
      id,
      allowed: draft.scope === 'GLOBAL' ? 'one GLOBAL per tenant' : 'one SINGLETON per definition and project',
    },
    cause,
  })
}

async function replay(
  deps: RuntimeDeps,
  viewer: Viewer,
  stored: { instanceId: string; revision: number; changeId: string },
): Promise<ChangeOutcome> {
  const state = (await loadStates(deps.pool, [stored.instanceId])).get(stored.instanceId)
  if (!isReadable(viewer, state)) throw notFound(stored.instanceId)
  return { state, revision: stored.revision, changeId: stored.changeId, changed: false }
}
