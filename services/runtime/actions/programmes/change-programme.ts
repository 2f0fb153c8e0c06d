import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { nodesWith } from '../../../../kit/graphql/viewer/access.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import type { Json, JsonObject } from '../../../../schema/events.ts'
import { isEmptyFilter, parseInstanceFilter } from '../../domain/instances/instance-filter.ts'
import {
  programmeProblems,
  readEntries,
  refuseEntries,
  type EntryWish,
} from '../../domain/programmes/programme-input.ts'
import { toError } from '../../domain/state/refusal.ts'
import { nameOf } from '../../domain/state/instance-fields.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { matchTargets } from '../../engine/programmes/match-targets.ts'
import { wakeProgrammes } from '../../engine/programmes/wake-programmes.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { lockedShowing, markTargetsDue, setTargets } from '../../store/programmes/programme-targets.ts'
import {
  calendarDates,
  lockProgramme,
  programmesById,
  putProgramme,
  removeProgramme,
  type ProgrammeRecord,
} from '../../store/programmes/programmes.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'
import { mayReadProgramme, mayWriteProgramme } from './may-programme.ts'

type Keyed = { idempotencyKey?: string | null }
export type ProgrammeFields = {
  name?: string | null
  instanceId?: string | null
  filter?: unknown
  timezone?: string | null
  entries?: readonly EntryWish[] | null
}
export type CreateProgrammeInput = ProgrammeFields & Keyed & { name: string; entries: readonly EntryWish[] }
export type UpdateProgrammeInput = ProgrammeFields & Keyed & { id: string; expectedRevision?: number | null }
export type ProgrammeOutcome = { programme: ProgrammeRecord; changeId: string }

/** A new programme: what it shows now is there within a second. CONFLICT where its name is taken. */
export function createProgramme(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: CreateProgrammeInput,
): Promise<ProgrammeOutcome> {
  return write(deps, viewer, 'createProgramme', input, () => Promise.resolve(null))
}

/** Makes a programme another; what is left out stays. Its targets, those it leaves among them, show the result at once. */
export function updateProgramme(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: UpdateProgrammeInput,
): Promise<ProgrammeOutcome> {
  return write(deps, viewer, 'updateProgramme', input, async (tx) => {
    const present = await forWrite(tx, viewer, input.id)
    if (input.expectedRevision != null && input.expectedRevision !== present.revision)
      throw new AppError('CONFLICT', {
        public: `The programme is at revision ${present.revision}, not ${input.expectedRevision}.`,
        details: { currentRevision: present.revision },
      })
    return present
  })
}

async function write(
  deps: RuntimeDeps,
  viewer: Viewer,
  mutation: MutationName,
  input: ProgrammeFields & Keyed,
  lockPresent: (tx: Sql) => Promise<ProgrammeRecord | null>,
): Promise<ProgrammeOutcome> {
  guardMutation(viewer, mutation, { idempotencyKey: input.idempotencyKey ?? null })
  const key = keyOf(mutation, input)
  const { tenantId, principalId: actorId } = viewer
  const changeId = newChangeId()
  const outcome = await withTransaction(deps.pool, async (tx): Promise<ProgrammeOutcome> => {
    const stored = key && (await findStoredResult(tx, tenantId, key))
    const earlier = stored && (await programmesById(tx, [stored.instanceId])).get(stored.instanceId)
    if (stored && earlier) return { programme: earlier, changeId: stored.changeId }
    const present = await lockPresent(tx)
    const next = await resolve(deps, tx, viewer, mutation, input, present)
    if (present && isSame(present, next)) return { programme: present, changeId }
    const programme = await putProgramme(tx, next)
    if (!programme)
      throw new AppError('CONFLICT', {
        public: `A programme with the name '${next.name}' is already there.`,
        details: { name: next.name },
      })
    const result = { instanceId: programme.id, revision: programme.revision, changeId }
    if (key && !(await rememberResult(tx, tenantId, key, result))) throw mismatch()
    if (present) await markTargetsDue(tx, [programme.id])
    const { instanceId, filter, nodes } = programme
    const targets = instanceId
      ? [instanceId]
      : await matchTargets(tx, { tenantId, filter: filter as JsonObject, nodes })
    await setTargets(tx, programme, targets)
    await recordActivity(tx, {
      ...{ tenantId, actorId, changeId, resourceType: 'Programme', resourceId: programme.id },
      action: present ? 'programme.changed' : 'programme.created',
      before: present && shown(present),
      after: shown(programme),
    })
    return { programme, changeId }
  })
  wakeProgrammes(deps)
  return outcome
}

/** What it showed leaves its targets at once. */
export async function deleteProgramme(
  deps: RuntimeDeps,
  viewer: Viewer,
  { id }: { id: string },
): Promise<{ id: string; changeId: string }> {
  guardMutation(viewer, 'deleteProgramme', {})
  const changeId = newChangeId()
  await withTransaction(deps.pool, async (tx) => {
    const present = await forWrite(tx, viewer, id)
    await markTargetsDue(tx, [id])
    await removeProgramme(tx, id)
    await recordActivity(tx, {
      ...{ tenantId: viewer.tenantId, actorId: viewer.principalId, changeId },
      ...{ action: 'programme.deleted', resourceType: 'Programme', resourceId: id, before: shown(present) },
    })
  })
  wakeProgrammes(deps)
  return { id, changeId }
}

