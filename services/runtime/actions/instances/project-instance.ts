import type { Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { handsOn, isAtHand, makesProjectInstances, seeksProject } from '../../domain/instances/delegation.ts'
import { newInstance } from '../../domain/instances/new-instance.ts'
import { toError } from '../../domain/state/refusal.ts'
import { activityOf } from '../../engine/changes/change-request.ts'
import type { Published } from '../../engine/changes/publisher.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { findGlobal, projectHoppers } from '../../store/tree/hierarchy-reads.ts'
import { insertInstance } from '../../store/instances/insert-instance.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { assertParentAllows, assertChildRoleFree } from '../tree/check-parent.ts'

/** The definition that Marquee brings for it; its config is that of the scope (templates/project-instance.yaml). */
const typeKey = 'hopper/standard'

/** Where a new instance comes to stand without having been told, and what was made for that. */
export type Place = { parentId: string | null; told: Published[] }

/**
 * The HOPPER of the project that would be made for this new one below the tenant's GLOBAL one, if the project has none
 * (S3-24, delegation.auto_create_project_instances). Null: the new one stands where it was told. Nothing is written.
 */
export async function planProjectInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  draft: InstanceState,
): Promise<InstanceState | null> {
  if (!seeksProject(draft)) return null
  const global = await globalOf(deps.pool, draft.tenantId)
  if (!global || !makesProjectInstances(global)) return null
  const version = await deps.definitions.forNewInstance(draft.tenantId, typeKey, null)
  const decision = newInstance(
    {
      id: newId('inst', 8),
      tenantId: draft.tenantId,
      kind: 'HOPPER',
      persistence: 'PERSISTENT',
      scope: 'PROJECT',
      projectId: draft.projectId,
      definition: {
        id: version.definitionId,
        typeKey: version.typeKey,
        kind: version.definitionKind,
        versionId: version.id,
        bundleUrl: version.bundleUrl,
      },
      upgradeStrategy: 'PIN',
      maxVersion: null,
      runtime: 'EDGE',
      name: null,
      ownerId: viewer.principalId as string,
      visibility: global.visibility,
      parentId: global.id,
      props: {},
      config: {},
      metadata: {},
      webhooks: {},
      timeslot: null,
      now: draft.createdAt,
    },
    deps.facts.learn(version),
  )
  if (!decision.ok) throw toError(decision.refusal)
  return decision.state
}

/**
 * Finds the project's HOPPER, or makes the planned one, in the transaction of the new instance that is to stand below
 * it. Who makes one holds the GLOBAL one's row from the second look on: of any number that come at once, one makes it.
 */
export async function standInProject(
  { facts }: RuntimeDeps,
  tx: Sql,
  planned: InstanceState,
  change: { changeId: string; actorId: string | null },
): Promise<Place> {
  const present = await hopperOf(tx, planned)
  if (present !== undefined) return { parentId: present, told: [] }
  const global = (await loadStates(tx, [planned.parentId as string], { forUpdate: true })).get(
    planned.parentId as string,
  )
  const meanwhile = await hopperOf(tx, planned)
  if (meanwhile !== undefined) return { parentId: meanwhile, told: [] }
  if (!global || !makesProjectInstances(global)) return { parentId: null, told: [] }
  await assertParentAllows(tx, planned, global.id)
  const activity = activityOf(planned, 'instance.created', change.actorId, change.changeId, {
    undo: null,
    patch: {
      kind: planned.kind,
      name: planned.name,
      definitionTypeKey: planned.definitionTypeKey,
      delegatedBy: global.id,
    },
  })
  const at = await insertInstance(tx, planned, activity)
  await assertChildRoleFree(tx, facts, global, planned.id)
  const state = { ...planned, createdAt: at, updatedAt: at }
  return {
    parentId: planned.id,
    told: [{ instanceId: planned.id, revision: 1, type: 'CREATED', patch: null, reason: null, at, state, ...change }],
  }
}

/** The one that takes work; null where the project has some, but none that hands on; undefined where it has none. */
async function hopperOf(
  sql: Sql,
  { tenantId, projectId, parentId }: InstanceState,
): Promise<string | null | undefined> {
  const ids = await projectHoppers(sql, { tenantId, projectId, parentId })
  const states = await loadStates(sql, ids)
  const living = ids.flatMap((id) => states.get(id) ?? []).filter(isAtHand)
  return living.length === 0 ? undefined : (living.find(handsOn)?.id ?? null)
}

async function globalOf(sql: Sql, tenantId: string): Promise<InstanceState | undefined> {
  const id = await findGlobal(sql, tenantId)
  return id === null ? undefined : (await loadStates(sql, [id])).get(id)
}
