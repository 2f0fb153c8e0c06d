import { AppError } from '../../../../kit/errors/app-error.ts'
import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { selects } from '../../../../kit/graphql/selects.ts'
import { reference } from '../../../../kit/graphql/subgraph.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import { readActivities } from '../../actions/activities/read-activities.ts'
import type { ActivityPosition } from '../../store/activities/activity-log.ts'
import type { ActivityResolvers, QueryResolvers } from '../generated.ts'

const order = 'activities'

export const activity: ActivityResolvers = {
  actor: ({ actorId }) => (actorId === null ? null : reference('Principal', actorId)),
}

export const activityQueries: Pick<QueryResolvers, 'activities'> = {
  activities: async (_parent, { filter, ...args }, { runtime, viewer }, info) => {
    const first = pageSize(args.first, { fallback: 50 })
    const { rows, totalCount } = await readActivities(runtime.deps.pool, viewer, filter ?? {}, {
      first,
      after: args.after == null ? null : positionOf(args.after),
      withTotal: selects(info, 'totalCount'),
    })
    return connection(rows, {
      first,
      after: args.after ?? null,
      totalCount,
      cursorOf: ({ at, id }) => encodePageCursor(order, [at, id]),
    })
  },
}

function positionOf(after: string): ActivityPosition {
  const [at, id] = decodePageCursor(after, order) ?? []
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && !id.includes('\0'))
    return { at: new Date(at).toISOString(), id }
  throw new AppError('BAD_USER_INPUT', {
    public: 'The cursor is not one of this list.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list' }] },
  })
}
