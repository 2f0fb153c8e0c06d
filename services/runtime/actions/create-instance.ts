import { withTransaction } from '../../../kit/db/pool.ts'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../kit/graphql/viewer.ts'
import { newId } from '../../../kit/pure/id-format.ts'
import { parseSemver } from '../../../kit/pure/semver.ts'
import type { InstanceState, JsonObject } from '../../../schema/events.ts'
import { newInstance } from '../domain/new-instance.ts'
import { toError } from '../domain/refusal.ts'
import { activityOf, newChangeId, notFound, type ChangeOutcome } from '../engine/change-request.ts'
import type { PlacementFields, VersionFacts } from '../ports.ts'
import { insertInstance } from '../store/insert-instance.ts'
import { loadStates } from '../store/instance-reads.ts'
import { findStoredResult, mismatch, rememberResult } from '../store/stored-results.ts'
import type { RuntimeDeps } from './deps.ts'
import { guardWrite, keyOf } from './guards.ts'

export type CreateInstanceInput = {
  kind?: string | null
  definitionTypeKey?: string | null
  definitionVersion?: string | null
  name?: string | null
  projectId?: string | null
  parentId?: string | null
  visibility?: string | null
  scope?: string | null
  persistence?: string | null
  props?: Record<string, unknown> | null
  config?: Record<string, unknown> | null
  metadata?: Record<string, unknown> | null
  placement?: PlacementFields | null
  upgradeStrategy?: string | null
  maxVersion?: string | null
  timeslot?: { start: string; end: string } | null
  webhooks?: Record<string, unknown> | null
  idempotencyKey?: string | null
}

/** A new instance at revision 1 with its placement, in one transaction (S4-43). */
export async function createInstance(deps: RuntimeDeps, viewer: Viewer, input: CreateInstanceInput): Promise<ChangeOutcome> {
  guardWrite(viewer, input)
  if (input.placement) deps.placements.check(input.placement)
  const key = keyOf('createInstance', input)
  const repeated = key && (await findStoredResult(deps.pool, viewer.tenantId, key))
  if (repeated) return replay(deps, repeated)

  const version = input.definitionTypeKey
    ? await deps.definitions.forNewInstance(viewer.tenantId, input.definitionTypeKey, input.definitionVersion ?? null)
    : null
  const draft = await draftOf(deps, viewer, input, version)
  const changeId = newChangeId()
  const state = await withTransaction(deps.pool, async (tx) => {
    if (draft.parentId !== null) await requireParent(deps, tx, draft)
    if (key && !(await rememberResult(tx, viewer.tenantId, key, { instanceId: draft.id, revision: 1, changeId }))) return null
    const activity = activityOf(draft, 'instance.created', viewer.principalId, changeId, {
      undo: null,
      patch: { kind: draft.kind, name: draft.name, definitionTypeKey: draft.definitionTypeKey },
    })
    const at = await insertInstance(tx, draft, activity)
    if (input.placement) await deps.placements.place(tx, viewer.tenantId, draft.id, input.placement)
    return { ...draft, createdAt: at, updatedAt: at }
  })
  if (state === null) {
    // A racing request with the same key was first; it has committed by now.
    const first = key && (await findStoredResult(deps.pool, viewer.tenantId, key))
    if (!first) throw mismatch()
    return replay(deps, first)
  }
  deps.cache.set(state)
  deps.publisher.publish([
    { instanceId: state.id, revision: 1, type: 'CREATED', patch: null, changeId, actorId: viewer.principalId, reason: null, at: state.createdAt, state },
  ])
  return { state, revision: 1, changeId, changed: true }
}

async function draftOf(deps: RuntimeDeps, viewer: Viewer, input: CreateInstanceInput, version: VersionFacts | null): Promise<InstanceState> {
  const scope = input.scope ?? 'PROJECT'
  const facts = version ? deps.facts.learn(version) : await deps.facts.get(null)
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
      name: input.name ?? null,
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

const scopeRank: Record<string, number> = { GLOBAL: 0, PROJECT: 1, ORCHESTRATION: 2 }

/** Parent and child fit together (model R9); the parent's row stays locked until the child is there. */
async function requireParent(deps: RuntimeDeps, tx: Parameters<typeof loadStates>[0], child: InstanceState): Promise<void> {
  const parentId = child.parentId as string
  const parent = (await loadStates(tx, [parentId], { forUpdate: true })).get(parentId)
  if (!parent || parent.tenantId !== child.tenantId) throw notFound(parentId)
  const fits =
    child.scope !== 'GLOBAL' &&
    (scopeRank[child.scope] as number) >= (scopeRank[parent.scope] as number) &&
    (parent.scope === 'GLOBAL' || parent.projectId === child.projectId)
  if (!fits) {
    throw new AppError('SCOPE_VIOLATION', {
      public: `A ${child.scope} instance cannot stand below this ${parent.scope} one.`,
      details: { child: child.scope, parent: parent.scope },
    })
  }
}

async function replay(deps: RuntimeDeps, stored: { instanceId: string; revision: number; changeId: string }): Promise<ChangeOutcome> {
  const state = (await loadStates(deps.pool, [stored.instanceId])).get(stored.instanceId)
  if (!state) throw notFound(stored.instanceId)
  return { state, revision: stored.revision, changeId: stored.changeId, changed: false }
}
