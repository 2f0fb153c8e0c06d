import { AppError, isAppError } from '../../../../kit/errors/app-error.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import { isReadable } from '../changes/guards.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import {
  isComposed,
  pipelineConfig,
  plannedParts,
  type ComponentRole,
  type PlannedPart,
} from '../../domain/instances/components.ts'
import { newInstance } from '../../domain/instances/new-instance.ts'
import { toError } from '../../domain/state/refusal.ts'
import { activityOf } from '../../engine/changes/change-request.ts'
import type { Published } from '../../engine/changes/publisher.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import type { VersionFacts } from '../../ports.ts'
import { insertComponents, type ComponentRow } from '../../store/instances/components.ts'
import { insertInstance } from '../../store/instances/insert-instance.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'

/** The parts of a new instance: those to be made with it, and which instance plays which role. */
export type Parts = { made: InstanceState[]; roles: ComponentRow[] }

/**
 * What an instance of a composed kind is made of (R18): a pipeline of its own definition, and the store and accessor
 * that its config chooses. New ones stand below it, so that they end with it; one that the config names by id is
 * shared. Throws BAD_USER_INPUT for a choice that is none. Nothing is written.
 */
export async function planComponents(
  deps: RuntimeDeps,
  viewer: Viewer,
  whole: InstanceState,
  version: VersionFacts | null,
): Promise<Parts> {
  const parts: Parts = { made: [], roles: [] }
  if (!isComposed(whole.kind) || version === null) return parts
  const make = async (role: ComponentRole, of: VersionFacts, config: JsonObject) => {
    const state = await draftPart(deps, whole, role, of, config)
    parts.made.push(state)
    parts.roles.push({ role, componentId: state.id })
  }
  await make('PIPELINE', version, pipelineConfig(whole.config))
  for (const part of plannedParts(whole.kind, whole.config)) {
    if ('instanceId' in part) {
      parts.roles.push({
        role: part.role,
        componentId: (await sharedPart(deps, viewer, part.role, part.instanceId, part.pointer)).id,
      })
    } else {
      const of = await versionOf(deps, viewer.tenantId, part)
      if (of !== null) await make(part.role, of, {})
    }
  }
  return parts
}

/** Writes the parts of an instance that is there by now, in its transaction. Returns what is to be told after it. */
export async function insertParts(
  tx: Sql,
  whole: InstanceState,
  { made, roles }: Parts,
  change: { changeId: string; actorId: string | null },
): Promise<Published[]> {
  if (roles.length === 0) return []
  const published: Published[] = []
  for (const part of made) {
    const activity = activityOf(part, 'instance.created', change.actorId, change.changeId, {
      undo: null,
      patch: { kind: part.kind, name: part.name, definitionTypeKey: part.definitionTypeKey, partOf: whole.id },
    })
    const at = await insertInstance(tx, part, activity)
    const state = { ...part, createdAt: at, updatedAt: at }
    published.push({
      instanceId: part.id,
      revision: 1,
      type: 'CREATED',
      patch: null,
      reason: null,
      at,
      state,
      ...change,
    })
  }
  await insertComponents(tx, whole.id, roles)
  return published
}

async function draftPart(
  deps: RuntimeDeps,
  whole: InstanceState,
  role: ComponentRole,
  version: VersionFacts,
  config: JsonObject,
): Promise<InstanceState> {
  const decision = newInstance(
    {
      id: newId('inst', 8),
      tenantId: whole.tenantId,
      kind: role,
      persistence: 'PERSISTENT',
      // A part reaches no further than its project: there is one GLOBAL, and that is the whole.
      scope: whole.scope === 'GLOBAL' ? 'PROJECT' : whole.scope,
      projectId: whole.projectId ?? (await deps.definitions.project(whole.tenantId, null)),
      definition: {
        id: version.definitionId,
        typeKey: version.typeKey,
        kind: version.definitionKind,
        versionId: version.id,
        bundleUrl: version.bundleUrl,
      },
      upgradeStrategy: 'PIN',
      maxVersion: null,
      runtime: whole.runtime,
      name: null,
      ownerId: whole.ownerId,
      visibility: whole.visibility,
      parentId: whole.id,
      props: {},
      config,
      metadata: {},
      webhooks: {},
      timeslot: null,
      now: whole.createdAt,
    },
    // The whole's props fit the definition; its pipeline has none of its own.
    { ...deps.facts.learn(version), checkProps: () => [] },
  )
  if (!decision.ok) throw toError(decision.refusal)
  return decision.state
}

async function versionOf(
  deps: RuntimeDeps,
  tenantId: string,
  { role, typeKey, isImplied, pointer }: Extract<PlannedPart, { typeKey: string }>,
): Promise<VersionFacts | null> {
  try {
    const version = await deps.definitions.forNewInstance(tenantId, typeKey, null)
    if (version.definitionKind === role) return version
    throw badChoice(pointer, `must be a definition of kind ${role}: ${typeKey} is of kind ${version.definitionKind}`)
  } catch (error) {
    if (!isAppError(error) || error.code === 'BAD_USER_INPUT') throw error
    // Executors know what to use where nothing was chosen, so a tenant without the usual definitions does without them.
    if (isImplied) return null
    throw badChoice(pointer, `is no definition that a ${role} can be made from: ${error.message}`, error)
  }
}

async function sharedPart(
  deps: RuntimeDeps,
  viewer: Viewer,
  role: ComponentRole,
  id: string,
  pointer: string,
): Promise<InstanceState> {
  const state = (await loadStates(deps.pool, [id])).get(id)
  if (!isReadable(viewer, state)) throw badChoice(pointer, `names no instance: ${id}`)
  if (state.kind !== role) throw badChoice(pointer, `must be an instance of kind ${role}: ${id} is a ${state.kind}`)
  if (state.lifecycle === 'ARCHIVED') throw badChoice(pointer, `names an instance that is archived: ${id}`)
  return state
}

/** A BAD_USER_INPUT for one place in the input. */
export const badChoice = (pointer: string, message: string, cause?: unknown) =>
  new AppError('BAD_USER_INPUT', {
    public: `${pointer} ${message}.`,
    details: { problems: [{ pointer, message }] },
    cause,
  })
