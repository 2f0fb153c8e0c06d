import { connection, pageSize } from '../../../../../kit/graphql/connection.ts'
import { encodePageCursor } from '../../../../../kit/pure/ids/page-cursor.ts'
import { createCalendar, deleteCalendar, updateCalendar } from '../../../actions/programmes/change-calendar.ts'
import { listedNodes } from '../../../actions/programmes/may-programme.ts'
import { findCalendar, listCalendars, type CalendarRecord } from '../../../store/programmes/calendars.ts'
import type { RuntimeContext } from '../../context.ts'
import type { MutationResolvers, QueryResolvers } from '../../generated.ts'
import { namePosition } from './programmes.ts'

const nameOrder = 'calendars'

export const calendarMutations: Pick<MutationResolvers, 'createCalendar' | 'updateCalendar' | 'deleteCalendar'> = {
  createCalendar: (_parent, { input }, { runtime, viewer }) => createCalendar(runtime.deps, viewer, input),
  updateCalendar: (_parent, { input }, { runtime, viewer }) => updateCalendar(runtime.deps, viewer, input),
  deleteCalendar: (_parent, { input }, { runtime, viewer }) => deleteCalendar(runtime.deps, viewer, input),
}

/** Whoever may read anything in the tenant besides what is public. */
const mayRead = ({ viewer }: RuntimeContext) => listedNodes(viewer)?.length !== 0

export const calendarQueries: Pick<QueryResolvers, 'calendar' | 'calendars'> = {
  calendar: (_parent, { id }, context) =>
    mayRead(context) && !id.includes('\0')
      ? findCalendar(context.runtime.deps.pool, context.viewer.tenantId, id)
      : null,
  calendars: async (_parent, { name, ...args }, context) => {
    const first = pageSize(args.first, { fallback: 50 })
    const afterName = args.after == null ? null : namePosition(args.after, nameOrder)
    const { tenantId } = context.viewer
    const { rows, totalCount } = mayRead(context)
      ? await listCalendars(context.runtime.deps.pool, { tenantId, name: name ?? null, first, afterName })
      : { rows: [], totalCount: 0 }
    const cursorOf = ({ name }: CalendarRecord) => encodePageCursor(nameOrder, [name])
    return connection(rows, { first, totalCount, cursorOf, after: args.after ?? null })
  },
}