/** NOT_FOUND where there is none that the viewer may read, FORBIDDEN where they may not write all that it reaches. */
async function forWrite(tx: Sql, viewer: Viewer, id: string): Promise<ProgrammeRecord> {
  const present = id.includes('\0') ? null : await lockProgramme(tx, viewer.tenantId, id)
  if (!present || !mayReadProgramme(viewer, present))
    throw new AppError('NOT_FOUND', { public: 'There is no such programme.' })
  if (!mayWriteProgramme(viewer, present))
    throw new AppError('FORBIDDEN', { public: 'You may not write all the instances that this programme is for.' })
  // What a person's entry shows at a place that a person locked is not an AI's to change or take away.
  const locked = viewer.principalKind === 'AI' ? await lockedShowing(tx, viewer.tenantId, id) : null
  if (locked) {
    const { path, holderId: holder, expiresAt, reason } = locked.lock
    throw new AppError('LOCKED_PATH', {
      public: `${path} of ${locked.instanceId} is locked, and this programme shows it: AI principals cannot write it.`,
      details: { path, holder, expiresAt, reason },
    })
  }
  return present
}

type Next = Omit<ProgrammeRecord, 'revision' | 'createdAt' | 'updatedAt'>

async function resolve(
  { facts, programmes: limits }: RuntimeDeps,
  tx: Sql,
  viewer: Viewer,
  mutation: MutationName,
  input: ProgrammeFields,
  present: ProgrammeRecord | null,
): Promise<Next> {
  const problems = programmeProblems(input)
  if (problems[0])
    throw new AppError('BAD_USER_INPUT', {
      public: `The programme is not right: ${problems[0].pointer} ${problems[0].message}.`,
      details: { problems },
    })
  const byAi = viewer.principalKind === 'AI'
  const read = input.entries ? readEntries(input.entries, limits, { present: present?.entries ?? [], byAi }) : null
  if (read && !read.ok) throw toError(read.refusal)
  const entries = read?.value ?? present?.entries ?? []
  const target = targetOf(input, present)
  const calendarIds = [...new Set(entries.flatMap(({ exceptCalendarIds }) => exceptCalendarIds))]
  await requireCalendars(tx, viewer.tenantId, calendarIds)
  const fields = {
    id: present?.id ?? newId('prog', 8),
    tenantId: viewer.tenantId,
    name: nameOf(input.name ?? present?.name ?? '') ?? '',
    timezone: input.timezone === undefined ? (present?.timezone ?? null) : input.timezone,
    ...{ entries, calendarIds },
  }
  if (target.instanceId === null) return { ...fields, ...target, nodes: reachOf(viewer, mutation) }
  const states = await loadStates(tx, [target.instanceId])
  const state = permitted(viewer, mutation, target.instanceId, states.get(target.instanceId))
  const refusal = refuseEntries(state, entries, await facts.get(state.resolvedVersionId))
  if (refusal) throw toError(refusal)
  return { ...fields, ...target, nodes: [state.projectId ?? state.id] }
}

/** Where the viewer may patch props: a filter reaches no further, also once they may write more. Null: everywhere. */
function reachOf(viewer: Viewer, mutation: MutationName): string[] | null {
  const nodes = nodesWith(viewer.access, permissionOf(mutation))
  return nodes === 'ALL' ? null : nodes
}

function targetOf(
  { instanceId, filter }: ProgrammeFields,
  present: ProgrammeRecord | null,
): { instanceId: string; filter: null } | { instanceId: null; filter: JsonObject } {
  const given = [instanceId, filter].filter((one) => one !== undefined && one !== null)
  if (given.length === 0 && present)
    return { instanceId: present.instanceId, filter: present.filter } as ReturnType<typeof targetOf>
  if (given.length !== 1) {
    const problems = [{ pointer: '/instanceId', message: 'or filter: exactly one of them must be given' }]
    throw new AppError('BAD_USER_INPUT', {
      public: 'A programme is for one instance or for all that a filter matches.',
      details: { problems },
    })
  }
  if (instanceId != null) return { instanceId, filter: null }
  if (isEmptyFilter(parseInstanceFilter(filter)))
    throw new AppError('EMPTY_SELECTOR', { public: 'A programme needs a filter that narrows.' })
  return { instanceId: null, filter: filter as JsonObject }
}

async function requireCalendars(tx: Sql, tenantId: string, ids: readonly string[]): Promise<void> {
  const known = await calendarDates(tx, tenantId, ids)
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new AppError('NOT_FOUND', { public: `There is no calendar ${unknown}.` })
}

/** What its writer chooses. */
const shown = ({ name, instanceId, filter, timezone, entries }: Next) => ({
  ...{ name, instanceId, filter, timezone, entries },
})
const isSame = (a: Next, b: Next) => deepEqualJson(shown(a) as unknown as Json, shown(b) as unknown as Json)
