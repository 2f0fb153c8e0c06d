import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { SCHEDULE_TOPIC, type InstanceState } from '../../../../schema/events.ts'
import { chooseFlow } from '../../domain/flows/choose-flow.ts'
import { toError, within, type Refusal } from '../../domain/state/refusal.ts'
import {
  refuseSchedule,
  refuseUntimed,
  resolveSchedule,
  type ScheduleSpec,
  type ScheduleWish,
} from '../../domain/schedules/schedule-input.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { flowsOfInstances } from '../../store/flows/flow-reads.ts'
import type { FlowRecord } from '../../store/flows/flow-row.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import {
  databaseNow,
  lockSchedule,
  putSchedule,
  removeSchedule,
  type NewSchedule,
  type ScheduleRecord,
} from '../../store/schedules/schedules.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'

export type SetScheduleInput = ScheduleWish & {
  instanceId: string
  flow?: string | null
  idempotencyKey?: string | null
}
export type SetScheduleEnabledInput = {
  instanceId: string
  flow?: string | null
  enabled: boolean
  idempotencyKey?: string | null
}
export type NewInstanceSchedule = ScheduleWish & { flow?: string | null }
export type ScheduleOutcome = { flow: FlowRecord; schedule: ScheduleRecord | null }

/**
 * Gives a flow its schedule, or changes the one it has; what is left out stays as it was, so that a paused one stays
 * paused. Its ticks count from now: an edit fires nothing that has been, and an equal write changes nothing at all.
 */
export async function setSchedule(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: SetScheduleInput,
): Promise<ScheduleOutcome> {
  return await change(deps, viewer, 'setSchedule', input, () => input)
}

/** Pauses a schedule or lets it go on; its ticks count from then. NOT_FOUND where the flow has none. */
export async function setScheduleEnabled(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: SetScheduleEnabledInput,
): Promise<ScheduleOutcome> {
  return await change(deps, viewer, 'setScheduleEnabled', input, (present, flow) => {
    if (present) return { expression: present.expression, enabled: input.enabled }
    throw new AppError('NOT_FOUND', { public: `The flow "${flow.name}" has no schedule.` })
  })
}

type Target = { instanceId: string; flow?: string | null; idempotencyKey?: string | null }

async function change(
  deps: RuntimeDeps,
  viewer: Viewer,
  mutation: MutationName,
  input: Target,
  wishOf: (present: ScheduleRecord | null, flow: FlowRecord) => ScheduleWish,
): Promise<ScheduleOutcome> {
  guardMutation(viewer, mutation, { idempotencyKey: input.idempotencyKey ?? null })
  const key = keyOf(mutation, input)
  const changeId = newChangeId()
  const outcome = await withTransaction(deps.pool, async (tx): Promise<ScheduleOutcome> => {
    const { state, flow } = await flowForWrite(tx, viewer, mutation, input)
    const present = await lockSchedule(tx, flow.id)
    if (key && (await findStoredResult(tx, viewer.tenantId, key))) return { flow, schedule: present }
    const resolved = await resolve(deps, tx, { state, flow, present }, wishOf)
    if (!resolved.ok) throw toError(resolved.refusal)
    if (
      key &&
      !(await rememberResult(tx, viewer.tenantId, key, { instanceId: state.id, revision: state.revision, changeId }))
    )
      throw mismatch()
    const { firstTickAt, ...next } = resolved.value
    if (present && isSame(present, next)) return { flow, schedule: present }
    return { flow, schedule: await put(tx, viewer, { flow, present }, { ...next, nextTickAt: firstTickAt }, changeId) }
  })
  wakeSchedulers(deps)
  return outcome
}

/**
 * The schedule that an instance is made with (R4), in the transaction that makes it and after its flows and its place:
 * what setSchedule would refuse undoes them all. The caller wakes the schedulers once it has committed.
 */
