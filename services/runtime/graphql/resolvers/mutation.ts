import { bulkPatchProps } from '../../actions/props/bulk-patch-props.ts'
import { patchProps, replaceProps, updateInstance } from '../../actions/instances/change-instance.ts'
import { createInstance } from '../../actions/instances/create-instance.ts'
import { emitInstanceEvent } from '../../actions/displays/emit-instance-event.ts'
import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { changedInstances } from '../../store/changes/changes.ts'
import type { BulkChangePayloadResolvers, MutationResolvers } from '../generated.ts'
import { payload } from '../payload.ts'
import { bindingMutations } from './bindings.ts'
import { calendarMutations } from './displays/calendars.ts'
import { convergenceRow } from './changes.ts'
import { dataMutations } from './data.ts'
import { displayKeyMutations } from './displays/display-keys.ts'
import { flowMutations } from './flows/flows.ts'
import { layerMutations } from './layers.ts'
import { lifecycleMutations } from './lifecycle.ts'
import { programmeMutations } from './displays/programmes.ts'
import { scheduleMutations } from './flows/schedules.ts'
import { rolloutMutations } from './rollouts.ts'
import { runMutations } from './flows/runs.ts'
import { versionMutations } from './versions.ts'
import { webhookMutations } from './webhooks.ts'

export const mutation: MutationResolvers = {
  createInstance: async (_parent, { input }, { runtime, viewer }) =>
    payload(await createInstance(runtime.deps, viewer, input)),
  updateInstance: async (_parent, { input }, { runtime, viewer }) =>
    payload(await updateInstance(runtime.deps, viewer, input)),
  patchProps: async (_parent, { input }, { runtime, viewer }) => payload(await patchProps(runtime.deps, viewer, input)),
  replaceProps: async (_parent, { input }, { runtime, viewer }) =>
    payload(await replaceProps(runtime.deps, viewer, input)),
  bulkPatchProps: async (_parent, { input }, { runtime, viewer }) => {
    const { id, targeted, changed } = await bulkPatchProps(runtime.deps, viewer, input)
    return { changeId: id, targeted, changed }
  },
  emitInstanceEvent: (_parent, { input }, { runtime, viewer }) => emitInstanceEvent(runtime.deps, viewer, input),
  ...bindingMutations,
  ...dataMutations,
  ...displayKeyMutations,
  ...layerMutations,
  ...lifecycleMutations,
  ...flowMutations,
  ...runMutations,
  ...versionMutations,
  ...rolloutMutations,
  ...scheduleMutations,
  ...programmeMutations,
  ...calendarMutations,
  ...webhookMutations,
}

const changedOrder = 'changed'

export const bulkChangePayload: BulkChangePayloadResolvers = {
  convergence: ({ changeId }, _args, context) => convergenceRow(changeId, context),
  instances: async ({ changeId, changed }, args, { runtime, viewer }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const after = args.after == null ? null : idPosition(args.after)
    const ids = await changedInstances(runtime.deps.pool, {
      tenantId: viewer.tenantId,
      changeId,
      first: first + 1,
      after,
    })
    // Not loadMany, which hands errors out as values: an answer that could not be read is not a shorter one.
    const found = await Promise.all(ids.map((id) => runtime.instances.load(id)))
    const states = found.filter((state): state is InstanceState => state !== null)
    return connection(states, {
      first,
      totalCount: changed,
      cursorOf: (state) => encodePageCursor(changedOrder, [state.id]),
    })
  },
}

function idPosition(after: string): string {
  const [id] = decodePageCursor(after, changedOrder) ?? []
  if (typeof id === 'string') return id
  throw new AppError('BAD_USER_INPUT', { public: 'The cursor is not one of this list.' })
}
