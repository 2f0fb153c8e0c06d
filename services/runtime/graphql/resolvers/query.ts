import type { GraphQLResolveInfo } from 'graphql'
import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { selects } from '../../../../kit/graphql/selects.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { parseInstanceFilter } from '../../domain/instances/instance-filter.ts'
import type { InstanceQuery } from '../../store/instances/instance-search.ts'
import type { RuntimeContext } from '../context.ts'
import type { DefinitionResolvers, GroupResolvers, InstanceOrder, QueryResolvers, ZoneResolvers } from '../generated.ts'
import { activityQueries } from './activities.ts'
import { bindingQueries } from './bindings.ts'
import { calendarQueries } from './displays/calendars.ts'
import { changeQueries } from './changes.ts'
import { dataQueries } from './data.ts'
import { enrolmentQueries } from './displays/display-keys.ts'
import { flowQueries } from './flows/flows.ts'
import { hierarchyQueries } from './hierarchy.ts'
import { lineageQueries } from './lineage.ts'
import { programmeQueries } from './displays/programmes.ts'
import { rolloutQueries } from './rollouts.ts'
import { runQueries } from './flows/runs.ts'
import { scheduleQueries } from './flows/schedules.ts'
import { versionQueries } from './versions.ts'
import { webhookQueries } from './webhooks.ts'

type ListArgs = { filter?: unknown; orderBy?: InstanceOrder | null; first?: number | null; after?: string | null }

/** A page of instances that the viewer may list; counting all that match is done only when asked. */
async function listInstances(
  args: ListArgs,
  { viewer, runtime }: RuntimeContext,
  info: GraphQLResolveInfo,
  only: Pick<InstanceQuery, 'definitionId' | 'also'> = {},
) {
  const first = pageSize(args.first, { fallback: 50 })
  const { rows, cursors, totalCount } = await runtime.lists.load({
    viewer,
    filter: parseInstanceFilter(args.filter),
    orderBy: args.orderBy,
    first,
    after: args.after,
    withTotal: selects(info, 'totalCount'),
    ...only,
  })
  for (const row of rows) runtime.instances.prime(row.id, row)
  const cursorByRow = new Map(rows.map((row, index) => [row, cursors[index] as string]))
  const cursorOf = (row: InstanceState) => cursorByRow.get(row) as string
  return connection(rows, { first, totalCount: totalCount ?? 0, cursorOf, after: args.after })
}

export const query: QueryResolvers = {
  instance: (_parent, { id }, { runtime }) => (matchesId('inst', 8, id) ? runtime.instances.load(id) : null),
  instances: (_parent, args, context, info) => listInstances(args, context, info),
  ...activityQueries,
  ...bindingQueries,
  ...changeQueries,
  ...dataQueries,
  ...enrolmentQueries,
  ...versionQueries,
  ...webhookQueries,
  ...hierarchyQueries,
  ...flowQueries,
  ...lineageQueries,
  ...runQueries,
  ...rolloutQueries,
  ...scheduleQueries,
  ...programmeQueries,
  ...calendarQueries,
}

export const definition: DefinitionResolvers = {
  instances: (parent, args, context, info) => listInstances(args, context, info, { definitionId: parent.id }),
}

export const zone: ZoneResolvers = {
  instances: ({ id: zoneId }, args, context, info) => listInstances(args, context, info, { also: { zoneId } }),
}

export const group: GroupResolvers = {
  instances: ({ id: groupId }, args, context, info) => listInstances(args, context, info, { also: { groupId } }),
}
