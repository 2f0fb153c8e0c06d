import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { reference } from '../../../../kit/graphql/subgraph.ts'
import { mayRead } from '../../../../kit/graphql/viewer/viewer.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { encodeCursor } from '../../../../kit/pure/ids/feed-cursor.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import { INSTANCE_FEED } from '../../../../schema/events.ts'
import { shownPatch } from '../../../../schema/shown-patch.ts'
import { readersOf } from '../../domain/access/reader-scopes.ts'
import type { InstanceEventResolvers, InstanceResolvers } from '../generated.ts'
import { flowFields } from './flows/flows.ts'
import { bindingFields } from './bindings.ts'
import { dataFields } from './data.ts'
import { hierarchyFields } from './hierarchy.ts'
import { layerFields } from './layers.ts'
import { webhookFields } from './webhooks.ts'
import { runFields } from './flows/runs.ts'
import { programmeFields } from './displays/programmes.ts'
import { scheduleFields } from './flows/schedules.ts'

const historyOrder = 'history'

export const instance: InstanceResolvers = {
  owner: (state) => reference('Principal', state.ownerId),
  project: (state) => (state.projectId === null ? null : reference('Project', state.projectId)),
  definition: (state) => (state.definitionId === null ? null : reference('Definition', state.definitionId)),
  definitionVersion: (state) =>
    state.resolvedVersionId === null ? null : reference('DefinitionVersion', state.resolvedVersionId),
  parent: (state, _args, { runtime }) => (state.parentId === null ? null : runtime.instances.load(state.parentId)),
  cursor: (state, _args, { runtime }) =>
    encodeCursor({ kind: INSTANCE_FEED, subject: state.id, epoch: runtime.epoch, position: state.revision }),
  timeslot: ({ timeslotStart, timeslotEnd }) =>
    timeslotStart === null || timeslotEnd === null ? null : { start: timeslotStart, end: timeslotEnd },
  ...layerFields,
  ...webhookFields,
  ...bindingFields,
  ...hierarchyFields,
  ...dataFields,
  ...flowFields,
  ...runFields,
  ...scheduleFields,
  ...programmeFields,
  url: (state) => `/live/${state.id}`,
  history: async (state, args, { runtime, viewer }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const beforeRevision = args.after == null ? null : historyPosition(args.after)
    const page = await runtime.history.load({ instanceId: state.id, first: first + 1, beforeRevision })
    // What was PRIVATE at the time stays so, also when the instance is PUBLIC today.
    const rows = page.changes
      .map(({ change, state }) => ({ ...change, state }))
      .filter((row) => mayRead(viewer, readersOf(row.state)))
    const shown = connection(rows, {
      first,
      after: args.after,
      totalCount: page.totalCount,
      cursorOf: (row) => encodePageCursor(historyOrder, [row.revision]),
    })
    // A page that its bytes have cut short goes on after its last change.
    return page.isCut ? { ...shown, pageInfo: { ...shown.pageInfo, hasNextPage: true } } : shown
  },
}

export const instanceEvent: InstanceEventResolvers = {
  cursor: (row, _args, { runtime }) =>
    encodeCursor({ kind: INSTANCE_FEED, subject: row.state.id, epoch: runtime.epoch, position: row.revision }),
  patch: (row) => shownPatch(row.patch),
  instance: (row) => row.state,
}

function historyPosition(after: string): number {
  const [revision] = decodePageCursor(after, historyOrder) ?? []
  if (typeof revision === 'number') return revision
  throw new AppError('BAD_USER_INPUT', {
    public: 'The cursor is not one of this list.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list' }] },
  })
}