export async function scheduleNew(
  deps: RuntimeDeps,
  tx: Sql,
  viewer: Viewer,
  state: InstanceState,
  { flow: name, ...wish }: NewInstanceSchedule,
  changeId: string,
): Promise<void> {
  const refuse = (refusal: Refusal) => toError(within('/schedule', refusal))
  const untimed = refuseUntimed(state.kind)
  if (untimed) throw refuse(untimed)
  const chosen = chooseFlow((await flowsOfInstances(tx, [state.id])).get(state.id) ?? [], name)
  if (!chosen.ok) throw refuse(chosen.refusal)
  const { flow } = chosen
  const resolved = await resolve(deps, tx, { state, flow, present: null }, () => wish)
  if (!resolved.ok) throw refuse(resolved.refusal)
  const { firstTickAt, ...next } = resolved.value
  await put(tx, viewer, { flow, present: null }, { ...next, nextTickAt: firstTickAt }, changeId)
}

/** Schedulers sleep until the next tick that they know of; without a bus they look within a second. */
export function wakeSchedulers({ bus }: Pick<RuntimeDeps, 'bus'>): void {
  void bus.publish([{ topic: SCHEDULE_TOPIC, payload: '{}' }]).catch(() => {})
}

type Scheduled = { state: InstanceState; flow: FlowRecord; present: ScheduleRecord | null }

async function resolve(
  deps: RuntimeDeps,
  tx: Sql,
  { state, flow, present }: Scheduled,
  wishOf: (present: ScheduleRecord | null, flow: FlowRecord) => ScheduleWish,
) {
  const refusal = refuseSchedule(state, flow)
  if (refusal) return { ok: false as const, refusal }
  const now = await databaseNow(tx)
  const wish = wishOf(present, flow)
  const zone =
    wish.timezone == null && present === null ? await deps.placements.timezoneOf(tx, state.tenantId, state.id) : null
  return resolveSchedule(wish, present, zone, now)
}

async function put(
  tx: Sql,
  viewer: Viewer,
  { flow, present }: Omit<Scheduled, 'state'>,
  next: Omit<NewSchedule, 'id' | 'flowId' | 'instanceId' | 'tenantId'>,
  changeId: string,
): Promise<ScheduleRecord> {
  const ids = { id: newId('sch', 8), flowId: flow.id, instanceId: flow.instanceId, tenantId: viewer.tenantId }
  const schedule = await putSchedule(tx, { ...ids, ...next })
  await record(tx, viewer, 'schedule.set', flow, present, schedule, changeId)
  return schedule
}

/** Where there is none, nothing changes. Runs that its ticks have started go on. */
export async function clearSchedule(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: { instanceId: string; flow?: string | null },
): Promise<ScheduleOutcome> {
  guardMutation(viewer, 'clearSchedule', {})
  return await withTransaction(deps.pool, async (tx) => {
    const { flow } = await flowForWrite(tx, viewer, 'clearSchedule', input)
    const present = await lockSchedule(tx, flow.id)
    if (present === null) return { flow, schedule: null }
    await removeSchedule(tx, flow.id)
    await record(tx, viewer, 'schedule.cleared', flow, present, null, newChangeId())
    return { flow, schedule: null }
  })
}

/** The instance's row is held: what is deleted or upgraded meanwhile cannot leave a schedule without a flow. */
async function flowForWrite(
  tx: Sql,
  viewer: Viewer,
  mutation: MutationName,
  { instanceId, flow: name }: { instanceId: string; flow?: string | null },
) {
  const states = await loadStates(tx, [instanceId], { forUpdate: true })
  const state = permitted(viewer, mutation, instanceId, states.get(instanceId))
  const chosen = chooseFlow((await flowsOfInstances(tx, [instanceId])).get(instanceId) ?? [], name)
  if (!chosen.ok) throw toError(chosen.refusal)
  return { state, flow: chosen.flow }
}

const chosenFields = ['expression', 'timezone', 'enabled', 'catchUp', 'concurrency'] as const
const isSame = (a: ScheduleSpec, b: ScheduleSpec) => chosenFields.every((field) => a[field] === b[field])
const shown = (schedule: ScheduleRecord | null) =>
  schedule && Object.fromEntries(chosenFields.map((field) => [field, schedule[field]]))

function record(
  tx: Sql,
  viewer: Viewer,
  action: string,
  flow: FlowRecord,
  before: ScheduleRecord | null,
  after: ScheduleRecord | null,
  changeId: string,
) {
  const { tenantId, principalId: actorId } = viewer
  return recordActivity(tx, {
    tenantId,
    actorId,
    action,
    resourceType: 'Flow',
    resourceId: flow.id,
    before: shown(before),
    after: shown(after),
    changeId,
  })
}
