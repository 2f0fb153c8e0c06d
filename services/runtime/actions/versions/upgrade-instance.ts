import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import {
  newChangeId,
  evaluateRequest,
  type ChangeOutcome,
  type ChangeRequest,
} from '../../engine/changes/change-request.ts'
import { targetOf } from '../../engine/versions/target-version.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'

export type UpgradeInstanceInput = {
  id: string
  targetVersion: string
  propsPatch?: Record<string, unknown> | null
  config?: Record<string, unknown> | null
  dryRun?: boolean | null
  expectedRevision?: number | null
  idempotencyKey?: string | null
}

/**
 * Moves an instance to a version of its definition by hand (S4-51, S4-63): also a pinned one, beyond maxVersion, and
 * back to an older version. Its props migration, a patch over the migrated props and another config are one revision with
 * it. UPGRADE_BLOCKED with every problem where props or config do not fit then. `dryRun` answers
 * the state that it would lead to, at the revision that is, and writes nothing.
 */
export async function upgradeInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: UpgradeInstanceInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'upgradeInstance', input)
  const states = await loadStates(deps.pool, [input.id])
  const state = permitted(viewer, 'upgradeInstance', input.id, states.get(input.id))
  if (state.definitionTypeKey === null) {
    throw new AppError('BAD_USER_INPUT', { public: `A ${state.kind} follows no definition, and so no version.` })
  }
  const version = await deps.definitions.forNewInstance(viewer.tenantId, state.definitionTypeKey, input.targetVersion)
  const request: ChangeRequest = {
    tenantId: viewer.tenantId,
    instanceId: input.id,
    actorId: viewer.principalId,
    writerKind: viewer.principalKind,
    asker: { viewer, permission: permissionOf('upgradeInstance') },
    command: {
      type: 'UPGRADE',
      target: await targetOf(deps, version, deps.facts.learn(version)),
      propsPatch: input.propsPatch as JsonObject | null | undefined,
      config: input.config ? stripNullMembers(input.config as JsonObject) : null,
    },
    changeId: newChangeId(),
    action: 'instance.upgraded',
    reason: null,
    expectedRevision: input.expectedRevision ?? null,
    key: keyOf('upgradeInstance', input),
  }
  if (!input.dryRun) return await deps.queue.submit(request)
  const tried = evaluateRequest(state, request, await deps.facts.get(state.resolvedVersionId))
  if (!tried.ok) throw tried.error
  return { state: tried.next ?? state, revision: state.revision, changeId: request.changeId, changed: false }
}
